import { useWords } from '../words-context.ts';
import './progress.css';

/**
 * For whatever may take more than a second: what is being done, a bar, and a count in words. Without `total` the bar
 * says only that work goes on. The count is not read out at every step; the label is, once.
 */
export const Progress = (props: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly done?: number | undefined;
  readonly total?: number | undefined;
  /** In place of the count, where what is counted is not things but bytes. */
  readonly said?: string | undefined;
}) => {
  const words = useWords();
  const known = props.total !== undefined && props.total > 0 && props.done !== undefined;
  return (
    <div class="progress">
      <p class="progress__label" role="status">
        {props.label}
      </p>
      <progress
        class="progress__bar"
        aria-label={props.label}
        max={known ? props.total : undefined}
        value={known ? props.done : undefined}
      />
      {known ? <p class="progress__count">{props.said ?? words.shell.progress(props.done ?? 0, props.total ?? 0)}</p> : null}
      {props.hint === undefined ? null : <p class="progress__hint">{props.hint}</p>}
    </div>
  );
};
