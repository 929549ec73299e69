import type { Result } from '../domain/result.ts';
import { err, ok } from '../domain/result.ts';
import { sameBytes } from './bytes.ts';
import type { Sha256, VerifyEd25519 } from './hash.ts';
import type { SignedNote } from './signed-note.ts';
import { noteHeadline, noteKeyId, parseSignedNote } from './signed-note.ts';

export interface NoteSigner {
  readonly name: string;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
}

export interface VerifyDeps {
  readonly sha256: Sha256;
  readonly verify: VerifyEd25519;
}

export interface VerifiedNote {
  readonly text: string;
  /** Names of the signers whose signatures verified; at least one. */
  readonly signedBy: readonly string[];
}

export type NoteProblem = 'NotANote' | 'WrongType' | 'SignerUnknown' | 'BadSignature';

/**
 * Which of `signers` signed. Signatures by keys not listed are ignored, as C2SP asks; a signature that claims a listed key
 * and does not verify refuses the whole note.
 */
export const verifyNoteSignatures = async (
  note: SignedNote,
  signers: readonly NoteSigner[],
  deps: VerifyDeps,
): Promise<Result<VerifiedNote, 'SignerUnknown' | 'BadSignature'>> => {
  const message = new TextEncoder().encode(note.text);
  const signedBy: string[] = [];
  for (const signer of signers) {
    const keyId = noteKeyId(signer.name, signer.publicKey, deps.sha256);
    for (const line of note.signatures) {
      if (line.name !== signer.name || !sameBytes(line.keyId, keyId)) continue;
      // One after the other: a note has one or two signatures, and the first bad one ends it.
      if (!(await deps.verify(signer.publicKey, message, line.signature))) return err('BadSignature');
      if (!signedBy.includes(signer.name)) signedBy.push(signer.name);
    }
  }
  return signedBy.length === 0 ? err('SignerUnknown') : ok({ text: note.text, signedBy });
};

/** Accepts exactly the type and id asked for: `headline` is the whole first line, without LF. */
export const verifySignedNote = async (
  note: string,
  headline: string,
  signers: readonly NoteSigner[],
  deps: VerifyDeps,
): Promise<Result<VerifiedNote, NoteProblem>> => {
  const parsed = parseSignedNote(note);
  if (!parsed.ok) return parsed;
  if (noteHeadline(parsed.value.text) !== headline) return err('WrongType');
  return verifyNoteSignatures(parsed.value, signers, deps);
};
