import type { VerifyApi, VerifyEvent } from '../../src/core/contract/verify-api.ts';
import { err, ok } from '../../src/core/domain/result.ts';
import type { VerifyDeps } from '../../src/core/formats/signed-note-verify.ts';
import { verifyLogFile } from './verify-log.ts';

/** The worker's side of the contract: no keys, no database, nothing kept between two calls but who listens. */
export const createVerifyService = (deps: VerifyDeps): VerifyApi => {
  let notify: (event: VerifyEvent) => void = () => undefined;

  return {
    subscribe: async (onEvent) => {
      notify = onEvent;
      return ok(null);
    },
    verifyLogExport: async ({ file, kept }) => {
      // A file that was moved, or changed while it is read, rejects here; anything else that throws is a defect.
      let failure: unknown = null;
      const read = async (from: number, to: number): Promise<Uint8Array> => {
        try {
          const bytes = new Uint8Array(await file.slice(from, to).arrayBuffer());
          if (bytes.length !== to - from) throw new Error('the file changed while it was read');
          return bytes;
        } catch (cause) {
          failure = cause;
          throw cause;
        }
      };
      const onProgress = (done: number, total: number): void => notify({ type: 'Progress', done, total });
      try {
        return ok(await verifyLogFile({ size: file.size, read }, kept, { ...deps, onProgress }));
      } catch (cause) {
        if (cause === failure) return err({ type: 'FileUnreadable' });
        throw cause;
      }
    },
  };
};
