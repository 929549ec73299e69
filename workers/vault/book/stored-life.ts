import { thresholdOf, THRESHOLDS } from '../../../src/core/domain/ask/ask-guard.ts';
import type { NumberRequest } from '../../../src/core/domain/ask/number-request.ts';
import { REFUSALS, REQUEST_WAYS } from '../../../src/core/domain/ask/number-request.ts';
import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import { isCivilDate } from '../../../src/core/domain/date/civil-date.ts';
import { DESTINATIONS } from '../../../src/core/domain/filing/destination.ts';
import { isFilingCode } from '../../../src/core/domain/filing/filing.ts';
import type { IdentityDocumentCode } from '../../../src/core/domain/identity/document.ts';
import { isChannel, isIdentityDocumentCode, isNumberDocumentCode, isProxyDocumentCode } from '../../../src/core/domain/identity/document.ts';
import type { IdentityCheck } from '../../../src/core/domain/identity/identity-check.ts';
import type { NumberUse, PendingFiling, PersonLife, PurposeNotice, ReturnedNumber } from '../../../src/core/domain/life/person-life.ts';
import { NO_LIFE, RETURN_REASONS } from '../../../src/core/domain/life/person-life.ts';
import { isPurposeCode } from '../../../src/core/domain/person/purpose.ts';
import type { Paper } from '../../../src/core/domain/retention/retention.ts';
import type { JsonObject, JsonValue } from '../../../src/core/formats/canonical.ts';
import { isArray, isCount, isObject } from '../../../src/core/formats/canonical.ts';

/**
 * PersonLife as it lies in a person page (public/spec/page-v1.md §5.3): what is empty has no key, what is one of many is a short array. A
 * reader keeps what a newer writer added, a key, an element, or a word of a list, and shows what it knows.
 */
export interface StoredLife {
  readonly life: PersonLife;
  /** Keys, and elements of lists, that this reader does not know. */
  readonly unknown: JsonObject;
}

export const NO_STORED_LIFE: StoredLife = { life: NO_LIFE, unknown: {} };

const oneOf = <T extends string>(words: readonly T[], value: JsonValue | undefined): T | null => words.find((word) => word === value) ?? null;
const isYear = (value: JsonValue | undefined): value is number => isCount(value, 1) && value <= 9999;
const date = (value: JsonValue | undefined): CivilDate | null => (isCivilDate(value) ? value : null);

/** An array of exactly so many elements; null: it is none, or a newer writer's longer one. */
const tuple = (value: JsonValue, length: number): readonly JsonValue[] | null => (isArray(value) && value.length === length ? value : null);

interface Codec<T> {
  readonly write: (value: T) => JsonValue;
  readonly read: (value: JsonValue) => T | null;
}

const request: Codec<NumberRequest> = {
  write: ({ askedOn, way, explained, refused }) => [askedOn, way, explained ? 1 : 0, refused?.on ?? '', refused?.reason ?? ''],
  read: (value) => {
    const [askedOn, way, explained, on, reason] = tuple(value, 5) ?? [];
    const asked = date(askedOn);
    const by = oneOf(REQUEST_WAYS, way);
    if (asked === null || by === null || (explained !== 0 && explained !== 1)) return null;
    if (on === '' && reason === '') return { askedOn: asked, way: by, explained: explained === 1, refused: null };
    const refusedOn = date(on);
    const why = oneOf(REFUSALS, reason);
    return refusedOn === null || why === null ? null : { askedOn: asked, way: by, explained: explained === 1, refused: { on: refusedOn, reason: why } };
  },
};

const notice: Codec<PurposeNotice> = {
  write: ({ on, purposes }) => [on, purposes],
  read: (value) => {
    const [on, purposes] = tuple(value, 2) ?? [];
    const day = date(on);
    return day === null || !isArray(purposes) || !purposes.every(isPurposeCode) ? null : { on: day, purposes };
  },
};

const check: Codec<IdentityCheck> = {
  write: ({ on, channel, numberDocument, identityDocuments, seenUnchanged, proxy }) => [on, channel, numberDocument, identityDocuments, seenUnchanged ? 1 : 0, proxy ?? ''],
  read: (value) => {
    const [on, channel, numberDocument, identity, unchanged, proxy] = tuple(value, 6) ?? [];
    const day = date(on);
    if (day === null || !isChannel(channel) || !isNumberDocumentCode(numberDocument) || !isArray(identity) || !identity.every(isIdentityDocumentCode)) return null;
    if ((unchanged !== 0 && unchanged !== 1) || !(proxy === '' || isProxyDocumentCode(proxy))) return null;
    const identityDocuments: readonly IdentityDocumentCode[] = identity;
    return { on: day, channel, numberDocument, identityDocuments, seenUnchanged: unchanged === 1, proxy: proxy === '' ? null : proxy };
  },
};

const use: Codec<NumberUse> = {
  write: ({ filing, year, destination, on }) => [filing, year, destination, on],
  read: (value) => {
    const [filing, year, to, on] = tuple(value, 4) ?? [];
    const destination = oneOf(DESTINATIONS, to);
    const day = date(on);
    return !isFilingCode(filing) || !isYear(year) || destination === null || day === null ? null : { filing, year, destination, on: day };
  },
};

