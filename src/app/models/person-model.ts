import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultError } from '../../core/contract/errors.ts';
import type { LogPage } from '../../core/contract/log-api.ts';
import type { PersonView } from '../../core/contract/person-api.ts';
import type { PersonId } from '../../core/domain/ids.ts';
import type { OpenVault } from './open-vault.ts';

/** Entries shown on a person's page; the rest stand in the record. */
const RECENT = 5;

/** One person as the page shows it. */
export interface PersonModel {
  readonly id: PersonId;
  /** Null until it has been read. */
  readonly person: ReadonlySignal<PersonView | null>;
  readonly error: ReadonlySignal<VaultError | null>;
  /** The newest entries about the person; null when they could not be read. */
  readonly happened: ReadonlySignal<LogPage | null>;
  readonly load: () => Promise<void>;
  readonly release: () => void;
}

export const createPersonModel = ({ api, listen }: Pick<OpenVault, 'api' | 'listen'>, id: PersonId): PersonModel => {
  const person = signal<PersonView | null>(null);
  const error = signal<VaultError | null>(null);
  const happened = signal<LogPage | null>(null);
  let round = 0;
  let released = false;

  const loadHappened = async (): Promise<void> => {
    const query = { from: null, to: null, personId: id, memberId: null, actions: [], offset: 0, limit: RECENT };
    const answer = await api.listEntries(query);
    if (!released && answer.ok) happened.value = answer.value;
  };
  const load = async (): Promise<void> => {
    round += 1;
    const mine = round;
    const [answer] = await Promise.all([api.viewPerson(id), loadHappened()]);
    if (released || mine !== round) return;
    if (answer.ok) {
      person.value = answer.value;
      error.value = null;
    } else error.value = answer.error;
  };

  const stop = listen((event) => {
    if (event.type === 'PersonsChanged') void load();
    // Showing and matching change no person, but are entries.
    else if (event.type === 'LogGrew') void loadHappened();
  });
  return {
    id,
    person,
    error,
    happened,
    load,
    release: () => {
      released = true;
      stop();
    },
  };
};
