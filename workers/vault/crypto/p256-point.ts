/** The curve P-256 (SEC 2, secp256r1): y² = x³ − 3x + b over the field of p. */
const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

const POINT_BYTES = 65;
const UNCOMPRESSED = 4;

const toNumber = (bytes: Uint8Array): bigint => bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);

/** Whether bytes are an uncompressed point of the curve. For public points alone: how long it takes tells them. */
export const isP256Point = (bytes: Uint8Array): boolean => {
  if (bytes.length !== POINT_BYTES || bytes[0] !== UNCOMPRESSED) return false;
  const [x, y] = [toNumber(bytes.subarray(1, 33)), toNumber(bytes.subarray(33))];
  return x < P && y < P && (y * y - (x * x * x - 3n * x + B)) % P === 0n;
};
