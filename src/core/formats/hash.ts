/**
 * SHA-256 comes in as an argument: this room knows no platform. Synchronous, because hashing happens between two steps
 * that must not be torn apart by an await. It keeps nothing of `bytes`, and gives a hash of its own each time.
 */
export type Sha256 = (bytes: Uint8Array) => Uint8Array<ArrayBuffer>;

/** Running hash. `digest` ends it: anything further is a defect and throws. */
export interface Sha256Stream {
  readonly update: (bytes: Uint8Array) => void;
  /** Hash of what came so far; more may come. */
  readonly peek: () => Uint8Array<ArrayBuffer>;
  readonly digest: () => Uint8Array<ArrayBuffer>;
}

/**
 * Pure Ed25519 (RFC 8032). Resolves false for anything that does not verify, keys and signatures of wrong length included.
 * Rejects when the engine fails: nothing is known of the signature then, and nobody may call it forged.
 */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>;
