// Writes tests/vectors/log-v1: node tests/vectors/log-v1/write.mjs
// With --check it writes nothing and fails when a file differs from what it would write. Vectors of a published version are
// only ever added to. Imports nothing of the app.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { entryVectors } from './writer/entries.mjs';
import { failingExports } from './writer/failing.mjs';
import { passingExports } from './writer/passing.mjs';

const folder = new URL('./', import.meta.url);
const files = { 'entries.json': `${JSON.stringify(entryVectors(), null, 1)}\n` };
const index = [];
const places = { 'must-pass': passingExports(), 'must-fail': failingExports() };
for (const [place, cases] of Object.entries(places)) {
  for (const { name, file, kept = null, ...expected } of cases) {
    const path = `${place}/${name.replaceAll(' ', '-')}.kinkolog`;
    files[path] = file;
    index.push({ name, file: path, kept, ...expected });
  }
}
files['index.json'] = `${JSON.stringify(index, null, 1)}\n`;

const check = process.argv.includes('--check');
const different = [];
for (const [name, content] of Object.entries(files)) {
  const url = new URL(name, folder);
  if (!check) {
    mkdirSync(new URL('./', url), { recursive: true });
    writeFileSync(url, content);
  } else if (!readFileSync(url).equals(Buffer.from(content))) different.push(name);
}
if (different.length > 0) {
  console.error(`differs: ${different.join(', ')}`);
  process.exit(1);
}
