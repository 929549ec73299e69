import type { ComponentChildren } from 'preact';
import type { VaultError } from '../../core/contract/errors.ts';
import { errorWords } from '../../i18n/error-texts.ts';
import { useWords } from '../words-context.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

/** What went wrong, what to do, and a way out: `onRetry`, or acts of the screen's own. Read out when it appears. */
export const ErrorNotice = (props: {
  readonly error: VaultError;
  readonly onRetry?: (() => void) | undefined;
  readonly actions?: ComponentChildren | undefined;
}) => {
  const words = useWords();
  const { what, todo } = errorWords(words.errors, props.error);
  const retry = props.onRetry;
  return (
    <Notice
      tone="bad"
      live
      title={what}
      actions={props.actions ?? (retry === undefined ? undefined : <Button onClick={retry}>{words.actions.retry}</Button>)}
    >
      {todo}
    </Notice>
  );
};
