import type { VaultError } from '../../../../src/core/contract/errors.ts';
import { auditCode } from '../../../../src/core/domain/audit/codes.ts';
import type { PersonId } from '../../../../src/core/domain/ids.ts';
import { individualCheckDigit } from '../../../../src/core/domain/number/individual-number.ts';
import type { PersonInput } from '../../../../src/core/domain/person/parse-person.ts';
import { parsePersonFields } from '../../../../src/core/domain/person/parse-person.ts';
import type { PersonFields } from '../../../../src/core/domain/person/person.ts';
import type { Result } from '../../../../src/core/domain/result.ts';
import { ok } from '../../../../src/core/domain/result.ts';
import type { TrialWho } from '../../../../src/core/domain/trial/trial-firm.data.ts';
import { TRIAL_PEOPLE } from '../../../../src/core/domain/trial/trial-firm.data.ts';
import type { TrialAct } from '../../../../src/core/domain/trial/trial-year.ts';
import { encodeBase64url } from '../../../../src/core/formats/base64url.ts';
import { ID_BYTES } from '../../../../src/core/formats/consts.ts';
import type { OpenSession } from '../../session/open-session.ts';
import type { SessionPlatform } from '../../session/platform.ts';
import { createRehearsal } from '../../session/rehearsal.ts';
import { plainEntry, planEntries } from '../../session/settings-page.ts';
import { createCopyMaking } from '../copy/copy-service.ts';
import { createLogService } from '../log-service.ts';
import { createNumberService } from '../number-service.ts';
import { createPersonService } from '../person-service.ts';

type Done = Result<null, VaultError>;
/** Between the making of a file and its reading back. */
const READ_BACK_MS = 31_000;

const done = (result: Result<unknown, VaultError>): Done => (result.ok ? ok(null) : result);

const numberOf = (who: TrialWho): string => {
  const body = TRIAL_PEOPLE[who].number;
  if (body === null) throw new Error(`${who} has no number`);
  return body + String(individualCheckDigit(body));
};

const fieldsOf = (input: PersonInput): PersonFields => {
  const fields = parsePersonFields(input);
  if (!fields.ok) throw new Error(fields.error.map(({ field, type }) => `${field} ${type}`).join(', '));
  return fields.value;
};

/**
 * Plays acts in a session that a story platform made, each by the service that a user's hand would reach, so that all of it is written in
 * the one way there is. Opening and closing write the entries of an unlock and a lock without a KDF between them: the keys stay in hand.
 */
export const createPlayer = (
  platform: SessionPlatform,
  session: OpenSession,
  goTo: (time: number) => void,
): ((act: TrialAct, at: number) => Promise<Done>) => {
  const here = { current: () => ok(session.vault) };
  const persons = createPersonService(here);
  const numbers = createNumberService(here);
  const log = createLogService(here);
  const copies = createCopyMaking(platform, { current: () => ok(session) });
  const ids = new Map<TrialWho, PersonId>();
  let mistyped = 0;

  const idOf = (who: TrialWho): PersonId => {
    const id = ids.get(who) ?? (encodeBase64url(platform.crypto.random.bytes(ID_BYTES)) as PersonId);
    ids.set(who, id);
    return id;
  };
  const write = async (...actions: readonly (readonly [action: string, code?: string])[]): Promise<Done> =>
    done(await session.writer.commit(planEntries(actions.map(([action, code]) => plainEntry(action, code === undefined ? [] : [code])), null)));

  const rehearse = async (): Promise<Done> => {
    const rehearsal = createRehearsal(platform);
    const groups = session.kit.code?.split('-') ?? [];
    const asked = rehearsal.start(session);
    return asked.ok ? rehearsal.confirm(session, asked.value.map((group) => ({ group, text: groups[group] ?? '' }))) : asked;
  };

  const register = async ({ who, from }: TrialAct & { readonly type: 'register' }): Promise<Done> => {
    const { input, parent } = TRIAL_PEOPLE[who];
    const fields = fieldsOf({ ...input, parentId: parent === null ? null : idOf(parent), relationFrom: from ?? input.relationFrom });
    return done(await persons.registerPerson({ id: idOf(who), fields }));
  };

  const leave = async ({ who, on }: TrialAct & { readonly type: 'leave' }): Promise<Done> => {
    const viewed = await persons.viewPerson(idOf(who));
    if (!viewed.ok) return viewed;
    const { id, rev, fields } = viewed.value;
    return done(await persons.changePerson({ id, rev, fields: fieldsOf({ ...fields, relationTo: on }) }));
  };

  const copy = async (at: number): Promise<Done> => {
    const made = await copies.makeCopy();
    if (!made.ok) return made;
    goTo(at + READ_BACK_MS);
    return done(await copies.verifyCopy({ copyId: made.value.copyId, file: made.value.file }));
  };

  const open = async (): Promise<Done> => {
    // The head's checkpoint of the session before is kept, as at every unlock.
    session.writer.actAs(session.vault.signer());
    const failed = Array.from({ length: mistyped }, () => ['unlock-failed'] as const);
    mistyped = 0;
    return write(...failed, ['unlock', auditCode('way', 'password')]);
  };

  return async (act, at) => {
    goTo(at);
    switch (act.type) {
      case 'open':
        return open();
      case 'mistype':
        mistyped += 1;
        return ok(null);
      case 'close':
        return write(['lock']);
      case 'rehearse':
        return rehearse();
      case 'register':
        return register(act);
      case 'number':
        return numbers.enterNumber({ personId: idOf(act.who), text: numberOf(act.who), again: numberOf(act.who), replaces: false, sameAs: null });
      case 'reveal':
        return done(await numbers.revealNumber({ personId: idOf(act.who), reason: act.reason }));
      case 'match':
        return done(await numbers.matchNumber({ personId: idOf(act.who), text: numberOf(act.paper) }));
      case 'leave':
        return leave(act);
      case 'print':
        return log.recordPrint(act.what);
      case 'verify':
        return log.recordVerification({ size: session.writer.log.size(), good: true });
      case 'give-log':
        return done(await log.exportLog('give'));
      case 'copy':
        return copy(at);
    }
  };
};
