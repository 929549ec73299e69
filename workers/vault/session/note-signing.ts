import type { MemberId } from '../../../src/core/domain/ids.ts';
import type { NoteSigner } from '../audit/ports.ts';
import type { MemberKeys } from '../crypto/member-keys.ts';
import type { NoteSigning } from '../crypto/note-signer.ts';
import { signingMember } from './session-state.ts';

/** Signs as one member with the keys given: a session whose keys are renewed takes a new signer. */
export const createNoteSigner = (notes: NoteSigning, memberId: MemberId, keys: MemberKeys): NoteSigner => ({
  memberId,
  sign: (text) => notes.signNote(text, signingMember(memberId, keys)),
});
