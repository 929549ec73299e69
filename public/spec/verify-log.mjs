#!/usr/bin/env node
/**
 * 記録の検証 / Verifies a log export (.kinkolog) of 番号金庫 without any key, as public/spec/log-v1.md says.
 *
 *   node verify-log.mjs FILE [--checkpoint NOTE_FILE]
 *
 * Exit code 0: no problem. 1: problems. 2: the file could not be judged, or the call was wrong.
 * One file on Node's own crypto (Node 20 or newer). It shares no code with the app, so that the two can disagree.
 */
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const byText = (a, b) => (a < b ? -1 : Number(a > b));

const MAX_BYTES = 64 * 1024 * 1024;
const MAX_LINES = 1_000_000;
const MAX_LINE_BYTES = 96 * 1024;
const MAX_ENTRY_BYTES = 480;
const MAX_NOTE_BYTES = 64 * 1024;
const MAX_SIGNATURES = 16;
const MAX_TABLES = 10_000;
const MAX_LISTED = 100;
const MAX_TIME = 8.64e15;
const CLOCK_STEP = 48 * 3600 * 1000;

/** log-v1.md §7.1: actions and the roles that may do them. o owner, h handler, r registrar, a auditor, t accountant. */
const ROLES = { o: 'owner', h: 'handler', r: 'registrar', a: 'auditor', t: 'accountant' };
export const ACTIONS = Object.fromEntries(
  `create:o unlock:ohrat unlock-failed:ohrat lock:ohrat register:ohr change:ohr cancel:o person-merged:o number-put:ohr
  number-replace:oh reveal:oh match:oh use:oh print:ohrat export:oa import:oh source-destroyed:oh copy-made:o copy-verified:oh
  copy-destroyed:oh restore:o table:o password-changed:ohrat recovery-changed:ohrat kit-rehearsed:ohrat leak-suspected:o
  setting-changed:o purpose-changed:oh notice-given:ohr number-asked:ohr number-refused:ohr identity-checked:oh rotate:o chain-verified:ohrat damage-found:ohrat clock-doubtful:ohrat clock-confirmed:oh
  build-changed:ohrat`
    .split(/\s+/)
    .map((word) => word.split(':'))
    .map(([action, letters]) => [action, [...letters].map((letter) => ROLES[letter])]),
);

/** log-v1.md §7.2: codes are family:value. */
const PURPOSES =
  'wage-withholding employment-insurance health-pension third-category-spouse remuneration-report rent-report owner-return';
const CODE_FAMILIES = {
  purpose: PURPOSES,
  reason: `${PURPOSES} inquiry input-check`,
  to: 'tax-office municipality employment-office pension-office health-insurer accountant person',
  result: 'match no-match good bad',
  way: 'password recovery',
  tries: 'over-20',
  setting: 'label business idle-minutes',
  page: 'head index person number tail log table checkpoint attach list setting draft other',
  content: 'staff dependants payees log kit checkpoint persons label system',
  filing: 'dependants-declaration spouse-declaration income-adjustment-declaration special-relative-declaration retirement-declaration wage-slip wage-report resident-tax-change retirement-slip remuneration-report rent-report employment-insurance health-pension third-category-spouse owner-return',
  year: Array.from({ length: 84 }, (_, at) => 2016 + at).join(' '),
  'asked-by': 'spoken letter mail telephone',
  refusal: 'unwilling no-document no-answer other',
  channel: 'face post online',
  'number-document': 'number-card notification-card residence-record phone-card kept-record number-notice',
  'identity-document': 'number-card driving-licence driving-history passport residence-card disability-handbook other-photo insurance-confirmation pension-notice child-allowance other-plain by-sight own-form login e-signature',
  'proxy-document': 'mandate family-register',
};
export const CODES = Object.entries(CODE_FAMILIES).flatMap(([family, values]) => values.split(' ').map((value) => `${family}:${value}`));
const knownCodes = new Set(CODES);

// ---- bytes and texts

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const isId = (value) => typeof value === 'string' && /^[A-Za-z0-9_-]{22}$/.test(value);
const isCount = (value, least = 0) => Number.isSafeInteger(value) && value >= least;
const fromBase64url = (text, bytes) => {
  if (typeof text !== 'string') return null;
  const data = Buffer.from(text, 'base64url');
  return data.length === bytes && data.toString('base64url') === text ? data : null;
};
const fromBase64 = (text) => {
  const data = Buffer.from(text, 'base64');
  return data.toString('base64') === text ? data : null;
};
const isHash = (value) => fromBase64url(value, 32) !== null;

