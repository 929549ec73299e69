const WORD_BYTES = 4;
/** Below it a view costs more than it saves. */
const LEAST_FOR_WORDS = 1024;
const NO_WORDS = new Uint32Array();

/** The bytes from the first on, four at a time: whole keyring files are looked through while somebody waits for the vault to open. */
const wordsOf = (bytes: Uint8Array): Uint32Array =>
  bytes.length < LEAST_FOR_WORDS || bytes.byteOffset % WORD_BYTES !== 0
    ? NO_WORDS
    : new Uint32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / WORD_BYTES));

/** Not constant-time: for hashes and public data, never for secrets. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false;
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const words = Math.min(left.length, right.length);
  for (let at = 0; at < words; at += 1) if (left[at] !== right[at]) return false;
  for (let at = words * WORD_BYTES; at < a.length; at += 1) if (a[at] !== b[at]) return false;
  return true;
};

/** True for zeros alone, and for no bytes. */
export const areZeros = (bytes: Uint8Array): boolean => {
  const words = wordsOf(bytes);
  for (let at = 0; at < words.length; at += 1) if (words[at] !== 0) return false;
  for (let at = words.length * WORD_BYTES; at < bytes.length; at += 1) if (bytes[at] !== 0) return false;
  return true;
};

export const concatBytes = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Null when the bytes are not well-formed UTF-8. A byte-order mark is kept, so that re-encoding gives the same bytes. */
export const parseUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
};
