import type { DevicePart, PartAnswer } from '../domain/diagnosis/device-parts.ts';
import type { VaultResult } from './errors.ts';

/** A defect that was caught at the border. Scrubbed: where it happened, never what it was about. */
export interface Incident {
  readonly incidentId: string;
  /** UTC ms */
  readonly time: number;
  /** Method of the contract. */
  readonly method: string;
  /** Class of the error, letters only. */
  readonly name: string;
  /** 'file.js:line:column', innermost first; no message, no argument. */
  readonly frames: readonly string[];
}

export interface DiagnosisApi {
  /** Of this worker's life, newest first, at most 20. For the 自己診断 screen. */
  readonly listIncidents: () => VaultResult<readonly Incident[]>;
  /** Uses a part of the device or browser in a place of its own, where no vault lies, and leaves nothing there. Needs no open vault. */
  readonly tryPart: (part: DevicePart) => VaultResult<PartAnswer>;
}
