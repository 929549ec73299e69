import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../../../src/core/domain/ids.ts';
import type { RowChange } from '../../../../src/core/domain/import/import-preview.ts';
import type { RowEdits } from '../../../../src/core/domain/import/row-edits.ts';
import { NO_EDITS, withChange } from '../../../../src/core/domain/import/row-edits.ts';
import { idOf } from './support.ts';

const after = (...changes: readonly RowChange[]): RowEdits => changes.reduce((edits, change, at) => withChange(edits, change, at + 1), NO_EDITS);
const person: PersonId = idOf('somebody');
const number = { type: 'field', field: 'number', text: '1' } as const;
const name = { type: 'field', field: 'name', text: '甲' } as const;

describe('a new text', () => {
  it('takes back what was said of the cell', () => {
    const edits = after({ type: 'addLeadingZero' }, { type: 'takeFile', field: 'number' }, { type: 'keepStored', field: 'address' }, number);
    expect(edits).toEqual({ ...NO_EDITS, texts: new Map([['number', '1']]), keepStored: new Set(['address']) });
    expect(after({ type: 'keepStored', field: 'number' }, number).keepStored.size).toBe(0);
    expect(after({ type: 'parent', personId: person }, { type: 'field', field: 'parentCode', text: '1' }).parentId).toBeNull();
  });

  it('leaves what was said of others', () => {
    const said: readonly RowChange[] = [{ type: 'addLeadingZero' }, { type: 'takeFile', field: 'number' }, { type: 'keepStored', field: 'kana' }, { type: 'parent', personId: person }];
    expect(after(...said, name)).toEqual({ ...after(...said), texts: new Map([['name', '甲']]) });
  });

  it('stands beside those of other cells, and in place of an earlier one', () => {
    expect(after(number, name, { type: 'leaveEmpty', field: 'number' }).texts).toEqual(new Map([['number', ''], ['name', '甲']]));
  });
});

describe('the file and the vault', () => {
  it('cannot both be right about a cell', () => {
    expect(after({ type: 'takeFile', field: 'name' }, { type: 'takeFile', field: 'number' }, { type: 'keepStored', field: 'name' })).toEqual({ ...NO_EDITS, takeFile: new Set(['number']), keepStored: new Set(['name']) });
    expect(after({ type: 'keepStored', field: 'name' }, { type: 'keepStored', field: 'kana' }, { type: 'takeFile', field: 'name' })).toEqual({ ...NO_EDITS, takeFile: new Set(['name']), keepStored: new Set(['kana']) });
  });
});

describe('of answers that exclude each other the last one holds', () => {
  it.each<[readonly RowChange[], Partial<RowEdits>]>([
    [[{ type: 'otherPerson' }, { type: 'sameAs', personId: person, by: 'name' }], { sameAs: person }],
    [[{ type: 'sameAs', personId: person, by: 'name' }, { type: 'otherPerson' }], { otherPerson: true }],
    [[{ type: 'entity', corporate: true }, { type: 'entity', corporate: false }], { corporate: false }],
    [[{ type: 'leaveOut' }, { type: 'take' }], { taken: 2 }],
    [[{ type: 'take' }, { type: 'leaveOut' }], { leftOut: true }],
    [[{ type: 'take' }, { type: 'leaveOut' }, { type: 'putBack' }], {}],
    [[number, { type: 'take' }, { type: 'addLeadingZero' }, { type: 'reset' }], {}],
  ])('%j', (changes, expected) => {
    expect(after(...changes)).toEqual({ ...NO_EDITS, ...expected });
  });
});
