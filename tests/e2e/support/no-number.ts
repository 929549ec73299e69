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

export const expectNoneInFile = (file: string, forms: readonly NumberForm[]): void => {
  expect(scanBytes(path.basename(file), readFileSync(file), forms)).toEqual([]);
};

export const expectNoneInText = (what: string, text: string, forms: readonly NumberForm[]): void => {
  expect(scanBytes(what, Buffer.from(text), forms)).toEqual([]);
};

/** All of the page that a script, an extension or a crash report could read: markup, values of fields, title, address, history. */
export const readPage = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll('input, textarea')].map((field) => ('value' in field ? String(field.value) : '')),
      document.title,
      location.href,
      JSON.stringify(history.state),
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
    ].join('\n'),
  );
