import type { Signal } from '@preact/signals';
import type { VaultError } from '../../core/contract/errors.ts';
import { unlockWords } from '../../i18n/screens/unlock.ts';
import { useWordsWith } from '../words-context.ts';
import { PasswordField } from './PasswordField.tsx';

/** The password of now, asked before a change of who gets in. */
export const CurrentPassword = (props: {
  readonly label: string;
  readonly password: Signal<string>;
  /** It was sent once: from now on it is said that it is missing. */
  readonly tried: boolean;
  /** What the vault said to it. */
  readonly error: VaultError | null;
}) => {
  const words = useWordsWith(unlockWords);
  const { password } = props;
  const isWrong = props.error?.type === 'WrongSecret';
  const isMissing = props.tried && password.value === '';
  return (
    <PasswordField
      kind="current"
      label={props.label}
      value={password.value}
      onInput={(text) => {
        password.value = text;
      }}
      error={isWrong ? words.unlock.wrong : isMissing ? words.problems.say('Empty') : undefined}
    />
  );
};
