import type { VaultError } from '../../../src/core/contract/errors.ts';
import { isSameGroup } from '../../../src/core/domain/recovery/recovery-code.ts';
import { pickGroups, REHEARSAL_BYTES } from '../../../src/core/domain/recovery/rehearsal.ts';
import type { Result } from '../../../src/core/domain/result.ts';
import { err, ok } from '../../../src/core/domain/result.ts';
import type { OpenSession } from './open-session.ts';
import type { SessionPlatform } from './platform.ts';
import { plainEntry, planEntries } from './settings-page.ts';

/**
 * Three groups of the recovery code are asked back from the paper. The code is in this worker's memory alone, from its making
 * until it was asked back: after a lock in between nobody here knows it any more, and a new kit is the way on.
 */
export interface Rehearsal {
  /** 0-based groups to ask. Errors: NotFound when no code is known. A new question with every call. */
  readonly start: (session: OpenSession) => Result<readonly number[], VaultError>;
  /** Errors: RehearsalWrong with the wrong groups; the question stays the same. NotFound without a question. */
  readonly confirm: (
    session: OpenSession,
    answers: readonly { readonly group: number; readonly text: string }[],
  ) => Promise<Result<null, VaultError>>;
}

export const createRehearsal = (platform: SessionPlatform): Rehearsal => {
  let asked: readonly number[] = [];
  return {
    start: (session) => {
      if (session.kit.code === null) return err({ type: 'NotFound' });
      asked = pickGroups(platform.crypto.random.bytes(REHEARSAL_BYTES));
      return ok(asked);
    },
    confirm: (session, answers) =>
      session.alone(async () => {
        const groups = session.kit.code?.split('-');
        if (groups === undefined || asked.length === 0) return err({ type: 'NotFound' });
        // Every group is compared, whatever the others said: the answer names all that are wrong.
        const wrong = asked.filter((group) => {
          const typed = answers.filter((answer) => answer.group === group);
          return typed.length !== 1 || !isSameGroup(typed[0]?.text ?? '', groups[group] ?? '');
        });
        if (wrong.length > 0) return err({ type: 'RehearsalWrong', groups: wrong });
        const settings = { ...session.state().settings, rehearsedAt: platform.audit.now() };
        const stored = await session.writer.commit(planEntries([plainEntry('kit-rehearsed')], settings));
        if (!stored.ok) return stored;
        session.replace({ ...session.state(), settings });
        session.kit.code = null;
        asked = [];
        return ok(null);
      }),
  };
};
