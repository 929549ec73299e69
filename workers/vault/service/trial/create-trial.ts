import type { VaultError } from '../../../../src/core/contract/errors.ts';
import { auditCode } from '../../../../src/core/domain/audit/codes.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { ok } from '../../../../src/core/domain/result.ts';
import { TRIAL_LABEL, TRIAL_OWNER } from '../../../../src/core/domain/trial/trial-firm.data.ts';
import { TRIAL_PASSWORD } from '../../../../src/core/domain/trial/trial-password.ts';
import { trialYear } from '../../../../src/core/domain/trial/trial-year.ts';
import type { NewVault } from '../../session/create-vault.ts';
import { createVault } from '../../session/create-vault.ts';
import type { OpenSession } from '../../session/open-session.ts';
import type { SessionPlatform } from '../../session/platform.ts';
import { plainEntry, planEntries } from '../../session/settings-page.ts';
import { createPlayer } from './play-year.ts';
import type { StoryClock } from './story-clock.ts';
import { createStoryClock } from './story-clock.ts';

const INPUT: NewVault = {
  label: TRIAL_LABEL,
  entityType: 'sole',
  paysSalary: true,
  ownerName: TRIAL_OWNER,
  password: TRIAL_PASSWORD,
  experience: true,
};

/** The same platform at another time. Nobody is told of what happens in a story; of how far it is, `platform` is. */
const inStory = (platform: SessionPlatform, clock: StoryClock, isOver: () => boolean): SessionPlatform => ({
  ...platform,
  audit: { ...platform.audit, now: clock.now },
  emit: (event) => {
    if (isOver()) platform.emit(event);
  },
});

/**
 * A sample business that has had a year. It is a vault like any other but for its marks as a sample and its clock: made by createVault
 * under a clock that stands where the story is, its acts played by the services, and the clock ended before the vault is read back and
 * goes live. From then on its session has the platform's time, for good. Nothing of it can be chosen by a caller, and no vault that
 * exists already can be put under that clock: the only session it has is the one it was made with. An error, or a crash, leaves nothing.
 */
export const createTrial = async (platform: SessionPlatform): Promise<Result<OpenSession, VaultError>> => {
  const clock = createStoryClock(platform.audit.now);
  const { madeAt, acts } = trialYear(platform.audit.now());
  let over = false;
  const story = inStory(platform, clock, () => over);

  const live = async (session: OpenSession): Promise<Result<null, VaultError>> => {
    const play = createPlayer(story, session, clock.goTo);
    for (const [done, { act, at }] of acts.entries()) {
      const played = await play(act, at);
      if (!played.ok) return played;
      platform.emit({ type: 'Progress', job: 'create', done: done + 1, total: acts.length });
    }
    clock.end();
    return ok(null);
  };

  try {
    clock.goTo(madeAt);
    const created = await createVault(story, INPUT, live);
    if (!created.ok) return created;
    over = true;
    const { session } = created.value;
    const { book, commit, actAs } = session.writer;
    const { lastTime: time, frontier } = book().head;
    // Today's opening is the first thing the page hears of: with it comes the mark it keeps. A disk that fails now is told by the next act.
    actAs(session.vault.signer());
    await commit(planEntries([plainEntry('unlock', [auditCode('way', 'password')])], null));
    return ok({ ...session, facts: { lastEntry: { time, action: 'lock', seq: frontier.size - 1 }, failedUnlocks: 0, clockDoubtful: false } });
  } finally {
    clock.end();
  }
};
