import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ListPlace } from '../../app/models/persons-model.ts';
import './virtual-list.css';

/** Rows drawn beyond the edges, so that a fast finger meets no blank. */
const BEYOND = 8;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/**
 * A long list of links of which only the rows in sight are in the page. It scrolls in its own frame where it has one,
 * and with the page where it has not (on a phone). One row can be reached by Tab; the arrow keys, Home and End move on
 * from there, and the row that has the focus stays drawn wherever one scrolls.
 */
export const VirtualList = (props: {
  readonly label: string;
  readonly count: number;
  readonly row: (index: number, isReachable: boolean) => ComponentChildren;
  readonly onSee: (first: number, last: number) => void;
  readonly place: ListPlace;
  /** With a new value the list begins at its top. */
  readonly question: number;
}) => {
  const frame = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const focusNext = useRef(false);
  const first = useSignal(0);
  const last = useSignal(20);
  const active = useSignal(props.place.active);
  const { count, place } = props;

  const measure = (): void => {
    const [box, rows] = [frame.current, list.current];
    if (box === null || rows === null || count === 0) return;
    const [outer, inner] = [box.getBoundingClientRect(), rows.getBoundingClientRect()];
    const height = inner.height / count;
    const top = Math.max(outer.top, 0) - inner.top;
    const bottom = Math.min(outer.bottom, window.innerHeight) - inner.top;
    if (height <= 0) return;
    first.value = Math.max(0, Math.min(count - 1, Math.floor(top / height) - BEYOND));
    last.value = Math.max(first.peek(), Math.min(count - 1, Math.ceil(bottom / height) + BEYOND));
    place.scrollTop = box.scrollTop;
    place.pageTop = window.scrollY;
  };
  const latest = useRef(measure);
  latest.current = measure;

  const goTo = (index: number): void => {
    const next = Math.max(0, Math.min(count - 1, index));
    if (next === active.peek()) return;
    active.value = next;
    place.active = next;
    focusNext.current = true;
  };

  useLayoutEffect(() => {
    if (frame.current !== null) frame.current.scrollTop = place.scrollTop;
  }, []);
  const asked = useRef(props.question);
  useLayoutEffect(() => {
    if (asked.current !== props.question) {
      asked.current = props.question;
      if (frame.current !== null) frame.current.scrollTop = 0;
      active.value = 0;
      place.active = 0;
    }
    measure();
  }, [props.question, count]);
  useEffect(() => {
    const listen = (): void => latest.current();
    const sizes = new ResizeObserver(listen);
    if (frame.current !== null) sizes.observe(frame.current);
    if (list.current !== null) sizes.observe(list.current);
    document.addEventListener('scroll', listen, { capture: true, passive: true });
    window.addEventListener('resize', listen);
    return () => {
      sizes.disconnect();
      document.removeEventListener('scroll', listen, { capture: true });
      window.removeEventListener('resize', listen);
    };
  }, []);
  useEffect(() => {
    props.onSee(Math.min(first.value, Math.max(count - 1, 0)), Math.min(last.value, Math.max(count - 1, 0)));
  }, [first.value, last.value, count, props.question]);
  useLayoutEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    list.current?.querySelector<HTMLElement>(`[data-at="${active.value}"] a`)?.focus();
  });

  // The list may have become shorter under both.
  const reachable = Math.min(active.value, count - 1);
  const begin = Math.min(first.value, count - 1);
  const drawn = Array.from({ length: Math.min(last.value, count - 1) - begin + 1 }, (_, at) => begin + at);
  if (!drawn.includes(reachable)) drawn.push(reachable);
  return (
    <div
      ref={frame}
      class="virtual-list"
      onKeyDown={(event) => {
        const step = STEPS[event.key];
        const target = event.key === 'Home' ? 0 : event.key === 'End' ? count - 1 : step === undefined ? null : active.peek() + step;
        if (target === null || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        goTo(target);
      }}
      onFocusIn={(event) => {
        const at = event.target instanceof Element ? event.target.closest('[data-at]')?.getAttribute('data-at') : null;
        if (at === null || at === undefined) return;
        active.value = Number(at);
        place.active = active.peek();
      }}
    >
      <ul ref={list} class="virtual-list__rows" role="list" aria-label={props.label} style={`--count:${count}`}>
        {drawn.map((index) => (
          <li
            key={index}
            class="virtual-list__row"
            data-at={index}
            aria-setsize={count}
            aria-posinset={index + 1}
            style={`--at:${index}`}
          >
            {props.row(index, index === reachable)}
          </li>
        ))}
      </ul>
    </div>
  );
};
