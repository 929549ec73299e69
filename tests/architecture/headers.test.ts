import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { headersFor, parseHeaders } from '../tools/headers.mjs';
import { root } from './source.ts';

const CSP = 'Content-Security-Policy';
const readText = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const rules = parseHeaders(readText('public/_headers'));
const policyOf = (file: string): string => headersFor(rules, file).get(CSP) ?? '';

const directives = (policy: string): readonly string[] => policy.split('; ').toSorted();

test('what can carry a meta tag is in the meta tag: the page has its policy on any host', () => {
  const meta = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(readText('index.html'))?.[1] ?? '';
  const header = directives(policyOf('/index.html')).filter((one) => !one.startsWith('frame-ancestors'));
  expect(directives(meta)).toEqual(header);
  expect(header).toContain("connect-src 'none'");
  expect(header).toContain("default-src 'none'");
  expect(header).toContain("require-trusted-types-for 'script'");
  expect(header.join(' ')).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:/);
});

test('every path has one and the same policy, from one rule; the service worker has its own', () => {
  const shipped = readdirSync(path.join(root, 'public'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '_headers')
    .map((entry) => `/${path.relative(path.join(root, 'public'), path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')}`);
  const page = policyOf('/');
  for (const file of [...shipped, '/index.html', '/assets/index-12345678.js']) expect([file, policyOf(file)]).toEqual([file, page]);
  expect(policyOf('/sw.js')).toBe("default-src 'none'; script-src 'self'; connect-src 'self'");
});

test('nothing that may change is kept by the browser without asking', () => {
  for (const file of ['/', '/index.html', '/sw.js', '/manifest.webmanifest', '/spec/README.md']) {
    expect([file, headersFor(rules, file).get('Cache-Control')]).toEqual([file, 'no-cache']);
  }
});

test('the samples for other hosts set the same headers', () => {
  for (const sample of ['public/hosting/nginx.conf', 'public/hosting/htaccess.txt']) {
    const text = readText(sample);
    expect(text).toContain(policyOf('/'));
    expect(text).toContain(policyOf('/sw.js'));
    for (const [name, value] of headersFor(rules, '/sw.js')) expect([sample, name, text.includes(value)]).toEqual([sample, name, true]);
  }
});

test('headers of overlapping rules are joined, as hosts do', () => {
  const two = parseHeaders('/*\n  A: 1\n/x\n  A: 2\n');
  expect(headersFor(two, '/x').get('A')).toBe('1, 2');
  expect(headersFor(two, '/y').get('A')).toBe('1');
});
