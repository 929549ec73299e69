import { restoreWords } from '../../../i18n/screens/restore.ts';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { FileDrop } from '../../components/FileDrop.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { Steps } from '../../components/Steps.tsx';
import { useRestore } from '../../use-restore.ts';
import { useWordsWith } from '../../words-context.ts';

const ENDING = '.kinko';

/** One file or many: which is the newest that can be used, the app finds out. */
export const ChooseCopies = () => {
  const words = useWordsWith(restoreWords);
  const text = words.restore;
  const model = useRestore();
  return (
    <>
      <Steps names={Object.values(text.steps)} at={0} />
      <PageHeader title={text.title} why={text.why} />
      <div class="stack">
        {model.error.value === null ? null : <ErrorNotice error={model.error.value} />}
        <FileDrop button={text.choose} hint={text.drop} accept={ENDING} onFiles={(files) => void model.inspect(files)}>
          <div class="restore-screen__choose">
            <h2>{text.chooseTitle}</h2>
            <p>{text.chooseWhy}</p>
          </div>
        </FileDrop>
        <Card title={text.none}>
          <p>{text.noneWhy}</p>
        </Card>
      </div>
    </>
  );
};
