// tests/vectors/log-v1/must-fail: at least one export for each problem a file of this size can have. `problems` lists all
// that a verifier reports, as type@seq, in their order.
import { b64u, fileOf, linesOf, makeExample, makeLog, makeMember, makeTables, note, seeded, signedBy } from './parts.mjs';
import { namedCases } from './named.mjs';
import { makeRestored } from './passing.mjs';

const bad = (name, file, problems, more = {}) => ({ name, file, problems, notes: [], unknownActions: [], unknownCodes: [], ...more });

export const failingExports = () => [...files(), ...tableCases(), ...entryCases(), ...checkpointCases(), ...logCases(), ...keptCases(), ...namedCases()];

// Lines of the example: 0 header, 1 2 tables, 3 log, 4 5 entries, 6 checkpoint, 7 8 9 entries, 10 checkpoint.
const files = () => {
  const { write, vaultId } = makeExample();
  const lines = write();
  const file = fileOf(lines);
  const without = (at) => fileOf(lines.toSpliced(at, 1));
  const stops = (name, text, type) => bad(name, text, [`${type}@-1`]);
  return [
    stops('empty', '', 'NotALogExport'),
    stops('no header', without(0), 'NotALogExport'),
    stops('byte order mark', `\uFEFF${file}`, 'NotALogExport'),
    stops('header with a field more', file.replace('"}', '","x":1}'), 'NotALogExport'),
    stops('newer format', fileOf(lines.with(0, `{"kinkolog":2,"vault":"${vaultId}","x":[]}`)), 'NewerFormat'),
    stops('header alone', fileOf(lines.slice(0, 1)), 'BadLine'),
    stops('no table', fileOf([lines[0], ...lines.slice(3)]), 'BadLine'),
    stops('log without entries', fileOf(lines.slice(0, 4)), 'BadLine'),
    stops('table between entries', fileOf([...lines, lines[2]]), 'BadLine'),
    stops('entry before its log', fileOf(lines.toSpliced(3, 1)), 'BadLine'),
    stops('empty line', fileOf(lines.toSpliced(4, 0, '')), 'BadLine'),
    stops('unknown line', fileOf(lines.toSpliced(4, 0, '{"remark":"x"}')), 'BadLine'),
    stops('white space in a line', fileOf(lines.with(3, lines[3].replace(':', ': '))), 'BadLine'),
    stops('carriage returns', file.replaceAll('\n', '\r\n'), 'NotALogExport'),
    stops('not UTF-8', Buffer.concat([Buffer.from(`${lines.slice(0, 4).join('\n')}\n`), Buffer.of(0x5b, 0xff, 0x5d, 10)]), 'BadLine'),
    stops('line too long', fileOf(lines.toSpliced(2, 0, JSON.stringify({ table: 'x'.repeat(96 * 1024) }))), 'BadLine'),
    stops('entry too long', fileOf(lines.with(4, lines[4].replace('0a1b2c3d4e5f', 'b'.repeat(300)))), 'BadEntry'),
    stops('entry with a name', fileOf(lines.with(8, lines[8].replace('purpose:', '山田'))), 'BadEntry'),
    stops('cut in an entry', file.slice(0, file.indexOf('"reveal"')), 'NoEnd'),
    stops('cut between two lines', `${lines.slice(0, 7).join('\n')}\n`, 'NoEnd'),
    stops('last LF missing', file.slice(0, -1), 'NoEnd'),
    stops('end counts one more', fileOf(lines, JSON.stringify({ end: { lines: lines.length + 1 } })), 'BadEnd'),
    stops('something behind the end', `${file}\n`, 'AfterEnd'),
    stops('one byte behind the end', `${file}x`, 'AfterEnd'),
    stops('two exports in one', `${file}${file}`, 'AfterEnd'),
  ];
};

