import type { NumberForm } from './number-forms.ts';

/** Names of the forms that stand anywhere in these bytes. */
export type FindForms = (bytes: Buffer) => readonly string[];

const PREFIX = 4;
const BITS = 20;

const slotOf = (a: number, b: number, c: number, d: number): number =>
  (Math.imul(a | (b << 8) | (c << 16) | (d << 24), 0x9e3779b1) >>> (32 - BITS)) >>> 0;

/**
 * Looks for all forms in one pass: hundreds of them in tens of megabytes would take a minute one by one. Forms are
 * grouped by a hash of their first four bytes; none is shorter.
 */
export const createFinder = (forms: readonly NumberForm[]): FindForms => {
  const slots = new Map<number, NumberForm[]>();
  const known = new Uint8Array(2 ** BITS);
  for (const form of forms) {
    const [a, b, c, d] = form.bytes;
    if (a === undefined || b === undefined || c === undefined || d === undefined) throw new RangeError(`${form.name}: too short`);
    const slot = slotOf(a, b, c, d);
    known[slot] = 1;
    slots.set(slot, [...(slots.get(slot) ?? []), form]);
  }
  return (bytes) => {
    const found = new Set<string>();
    const last = bytes.length - PREFIX;
    for (let at = 0; at <= last; at += 1) {
      const slot = slotOf(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0);
      if (known[slot] === 0) continue;
      for (const form of slots.get(slot) ?? [])
        if (bytes.subarray(at, at + form.bytes.length).equals(form.bytes)) found.add(form.name);
    }
    return [...found];
  };
};
