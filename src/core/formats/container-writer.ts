import type { Result } from '../domain/result.ts';
import { err, ok } from '../domain/result.ts';
import { encodeBase64url } from './base64url.ts';
import type { ContainerLine, ContainerProblem } from './container.ts';
import { encodeContainerLine } from './container-line.ts';
import { createContainerOrder } from './container-order.ts';
import type { Sha256Stream } from './hash.ts';
import { MAX_CONTAINER_BYTES, MAX_CONTAINER_LINES, MAX_LINE_BYTES } from './limits.ts';

type TooLarge = Extract<ContainerProblem, { readonly type: 'TooLarge' }>;

/** Encodes a container line by line; the caller gathers the bytes. Lines out of order are a defect and throw. */
export interface ContainerWriter {
  /** Bytes of the line, LF included. TooLarge: no reader would take the file; nothing more can be added. */
  readonly add: (line: ContainerLine) => Result<Uint8Array<ArrayBuffer>, TooLarge>;
  /** Ends the running hash: what the manifest has to say of the lines so far. */
  readonly sum: () => { readonly lines: number; readonly pages: number; readonly sha256: string };
  /** `note`: the signed manifest. The last line, and SHA-256 over the whole file, base64url. */
  readonly finish: (note: string) => Result<{ readonly line: Uint8Array<ArrayBuffer>; readonly sha256: string }, TooLarge>;
}

/** `stream`: a fresh running SHA-256, owned by the writer from here on. */
export const createContainerWriter = (stream: Sha256Stream): ContainerWriter => {
  const order = createContainerOrder();
  let bytes = 0;
  let lines = 0;
  let pages = 0;
  let stage: 'lines' | 'summed' | 'finished' = 'lines';

  const encode = (text: string): Result<Uint8Array<ArrayBuffer>, TooLarge> => {
    const line = new TextEncoder().encode(`${text}\n`);
    bytes += line.length;
    lines += 1;
    if (line.length > MAX_LINE_BYTES + 1) return err({ type: 'TooLarge', limit: 'line' });
    if (lines > MAX_CONTAINER_LINES) return err({ type: 'TooLarge', limit: 'lines' });
    return bytes > MAX_CONTAINER_BYTES ? err({ type: 'TooLarge', limit: 'bytes' }) : ok(line);
  };

  return {
    add: (line) => {
      if (stage !== 'lines' || !order.accept(line)) throw new Error(`container line out of order: ${line.type}`);
      const encoded = encode(encodeContainerLine(line));
      if (!encoded.ok) return encoded;
      if (line.type === 'page') pages += 1;
      stream.update(encoded.value);
      return encoded;
    },
    sum: () => {
      if (stage !== 'lines' || !order.isComplete()) throw new Error('container summed before it was complete');
      stage = 'summed';
      return { lines, pages, sha256: encodeBase64url(stream.peek()) };
    },
    finish: (note) => {
      if (stage !== 'summed') throw new Error('container finished before it was summed');
      stage = 'finished';
      const encoded = encode(encodeContainerLine({ type: 'manifest', note }));
      if (!encoded.ok) return encoded;
      stream.update(encoded.value);
      return ok({ line: encoded.value, sha256: encodeBase64url(stream.digest()) });
    },
  };
};
