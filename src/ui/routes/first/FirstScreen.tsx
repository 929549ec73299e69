import { PageHeader } from '../../components/PageHeader.tsx';
import { useWords } from '../../words-context.ts';

export const FirstScreen = () => {
  const words = useWords();
  return <PageHeader title={words.shell.app} />;
};
