import type { ComponentChildren } from 'preact';
import type { VaultError } from '../../core/contract/errors.ts';
import type { RouteId } from '../../app/router/routes.ts';
import { hrefTo } from '../../app/router/routes.ts';
import { printsWords } from '../../i18n/screens/prints.ts';
import type { Printing } from '../use-print.ts';
import { useWordsWith } from '../words-context.ts';
import { Button, LinkButton } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import type { IconName } from './Icon.tsx';
import { PageHeader } from './PageHeader.tsx';
import { Progress } from './Progress.tsx';

/** What there is to put on paper. */
export type Paper =
  /** Read by now, or not to be read. */
  | { readonly at: 'reading'; readonly what: string; readonly error: VaultError | null; readonly onRetry: () => void }
  /** Nothing at all, or more than paper is for. */
  | { readonly at: 'none'; readonly icon: IconName; readonly title: string; readonly why?: string | undefined; readonly action?: ComponentChildren | undefined }
  | { readonly at: 'sheet'; readonly sheet: ComponentChildren };

/** What will be on paper, as it will look, and the one button that prints it. */
export const PrintScreen = (props: {
  readonly title: string;
  readonly why: string;
  readonly printing: Printing;
  readonly paper: Paper;
  readonly back: { readonly to: RouteId; readonly name: string };
  /** What else can be done with the sheet: buttons beside the one that prints. */
  readonly acts?: ComponentChildren | undefined;
  /** What became of them. */
  readonly news?: ComponentChildren | undefined;
  /** What has to be known or filled in before. */
  readonly before?: ComponentChildren | undefined;
  /** What is said of it on the screen alone. */
  readonly after?: ComponentChildren | undefined;
}) => {
  const text = useWordsWith(printsWords).prints;
  const { printing, paper } = props;
  const { isReady } = printing;
  return (
    <>
      <div class="no-print">
        <PageHeader title={props.title} why={props.why} />
      </div>
      <div class="stack">
        {props.before === undefined ? null : <div class="no-print">{props.before}</div>}
        <div class="stack stack--tight no-print">
          <div class="row">
            {isReady ? (
              <Button look="primary" icon="print" busy={printing.busy.value} onClick={() => void printing.print()}>
                {text.print}
              </Button>
            ) : null}
            {paper.at === 'sheet' ? props.acts : null}
            <LinkButton look="quiet" href={hrefTo(props.back.to)}>
              {props.back.name}
            </LinkButton>
          </div>
          {isReady && printing.error.value === null ? <p>{printing.busy.value ? text.recording : text.recorded}</p> : null}
          <NotRecorded printing={printing} />
          {props.news}
        </div>
        <OnPaper paper={paper} />
        {paper.at === 'sheet' && props.after !== undefined ? <div class="no-print">{props.after}</div> : null}
      </div>
    </>
  );
};

const OnPaper = ({ paper }: { readonly paper: Paper }) => {
  switch (paper.at) {
    case 'reading':
      return paper.error === null ? <Progress label={paper.what} /> : <ErrorNotice error={paper.error} onRetry={paper.onRetry} />;
    case 'none':
      return (
        <div class="card">
          <EmptyState icon={paper.icon} title={paper.title} action={paper.action}>
            {paper.why}
          </EmptyState>
        </div>
      );
    case 'sheet':
      return <>{paper.sheet}</>;
  }
};

/** The entry could not be written. Some sheets are printed all the same. */
const NotRecorded = ({ printing }: { readonly printing: Printing }) => {
  const words = useWordsWith(printsWords);
  const error = printing.error.value;
  if (error === null) return null;
  if (!printing.needsEntry) return <ErrorNotice error={error} />;
  return (
    <>
      <p>{words.prints.unrecorded}</p>
      <ErrorNotice error={error} onRetry={() => void printing.print()} />
    </>
  );
};
