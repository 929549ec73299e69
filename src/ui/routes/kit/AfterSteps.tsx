import { useEffect } from 'preact/hooks';
import { kitWords } from '../../../i18n/screens/kit.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Progress } from '../../components/Progress.tsx';
import { StepList } from '../../components/StepList.tsx';
import { useWordsWith } from '../../words-context.ts';

/** The browser is asked, in this gesture, not to clear the data by itself; its answer is shown as it is. */
export const PersistStep = ({ onDone }: { readonly onDone: () => void }) => {
  const words = useWordsWith(kitWords);
  const { persist } = useApp();
  useEffect(() => void persist.check(), []);
  const answer = persist.answer.value;
  return (
    <>
      <PageHeader title={words.create.persistTitle} why={words.create.persistWhy} />
      <div class="stack">
        {answer === 'unknown' ? <Notice tone="ok" title={words.kit.rehearsed} /> : null}
        {answer === 'granted' ? <Notice tone="ok" live title={words.create.persistGranted} /> : null}
        {answer === 'refused' ? (
          <Notice tone="warn" live title={words.create.persistRefused}>
            {words.create.persistRefusedHow}
          </Notice>
        ) : null}
        {answer === 'unsupported' ? <Notice tone="warn" title={words.create.persistUnsupported} /> : null}
        {persist.asking.value ? <Progress label={words.create.persistAsking} /> : null}
        <div class="row">
          {answer === 'unknown' ? (
            <Button look="primary" busy={persist.asking.value} onClick={() => void persist.ask()}>
              {words.create.persistDo}
            </Button>
          ) : (
            <Button look="primary" onClick={onDone}>
              {words.actions.next}
            </Button>
          )}
          {answer === 'unknown' ? (
            <Button look="quiet" onClick={onDone}>
              {words.actions.later}
            </Button>
          ) : null}
        </div>
      </div>
    </>
  );
};

export const DoneStep = (props: {
  readonly fresh: boolean;
  readonly onLeave: (to: 'home' | 'register' | 'import' | 'settings' | 'copies') => void;
}) => {
  const words = useWordsWith(kitWords);
  if (!props.fresh)
    return (
      <>
        <PageHeader title={words.kit.rehearsed} why={words.kit.renewOld} />
        <div class="row">
          <Button look="primary" icon="copy" onClick={() => props.onLeave('copies')}>
            {words.copies.make}
          </Button>
          <Button onClick={() => props.onLeave('settings')}>{words.titles.settings}</Button>
        </div>
      </>
    );
  return (
    <>
      <PageHeader title={words.create.doneTitle} why={words.create.doneWhy} />
      <StepList steps={words.create.doneSteps} done={1} />
      <div class="row">
        <Button look="primary" icon="plus" onClick={() => props.onLeave('register')}>
          {words.create.doneNext}
        </Button>
        <Button icon="upload" onClick={() => props.onLeave('import')}>
          {words.create.doneImport}
        </Button>
        <Button look="quiet" onClick={() => props.onLeave('home')}>
          {words.create.doneHome}
        </Button>
      </div>
    </>
  );
};
