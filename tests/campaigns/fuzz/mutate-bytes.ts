import type { SeededRandom } from '../../support/seeded-random.ts';
import { STRANGE_TEXTS } from './strange.data.ts';

/** Bends files without knowing what they are: bits, bytes, ranges, lengths, lines, splices of two. Never the given bytes themselves. */

export type Bytes = Uint8Array<ArrayBuffer>;
type Bend = (random: SeededRandom, bytes: Bytes, others: readonly Bytes[]) => Bytes;

const join = (...parts: readonly Uint8Array[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const flip: Bend = (random, bytes) => {
  const bent = bytes.slice();
  if (bent.length === 0) return bent;
  const at = random.below(bent.length);
  bent[at] = (bent[at] ?? 0) ^ (1 << random.below(8));
  return bent;
};

const setByte: Bend = (random, bytes) => {
  const bent = bytes.slice();
  if (bent.length > 0) bent[random.below(bent.length)] = random.pick([0, 1, 0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x30, 0x5b, 0x5c, 0x7b, 0x7d, 0x7f, 0x80, 0xc0, 0xed, 0xff]);
  return bent;
};

const cutOut: Bend = (random, bytes) => {
  const from = random.below(bytes.length + 1);
  const to = Math.min(bytes.length, from + 1 + random.below(random.pick([1, 8, 200, 20_000])));
  return join(bytes.subarray(0, from), bytes.subarray(to));
};

const repeat: Bend = (random, bytes) => {
  const from = random.below(bytes.length + 1);
  const to = Math.min(bytes.length, from + 1 + random.below(random.pick([1, 8, 200, 4000])));
  return join(bytes.subarray(0, to), bytes.subarray(from));
};

const insert: Bend = (random, bytes) => {
  const at = random.below(bytes.length + 1);
  const piece = random.chance(0.5) ? random.bytes(1 + random.below(16)) : new TextEncoder().encode(random.pick(STRANGE_TEXTS));
  return join(bytes.subarray(0, at), piece, bytes.subarray(at));
};

const truncate: Bend = (random, bytes) => bytes.slice(0, random.below(bytes.length + 1));

const splice: Bend = (random, bytes, others) => {
  const other = random.pick([bytes, ...others]);
  return join(bytes.subarray(0, random.below(bytes.length + 1)), other.subarray(random.below(other.length + 1)));
};

/** Overwrites four or eight bytes as a length field would be. */
const lengthField: Bend = (random, bytes) => {
  const bent = bytes.slice();
  const size = random.pick([4, 8]);
  if (bent.length < size) return bent;
  // The head of a file is where its lengths stand.
  const at = random.below(Math.min(bent.length - size + 1, random.pick([64, bent.length])));
  const value = random.pick([0n, 1n, 51n, 52n, 131_019n, 131_020n, 131_072n, 0x7fff_ffffn, 0x8000_0000n, 0xffff_ffffn, 2n ** 53n, 2n ** 64n - 1n]);
  const view = new DataView(bent.buffer);
  if (size === 4) view.setUint32(at, Number(value & 0xffff_ffffn), random.chance(0.2));
  else view.setBigUint64(at, value & (2n ** 64n - 1n), random.chance(0.2));
  return bent;
};

const LF = 0x0a;

export const linesOf = (bytes: Bytes): readonly Bytes[] => {
  const lines: Bytes[] = [];
  let from = 0;
  for (let to = bytes.indexOf(LF); to >= 0; to = bytes.indexOf(LF, from)) {
    lines.push(bytes.slice(from, to + 1));
    from = to + 1;
  }
  if (from < bytes.length) lines.push(bytes.slice(from));
  return lines;
};

/** A line left out, doubled, moved, or put in from another file. */
const moveLines: Bend = (random, bytes, others) => {
  const lines = [...linesOf(bytes)];
  if (lines.length === 0) return bytes.slice();
  const at = random.below(lines.length);
  const there = random.below(lines.length);
  const line = lines[at] ?? new Uint8Array();
  const foreign = linesOf(random.pick([bytes, ...others]));
  const change = random.pick(['drop', 'double', 'swap', 'foreign', 'replace', 'reverse', 'crlf'] as const);
  if (change === 'drop') lines.splice(at, 1);
  if (change === 'double') lines.splice(there, 0, line);
  if (change === 'swap') [lines[at], lines[there]] = [lines[there] ?? line, line];
  if (change === 'foreign' && foreign.length > 0) lines.splice(at, 0, random.pick(foreign));
  if (change === 'replace' && foreign.length > 0) lines[at] = random.pick(foreign);
  if (change === 'reverse') lines.reverse();
  if (change === 'crlf') lines[at] = join(line.subarray(0, -1), Uint8Array.of(0x0d, LF));
  return join(...lines);
};

const BENDS: readonly Bend[] = [flip, flip, setByte, cutOut, repeat, insert, truncate, splice, lengthField, moveLines, moveLines];

/** One to four bends, one upon the other. `others`: files of the same kind to take parts from. */
export const mutateBytes = (random: SeededRandom, bytes: Bytes, others: readonly Bytes[]): Bytes => {
  let bent = bytes;
  const times = 1 + random.below(4);
  for (let n = 0; n < times; n += 1) bent = random.pick(BENDS)(random, bent, others);
  return bent;
};
