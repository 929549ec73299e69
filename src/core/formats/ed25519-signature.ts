/** Order of the group, little-endian: 2²⁵² + 27742317777372353535851937790883648493. */
const ORDER = Uint8Array.from([
  0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
  0, 0, 0, 0, 0, 0x10,
]);

/**
 * S, the second half of an Ed25519 signature, below the order (RFC 8032 §5.1.7). Asked before every verification: WebKitGTK does
 * not look, and would take a second signature that anyone can make from a first.
 */
export const isReducedSignature = (signature: Uint8Array): boolean => {
  for (let at = ORDER.length - 1; at >= 0; at -= 1) {
    const digit = signature[ORDER.length + at] ?? 0;
    const limit = ORDER[at] ?? 0;
    if (digit !== limit) return digit < limit;
  }
  return false;
};
