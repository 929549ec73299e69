import { tokyoDateOf } from '../../../src/core/domain/date/civil-date.ts';
import { CONTAINER_EXTENSION } from '../../../src/core/formats/consts.ts';

const DAY_MS = 86_400_000;
const TOKYO_AHEAD_MS = 9 * 3_600_000;

/** 'YYYYMMDD-HHMM' in Tokyo, for file names: sorted by name they are sorted by time, and they name nobody. */
const timeStamp = (ms: number): string => {
  const minutes = Math.floor(((ms + TOKYO_AHEAD_MS) % DAY_MS) / 60_000);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${tokyoDateOf(ms).replaceAll('-', '')}-${pad(Math.floor(minutes / 60))}${pad(minutes % 60)}`;
};

export const copyFileName = (createdAt: number): string => `kinko-${timeStamp(createdAt)}${CONTAINER_EXTENSION}`;
