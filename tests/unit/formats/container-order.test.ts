import { describe, expect, it } from 'vitest';
import { parseContainerLine } from '../../../src/core/formats/container-line.ts';
import { createContainerOrder } from '../../../src/core/formats/container-order.ts';
import type { ContainerLine } from '../../../src/core/formats/container.ts';
import { readVectors } from './kit.ts';

const { cases } = readVectors('container-v1/must-pass.json') as { cases: readonly { readonly file: string }[] };

/** The lines of a copy without its manifest. */
const lines: readonly ContainerLine[] = (cases[0]?.file ?? '').split('\n').flatMap((text, at) => {
  const parsed = text === '' ? null : parseContainerLine(text, at === 0 ? 0 : 1);
  return parsed?.ok === true && parsed.value.type !== 'manifest' && parsed.value.type !== 'other' ? [parsed.value] : [];
});

const find = <T extends ContainerLine['type']>(type: T): Extract<ContainerLine, { readonly type: T }> => {
  const found = lines.find((line): line is Extract<ContainerLine, { readonly type: T }> => line.type === type);
  if (found === undefined) throw new Error(`no ${type}`);
  return found;
};
const { member } = find('member');
const other: ContainerLine = { type: 'member', member: { ...member, id: find('header').header.vaultId as unknown as typeof member.id } };

const accepted = (list: readonly ContainerLine[]): readonly boolean[] => {
  const order = createContainerOrder();
  return list.map((line) => order.accept(line));
};

describe('lines of a copy', () => {
  it('stand in their order, and are complete with the first page', () => {
    const order = createContainerOrder();
    const complete = lines.map((line) => order.accept(line) && order.isComplete());
    expect(complete).toEqual(lines.map((line) => line.type === 'page'));
  });

  it('have one header', () => {
    expect(accepted([find('header'), find('header')])).toEqual([true, false]);
  });

  it('have as many members as the vault, each once', () => {
    expect(accepted([find('header'), find('table'), find('member'), other, other, find('member')])).toEqual([true, true, true, true, false, false]);
  });
});
