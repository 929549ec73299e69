import { system as en } from '../../../i18n/en/system.ts';
import type { SystemText } from '../../../i18n/ja/system.ts';
import { system as ja } from '../../../i18n/ja/system.ts';
import { useApp } from '../../app-context.ts';
import { PrintScreen } from '../../components/PrintScreen.tsx';
import { usePrint } from '../../use-print.ts';
import { SystemSheet } from './SystemSheet.tsx';

const TEXTS: Readonly<Record<'ja' | 'en', SystemText>> = { ja, en };

/** 「この金庫のしくみ」: a page for whoever inspects, the same on the screen and on A4. */
export const SystemScreen = () => {
  const { language } = useApp();
  const text = TEXTS[language.language.value];
  return (
    <PrintScreen
      title={text.title}
      why={text.why}
      printing={usePrint('system', true)}
      paper={{ at: 'sheet', sheet: <SystemSheet text={text} /> }}
      back={{ to: 'settings', name: text.back }}
    />
  );
};
