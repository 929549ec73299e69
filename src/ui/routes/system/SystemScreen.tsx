import { hrefTo } from '../../../app/router/routes.ts';
import { system as en } from '../../../i18n/en/system.ts';
import type { SystemText } from '../../../i18n/ja/system.ts';
import { system as ja } from '../../../i18n/ja/system.ts';
import { useApp } from '../../app-context.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { usePrint } from '../../use-print.ts';
import { SystemSheet } from './SystemSheet.tsx';

const TEXTS: Readonly<Record<'ja' | 'en', SystemText>> = { ja, en };

/** 「この金庫のしくみ」: a page for whoever inspects, the same on the screen and on A4. */
export const SystemScreen = () => {
  const { language } = useApp();
  const printing = usePrint('system', true);
  const text = TEXTS[language.language.value];
  return (
    <>
      <div class="no-print">
        <PageHeader title={text.title} why={text.why} />
      </div>
      <div class="stack">
        <div class="row no-print">
          <Button look="primary" icon="print" busy={printing.busy.value} onClick={() => void printing.print()}>
            {text.print}
          </Button>
          <LinkButton look="quiet" href={hrefTo('settings')}>
            {text.back}
          </LinkButton>
        </div>
        <SystemSheet text={text} />
      </div>
    </>
  );
};
