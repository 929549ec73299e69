import { restoreWords } from '../../../i18n/screens/restore.ts';
import { Checkbox } from '../../components/ChoiceGroup.tsx';
import { FieldError } from '../../components/FieldFrame.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useRestore } from '../../use-restore.ts';
import { useWordsWith } from '../../words-context.ts';

/** The device knows a newer state than the copy: how much would be missing, and an explicit yes. */
export const OlderAsk = ({ tried }: { readonly tried: boolean }) => {
  const text = useWordsWith(restoreWords).restore;
  const model = useRestore();
  const older = model.older.value;
  if (older === null) return null;
  const isAsked = tried && !model.isAgreed.value;
  return (
    <Notice tone="warn" live title={older.entries > 0 ? text.older(older.entries) : text.olderUnknown}>
      <p>{text.olderWhy}</p>
      <div data-invalid={isAsked ? '' : undefined}>
        <Checkbox label={text.olderAgree} checked={model.isAgreed.value} onChange={model.agree} />
        <FieldError id="older-error" error={isAsked ? text.olderAsk : undefined} />
      </div>
    </Notice>
  );
};
