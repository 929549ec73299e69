import { beforeAll, expect, test } from 'vitest';
import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import { ok } from '../../../src/core/domain/result.ts';
import { isArray } from '../../../src/core/formats/canonical.ts';
import { encodeCheckpoint, parseCheckpoint } from '../../../src/core/formats/log/checkpoint.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import { appendLeaf, createFrontier, frontierRoot } from '../../../src/core/formats/log/merkle.ts';
import { parseLogPage } from '../../../workers/vault/audit/log-page.ts';
import type { CopiedPage } from '../../../workers/vault/copy/open-container.ts';
import { createHasher } from '../../../workers/vault/crypto/sha256.ts';
import { ALL, fields, personId, rehearse } from '../service/support.ts';
import type { MadeVault, TestDevice } from '../session/support/device.ts';
import { createTestDevice, makeVault, must, PASSWORD } from '../session/support/device.ts';
import type { CopyContent, OpenedCopy } from './forged-copy.ts';
import { openCopy } from './forged-copy.ts';

// A26: log lines and statements of another vault, or of another log of this one, put into a copy by somebody who holds the keys of both
// and seals and signs it as ours are. No such copy is restored, whether or not its vault is on the device; none is read back as good.

const secret = { kind: 'password', password: PASSWORD } as const;

interface Side {
  readonly device: TestDevice;
  readonly vault: MadeVault;
  readonly file: File;
  readonly copy: OpenedCopy;
}

/** Restored once, so that it has a closed log before its own. */
const makeSide = async (label: string): Promise<Side> => {
  const first = await createTestDevice();
  const made = await makeVault(first, { label });
  await rehearse(made);
  must(await made.worker.api.registerPerson({ id: personId(), fields: fields({ name: label }) }));
  const early = must(await made.worker.api.makeCopy());
  const device = await createTestDevice();
  const worker = await device.boot();
  const { storeId } = must(await worker.api.restoreCopy({ file: early.file, secret, evenIfOlder: false }));
  must(await worker.api.registerPerson({ id: personId(), fields: fields({ name: `${label}次` }) }));
  const { file } = must(await worker.api.makeCopy());
  const own = new File([file], 'a.kinko');
  return { device, vault: { ...made, worker, storeId }, file: own, copy: await openCopy(own) };
};

let one: Side;
let two: Side;
let sha256: Awaited<ReturnType<typeof createHasher>>['sha256'];
beforeAll(async () => {
  [one, two] = [await makeSide('一'), await makeSide('二')];
  ({ sha256 } = await createHasher());
});

const isOf = (kind: string, book?: string) => ({ ref }: CopiedPage): boolean => ref.kind === kind && (book === undefined || ref.book === book);

const changed = (content: CopyContent, which: (page: CopiedPage) => boolean, change: (page: CopiedPage) => CopiedPage): CopyContent => ({
  ...content,
  pages: content.pages.map((page) => (which(page) ? change(page) : page)),
});

const entriesOf = ({ content }: CopiedPage): readonly unknown[] => (isArray(content['entries']) ? content['entries'] : []);

const pageOf = ({ copy }: Side, kind: string, book: string): CopiedPage => {
  const page = copy.content.pages.find(isOf(kind, book));
  if (page === undefined) throw new Error(`no ${book}/${kind}`);
  return page;
};

const closedBook = ({ copy }: Side): string => copy.content.pages.map(({ ref }) => ref.book).find((book) => book !== 'own') ?? '';

/** Restored on a device without the vault, and on the one where it is. */
const restoredAs = async (file: File): Promise<readonly (VaultError | 'good' | 'broken')[]> => {
  const answers: (VaultError | 'good' | 'broken')[] = [];
  for (const device of [await createTestDevice(), one.device]) {
    const back = await device.snapshotAll();
    const worker = await device.boot();
    const answer = await worker.api.restoreCopy({ file, secret, evenIfOlder: true });
    answers.push(answer.ok ? answer.value.record : answer.error);
    if (answer.ok) must(await worker.api.lock());
    worker.kill();
    await back();
  }
  return answers;
};

test('what is forged without a change is taken: the forger seals and signs as the app does', async () => {
  must(await one.vault.worker.api.lock());
  expect(await restoredAs(await one.copy.forge(one.copy.content))).toEqual(['good', 'good']);
});

const REFUSED: VaultError = { type: 'FileRefused', reason: 'Damaged' };

test('log lines of another vault or another log are refused', async () => {
  const { content, forge } = one.copy;
  const foreign = [pageOf(two, 'log', 'own'), pageOf(two, 'log', closedBook(two)), pageOf(one, 'log', closedBook(one))];
  expect(foreign.map(({ content: { log } }) => log === two.vault.storeId)).toEqual([true, false, false]);
  const forged: [string, CopyContent][] = [];
  for (const [at, page] of foreign.entries()) {
    forged.push([`the page ${at} as it is`, changed(content, isOf('log', 'own'), (own) => ({ ...own, content: page.content }))]);
    forged.push([`the page ${at} under our log's id`, changed(content, isOf('log', 'own'), (own) => ({ ...own, content: { ...page.content, log: one.vault.storeId } }))]);
    const [line] = entriesOf(page);
    const withLine = (place: number, drop: number) =>
      changed(content, isOf('log', 'own'), (own) => ({ ...own, content: { ...own.content, entries: entriesOf(own).toSpliced(place, drop, line) as never } }));
    const last = entriesOf(pageOf(one, 'log', 'own')).length;
    for (const [words, place, drop] of [['before', 0, 0], ['between', 1, 0], ['behind', last, 0], ['instead', 1, 1]] as const) forged.push([`a line of page ${at} ${words}`, withLine(place, drop)]);
  }
  const log: CopiedPage = { ref: { book: 'log-5', kind: 'log', no: 0 }, content: pageOf(two, 'log', 'own').content };
  const twos = [...two.copy.content.checkpoints, ...notesOf(two.copy.content)];
  forged.push(['a whole log of another vault', { ...content, pages: [...content.pages, log] }]);
  forged.push(['the same with what vouches for it', { ...content, pages: [...content.pages, log], checkpoints: [...twos, ...content.checkpoints] }]);
  for (const [words, next] of forged) expect([words, await restoredAs(await forge(next))]).toEqual([words, [REFUSED, REFUSED]]);
});

