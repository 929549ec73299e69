import { signal } from '@preact/signals';
import type { OpenVault } from '../../../../src/app/models/open-vault.ts';
import type { VaultCalls } from '../../../../src/app/bridge/vault-client.ts';
import type { VaultEvent } from '../../../../src/core/contract/events.ts';
import type { SessionView } from '../../../../src/core/contract/session-api.ts';
import type { FakeBook } from '../../../support/fake-book.ts';
import { createFakeBook } from '../../../support/fake-book.ts';
import type { FakePerson } from '../../../support/fake-persons.ts';
import { workshop } from '../../../support/fake-persons.ts';
import { createFakeVault, fakeView } from '../../../support/fake-vault-api.ts';

export const NOON = Date.UTC(2026, 10, 22, 3, 0);

type Part = Pick<OpenVault, 'api' | 'listen' | 'view' | 'now' | 'waiting' | 'doubts' | 'hold'>;

export interface TestVault extends Part {
  readonly book: FakeBook;
  readonly calls: { readonly name: string; readonly input: unknown }[];
  readonly held: (() => boolean)[];
  time: number;
}

/** The parts of an open vault that models are given, on the workshop of a dozen people. */
export const testVault = (
  options: {
    readonly persons?: readonly FakePerson[];
    readonly more?: (book: FakeBook) => Partial<VaultCalls>;
    readonly view?: Partial<SessionView>;
    readonly copies?: Parameters<typeof createFakeBook>[0]['copies'];
    readonly changesSince?: number;
  } = {},
): TestVault => {
  const listeners = new Set<(event: VaultEvent) => void>();
  const book = createFakeBook({
    persons: options.persons ?? workshop(NOON),
    copies: options.copies ?? [],
    changesSince: options.changesSince ?? 0,
    now: () => vault.time,
  });
  book.emit = (event) => {
    for (const listener of listeners) listener(event);
  };
  const { api } = createFakeVault({ more: { ...book.calls, ...options.more?.(book) } });
  const calls: { readonly name: string; readonly input: unknown }[] = [];
  const spied = new Proxy(api, {
    get: (target, name: keyof VaultCalls) => (input: never) => {
      calls.push({ name, input });
      return (target[name] as (input: never) => unknown)(input);
    },
  });
  const vault: TestVault = {
    book,
    calls,
    api: spied,
    time: NOON,
    now: () => vault.time,
    view: signal(fakeView(options.view)),
    waiting: signal(0),
    doubts: signal(0),
    hold: (isUnfinished) => {
      vault.held.push(isUnfinished);
    },
    held: [],
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return vault;
};

/** Lets answers that are on their way arrive. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
  await new Promise((done) => setTimeout(done, 0));
};

/** An answer that comes when the test says so. */
export const held = <T>(): { readonly promise: Promise<T>; readonly give: (value: T) => void } => {
  let give: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    give = resolve;
  });
  return { promise, give: (value) => give(value) };
};
