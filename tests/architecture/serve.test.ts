import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codingFor } from '../tools/compress.mjs';
import type { Served } from '../tools/serve.mjs';
import { serve } from '../tools/serve.mjs';

const dir = mkdtempSync(path.join(tmpdir(), 'kinko-serve-'));
const TEXT = 'const a = 1;\n'.repeat(1000);
let served: Served;

beforeAll(async () => {
  writeFileSync(path.join(dir, 'a.js'), TEXT);
  writeFileSync(path.join(dir, 'a.png'), 'no picture');
  served = await serve({ dir, headers: false });
});
afterAll(async () => {
  await served.stop();
  rmSync(dir, { recursive: true, force: true });
});

interface Answer {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const ask = (file: string, accepted: string | undefined, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const headers = accepted === undefined ? {} : { 'Accept-Encoding': accepted };
    request(served.url + file, { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts) }));
    })
      .on('error', reject)
      .end();
  });

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['GZIP;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br; q=0.0 , gzip;q=0', undefined],
  ['identity', undefined],
  ['', undefined],
  [undefined, undefined],
])('Accept-Encoding %j is answered with %s', (accepted, coding) => {
  expect(codingFor(accepted)).toBe(coding);
});

test('text goes compressed as the browser asks, and is the same text', async () => {
  const brotli = await ask('a.js', 'gzip, br');
  expect([brotli.headers['content-encoding'], brotli.headers.vary, brotli.headers['content-type']]).toEqual(['br', 'Accept-Encoding', 'text/javascript; charset=utf-8']);
  expect(brotliDecompressSync(brotli.body).toString()).toBe(TEXT);
  expect(brotli.headers['content-length']).toBe(String(brotli.body.length));
  expect(brotli.body.length).toBeLessThan(TEXT.length / 10);

  const gzip = await ask('a.js', 'gzip');
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzip.body).toString()).toBe(TEXT);

  const plain = await ask('a.js', undefined);
  expect([plain.headers['content-encoding'], plain.headers.vary, plain.body.toString()]).toEqual([undefined, 'Accept-Encoding', TEXT]);
});

test('pictures go as they are, and a new build is never answered with the older one', async () => {
  const picture = await ask('a.png', 'br');
  expect([picture.headers['content-encoding'], picture.headers.vary, picture.body.toString()]).toEqual([undefined, undefined, 'no picture']);

  writeFileSync(path.join(dir, 'a.js'), TEXT.replaceAll('1', '2'));
  expect(brotliDecompressSync((await ask('a.js', 'br')).body).toString()).toBe(TEXT.replaceAll('1', '2'));
  expect((await ask('a.js', 'br', 'HEAD')).body.length).toBe(0);
});
