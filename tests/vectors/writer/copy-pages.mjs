// Contents of the pages of a copy, written from public/spec/page-v1.md §5 and container-v1.md §3.1.
import { TIME } from './parts.mjs';
import { b64u, sha256, utf8 } from './primitives.mjs';

const IMPLIED = 5;
const PREV_AT = 4;
const PER_LOG_PAGE = 128;
const MAX_ATTACHMENTS = 8;
const MAX_PARTS = 64;

const page = (kind, no, content, rev = 1, book = 'own') => ({ place: { book, kind, no, rev }, content });

/** All entries of a log: pages of 128, a last one with what is left. */
export const logPages = (log, book = 'own') => {
  const lines = log.lines.filter((line) => line.startsWith('['));
  return Array.from({ length: Math.ceil(lines.length / PER_LOG_PAGE) }, (_, no) => {
    const entries = lines.slice(no * PER_LOG_PAGE, (no + 1) * PER_LOG_PAGE).map((line) => JSON.parse(line));
    const content = { format: 'kinko-log/1', log: log.logId, first: no * PER_LOG_PAGE, prev: entries[0][PREV_AT], entries: entries.map((entry) => entry.slice(IMPLIED)) };
    return page('log', no, content, 1, book);
  });
};

/** What entry `seq` commits to at place `at`, in one page, and the hash for its line. */
export const attachedPage = (random, kind, seq, at, value) => {
  const salt = random.bytes(32);
  const text = JSON.stringify(value);
  const content = { salt: b64u(salt), part: 0, parts: 1, text };
  return { ...page(kind, (seq * MAX_ATTACHMENTS + at) * MAX_PARTS, content), hash: b64u(sha256(salt, utf8(text))) };
};

export const settingPage = (members) =>
  page('setting', 0, {
    label: '見本商店',
    experience: false,
    entityType: 'sole',
    paysSalary: true,
    idleMinutes: 5,
    rehearsedAt: TIME,
    kitMadeAt: TIME,
    members: members.map(({ id, name, slots }) => ({ id, name, slots: slots.map((slot) => slot.id) })),
  });

export const tablePages = (tables) => tables.map((table, at) => page('table', at + 1, { note: table.note }));

export const checkpointPage = (notes) => page('checkpoint', 0, { notes });

/** A row of the copies made. */
export const copiesPage = (copies) => page('setting', 1000, { copies });

/** One person with one number, in slot 0. Index pages of a copy name no pages. */
export const personPages = (random, logId, registered, entered) => {
  const [id, numberId] = [random.id(), random.id()];
  const name = '見本 花子';
  const kana = 'ミホン ハナコ';
  const fields = {
    kind: 'employee', name, kana, code: 'E-001', parentId: null, relationship: '', corporate: false, corporateNumber: null,
    birthDate: { date: '1990-04-01', written: '平成2年4月1日', calendar: 'japanese' },
    postalCode: '1000001', address: '東京都千代田区千代田1-1', relationFrom: null, relationTo: null, purposes: ['wage-withholding'],
  };
  const person = { slot: 0, id, rev: 1, v: { [logId]: registered }, registeredAt: TIME, changedAt: TIME, fields };
  const number = { id: numberId, person: id, value: '900000000001', from: TIME, to: null, v: { [logId]: entered } };
  return {
    id,
    pages: [
      page('index', 0, { rows: [[0, id, 'employee', name, kana, 'E-001', 0, '', 1, '']], pages: [] }),
      page('person', 0, { persons: [person] }),
      page('number', 0, { numbers: [number] }),
    ],
  };
};
