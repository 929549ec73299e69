import type { VaultEvent } from '../../../src/core/contract/events.ts';
import type { StoreId, VaultId } from '../../../src/core/domain/ids.ts';
import { markAad } from '../../../src/core/formats/aad.ts';
import { encodeBase64url, parseBase64url } from '../../../src/core/formats/base64url.ts';
import { parseUtf8 } from '../../../src/core/formats/bytes.ts';
import { encodeMark, encodeMarkSecret, parseMark, parseMarkSecret } from '../../../src/core/formats/mark.ts';
import type { MarkKeeper, MarkState } from '../audit/ports.ts';
import type { Seals } from '../crypto/seal.ts';
import type { MarkStore } from '../storage/mark-store.ts';

/** What is remembered of the database outside of it: in the store's folder, and by the page in localStorage. */

export interface MarkScope {
  readonly vaultId: VaultId;
  readonly storeId: StoreId;
}

export interface MarkKeeperDeps extends MarkScope {
  readonly seals: Seals;
  /** The acting member's user secret key; asked each time, for a suspected leak renews it. */
  readonly usk: () => CryptoKey;
  readonly store: MarkStore;
  readonly emit: (event: VaultEvent) => void;
}

export const createMarkKeeper = (deps: MarkKeeperDeps): MarkKeeper => ({
  keep: async ({ size, ...secret }: MarkState) => {
    const { vaultId, storeId } = deps;
    const plain = new TextEncoder().encode(encodeMarkSecret(secret));
    const sealed = encodeBase64url(await deps.seals.sealWith(deps.usk(), markAad(vaultId, storeId), plain));
    const mark = encodeMark({ vaultId, storeId, size, sealed });
    // A mark that could not be written is behind the database, which alarms nobody; the page's copy goes out all the same.
    await deps.store.write(mark);
    deps.emit({ type: 'MarkMoved', storeId, mark });
  },
});

/** No log has it. */
const OF_TWO_LOGS = '?';

/**
 * The newest mark among `texts`; marks of other stores and what does not parse are passed over. Its root is empty when the seal
 * does not open (another member's, or changed): the size in the clear still tells a database that is gone or behind. Where file and page
 * remember two logs of the same size, its root is that of neither: the database was put back and written on from there, whichever it holds.
 */
export const readNewestMark = async (
  seals: Seals,
  usk: CryptoKey,
  scope: MarkScope,
  texts: readonly string[],
): Promise<MarkState | null> => {
  const marks = texts
    .map(parseMark)
    .filter((mark) => mark !== null)
    .filter((mark) => mark.vaultId === scope.vaultId && mark.storeId === scope.storeId)
    .toSorted((a, b) => b.size - a.size);
  const newest = marks[0];
  if (newest === undefined) return null;
  const unread: MarkState = { size: newest.size, root: '', tableVersion: 0, epoch: 0 };
  // The same size may be marked twice: one that opens says more.
  let said: MarkState | null = null;
  for (const mark of marks.filter((one) => one.size === newest.size)) {
    const sealed = parseBase64url(mark.sealed);
    const opened = sealed === null ? null : await seals.openSealed(usk, markAad(scope.vaultId, scope.storeId), sealed);
    const text = opened?.ok === true ? parseUtf8(opened.value) : null;
    const secret = text === null ? null : parseMarkSecret(text);
    if (secret === null) continue;
    if (said !== null && said.root !== secret.root) return { ...said, root: OF_TWO_LOGS };
    said = { size: mark.size, ...secret };
  }
  return said ?? unread;
};

/** The largest size any mark of the store states; null without a mark. For a look at the device before anyone has unlocked. */
export const markedSize = (storeId: string, texts: readonly (string | null)[]): number | null => {
  const sizes = texts
    .map((text) => (text === null ? null : parseMark(text)))
    .filter((mark) => mark !== null)
    .filter((mark) => mark.storeId === storeId)
    .map((mark) => mark.size);
  return sizes.length === 0 ? null : Math.max(...sizes);
};
