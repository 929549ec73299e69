import { SCHEMES } from '../../app/models/scheme-model.ts';
import { TEXT_SIZES } from '../../app/models/text-size-model.ts';
import { useApp } from '../app-context.ts';
import { useWords } from '../words-context.ts';
import { ChoiceGroup } from './ChoiceGroup.tsx';

/** Text size, colours and language: of this device, not of a vault, so they can be chosen before anything is unlocked. */
export const LookSettings = () => {
  const words = useWords();
  const { textSize, scheme, language } = useApp();
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
        label={words.shell.scheme}
        value={scheme.scheme.value}
        onChange={scheme.choose}
        choices={SCHEMES.map((one) => ({ value: one, label: words.shell.schemes[one] }))}
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
