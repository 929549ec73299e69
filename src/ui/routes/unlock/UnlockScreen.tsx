import { PageHeader } from '../../components/PageHeader.tsx';
import { useWords } from '../../words-context.ts';

export const UnlockScreen = () => {
  const words = useWords();
  return <PageHeader title={words.titles.unlock} />;
};
