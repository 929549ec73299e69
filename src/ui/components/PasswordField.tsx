import { useSignal } from '@preact/signals';
import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import { unlockWords } from '../../i18n/screens/unlock.ts';
import { useWordsWith } from '../words-context.ts';
import { FieldFrame, fieldIds } from './FieldFrame.tsx';
import { Icon } from './Icon.tsx';

// The typings tell inputs apart by type, so each comes as a whole.
const SHOWN = { type: 'text' } as const;
const HIDDEN = { type: 'password' } as const;

/**
 * The only field a password manager may fill: `current` for unlocking, `new` for choosing. Its value is shown only
 * between two presses of its button, whose word says what the next one does; paste is allowed. Shown text is never spell-checked: some checkers send it away.
 */
export const PasswordField = (props: {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly kind: 'current' | 'new';
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly onBlur?: (() => void) | undefined;
}) => {
  const words = useWordsWith(unlockWords);
  const id = useId();
  const shown = useSignal(false);
  const caps = useSignal(false);
  const { describedBy } = fieldIds(id, props.hint, props.error);
  const noteCaps = (event: KeyboardEvent | MouseEvent): void => {
    caps.value = event.getModifierState('CapsLock');
  };
  return (
    <FieldFrame id={id} label={props.label} hint={props.hint} error={props.error}>
      <div class="field__with-button">
        <input
          ref={props.inputRef ?? null}
          id={id}
          class="field__input"
          {...(shown.value ? SHOWN : HIDDEN)}
          value={props.value}
          disabled={props.disabled}
          autocomplete={props.kind === 'current' ? 'current-password' : 'new-password'}
          autocapitalize="off"
          spellcheck={false}
          aria-describedby={[describedBy, caps.value ? `${id}-caps` : undefined].filter(Boolean).join(' ') || undefined}
          aria-invalid={props.error === undefined ? undefined : 'true'}
          aria-required="true"
          onInput={(event) => props.onInput(event.currentTarget.value)}
          onKeyDown={noteCaps}
          onKeyUp={noteCaps}
          onBlur={() => {
            caps.value = false;
            props.onBlur?.();
          }}
        />
        <button
          type="button"
          class="field__button"
          aria-controls={id}
          onClick={() => {
            shown.value = !shown.value;
          }}
        >
          <Icon name={shown.value ? 'eyeOff' : 'eye'} small />
          <span>
            {/* Several may stand on one screen. */}
            <span class="visually-hidden">{props.label} </span>
            {shown.value ? words.actions.hide : words.actions.show}
          </span>
        </button>
      </div>
      <div aria-live="polite">
        {caps.value ? (
          <p class="field__caps" id={`${id}-caps`}>
            <Icon name="triangle" small />
            <span>{words.unlock.caps}</span>
          </p>
        ) : null}
      </div>
    </FieldFrame>
  );
};