/** The value of a canonical JSON text, or undefined. */
const parseCanonical = (text) => {
  try {
    const value = JSON.parse(text);
    return JSON.stringify(value) === text ? value : undefined;
  } catch {
    return undefined;
  }
};
const depthOf = (value) => (typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0);
/** An object with exactly these keys, in this order. */
const hasKeys = (value, keys) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const found = Object.keys(value);
  return found.length === keys.length && keys.every((key, at) => found[at] === key);
};

// ---- signed notes (C2SP signed-note)

const parseNote = (note) => {
  if (note.length > MAX_NOTE_BYTES || Buffer.byteLength(note) > MAX_NOTE_BYTES || !note.endsWith('\n')) return null;
  const cut = note.lastIndexOf('\n\n');
  if (cut < 0) return null;
  const text = note.slice(0, cut + 1);
  if (/[\0-\x09\x0b-\x1f\x7f]|\p{Cs}/u.test(text)) return null;
  const lines = note.slice(cut + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return null;
  const signatures = lines.map((line) => {
    const match = /^\u2014 ([^\s+\p{Cc}\p{Cs}]{1,128}) ([^ ]+)$/u.exec(line);
    const blob = match === null || match[1].length > 128 ? null : fromBase64(match[2]);
    return blob === null || blob.length <= 4 ? null : { name: match[1], keyId: blob.subarray(0, 4), signature: blob.subarray(4) };
  });
  return signatures.includes(null) ? null : { text, signatures };
};

// y of the points whose order divides 8: under such a key one signature fits many texts.
const SMALL_ORDER = [
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ec${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
];

const isSmallOrder = (publicKey) => {
  const y = Buffer.from(publicKey);
  y[31] &= 0x7f;
  return SMALL_ORDER.includes(y.toString('hex'));
};

const verifyOne = (publicKey, text, signature) => {
  if (publicKey.length !== 32 || signature.length !== 64 || isSmallOrder(publicKey)) return false;
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') }, format: 'jwk' });
    return verify(null, Buffer.from(text), key, signature);
  } catch {
    return false;
  }
};

/** True when one of the signers signed, and no signature that claims one of their keys is bad. Others are ignored. */
const isSignedBy = (note, signers) => {
  let good = 0;
  for (const { name, publicKey } of signers) {
    const keyId = sha256(`${name}\n`, Buffer.of(1), publicKey).subarray(0, 4);
    for (const line of note.signatures) {
      if (line.name !== name || !line.keyId.equals(keyId)) continue;
      if (!verifyOne(publicKey, note.text, line.signature)) return false;
      good += 1;
    }
  }
  return good > 0;
};

// ---- tables (table-v1.md)

const KEY_NAMES = ['profile', 'number', 'log', 'note'];
const isUnique = (values) => new Set(values).size === values.length;

const parseTable = (text) => {
  const lines = text.split('\n');
  if (lines.length !== 3 || lines[2] !== '' || !lines[0].startsWith('kinko-table/1 ')) return null;
  const vaultId = lines[0].slice('kinko-table/1 '.length);
  const table = parseCanonical(lines[1]);
  if (!hasKeys(table, ['version', 'prev', 'time', 'members', 'stores'])) return null;
  const { version, prev, time, members, stores } = table;
  if (!isCount(version, 1) || !isCount(time) || time > MAX_TIME || !(version === 1 ? prev === '' : isHash(prev))) return null;
  if (version === 1 ? vaultId !== 'genesis' : !isId(vaultId)) return null;
  if (!Array.isArray(members) || members.length > 64 || !Array.isArray(stores) || stores.length > 64) return null;
  const goodMember = (member) =>
    hasKeys(member, ['id', 'role', 'sign', 'hpke']) &&
    isId(member.id) &&
    Object.values(ROLES).includes(member.role) &&
    fromBase64url(member.sign, 32) !== null &&
    fromBase64url(member.hpke, 65) !== null;
  const goodStore = (store) =>
    hasKeys(store, ['id', 'epoch', 'keys']) &&
    isId(store.id) &&
    isCount(store.epoch, 1) &&
    hasKeys(store.keys, KEY_NAMES) &&
    KEY_NAMES.every((name) => isHash(store.keys[name]));
  if (!members.every(goodMember) || !stores.every(goodStore)) return null;
  if (!['id', 'sign', 'hpke'].every((field) => isUnique(members.map((member) => member[field])))) return null;
  if (!isUnique(stores.map((store) => store.id)) || !members.some((member) => member.role === 'owner')) return null;
  return { vaultId, version, prev, members, stores };
};

const signerOf = (member) => ({ name: member.id, publicKey: Buffer.from(member.sign, 'base64url') });

const bendsEpoch = (before, after) =>
  after.stores.some((store) => {
    const old = before.stores.find((one) => one.id === store.id);
    if (old === undefined || store.epoch > old.epoch) return false;
    return store.epoch < old.epoch || KEY_NAMES.some((name) => store.keys[name] !== old.keys[name]);
  });

/** All tables in order, or what is wrong with the first bad one. */
const readTables = (notes, vaultId) => {
  const tables = [];
  if (notes.length > MAX_TABLES) return { type: 'BadTable', version: MAX_TABLES + 1 };
  for (const noteText of notes) {
    const version = tables.length + 1;
    const note = parseNote(noteText);
    const table = note === null ? null : parseTable(note.text);
    if (table === null) return { type: 'BadTable', version };
    const hash = sha256(note.text).toString('base64url');
    const before = tables.at(-1);
    if (table.version !== version) return { type: 'TableChain', version };
    if ((before === undefined ? hash.slice(0, 22) : table.vaultId) !== vaultId) return { type: 'WrongVault', version };
    if (before !== undefined && table.prev !== before.hash) return { type: 'TableChain', version };
    const owners = (before ?? table).members.filter((member) => member.role === 'owner');
    if (!isSignedBy(note, owners.map(signerOf))) return { type: 'TableSignature', version };
    if (before !== undefined && bendsEpoch(before, table)) return { type: 'TableChain', version };
    tables.push({ ...table, hash });
  }
  return { tables };
};

// ---- entries, tree, checkpoints

const isWord = (value) => typeof value === 'string' && /^[A-Za-z0-9_.:/+=-]+$/.test(value);
const isCode = (value) => isWord(value) && !value.split(/[^0-9]+/).some((digits) => digits.length === 12);

const parseEntry = (text) => {
  const value = text.length > MAX_ENTRY_BYTES ? undefined : parseCanonical(text);
  if (!Array.isArray(value) || value.length !== 15) return null;
  const [domain, vaultId, logId, seq, prev, time, actorId, tableVersion, action, subjectId, codes, state, attach, seen, build] = value;
  const good =
    domain === 'kinko-log/1' &&
    [vaultId, logId, actorId].every(isId) &&
    isCount(seq) &&
    (seq === 0 ? prev === '' : isHash(prev)) &&
    isCount(time) &&
    time <= MAX_TIME &&
    isCount(tableVersion, 1) &&
    isCode(action) &&
    (subjectId === '' || isId(subjectId)) &&
    (state === '' || isHash(state)) &&
    (build === '' || isWord(build)) &&
    [codes, attach, seen].every(Array.isArray) &&
    codes.every(isCode) &&
    attach.every((item) => Array.isArray(item) && item.length === 2 && isCode(item[0]) && isHash(item[1])) &&
    seen.every((item) => Array.isArray(item) && item.length === 3 && isId(item[0]) && item[0] !== logId && isCount(item[1], 1) && isHash(item[2]));
  return good ? { vaultId, logId, seq, prev, time, actorId, tableVersion, action, subjectId, codes, attach, seen } : null;
};

/** RFC 6962 tree that is only ever appended to: a stack of complete subtrees, each as [leaves, hash]. */
const createTree = () => {
  const stack = [];
  return {
    add: (leaf) => {
      let node = [1, leaf];
      while (stack.length > 0 && stack.at(-1)[0] === node[0]) {
        const [leaves, left] = stack.pop();
        node = [leaves + node[0], sha256(Buffer.of(1), left, node[1])];
      }
      stack.push(node);
    },
    root: () => (stack.length === 0 ? sha256() : stack.map(([, hash]) => hash).reduceRight((right, left) => sha256(Buffer.of(1), left, right))),
  };
};

const rootAt = (leaves, size) => {
  const tree = createTree();
  for (const leaf of leaves.slice(0, size)) tree.add(leaf);
  return tree.root().toString('base64url');
};

const parseCheckpoint = (note) => {
  const lines = note === null ? [] : note.text.split('\n');
  const origin = /^kinko\/([A-Za-z0-9_-]{22})\/([A-Za-z0-9_-]{22})$/.exec(lines[0] ?? '');
  if (lines.length !== 4 || lines[3] !== '' || origin === null || !/^[1-9][0-9]{0,15}$/.test(lines[1])) return null;
  const root = fromBase64(lines[2]);
  const size = Number(lines[1]);
  return Number.isSafeInteger(size) && root !== null && root.length === 32 ? { vaultId: origin[1], logId: origin[2], size, root } : null;
};

// ---- the file

/** What one line is: [type, value], or a problem type. `place` is where the reading stands. */
const readLine = (bytes, number, place) => {
  const bad = place === 'start' ? 'NotALogExport' : 'BadLine';
  if (number > MAX_LINES) return 'TooManyLines';
  if (place === 'end') return 'AfterEnd';
  if (bytes.length > MAX_LINE_BYTES) return bad;
  const text = bytes.toString('utf8');
  if (!Buffer.from(text).equals(bytes)) return bad;
  if (text.startsWith('[') && place !== 'start') {
    if (place !== 'opened' && place !== 'entries') return 'BadLine';
    const entry = parseEntry(text);
    return entry === null ? 'BadEntry' : ['entry', { ...entry, leaf: sha256(Buffer.of(0), bytes) }];
  }
  const value = parseCanonical(text);
  if (place === 'start') {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || depthOf(value) > 6) return bad;
    if (isCount(value.kinkolog, 2)) return 'NewerFormat';
    return hasKeys(value, ['kinkolog', 'vaultId']) && value.kinkolog === 1 && isId(value.vaultId) ? ['header', value.vaultId] : bad;
  }
  if (hasKeys(value, ['table']) && typeof value.table === 'string' && (place === 'header' || place === 'tables')) return ['table', value.table];
  if (hasKeys(value, ['log']) && isId(value.log) && (place === 'tables' || place === 'entries')) return ['log', value.log];
  if (hasKeys(value, ['checkpoint']) && typeof value.checkpoint === 'string' && place === 'entries') return ['checkpoint', value.checkpoint];
  if (hasKeys(value, ['end']) && hasKeys(value.end, ['lines']) && isCount(value.end.lines) && place === 'entries') {
    return value.end.lines === number - 1 ? ['end', null] : 'BadEnd';
  }
  return 'BadLine';
};
const PLACE_AFTER = { header: 'header', table: 'tables', log: 'opened', entry: 'entries', checkpoint: 'entries', end: 'end' };