const tableCases = () => {
  const { random, owner, handler, stores, tables, write, logId } = makeExample();
  const lines = write();
  const withTable = (at, text) => fileOf(lines.with(at, JSON.stringify({ table: text })));
  const first = { members: [owner], stores, signer: owner };
  const second = (over) => makeTables([first, { members: [owner, handler], stores, signer: owner, ...over }])[1].note;
  const [, , third] = makeTables([first, { members: [owner, handler], stores, signer: owner }, first]);
  const sameEpoch = [{ ...stores[0], keys: { ...stores[0].keys, log: b64u(random.bytes(32)) } }];
  const stops = (name, file, type) => bad(name, file, [`${type}@-1`]);
  return [
    stops('table not a note', withTable(2, tables[1].text), 'BadTable'),
    stops('table of an unknown role', withTable(2, second({ members: [owner, { ...handler, role: 'king' }] })), 'BadTable'),
    stops('table without owner', withTable(2, second({ members: [handler] })), 'BadTable'),
    stops('two members with one key', withTable(2, second({ members: [owner, { ...handler, sign: owner.sign }] })), 'BadTable'),
    stops('other genesis', withTable(1, makeTables([{ ...first, time: 1 }])[0].note), 'WrongVault'),
    stops('table of another vault', withTable(2, signedBy(owner, tables[1].text.replace(/ .{22}\n/, ` ${logId}\n`))), 'WrongVault'),
    stops('table version left out', withTable(2, second({ version: 3 })), 'TableChain'),
    stops('table names another predecessor', withTable(2, second({ prev: b64u(random.bytes(32)) })), 'TableChain'),
    stops('keys changed within an epoch', withTable(2, second({ stores: sameEpoch })), 'TableChain'),
    stops('table signed by a handler', withTable(2, second({ signer: handler })), 'TableSignature'),
    stops('table changed after signing', withTable(2, tables[1].note.replace('"time":', '"time":1')), 'TableSignature'),
    bad('table never logged', fileOf(lines.toSpliced(3, 0, JSON.stringify({ table: third.note }))), ['TableUnlogged@-1']),
  ];
};

const entryCases = () => {
  const { random, owner, handler, tables, write, person } = makeExample();
  const lines = write();
  const opened = (log) =>
    log.entry(owner, 1, 'create', { attach: [['table', tables[0].hash]] }).entry(owner, 1, 'table', { attach: [['table', tables[1].hash]] });
  const written = (name, fill, problems) => bad(name, fileOf(write(fill)), problems);
  const stranger = makeMember(random, 'owner');
  return [
    bad('entry changed', fileOf(lines.with(8, lines[8].replace('wage-withholding', 'rent-report'))), ['Chain@4', 'CheckpointRoot@4']),
    bad('last entry changed', fileOf(lines.with(9, lines[9].replace('"reveal"', '"match"'))), ['CheckpointRoot@4']),
    bad('entry deleted', fileOf(lines.toSpliced(8, 1)), ['Gap@3', 'Chain@3', 'CheckpointPlace@3', 'EndUnsigned@3']),
    bad('entry doubled', fileOf(lines.toSpliced(8, 0, lines[8])), ['Gap@4', 'Chain@4', 'Gap@5', 'CheckpointPlace@5', 'EndUnsigned@5']),
    bad('entries swapped', fileOf(lines.with(7, lines[8]).with(8, lines[7])), ['Gap@2', 'Chain@2', 'Gap@3', 'Chain@3', 'Chain@4', 'CheckpointRoot@4'], { notes: ['TimeBack@3'] }),
    written('entry of another vault', (log) => opened(log).entry(owner, 2, 'lock', { vaultId: random.id() }).checkpoint(owner), ['ForeignEntry@2']),
    written('entry of another log', (log) => opened(log).entry(owner, 2, 'lock', { logId: random.id() }).checkpoint(owner), ['ForeignEntry@2']),
    written('acts under a table that is not there', (log) => opened(log).entry(owner, 3, 'lock').checkpoint(owner), ['TableUnknown@2', 'NotAMember@2', 'CheckpointSignature@2']),
    written('attaches a table that is not there', (log) => opened(log).entry(owner, 2, 'table', { attach: [['table', b64u(random.bytes(32))]] }).checkpoint(owner), ['TableUnknown@2']),
    written(
      'acts under a table not yet in force',
      (log) =>
        log
          .entry(owner, 1, 'create', { attach: [['table', tables[0].hash]] })
          .entry(owner, 2, 'unlock')
          .entry(owner, 2, 'table', { attach: [['table', tables[1].hash]] })
          .checkpoint(owner),
      ['TableEarly@1'],
    ),
    written(
      'second table before the first',
      (log) =>
        log
          .entry(owner, 2, 'table', { attach: [['table', tables[1].hash]] })
          .entry(owner, 2, 'table', { attach: [['table', tables[0].hash]] })
          .checkpoint(owner),
      ['TableOrder@0'],
    ),
    written('acts under a table no longer in force', (log) => opened(log).entry(owner, 1, 'lock').checkpoint(owner), ['TableBack@2']),
    written('actor is no member', (log) => opened(log).checkpoint(owner).entry(stranger, 2, 'unlock').checkpoint(stranger), ['NotAMember@2', 'CheckpointSignature@2']),
    written('role does not allow it', (log) => opened(log).checkpoint(owner).entry(handler, 2, 'rotate', { subject: person }).checkpoint(handler), ['NotAllowed@2']),
  ];
};

