import { expect, it } from 'vitest';
import { parseContainerLine } from '../../../src/core/formats/container-line.ts';
import { parseKeyring } from '../../../src/core/formats/keyring-document.ts';
import { parseManifestText } from '../../../src/core/formats/manifest.ts';
import { parseMark, parseMarkSecret } from '../../../src/core/formats/mark.ts';
import { parseSignedNote } from '../../../src/core/formats/signed-note.ts';
import { parseTableText } from '../../../src/core/formats/table-text.ts';
import { readVectors } from './kit.ts';
import { spoilt } from './spoilt.ts';

interface Container {
  readonly file: string;
}
interface Keyrings {
  readonly documents: readonly { readonly json: string }[];
  readonly marks: readonly { readonly json: string; readonly secret: object }[];
}

const copy = (readVectors('container-v1/must-pass.json') as { cases: readonly Container[] }).cases[0]?.file.split('\n') ?? [];
const { documents, marks } = readVectors('keyring-v1/must-pass.json') as Keyrings;
const line = (kind: string): string => copy.find((text) => text.startsWith(`{"${kind}":`)) ?? '';

/** Of a note, the text it signs: a headline and a line of JSON. */
const signedText = (kind: 'table' | 'manifest'): readonly string[] => {
  const note = parseSignedNote((JSON.parse(line(kind)) as Record<typeof kind, string>)[kind]);
  return note.ok ? note.value.text.split('\n') : [];
};
const [tableHead = '', table = ''] = signedText('table');
const [manifestHead = '', manifest = ''] = signedText('manifest');

const readsLine = (version: number) => (text: string) => parseContainerLine(text, version).ok;

it.each([
  ['keyring', documents[0]?.json ?? '', (text: string) => parseKeyring(text).ok],
  ['mark', marks[0]?.json ?? '', (text: string) => parseMark(text) !== null],
  ['secret of a mark', JSON.stringify(marks[0]?.secret), (text: string) => parseMarkSecret(text) !== null],
  ['table', table, (text: string) => parseTableText(`${tableHead}\n${text}\n`).ok],
  ['manifest', manifest, (text: string) => parseManifestText(`${manifestHead}\n${text}\n`).ok],
  ['header of a copy', line('kinko'), readsLine(0)],
  ['member in a copy', line('member'), readsLine(1)],
  ['grant in a copy', line('grant'), readsLine(1)],
  ['page in a copy', line('page'), readsLine(1)],
])('a %s with one thing in it spoilt is none', (name, json, isRead) => {
  expect(isRead(json)).toBe(true);
  const taken = spoilt(JSON.parse(json) as Parameters<typeof spoilt>[0]).filter(([, document]) => isRead(JSON.stringify(document)));
  // The table in a keyring is a note of its own, read where it is verified.
  expect(taken.map(([where]) => where)).toEqual(name === 'keyring' ? ['.table: "\\u0001"'] : []);
});
