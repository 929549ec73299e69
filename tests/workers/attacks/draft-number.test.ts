import { expect, test } from 'vitest';
import { createTestDevice, makeVault, must } from '../session/support/device.ts';
import { numberOf } from '../service/support.ts';

test('a number typed into a wrong field is not kept in a draft, the other fields are', async () => {
  const { worker: { api } } = await makeVault(await createTestDevice());
  const number = numberOf(3);
  const fields = { address: number, name: `山田 ${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8)}`, kana: 'ヤマダ' };
  must(await api.saveDraft({ route: 'register', fields }));
  expect(must(await api.takeDraft())).toEqual({ route: 'register', fields: { kana: 'ヤマダ' } });
});

test('a number typed into a wrong field digit by digit is never sealed as far as its last one can be told', async () => {
  const device = await createTestDevice();
  const { worker: { api } } = await makeVault(device);
  const number = numberOf(4);
  const written = [number, `${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`, `山田 ${number}`];
  for (const text of written) {
    for (let length = text.length - 3; length <= text.length; length += 1) {
      const typed = text.slice(0, length);
      must(await api.saveDraft({ route: 'register', fields: { code: typed, kana: 'ヤマダ' } }));
      const digits = typed.replace(/[^0-9]/g, '').length;
      expect(must(await api.takeDraft())?.fields, typed).toEqual(digits < 11 ? { code: typed, kana: 'ヤマダ' } : { kana: 'ヤマダ' });
    }
  }
  // What anybody else types is kept: a corporate number, a date, a house number.
  const others = { corporateNumber: '1-2345-6789-0124', birthDate: '1973-04-02', address: '東京都港区1-2-3 405号', postalCode: '105-0011' };
  must(await api.saveDraft({ route: 'register', fields: others }));
  expect(must(await api.takeDraft())?.fields).toEqual(others);
});
