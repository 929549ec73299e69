import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { encodeManifestText, parseManifestText } from '../../../src/core/formats/manifest.ts';
import { encodePage, parsePage } from '../../../src/core/formats/page-text.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import type { CopiedPage } from '../../../workers/vault/copy/open-container.ts';
import { openContainer } from '../../../workers/vault/copy/open-container.ts';
import type { ReadContainer } from '../../../workers/vault/copy/read-container.ts';
import { readContainer } from '../../../workers/vault/copy/read-container.ts';
import { restoreContent } from '../../../workers/vault/copy/restored-content.ts';
import type { SigningMember } from '../../../workers/vault/crypto/note-signer.ts';
import { generateSigningPair, importSigningKey } from '../../../workers/vault/crypto/signing.ts';
import type { VaultCrypto } from '../../../workers/vault/session/platform.ts';
import type { SeededRandom } from '../../support/seeded-random.ts';
import { referenceContainers } from '../reference.ts';
import type { OpenedReference } from './opened-reference.ts';
import { openReference } from './opened-reference.ts';
import type { Bytes } from './mutate-bytes.ts';
import { linesOf, mutateBytes } from './mutate-bytes.ts';
import { mutateJson } from './mutate-json.ts';
import type { FuzzTarget } from './target.ts';
import { accepted } from './target.ts';

const ignore = (): void => undefined;
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const joinLines = (lines: readonly string[]): Bytes => new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));

/** A manifest that fits the lines, signed by whoever is given: what a forger with some key would write. */
const withManifest = async (crypto: VaultCrypto, reference: ReadContainer, lines: readonly string[], signer: SigningMember): Promise<Bytes> => {
  const before = joinLines(lines);
  const pages = lines.filter((line) => line.startsWith('{"page":')).length;
  const { manifest } = reference;
  const counts = { ...manifest.counts, lines: lines.length, pages };
  const note = await crypto.notes.signNote(encodeManifestText({ ...manifest, counts, sha256: encodeBase64url(crypto.hasher.sha256(before)) }), signer);
  return Buffer.concat([before, joinLines([JSON.stringify({ manifest: note })])]);
};

const strangerAs = async (name: string): Promise<SigningMember> => {
  const pair = await generateSigningPair();
  const key = await importSigningKey(pair.pkcs8);
  if (key === null) throw new Error('no key');
  return { name, key, publicKey: encodeBase64url(pair.publicKey) };
};

interface Bench {
  readonly crypto: VaultCrypto;
  readonly files: readonly Bytes[];
  readonly opened: readonly OpenedReference[];
  readonly stranger: SigningMember;
}

const createBench = async (crypto: VaultCrypto): Promise<Bench> => {
  const references = referenceContainers();
  const opened = await Promise.all(references.map((one) => openReference(crypto, one)));
  return { crypto, files: references.map(({ bytes }) => bytes), opened, stranger: await strangerAs(references[0]?.memberId ?? '') };
};

const read = async ({ crypto }: Bench, bytes: Bytes) => readContainer(crypto, new Blob([bytes]), ignore);

const reasonOf = (error: { readonly type: string; readonly reason?: unknown }): string => (typeof error.reason === 'string' ? error.reason : error.type);

/** Bytes bent by somebody without any key: nothing but the very same file may be read. */
const bendFile = async (bench: Bench, random: SeededRandom): Promise<string> => {
  const bent = mutateBytes(random, random.pick(bench.files), bench.files);
  const found = await read(bench, bent);
  if (!found.ok) return reasonOf(found.error);
  if (!bench.files.some((file) => same(file, bent))) accepted('a file that nobody wrote');
  return 'unchanged';
};

