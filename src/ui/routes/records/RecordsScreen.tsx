import { PageHeader } from '../../components/PageHeader.tsx';
import { useWords } from '../../words-context.ts';

export const RecordsScreen = () => {
  const words = useWords();
  return <PageHeader title={words.records.title} />;
};
