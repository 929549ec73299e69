import type { CopyApi, RestoreInput } from '../../../../src/core/contract/copy-api.ts';
import type { ArgumentShapes, Shape } from './shape.ts';
import { flag, instance, list, noArguments, oneArgument, oneOf, record, text } from './shape.ts';

const ID_CHARS = 22;
const LINE_CHARS = 400;
/** As in the session's arguments: what is too long for a password is said in words by the policy. */
const PASSWORD_CHARS = 4096;
/** Copies offered at once; nobody keeps more in one folder by hand. */
const MAX_FILES = 100;

const isBlob = (value: unknown): value is Blob => value instanceof Blob;
const isFile = (value: unknown): value is File => value instanceof File;

const kind = record({ kind: oneOf(['password', 'recovery']) });
const byPassword = record({ kind: oneOf(['password']), password: text(PASSWORD_CHARS) });
const byRecovery = record({ kind: oneOf(['recovery']), recoveryCode: text(LINE_CHARS), newPassword: text(PASSWORD_CHARS) });

const restoreSecret: Shape<RestoreInput['secret']> = (value, path) =>
  kind(value, path).kind === 'password' ? byPassword(value, path) : byRecovery(value, path);

export const copyArguments: ArgumentShapes<CopyApi> = {
  overviewCopies: noArguments,
  makeCopy: noArguments,
  verifyCopy: oneArgument(record({ copyId: text(ID_CHARS), file: instance(isBlob) })),
  inspectCopies: oneArgument(list(instance(isFile), MAX_FILES)),
  restoreCopy: oneArgument(record<RestoreInput>({ file: instance(isBlob), secret: restoreSecret, evenIfOlder: flag })),
};
