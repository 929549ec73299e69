import { useEffect } from 'preact/hooks';
import { homeWords } from '../../../i18n/screens/home.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Progress } from '../../components/Progress.tsx';
import { useHome } from '../../use-home.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { FirstSteps } from './FirstSteps.tsx';
import { TodoList } from './TodoList.tsx';
import { VaultState } from './VaultState.tsx';
import './home-screen.css';

/** What is to be done now, and how the vault stands. A new vault begins with four steps, and what they do not say stands below. */
export const HomeScreen = () => {
  const words = useWordsWith(homeWords);
  const vault = useVault();
  const model = useHome();
  useEffect(() => void model.refresh(), []);
  const todos = model.besides.value;
  const error = model.error.value;
  const steps = model.firstSteps.value;
  return (
    <>
      <PageHeader title={words.home.title} why={words.dates.dayWithWeekday(vault.now())} />
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void model.refresh()} />}
      {!model.isRead.value ? (
        <div class="card">
          <Progress label={words.home.loading} />
        </div>
      ) : (
        <div class="home-screen">
          {steps !== null ? (
            <div class="stack">
              <FirstSteps steps={steps} missing={model.persons.value?.counts.withoutNumber ?? 0} />
              {todos === null || todos.length === 0 ? null : <TodoList todos={todos} leads={false} />}
            </div>
          ) : model.isAllDone.value ? (
            <Notice tone="ok" title={words.home.nothing}>
              {words.home.nothingWhy}
            </Notice>
          ) : todos === null ? null : todos.length === 0 ? (
            <div class="card">
              <Progress label={words.home.looking} />
            </div>
          ) : (
            <TodoList todos={todos} leads />
          )}
          <VaultState />
        </div>
      )}
    </>
  );
};
