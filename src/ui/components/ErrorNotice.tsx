import type { ComponentChildren } from 'preact';
import type { VaultError } from '../../core/contract/errors.ts';
import { errorWords } from '../../i18n/error-texts.ts';
import { useApp } from '../app-context.ts';
import { useWords } from '../words-context.ts';
import { Button } from './Button.tsx';
import { Notice } from './Notice.tsx';

/** What is only the state of things, and harms nobody. */
const HARMLESS: readonly VaultError['type'][] = ['UsedInOtherTab'];

/** What went wrong, what to do, and a way out: `onRetry`, or acts of the screen's own. Read out when it appears. */
export const ErrorNotice = (props: {
  readonly error: VaultError;
  readonly onRetry?: (() => void) | undefined;
  readonly actions?: ComponentChildren | undefined;
}) => {
  const words = useWords();
  const { reload } = useApp();
  const { what, todo } = errorWords(words.errors, props.error);
  const isMissing = props.error.type === 'PartNotLoaded';
  // A browser may remember that a file did not come: trying again would fail for ever.
  const again = isMissing ? reload : props.onRetry;
  return (
    <Notice
      tone={HARMLESS.includes(props.error.type) ? 'info' : 'bad'}
      live
      title={what}
      actions={props.actions ?? (again === undefined ? undefined : <Button onClick={again}>{isMissing ? words.actions.reload : words.actions.retry}</Button>)}
    >
      {todo}
    </Notice>
  );
};
