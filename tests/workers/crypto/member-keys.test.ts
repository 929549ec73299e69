import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MemberId, VaultId } from '../../../src/core/domain/ids.ts';
import type { SealedMemberKeys } from '../../../src/core/formats/keyring.ts';
import type { NoteSigner } from '../../../src/core/formats/signed-note-verify.ts';
import { verifySignedNote } from '../../../src/core/formats/signed-note-verify.ts';
import type { PublicMemberKeys } from '../../../workers/vault/crypto/member-keys.ts';
import { createMemberKeyring } from '../../../workers/vault/crypto/member-keys.ts';
import { createNoteSigning } from '../../../workers/vault/crypto/note-signer.ts';
import { importSealKey } from '../../../workers/vault/crypto/seal.ts';
import { createHasher } from '../../../workers/vault/crypto/sha256.ts';
import { isOverwritten, watchGivenKeys } from './given-keys.ts';
import { bytesOf, random, seals } from './kit.ts';
import { readVectors } from './vectors.ts';

interface MemberKeyCase {
  readonly name: string;
  readonly vaultId: VaultId;
  readonly memberId: MemberId;
  readonly generation: number;
  readonly usk: string;
  readonly sealed: SealedMemberKeys;
  readonly expected: PublicMemberKeys;
}

const pass = (readVectors('keyring-v1/must-pass.json') as { memberKeys: readonly MemberKeyCase[] }).memberKeys;
const fail = (readVectors('keyring-v1/must-fail.json') as { memberKeys: readonly MemberKeyCase[] }).memberKeys;
const memberKeyring = createMemberKeyring({ seals });
const { sha256 } = await createHasher();
const signing = createNoteSigning({ sha256 });

const open = async (one: MemberKeyCase) =>
  memberKeyring.openMemberKeys(one, await importSealKey(bytesOf(one.usk)), one.sealed, one.expected);

describe('member keys', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(pass)('vector opens: $name', async (one) => {
    const keys = await open(one);
    expect(keys.ok && keys.value.publicKeys).toEqual(one.expected);
  });

  it.each(fail)('vector refused: $name', async (one) => {
    expect(await open(one)).toEqual({ ok: false, error: 'Damaged' });
  });

  it('made, sealed, opened again; nothing of them can be exported', async () => {
    const owner = { vaultId: 'vvvvvvvvvvvvvvvvvvvvvv' as VaultId, memberId: 'mmmmmmmmmmmmmmmmmmmmmm' as MemberId, generation: 1 };
    const usk = await importSealKey(random.bytes(32));
    const made = await memberKeyring.makeMemberKeys(owner, usk);
    const opened = await memberKeyring.openMemberKeys(owner, usk, made.sealed, made.keys.publicKeys);
    if (!opened.ok) throw new Error('not opened');
    expect(opened.value.publicKeys).toEqual(made.keys.publicKeys);
    for (const keys of [made.keys, opened.value]) {
      expect(keys.hpke.privateKey.extractable).toBe(false);
      expect(keys.sign.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('pkcs8', keys.sign)).rejects.toThrow();
    }
  });

  it('private halves are overwritten once they are sealed', async () => {
    const given = watchGivenKeys();
    const made = await memberKeyring.generateMemberKeys();
    const halves = given.filter(({ format }) => format === 'pkcs8');
    expect(halves.map(isOverwritten)).toEqual([false, false]);
    await made.seal({ vaultId: 'vvvvvvvvvvvvvvvvvvvvvv' as VaultId, memberId: 'mmmmmmmmmmmmmmmmmmmmmm' as MemberId, generation: 1 }, await importSealKey(random.bytes(32)));
    expect(halves.map(isOverwritten)).toEqual([true, true]);
  });

  it('and once they are opened, whether they fit the table or not', async () => {
    const [one] = pass;
    if (one === undefined) throw new Error('no vector');
    const given = watchGivenKeys();
    expect((await open(one)).ok).toBe(true);
    const other = await memberKeyring.generateMemberKeys();
    expect((await open({ ...one, expected: other.keys.publicKeys })).ok).toBe(false);
    const halves = given.filter(({ format }) => format === 'pkcs8');
    expect(halves.map(isOverwritten)).toEqual([true, true, false, false, true, true]);
  });
});

describe('signed notes', () => {
  it('are accepted for the type and key they were signed for, and no other', async () => {
    const [one] = pass;
    if (one === undefined) throw new Error('no vector');
    const keys = await open(one);
    if (!keys.ok) throw new Error('not opened');
    const signer = { name: one.memberId, key: keys.value.sign, publicKey: one.expected.sign };
    const note = await signing.signNote('kinko-manifest/1 aaaa\n{}\n', signer);
    const signers = [{ name: one.memberId, publicKey: bytesOf(one.expected.sign) }];
    const verify = (text: string, headline: string, by: readonly NoteSigner[] = signers) => verifySignedNote(text, headline, by, signing.verifyDeps);
    expect(await verify(note, 'kinko-manifest/1 aaaa')).toMatchObject({ ok: true, value: { signedBy: [one.memberId] } });
    expect(await verify(note, 'kinko-manifest/1 aaab')).toEqual({ ok: false, error: 'WrongType' });
    expect(await verify(note, 'kinko-table/1 aaaa')).toEqual({ ok: false, error: 'WrongType' });
    expect(await verify(note, 'kinko-manifest/1')).toEqual({ ok: false, error: 'WrongType' });
    expect(await verify(note, 'kinko-manifest/1 aaaa', [{ name: 'other', publicKey: bytesOf(one.expected.sign) }])).toEqual({ ok: false, error: 'SignerUnknown' });
    expect(await verify(note, 'kinko-manifest/1 aaaa', [])).toEqual({ ok: false, error: 'SignerUnknown' });
    expect(await verify(note.replace('{}', '[]'), 'kinko-manifest/1 aaaa')).toEqual({ ok: false, error: 'BadSignature' });
    await expect(signing.signNote('no line feed at the end', signer)).rejects.toThrow();
  });
});
