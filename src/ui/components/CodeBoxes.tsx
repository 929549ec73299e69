import { useEffect, useRef } from 'preact/hooks';
import { isRecoveryGroup, RECOVERY_GROUP_LENGTH } from '../../core/domain/recovery/recovery-code.ts';
import { codeWords } from '../../i18n/screens/code.ts';
import { useWordsWith } from '../words-context.ts';
import { Icon } from './Icon.tsx';
import './code-boxes.css';

const BETWEEN = /[\s\p{Pd}\u2212\u30fc.,_]+/gu;

/**
 * Groups of the recovery code, one box each, placed as on the paper. Each is checked as soon as it is full; a full box
 * hands on to the next, and a pasted code fills them all. `groups` are positions in the code, from 0.
 */
export const CodeBoxes = (props: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly groups: readonly number[];
  /** Texts in the order of `groups`. */
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  /** Positions the vault has found wrong. */
  readonly wrong?: readonly number[] | undefined;
  /** Puts the focus into the first box. */
  readonly begin?: boolean | undefined;
}) => {
  const words = useWordsWith(codeWords);
  const boxes = useRef<(HTMLInputElement | null)[]>([]);
  useEffect(() => {
    if (props.begin === true) boxes.current[0]?.focus();
  }, []);

  const put = (from: number, text: string): void => {
    const clean = text.normalize('NFKC').toUpperCase().replace(BETWEEN, '');
    const next = [...props.values];
    if (clean.length <= RECOVERY_GROUP_LENGTH) next[from] = clean;
    else
      for (let at = from; at < next.length; at += 1) {
        const start = (at - from) * RECOVERY_GROUP_LENGTH;
        const piece = clean.slice(start, start + RECOVERY_GROUP_LENGTH);
        if (piece !== '') next[at] = piece;
      }
    props.onChange(next);
    const full = Math.floor(clean.length / RECOVERY_GROUP_LENGTH);
    if (full > 0) boxes.current[Math.min(from + full, next.length - 1)]?.focus();
  };

  return (
    <fieldset class="code-boxes">
      <legend class="field__label">{props.label}</legend>
      {props.hint === undefined ? null : <p class="field__hint">{props.hint}</p>}
      <div class="code-boxes__list">
        {props.groups.map((group, at) => {
          const text = props.values[at] ?? '';
          const full = text.length >= RECOVERY_GROUP_LENGTH;
          const good = full && isRecoveryGroup(text, group) && props.wrong?.includes(group) !== true;
          const said = full ? (good ? words.unlock.groupGood(group + 1) : words.unlock.groupBad(group + 1)) : '';
          return (
            <div key={group} class="code-boxes__box" data-state={full ? (good ? 'good' : 'bad') : 'open'}>
              <label for={`code-${group}`}>{words.kit.group(group + 1)}</label>
              <input
                ref={(input) => {
                  boxes.current[at] = input;
                }}
                id={`code-${group}`}
                class="field__input field__input--code"
                type="text"
                value={text}
                maxLength={at === 0 ? 80 : 40}
                autocomplete="off"
                autocapitalize="characters"
                spellcheck={false}
                aria-invalid={full && !good ? 'true' : undefined}
                aria-describedby={`code-${group}-said`}
                onInput={(event) => put(at, event.currentTarget.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Backspace' && text === '' && at > 0) boxes.current[at - 1]?.focus();
                }}
              />
              <p id={`code-${group}-said`} class="code-boxes__said" aria-live="polite">
                {full ? <Icon name={good ? 'check' : 'octagon'} small /> : null}
                <span>{said}</span>
              </p>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
};
