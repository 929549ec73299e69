import { createHash } from 'node:crypto';
import type { NumberForm } from './number-forms.ts';

const ALGORITHMS = ['md5', 'sha1', 'sha256', 'sha512', 'sha3-256'] as const;

/** Digests of the bare number: 10^11 values are searched in hours, so a digest counts as the number (PPC Q9-4). */
export const hashForms = (digits: string): readonly NumberForm[] => {
  const forms: NumberForm[] = [];
  const groups = `${digits.slice(0, 4)}-${digits.slice(4, 8)}-${digits.slice(8)}`;
  for (const algorithm of ALGORITHMS) {
    for (const text of [digits, groups]) {
      for (const encoding of ['utf8', 'utf16le'] as const) {
        const digest = createHash(algorithm).update(Buffer.from(text, encoding)).digest();
        forms.push(
          { name: `${algorithm}, raw`, bytes: digest.subarray(0, 16) },
          { name: `${algorithm}, hex`, bytes: Buffer.from(digest.toString('hex').slice(0, 32)) },
          { name: `${algorithm}, base64`, bytes: Buffer.from(digest.toString('base64').slice(0, 20)) },
          { name: `${algorithm}, base64url`, bytes: Buffer.from(digest.toString('base64url').slice(0, 20)) },
        );
      }
    }
  }
  return forms;
};
