import type { Signal } from '@preact/signals';
import type { NewPasswordModel } from '../../../app/models/new-password-model.ts';
import type { RecoveryCodeModel } from '../../../app/models/recovery-code-model.ts';
import type { VaultError } from '../../../core/contract/errors.ts';
import { restoreWords } from '../../../i18n/screens/restore.ts';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { NewPassword } from '../../components/NewPassword.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { RecoveryCodeField } from '../../components/RecoveryCodeField.tsx';
import { useWordsWith } from '../../words-context.ts';

/** With what a copy is opened: the password of its day, or the code of the recovery sheet and a new password. */
export const SecretFields = (props: {
  readonly way: Signal<'password' | 'recovery'>;
  readonly password: Signal<string>;
  readonly code: RecoveryCodeModel;
  readonly next: NewPasswordModel;
  readonly tried: boolean;
  readonly wrong: VaultError | null;
  readonly onTouch: () => void;
  /** The other way was chosen: what was found wrong no longer matters. */
  readonly onSwitch: () => void;
}) => {
  const words = useWordsWith(restoreWords);
  const text = words.restore;
  const { way, password } = props;
  const isWrong = props.wrong?.type === 'WrongSecret';
  const isMissing = props.tried && password.value === '';
  return (
    <>
      <div class="restore-ways">
      <ChoiceGroup
        inline
        label={text.way}
        value={way.value}
        onChange={(chosen) => {
          way.value = chosen;
          props.onSwitch();
        }}
        choices={[
          { value: 'password', label: text.passwordWay, hint: text.passwordWayWhy },
          { value: 'recovery', label: text.recoveryWay, hint: text.recoveryWayWhy },
        ]}
      />
      </div>
      {way.value === 'password' ? (
        <PasswordField
          kind="current"
          label={text.password}
          hint={text.passwordHint}
          value={password.value}
          onInput={(typed) => {
            password.value = typed;
            props.onTouch();
          }}
          error={isWrong ? text.wrongPassword : isMissing ? words.problems.say('Empty') : undefined}
        />
      ) : (
        <>
          {isWrong ? <Notice tone="bad" live title={text.wrongCode} /> : null}
          <RecoveryCodeField code={props.code} tried={props.tried} error={props.wrong} onTouch={props.onTouch} />
          <NewPassword model={props.next} label={text.newPassword} shown={props.tried} />
        </>
      )}
    </>
  );
};
