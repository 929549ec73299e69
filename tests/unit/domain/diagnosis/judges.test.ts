import { describe, expect, test } from 'vitest';
import type { CardId, CheckId, Finding } from '../../../../src/core/domain/diagnosis/checks.ts';
import { byUrgency, CARDS, countOf, findingOf, unanswered, VERDICTS, WAYS_OUT } from '../../../../src/core/domain/diagnosis/checks.ts';
import type { ServiceWorkerFacts } from '../../../../src/core/domain/diagnosis/judge-app.ts';
import * as app from '../../../../src/core/domain/diagnosis/judge-app.ts';
import * as device from '../../../../src/core/domain/diagnosis/judge-device.ts';
import * as vault from '../../../../src/core/domain/diagnosis/judge-vault.ts';

const said = ({ check, reason, state, way }: Finding): string => [check, reason, state, ...(way === null ? [] : [way])].join(' ');
const NOW = Date.UTC(2026, 10, 22, 3);
const DAY = 86_400_000;
const MB = 1_000_000;

describe('every check', () => {
  test('stands on one card, and whatever is wrong has one way out', () => {
    const cards: readonly CardId[] = ['device', 'app', 'vault'];
    const placed = cards.flatMap((card): readonly CheckId[] => CARDS[card]);
    expect(placed.toSorted()).toEqual(Object.keys(VERDICTS).toSorted());
    const verdicts = Object.values(VERDICTS).flatMap((reasons) => Object.values(reasons));
    for (const { state, way } of verdicts) {
      if (state === 'warn' || state === 'bad') expect(WAYS_OUT).toContain(way);
      if (state === 'good') expect(way).toBeNull();
    }
    // A check that fails itself is the only one that is unknown, and there is no such thing as an unknown verdict.
    expect(verdicts.map(({ state }) => state)).not.toContain('unknown');
    expect(said(unanswered('kdf'))).toBe('kdf unanswered unknown again');
  });

  test('notes judge nothing; what failed is not good; the worst comes first and equals stay in order', () => {
    const findings = [
      findingOf('zone', 'other'),
      findingOf('kept', 'granted'),
      unanswered('space'),
      findingOf('files', 'lacks'),
      findingOf('locks', 'lacks'),
      findingOf('copy', 'due'),
    ];
    expect(countOf(findings)).toEqual({ judged: 5, good: 1, notes: 1 });
    expect(findings.toSorted(byUrgency).map(({ check }) => check)).toEqual(['locks', 'files', 'copy', 'space', 'zone', 'kept']);
  });
});

describe('the device', () => {
  test('the promise to keep the data', () => {
    const answers = [device.judgeKept(true, false), device.judgeKept(false, false), device.judgeKept(false, true), device.judgeKept(null, true)];
    expect(answers.map(said)).toEqual(['kept granted good', 'kept not-asked warn persist', 'kept refused warn help', 'kept unsupported warn help']);
  });

  test('space: what is free counts, and more used than there is is none', () => {
    const of = (quota: number, usage: number) => device.judgeSpace({ quota: quota * MB, usage: usage * MB });
    expect(said(of(10_000, 9_800))).toBe('space enough good');
    expect(said(of(10_000, 9_801))).toBe('space low warn help');
    expect(said(of(120, 100))).toBe('space low warn help');
    expect(said(of(119, 100))).toBe('space out bad help');
    expect(of(100, 130)).toMatchObject({ reason: 'out', figures: { bytes: 0 } });
    expect(said(device.judgeSpace(null))).toBe('space unstated note');
  });

  test('clock: earlier than the version or the newest entry is wrong; a step back of a minute is none', () => {
    const of = (facts: Partial<Parameters<typeof device.judgeClock>[0]>) =>
      said(device.judgeClock({ now: NOW, versionAt: NOW - DAY, newestEntry: null, doubtful: false, ...facts }));
    expect(of({})).toBe('clock right good');
    expect(of({ newestEntry: NOW - 1 })).toBe('clock right good');
    expect(of({ newestEntry: NOW + 60_000 })).toBe('clock right good');
    expect(of({ newestEntry: NOW + 121_000 })).toBe('clock before-record bad help');
    expect(of({ doubtful: true })).toBe('clock doubtful warn date');
    expect(of({ versionAt: NOW + 2 * DAY })).toBe('clock right good');
    expect(of({ versionAt: NOW + 2 * DAY + 1 })).toBe('clock before-build bad help');
    expect(of({ versionAt: NOW + 3 * DAY, newestEntry: NOW + DAY, doubtful: true })).toBe('clock before-build bad help');
  });

  test('another time zone is told and no fault; none at all is no answer', () => {
    expect(['Asia/Tokyo', 'Japan', 'America/New_York'].map((zone) => said(device.judgeZone(zone)))).toEqual(['zone tokyo good', 'zone tokyo good', 'zone other note']);
    expect(() => device.judgeZone('')).toThrow();
  });

  test('a private window is never ruled out but in the window of the installed app, nor are extensions', () => {
    const of = (installed: boolean, refuses: boolean) => said(device.judgePrivate({ installed, refuses }));
    expect([of(false, false), of(false, true), of(true, true)]).toEqual(['private unseen note', 'private signs warn help', 'private installed good']);
    expect(said(device.judgeExtensions())).toBe('extensions unseen note help');
  });
});