/** Yields [type, value, lineNumber] for good lines; a last ['problem', type, lineNumber] when reading cannot go on. */
function* readLines(file) {
  let place = 'start';
  let from = 0;
  for (let number = 1; ; number += 1) {
    const lf = file.indexOf(10, from);
    if (lf < 0) {
      const rest = file.length - from;
      const stop = place === 'start' ? 'NotALogExport' : 'NoEnd';
      if (place === 'end' && rest === 0) return;
      if (place === 'end') yield ['problem', 'AfterEnd', number];
      else yield ['problem', rest > MAX_LINE_BYTES && place !== 'start' ? 'BadLine' : stop, number];
      return;
    }
    const line = readLine(file.subarray(from, lf), number, place);
    if (typeof line === 'string') {
      yield ['problem', line, number];
      return;
    }
    place = PLACE_AFTER[line[0]];
    from = lf + 1;
    yield [...line, number];
  }
}

// ---- the verification

/** `file`: bytes of the export; `options.checkpoint`: text of a checkpoint kept from an earlier day. Returns a plain report. */
export const verifyLog = (file, options = {}) => {
  const found = { problems: [], problemCount: 0, broken: new Set(), notes: [], noteCount: 0, unknownActions: new Set(), unknownCodes: new Set(), judged: true };
  const problem = (type, { logId = '', seq = -1, line = 0 } = {}) => {
    found.problemCount += 1;
    found.broken.add(logId);
    if (found.problems.length < MAX_LISTED) found.problems.push({ type, logId, seq, line });
    if (['TooLarge', 'TooManyLines', 'NotALogExport', 'NewerFormat'].includes(type)) found.judged = false;
  };
  const note = (type, logId, seq) => {
    found.noteCount += 1;
    if (found.notes.length < MAX_LISTED) found.notes.push({ type, logId, seq });
  };
  const unknown = (set, word) => set.size < MAX_LISTED && set.add(word);

  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const record = { vaultId: '', notes: [], tables: null, logs: [], firstOf: new Map(), attached: new Set(), highest: 0 };
  const whole = readRecord(bytes, record, { problem, note, unknown, found });
  let kept = null;
  if (whole) {
    record.tables.forEach(({ version }) => record.attached.has(version) || problem('TableUnlogged', { line: version + 1 }));
    checkSeen(record, problem);
  }
  const named = whole ? namedAsBroken(record.logs, found.broken) : [];
  if (typeof options.checkpoint === 'string') kept = checkKept(options.checkpoint, whole ? record : null, problem);
  return {
    ok: found.problemCount === 0,
    judged: found.judged,
    vaultId: record.vaultId,
    entries: record.logs.reduce((sum, log) => sum + log.leaves.length, 0),
    logs: record.logs.map((log) => ({
      logId: log.logId,
      entries: log.leaves.length,
      checkpoints: log.checkpoints,
      root: log.tree.root().toString('base64url'),
      firstTime: log.first?.time ?? 0,
      lastTime: log.last?.time ?? 0,
    })),
    tables: (record.tables ?? []).map(({ version, hash, members }) => ({ version, hash, members: members.length })),
    problems: found.problems,
    problemCount: found.problemCount,
    notes: found.notes,
    noteCount: found.noteCount,
    named,
    unknownActions: [...found.unknownActions].toSorted(byText),
    unknownCodes: [...found.unknownCodes].toSorted(byText),
    kept,
  };
};

