import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import './dialog.css';

/** The first act that can be done; one that cannot be undone only where there is no other. */
const focusFirstAct = (dialog: HTMLElement): void => {
  const acts = [...dialog.querySelectorAll<HTMLElement>('.dialog__actions button:not([aria-disabled="true"])')];
  (acts.find((act) => !act.matches('.button--danger')) ?? acts[0])?.focus();
};

/**
 * A question that has to be answered before going on: the browser's own modal dialog, so that focus stays inside,
 * Escape means `onClose`, and focus returns to what had it. Focus begins in the first field of the question; without
 * one, at the first act that can be done and undone. The first button in `actions` is the main one. `isText`: something to
 * read and no question; focus begins on its title, and it is not read out as one long sentence.
 */
export const Dialog = (props: {
  readonly title: string;
  readonly children: ComponentChildren;
  readonly actions: ComponentChildren;
  readonly onClose: () => void;
  readonly isText?: boolean | undefined;
}) => {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const before = document.activeElement;
    const element = dialog.current;
    if (element !== null && !element.open) {
      element.showModal();
      if (props.isText === true) title.current?.focus();
      else if (document.activeElement?.closest('.dialog__body') === null) focusFirstAct(element);
    }
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(() => {
    // The button that had the focus has gone with its question: the next one gets it, or the keyboard would begin at the top.
    if (last.current === null || last.current.isConnected) return;
    last.current = null;
    if (dialog.current !== null) focusFirstAct(dialog.current);
  });
  return (
    <dialog
      ref={dialog}
      onFocusIn={(event) => {
        last.current = event.target instanceof Element ? event.target : null;
      }}
      class="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={props.isText === true ? undefined : `${id}-body`}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <h2 ref={title} class="dialog__title" id={`${id}-title`} tabIndex={props.isText === true ? -1 : undefined}>
        {props.title}
      </h2>
      <div class="dialog__body" id={`${id}-body`}>
        {props.children}
      </div>
      <div class="dialog__actions">{props.actions}</div>
    </dialog>
  );
};
