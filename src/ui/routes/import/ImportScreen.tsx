import { PageHeader } from '../../components/PageHeader.tsx';
import { useWords } from '../../words-context.ts';

export const ImportScreen = () => {
  const words = useWords();
  return <PageHeader title={words.imports.title} />;
};
