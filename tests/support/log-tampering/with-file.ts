import { encodeBase64url } from '../../../src/core/formats/base64url.ts';
import { encodeEntry, hashEntryLine, parseEntry } from '../../../src/core/formats/log/entry.ts';
import { sha256, signingKeyOf } from '../log-crypto.ts';
import type { RenderedLine } from '../log-plan.ts';
import { checkpointsOf, exportFile, exportLines, fileOf, renderPlan, signNote } from '../log-plan.ts';
import { randomId, randomPlan } from '../random-log.ts';
import type { SeededRandom } from '../seeded-random.ts';
import type { Tamper } from './tamper.ts';

/** By somebody who has the file and no key. */

const isEntryLine = (line: string): boolean => line.startsWith('[');
const isCheckpointLine = (line: string): boolean => line.startsWith('{"checkpoint":');
const isTableLine = (line: string): boolean => line.startsWith('{"table":');

const placesOf = (lines: readonly string[], is: (line: string) => boolean): readonly number[] =>
  lines.flatMap((line, at) => (is(line) ? [at] : []));

const pickPlace = (random: SeededRandom, places: readonly number[]): number | null => (places.length === 0 ? null : random.pick(places));

const bentEntry = (random: SeededRandom, text: string): string => {
  const parsed = parseEntry(text);
  if (!parsed.ok) throw new Error('an entry of a good record parses');
  const entry = parsed.value;
  return encodeEntry(
    random.pick([
      { ...entry, time: entry.time + 1 },
      { ...entry, subjectId: randomId(random) },
      { ...entry, codes: [...entry.codes, 'result:good'] },
      { ...entry, build: `${entry.build}x` },
      { ...entry, action: entry.action === 'lock' ? 'unlock' : 'lock' },
    ]),
  );
};

const editEntry: Tamper = ({ random, record }) => {
  const lines = exportLines(record);
  const at = pickPlace(random, placesOf(lines, isEntryLine));
  if (at === null) return null;
  return { file: fileOf(lines.with(at, bentEntry(random, lines[at]!))), expected: ['CheckpointRoot'] };
};

/** Changes an entry and mends the chain behind it: what the checkpoints are for. */
const editAndRechain: Tamper = ({ random, record }) => {
  const log = random.pick(record.logs);
  const target = random.pick(log.lines.flatMap((line, at) => (line.type === 'entry' ? [at] : [])));
  let prev = '';
  const lines = log.lines.map((line, at): RenderedLine => {
    if (line.type === 'checkpoint') return line;
    const parsed = parseEntry(at === target ? bentEntry(random, line.text) : line.text);
    if (!parsed.ok) throw new Error('an entry of a good record parses');
    const text = encodeEntry({ ...parsed.value, prev });
    prev = encodeBase64url(hashEntryLine(sha256, text));
    return { type: 'entry', text };
  });
  const logs = record.logs.map((one) => (one === log ? { ...one, lines } : one));
  return { file: exportFile({ ...record, logs }), expected: ['CheckpointRoot'] };
};

const deleteEntry: Tamper = ({ random, record }) => {
  const lines = exportLines(record);
  const at = pickPlace(random, placesOf(lines, isEntryLine));
  return at === null ? null : { file: fileOf(lines.toSpliced(at, 1)), expected: ['Gap', 'CheckpointPlace', 'BadLine'] };
};

const repeatEntry: Tamper = ({ random, record }) => {
  const lines = exportLines(record);
  const at = pickPlace(random, placesOf(lines, isEntryLine));
  return at === null ? null : { file: fileOf(lines.toSpliced(at, 0, lines[at]!)), expected: ['Gap'] };
};

const swapEntries: Tamper = ({ random, record }) => {
  const lines = exportLines(record);
  const at = pickPlace(random, placesOf(lines, isEntryLine).filter((place) => isEntryLine(lines[place + 1] ?? '')));
  if (at === null) return null;
  return { file: fileOf(lines.with(at, lines[at + 1]!).with(at + 1, lines[at]!)), expected: ['Gap'] };
};

const cutFile: Tamper = ({ random, record }) => {
  const file = exportFile(record);
  return { file: file.slice(0, random.below(file.length)), expected: ['NoEnd', 'NotALogExport', 'BadLine'] };
};

const extendFile: Tamper = ({ random, record }) => {
  const file = exportFile(record);
  const more = random.pick([Uint8Array.of(10), random.bytes(1 + random.below(40)), file.slice(-30)]);
  return { file: new Uint8Array([...file, ...more]), expected: ['AfterEnd'] };
};

const joinTwoFiles: Tamper = ({ record }) => {
  const file = exportFile(record);
  return { file: new Uint8Array([...file, ...file]), expected: ['AfterEnd'] };
};

