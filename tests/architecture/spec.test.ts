import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { VaultId } from '../../src/core/domain/ids.ts';
import { CALENDARS } from '../../src/core/domain/date/written-date.ts';
import { ENTITY_TYPES } from '../../src/core/domain/person/entity-type.ts';
import { PERSON_KINDS } from '../../src/core/domain/person/person-kind.ts';
import { parseRecoveryCode } from '../../src/core/domain/recovery/recovery-code.ts';
import { pageAad } from '../../src/core/formats/aad.ts';
import type { JsonObject } from '../../src/core/formats/canonical.ts';
import * as consts from '../../src/core/formats/consts.ts';
import { createContainerReader } from '../../src/core/formats/container-reader.ts';
import { encodeKeyring, parseKeyring } from '../../src/core/formats/keyring-document.ts';
import { encodeKeyringFile } from '../../src/core/formats/keyring-file.ts';
import * as limits from '../../src/core/formats/limits.ts';
import { encodeMark, parseMark } from '../../src/core/formats/mark.ts';
import { encodePage, parsePage } from '../../src/core/formats/page-text.ts';
import type { PageRef } from '../../src/core/formats/page.ts';
import { PAGE_KEYS } from '../../src/core/formats/page.ts';
import { parseSignedNote } from '../../src/core/formats/signed-note.ts';
import { RIGHTS } from '../../src/core/formats/table-rights.ts';
import { encodeTableText, parseTableText } from '../../src/core/formats/table-text.ts';
import { parseAttachedPart } from '../../workers/vault/audit/attached-page.ts';
import { parseClosed, parseHead } from '../../workers/vault/audit/head.ts';
import { parseCheckpoints } from '../../workers/vault/audit/kept-checkpoints.ts';
import { parseLogPage } from '../../workers/vault/audit/log-page.ts';
import { parseIndexPage } from '../../workers/vault/book/index-page.ts';
import { parseNumberPage } from '../../workers/vault/book/number-page.ts';
import { parsePersonPage } from '../../workers/vault/book/person-page.ts';
import { KDF_POLICY, policyToParams } from '../../workers/vault/crypto/kdf.ts';
import { REFUSALS, REQUEST_WAYS } from '../../src/core/domain/ask/number-request.ts';
import { THRESHOLDS } from '../../src/core/domain/ask/ask-guard.ts';
import { FILING_CODES } from '../../src/core/domain/filing/filing.ts';
import { ALL_IDENTITY_DOCUMENTS, ALL_NUMBER_DOCUMENTS, ALL_PROXY_DOCUMENTS, CHANNELS } from '../../src/core/domain/identity/document.ts';
import { RETURN_REASONS } from '../../src/core/domain/life/person-life.ts';
import { createRandom } from '../../workers/vault/crypto/random.ts';
import { createSeals, importSealKey } from '../../workers/vault/crypto/seal.ts';
import { parseSettings } from '../../workers/vault/session/vault-settings.ts';
import { createStream } from '../unit/formats/kit.ts';

/** What public/spec says and what the code does are one: constants, tables and every fenced example. */

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const NAMES = ['README', 'seal-v1', 'table-v1', 'keyring-v1', 'page-v1', 'container-v1'] as const;
type Name = (typeof NAMES)[number];
const pages = Object.fromEntries(NAMES.map((name) => [name, read(`public/spec/${name}.md`)])) as Readonly<Record<Name, string>>;

const sha256 = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(bytes).digest());

/** Contents of the fences with this word, without the last LF. */
const fences = (name: Name, word: string): readonly string[] =>
  [...pages[name].matchAll(/^```(\S+)\n([\s\S]*?)\n```$/gm)].filter((match) => match[1] === word).map((match) => match[2] ?? '');

const fence = (name: Name, word: string, at = 0): string => {
  const found = fences(name, word)[at];
  if (found === undefined) throw new Error(`${name}: no example ${word} ${at}`);
  return found;
};

/** Cells of all table rows, in all pages given. */
const rows = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.slice(1, -1).split(' | ').map((cell) => cell.trim()));

const unquote = (cell: string): string | null => /^`([^`]*)`$/.exec(cell)?.[1] ?? null;

describe('constants', () => {
  const inCode: Record<string, string | number> = { ...consts, ...limits };
  const stated = NAMES.flatMap((name) => rows(pages[name])).flatMap(([first = '', second = '']) => {
    const name = unquote(first);
    return name !== null && /^[A-Z][A-Z0-9_]+$/.test(name) ? [{ name, value: unquote(second) ?? Number(second) }] : [];
  });

  it('each constant of the formats is stated once, with the value of the code', () => {
    const names = stated.map(({ name }) => name);
    expect(names.toSorted((a, b) => a.localeCompare(b))).toEqual(Object.keys(inCode).toSorted((a, b) => a.localeCompare(b)));
    for (const { name, value } of stated) expect(value, name).toBe(inCode[name]);
  });

  it('every constant named in a sentence exists', () => {
    for (const name of NAMES) {
      for (const [, word = ''] of pages[name].matchAll(/`([A-Z][A-Z0-9]*_[A-Z0-9_]+)`/g)) expect(Object.keys(inCode), name).toContain(word);
    }
  });

  it('the KDF parameters that are written', () => {
    expect(pages['keyring-v1']).toContain(`now \`${JSON.stringify(policyToParams(KDF_POLICY))}\``);
  });
});

