import { PageHeader } from '../../components/PageHeader.tsx';
import { useWords } from '../../words-context.ts';

export const KitScreen = () => {
  const words = useWords();
  return <PageHeader title={words.kit.title} />;
};