/** Reads all lines; true when the whole file could be read and its tables hold. */
const readRecord = (bytes, record, report) => {
  const { problem } = report;
  if (bytes.length > MAX_BYTES) {
    problem('TooLarge');
    return false;
  }
  for (const [type, value, line] of readLines(bytes)) {
    const log = record.logs.at(-1);
    if (type === 'problem') {
      problem(value, { line });
      return false;
    }
    if (type === 'header') record.vaultId = value;
    if (type === 'table') record.notes.push(value);
    if ((type === 'log' || type === 'end') && log !== undefined && log.vouched !== log.leaves.length) {
      problem('EndUnsigned', { logId: log.logId, seq: log.leaves.length - 1, line });
    }
    if (type === 'log') {
      if (record.tables === null) {
        const read = readTables(record.notes, record.vaultId);
        if (read.tables === undefined) {
          problem(read.type, { line: read.version + 1 });
          return false;
        }
        record.tables = read.tables;
        record.versionOf = new Map(read.tables.map(({ hash, version }) => [hash, version]));
        record.stores = new Set(read.tables.flatMap(({ stores }) => stores.map(({ id }) => id)));
      }
      const fresh = { logId: value, leaves: [], tree: createTree(), prev: '', least: 0, vouched: 0, checkpoints: 0, signed: new Set(), seen: [], says: new Set() };
      record.logs.push(fresh);
      if (record.firstOf.has(value)) problem('RepeatedLog', { logId: value, line });
      else record.firstOf.set(value, fresh);
      if (!record.stores.has(value)) problem('UnlistedLog', { logId: value, line });
    }
    if (type === 'entry') checkEntry(value, line, log, record, report);
    if (type === 'checkpoint') checkCheckpoint(value, line, log, record, problem);
  }
  return true;
};

