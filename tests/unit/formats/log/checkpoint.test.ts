import { describe, expect, it } from 'vitest';
import type { StoreId, VaultId } from '../../../../src/core/domain/ids.ts';
import { encodeCheckpoint, encodeOrigin, parseCheckpoint } from '../../../../src/core/formats/log/checkpoint.ts';

const vaultId = 'VVVVVVVVVVVVVVVVVVVVVV' as VaultId;
const logId = 'LLLLLLLLLLLLLLLLLLLLLL' as StoreId;
const root = new Uint8Array(32).fill(1);
const text = encodeCheckpoint({ vaultId, logId, size: 42, root });

describe('checkpoint text', () => {
  it('is origin, size and root on three lines, as C2SP tlog-checkpoint has it', () => {
    expect(text).toBe(`kinko/${vaultId}/${logId}\n42\nAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=\n`);
    expect(text.split('\n')[0]).toBe(encodeOrigin(vaultId, logId));
    expect(parseCheckpoint(text)).toEqual({ ok: true, value: { vaultId, logId, size: 42, root } });
  });

  it.each([
    ['NotACheckpoint', text.slice(0, -1)],
    ['NotACheckpoint', `${text}\n`],
    ['NotACheckpoint', `${text}extension\n`],
    ['NotACheckpoint', text.replaceAll('\n', '')],
    ['NotACheckpoint', ''],
    ['OtherOrigin', text.replace('kinko/', 'kinko-table/')],
    ['OtherOrigin', text.replace(vaultId, 'V')],
    ['OtherOrigin', text.replace(`/${logId}`, '')],
    ['OtherOrigin', text.replace(logId, `${logId}/x`)],
    ['BadSize', text.replace('\n42\n', '\n0\n')],
    ['BadSize', text.replace('\n42\n', '\n042\n')],
    ['BadSize', text.replace('\n42\n', '\n+42\n')],
    ['BadSize', text.replace('\n42\n', '\n4.2e1\n')],
    ['BadSize', text.replace('\n42\n', '\n9007199254740993\n')],
    ['BadSize', text.replace('\n42\n', '\n42\r\n')],
    ['BadRoot', text.replace('AQE=\n', 'AQE\n')],
    ['BadRoot', text.replace('AQE=\n', 'AQF=\n')],
    ['BadRoot', text.replace('AQEB', '')],
  ])('is refused as %s: %j', (problem, bent) => {
    expect(bent).not.toBe(text);
    expect(parseCheckpoint(bent)).toEqual({ ok: false, error: problem });
  });

  it('is made of a tree of one entry, and never of an empty one', () => {
    expect(encodeCheckpoint({ vaultId, logId, size: 1, root }).split('\n')[1]).toBe('1');
    expect(() => encodeCheckpoint({ vaultId, logId, size: 0, root })).toThrow(RangeError);
    expect(() => encodeCheckpoint({ vaultId, logId, size: 1, root: root.slice(1) })).toThrow(RangeError);
  });
});
