import type { ComponentChildren } from 'preact';
import { useWords } from '../words-context.ts';
import { Icon } from './Icon.tsx';
import './field.css';

/** Ids that tie label, hint and error to an input; `describedBy` names what is there. */
export const fieldIds = (id: string, hint: string | undefined, error: string | undefined) => ({
  hintId: `${id}-hint`,
  errorId: `${id}-error`,
  describedBy:
    [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].filter((one) => one !== '').join(' ') ||
    undefined,
});

/** Label, hint, the input, error: the frame of every field. */
export const FieldFrame = (props: {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly optional?: boolean | undefined;
  readonly children: ComponentChildren;
}) => {
  const words = useWords();
  const { hintId, errorId } = fieldIds(props.id, props.hint, props.error);
  return (
    <div class="field" data-invalid={props.error === undefined ? undefined : ''}>
      <label class="field__label" for={props.id}>
        {props.label}
        {props.optional === true ? (
          <>
            {' '}
            <span class="field__optional">{words.shell.optional}</span>
          </>
        ) : null}
      </label>
      {props.hint === undefined ? null : (
        <p class="field__hint" id={hintId}>
          {props.hint}
        </p>
      )}
      {props.children}
      <FieldError id={errorId} error={props.error} />
    </div>
  );
};

/** Stands in the page from the beginning, so that a screen reader notices when a text comes in. */
export const FieldError = ({ id, error }: { readonly id: string; readonly error: string | undefined }) => (
  <div id={id} aria-live="polite">
    {error === undefined ? null : (
      <p class="field__error">
        <Icon name="octagon" small />
        <span>{error}</span>
      </p>
    )}
  </div>
);
