import type { PersonId } from '../../core/domain/ids.ts';

/** 128 random bits as 22 characters of base64url: what `registerPerson` is given, so that a retry registers nobody twice. */
export const personIdOf = (bytes: Uint8Array): PersonId => {
  if (bytes.length !== 16) throw new RangeError('16 bytes wanted');
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').slice(0, 22) as PersonId;
};
