import { describe, expect, test } from 'vitest';
import type { PersonFields } from '../../../src/core/domain/person/person.ts';
import { productSources } from '../../architecture/source.ts';
import { ALL, fields, makeRehearsedVault, personId } from '../service/support.ts';
import { createTestDevice, errorOf, must, PASSWORD } from '../session/support/device.ts';

// A20: markup and scripts in whatever people type and files hold. Here: it goes through as the text it is, or is refused, in every field
// and back; it never reaches the record; and nothing on the page could make markup of a text. That no browser runs any of it is
// the policy's part: no script but our own files, Trusted Types for everything that makes script (tests/architecture/headers.test.ts).

const PAYLOADS: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  `'><svg/onload=alert(1)>`,
  '<iframe srcdoc="<script>alert(1)</script>">',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '</title><script>alert(1)</script>',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '＜script＞alert(1)＜/script＞',
  '<math><mtext></table></math><img src onerror=alert(1)>',
  '__proto__',
];

/** What no identifier, hash or signature can hold by chance. */
const MARKUP = /[<>]|alert\(|onerror=|javascript:|＜/i;

const TEXTS = ['name', 'kana', 'code', 'relationship', 'postalCode', 'address'] as const satisfies readonly (keyof PersonFields)[];

/** As the domain keeps a text: folded in width and form, never cut or escaped. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/gu, '');

describe('markup in what people type', { timeout: 120_000 }, () => {
  test.each(TEXTS)('%s: kept as the text it is, or refused; found by search; not in the record', async (field) => {
    const { worker } = await makeRehearsedVault();
    const { api } = worker;
    let kept = 0;
    for (const payload of PAYLOADS) {
      const id = personId();
      const made = await api.registerPerson({ id, fields: fields({ [field]: payload }) });
      if (!made.ok) {
        expect(made.error, payload).toMatchObject({ type: 'InvalidInput' });
        continue;
      }
      kept += 1;
      expect(plain(must(await api.viewPerson(id)).fields[field]), payload).toBe(plain(payload));
      if (field !== 'name') continue;
      const found = must(await api.listPersons({ text: payload, kinds: [], states: [], offset: 0, limit: 50 }));
      expect(found.rows.map((row) => row.id), payload).toContain(id);
    }
    // The others are closed lists or digits, and take nothing of the kind.
    if (field === 'name' || field === 'address' || field === 'code') expect(kept).toBeGreaterThan(0);
    const record = await must(await api.exportLog('verify')).file.text();
    expect(record).not.toMatch(MARKUP);
    expect(must(await api.listIncidents())).toEqual([]);
  });

  test('names of members: kept as the text they are, or refused; on the list of devices, in the record nowhere', async () => {
    const device = await createTestDevice();
    let kept = 0;
    for (const payload of PAYLOADS) {
      const { api, kill } = await device.boot();
      const made = await api.createVault({ label: '商店', entityType: 'sole', paysSalary: true, ownerName: payload, password: PASSWORD });
      if (!made.ok) {
        expect(made.error, payload).toMatchObject({ type: 'InvalidInput' });
        kill();
        continue;
      }
      kept += 1;
      expect(plain(must(await api.viewSession()).memberName), payload).toBe(plain(payload));
      expect(must(await api.listEntries(ALL)).rows.map((row) => plain(row.memberName)), payload).toContain(plain(payload));
      expect(await must(await api.exportLog('verify')).file.text()).not.toMatch(MARKUP);
      expect(must(await api.listIncidents())).toEqual([]);
      must(await api.lock());
      kill();
    }
    expect(kept).toBeGreaterThan(PAYLOADS.length / 2);
  });

  test('label, drafts, names of files, headers and cells of lists', async () => {
    const { worker } = await makeRehearsedVault();
    const { api } = worker;
    for (const payload of PAYLOADS) {
      const labelled = await api.changeSettings({ label: payload });
      if (labelled.ok) expect(plain(labelled.value.label)).toBe(plain(payload));
      else expect(errorOf(labelled)).toBe('InvalidInput');
      must(await api.saveDraft({ route: 'register', fields: { name: payload } }));
      expect(must(await api.takeDraft())?.fields).toEqual({ name: payload });
      const cell = `"${payload.replaceAll('"', '""')}"`;
      const read = await api.readImport([new File([`氏名,${cell},住所\n${cell},${cell},${cell}\n`], `${payload.replaceAll('/', '_')}.csv`)]);
      if (!read.ok) {
        expect(read.error.type).toBe('ImportRefused');
        continue;
      }
      // What is no name is a doubt and is not shown as one.
      for (const row of read.value.rows) expect([plain(payload), ...(row.accepted ? [] : [''])], payload).toContain(plain(row.name));
    }
    const record = await must(await api.exportLog('verify')).file.text();
    expect(record).not.toMatch(MARKUP);
    expect(must(await api.listEntries(ALL)).rows.length).toBeGreaterThan(0);
    expect(must(await api.listIncidents())).toEqual([]);
  });
});

describe('nothing on the page makes markup of a text', () => {
  const sources = productSources();
  const lines = sources
    .filter(({ file }) => /^src\/.*\.tsx?$/.test(file))
    .flatMap(({ file, code }) => code.split('\n').map((line) => ({ file, line: line.trim() })));

  test('no parser of markup, no code from text, no address of a script', () => {
    const sinks = /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|setHTML|dangerouslySetInnerHTML|createContextualFragment|DOMParser|document\.write|srcdoc|srcDoc|eval|Function\()/;
    expect(lines.filter(({ line }) => sinks.test(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(5000);
  });

  test('no address is made of what people typed or a file holds, and none is a script or data', () => {
    const addresses = lines.flatMap(({ file, line }) => [...line.matchAll(/\b(?:href|src|formAction|xlinkHref)=\{([^}]*)\}/g)].map((match) => `${file}: ${match[1] ?? ''}`));
    expect(addresses.length).toBeGreaterThan(20);
    const typed = /\.(?:name|kana|label|text|value|code|address|relationship|fileName|fields|memberName|personName)\b/;
    // An ordinal of the session stands for a person: the router takes no name.
    expect(addresses.filter((address) => typed.test(address.replace(/^.*: hrefTo\(.*/, '')))).toEqual([]);
    expect(lines.filter(({ line }) => /['"`](?:javascript|vbscript|data):/i.test(line))).toEqual([]);
  });
});