/** Logs that do not hold and of which a later log that does says so: naming mends nothing, but what came since can be told apart. */
const namedAsBroken = (logs, broken) => {
  const named = [];
  // Said by logs that hold, from the last one up to here: a file may have very many logs.
  const said = new Set();
  for (const { logId, says } of logs.toReversed()) {
    if (!broken.has(logId)) for (const other of says) said.add(other);
    else if (said.has(logId)) named.push(logId);
  }
  return named.toReversed();
};

const checkEntry = (entry, line, log, record, { problem, note, unknown, found }) => {
  const { tables } = record;
  const seq = log.leaves.length;
  const place = { logId: log.logId, seq, line };
  if (entry.vaultId !== record.vaultId || entry.logId !== log.logId) problem('ForeignEntry', place);
  if (entry.seq !== seq) problem('Gap', place);
  if (entry.prev !== log.prev) problem('Chain', place);

  let brought = log.least;
  for (const [kind, hash] of entry.attach) {
    if (kind !== 'table') continue;
    const version = record.versionOf.get(hash);
    if (version === undefined) {
      problem('TableUnknown', place);
      continue;
    }
    if (version > 1 && !record.attached.has(version - 1)) problem('TableOrder', place);
    record.attached.add(version);
    record.highest = Math.max(record.highest, version);
    brought = Math.max(brought, version);
  }
  if (entry.tableVersion > tables.length) problem('TableUnknown', place);
  else if (entry.tableVersion > record.highest) problem('TableEarly', place);
  if (entry.tableVersion < log.least) problem('TableBack', place);
  log.least = Math.max(brought, entry.tableVersion);

  const member = tables[entry.tableVersion - 1]?.members.find(({ id }) => id === entry.actorId);
  const roles = Object.hasOwn(ACTIONS, entry.action) ? ACTIONS[entry.action] : null;
  if (member === undefined) problem('NotAMember', place);
  else if (roles !== null && !roles.includes(member.role)) problem('NotAllowed', place);
  if (roles === null) unknown(found.unknownActions, entry.action);
  for (const code of entry.codes) if (!knownCodes.has(code)) unknown(found.unknownCodes, code);

  if (log.last !== undefined) {
    const step = entry.time - log.last.time;
    if (step < 0) note('TimeBack', log.logId, seq);
    if (step > CLOCK_STEP) note('TimeStep', log.logId, seq);
    if (log.last.actorId !== entry.actorId && log.vouched !== seq) problem('RunUnsigned', { ...place, seq: seq - 1 });
  }
  if (entry.action === 'chain-verified' && entry.codes.includes('result:bad')) log.says.add(entry.subjectId);
  for (const [logId, size, root] of entry.seen) log.seen.push({ logId, size, root, place });
  if (seq === 0 && record.logs.length > 1 && !entry.seen.some(([logId]) => ![undefined, log].includes(record.firstOf.get(logId)))) problem('UnlinkedLog', place);

  log.first ??= entry;
  log.last = entry;
  log.signer = member === undefined ? [] : [signerOf(member)];
  log.leaves.push(entry.leaf);
  log.tree.add(entry.leaf);
  log.prev = entry.leaf.toString('base64url');
};

