import type { KitContent } from '../../core/contract/session-api.ts';
import { codeWords } from '../../i18n/screens/code.ts';
import { useApp } from '../app-context.ts';
import { useWordsWith } from '../words-context.ts';
import { Icon } from './Icon.tsx';
import { Sheet, SheetFacts } from './Sheet.tsx';
import './kit-sheet.css';

/** The recovery sheet: the code in large groups, what it opens, blanks to fill in. */
export const KitSheet = ({ kit, label }: { readonly kit: KitContent; readonly label: string }) => {
  const words = useWordsWith(codeWords);
  const text = words.kit;
  const { address } = useApp();
  return (
    <Sheet title={text.sheet}>
      <p class="kit-sheet__warning">
        <Icon name="triangle" />
        <strong>{text.notAlone}</strong>
      </p>
      <h3>{text.code}</h3>
      <ol class="kit-sheet__code" role="list" translate={false}>
        {kit.recoveryCode.split('-').map((group, at) => (
          <li key={at}>
            <span class="kit-sheet__place">{text.group(at + 1)}</span>
            <span class="kit-sheet__group">{group}</span>
          </li>
        ))}
      </ol>
      <p class="sheet__hint">{text.codeHint}</p>
      <SheetFacts
        facts={[
          { name: text.vaultLabel, value: label },
          { name: text.madeAt, value: words.dates.day(kit.createdAt) },
          { name: text.address, value: address, mono: true },
          { name: text.vaultId, value: kit.vaultId, mono: true },
          { name: text.copies, value: <Blanks hint={text.copiesHint} /> },
          { name: text.keeper, value: <span class="kit-sheet__blank" /> },
        ]}
      />
      <h3>{text.howTitle}</h3>
      <ul class="kit-sheet__how">
        {text.how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Sheet>
  );
};

const Blanks = ({ hint }: { readonly hint: string }) => (
  <>
    <span class="kit-sheet__blank" />
    <span class="kit-sheet__blank" />
    <small>{hint}</small>
  </>
);