describe('tables', () => {
  it('roles and their rights', () => {
    const roles = rows(pages['table-v1']).filter(([role = '']) => unquote(role) !== null && unquote(role) !== 'kinko-table/1').filter(([role = '']) => Object.hasOwn(RIGHTS, unquote(role) ?? ''));
    expect(roles.map(([role = '', keys = '', writes = '']) => [unquote(role), keys, writes])).toEqual(
      Object.entries(RIGHTS).map(([role, rights]) => [role, rights.keys.join(' '), rights.writes.join(' ')]),
    );
  });

  it('closed lists of words', () => {
    const words = (field: string) => [...(rows(pages['page-v1']).find(([name]) => name === field)?.[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1]);
    expect(words('kind of person')).toEqual(PERSON_KINDS);
    expect(words('`calendar`')).toEqual(CALENDARS);
    expect(words('`entityType`')).toEqual(ENTITY_TYPES);
  });

  it('kinds of page and their keys', () => {
    const kinds = rows(pages['page-v1']).filter(([kind = '']) => Object.hasOwn(PAGE_KEYS, unquote(kind) ?? ''));
    expect(kinds.map(([kind = '', key = '']) => [unquote(kind), key])).toEqual(Object.entries(PAGE_KEYS));
  });
});

describe('examples', () => {
  it('README: the aad of a page', () => {
    const [, vaultId, storeId, book, kind, no, rev, epoch] = JSON.parse(fence('README', 'json')) as [string, string, string, string, 'person', number, number, number];
    const aad = pageAad({ vaultId: vaultId as VaultId, storeId, book, kind, no, rev, epoch, keyName: 'profile' });
    expect(new TextDecoder().decode(aad)).toBe(fence('README', 'json'));
  });

  it('seal: opens', async () => {
    const one = JSON.parse(fence('seal-v1', 'json')) as { key: string; aad: string; plaintext: string; sealed: string };
    const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
    const seals = createSeals({ random: createRandom((fresh) => crypto.getRandomValues(fresh)) });
    const opened = await seals.openSealed(await importSealKey(bytes(one.key)), new TextEncoder().encode(one.aad), bytes(one.sealed));
    expect(opened).toEqual({ ok: true, value: bytes(one.plaintext) });
    expect(one.aad).toBe(fence('README', 'json'));
  });

  it('table: parses and encodes to the same text', () => {
    const note = parseSignedNote(`${fence('table-v1', 'note')}\n`);
    if (!note.ok) throw new Error(note.error);
    const table = parseTableText(note.value.text);
    expect(table.ok && encodeTableText(table.value)).toBe(note.value.text);
  });

  it('keyring: document, head of the file, mark, recovery code', () => {
    const json = fence('keyring-v1', 'json');
    const keyring = parseKeyring(json);
    if (!keyring.ok) throw new Error(keyring.error.type);
    expect(encodeKeyring(keyring.value)).toBe(json);
    const file = encodeKeyringFile({ sequence: 5, keyring: keyring.value }, sha256);
    expect(file.ok && Buffer.from(file.value.subarray(0, 52)).toString('hex')).toBe(fence('keyring-v1', 'hex'));
    const mark = parseMark(fence('keyring-v1', 'json', 1));
    expect(mark && encodeMark(mark)).toBe(fence('keyring-v1', 'json', 1));
    const [hex = '', text = ''] = fence('keyring-v1', 'recovery').split(' ');
    const code = parseRecoveryCode(text);
    expect(code.ok && Buffer.from(code.value).toString('hex')).toBe(hex);
  });

  it('container: read to its end, every line', () => {
    const reader = createContainerReader(createStream());
    const lines = reader.push(new TextEncoder().encode(`${fence('container-v1', 'kinko')}\n`));
    expect(lines.ok && lines.value.length).toBe(18);
    expect(reader.end().ok).toBe(true);
    const vectors = JSON.parse(read('tests/vectors/container-v1/must-pass.json')) as { cases: readonly { file: string; password: string }[] };
    expect(vectors.cases[0]?.file).toBe(`${fence('container-v1', 'kinko')}\n`);
    expect(pages['container-v1']).toContain(`\`${vectors.cases[0]?.password}\``);
  });
});

describe('page contents', () => {
  const examples = fences('page-v1', 'json').map((text) => {
    const { page } = JSON.parse(text) as { page: [string, PageRef['kind'], number] };
    const ref: PageRef = { book: page[0], kind: page[1], no: page[2] };
    const content = parsePage(new TextEncoder().encode(text), ref);
    if (!content.ok) throw new Error(`${text}: ${content.error.type}`);
    return { ref, text, content: content.value };
  });

  const contentOf = (kind: PageRef['kind'], no = 0): JsonObject => {
    const example = examples.find(({ ref }) => ref.kind === kind && ref.no === no);
    if (example === undefined) throw new Error(`no example of ${kind}`);
    return example.content;
  };

  it('every example is the text its content encodes to', () => {
    expect(examples.length).toBe(15);
    for (const { ref, text, content } of examples) {
      const encoded = encodePage(ref, content);
      expect(encoded.ok && new TextDecoder().decode(encoded.value).trimEnd()).toBe(text);
    }
  });

  it('each is what the reader of its kind takes', () => {
    const vaultId = 'XMP4W-ECw-mUWVTRE2w9UE' as VaultId;
    expect(parseHead(contentOf('head'))).toMatchObject({ frontier: { size: 3 }, closedCount: 1 });
    expect(parseClosed(contentOf('head', 1))?.size).toBe(9);
    expect(parseIndexPage(0, contentOf('index'))?.rows.length).toBe(1);
    expect(parsePersonPage(0, contentOf('person'))?.records.size).toBe(1);
    expect(parsePersonPage(1, contentOf('person', 1))?.records.get(16)?.life.unknown).toEqual({});
    expect(parseNumberPage(0, contentOf('number'))?.records.length).toBe(1);
    expect(parseLogPage(contentOf('log'), vaultId, 'FcqtuiXkaqcoNPEhVQwgkg', sha256)?.lines.length).toBe(1);
    expect(parseCheckpoints(contentOf('checkpoint', 1))?.notes).toEqual(['kinko/…']);
    expect(parseAttachedPart(contentOf('list'))?.parts).toBe(1);
    expect(parseSettings(contentOf('setting'))?.members.length).toBe(1);
  });
});

describe('words of what happened to a number', () => {
  const wordsOf = (field: string): readonly string[] => {
    const row = rows(pages['page-v1']).find(([first]) => first === field);
    return [...(row?.[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  };

  it.each<[string, readonly string[]]>([
    ['way of a request', REQUEST_WAYS],
    ['reason of a refusal', REFUSALS],
    ['reason of a return', RETURN_REASONS],
    ['channel', CHANNELS],
    ['kind of payment', THRESHOLDS.map(({ code }) => code)],
    ['filing', FILING_CODES],
    ['document of the number', ALL_NUMBER_DOCUMENTS.map(({ code }) => code)],
    ['document of the identity', ALL_IDENTITY_DOCUMENTS.map(({ code }) => code)],
    ['document of a proxy', ALL_PROXY_DOCUMENTS.map(({ code }) => code)],
  ])('%s: those of the code', (field, words) => {
    expect(wordsOf(field)).toEqual(words);
  });
});

describe('the pages themselves', () => {
  it.each(NAMES)('%s: sections numbered from 1, example first, vectors and history last', (name) => {
    const heads = [...pages[name].matchAll(/^## (\d+)\. (.+)$/gm)].map((match) => [Number(match[1]), match[2]] as const);
    expect(heads.map(([number]) => number)).toEqual(heads.map((_head, index) => index + 1));
    expect(heads[name === 'README' ? 1 : 0]?.[1]).toBe('Example');
    expect(heads.slice(-2).map(([, title]) => title)).toEqual(['Test vectors', 'History']);
  });

  it.each(NAMES)('%s: links and named vectors exist', (name) => {
    for (const [, link = ''] of pages[name].matchAll(/\]\((?!https?:)([^)]+)\)/g)) expect(existsSync(new URL(`public/spec/${link}`, root)), link).toBe(true);
    for (const [, path = ''] of pages[name].matchAll(/`(tests\/vectors\/[a-z0-9-]+\/)`/g)) expect(existsSync(new URL(path, root)), path).toBe(true);
  });

  it.each(NAMES)('%s: a section that is referred to exists', (name) => {
    const referred = [...pages[name].matchAll(/\b(README|[a-z]+-v1) §(\d+)/g)].map((match) => [match[1] as string, match[2] ?? ''] as const);
    for (const [page, section] of referred) {
      const text = page === 'log-v1' ? read('public/spec/log-v1.md') : pages[page as Name];
      expect(text, `${name} → ${page}`).toContain(`\n## ${section}. `);
    }
  });
});
