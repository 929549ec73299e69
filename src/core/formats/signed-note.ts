import type { Result } from '../domain/result.ts';
import { err, ok } from '../domain/result.ts';
import { encodeBase64, parseBase64 } from './base64url.ts';
import { concatBytes } from './bytes.ts';
import { NOTE_ED25519 } from './consts.ts';
import type { Sha256 } from './hash.ts';
import { MAX_NOTE_BYTES, MAX_NOTE_NAME_CHARS, MAX_NOTE_SIGNATURES } from './limits.ts';

/**
 * C2SP signed notes (c2sp.org/signed-note v1): text, an empty line, signature lines. Line 1 of our texts is a type and an id,
 * so that a signature made for one type never vouches for another. public/spec/README.md §6.
 */
export interface NoteSignature {
  /** Key name; ours is the memberId. */
  readonly name: string;
  /** Four bytes that say which key of that name; see `noteKeyId`. */
  readonly keyId: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

export interface SignedNote {
  /** Ends with LF; exactly these bytes (UTF-8) are signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const DASH = '\u2014 ';
const KEY_ID_BYTES = 4;
const NAME = /^[^\s+\p{Cc}\p{Cs}]+$/u;
const BAD_TEXT = /[^\n\P{Cc}]|\p{Cs}/u;
const utf8 = new TextEncoder();

const isName = (name: string): boolean => name.length <= MAX_NOTE_NAME_CHARS && NAME.test(name);

/** First four bytes of SHA-256(name ‖ LF ‖ 0x01 ‖ public key). */
export const noteKeyId = (name: string, publicKey: Uint8Array, sha256: Sha256): Uint8Array<ArrayBuffer> => {
  const head = utf8.encode(`${name}\n`);
  return sha256(concatBytes(head, Uint8Array.of(NOTE_ED25519), publicKey)).slice(0, KEY_ID_BYTES);
};

const encodeSignature = (line: NoteSignature): string =>
  `${DASH}${line.name} ${encodeBase64(concatBytes(line.keyId, line.signature))}\n`;

const parseSignature = (line: string): NoteSignature | null => {
  if (!line.startsWith(DASH)) return null;
  const [name, blob, ...rest] = line.slice(DASH.length).split(' ');
  if (name === undefined || blob === undefined || rest.length > 0 || !isName(name)) return null;
  const bytes = parseBase64(blob);
  if (bytes === null || bytes.length <= KEY_ID_BYTES) return null;
  return { name, keyId: bytes.slice(0, KEY_ID_BYTES), signature: bytes.slice(KEY_ID_BYTES) };
};

/** The text a note can sign: ends with LF, no other control characters. */
export const isNoteText = (text: string): boolean => text.endsWith('\n') && !BAD_TEXT.test(text);

export const encodeSignedNote = (note: SignedNote): string => `${note.text}\n${note.signatures.map(encodeSignature).join('')}`;

/** Strict: the note must be the one text `encodeSignedNote` would write for it. */
export const parseSignedNote = (note: string): Result<SignedNote, 'NotANote'> => {
  if (note.length > MAX_NOTE_BYTES || !note.endsWith('\n')) return err('NotANote');
  const split = note.lastIndexOf('\n\n');
  if (split < 0) return err('NotANote');
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2, -1).split('\n');
  if (!isNoteText(text) || lines.length > MAX_NOTE_SIGNATURES || utf8.encode(note).length > MAX_NOTE_BYTES) return err('NotANote');
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignature(line);
    if (signature === null) return err('NotANote');
    signatures.push(signature);
  }
  return ok({ text, signatures });
};

/** Line 1 without its LF: type and id. */
export const noteHeadline = (text: string): string => text.slice(0, text.indexOf('\n'));
