/** AES-GCM with a 128-bit tag by WebCrypto; the only place that calls it. */

const paramsOf = (iv: Uint8Array<ArrayBuffer>, aad: Uint8Array<ArrayBuffer>): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: aad,
  tagLength: 128,
});

/** Ciphertext ‖ tag. */
export const encryptGcm = async (
  key: CryptoKey,
  iv: Uint8Array<ArrayBuffer>,
  aad: Uint8Array<ArrayBuffer>,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await crypto.subtle.encrypt(paramsOf(iv, aad), key, plaintext));

/** Null when it does not verify. Anything but that is a defect and throws. */
export const decryptGcm = async (
  key: CryptoKey,
  iv: Uint8Array<ArrayBuffer>,
  aad: Uint8Array<ArrayBuffer>,
  box: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(paramsOf(iv, aad), key, box));
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'OperationError') return null;
    throw cause;
  }
};
