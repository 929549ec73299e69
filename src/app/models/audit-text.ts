import { isAuditAction } from '../../core/domain/audit/action.ts';
import { AUDIT_CODES } from '../../core/domain/audit/codes.ts';
import { formatJapaneseYear } from '../../core/domain/date/era.ts';
import { filingOf } from '../../core/domain/filing/filing.ts';
import { identityDocumentOf, numberDocumentOf, proxyDocumentOf } from '../../core/domain/identity/document.ts';
import { purposeOf } from '../../core/domain/person/purpose.ts';
import type { Messages } from '../../i18n/messages.ts';

/** An act of an entry in words; one of a newer version keeps its name. */
export const actionText = ({ audit }: Pick<Messages, 'audit'>, action: string): string =>
  isAuditAction(action) ? audit.actions[action] : audit.unknownAction(action);

/** A code of an entry, 'family:value', in words. Purposes, filings and documents keep the wording of the law in every language. */
export const codeText = ({ audit }: Pick<Messages, 'audit'>, code: string): string => {
  const value = code.slice(code.indexOf(':') + 1);
  const family = code.slice(0, -value.length - 1);
  const found = <T extends string>(values: readonly T[], say: (value: T) => string): string => {
    const known = values.find((one) => one === value);
    return known === undefined ? audit.unknownCode(code) : say(known);
  };
  switch (family) {
    case 'purpose':
      return found(AUDIT_CODES.purpose, (one) => purposeOf(one).label);
    case 'reason':
      return found(AUDIT_CODES.reason, (one) => (one === 'inquiry' || one === 'input-check' ? audit.reasons[one] : purposeOf(one).label));
    case 'to':
      return found(AUDIT_CODES.to, (one) => audit.codes.to[one]);
    case 'result':
      return found(AUDIT_CODES.result, (one) => audit.codes.result[one]);
    case 'way':
      return found(AUDIT_CODES.way, (one) => audit.codes.way[one]);
    case 'tries':
      return found(AUDIT_CODES.tries, (one) => audit.codes.tries[one]);
    case 'setting':
      return found(AUDIT_CODES.setting, (one) => audit.codes.setting[one]);
    case 'content':
      return found(AUDIT_CODES.content, (one) => audit.codes.content[one]);
    case 'page':
      return found(AUDIT_CODES.page, (one) => audit.codes.page[one]);
    case 'filing':
      return found(AUDIT_CODES.filing, (one) => filingOf(one).label);
    case 'year':
      return found(AUDIT_CODES.year, (one) => audit.codes.year(formatJapaneseYear(Number(one)), Number(one)));
    case 'asked-by':
      return found(AUDIT_CODES['asked-by'], (one) => audit.codes['asked-by'][one]);
    case 'refusal':
      return found(AUDIT_CODES.refusal, (one) => audit.codes.refusal[one]);
    case 'channel':
      return found(AUDIT_CODES.channel, (one) => audit.codes.channel[one]);
    case 'number-document':
      return found(AUDIT_CODES['number-document'], (one) => numberDocumentOf(one).label);
    case 'identity-document':
      return found(AUDIT_CODES['identity-document'], (one) => identityDocumentOf(one).label);
    case 'proxy-document':
      return found(AUDIT_CODES['proxy-document'], (one) => proxyDocumentOf(one).label);
    default:
      return audit.unknownCode(code);
  }
};
