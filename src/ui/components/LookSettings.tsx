import { TEXT_SIZES } from '../../app/models/text-size-model.ts';
import { useApp } from '../app-context.ts';
import { useWords } from '../words-context.ts';
import { ChoiceGroup } from './ChoiceGroup.tsx';

/** Text size and language: of this device, not of a vault, so they can be chosen before anything is unlocked. */
export const LookSettings = () => {
  const words = useWords();
  const { textSize, language } = useApp();
  return (
    <div class="stack">
      <ChoiceGroup
        inline
        label={words.shell.textSize}
        value={textSize.size.value}
        onChange={textSize.choose}
        choices={TEXT_SIZES.map((size) => ({ value: size, label: words.shell.textSizes[size] }))}
      />
      <ChoiceGroup
        inline
        label={words.shell.language}
        value={language.language.value}
        onChange={(chosen) => void language.choose(chosen)}
        choices={[
          { value: 'ja', label: words.shell.japanese },
          { value: 'en', label: words.shell.english },
        ]}
      />
    </div>
  );
};
