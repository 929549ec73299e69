// What a static host does to text on its way: brotli or gzip, as the browser asks.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Near the best that hosts do by themselves; the very best takes seconds. */
const QUALITY = 9;

/** Content-Encoding (RFC 9110 §8.4.1): ours, the better one first. */
const CODINGS = {
  /** @param {Buffer} content */
  br: (content) => brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
  /** @param {Buffer} content */
  gzip: (content) => deflate(content, { level: QUALITY }),
};

/** @typedef {keyof typeof CODINGS} Coding */

/**
 * The coding for a request's Accept-Encoding: undefined when it names none of ours. A weight of 0 is a refusal, others are not weighed.
 * @param {string | undefined} accepted @returns {Coding | undefined}
 */
export const codingFor = (accepted) => {
  const named = (accepted ?? '').toLowerCase().split(',').map((part) => part.replaceAll(/\s/g, ''));
  const taken = new Set(named.filter((part) => !/;q=0(\.0*)?$/.test(part)).map((part) => part.replace(/;.*$/, '')));
  return /** @type {Coding[]} */ (Object.keys(CODINGS)).find((coding) => taken.has(coding));
};

/** @type {Map<string, Promise<Buffer>>} */
const made = new Map();

/**
 * Made once for each content, not for each file: a newer build is never answered with the older one.
 * @param {Buffer} content @param {Coding} coding @returns {Promise<Buffer>}
 */
export const compressed = (content, coding) => {
  const key = `${coding} ${createHash('sha256').update(content).digest('base64')}`;
  const known = made.get(key) ?? CODINGS[coding](content);
  made.set(key, known);
  return known;
};
