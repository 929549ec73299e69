/** A key pair as bytes. */
export interface ExportedPair {
  /** The caller's to zero after sealing it. */
  readonly pkcs8: Uint8Array<ArrayBuffer>;
  /** Raw: the uncompressed point, 65 bytes, or the 32 bytes of an Ed25519 key. */
  readonly publicKey: Uint8Array<ArrayBuffer>;
}

/** The private half exists unsealed only until the caller has sealed and zeroed it. */
export const exportPair = async ({ privateKey, publicKey }: CryptoKeyPair): Promise<ExportedPair> => {
  const [pkcs8, raw] = await Promise.all([crypto.subtle.exportKey('pkcs8', privateKey), crypto.subtle.exportKey('raw', publicKey)]);
  return { pkcs8: new Uint8Array(pkcs8), publicKey: new Uint8Array(raw) };
};

/** Null when the bytes are no such key; anything else that fails is a defect. */
export const keyOrNull = async (imported: Promise<CryptoKey>): Promise<CryptoKey | null> => {
  try {
    return await imported;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'DataError') return null;
    throw cause;
  }
};
