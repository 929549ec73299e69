import type { Row } from './rows.ts';
import { isMissed } from './rows.ts';

const shown = (value: number | null): string => (value === null ? '–' : value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0));

const verdict = (row: Row): string => {
  const missed = isMissed(row);
  return missed === null ? '' : missed ? 'MISSED' : 'ok';
};

const targetOf = ({ target, least, ratio, unit }: Row): string => {
  if (least !== null) return `≥ ${least}`;
  if (target === null) return '–';
  return ratio === null ? `≤ ${target} ${unit}` : `≤ ${target}x`;
};

const HEAD = ['workload', 'ours', 'limit', 'unit', 'ratio', 'target', '', 'n'] as const;

const cellsOf = (row: Row): readonly string[] => [
  row.workload,
  shown(row.ours),
  shown(row.limit),
  row.unit,
  row.ratio === null ? '–' : `${row.ratio.toFixed(2)}x`,
  targetOf(row),
  verdict(row),
  String(row.rounds),
];

/** A plain table; the parts of a row stand below it. */
export const formatRows = (rows: readonly Row[]): string => {
  const table = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  const lineOf = (cells: readonly string[]): string =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
  return table
    .flatMap((cells, at) => {
      const parts = rows[at - 1]?.parts ?? [];
      const below = parts.map(([name, ms]) => `${name} ${shown(ms)}`).join(' · ');
      return [lineOf(cells).trimEnd(), ...(below === '' ? [] : [`    ${below}`])];
    })
    .join('\n');
};