describe('the app', () => {
  const active = (kept: { files: number; missing: number } | null, waiting = false): ServiceWorkerFacts => ({ at: 'active', waiting, kept });

  test('offline only with every file; an answer that does not come is not good', () => {
    const of = (facts: ServiceWorkerFacts) => said(app.judgeOffline(facts));
    expect(of(active({ files: 201, missing: 0 }))).toBe('offline ready good');
    expect(of(active({ files: 201, missing: 1 }))).toBe('offline missing warn help');
    expect(of(active(null))).toBe('offline unanswered unknown again');
    expect(of(active({ files: 0, missing: 0 }))).toBe('offline unanswered unknown again');
    expect(of({ at: 'installing', waiting: false, kept: null })).toBe('offline keeping warn again');
    expect(of({ at: 'absent', waiting: false, kept: null })).toBe('offline absent warn help');
    expect(of(null)).toBe('offline unsupported warn help');
  });

  test('a newer version that waits is told; the window is secure, its own, and nobody holds it', () => {
    expect([active(null), active(null, true), null].map((facts) => said(app.judgeUpdate(facts)))).toEqual(['update newest good', 'update waiting note help', 'update newest good']);
    const of = (secure: boolean, own: boolean, alone: boolean) => said(app.judgeWindow({ secure, own, alone }));
    expect([of(true, true, true), of(true, true, false), of(true, false, false), of(false, false, true)]).toEqual([
      'window own good',
      'window shared note',
      'window framed bad window',
      'window insecure bad help',
    ]);
  });

  test('parts that were tried: what works, what the browser lacks, what is full, what fails, what nobody knows', () => {
    const works = { found: 'works', ms: 700 } as const;
    const fails = { found: 'fails', name: 'OtherBytes' } as const;
    const every = [works, { found: 'lacks' }, { found: 'full' }, { found: 'unstated', ms: 1 }, fails, { found: 'busy' }] as const;
    expect(every.map((answer) => said(app.judgeFiles(answer)))).toEqual([
      'files works good',
      'files lacks warn help',
      'files full bad help',
      'files fails bad again',
      'files fails bad again',
      'files unanswered unknown again',
    ]);
    expect(every.map((answer) => said(app.judgeDatabase(answer)))).toEqual([
      'database works good',
      'database lacks bad help',
      'database full bad help',
      'database unstated note',
      'database fails bad again',
      'database unanswered unknown again',
    ]);
    for (const check of ['seals', 'keys', 'locks'] as const) {
      const [works_, lacks, , , broken, busy] = every.map((answer) => said(app.judgeTried(check, answer)));
      expect([works_, lacks, broken, busy]).toEqual([`${check} works good`, `${check} lacks bad help`, `${check} fails bad help`, `${check} unanswered unknown again`]);
    }
    expect(app.judgeTried('keys', fails).figures).toEqual({ name: 'OtherBytes' });
    expect([works, { found: 'works', ms: 5001 } as const, fails].map((answer) => said(app.judgeKdf(answer)))).toEqual(['kdf works good', 'kdf slow note', 'kdf fails bad help']);
  });

  test('reading back is a comfort, a defect is not', () => {
    expect([app.judgeReadback(true), app.judgeReadback(false), app.judgeDefects(0), app.judgeDefects(2)].map(said)).toEqual([
      'readback has good',
      'readback lacks note',
      'defects none good',
      'defects some warn help',
    ]);
  });
});

describe('the vault', () => {
  test('copies: none of nothing, none, not read back, of before a restore, and by age', () => {
    const of = (state: Partial<Parameters<typeof vault.judgeCopy>[0]>) =>
      said(vault.judgeCopy({ age: 'red', lastVerifiedAt: null, copies: [], changesSince: 0, waysChanged: false, ...state }));
    const copies = [{ madeAt: NOW, verifiedAt: NOW }];
    expect(of({})).toBe('copy nothing note');
    expect(of({ changesSince: 1 })).toBe('copy none bad copies');
    expect(of({ copies: [{ madeAt: NOW, verifiedAt: null }] })).toBe('copy unverified warn copies');
    expect(of({ copies })).toBe('copy restored bad copies');
    expect(of({ copies, lastVerifiedAt: NOW, age: 'green' })).toBe('copy fresh good');
    expect(of({ copies, lastVerifiedAt: NOW, age: 'amber' })).toBe('copy due warn copies');
    expect(of({ copies, lastVerifiedAt: NOW })).toBe('copy old bad copies');
    // Fresh, but it opens with the password of before.
    expect(of({ copies, lastVerifiedAt: NOW, age: 'amber', waysChanged: true })).toBe('copy before warn copies');
    expect(of({ copies, lastVerifiedAt: NOW, waysChanged: true })).toBe('copy old bad copies');
  });

  test('a verification holds for a month, of the log that is written now, and only when it was good', () => {
    const of = (at: number, good = true, current = true) => said(vault.judgeRecord({ at, good, current }, NOW));
    expect(said(vault.judgeRecord(null, NOW))).toBe('record never warn verify');
    expect(of(NOW - 30 * DAY)).toBe('record verified good');
    expect(of(NOW - 31 * DAY)).toBe('record stale warn verify');
    expect(of(NOW, true, false)).toBe('record stale warn verify');
    expect(of(NOW - 31 * DAY, false, false)).toBe('record broken bad verify');
  });

  test('the sheet is due after a year, but not while the date is in doubt', () => {
    expect(said(vault.judgeSheet(null, NOW, false))).toBe('sheet never bad kit');
    expect(said(vault.judgeSheet(NOW - 364 * DAY, NOW, false))).toBe('sheet rehearsed good');
    expect(said(vault.judgeSheet(NOW - 365 * DAY, NOW, false))).toBe('sheet due warn rehearse');
    expect(said(vault.judgeSheet(NOW - 365 * DAY, NOW, true))).toBe('sheet rehearsed good');
  });
});