const checkpointCases = () => {
  const { owner, handler, tables, write, random, vaultId, logId } = makeExample();
  const opened = (log) =>
    log.entry(owner, 1, 'create', { attach: [['table', tables[0].hash]] }).entry(owner, 1, 'table', { attach: [['table', tables[1].hash]] });
  const written = (name, fill, problems) => bad(name, fileOf(write(fill)), problems);
  const text = `kinko/${vaultId}/${logId}\n2\n`;
  return [
    written('checkpoint not a note', (log) => opened(log).checkpoint(owner, { note: `${text}\n` }), ['BadCheckpoint@1', 'EndUnsigned@1']),
    written('checkpoint with leading zero', (log) => opened(log).checkpoint(owner, { size: '02' }), ['BadCheckpoint@1', 'EndUnsigned@1']),
    written('checkpoint with an extension line', (log) => opened(log).checkpoint(owner, { note: note(`${text}${'A'.repeat(43)}=\nmore\n`, { name: owner.id, key: owner.sign }) }), [
      'BadCheckpoint@1',
      'EndUnsigned@1',
    ]),
    written('checkpoint of another vault', (log) => opened(log).checkpoint(owner, { origin: `kinko/${random.id()}/${logId}` }), ['ForeignCheckpoint@1', 'EndUnsigned@1']),
    written('checkpoint of another log', (log) => opened(log).checkpoint(owner, { origin: `kinko/${vaultId}/${random.id()}` }), ['ForeignCheckpoint@1', 'EndUnsigned@1']),
    written('checkpoint counts fewer', (log) => opened(log).checkpoint(owner, { size: 1 }), ['CheckpointPlace@1', 'EndUnsigned@1']),
    written('checkpoint twice', (log) => opened(log).checkpoint(owner).checkpoint(owner), ['CheckpointPlace@1']),
    written('checkpoint of another root', (log) => opened(log).checkpoint(owner, { root: random.bytes(32) }), ['CheckpointRoot@1']),
    written('checkpoint by another member', (log) => opened(log).checkpoint(handler), ['CheckpointSignature@1']),
    written('signature in another name', (log) => opened(log).checkpoint({ ...handler, id: owner.id }), ['CheckpointSignature@1']),
    written('bad signature beside a good one', (log) => opened(log).checkpoint(owner, { note: doubled(owner, handler, log) }), ['CheckpointSignature@1']),
    written('run without checkpoint', (log) => opened(log).entry(handler, 2, 'unlock').checkpoint(handler), ['RunUnsigned@1']),
    written('end without checkpoint', (log) => opened(log).checkpoint(owner).entry(handler, 2, 'unlock'), ['EndUnsigned@2']),
  ];
};

/** The owner's good signature, and a second line that claims the same key but signs something else. */
const doubled = (owner, handler, log) => {
  const good = log.checkpoint(owner).lastNote();
  log.lines.pop();
  const other = note('other\n', { name: owner.id, key: owner.sign });
  return `${good}${other.split('\n\n')[1]}`;
};