const checkCheckpoint = (text, line, log, record, problem) => {
  const size = log.leaves.length;
  const place = { logId: log.logId, seq: size - 1, line };
  const note = parseNote(text);
  const checkpoint = parseCheckpoint(note);
  log.checkpoints += 1;
  if (checkpoint === null) problem('BadCheckpoint', place);
  else if (checkpoint.vaultId !== record.vaultId || checkpoint.logId !== log.logId) problem('ForeignCheckpoint', place);
  else if (checkpoint.size !== size || log.vouched === size) problem('CheckpointPlace', place);
  else {
    log.vouched = size;
    if (!checkpoint.root.equals(log.tree.root())) problem('CheckpointRoot', place);
    if (isSignedBy(note, log.signer)) log.signed.add(size);
    else problem('CheckpointSignature', place);
  }
};

/** Roots asked for by `seen`, collected in one pass a log: a file can ask for as many as it has entries. */
const checkSeen = ({ logs, firstOf }, problem) => {
  const mentions = logs.flatMap((log) => log.seen);
  const asked = new Set(mentions.map(({ logId, size }) => `${logId} ${size}`));
  const roots = new Map();
  for (const log of firstOf.values()) {
    const tree = createTree();
    log.leaves.forEach((leaf, at) => {
      tree.add(leaf);
      const name = `${log.logId} ${at + 1}`;
      if (asked.has(name)) roots.set(name, tree.root().toString('base64url'));
    });
  }
  for (const { logId, size, root, place } of mentions) {
    const now = roots.get(`${logId} ${size}`);
    if (now === undefined) problem('SeenTruncated', place);
    else if (now !== root) problem('SeenRewritten', place);
  }
};

/** `record` is null when the file could not be read to its end. */
const checkKept = (text, record, problem) => {
  const note = parseNote(`${text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n').replace(/\n+$/, '')}\n`);
  const checkpoint = parseCheckpoint(note);
  if (checkpoint === null) {
    problem('KeptMalformed');
    return { result: 'malformed', logId: '', size: 0, signed: false };
  }
  const { logId, size } = checkpoint;
  if (record === null) return { result: 'unchecked', logId, size, signed: false };
  const place = { logId, seq: size - 1 };
  if (checkpoint.vaultId !== record.vaultId) {
    problem('KeptForeign', place);
    return { result: 'foreign', logId, size, signed: false };
  }
  const names = note.signatures.map(({ name }) => name);
  const signers = new Map();
  for (const member of record.tables.flatMap((table) => table.members)) {
    if (names.includes(member.id)) signers.set(`${member.id} ${member.sign}`, signerOf(member));
  }
  const signed = isSignedBy(note, [...signers.values()]);
  if (!signed) problem('KeptUnsigned', place);
  const log = record.firstOf.get(logId);
  let result = 'consistent';
  if (log === undefined || log.leaves.length < size) result = 'truncated';
  else if (rootAt(log.leaves, size) !== checkpoint.root.toString('base64url')) result = log.signed.has(size) ? 'fork' : 'rewritten';
  if (result === 'truncated') problem('Truncated', place);
  if (result === 'rewritten') problem('Rewritten', place);
  if (result === 'fork') problem('Fork', place);
  return { result, logId, size, signed };
};

