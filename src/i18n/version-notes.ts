import { changes as en } from './en/changes.ts';
import { changes as ja } from './ja/changes.ts';
import { VERSIONS } from './versions.ts';

/** What users notice of one version, in every language: plain text, one sentence or two a line, the weightiest first. */
export interface VersionNotes {
  readonly version: string;
  /** 'YYYY-MM-DD' */
  readonly date: string;
  readonly ja: readonly string[];
  readonly en: readonly string[];
}

/** Of at most so many versions, newest first. */
export const newestNotes = (most: number): readonly VersionNotes[] =>
  VERSIONS.slice(0, most).map(({ version, date }) => ({ version, date, ja: ja[version], en: en[version] }));
