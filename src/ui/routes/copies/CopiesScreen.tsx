import { PageHeader } from '../../components/PageHeader.tsx';
import { useWords } from '../../words-context.ts';

export const CopiesScreen = () => {
  const words = useWords();
  return <PageHeader title={words.copies.title} />;
};
