import { describe, expect, it } from 'vitest';
import type { MemberId, SlotId } from '../../../src/core/domain/ids.ts';
import { encodeKeyring, parseKeyring } from '../../../src/core/formats/keyring-document.ts';
import { encodeKeyringFile, parseKeyringFile } from '../../../src/core/formats/keyring-file.ts';
import type { Grant, Keyring, KeyringMember } from '../../../src/core/formats/keyring.ts';
import { KEY_NAMES } from '../../../src/core/formats/key-name.ts';
import { readVectors, sha256, utf8 } from './kit.ts';

const { documents } = readVectors('keyring-v1/must-pass.json') as { documents: readonly { readonly json: string }[] };
const parsed = parseKeyring(documents[0]?.json ?? '');
if (!parsed.ok) throw new Error(parsed.error.type);
const keyring = parsed.value;
const [member] = keyring.members;
const slot = member?.slots[0];
const grant = keyring.epochs[0]?.grants[0];
if (member === undefined || slot === undefined || grant === undefined) throw new Error('an empty vector');

const isRead = (change: Partial<Keyring>): boolean => parseKeyring(encodeKeyring({ ...keyring, ...change })).ok;
const withMember = (change: Partial<KeyringMember>): boolean => isRead({ members: [{ ...member, ...change }] });
const idOf = (at: number): string => String(at).padStart(22, 'A');
/** Base64url of that many zeros. */
const zeros = (bytes: number): string => Buffer.alloc(bytes).toString('base64url');

describe('a keyring holds as much as the specification says, and not one more', () => {
  it('64 members', () => {
    const members = (count: number) => Array.from({ length: count }, (_, at) => ({ ...member, id: idOf(at) as MemberId }));
    expect([isRead({ members: members(64) }), isRead({ members: members(65) })]).toEqual([true, false]);
  });

  it('16 slots of a member', () => {
    const slots = (count: number) => Array.from({ length: count }, (_, at) => ({ ...slot, id: idOf(at) as SlotId }));
    expect([withMember({ slots: slots(16) }), withMember({ slots: slots(17) }), withMember({ slots: [] })]).toEqual([true, false, true]);
  });

  it('256 grants of an epoch', () => {
    const grants = (count: number): readonly Grant[] =>
      Array.from({ length: count }, (_, at) => ({ ...grant, member: idOf(at >> 2) as MemberId, key: KEY_NAMES[at % 4] ?? 'log' }));
    const epoch = (count: number) => isRead({ epochs: [{ epoch: 1, grants: grants(count) }] });
    expect([epoch(256), epoch(257), epoch(0)]).toEqual([true, false, true]);
  });

  it('two epochs, one behind the other', () => {
    const epochs = (...list: readonly number[]) => isRead({ epochs: list.map((epoch) => ({ epoch, grants: [] })) });
    expect([epochs(1), epochs(1, 2), epochs(3, 7)]).toEqual([true, true, true]);
    expect([epochs(), epochs(0), epochs(1, 1), epochs(2, 1), epochs(1, 2, 3)]).toEqual([false, false, false, false, false]);
  });

  it('100 characters of a name, and of a label', () => {
    expect([withMember({ name: '名'.repeat(100) }), withMember({ name: '名'.repeat(101) })]).toEqual([true, false]);
    expect([isRead({ label: 'x'.repeat(100) }), isRead({ label: 'x'.repeat(101) })]).toEqual([true, false]);
  });

  it('64 KiB of a table', () => {
    expect([isRead({ table: 'x'.repeat(65_536) }), isRead({ table: 'x'.repeat(65_537) })]).toEqual([true, false]);
  });

  it('sealed keys of one byte to one KiB', () => {
    const sealed = (bytes: number) => [withMember({ keys: { ...member.keys, hpke: zeros(bytes) } }), withMember({ keys: { ...member.keys, sign: zeros(bytes) } })];
    expect([sealed(48), sealed(49), sealed(1024), sealed(1025)].flat()).toEqual([false, false, true, true, true, true, false, false]);
  });

  it('secrets and points of their own length alone', () => {
    const { slots } = member;
    const sealed = (bytes: number) => withMember({ slots: slots.map((one) => ({ ...one, sealed: zeros(bytes) })) });
    expect([79, 80, 81].map(sealed)).toEqual([false, true, false]);
    const salt = (bytes: number) => withMember({ slots: slots.map((one) => ({ ...one, salt: zeros(bytes) })) });
    expect([15, 16, 17].map(salt)).toEqual([false, true, false]);
    const granted = (change: Partial<Grant>) => isRead({ epochs: [{ epoch: 1, grants: [{ ...grant, ...change }] }] });
    expect([64, 65, 66].map((bytes) => granted({ enc: zeros(bytes) }))).toEqual([false, true, false]);
    expect([47, 48, 49].map((bytes) => granted({ ct: zeros(bytes) }))).toEqual([false, true, false]);
  });
});

describe('the file of a keyring', () => {
  const table = 'x'.repeat(50_000);
  const bare = utf8(encodeKeyring({ ...keyring, table, unknown: [['hint', '']], version: 2 })).length;
  const encode = (bytes: number) => encodeKeyringFile({ sequence: 1, keyring: { ...keyring, table, version: 2, unknown: [['hint', 'x'.repeat(bytes - bare)]] } }, sha256);

  it('is full with a document of 128 KiB less its head, which is read back', () => {
    const full = encode(128 * 1024 - 52);
    if (!full.ok) throw new Error(full.error);
    expect(full.value.at(-1)).toBe('}'.charCodeAt(0));
    expect(parseKeyringFile(full.value, sha256).ok).toBe(true);
    expect(encode(128 * 1024 - 51)).toEqual({ ok: false, error: 'TooLarge' });
    // One byte longer than there is room for, under a hash that is right for what there is.
    const longer = full.value.slice();
    new DataView(longer.buffer).setUint32(16, 128 * 1024 - 51);
    longer.set(sha256(new Uint8Array([...longer.subarray(8, 20), ...longer.subarray(52)])), 20);
    expect(parseKeyringFile(longer, sha256)).toEqual({ ok: false, error: { type: 'Damaged' } });
  });
});
