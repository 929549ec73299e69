// Writes tests/vectors/{seal,page,table,keyring,container}-v1: node tests/vectors/writer/write.mjs
// With --check it writes nothing and fails when a file differs from what it would write. Vectors of a published version
// are only ever added to.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { containerVectors } from './container.mjs';
import { keyringVectors } from './keyring.mjs';
import { pageVectors, sealVectors } from './seal.mjs';
import { tableVectors } from './table.mjs';

const folder = new URL('../', import.meta.url);
const files = { ...sealVectors(), ...pageVectors(), ...tableVectors(), ...(await keyringVectors()), ...(await containerVectors()) };
const check = process.argv.includes('--check');
const different = [];
for (const [name, content] of Object.entries(files)) {
  const text = `${JSON.stringify(content, null, 1)}\n`;
  const url = new URL(name, folder);
  if (!check) {
    mkdirSync(new URL('./', url), { recursive: true });
    writeFileSync(url, text);
  } else if (readFileSync(url, 'utf8') !== text) different.push(name);
}
if (different.length > 0) {
  console.error(`differs: ${different.join(', ')}`);
  process.exit(1);
}
