// public/_headers as a static host reads it. Format: a path rule at the start of a line ("*" stands for the rest),
// its headers indented below, comments after "#".
import { readFileSync } from 'node:fs';

/** @typedef {{ readonly path: string, readonly headers: readonly (readonly [string, string])[] }} HeaderRule */

/** @param {string} text @returns {readonly HeaderRule[]} */
export const parseHeaders = (text) => {
  /** @type {{ path: string, headers: [string, string][] }[]} */
  const rules = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    if (/^\S/.test(line)) {
      rules.push({ path: line.trim(), headers: [] });
      continue;
    }
    const colon = line.indexOf(':');
    const rule = rules.at(-1);
    if (colon < 0 || rule === undefined) throw new Error(`Not a header line: ${line}`);
    rule.headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return rules;
};

/** @param {string} rule @param {string} path */
const matches = (rule, path) => (rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : rule === path);

/**
 * Headers of one path. A header that several rules name is joined by a comma, as hosts do:
 * two policies would both apply.
 * @param {readonly HeaderRule[]} rules @param {string} path path from the app's root, beginning with "/"
 * @returns {ReadonlyMap<string, string>}
 */
export const headersFor = (rules, path) => {
  const found = new Map();
  for (const rule of rules.filter((candidate) => matches(candidate.path, path))) {
    for (const [name, value] of rule.headers) found.set(name, found.has(name) ? `${found.get(name)}, ${value}` : value);
  }
  return found;
};

/** @param {string} file @returns {readonly HeaderRule[]} */
export const readHeaders = (file) => parseHeaders(readFileSync(file, 'utf8'));
