import type { CheckpointView } from '../../core/contract/log-api.ts';

/** Characters of a group: short enough to be read out and compared by two people. */
const GROUP = 4;

/** The second part of the first line, `kinko/<vaultId>/<logId>`, is the vault, the third the log. */
export const logIdOf = ({ note }: Pick<CheckpointView, 'note'>): string => note.split('\n', 1)[0]?.split('/')[2] ?? '';

/** The root of the record's tree as it stands in the third line, in groups of four. */
export const fingerprintOf = ({ note }: Pick<CheckpointView, 'note'>): readonly string[] =>
  (note.split('\n')[2] ?? '').match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [];
