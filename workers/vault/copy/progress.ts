import type { ProgressJob, VaultEvent } from '../../../src/core/contract/events.ts';

/**
 * Progress of a job whose stages count different things: each fills an equal part of the whole, so that what is shown never goes
 * back. `stage` counts from 0.
 */
export const progressIn =
  (emit: (event: VaultEvent) => void, job: ProgressJob, stages: number) =>
  (stage: number) =>
  (done: number, total: number): void =>
    emit({ type: 'Progress', job, done: stage * total + done, total: stages * total });
