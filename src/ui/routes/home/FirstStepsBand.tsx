import { useRef } from 'preact/hooks';
import { FIRST_STEPS } from '../../../app/models/first-steps.ts';
import type { RouteId } from '../../../app/router/routes.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import { homeWords } from '../../../i18n/screens/home.ts';
import { LinkButton } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useHome } from '../../use-home.ts';
import { useWordsWith } from '../../words-context.ts';
import '../../shell/bands.css';

/** Screens that say themselves where one is. */
const SAY_IT: readonly RouteId[] = ['home', 'kit', 'restore', 'leak', 'erase'];

/** On every other screen of a new vault: how many of the first steps are done, which one it is, and the way back to them. */
export const FirstStepsBand = ({ place }: { readonly place: RouteId }) => {
  const text = useWordsWith(homeWords).home.steps;
  const steps = useHome().firstSteps.value;
  /** The screen on which the last of them was done: it is said there, and nowhere again. */
  const doneAt = useRef<RouteId | null>(null);
  const before = useRef(steps);
  if (steps === null && before.current !== null) doneAt.current = place;
  before.current = steps;
  if (SAY_IT.includes(place)) return null;
  if (steps === null)
    return doneAt.current === place ? (
      <Notice tone="ok" live title={text.finished} actions={<LinkButton href={hrefTo('home')}>{text.finishedDo}</LinkButton>}>
        {text.finishedWhy}
      </Notice>
    ) : null;
  // Before anything else there is the sheet, and a band of its own says so.
  if (steps.now === 'kit') return null;
  const done = steps.done.length;
  return (
    <p class="thin-band">
      <span>
        <strong>{text.title}</strong> {text.left(done, FIRST_STEPS.length - done)} <span>{text.next(text[steps.now])}</span>
      </span>
      <a href={hrefTo('home')}>{text.nextDo}</a>
    </p>
  );
};