/** Cuts lines off the end and writes a fitting end line; what is left is short of its last checkpoint. */
const dropLastLines: Tamper = ({ random, record }) => {
  const lines = exportLines(record);
  const start = lines.findLastIndex((line) => line.startsWith('{"log":'));
  const cuts = placesOf(lines, isEntryLine).filter((at) => at > start);
  const at = pickPlace(random, cuts);
  return at === null ? null : { file: fileOf(lines.slice(0, at + 1)), expected: ['EndUnsigned'] };
};

const swapSignatures: Tamper = ({ random, record }) => {
  const lines = exportLines(record);
  const places = placesOf(lines, isCheckpointLine);
  if (places.length < 2) return null;
  const a = random.pick(places);
  const b = random.pick(places.filter((place) => place !== a));
  const [textA, textB] = [lines[a]!, lines[b]!].map((line) => line.split('\\n\\n'));
  const file = fileOf(lines.with(a, `${textA![0]}\\n\\n${textB![1]}`).with(b, `${textB![0]}\\n\\n${textA![1]}`));
  return { file, expected: ['CheckpointSignature'] };
};

/** Takes away a checkpoint that a run of entries needs. */
const dropCheckpoint: Tamper = ({ random, record }) => {
  const lines = exportLines(record);
  const actorAt = (at: number): unknown => (isEntryLine(lines[at] ?? '') ? (JSON.parse(lines[at]!) as readonly unknown[])[6] : null);
  const needed = placesOf(lines, isCheckpointLine).filter((at) => actorAt(at - 1) !== actorAt(at + 1));
  const at = pickPlace(random, needed);
  return at === null ? null : { file: fileOf(lines.toSpliced(at, 1)), expected: ['RunUnsigned', 'EndUnsigned'] };
};

const moveCheckpoint: Tamper = ({ random, record }) => {
  const lines = exportLines(record);
  const at = pickPlace(random, placesOf(lines, isCheckpointLine).filter((place) => isEntryLine(lines[place + 1] ?? '')));
  if (at === null) return null;
  return { file: fileOf(lines.with(at, lines[at + 1]!).with(at + 1, lines[at]!)), expected: ['CheckpointPlace'] };
};

const flipBit: Tamper = ({ random, record }) => {
  const file = exportFile(record);
  const at = random.below(file.length);
  file[at] = (file[at] ?? 0) ^ (1 << random.below(8));
  return { file, expected: [] };
};

const forgeTable: Tamper = ({ random, record }) => {
  const lines = exportLines(record);
  const at = random.pick(placesOf(lines, isTableLine));
  const line = lines[at]!;
  const bent = random.pick([
    line.replace(/\\"role\\":\\"(handler|auditor|accountant|registrar)\\"/, '\\"role\\":\\"owner\\"'),
    line.replace(/\\"time\\":/, '\\"time\\":1'),
  ]);
  return bent === line ? null : { file: fileOf(lines.with(at, bent)), expected: ['WrongVault', 'TableSignature', 'BadTable'] };
};

const dropTable: Tamper = ({ random, record }) => {
  const lines = exportLines(record);
  const places = placesOf(lines, isTableLine);
  if (places.length < 2) return null;
  return { file: fileOf(lines.toSpliced(random.pick(places), 1)), expected: ['WrongVault', 'TableChain', 'TableUnknown'] };
};

const dropLog: Tamper = ({ random, record }) => {
  if (record.logs.length < 2) return null;
  // The last log is named by none: only a checkpoint kept of it shows that it is gone.
  const at = random.below(record.logs.length);
  const kept = checkpointsOf(record).findLast(({ logId }) => logId === record.logs[at]!.logId);
  const file = exportFile({ ...record, logs: record.logs.toSpliced(at, 1) });
  return { file, kept: kept!.note, expected: ['Truncated'] };
};

const repeatLog: Tamper = ({ random, record }) => ({
  file: exportFile({ ...record, logs: [...record.logs, random.pick(record.logs)] }),
  expected: ['RepeatedLog'],
});

const foreignKept: Tamper = ({ random, record }) => {
  const other = renderPlan(randomPlan(random, { logs: 1, entriesPerLog: 5 }));
  return { file: exportFile(record), kept: random.pick(checkpointsOf(other)).note, expected: ['KeptForeign'] };
};

/** A checkpoint that somebody else signed in a member's name. */
const forgedKept: Tamper = ({ random, record }) => {
  const { note } = random.pick(checkpointsOf(record));
  const [text, signature] = note.split('\n\n');
  const name = signature!.split(' ')[1]!;
  return { file: exportFile(record), kept: signNote(`${text}\n`, name, signingKeyOf(random.bytes(32))), expected: ['KeptUnsigned'] };
};

export const TAMPERINGS_WITH_FILE = {
  editEntry,
  editAndRechain,
  deleteEntry,
  repeatEntry,
  swapEntries,
  cutFile,
  extendFile,
  joinTwoFiles,
  dropLastLines,
  swapSignatures,
  dropCheckpoint,
  moveCheckpoint,
  flipBit,
  forgeTable,
  dropTable,
  dropLog,
  repeatLog,
  foreignKept,
  forgedKept,
} satisfies Readonly<Record<string, Tamper>>;
