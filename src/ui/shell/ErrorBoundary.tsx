import type { ComponentChildren } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import { Button } from '../components/Button.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { useWords } from '../words-context.ts';

/** A defect while drawing never leaves a white page: it says that saved data is safe, and how to go on. */
export const ErrorBoundary = (props: { readonly onReload: () => void; readonly children: ComponentChildren }) => {
  const words = useWords();
  const [error, reset] = useErrorBoundary();
  if (error === undefined) return <>{props.children}</>;
  return (
    <div role="alert">
      <PageHeader title={words.shell.brokenTitle} why={words.shell.brokenWhy} />
      <div class="row">
        <Button look="primary" onClick={props.onReload}>
          {words.actions.reload}
        </Button>
        <Button onClick={reset}>{words.actions.retry}</Button>
      </div>
    </div>
  );
};