const logCases = () => {
  const { vaultId, tables, first, second, owner, renewed, firstId, secondId, random, seen } = makeRestored();
  const open = (more) => makeLog(vaultId, secondId).entry(renewed, 2, 'restore', { attach: [['table', tables[2].hash]], ...more }).checkpoint(renewed);
  const record = (name, logs, problems, more) => bad(name, fileOf(linesOf(vaultId, tables, logs)), problems, more);
  const shorter = { logId: firstId, lines: first.lines.slice(0, first.lines.findLastIndex((line) => line.includes('"leak-suspected"'))) };
  const backwards = makeLog(vaultId, secondId).entry(renewed, 2, 'restore', { seen: [seen] }).entry(owner, 1, 'unlock').checkpoint(owner);
  const unlisted = makeLog(vaultId, random.id()).entry(renewed, 3, 'restore', { seen: [seen] }).checkpoint(renewed);
  return [
    record('log twice', [first, second, first], ['RepeatedLog@-1', 'UnlinkedLog@0']),
    record('log twice and once shorter', [first, second, shorter], ['RepeatedLog@-1', 'UnlinkedLog@0']),
    record('log that no table lists', [first, second, unlisted], ['UnlistedLog@-1']),
    record('later log names none', [first, open({ seen: [] })], ['UnlinkedLog@0']),
    record('later log names one that is not there', [first, open({ seen: [[random.id(), 1, seen[2]]] })], ['UnlinkedLog@0', 'SeenTruncated@0']),
    record('earlier log is shorter than it was seen', [shorter, second], ['TableOrder@0', 'TableUnlogged@-1', 'SeenTruncated@0']),
    record('earlier log is not what was seen', [first, open({ seen: [[firstId, seen[1], b64u(random.bytes(32))]] })], ['SeenRewritten@0']),
    record('later log goes back to an older table', [first, backwards], ['TableBack@1', 'TableUnlogged@-1']),
    record('earlier log left out', [second], ['TableOrder@0', 'TableUnlogged@-1', 'TableUnlogged@-1', 'SeenTruncated@0']),
  ];
};

const keptCases = () => {
  const { vaultId, tables, write, fillExample, owner, handler, logId, random } = makeExample();
  const keptOf = (fill) => {
    const log = makeLog(vaultId, logId);
    fill(log);
    return log.lastNote();
  };
  const whole = keptOf(fillExample);
  const file = fileOf(write());
  const against = (name, text, kept, keptResult, problems) => bad(name, text, problems, { kept, keptResult });
  const branch = (action) => (log) => fillExample(log).entry(handler, 2, action).checkpoint(handler);
  const shorter = fileOf(write().slice(0, 7));
  const rewritten = (log) =>
    log
      .entry(owner, 1, 'create', { attach: [['table', tables[0].hash]] })
      .entry(owner, 1, 'table', { attach: [['table', tables[1].hash]] })
      .entry(owner, 2, 'lock')
      .entry(owner, 2, 'unlock')
      .entry(owner, 2, 'lock')
      .entry(owner, 2, 'unlock')
      .checkpoint(owner);
  // As long as the example, but its checkpoint is worth nothing: there is no second signature that would prove a fork.
  const unsigned = (log) =>
    log
      .entry(owner, 1, 'create', { attach: [['table', tables[0].hash]] })
      .entry(owner, 1, 'table', { attach: [['table', tables[1].hash]] })
      .entry(owner, 2, 'lock')
      .entry(owner, 2, 'unlock')
      .entry(owner, 2, 'lock')
      .checkpoint(handler);
  const other = makeRestored();
  const stranger = makeMember(seeded('log-v1 stranger'), 'owner', handler.id);
  return [
    against('kept checkpoint is none', file, 'hello', 'malformed', ['KeptMalformed@-1']),
    against('kept checkpoint of another vault', file, other.kept, 'foreign', ['KeptForeign@1']),
    against('kept checkpoint signed by a stranger', file, keptOf((log) => fillExample(log).checkpoint(stranger)), 'consistent', ['KeptUnsigned@4']),
    against('truncated at a checkpoint', shorter, whole, 'truncated', ['Truncated@4']),
    against('rewritten by one who holds the keys', fileOf(write(rewritten)), whole, 'rewritten', ['Rewritten@4']),
    against('rewritten and not signed', fileOf(write(unsigned)), whole, 'rewritten', ['CheckpointSignature@4', 'Rewritten@4']),
    against('fork', fileOf(write(branch('lock'))), keptOf(branch('unlock')), 'fork', ['Fork@5']),
    against('kept checkpoint and a file cut short', file.slice(0, -1), whole, 'unchecked', ['NoEnd@-1']),
    against('kept checkpoint of a log that is not there', file, signedBy(handler, `kinko/${vaultId}/${random.id()}\n1\n${'A'.repeat(43)}=\n`), 'truncated', ['Truncated@0']),
  ];
};
