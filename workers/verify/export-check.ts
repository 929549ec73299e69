import type { KeptReport, VerifyReport } from '../../src/core/contract/verify-api.ts';
import type { StoreId, VaultId } from '../../src/core/domain/ids.ts';
import type { Entry } from '../../src/core/formats/log/entry.ts';
import type { LogExportLine } from '../../src/core/formats/log/log-export.ts';
import type { VerifyDeps } from '../../src/core/formats/signed-note-verify.ts';
import { checkKept, describeKept } from './kept-check.ts';
import type { LogCheck } from './log-check.ts';
import { createLogCheck } from './log-check.ts';
import type { ReportBuilder } from './report-builder.ts';
import type { SeenMention } from './seen-check.ts';
import { checkSeen } from './seen-check.ts';
import type { TableRegister } from './table-register.ts';
import { readTables } from './table-register.ts';

/** The lines of one export, in their order, and what they come to. */
export interface ExportCheck {
  /** False: nothing after this line could be trusted, reading stops. Only what signs has to be waited for. */
  readonly take: (line: LogExportLine) => boolean | Promise<boolean>;
  /** `whole`: every line was taken. Checks between logs, tables and the kept checkpoint are made only then. */
  readonly conclude: (whole: boolean, kept: string | null) => Promise<VerifyReport>;
}

export const createExportCheck = (deps: VerifyDeps, report: ReportBuilder): ExportCheck => {
  const tableNotes: string[] = [];
  const checks: LogCheck[] = [];
  /** By log id; a log that comes a second time does not replace the first. */
  const logs = new Map<string, LogCheck>();
  const mentions: SeenMention[] = [];
  let vaultId = '' as VaultId;
  let tables: TableRegister | null = null;
  let lineNumber = 0;

  const takeLog = async (logId: StoreId): Promise<boolean> => {
    checks.at(-1)?.close(lineNumber);
    if (tables === null) {
      const read = await readTables(tableNotes, vaultId, deps);
      if (!read.ok) {
        report.problem(read.error.type, { line: lineOfTable(read.error.version) });
        return false;
      }
      tables = read.value;
    }
    const check = createLogCheck({ ...deps, vaultId, logId, tables, report });
    checks.push(check);
    if (logs.has(logId)) report.problem('RepeatedLog', { logId, line: lineNumber });
    else logs.set(logId, check);
    if (!tables.listsStore(logId)) report.problem('UnlistedLog', { logId, line: lineNumber });
    return true;
  };

  const takeEntry = (entry: Entry, text: string): void => {
    const check = checks.at(-1);
    if (check === undefined) return;
    const place = { logId: check.logId, seq: check.tree.size(), line: lineNumber };
    check.entry(entry, text, lineNumber);
    for (const seen of entry.seen) mentions.push({ seen, ...place });
    const opensLaterLog = place.seq === 0 && checks.length > 1;
    // A log that stands twice names, in its second, one that stands before.
    const linked = entry.seen.some((seen) => ![undefined, check].includes(logs.get(seen.logId)));
    if (opensLaterLog && !linked) report.problem('UnlinkedLog', place);
  };

  const takeCheckpoint = async (note: string): Promise<boolean> => {
    await checks.at(-1)?.checkpoint(note, lineNumber);
    return true;
  };

  const take: ExportCheck['take'] = (line) => {
    lineNumber += 1;
    switch (line.type) {
      case 'header':
        vaultId = line.vaultId;
        return true;
      case 'table':
        tableNotes.push(line.note);
        return true;
      case 'log':
        return takeLog(line.logId);
      case 'entry':
        takeEntry(line.entry, line.line);
        return true;
      case 'checkpoint':
        return takeCheckpoint(line.note);
      case 'end':
        checks.at(-1)?.close(lineNumber);
        return true;
    }
  };

  const conclude = async (whole: boolean, kept: string | null): Promise<VerifyReport> => {
    const versions = tables?.versions ?? [];
    let named: readonly string[] = [];
    let keptReport: KeptReport | null = null;
    if (whole && tables !== null) {
      for (const { table } of versions) {
        if (!tables.isAttached(table.version)) report.problem('TableUnlogged', { line: lineOfTable(table.version) });
      }
      checkSeen(mentions, logs, report);
      named = namedAsBroken(checks, report);
      if (kept !== null) keptReport = await checkKept({ kept, vaultId, logs, tables, report, deps });
    } else if (kept !== null) {
      keptReport = describeKept(kept, report);
    }
    return report.build({
      vaultId,
      logs: checks.map((check) => check.summary()),
      tables: versions.map(({ table, hash }) => ({ version: table.version, hash, members: table.members.length })),
      named,
      kept: keptReport,
    });
  };

  return { take, conclude };
};

/** Logs that do not hold, and of which a later one that does says so. None speaks for itself, nor for one that comes after it. */
const namedAsBroken = (checks: readonly LogCheck[], report: ReportBuilder): readonly string[] => {
  const named: string[] = [];
  /** By logs that hold, from the last one up to here: a file may have very many logs. */
  const said = new Set<string>();
  for (const { logId, says } of checks.toReversed()) {
    if (!report.hasProblem(logId)) for (const other of says) said.add(other);
    else if (said.has(logId)) named.push(logId);
  }
  return named.toReversed();
};

// Line 1 is the header.
const lineOfTable = (version: number): number => version + 1;
