import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

/**
 * Fields and the button that sends them; Enter sends too. `onSubmit` says whether all was well: if not, focus goes to
 * the first field with an error, or the notice that says what failed comes into sight. Nothing is ever posted anywhere.
 */
export const Form = (props: { readonly onSubmit: () => Promise<boolean> | boolean; readonly children: ComponentChildren }) => {
  const form = useRef<HTMLFormElement>(null);
  const submit = async (): Promise<void> => {
    const good = await props.onSubmit();
    if (good) return;
    // The errors are drawn first.
    requestAnimationFrame(() => {
      const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input');
      if (field !== null && field !== undefined) field.focus();
      else document.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' });
    });
  };
  return (
    <form
      ref={form}
      class="stack stack--wide"
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {props.children}
    </form>
  );
};
