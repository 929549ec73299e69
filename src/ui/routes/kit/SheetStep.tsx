import type { KitContent } from '../../../core/contract/session-api.ts';
import { kitWords } from '../../../i18n/screens/kit.ts';
import { Button } from '../../components/Button.tsx';
import { KitSheet } from '../../components/KitSheet.tsx';
import { Notice } from '../../components/Notice.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { usePrint } from '../../use-print.ts';
import { useWordsWith } from '../../words-context.ts';

export const SheetStep = (props: {
  readonly kit: KitContent;
  readonly label: string;
  readonly onDone: () => void;
  readonly onLater: () => void;
}) => {
  const words = useWordsWith(kitWords);
  const printing = usePrint('kit', true);
  return (
    <div class="stack">
      <div class="no-print">
        <PageHeader
          title={words.kit.title}
          why={words.kit.why}
          actions={
            <Button icon="print" busy={printing.busy.value} onClick={() => void printing.print()}>
              {words.kit.print}
            </Button>
          }
        />
        <Notice tone="warn">{words.kit.noPhoto}</Notice>
      </div>
      <KitSheet kit={props.kit} label={props.label} />
      <div class="stack stack--tight no-print">
        <p>{words.kit.readyHint}</p>
        <div class="row">
          <Button look="primary" onClick={props.onDone}>
            {words.kit.ready}
          </Button>
          <Button look="quiet" onClick={props.onLater}>
            {words.kit.later}
          </Button>
        </div>
      </div>
    </div>
  );
};