// ---- the command

/** What each problem means, in words. */
export const WORDS = {
  TooLarge: ['ファイルが64 MiBを超えています', 'the file is larger than 64 MiB'],
  TooManyLines: ['行が1,000,000を超えています', 'the file has more than 1,000,000 lines'],
  NotALogExport: ['記録の書き出し（.kinkolog）ではありません', 'this is not a log export (.kinkolog)'],
  NewerFormat: ['新しい形式です。新しい検証プログラムで開いてください', 'a newer format: use a newer verifier'],
  BadLine: ['形式に合わない行です', 'a line does not fit the format'],
  BadEntry: ['形式に合わない記録です', 'an entry does not fit the format'],
  NoEnd: ['ファイルが途中で終わっています', 'the file stops before its end line'],
  BadEnd: ['終わりの行の行数が合いません', 'the end line counts other lines than there are'],
  AfterEnd: ['終わりの行のあとに何かあります', 'something stands behind the end line'],
  BadTable: ['利用者の表が形式に合いません', 'a table of members does not fit the format'],
  WrongVault: ['利用者の表がこの金庫のものではありません', 'a table of members is not of this vault'],
  TableChain: ['利用者の表の版がつながりません', 'the versions of the table of members do not follow one another'],
  TableSignature: ['利用者の表に責任者の署名がありません', 'a table of members is not signed by an owner'],
  RepeatedLog: ['同じ記録が二度あります（分岐）', 'the same log stands in the file twice (a fork)'],
  UnlistedLog: ['利用者の表にない記録です', 'a log that no table of members lists'],
  UnlinkedLog: ['前の記録につながらない記録です', 'a later log does not name an earlier one'],
  ForeignEntry: ['ほかの金庫または記録のものが混ざっています', 'an entry of another vault or log'],
  Gap: ['番号が飛んでいます（欠け・重なり・入れ替え）', 'a number in the sequence is missing, doubled or out of order'],
  Chain: ['前の記録とつながりません（書き換え・欠け）', 'an entry does not follow from the one before it (changed or missing)'],
  TableUnknown: ['記録が挙げる利用者の表がファイルにありません', 'an entry names a table of members that is not in the file'],
  TableOrder: ['利用者の表が順に記録されていません', 'a table of members came into force before its predecessor'],
  TableEarly: ['まだ有効でない利用者の表で行われています', 'an entry acted under a table of members not yet in force'],
  TableBack: ['古くなった利用者の表で行われています', 'an entry acted under a table of members no longer in force'],
  NotAMember: ['利用者でない者の記録です', 'the actor was not a member'],
  NotAllowed: ['その役割に許されない操作です', 'the role of the actor does not allow the act'],
  BadCheckpoint: ['確認票が形式に合いません', 'a checkpoint does not fit the format'],
  ForeignCheckpoint: ['ほかの金庫または記録の確認票です', 'a checkpoint of another vault or log'],
  CheckpointPlace: ['確認票の件数がその位置に合いません', 'a checkpoint does not count the entries before it'],
  CheckpointRoot: ['確認票と記録の中身が合いません（書き換え）', 'a checkpoint does not fit the entries before it (changed)'],
  CheckpointSignature: ['確認票の署名が正しくありません', 'a checkpoint is not signed by the member who acted'],
  RunUnsigned: ['利用者が替わる前の記録に署名がありません', 'entries of a member are not vouched for by that member'],
  EndUnsigned: ['最後の記録に署名がありません', 'the last entries are not vouched for'],
  TableUnlogged: ['利用者の表の変更が記録されていません', 'a version of the table of members was never logged'],
  SeenTruncated: ['ほかの記録が、知られていた件数より短いか、ありません', 'another log is missing or shorter than it was known to be'],
  SeenRewritten: ['ほかの記録が、知られていた中身と違います', 'another log is not what it was known to be'],
  KeptMalformed: ['保管していた確認票を読めません', 'the kept checkpoint cannot be read'],
  KeptForeign: ['保管していた確認票はほかの金庫のものです', 'the kept checkpoint is of another vault'],
  KeptUnsigned: ['保管していた確認票にこの金庫の利用者の署名がありません', 'the kept checkpoint is not signed by a member of this vault'],
  Truncated: ['保管していた確認票より記録が短くなっています（切り捨て）', 'the log is shorter than the kept checkpoint says (truncated)'],
  Rewritten: ['保管していた確認票のときと記録が違います（書き換え）', 'the log is not what it was at the kept checkpoint (rewritten)'],
  Fork: ['同じ件数で中身の違う署名が二つあります（分岐）', 'two signed checkpoints of one size contradict each other (a fork)'],
};

