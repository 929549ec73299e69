import type { RecoveryCodeModel } from '../../app/models/recovery-code-model.ts';
import { RECOVERY_PLACES } from '../../app/models/recovery-code-model.ts';
import type { VaultError } from '../../core/contract/errors.ts';
import { codeWords } from '../../i18n/screens/code.ts';
import { useWordsWith } from '../words-context.ts';
import { CodeBoxes } from './CodeBoxes.tsx';

/** The whole recovery code, and how much of it is missing: said once it was tried without. */
export const RecoveryCodeField = (props: {
  readonly code: RecoveryCodeModel;
  readonly tried: boolean;
  /** What the vault said of the code that stands there. */
  readonly error: VaultError | null;
  /** Something was typed: what was found wrong is no longer there. */
  readonly onTouch: () => void;
}) => {
  const { unlock } = useWordsWith(codeWords);
  const { code, error } = props;
  const left = code.left.value;
  return (
    <>
      <CodeBoxes
        label={unlock.code}
        hint={unlock.codeHint}
        groups={RECOVERY_PLACES}
        values={code.groups.value}
        wrong={error?.type === 'RecoveryGroupWrong' ? [error.group] : []}
        onChange={(typed) => {
          code.type(typed);
          props.onTouch();
        }}
      />
      <p role="status">{left === 0 ? unlock.codeGood : props.tried ? unlock.codeShort(left) : ''}</p>
    </>
  );
};
