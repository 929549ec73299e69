/** y of the eight points whose order divides 8, little-endian, with the two that are written a second time beyond the prime 2²⁵⁵ − 19. */
const SMALL_ORDER: ReadonlySet<string> = new Set([
  `00${'00'.repeat(30)}00`,
  `01${'00'.repeat(30)}00`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
]);

/** The highest bit is the sign of x, and no part of y (RFC 8032 §5.1.2). */
const Y_OF_LAST = 0x7f;

/**
 * An Ed25519 public key (32 bytes) that no secret key leads to: one signature fits many texts under it. Asked before every verification:
 * WebKitGTK does not come back from some of them.
 */
export const isSmallOrderKey = (publicKey: Uint8Array): boolean => {
  const last = publicKey.length - 1;
  const y = Array.from(publicKey, (byte, at) => (at === last ? byte & Y_OF_LAST : byte).toString(16).padStart(2, '0'));
  return SMALL_ORDER.has(y.join(''));
};
