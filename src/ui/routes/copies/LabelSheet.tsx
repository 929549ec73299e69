import type { Label } from '../../../app/models/label-model.ts';
import { printsWords } from '../../../i18n/screens/prints.ts';
import { isLongName } from '../../name-text.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import '../../components/sheet.css';
import './label-sheet.css';

const LARGE = 4;
const SMALL = 9;
/** Enough to tell two vaults of one house apart, and to find them on the recovery sheet; nobody copies it by hand. */
const SHORT_ID = 8;

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
    <section class="sheet label-sheet" aria-label={text.sheet} tabIndex={0}>
      <Labels size="large" title={text.large} count={LARGE} parts={parts} />
      <Labels size="small" title={text.small} count={SMALL} parts={parts} />
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

/** One label, as often as there is room for it; whoever listens hears it once. */
const Labels = (props: { readonly size: 'large' | 'small'; readonly title: string; readonly count: number; readonly parts: Parts }) => {
  const text = useWordsWith(printsWords).prints.label;
  const Facts = props.size === 'large' ? LargeFacts : SmallFacts;
  return (
    <>
      <h2 class="label-sheet__head">{props.title}</h2>
      <ul class={`label-sheet__labels label-sheet__labels--${props.size}`} role="list">
        {Array.from({ length: props.count }, (_, at) => (
          <li key={at} class={`copy-label copy-label--${props.size}`} aria-hidden={at > 0 ? 'true' : undefined}>
            <p class="copy-label__title">
              <span class="copy-label__word">{text.word}</span>
              <span class="copy-label__name" data-long={isLongName(props.parts.name)}>
                {props.parts.name}
              </span>
            </p>
            <Facts parts={props.parts} />
          </li>
        ))}
      </ul>
    </>
  );
};

const Blank = () => <span class="copy-label__blank" />;

const LargeFacts = ({ parts }: { readonly parts: Parts }) => {
  const text = useWordsWith(printsWords).prints.label;
  return (
    <>
      <dl class="copy-label__facts">
        <dt>{text.day}</dt>
        <dd>{parts.day ?? <Blank />}</dd>
        <dt>{text.vaultId}</dt>
        <dd class="copy-label__id">{parts.vaultId}</dd>
        <dt>{text.ask}</dt>
        <dd>{parts.contact ?? <Blank />}</dd>
      </dl>
      <p class="copy-label__found">{text.found}</p>
    </>
  );
};

const SmallFacts = ({ parts }: { readonly parts: Parts }) => {
  const text = useWordsWith(printsWords).prints.label;
  return (
    <>
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
