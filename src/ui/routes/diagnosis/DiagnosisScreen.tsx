import { PageHeader } from '../../components/PageHeader.tsx';
import { useWords } from '../../words-context.ts';

export const DiagnosisScreen = () => {
  const words = useWords();
  return <PageHeader title={words.diagnosis.title} />;
};