const paper: Codec<Paper> = {
  write: ({ filing, year, anchor }) => [filing, year, anchor],
  read: (value) => {
    const [filing, year, on] = tuple(value, 3) ?? [];
    const anchor = date(on);
    return !isFilingCode(filing) || !isYear(year) || anchor === null ? null : { filing, year, anchor };
  },
};

const pending: Codec<PendingFiling> = {
  write: ({ filing, year, dueOn }) => [filing, year, dueOn],
  read: (value) => {
    const [filing, year, on] = tuple(value, 3) ?? [];
    const dueOn = date(on);
    return !isFilingCode(filing) || !isYear(year) || dueOn === null ? null : { filing, year, dueOn };
  },
};

const returned: Codec<ReturnedNumber> = {
  write: ({ on, reason }) => [on, reason],
  read: (value) => {
    const [day, why] = tuple(value, 2) ?? [];
    const on = date(day);
    const reason = oneOf(RETURN_REASONS, why);
    return on === null || reason === null ? null : { on, reason };
  },
};

type Payment = NonNullable<PersonLife['payment']>;
const payment: Codec<Payment> = {
  write: ({ code, staysBelow }) => [code, staysBelow ? 1 : 0],
  read: (value) => {
    const [word, below] = tuple(value, 2) ?? [];
    const code = oneOf(THRESHOLDS.map((threshold) => threshold.code), word);
    return code === null || (below !== 0 && below !== 1) ? null : { code: thresholdOf(code).code, staysBelow: below === 1 };
  },
};

const day: Codec<CivilDate> = { write: (value) => value, read: (value) => date(value) };

/** The keys of a life, in the order in which they are written. */
const LISTS = { requests: request, notices: notice, checks: check, uses: use, papers: paper, pending } as const;
const SINGLES = { returned, payment, lastPay: day, destroyedOn: day } as const;

type ListKey = keyof typeof LISTS;
type SingleKey = keyof typeof SINGLES;

const isListKey = (key: string): key is ListKey => Object.hasOwn(LISTS, key);
const isSingleKey = (key: string): key is SingleKey => Object.hasOwn(SINGLES, key);

const writeList = <T>({ write }: Codec<T>, values: readonly T[], strange: JsonValue | undefined): readonly JsonValue[] => [
  ...values.map(write),
  ...(isArray(strange) ? strange : []),
];

/** Null: there is nothing to write, and the record has no such key. */
export const storedLifeToJson = ({ life, unknown }: StoredLife): JsonObject | null => {
  const lists: Readonly<Record<ListKey, readonly JsonValue[]>> = {
    requests: writeList(request, life.requests, unknown['requests']),
    notices: writeList(notice, life.notices, unknown['notices']),
    checks: writeList(check, life.checks, unknown['checks']),
    uses: writeList(use, life.uses, unknown['uses']),
    papers: writeList(paper, life.papers, unknown['papers']),
    pending: writeList(pending, life.pending, unknown['pending']),
  };
  const singles: Readonly<Record<SingleKey, JsonValue>> = {
    returned: life.returned === null ? null : returned.write(life.returned),
    payment: life.payment === null ? null : payment.write(life.payment),
    lastPay: life.lastPay,
    destroyedOn: life.destroyedOn,
  };
  const known = [...Object.entries(lists).filter(([, list]) => list.length > 0), ...Object.entries(singles).filter(([, value]) => value !== null)];
  const others = Object.entries(unknown).filter(([key]) => !isListKey(key) && !known.some(([one]) => one === key));
  return known.length + others.length === 0 ? null : Object.fromEntries([...known, ...others]);
};

const readList = <T>({ read }: Codec<T>, list: readonly JsonValue[]): { readonly known: readonly T[]; readonly strange: readonly JsonValue[] } => {
  const known: T[] = [];
  const strange: JsonValue[] = [];
  for (const value of list) {
    const one = read(value);
    if (one === null) strange.push(value);
    else known.push(one);
  }
  return { known, strange };
};

/** Null when it is no object, or a list is none: what is in them may be a newer writer's. */
export const parseStoredLife = (value: JsonValue | undefined): StoredLife | null => {
  if (value === undefined) return NO_STORED_LIFE;
  if (!isObject(value)) return null;
  const known: [string, unknown][] = [];
  const unknown: [string, JsonValue][] = [];
  for (const [key, found] of Object.entries(value)) {
    if (isListKey(key)) {
      if (!isArray(found)) return null;
      const codec: Codec<unknown> = LISTS[key] as Codec<unknown>;
      const list = readList(codec, found);
      known.push([key, list.known]);
      if (list.strange.length > 0) unknown.push([key, list.strange]);
    } else if (isSingleKey(key)) {
      const one = SINGLES[key].read(found);
      if (one === null) unknown.push([key, found]);
      else known.push([key, one]);
    } else unknown.push([key, found]);
  }
  return { life: { ...NO_LIFE, ...Object.fromEntries(known) }, unknown: Object.fromEntries(unknown) };
};