/** Lines bent as JSON, with a manifest that fits them. Only a signature by the owner makes it a copy, and then its pages are judged. */
const bendLines = async (bench: Bench, random: SeededRandom): Promise<string> => {
  const { crypto } = bench;
  const at = random.below(bench.opened.length);
  const reference = bench.opened[at];
  if (reference === undefined) throw new Error('no reference');
  const lines = linesOf(bench.files[at] ?? new Uint8Array()).slice(0, -1).map((line) => text(line).slice(0, -1));
  const others = random.pick(bench.files);
  const place = random.below(lines.length);
  const bent = lines.with(place, mutateJson(random, lines[place] ?? '', linesOf(others).slice(0, 4).map((line) => text(line).trim())));
  const byOwner = random.chance(0.4);
  const signer = byOwner ? reference.signer : { ...bench.stranger, name: reference.signer.name };
  const file = await withManifest(crypto, reference.container, bent, signer);
  const found = await read(bench, file);
  if (!found.ok) return reasonOf(found.error);
  if (!byOwner) return bent[place] === lines[place] ? accepted('a stranger’s signature') : accepted('a stranger’s file');
  const pages = await openContainer(crypto, found.value, reference.memberId, reference.pair, ignore);
  if (!pages.ok) return `signed, ${reasonOf(pages.error)}`;
  const restored = restoreContent(pages.value, found.value, crypto.hasher.sha256);
  return restored.ok ? 'signed by the owner, opened' : `signed, ${reasonOf(restored.error)}`;
};

/** A manifest bent as text and signed by nobody, or signed in a form that is none. */
const bendManifest = async (bench: Bench, random: SeededRandom): Promise<string> => {
  const file = random.pick(bench.files);
  const lines = linesOf(file);
  const last = lines.at(-1) ?? new Uint8Array();
  const bent: Bytes = Buffer.concat([...lines.slice(0, -1), joinLines([mutateJson(random, text(last), lines.slice(0, 3).map((line) => text(line)))])]);
  const found = await read(bench, bent);
  if (!found.ok) return reasonOf(found.error);
  if (same(bent, file)) return 'unchanged';
  // Further signature lines of nobody we know do not change what is signed.
  const signed = [bent, file].map((bytes) => {
    const { manifest } = JSON.parse(text(linesOf(bytes).at(-1) ?? new Uint8Array())) as { readonly manifest: string };
    const note = parseSignedNote(manifest);
    return note.ok && parseManifestText(note.value.text).ok ? note.value.text : null;
  });
  return signed[0] === signed[1] && signed[0] !== null ? 'same text, other signature lines' : accepted('a manifest that nobody signed');
};

/** Copies (`.kinko`). */
export const createContainerTarget = async (crypto: VaultCrypto): Promise<FuzzTarget> => {
  const bench = await createBench(crypto);
  return {
    name: 'copies',
    weight: 20,
    run: (random) => {
      const way = random.below(10);
      if (way < 5) return bendFile(bench, random);
      return way < 9 ? bendLines(bench, random) : bendManifest(bench, random);
    },
  };
};

const textOf = ({ ref, content }: CopiedPage): string => {
  const plaintext = encodePage(ref, content);
  if (!plaintext.ok) throw new Error(plaintext.error);
  return text(plaintext.value).trimEnd();
};

/** What lies in a copy's pages, bent by somebody who holds its keys: refused or restored, and never a defect. */
export const createContentTarget = async (crypto: VaultCrypto): Promise<FuzzTarget> => {
  const { opened } = await createBench(crypto);
  return {
    name: 'pages of copies',
    weight: 10,
    run: (random) => {
      const { container, pages } = random.pick(opened);
      const texts = pages.map(textOf);
      const at = random.below(pages.length);
      const [page, before] = [pages[at], texts[at]];
      if (page === undefined || before === undefined) throw new Error('no page');
      const bent = parsePage(new TextEncoder().encode(mutateJson(random, before, texts)), page.ref);
      if (!bent.ok) return Promise.resolve(bent.error.type);
      const restored = restoreContent(pages.with(at, { ...page, content: bent.value }), container, crypto.hasher.sha256);
      return Promise.resolve(restored.ok ? 'restored' : reasonOf(restored.error));
    },
  };
};
