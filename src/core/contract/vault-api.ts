import type { Result } from '../domain/result.ts';
import type { CopyApi } from './copy-api.ts';
import type { DiagnosisApi } from './diagnosis-api.ts';
import type { ImportApi } from './import-api.ts';
import type { LifeApi } from './life-api.ts';
import type { LogApi } from './log-api.ts';
import type { NumberApi } from './number-api.ts';
import type { PersonApi } from './person-api.ts';
import type { SessionApi } from './session-api.ts';
import type { VaultEvent } from './events.ts';

/** All that crosses to the vault worker. Plain data in, `Result` out; nothing here throws for an expected failure. */
export interface VaultApi extends SessionApi, PersonApi, NumberApi, LifeApi, LogApi, CopyApi, ImportApi, DiagnosisApi {
  readonly subscribe: (onEvent: (event: VaultEvent) => void) => Promise<Result<null, never>>;
}
