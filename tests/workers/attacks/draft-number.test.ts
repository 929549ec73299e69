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
