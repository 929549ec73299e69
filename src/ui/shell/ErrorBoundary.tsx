import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { Button } from '../components/Button.tsx';
import { useWords } from '../words-context.ts';
import { Notice } from '../components/Notice.tsx';

/** A defect while drawing never leaves a white page: it says that saved data is safe, and how to go on. */
export const ErrorBoundary = (props: { readonly onReload: () => void; readonly children: ComponentChildren }) => {
  const words = useWords();
  const [error, reset] = useErrorBoundary();
  if (error === undefined) return <>{props.children}</>;
  return (
    <div class="stack">
      <Notice
        tone="bad"
        live
        title={words.shell.brokenTitle}
        actions={
          <>
            <Button look="primary" onClick={props.onReload}>
              {words.actions.reload}
            </Button>
            <Button onClick={reset}>{words.actions.retry}</Button>
          </>
        }
      >
        {words.shell.brokenWhy}
      </Notice>
    </div>
  );
};
