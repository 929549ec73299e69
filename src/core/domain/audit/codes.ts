import type { Refusal, RequestWay } from '../ask/number-request.ts';
import { REFUSALS, REQUEST_WAYS } from '../ask/number-request.ts';
import type { Destination } from '../filing/destination.ts';
import { DESTINATIONS } from '../filing/destination.ts';
import { FILING_YEARS } from '../filing/filing-year.ts';
import type { FilingCode } from '../filing/filing.ts';
import { FILING_CODES } from '../filing/filing.ts';
import type { Channel, IdentityDocumentCode, NumberDocumentCode, ProxyDocumentCode } from '../identity/document.ts';
import { ALL_IDENTITY_DOCUMENTS, ALL_NUMBER_DOCUMENTS, ALL_PROXY_DOCUMENTS, CHANNELS } from '../identity/document.ts';
import type { PurposeCode } from '../person/purpose.ts';
import { PURPOSE_CODES } from '../person/purpose.ts';
import type { RevealReason } from '../reveal/reason.ts';
import { REVEAL_REASONS } from '../reveal/reason.ts';

/** How something came out. */
export const AUDIT_RESULTS = ['match', 'no-match', 'good', 'bad'] as const;
/** Which way in was used or changed. */
export const AUDIT_WAYS = ['password', 'recovery'] as const;
/** How many failed tries there were, where not each of them is an entry. */
export const AUDIT_TRIES = ['over-20'] as const;
/** Which setting was changed. */
export const AUDIT_SETTINGS = ['label', 'business', 'idle-minutes'] as const;
/** Sheets the app prints: each printing is an entry. `log`: the record, whole or narrowed. */
export const PRINTED_SHEETS = ['log', 'kit', 'checkpoint', 'persons', 'label', 'system'] as const;
/** What an import or export was about, or what was printed. */
export const AUDIT_CONTENTS = ['staff', 'dependants', 'payees', ...PRINTED_SHEETS] as const;
/** What kind of page was found damaged: the kinds of public/spec/page-v1.md §3. */
export const AUDIT_PAGES = ['head', 'index', 'person', 'number', 'tail', 'log', 'table', 'checkpoint', 'attach', 'list', 'setting', 'draft', 'other'] as const;

/**
 * An entry's codes are 'family:value', both from closed lists: an entry carries no text of anyone's. A verifier reports
 * a code it does not know and goes on. The words stand in entries for ever: never rename one.
 */
export interface AuditCodeFamilies {
  /** A purpose given or taken, or the one a use was for. */
  readonly purpose: PurposeCode;
  /** Why a number was shown. */
  readonly reason: RevealReason;
  readonly to: Destination;
  /** The document a number was written on, and the year it is of. */
  readonly filing: FilingCode;
  readonly year: `${number}`;
  readonly result: (typeof AUDIT_RESULTS)[number];
  readonly way: (typeof AUDIT_WAYS)[number];
  readonly tries: (typeof AUDIT_TRIES)[number];
  readonly setting: (typeof AUDIT_SETTINGS)[number];
  readonly page: (typeof AUDIT_PAGES)[number];
  readonly content: (typeof AUDIT_CONTENTS)[number];
  /** By what way a number was asked for, and why it was not given. */
  readonly 'asked-by': RequestWay;
  readonly refusal: Refusal;
  /** How somebody showed what, and what was shown. */
  readonly channel: Channel;
  readonly 'number-document': NumberDocumentCode;
  readonly 'identity-document': IdentityDocumentCode;
  readonly 'proxy-document': ProxyDocumentCode;
}

export type AuditCodeFamily = keyof AuditCodeFamilies;

export const AUDIT_CODES: { readonly [F in AuditCodeFamily]: readonly AuditCodeFamilies[F][] } = {
  purpose: PURPOSE_CODES,
  reason: REVEAL_REASONS,
  to: DESTINATIONS,
  result: AUDIT_RESULTS,
  way: AUDIT_WAYS,
  tries: AUDIT_TRIES,
  setting: AUDIT_SETTINGS,
  page: AUDIT_PAGES,
  content: AUDIT_CONTENTS,
  filing: FILING_CODES,
  year: FILING_YEARS,
  'asked-by': REQUEST_WAYS,
  refusal: REFUSALS,
  channel: CHANNELS,
  'number-document': ALL_NUMBER_DOCUMENTS.map(({ code }) => code),
  'identity-document': ALL_IDENTITY_DOCUMENTS.map(({ code }) => code),
  'proxy-document': ALL_PROXY_DOCUMENTS.map(({ code }) => code),
};

export type AuditCode = { [F in AuditCodeFamily]: `${F}:${AuditCodeFamilies[F]}` }[AuditCodeFamily];

/** As it stands in an entry. */
export const auditCode = <F extends AuditCodeFamily>(family: F, value: AuditCodeFamilies[F]): `${F}:${AuditCodeFamilies[F]}` =>
  `${family}:${value}`;

const KNOWN: ReadonlySet<string> = new Set(
  Object.entries(AUDIT_CODES).flatMap(([family, values]) => values.map((value) => `${family}:${value}`)),
);

export const isAuditCode = (text: string): text is AuditCode => KNOWN.has(text);
