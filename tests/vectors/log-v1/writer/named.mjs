// tests/vectors/log-v1/must-fail: logs that an entry says are broken (log-v1.md §7.3). Naming mends nothing: the problems of the broken log
// are those it would have without. `named` lists the logs of which a later one that holds says so.
import { fileOf, linesOf, makeLog, signedBy } from './parts.mjs';
import { makeRestored } from './passing.mjs';

const SPOILT = 'CheckpointSignature@1';

export const namedCases = () => {
  const { vaultId, tables, first, owner, renewed, auditor, firstId, secondId, seen } = makeRestored();
  const record = (name, logs, problems, named, versions = tables) => ({
    name,
    file: fileOf(linesOf(vaultId, versions, logs)),
    kept: null,
    problems,
    notes: [],
    unknownActions: [],
    unknownCodes: [],
    named,
  });
  // The first checkpoint of the first log signed by somebody who did not act.
  const at = first.lines.findIndex((line) => line.startsWith('{"checkpoint"'));
  const [text] = JSON.parse(first.lines[at]).checkpoint.split('\n\n');
  const broken = { logId: firstId, lines: first.lines.with(at, JSON.stringify({ checkpoint: signedBy(auditor, `${text}\n`) })) };
  const says = (log, member, version, subject, more) => log.entry(member, version, 'chain-verified', { subject, codes: ['result:bad'], ...more });
  const open = () => makeLog(vaultId, secondId).entry(renewed, 2, 'restore', { attach: [['table', tables[2].hash]], seen: [seen] });
  const begun = (signer) =>
    makeLog(vaultId, firstId)
      .entry(owner, 1, 'create', { attach: [['table', tables[0].hash]] })
      .entry(owner, 1, 'lock')
      .checkpoint(signer);
  const alone = says(begun(auditor), owner, 1, firstId).checkpoint(owner);
  // A log that says of one that comes after it that it is broken.
  const early = says(begun(owner), owner, 1, secondId).entry(owner, 1, 'leak-suspected', { attach: [['table', tables[1].hash]] }).checkpoint(owner);
  const late = makeLog(vaultId, secondId)
    .entry(renewed, 2, 'restore', { attach: [['table', tables[2].hash]], seen: [early.seen()] })
    .entry(renewed, 3, 'unlock')
    .checkpoint(auditor);
  return [
    record('broken log that the next one names', [broken, says(open(), renewed, 3, firstId).checkpoint(renewed)], [SPOILT], [firstId]),
    record('log that names itself as the broken one before it', [broken, says(open(), renewed, 3, secondId).checkpoint(renewed)], [SPOILT], []),
    record('broken log that names itself', [alone], [SPOILT], [], tables.slice(0, 1)),
    record('broken log that an earlier one names', [early, late], [SPOILT], []),
    record('broken log that a broken one names', [broken, says(open(), renewed, 3, firstId).checkpoint(auditor)], [SPOILT, SPOILT], []),
    record('broken log that is said to be good', [broken, open().entry(renewed, 3, 'chain-verified', { subject: firstId, codes: ['result:good'] }).checkpoint(renewed)], [SPOILT], []),
    record('log that sees itself', [broken, says(open(), renewed, 3, secondId, { seen: [[secondId, 1, seen[2]]] }).checkpoint(renewed)], [SPOILT, 'BadEntry@-1'], []),
  ];
};
