import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

/**
 * Fields and the button that sends them; Enter sends too. `onSubmit` says whether all was well: if not, focus goes to
 * the first field with an error, or the notice that says what failed comes into sight. Nothing is ever posted anywhere.
 */
export const Form = (props: {
  readonly onSubmit: () => Promise<boolean> | boolean;
  /** For forms with a password: the vault's label, under which a password manager keeps it. */
  readonly account?: string | undefined;
  /** Where the focus begins in a field: the title of the screen, to be heard on the way there. */
  readonly label?: string | undefined;
  readonly children: ComponentChildren;
}) => {
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
      aria-label={props.label}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {props.account === undefined ? null : <Account label={props.account} />}
      {props.children}
    </form>
  );
};

/**
 * Nobody types here and nobody sees it: without a name beside it a manager mixes up the passwords of two vaults. The text
 * is an attribute, never typed, so that the browser does not write it into its session files.
 */
const Account = ({ label }: { readonly label: string }) => (
  <input type="text" name="username" autocomplete="username" defaultValue={label} readOnly hidden tabIndex={-1} />
);
