import type { PersonId } from '../../core/domain/ids.ts';
import type { OldKeys } from '../../core/contract/person-api.ts';
import type { PersonKind } from '../../core/domain/person/person-kind.ts';
import type { FormParent } from './person-form-values.ts';

/** Why a person's page is opened: what it says first, or does. */
export type Arrival = 'registered' | 'changed' | 'merged' | 'mergedOwed' | 'enter';

/** What the list says after something has happened to people who are no longer on the screen. */
export interface ListNews {
  readonly cancelled: number;
  readonly copies: number;
  readonly oldKeys: OldKeys;
}

export interface RegisterStart {
  readonly kind: PersonKind | null;
  readonly parent: FormParent | null;
}

/**
 * What one screen hands to the next. Addresses stay in the browser's history on the disk, so none of it may stand in
 * them; it lives in memory, as long as the open vault, and whoever takes a thing takes it away.
 */
export interface HandOver {
  readonly arrive: (id: PersonId, how: Arrival) => void;
  readonly takeArrival: (id: PersonId) => Arrival | null;
  readonly register: (start: RegisterStart) => void;
  readonly takeRegister: () => RegisterStart | null;
  /** The person whose entries the record is to begin with. */
  readonly recordsOf: (id: PersonId) => void;
  readonly takeRecordsOf: () => PersonId | null;
  /** The screen of verification is opened in order to give the record away. */
  readonly give: () => void;
  readonly takeGiving: () => boolean;
  readonly tell: (news: ListNews) => void;
  readonly takeNews: () => ListNews | null;
}

/** One thing at a time: a newer one takes the place of one that nobody took. */
const box = <T>(): { readonly put: (thing: T) => void; readonly take: () => T | null } => {
  let inside: T | null = null;
  return {
    put: (thing) => {
      inside = thing;
    },
    take: () => {
      const taken = inside;
      inside = null;
      return taken;
    },
  };
};

export const createHandOver = (): HandOver => {
  const arrivals = box<{ readonly id: PersonId; readonly how: Arrival }>();
  const registers = box<RegisterStart>();
  const records = box<PersonId>();
  const giving = box<true>();
  const news = box<ListNews>();
  return {
    arrive: (id, how) => arrivals.put({ id, how }),
    takeArrival: (id) => {
      const arrival = arrivals.take();
      return arrival?.id === id ? arrival.how : null;
    },
    register: registers.put,
    takeRegister: registers.take,
    recordsOf: records.put,
    takeRecordsOf: records.take,
    give: () => giving.put(true),
    takeGiving: () => giving.take() ?? false,
    tell: news.put,
    takeNews: news.take,
  };
};
