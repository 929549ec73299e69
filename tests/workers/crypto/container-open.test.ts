import { describe, expect, it } from 'vitest';
import type { CopyId, MemberId, VaultId } from '../../../src/core/domain/ids.ts';
import { pageAad } from '../../../src/core/formats/aad.ts';
import { createContainerReader } from '../../../src/core/formats/container-reader.ts';
import type { ContainerLine } from '../../../src/core/formats/container.ts';
import { verifyManifest } from '../../../src/core/formats/manifest.ts';
import { parsePage } from '../../../src/core/formats/page-text.ts';
import type { PageKind } from '../../../src/core/formats/page.ts';
import { PAGE_KEYS } from '../../../src/core/formats/page.ts';
import { verifyTableChain } from '../../../src/core/formats/table-chain.ts';
import { openGrants } from '../../../workers/vault/crypto/grants.ts';
import { KDF_POLICY } from '../../../workers/vault/crypto/kdf.ts';
import { createMemberKeyring } from '../../../workers/vault/crypto/member-keys.ts';
import { createNoteSigning } from '../../../workers/vault/crypto/note-signer.ts';
import { importSealKey } from '../../../workers/vault/crypto/seal.ts';
import { createHasher } from '../../../workers/vault/crypto/sha256.ts';
import type { SlotSecret } from '../../../workers/vault/crypto/slot.ts';
import { createSlots } from '../../../workers/vault/crypto/slot.ts';
import { utf8 } from './hex.ts';
import { bytesOf, random, seals } from './kit.ts';
import { readVectors } from './vectors.ts';

interface ContainerCase {
  readonly name: string;
  readonly file: string;
  readonly vaultId: VaultId;
  readonly copyId: CopyId;
  readonly memberId: MemberId;
  readonly password: string;
  readonly code: string;
  readonly pages: readonly { readonly book: string; readonly kind: PageKind; readonly no: number; readonly rev: number; readonly text: string }[];
}

const cases = (readVectors('container-v1/must-pass.json') as { cases: readonly ContainerCase[] }).cases;
const hasher = await createHasher();
const { verifyDeps } = createNoteSigning({ sha256: hasher.sha256 });
const slots = createSlots({ random, seals, policy: KDF_POLICY });
const memberKeyring = createMemberKeyring({ seals });

/** The whole way of public/spec/container-v1.md §7: file and secret in, plaintext pages out. */
const openContainer = async (one: ContainerCase, kind: SlotSecret['kind']): Promise<readonly string[]> => {
  const reader = createContainerReader(hasher.createStream());
  const read = reader.push(utf8(one.file));
  const end = reader.end();
  if (!read.ok || !end.ok) throw new Error('not read');
  const of = <T extends ContainerLine['type']>(type: T) =>
    read.value.filter((line): line is Extract<ContainerLine, { readonly type: T }> => line.type === type);

  const chain = await verifyTableChain(of('table').map((line) => line.note), one.vaultId, verifyDeps);
  const table = chain.ok ? chain.value.at(-1)?.table : undefined;
  const member = of('member').find((line) => line.member.id === one.memberId)?.member;
  const row = table?.members.find((each) => each.id === one.memberId);
  const slot = member?.slots.find((each) => each.kind === kind);
  if (table === undefined || member === undefined || row === undefined || slot === undefined) throw new Error('incomplete');
  expect((await verifyManifest(end.value.note, one.vaultId, table, verifyDeps)).ok).toBe(true);

  const owner = { vaultId: one.vaultId, memberId: one.memberId, generation: member.generation };
  const secret: SlotSecret = kind === 'password' ? { kind, password: utf8(one.password) } : { kind: 'recovery', code: bytesOf(one.code) };
  const usk = await slots.openSlot(owner, slot, secret);
  if (!usk.ok) throw new Error(usk.error);
  const keys = await memberKeyring.openMemberKeys(owner, await importSealKey(usk.value), member.keys, row);
  if (!keys.ok) throw new Error(keys.error);
  const scope = { vaultId: one.vaultId, storeId: one.copyId, epoch: 0 };
  const held = await openGrants(scope, one.memberId, keys.value.hpke, of('grant').map((line) => line.grant), null);
  if (!held.ok) throw new Error(held.error);

  const texts: string[] = [];
  for (const { page } of of('page')) {
    const keyName = PAGE_KEYS[page.kind];
    const key = held.value[keyName];
    if (key === undefined) throw new Error('key not held');
    const opened = await seals.openSealed(key, pageAad({ ...scope, ...page, keyName }), page.blob);
    if (!opened.ok) throw new Error(`${page.kind}: ${opened.error}`);
    expect(parsePage(opened.value, page).ok).toBe(true);
    texts.push(new TextDecoder().decode(opened.value));
  }
  return texts;
};

describe('a container from the other implementation', () => {
  it.each(cases)('opens with the password: $name', async (one) => {
    expect(await openContainer(one, 'password')).toEqual(one.pages.map((page) => page.text));
  }, 30_000);

  it.each(cases)('opens with the recovery code: $name', async (one) => {
    expect(await openContainer(one, 'recovery')).toEqual(one.pages.map((page) => page.text));
  });
});
