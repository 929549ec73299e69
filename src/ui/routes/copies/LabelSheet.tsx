import type { Label } from '../../../app/models/label-model.ts';
import { printsWords } from '../../../i18n/screens/prints.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import './label-sheet.css';

const LARGE = 4;
const SMALL = 9;
/** Enough to tell two vaults of one house apart, and to find them on the recovery sheet; nobody copies it by hand. */
const SHORT_ID = 8;

const times = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

/**
 * Labels for what a copy lies in, to be cut out. Whoever finds one learns whose it is and whom to ask: neither what is inside nor with
 * what it opens, for a finder may be a thief.
 */
export const LabelSheet = ({ label }: { readonly label: Label }) => {
  const { dates, prints } = useWordsWith(printsWords);
  const text = prints.label;
  const view = useVault().view.value;
  const parts: Parts = {
    name: view.label,
    day: label.day === null ? null : dates.day(label.day),
    vaultId: view.vaultId.slice(0, SHORT_ID),
    contact: label.contact === '' ? null : label.contact,
  };
  return (
    <section class="label-sheet" aria-label={text.sheet} tabIndex={0}>
      <h2 class="label-sheet__head">{text.large}</h2>
      <ul class="label-sheet__labels label-sheet__labels--large" role="list">
        {times(LARGE).map((at) => (
          <li key={at} class="copy-label copy-label--large" aria-hidden={at > 0 ? 'true' : undefined}>
            <Large parts={parts} />
          </li>
        ))}
      </ul>
      <h2 class="label-sheet__head">{text.small}</h2>
      <ul class="label-sheet__labels label-sheet__labels--small" role="list">
        {times(SMALL).map((at) => (
          <li key={at} class="copy-label copy-label--small" aria-hidden={at > 0 ? 'true' : undefined}>
            <Small parts={parts} />
          </li>
        ))}
      </ul>
      <p class="label-sheet__cut">{text.cut}</p>
    </section>
  );
};

interface Parts {
  readonly name: string;
  /** Null: a line to write on. */
  readonly day: string | null;
  readonly vaultId: string;
  readonly contact: string | null;
}

const Blank = () => <span class="copy-label__blank" />;

const Large = ({ parts }: { readonly parts: Parts }) => {
  const text = useWordsWith(printsWords).prints.label;
  return (
    <>
      <p class="copy-label__title">
        <span class="copy-label__word">{text.word}</span>
        <span class="copy-label__name">{parts.name}</span>
      </p>
      <dl class="copy-label__facts">
        <dt>{text.day}</dt>
        <dd>{parts.day ?? <Blank />}</dd>
        <dt>{text.vaultId}</dt>
        <dd class="copy-label__id">{parts.vaultId}</dd>
        <dt>{text.ask}</dt>
        <dd>{parts.contact ?? <Blank />}</dd>
      </dl>
      <p class="copy-label__found">
        {text.sealed}
        {text.found}
      </p>
    </>
  );
};

const Small = ({ parts }: { readonly parts: Parts }) => {
  const text = useWordsWith(printsWords).prints.label;
  return (
    <>
      <p class="copy-label__title">
        <span class="copy-label__word">{text.word}</span>
        <span class="copy-label__name">{parts.name}</span>
      </p>
      <p class="copy-label__line">
        {parts.day ?? (
          <>
            {text.day} <Blank />
          </>
        )}
      </p>
      <p class="copy-label__line">
        <span>{parts.contact ?? <Blank />}</span>
        <span class="copy-label__id">{parts.vaultId}</span>
      </p>
    </>
  );
};
