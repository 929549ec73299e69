/**
 * SHA-256 comes in as an argument: this room knows no platform. Synchronous, because hashing happens between two steps
 * that must not be torn apart by an await.
 */
export type Sha256 = (bytes: Uint8Array) => Uint8Array<ArrayBuffer>;

/** Running hash. `digest` ends it: a further `update` or `digest` is a defect and throws. */
export interface Sha256Stream {
  readonly update: (bytes: Uint8Array) => void;
  readonly digest: () => Uint8Array<ArrayBuffer>;
}

/**
 * Pure Ed25519 (RFC 8032). Resolves false for anything that does not verify, keys and signatures of wrong length included;
 * never rejects.
 */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => Promise<boolean>;
