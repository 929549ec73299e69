import type { ComponentChildren } from 'preact';
import { printsWords } from '../../i18n/screens/prints.ts';
import type { Printing } from '../use-print.ts';
import { useWordsWith } from '../words-context.ts';
import { Button, LinkButton } from './Button.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import { PageHeader } from './PageHeader.tsx';

/** What will be on paper, and the one button that prints it. `ready` false: there is nothing to print yet, or nothing at all. */
export const PrintScreen = (props: {
  readonly title: string;
  readonly why: string;
  readonly printing: Printing;
  readonly ready: boolean;
  readonly back: { readonly href: string; readonly name: string };
  /** What has to be known or filled in before. */
  readonly before?: ComponentChildren | undefined;
  readonly children: ComponentChildren;
}) => {
  const words = useWordsWith(printsWords);
  const text = words.prints;
  const { printing } = props;
  const error = printing.error.value;
  return (
    <>
      <div class="no-print">
        <PageHeader title={props.title} why={props.why} />
      </div>
      <div class="stack">
        {props.before === undefined ? null : <div class="no-print">{props.before}</div>}
        <div class="stack stack--tight no-print">
          <div class="row">
            {props.ready ? (
              <Button look="primary" icon="print" busy={printing.busy.value} onClick={() => void printing.print()}>
                {text.print}
              </Button>
            ) : null}
            <LinkButton look="quiet" href={props.back.href}>
              {props.back.name}
            </LinkButton>
          </div>
          {props.ready ? <p>{printing.busy.value ? text.recording : text.recorded}</p> : null}
          {error === null ? null : (
            <ErrorNotice
              error={error}
              actions={<Button onClick={() => void printing.print()}>{words.actions.retry}</Button>}
            />
          )}
        </div>
        {props.children}
      </div>
    </>
  );
};
