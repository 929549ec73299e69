import type { RuleSource } from '../rules/rule-source.ts';
import { IDENTITY_DOCUMENTS, NUMBER_DOCUMENTS, PROXY_DOCUMENTS } from './document.data.ts';

/** How somebody shows a document. A video call is none of these: that it counts as face to face is one opinion of 2015. */
export const CHANNELS = ['face', 'post', 'online'] as const;
export type Channel = (typeof CHANNELS)[number];

export type NumberDocumentCode = (typeof NUMBER_DOCUMENTS)[number]['code'];
export type IdentityDocumentCode = (typeof IDENTITY_DOCUMENTS)[number]['code'];
export type ProxyDocumentCode = (typeof PROXY_DOCUMENTS)[number]['code'];

export interface NumberDocument extends RuleSource {
  readonly code: NumberDocumentCode;
  readonly label: string;
  readonly channels: readonly Channel[];
  readonly accepted: boolean;
  /** Accepted only while name and address on it are those of the residence record. */
  readonly unchanged: boolean;
}

export interface IdentityDocument extends RuleSource {
  readonly code: IdentityDocumentCode;
  readonly label: string;
  /** photo: one is enough; plain: two are needed; exception: it stands for any document. */
  readonly kind: 'photo' | 'plain' | 'exception';
  readonly channels: readonly Channel[];
  /** Of persons in employment alone. */
  readonly staff: boolean;
}

export interface ProxyDocument extends RuleSource {
  readonly code: ProxyDocumentCode;
  readonly label: string;
}

/** Assigned, so that the data is held to the shapes. */
export const ALL_NUMBER_DOCUMENTS: readonly NumberDocument[] = NUMBER_DOCUMENTS;
export const ALL_IDENTITY_DOCUMENTS: readonly IdentityDocument[] = IDENTITY_DOCUMENTS;
export const ALL_PROXY_DOCUMENTS: readonly ProxyDocument[] = PROXY_DOCUMENTS;

const find = <T extends { readonly code: string }>(list: readonly T[], code: T['code']): T => {
  const found = list.find((one) => one.code === code);
  if (found === undefined) throw new RangeError(`no document ${code}`);
  return found;
};

export const numberDocumentOf = (code: NumberDocumentCode): NumberDocument => find(ALL_NUMBER_DOCUMENTS, code);
export const identityDocumentOf = (code: IdentityDocumentCode): IdentityDocument => find(ALL_IDENTITY_DOCUMENTS, code);
export const proxyDocumentOf = (code: ProxyDocumentCode): ProxyDocument => find(ALL_PROXY_DOCUMENTS, code);

const isCodeOf =
  <T extends { readonly code: string }>(list: readonly T[]) =>
  (value: unknown): value is T['code'] =>
    list.some(({ code }) => code === value);

export const isNumberDocumentCode = isCodeOf(ALL_NUMBER_DOCUMENTS);
export const isIdentityDocumentCode = isCodeOf(ALL_IDENTITY_DOCUMENTS);
export const isProxyDocumentCode = isCodeOf(ALL_PROXY_DOCUMENTS);
export const isChannel = (value: unknown): value is Channel => CHANNELS.some((channel) => channel === value);
