import { createWords } from '../../i18n/screens/create.ts';
import { useWordsWith } from '../words-context.ts';
import { Button } from './Button.tsx';
import { PageHeader } from './PageHeader.tsx';
import { StepList } from './StepList.tsx';

/**
 * On an iPhone or iPad outside the home screen, before anything is entered: what is stored in the tab would be cleared,
 * and the installed app could not see it. To be shown by every screen that brings data in.
 */
export const InstallFirst = ({ onSkip }: { readonly onSkip: () => void }) => {
  const words = useWordsWith(createWords);
  return (
    <>
      <PageHeader title={words.create.installTitle} why={words.create.installWhy} />
      <StepList steps={words.create.installSteps} firstIcon="share" />
      <div class="stack stack--tight">
        <p>{words.create.installSkipWhy}</p>
        <div>
          <Button onClick={onSkip}>{words.create.installSkip}</Button>
        </div>
      </div>
    </>
  );
};
