import { expect, it } from 'vitest';
import { createRecoveryCodeModel } from '../../../../src/app/models/recovery-code-model.ts';
import { encodeRecoveryGroups } from '../../../../src/core/domain/recovery/recovery-code.ts';

const GROUPS = encodeRecoveryGroups(Uint8Array.from({ length: 16 }, (_, at) => at * 7));

it('a code is given away when every group holds in its own place, and not before', () => {
  const code = createRecoveryCodeModel();
  expect(code.touched()).toBe(false);
  code.type(['', '', 'K', '', '', '', '']);
  expect(code.touched()).toBe(true);
  code.clear();
  expect([code.left.value, code.take()]).toEqual([7, null]);
  code.type([...GROUPS.slice(0, 6), '']);
  expect([code.left.value, code.take()]).toEqual([1, null]);
  const [first = '', second = '', ...rest] = GROUPS;
  code.type([second, first, ...rest]);
  expect([code.left.value, code.take()]).toEqual([2, null]);
  code.type(GROUPS);
  expect([code.left.value, code.take()]).toEqual([0, GROUPS.join('-')]);
  code.clear();
  expect([code.groups.value.join(''), code.take(), code.touched()]).toEqual(['', null, false]);
});
