import { auditCode } from '../../../src/core/domain/audit/codes.ts';
import type { AuditCode } from '../../../src/core/domain/audit/codes.ts';
import type { Destination } from '../../../src/core/domain/filing/destination.ts';
import type { CivilDate } from '../../../src/core/domain/date/civil-date.ts';
import { startOfDayMs, tokyoDateOf } from '../../../src/core/domain/date/civil-date.ts';
import type { PersonId } from '../../../src/core/domain/ids.ts';
import { ok } from '../../../src/core/domain/result.ts';
import { parsePersonFields } from '../../../src/core/domain/person/parse-person.ts';
import type { PersonFields } from '../../../src/core/domain/person/person.ts';
import type { PurposeCode } from '../../../src/core/domain/person/purpose.ts';
import { defaultPurposes } from '../../../src/core/domain/person/purpose.ts';
import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { ID_BYTES } from '../../../src/core/formats/consts.ts';
import type { EntryDraft } from '../../../workers/vault/audit/plan.ts';
import type { SeededRandom } from '../seeded-random.ts';
import { createSeededRandom } from '../seeded-random.ts';
import type { SampleClock, SampleDevice } from './sample-device.ts';
import { createSeededFill, must } from './sample-device.ts';
import type { SamplePerson } from './sample-people.ts';
import { seedOf, westernDate } from './sample-people.ts';

export const BUSINESS = { entityType: 'sole', paysSalary: true } as const;

const SECOND = 1000;
/** Entries of one commit of uses, about: one filing of a small business, or a part of a large one's. */
const USES_A_COMMIT = 200;

/** What a number of a person of this kind is written on, and where that goes. */
const FILINGS: Readonly<Record<'owner' | 'employee' | 'dependant' | 'payee', readonly (readonly [PurposeCode, Destination])[]>> = {
  owner: [['owner-return', 'tax-office']],
  employee: [
    ['wage-withholding', 'tax-office'],
    ['wage-withholding', 'municipality'],
    ['employment-insurance', 'employment-office'],
    ['health-pension', 'pension-office'],
  ],
  dependant: [
    ['wage-withholding', 'tax-office'],
    ['wage-withholding', 'municipality'],
  ],
  payee: [['remuneration-report', 'tax-office']],
};

/** The one who works with the vault in the sample: the same acts through the same interface as a page has, at times that are set. */
export interface Scribe {
  readonly device: SampleDevice;
  readonly people: readonly SamplePerson[];
  readonly random: SeededRandom;
  /** Ids of people, once they are in the vault. */
  readonly ids: Map<number, PersonId>;
  /** Numbers as the vault has them now. */
  readonly numbers: Map<number, string>;
  readonly goTo: (day: CivilDate, hour: number) => void;
  readonly wait: (seconds: number) => void;
  readonly register: (at: number) => Promise<void>;
  readonly enterNumber: (at: number, digits: string) => Promise<void>;
  readonly idOf: (at: number) => PersonId;
  /** Finds those who came with a list. */
  readonly learnIds: () => void;
  readonly logSize: () => Promise<number>;
  /** Numbers written on filings: exactly so many entries, a few commits. None without anybody who has a number. */
  readonly useNumbers: (count: number) => Promise<void>;
}

export const createScribe = (device: SampleDevice, clock: SampleClock, seed: string, people: readonly SamplePerson[]): Scribe => {
  const { api } = device;
  const random = createSeededRandom(seedOf(`${seed} acts`));
  const fill = createSeededFill(`${seed} people`);
  const ids = new Map<number, PersonId>();
  const numbers = new Map<number, string>();
  let filing = 0;

  const wait = (seconds: number): void => {
    clock.now += seconds * SECOND;
  };
  const idOf = (at: number): PersonId => {
    const id = ids.get(at);
    if (id === undefined) throw new Error(`person ${at} is not in the vault yet`);
    return id;
  };

  const fieldsOf = (person: SamplePerson): PersonFields => {
    const { kind, relationship } = person;
    const corporate = person.corporateNumber !== null;
    const parentKind = person.parent === null ? null : (people[person.parent]?.kind ?? null);
    const written = (day: CivilDate | null): string | null => (day === null ? null : westernDate(day));
    const parsed = parsePersonFields(
      {
        ...person,
        corporate,
        parentId: person.parent === null ? null : idOf(person.parent),
        birthDate: written(person.birth),
        relationFrom: written(person.from),
        relationTo: written(person.to),
        purposes: defaultPurposes({ kind, parentKind, relationship, corporate }, BUSINESS),
      },
      { today: tokyoDateOf(clock.now), business: BUSINESS },
    );
    if (!parsed.ok) throw new Error(`${person.name}: ${JSON.stringify(parsed.error)}`);
    return parsed.value;
  };

  const vault = () => must(device.vaultRef.current());

  const learnIds = (): void => {
    const keyOf = (kind: string, code: string, name: string, parentId: string | null): string =>
      kind === 'dependant' ? `${parentId ?? ''} ${name}` : `${kind} ${code}`;
    const found = new Map(vault().writer.persons.all().map((row) => [keyOf(row.kind, row.code, row.name, row.parentId), row.id]));
    for (const [at, { kind, code, name, parent, number, numberLate, arrives }] of people.entries()) {
      const id = arrives === 'list' ? found.get(keyOf(kind, code, name, parent === null ? null : idOf(parent))) : undefined;
      if (id === undefined) continue;
      ids.set(at, id);
      if (number !== null && !numberLate) numbers.set(at, number);
    }
  };

  const useNumbers = async (count: number): Promise<void> => {
    const holders = vault().writer.persons.all().filter((row) => row.hasNumber);
    const owners = new Set(holders.filter((row) => row.kind === 'owner').map((row) => row.id));
    let entries: EntryDraft[] = [];
    const write = async (): Promise<void> => {
      const drafts = entries;
      entries = [];
      wait(20);
      must(await vault().writer.commit(async () => Promise.resolve(ok({ plan: { entries: drafts }, value: null }))));
    };
    for (let left = count; left > 0 && holders.length > 0; filing += 1) {
      for (const { id, kind, parentId } of holders) {
        const own = parentId !== null && owners.has(parentId);
        const filings = FILINGS[own ? 'owner' : kind];
        const [purpose, to] = filings[filing % filings.length] ?? ['owner-return', 'tax-office'];
        const codes: readonly AuditCode[] = [auditCode('purpose', purpose), auditCode('to', to)];
        entries.push({ action: 'use', subjectId: id, codes });
        left -= 1;
        if (left === 0) break;
      }
      if (entries.length >= USES_A_COMMIT) await write();
    }
    if (entries.length > 0) await write();
  };

  return {
    device,
    people,
    random,
    ids,
    numbers,
    goTo: (day, hour) => {
      clock.now = Math.max(clock.now, startOfDayMs(day) + hour * 3_600_000 + random.below(1800) * SECOND);
    },
    wait,
    idOf,
    learnIds,
    register: async (at) => {
      const person = people[at];
      if (person === undefined) return;
      const id = new Uint8Array(ID_BYTES);
      fill(id);
      ids.set(at, encodeBase64url(id) as PersonId);
      wait(90);
      must(await api.registerPerson({ id: idOf(at), fields: fieldsOf(person) }));
    },
    enterNumber: async (at, digits) => {
      wait(40);
      const replaces = numbers.has(at);
      must(await api.enterNumber({ personId: idOf(at), text: digits, again: replaces ? digits : null, replaces, sameAs: null }));
      numbers.set(at, digits);
    },
    logSize: async () => must(await api.viewCheckpoint()).size,
    useNumbers,
  };
};
