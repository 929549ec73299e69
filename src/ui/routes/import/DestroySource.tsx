import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import type { ImportId } from '../../../core/domain/ids.ts';
import { importWords } from '../../../i18n/screens/import.ts';
import { Card } from '../../components/Card.tsx';
import { useWordsWith } from '../../words-context.ts';

/** One import whose files may still lie about: what names them, and the act that says that they are gone. */
export interface SourceToDestroy {
  readonly importId: ImportId;
  readonly named: readonly string[];
  readonly act: ComponentChildren;
}

/** Why and how the files that were read are to be destroyed: once for all of them, and each import with its own act. */
export const DestroySource = (props: { readonly why: string; readonly sources: readonly SourceToDestroy[] }) => {
  const text = useWordsWith(importWords).imports.done;
  return (
    <Card title={text.destroyTitle}>
      <div class="stack">
        <p>{props.why}</p>
        <ol class="import-done__steps">
          {text.destroySteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {props.sources.map(({ importId, named, act }) => (
          <Fragment key={importId}>
            <ul class="import-done__files" role="list">
              {named.map((name) => (
                <li key={name}>
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
            {act}
          </Fragment>
        ))}
      </div>
    </Card>
  );
};
