import type { ReadonlySignal } from '@preact/signals';
import type { VaultResult } from '../core/contract/errors.ts';
import type { PersonId } from '../core/domain/ids.ts';
import type { Passphrase } from '../core/domain/password/passphrase.ts';
import type { VerifyLogExport } from './bridge/verify-client.ts';
import type { InstallModel } from './models/install-model.ts';
import type { LanguageModel } from './models/language-model.ts';
import type { PersistModel } from './models/persist-model.ts';
import type { SessionModel } from './models/session-model.ts';
import type { SchemeModel } from './models/scheme-model.ts';
import type { TextSizeModel } from './models/text-size-model.ts';
import type { UpdateOffer } from './models/update-offer.ts';
import type { Capability } from './platform/capability.ts';
import type { FileSaver } from './platform/file-save.ts';
import type { OtherTabs } from './platform/other-tabs.ts';
import type { PasswordJudge } from './platform/password-judge.ts';
import type { Router } from './router/router.ts';

/** Everything a screen may use, made once in main.tsx. What belongs to one vault is in OpenVault instead. */
export interface App {
  readonly session: SessionModel;
  readonly router: Router;
  readonly language: LanguageModel;
  readonly scheme: SchemeModel;
  readonly textSize: TextSizeModel;
  readonly persist: PersistModel;
  readonly install: InstallModel;
  readonly online: ReadonlySignal<boolean>;
  /** Checks a log export in a worker that holds no key. */
  readonly verify: VerifyLogExport;
  /** Null where the browser has no service workers. */
  readonly updates: UpdateOffer | null;
  readonly otherTabs: OtherTabs;
  readonly capability: () => Promise<Capability>;
  readonly files: FileSaver;
  /** Never a number: false where the browser refuses. */
  readonly copyText: (text: string) => Promise<boolean>;
  readonly print: () => Promise<void>;
  readonly reload: () => void;
  readonly now: () => number;
  readonly newPersonId: () => PersonId;
  /** Both are chunks of their own, loaded when a password is about to be chosen. */
  readonly loadPasswordJudge: () => Promise<PasswordJudge>;
  readonly makePassphrase: () => Promise<Passphrase>;
  /** Makes the sample business and opens it. */
  readonly startTrial: () => VaultResult<null>;
  /** Where the app is served, for the recovery sheet: no query, no hash. */
  readonly address: string;
  readonly version: string;
  readonly build: string;
}
