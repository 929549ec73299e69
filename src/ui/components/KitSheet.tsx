import type { KitContent } from '../../core/contract/session-api.ts';
import { useApp } from '../app-context.ts';
import { useWords } from '../words-context.ts';
import { Icon, Sign } from './Icon.tsx';
import './kit-sheet.css';

/** The recovery sheet, the same on the screen and on A4: the code in large groups, what it opens, blanks to fill in. */
export const KitSheet = ({ kit, label }: { readonly kit: KitContent; readonly label: string }) => {
  const words = useWords();
  const { address } = useApp();
  return (
    <section class="kit-sheet" aria-label={words.kit.sheet}>
      <header class="kit-sheet__head">
        <Sign />
        <h2>{words.kit.sheet}</h2>
      </header>
      <p class="kit-sheet__warning">
        <Icon name="triangle" />
        <strong>{words.kit.notAlone}</strong>
      </p>
      <h3>{words.kit.code}</h3>
      <ol class="kit-sheet__code" role="list" translate={false}>
        {kit.recoveryCode.split('-').map((group, at) => (
          <li key={at}>
            <span class="kit-sheet__place">{words.kit.group(at + 1)}</span>
            <span class="kit-sheet__group">{group}</span>
          </li>
        ))}
      </ol>
      <p class="kit-sheet__hint">{words.kit.codeHint}</p>
      <dl class="kit-sheet__facts">
        <dt>{words.kit.vaultLabel}</dt>
        <dd>{label}</dd>
        <dt>{words.kit.madeAt}</dt>
        <dd>{words.dates.day(kit.createdAt)}</dd>
        <dt>{words.kit.address}</dt>
        <dd class="kit-sheet__mono">{address}</dd>
        <dt>{words.kit.vaultId}</dt>
        <dd class="kit-sheet__mono">{kit.vaultId}</dd>
        <dt>{words.kit.copies}</dt>
        <dd>
          <span class="kit-sheet__blank" />
          <span class="kit-sheet__blank" />
          <small>{words.kit.copiesHint}</small>
        </dd>
        <dt>{words.kit.keeper}</dt>
        <dd>
          <span class="kit-sheet__blank" />
        </dd>
      </dl>
      <h3>{words.kit.howTitle}</h3>
      <ul class="kit-sheet__how">
        {words.kit.how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
};
