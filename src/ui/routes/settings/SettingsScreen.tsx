import { PageHeader } from '../../components/PageHeader.tsx';
import { useWords } from '../../words-context.ts';

export const SettingsScreen = () => {
  const words = useWords();
  return <PageHeader title={words.settings.title} />;
};
