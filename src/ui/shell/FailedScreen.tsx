import type { VaultError } from '../../core/contract/errors.ts';
import { errorWords } from '../../i18n/error-texts.ts';
import { useApp } from '../app-context.ts';
import { Button } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { isTrouble, Trouble } from '../components/Trouble.tsx';
import { useWords } from '../words-context.ts';

/** The device itself could not be looked into, so nothing can be said of any vault on it. */
export const FailedScreen = ({ error }: { readonly error: VaultError }) => {
  const words = useWords();
  const { session, reload } = useApp();
  if (isTrouble(error)) return <Trouble error={error} store={null} onRetry={() => void session.start()} />;
  const { what, todo } = errorWords(words.errors, error);
  return (
    <>
      <PageHeader title={what} why={todo} />
      <div class="stack">
        <Card title={words.trouble.notTitle}>
          <p>{words.trouble.storageNot}</p>
        </Card>
        <div class="row">
          <Button look="primary" onClick={() => void session.start()}>
            {words.trouble.retry}
          </Button>
          <Button onClick={reload}>{words.trouble.reload}</Button>
        </div>
      </div>
    </>
  );
};
