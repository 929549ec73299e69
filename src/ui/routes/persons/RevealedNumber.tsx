import type { Reveal } from '../../../app/models/number-reveal-model.ts';
import { REVEAL_SECONDS } from '../../../core/domain/vault/limits.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { useWordsWith } from '../../words-context.ts';
import { reasonText } from './reason-text.ts';
import './revealed-number.css';

/**
 * The only place where a number stands in the page. Text that nobody can edit, select or translate, and no form field:
 * browsers write fields into their session files, and spelling checkers send them away. A screen reader says it when it
 * is gone to, digit by digit, not by itself into the room.
 */
export const RevealedNumber = (props: {
  readonly name: string;
  readonly reveal: Extract<Reveal, { readonly at: 'shown' }>;
}) => {
  const words = useWordsWith(personsWords);
  const text = words.numbers.reveal;
  const { digits, reason, left } = props.reveal;
  const groups = [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)];
  return (
    <div class="revealed-number">
      <p>{text.of(props.name)}</p>
      <div
        class="revealed-number__digits"
        role="img"
        aria-label={text.spoken(groups)}
        tabIndex={0}
        spellcheck={false}
        translate={false}
        onCopy={(event) => event.preventDefault()}
      >
        {groups.map((group, at) => (
          <span key={at}>{group}</span>
        ))}
      </div>
      <progress class="progress__bar" max={REVEAL_SECONDS} value={left} aria-label={text.left(left)} />
      <p class="revealed-number__left">{text.left(left)}</p>
      <p class="revealed-number__quiet">{text.notCopied}</p>
      {reason.reason === null || reason.until === null ? null : (
        <p class="revealed-number__quiet">
          {text.serves(reasonText(words, reason.reason), words.dates.clock(reason.until))}
        </p>
      )}
    </div>
  );
};