const describe = (report) => {
  const out = [];
  const say = (japanese, english) => out.push(`${japanese} / ${english}`);
  if (report.vaultId !== '') say(`金庫 ${report.vaultId}`, `vault ${report.vaultId}`);
  for (const log of report.logs) {
    const dates = `${new Date(log.firstTime).toISOString()} – ${new Date(log.lastTime).toISOString()}`;
    out.push(`  ${log.logId}  ${log.entries} 件 / entries, 確認票 / checkpoints ${log.checkpoints}, ${dates}`);
    out.push(`    root ${log.root}`);
  }
  for (const { version, hash } of report.tables) out.push(`  利用者の表 / table of members ${version}: ${hash}`);
  for (const { type, logId, seq, line } of report.problems) {
    const [japanese, english] = WORDS[type];
    const place = `${line > 0 ? ` 行/line ${line}` : ''}${seq >= 0 ? ` 記録/entry ${seq}` : ''}${logId === '' ? '' : ` ${logId}`}`;
    say(`✗ ${japanese}`, `${english} [${type}${place}]`);
  }
  for (const logId of report.named) say(`  合わないことが、あとの記録に書いてあります: ${logId}`, `a later log that holds says that this one is broken: ${logId}`);
  const more = report.problemCount - report.problems.length;
  if (more > 0) say(`… ほか ${more} 件`, `and ${more} more`);
  if (report.noteCount > 0) say(`時計の注意 ${report.noteCount} 件（失敗ではありません）`, `${report.noteCount} remarks on the clock (no failure)`);
  for (const { type, logId, seq } of report.notes) {
    say(type === 'TimeBack' ? '  時計が戻っています' : '  48時間より長い間があります', `${type === 'TimeBack' ? 'the clock went back' : 'a step of more than 48 h'} [entry ${seq} ${logId}]`);
  }
  const unknown = [...report.unknownActions, ...report.unknownCodes];
  if (unknown.length > 0) say('知らない語（新しい版のものかもしれません）', `words this verifier does not know: ${unknown.join(' ')}`);
  if (report.kept?.result === 'consistent') say(`保管していた確認票（${report.kept.size} 件）から何も変わっていません`, `nothing before the kept checkpoint (${report.kept.size} entries) has changed`);
  if (report.kept === null) say('確認票なしでは、末尾がすべて切り捨てられたことは分かりません', 'without a kept checkpoint nobody can see that the end was cut off');
  if (report.ok) say(`結果: 問題はありません（${report.entries} 件）`, `Result: no problem (${report.entries} entries)`);
  else if (report.judged) say(`結果: 問題があります（${report.problemCount}）`, `Result: ${report.problemCount} problem(s)`);
  else say('結果: 検証できません', 'Result: cannot be judged');
  return out.join('\n');
};

const USAGE = `使い方 / Usage: node verify-log.mjs FILE [--checkpoint NOTE_FILE]`;

/** Exit code. */
const main = (args) => {
  const [path, flag, notePath, ...rest] = args;
  if (path === undefined || path.startsWith('-') || rest.length > 0 || (flag !== undefined && (flag !== '--checkpoint' || notePath === undefined))) {
    console.error(USAGE);
    return 2;
  }
  let file;
  let checkpoint;
  try {
    // Too large is too large: not a byte of it is read.
    const size = statSync(path).size;
    file = size > MAX_BYTES ? null : readFileSync(path);
    if (notePath !== undefined) checkpoint = statSync(notePath).size > MAX_NOTE_BYTES ? '' : readFileSync(notePath, 'utf8');
  } catch (cause) {
    console.error(`読めません / cannot be read: ${cause.message}`);
    return 2;
  }
  if (file === null) {
    console.error(WORDS.TooLarge.join(' / '));
    return 2;
  }
  const report = verifyLog(file, { checkpoint });
  console.log(describe(report));
  if (!report.judged) return 2;
  return report.ok ? 0 : 1;
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  process.exitCode = main(process.argv.slice(2));
}
