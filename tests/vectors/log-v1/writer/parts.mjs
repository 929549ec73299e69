// Members, tables, logs and exports for the vectors, written from public/spec/log-v1.md on the second implementation of the
// primitives.
import { b64u, edKey, note, p256Key, seeded, sha256, utf8 } from '../../writer/primitives.mjs';

export { b64u, note, seeded, sha256, utf8 };

export const START = 1_790_000_000_000;
const MINUTE = 60_000;

export const makeMember = (random, role, id = random.id()) => ({ id, role, sign: edKey(random.bytes(32)), hpke: p256Key(random.bytes(32)) });

export const makeStore = (random, id, epoch) => ({
  id,
  epoch,
  keys: Object.fromEntries(['profile', 'number', 'log', 'note'].map((name) => [name, b64u(random.bytes(32))])),
});

export const signedBy = (member, text) => note(text, { name: member.id, key: member.sign });

/** Chain of tables: each {members, stores, signer}; signer is a member with the key of the version before. */
export const makeTables = (plans) => {
  const tables = [];
  for (const [at, { members, stores, signer, time = START + at * 1000, prev = tables.at(-1)?.hash ?? '', version = at + 1 }] of plans.entries()) {
    const rows = members.map(({ id, role, sign, hpke }) => ({ id, role, sign: b64u(sign.public), hpke: b64u(hpke.public) }));
    const head = at === 0 ? 'genesis' : tables[0].hash.slice(0, 22);
    const text = `kinko-table/1 ${head}\n${JSON.stringify({ version, prev, time, members: rows, stores })}\n`;
    tables.push({ text, note: signedBy(signer, text), hash: b64u(sha256(utf8(text))) });
  }
  return tables;
};

const node = (left, right) => sha256(Buffer.of(1), left, right);
export const leafOf = (line) => sha256(Buffer.of(0), utf8(line));

/** MTH of RFC 6962 §2.1, by its recursive definition. */
export const treeRoot = (leaves) => {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0];
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return node(treeRoot(leaves.slice(0, split)), treeRoot(leaves.slice(split)));
};

/** One log as file lines. `entry` and `checkpoint` fill in what follows from the lines before, `over` replaces it. */
export const makeLog = (vaultId, logId, start = START) => {
  const lines = [];
  const leaves = [];
  let time = start;
  const log = {
    logId,
    lines,
    entry: (actor, tableVersion, action, { subject = '', codes = [], attach = [], seen = [], step = MINUTE, ...over } = {}) => {
      time += step;
      const fields = {
        domain: 'kinko-log/1',
        vaultId,
        logId,
        seq: leaves.length,
        prev: leaves.length === 0 ? '' : b64u(leaves.at(-1)),
        time,
        actor: actor.id,
        tableVersion,
        action,
        subject,
        codes,
        state: b64u(sha256(utf8(`state ${leaves.length}`))),
        attach,
        seen,
        build: '0a1b2c3d4e5f',
        ...over,
      };
      const line = JSON.stringify(Object.values(fields));
      lines.push(line);
      leaves.push(leafOf(line));
      return log;
    },
    /** `over.note`: the whole note. */
    checkpoint: (signer, { origin = `kinko/${vaultId}/${logId}`, size = leaves.length, root = treeRoot(leaves), more = [], ...over } = {}) => {
      const text = `${origin}\n${size}\n${root.toString('base64')}\n`;
      const signers = [signer, ...more].map((member) => ({ name: member.id, key: member.sign }));
      const full = { note: note(text, ...signers), ...over };
      lines.push(JSON.stringify({ checkpoint: full.note }));
      return log;
    },
    seen: () => [logId, leaves.length, b64u(treeRoot(leaves))],
    lastNote: () => JSON.parse(lines.findLast((line) => line.startsWith('{"checkpoint"'))).checkpoint,
  };
  return log;
};

/** All lines but the end line. */
export const linesOf = (vaultId, tables, logs) => [
  JSON.stringify({ kinkolog: 1, vaultId }),
  ...tables.map((table) => JSON.stringify({ table: table.note })),
  ...logs.flatMap((log) => [JSON.stringify({ log: log.logId }), ...log.lines]),
];

export const fileOf = (lines, end = JSON.stringify({ end: { lines: lines.length } })) => `${[...lines, end].join('\n')}\n`;

/** The record that the vectors start from: an owner, then a handler; who registers a person and shows the number. */
export const makeExample = () => {
  const random = seeded('log-v1');
  const owner = makeMember(random, 'owner');
  const handler = makeMember(random, 'handler');
  const logId = random.id();
  const person = random.id();
  const stores = [makeStore(random, logId, 1)];
  const tables = makeTables([
    { members: [owner], stores, signer: owner },
    { members: [owner, handler], stores, signer: owner },
  ]);
  const vaultId = tables[0].hash.slice(0, 22);
  /** `fill` writes the log; left out, it is the example of the specification. */
  const write = (fill = fillExample) => {
    const log = makeLog(vaultId, logId);
    fill(log);
    return linesOf(vaultId, tables, [log]);
  };
  const fillExample = (log) =>
    log
      .entry(owner, 1, 'create', { attach: [['table', tables[0].hash]] })
      .entry(owner, 1, 'table', { subject: handler.id, attach: [['table', tables[1].hash]] })
      .checkpoint(owner)
      .entry(handler, 2, 'unlock', { codes: ['way:password'] })
      .entry(handler, 2, 'register', { subject: person, codes: ['purpose:wage-withholding'] })
      .entry(handler, 2, 'reveal', { subject: person, codes: ['reason:wage-withholding'] })
      .checkpoint(handler);
  return { random, owner, handler, logId, person, stores, tables, vaultId, write, fillExample };
};
