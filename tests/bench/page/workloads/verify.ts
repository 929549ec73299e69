import { closeVault, openVault } from '../subject.ts';
import { must, startLimit, startVerifier } from '../workers.ts';
import type { MakeWorkload } from '../workload.ts';
import { check, timed } from '../workload.ts';

/** The whole record, as the screen verifies it: exported by the vault, then read by a worker that has no key. */
export const verifyWorkload: MakeWorkload = async (subject) => {
  const line = await openVault(subject);
  const { note, size } = must(await line.api.viewCheckpoint());
  const { limit, end } = await startLimit(subject.database, subject.key);
  return {
    arms: {
      ours: async () => {
        const sample = await timed(async () => {
          const log = must(await line.api.exportLog('verify'));
          const exported = performance.now();
          const verifier = await startVerifier();
          const begun = performance.now();
          const report = must(await verifier.api.verifyLogExport({ file: log.file, kept: note }));
          verifier.end();
          return { report, starting: begun - exported, verifying: performance.now() - begun };
        }, line);
        const { report, starting, verifying } = sample.value;
        check(report.ok && report.problemCount === 0 && report.kept?.result === 'consistent', 'verification');
        check(report.entries === size && report.logs.every((log) => log.checkpoints > 0), 'entries of the verification');
        return { ms: sample.ms, parts: { ...sample.parts, 'start the verifier': starting, 'verify lines': verifying } };
      },
      limit: async () => {
        const sample = await timed(() => limit.hashLog());
        check(sample.value.hash === subject.logHash && sample.value.lengths[0] === subject.content.log.length, 'limit of verification');
        return sample;
      },
    },
    end: async () => {
      await closeVault(line);
      end();
    },
  };
};
