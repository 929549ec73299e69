import { PageHeader } from '../../components/PageHeader.tsx';
import { useWords } from '../../words-context.ts';

export const LeakScreen = () => {
  const words = useWords();
  return <PageHeader title={words.settings.leakTitle} />;
};
