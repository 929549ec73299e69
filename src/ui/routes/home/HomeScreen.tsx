import { PageHeader } from '../../components/PageHeader.tsx';
import { useWords } from '../../words-context.ts';

export const HomeScreen = () => {
  const words = useWords();
  return <PageHeader title={words.home.title} />;
};