const notesOf = ({ pages }: CopyContent): readonly string[] =>
  pages.filter(isOf('checkpoint')).flatMap(({ content: { notes } }) => (isArray(notes) ? notes.map(String) : []));

/** A checkpoint over the first entries of the copy's own log, rightly, but in the name of another vault. */
const statementOf = async (vaultId: VaultId, logId: StoreId, size: number, sign: (text: string) => Promise<string>): Promise<string> => {
  const stretch = parseLogPage(pageOf(one, 'log', 'own').content, one.copy.content.header.vaultId, one.vault.storeId, sha256);
  let frontier = createFrontier();
  for (const leaf of stretch?.leaves.slice(0, size) ?? []) frontier = appendLeaf(sha256, frontier, leaf);
  return sign(encodeCheckpoint({ vaultId, logId, size, root: frontierRoot(sha256, frontier) }));
};

test('statements of another vault, or of a log that is not in the copy, are refused', async () => {
  const { content, forge } = one.copy;
  const elsewhere = await makeSide('三');
  const vaults = [one.copy.content.header.vaultId, two.copy.content.header.vaultId];
  const ours = await statementOf(content.header.vaultId, one.vault.storeId, 1, one.copy.sign);
  const foreign: [string, string][] = [
    ['another vault, its own log', two.copy.content.checkpoints.at(-1) ?? ''],
    ['another vault, its closed log', two.copy.content.checkpoints[0] ?? ''],
    ['another vault speaks of our log', await statementOf(two.copy.content.header.vaultId, one.vault.storeId, 1, two.copy.sign)],
    ['our member speaks of our log in the name of another vault', await statementOf(two.copy.content.header.vaultId, one.vault.storeId, 1, one.copy.sign)],
    ['our member speaks of a log we do not have', await statementOf(content.header.vaultId, elsewhere.vault.storeId, 1, one.copy.sign)],
  ];
  expect(new Set(vaults).size).toBe(2);
  const inPage = (note: string): CopyContent => changed(content, isOf('checkpoint'), ({ ref, content: words }) => ({ ref, content: { ...words, notes: [...notesOf(content), note] } }));
  const inManifest = (note: string): CopyContent => ({ ...content, checkpoints: [note, ...content.checkpoints] });
  expect(content.pages.filter(isOf('checkpoint'))).toHaveLength(1);
  for (const [words, note] of foreign) {
    expect(parseSignedNote(note).ok, words).toBe(true);
    for (const [where, next] of [['page', inPage(note)], ['manifest', inManifest(note)]] as const) {
      expect([words, where, await restoredAs(await forge(next))]).toEqual([words, where, [REFUSED, REFUSED]]);
    }
  }
  // The control: a checkpoint of ours that nobody kept is no reason to refuse.
  expect(await restoredAs(await forge(inPage(ours)))).toEqual(['good', 'good']);
});

test('tables and members of another vault are refused', async () => {
  const { content, forge } = one.copy;
  const [table = ''] = two.copy.content.tables;
  const [member] = two.copy.content.members;
  if (member === undefined) throw new Error('no member');
  const broken: VaultError = { type: 'FileRefused', reason: 'TablesBroken' };
  for (const tables of [[table, ...content.tables.slice(1)], [...content.tables, ...two.copy.content.tables.slice(1)], two.copy.content.tables]) {
    expect(await restoredAs(await forge({ ...content, tables }))).toEqual([broken, broken]);
  }
  const header = { ...content.header, vaultId: two.copy.content.header.vaultId };
  expect(await restoredAs(await forge({ ...content, header }))).toEqual([broken, broken]);
  expect((await restoredAs(await forge({ ...content, members: [member] }))).map((answer) => typeof answer === 'object' && answer.type)).toEqual(['WrongSecret', 'WrongSecret']);
});

test('an entry that says it has seen a log of another vault makes a record that does not hold: told by the read-back and by the restore', async () => {
  const device = await createTestDevice();
  const vault = await makeVault(device);
  await rehearse(vault);
  const note = parseSignedNote(two.copy.content.checkpoints.at(-1) ?? '');
  const claim = note.ok ? must(parseCheckpoint(note.value.text)) : null;
  if (claim === null) throw new Error('no checkpoint');
  const seen = [{ logId: claim.logId, size: claim.size, root: Buffer.from(claim.root).toString('base64url') }];
  const { writer } = must(vault.worker.vaultRef.current());
  must(await writer.commit(async () => Promise.resolve(ok({ plan: { entries: [{ action: 'use', subjectId: '', codes: [], seen }] }, value: null }))));
  const copy = must(await vault.worker.api.makeCopy());
  expect(await vault.worker.api.verifyCopy({ copyId: copy.copyId, file: copy.file })).toMatchObject({ ok: false, error: { type: 'RecordBroken', logId: vault.storeId } });
  const worker = await (await createTestDevice()).boot();
  expect(must(await worker.api.restoreCopy({ file: copy.file, secret, evenIfOlder: false })).record).toBe('broken');
  expect(must(await worker.api.listEntries({ ...ALL, actions: ['chain-verified'] })).rows.map(({ codes }) => codes)).toEqual([['result:bad']]);
});
