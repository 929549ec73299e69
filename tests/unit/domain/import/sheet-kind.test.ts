import { expect, it } from 'vitest';
import { guessKind } from '../../../../src/core/domain/import/column-map.ts';
import { meaningOf } from '../../../../src/core/domain/import/column-meaning.ts';

const guess = (header: string) => guessKind(header.split(',').map(meaningOf));

it.each(['家族氏名', '続柄', '家族個人番号', '家族生年月日', '家族カナ'])('%s is above lists of dependants alone', (header) => {
  expect(guess(`社員番号,取引先名,${header}`)).toEqual({ kind: 'dependants', column: 2 });
});

it.each(['取引先名', '取引先コード', '個人番号又は法人番号', '法人番号'])('%s is above lists of payees, where nothing speaks of dependants', (header) => {
  expect(guess(`社員番号,${header}`)).toEqual({ kind: 'payees', column: 1 });
});

it('a list is one of employees, whether its headers say so or nothing', () => {
  expect(guess('氏名,社員番号')).toEqual({ kind: 'employees', column: 1 });
  expect(guess('氏名,社員名')).toEqual({ kind: 'employees', column: 1 });
  expect(guess('氏名,個人番号')).toEqual({ kind: 'employees', column: null });
});

it('the plainest sign is told, not the first', () => {
  expect(guess('続柄,家族氏名')).toEqual({ kind: 'dependants', column: 1 });
  expect(guess('法人番号,取引先名')).toEqual({ kind: 'payees', column: 1 });
  expect(guess('社員名,社員番号')).toEqual({ kind: 'employees', column: 1 });
});
