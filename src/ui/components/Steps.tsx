import { useWords } from '../words-context.ts';
import './steps.css';

/** Where one is in a flow and what is left. `at` counts from 0. */
export const Steps = ({ names, at }: { readonly names: readonly string[]; readonly at: number }) => {
  const words = useWords();
  return (
    <div class="steps">
      <p class="steps__now">
        <span>{words.shell.stepOf(at + 1, names.length)}</span>
        <span class="steps__here">{names[at] ?? ''}</span>
      </p>
      <ol class="steps__list" role="list">
        {names.map((name, index) => (
          <li
            key={name}
            class="steps__step"
            data-state={index < at ? 'done' : index === at ? 'now' : 'left'}
            aria-current={index === at ? 'step' : undefined}
          >
            <span class="steps__mark" aria-hidden="true">
              {index + 1}
            </span>
            <span class="steps__name">
              {name}
              {index < at ? <span class="visually-hidden"> {words.shell.stepDone}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
};
