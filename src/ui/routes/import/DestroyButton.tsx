import { useSignal } from '@preact/signals';
import type { ImportId } from '../../../core/domain/ids.ts';
import { importWords } from '../../../i18n/screens/import.ts';
import { Button } from '../../components/Button.tsx';
import type { ButtonLook } from '../../components/Button.tsx';
import { useImport } from '../../use-import.ts';
import { useWordsWith } from '../../words-context.ts';

/** The user's word that the source file is gone: it becomes an entry. */
export const DestroyButton = (props: { readonly importId: ImportId; readonly look?: ButtonLook | undefined }) => {
  const text = useWordsWith(importWords).imports.done;
  const model = useImport();
  const busy = useSignal(false);
  const confirm = async (): Promise<void> => {
    busy.value = true;
    await model.confirmDestroyed(props.importId);
    busy.value = false;
  };
  return (
    <Button look={props.look} icon="check" busy={busy.value} onClick={() => void confirm()}>
      {busy.value ? text.destroyBusy : text.destroyDo}
    </Button>
  );
};
