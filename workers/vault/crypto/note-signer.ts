import { parseBase64url } from '../../../src/core/formats/base64url.ts';
import type { Sha256 } from '../../../src/core/formats/hash.ts';
import { encodeSignedNote, isNoteText, noteKeyId } from '../../../src/core/formats/signed-note.ts';
import type { VerifyDeps } from '../../../src/core/formats/signed-note-verify.ts';
import { signBytes, verifyEd25519 } from './signing.ts';

/** Signs C2SP notes as a member. Verification is formats/signed-note-verify.ts with `verifyDeps`. */
export interface NoteSigning {
  /** `text` ends with LF; its first line says type and id. Returns the whole note with one signature. */
  readonly signNote: (text: string, signer: SigningMember) => Promise<string>;
  readonly verifyDeps: VerifyDeps;
}

export interface SigningMember {
  /** Key name of the signature: the memberId. */
  readonly name: string;
  readonly key: CryptoKey;
  /** base64url of the raw public key. */
  readonly publicKey: string;
}

export const createNoteSigning = (deps: { readonly sha256: Sha256 }): NoteSigning => ({
  signNote: async (text, signer) => {
    const publicKey = parseBase64url(signer.publicKey);
    if (publicKey === null || !isNoteText(text)) throw new Error('not a text or key that a note can have');
    const signature = await signBytes(signer.key, new TextEncoder().encode(text));
    return encodeSignedNote({ text, signatures: [{ name: signer.name, keyId: noteKeyId(signer.name, publicKey, deps.sha256), signature }] });
  },
  verifyDeps: { sha256: deps.sha256, verify: verifyEd25519 },
});
