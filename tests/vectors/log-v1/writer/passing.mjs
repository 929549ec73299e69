// tests/vectors/log-v1/must-pass: exports in which a verifier finds no problem.
import { b64u, fileOf, linesOf, makeExample, makeLog, makeMember, makeStore, makeTables, seeded, sha256, utf8 } from './parts.mjs';

const DAY = 86_400_000;

/** Suspicion of a leak renews the owner's keys; then the device is lost and a copy restored into a new log. */
export const makeRestored = () => {
  const random = seeded('log-v1 restored');
  const owner = makeMember(random, 'owner');
  const renewed = makeMember(random, 'owner', owner.id);
  const auditor = makeMember(random, 'auditor');
  const [firstId, secondId] = [random.id(), random.id()];
  const before = makeStore(random, firstId, 1);
  const after = makeStore(random, firstId, 2);
  const restored = makeStore(random, secondId, 1);
  const tables = makeTables([
    { members: [owner, auditor], stores: [before], signer: owner },
    { members: [renewed, auditor], stores: [after], signer: owner },
    { members: [renewed, auditor], stores: [after, restored], signer: renewed },
  ]);
  const vaultId = tables[0].hash.slice(0, 22);
  const first = makeLog(vaultId, firstId)
    .entry(owner, 1, 'create', { attach: [['table', tables[0].hash]] })
    .entry(owner, 1, 'copy-made', { subject: random.id(), attach: [['list', b64u(random.bytes(32))]] })
    .checkpoint(owner);
  const kept = first.lastNote();
  first
    .entry(auditor, 1, 'chain-verified', { codes: ['result:good'] })
    .checkpoint(auditor)
    .entry(owner, 1, 'leak-suspected', { attach: [['table', tables[1].hash]] })
    .entry(renewed, 2, 'lock')
    .checkpoint(renewed);
  const seen = first.seen();
  const open = () =>
    makeLog(vaultId, secondId)
      .entry(renewed, 2, 'restore', { attach: [['table', tables[2].hash]], seen: [seen] })
      .entry(renewed, 3, 'unlock', { codes: ['way:recovery'] })
      .checkpoint(renewed);
  return { random, owner, renewed, auditor, tables, vaultId, first, second: open(), kept, firstId, secondId, seen };
};

export const passingExports = () => {
  const { owner, handler, tables, write, fillExample } = makeExample();
  const restored = makeRestored();
  const stranger = makeMember(seeded('log-v1 stranger'), 'accountant');
  const good = (name, lines, more = {}) => ({ name, file: fileOf(lines), problems: [], notes: [], unknownActions: [], unknownCodes: [], ...more });
  const keptOf = (log) => ({ kept: log.lastNote(), keptResult: 'consistent' });
  let example;
  write((log) => {
    example = fillExample(log);
  });
  return [
    good('example', write()),
    good('example with its own checkpoint kept', write(), keptOf(example)),
    good('restored', linesOf(restored.vaultId, restored.tables, [restored.first, restored.second]), { kept: restored.kept, keptResult: 'consistent' }),
    good('kept checkpoint that went through mail', linesOf(restored.vaultId, restored.tables, [restored.first, restored.second]), {
      kept: `\uFEFF${restored.kept.replaceAll('\n', '\r\n')}\r\n\r\n`,
      keptResult: 'consistent',
    }),
    good(
      'words nobody knows yet',
      write((log) =>
        log
          .entry(owner, 1, 'create', { attach: [['table', tables[0].hash]] })
          .entry(owner, 1, 'table', { attach: [['table', tables[1].hash], ['hologram', b64u(sha256(utf8('h')))]] })
          .entry(owner, 2, 'teleport', { codes: ['where:moon', 'to:accountant'] })
          .checkpoint(owner),
      ),
      { unknownActions: ['teleport'], unknownCodes: ['where:moon'] },
    ),
    good(
      'clock that jumps',
      write((log) =>
        fillExample(log)
          .entry(handler, 2, 'lock', { step: 2 * DAY })
          .entry(handler, 2, 'unlock', { step: 2 * DAY + 1 })
          .entry(handler, 2, 'lock', { step: -1 })
          .checkpoint(handler),
      ),
      { notes: ['TimeStep@6', 'TimeBack@7'] },
    ),
    good(
      'cosigned by somebody unknown',
      write((log) => fillExample(log).entry(handler, 2, 'lock').checkpoint(handler, { more: [stranger] })),
    ),
    good(
      'checkpoint after every entry',
      write((log) =>
        log
          .entry(owner, 1, 'create', { attach: [['table', tables[0].hash]] })
          .checkpoint(owner)
          .entry(owner, 2, 'table', { attach: [['table', tables[1].hash]] })
          .checkpoint(owner)
          .entry(handler, 2, 'unlock')
          .checkpoint(handler),
      ),
    ),
  ];
};
