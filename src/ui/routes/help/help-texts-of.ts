import { help as en } from '../../../i18n/en/help.ts';
import type { HelpTexts } from '../../../i18n/help-texts.ts';
import { help as ja } from '../../../i18n/ja/help.ts';

/** Both languages in one chunk, which nobody loads who does not ask for help. */
export const HELP_TEXTS: Readonly<Record<'ja' | 'en', HelpTexts>> = { ja, en };
