import type { StoreId, VaultId } from '../../domain/ids.ts';
import type { Result } from '../../domain/result.ts';
import { isId } from '../../domain/ids.ts';
import { err, ok } from '../../domain/result.ts';
import { encodeBase64, parseBase64 } from '../base64url.ts';
import { HASH_BYTES } from '../consts.ts';
import { CHECKPOINT_ORIGIN } from './log-consts.ts';

/** Size and root of a log: the text of a signed note in the form of C2SP tlog-checkpoint. public/spec/log-v1.md §5. */
export interface Checkpoint {
  readonly vaultId: VaultId;
  readonly logId: StoreId;
  /** At least 1: an empty tree is never signed. */
  readonly size: number;
  /** 32 bytes */
  readonly root: Uint8Array;
}

export type CheckpointProblem = 'NotACheckpoint' | 'OtherOrigin' | 'BadSize' | 'BadRoot';

/** First line of the text; says of which log it speaks. */
export const encodeOrigin = (vaultId: VaultId, logId: StoreId): string => `${CHECKPOINT_ORIGIN}/${vaultId}/${logId}`;

/** The text to sign, with its final LF. Throws on an empty tree or a root that is no hash. */
export const encodeCheckpoint = (checkpoint: Checkpoint): string => {
  if (!Number.isSafeInteger(checkpoint.size) || checkpoint.size < 1) throw new RangeError('encodeCheckpoint: size');
  if (checkpoint.root.length !== HASH_BYTES) throw new RangeError('encodeCheckpoint: root');
  return `${encodeOrigin(checkpoint.vaultId, checkpoint.logId)}\n${checkpoint.size}\n${encodeBase64(checkpoint.root)}\n`;
};

const DECIMAL = /^[1-9][0-9]{0,15}$/;

/**
 * Text of a signed note → checkpoint; the signature is not looked at. Three lines exactly: the extension lines that
 * tlog-checkpoint allows are refused, for nothing would check what they say.
 */
export const parseCheckpoint = (text: string): Result<Checkpoint, CheckpointProblem> => {
  const [origin, decimal, base64, rest, ...more] = text.split('\n');
  if (origin === undefined || decimal === undefined || base64 === undefined || rest !== '' || more.length > 0) return err('NotACheckpoint');
  const [type, vaultId, logId, ...beyond] = origin.split('/');
  if (type !== CHECKPOINT_ORIGIN || !isId(vaultId) || !isId(logId) || beyond.length > 0) return err('OtherOrigin');
  const size = DECIMAL.test(decimal) ? Number(decimal) : 0;
  if (size === 0 || !Number.isSafeInteger(size)) return err('BadSize');
  const root = parseBase64(base64);
  if (root?.length !== HASH_BYTES) return err('BadRoot');
  return ok({ vaultId: vaultId as VaultId, logId: logId as StoreId, size, root });
};
