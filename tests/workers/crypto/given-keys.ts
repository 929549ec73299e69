import { vi } from 'vitest';
import { toHex } from './hex.ts';

/** A key as WebCrypto was given it. */
export interface GivenKey {
  readonly format: string;
  /** In hexadecimal, when it was given. */
  readonly was: string;
  /** The buffer itself, which whoever made it overwrites. */
  readonly buffer: Uint8Array;
}

/** Every key that is imported from now on; `vi.restoreAllMocks()` ends it. */
export const watchGivenKeys = (): readonly GivenKey[] => {
  const given: GivenKey[] = [];
  const importKey = crypto.subtle.importKey.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, 'importKey').mockImplementation((format, data, ...rest) => {
    const buffer = ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
    given.push({ format, was: toHex(buffer), buffer });
    return importKey(format, data, ...rest);
  });
  return given;
};

export const isOverwritten = ({ buffer }: Pick<GivenKey, 'buffer'>): boolean => buffer.every((byte) => byte === 0);
