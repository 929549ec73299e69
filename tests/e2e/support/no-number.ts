import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { hashForms } from '../../support/disk/hash-forms.ts';
import { numberForms } from '../../support/disk/number-forms.ts';
import type { NumberForm } from '../../support/disk/number-forms.ts';
import { scanBytes, scanFolder } from '../../support/disk/scan-folder.ts';

const BINARY = /^(binary coded decimal|one byte a digit|uint64|double|varint)/;

/** 90 00 00 00 00 28 stands in many a program: numbers as round as those of the samples are not told apart in binary. */
const isTelling = ({ name, bytes }: NumberForm): boolean => !BINARY.test(name) || new Set(bytes).size > 4;

/** Five bytes are met by chance in some of a hundred profiles. As a whole the value has three zero bytes before them. */
const widened = (form: NumberForm): NumberForm => (form.bytes.length > 5 ? form : { ...form, bytes: Buffer.concat([Buffer.alloc(1), form.bytes]) });

/** Every form of these numbers, digests too. */
export const formsOf = (numbers: readonly string[]): readonly NumberForm[] =>
  [...new Set(numbers)].flatMap((digits) =>
    [...numberForms(digits).filter(isTelling).map(widened), ...hashForms(digits)].map(({ name, bytes }) => ({ name: `${digits}: ${name}`, bytes })),
  );

/** All numbers of individuals in a list, as written there and with the zero that a spreadsheet dropped. */
export const numbersIn = (file: string): readonly string[] =>
  [...readFileSync(file, 'latin1').replaceAll('-', '').matchAll(/(?<!\d)(0?9000\d{8}|9000\d{7})(?!\d)/g)].map(([digits]) => digits.padStart(12, '0'));

/** Nothing of a number lies in the browser's folder. Its browser is closed. */
export const expectNoneInFolder = (folder: string, forms: readonly NumberForm[]): void => {
  const report = scanFolder(folder, forms);
  expect(report.bytes).toBeGreaterThan(1_000_000);
  expect(report.hits).toEqual([]);
};

/** The same file with a number where a fault of ours would leave it: in a page that was not sealed, in a line of the log. */
const bentFiles: Readonly<Record<string, (line: string, digits: string) => string>> = {
  '.kinko': (line, digits) => {
    const unsealed = Buffer.from(`{"page":["own","number",0],"schema":1,"numbers":[["person","${digits}"]]}`);
    return line.replace(/^(\{"page":\["own","number",.*,")[\w-]+("\]\})$/, `$1${unsealed.toString('base64url')}$2`);
  },
  // The tenth part is the subject.
  '.kinkolog': (line, digits) => line.replace(/^(\["kinko-log\/1"(?:,[^,]*){8},)"[\w-]*"/, `$1"${digits}"`),
};

/** Nothing of a number lies in a file of the user's, and `planted`, one of those looked for, is found where its lines are bent. */
export const expectNoneInFile = (file: string, forms: readonly NumberForm[], planted: string): void => {
  const name = path.basename(file);
  const bytes = readFileSync(file);
  expect(scanBytes(name, bytes, forms)).toEqual([]);
  const bend = bentFiles[path.extname(file)] ?? ((line: string) => line);
  const bent = bytes.toString().split('\n').map((line) => bend(line, planted));
  expect(scanBytes(name, Buffer.from(bent.join('\n')), forms), `a number planted in ${name}`).toContainEqual(
    expect.objectContaining({ form: expect.stringMatching(planted) }),
  );
};

export const expectNoneInText = (what: string, text: string, forms: readonly NumberForm[]): void => {
  expect(scanBytes(what, Buffer.from(text), forms)).toEqual([]);
};

/**
 * All of the page that a script, an extension or a crash report could read: markup, values of fields, title, address, history.
 * Then the text, each attribute and each field once more as its digits alone: the app itself never writes a number in one piece.
 * Runs in the page, in every engine: it may use nothing from around it.
 */
const readEverything = (): string => {
  const fields = [...document.querySelectorAll('input, textarea, select')].map((field) => ('value' in field ? String(field.value) : ''));
  const attributes = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes].map(({ value }) => value));
  const places = [document.title, location.href, JSON.stringify(history.state), JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
  const text = document.documentElement.textContent ?? '';
  // Wide digits are digits too. Fields behind one another: a number may be typed in three.
  const alone = [text, fields.join(''), ...attributes, ...fields, ...places].map((piece) => piece.normalize('NFKC').replaceAll(/\D/g, ''));
  return [document.documentElement.outerHTML, text, ...attributes, ...fields, ...places, ...alone].join('\n');
};

/** The text of a function for the page. */
export const READ_PAGE = String(readEverything);

export const readPage = (page: Page): Promise<string> => page.evaluate(readEverything);

/** While a number is shown, reading finds it: in the text, and in the name that a screen reader says. Else nothing at rest proves nothing. */
export const expectShown = (text: string, digits: string): void => {
  expect(scanBytes('page', Buffer.from(text), formsOf([digits]))).not.toEqual([]);
  expect(text.split(digits).length - 1, 'places where the number shown is read').toBeGreaterThanOrEqual(2);
};
