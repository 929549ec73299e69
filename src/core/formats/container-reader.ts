import type { Result } from '../domain/result.ts';
import { err, ok } from '../domain/result.ts';
import { encodeBase64url } from './base64url.ts';
import { concatBytes, parseUtf8 } from './bytes.ts';
import type { ContainerEnd, ContainerHeader, ContainerLine, ContainerProblem } from './container.ts';
import { parseContainerLine } from './container-line.ts';
import { createContainerOrder } from './container-order.ts';
import type { Sha256Stream } from './hash.ts';
import { MAX_CONTAINER_BYTES, MAX_CONTAINER_LINES, MAX_LINE_BYTES } from './limits.ts';
import { parseManifestText } from './manifest.ts';
import { parseSignedNote } from './signed-note.ts';

/** Reads a container from chunks of any size. public/spec/container-v1.md §6 says what is refused as what. */
export interface ContainerReader {
  /** Lines completed by this chunk. The first problem is final: every later call returns it again. */
  readonly push: (chunk: Uint8Array) => Result<readonly ContainerLine[], ContainerProblem>;
  /** Call once, after the last chunk. Until it returned ok, nothing that was read may be used. */
  readonly end: () => Result<ContainerEnd, ContainerProblem>;
}

/** What a single line can be refused for. */
type LineRefusal = Extract<ContainerProblem, { readonly type: 'NewerFormat' | 'TooLarge' | 'Damaged' }>;

const LF = 0x0a;
const START = new TextEncoder().encode('{"kinko":');

const startsLikeContainer = (bytes: Uint8Array): boolean =>
  bytes.subarray(0, START.length).every((byte, index) => byte === START[index]);

/** `stream`: a fresh running SHA-256, owned by the reader from here on. */
export const createContainerReader = (stream: Sha256Stream): ContainerReader => {
  const order = createContainerOrder();
  let pending: Uint8Array = new Uint8Array();
  let bytes = 0;
  let lines = 0;
  let pages = 0;
  let header: ContainerHeader | null = null;
  let end: Omit<ContainerEnd, 'sha256'> | null = null;
  let problem: ContainerProblem | null = null;

  const checkManifest = (note: string): Omit<ContainerEnd, 'sha256'> | LineRefusal => {
    const whole: LineRefusal = { type: 'Damaged', line: 0 };
    const parsed = parseSignedNote(note);
    if (!parsed.ok || header === null || !order.isComplete()) return { type: 'Damaged', line: lines };
    const manifest = parseManifestText(parsed.value.text);
    if (!manifest.ok) return { type: 'Damaged', line: lines };
    const { vaultId, copyId, counts, sha256 } = manifest.value;
    if (vaultId !== header.vaultId || copyId !== header.copyId) return whole;
    if (counts.lines !== lines - 1 || counts.pages !== pages) return whole;
    return sha256 === encodeBase64url(stream.peek()) ? { manifest: manifest.value, note } : whole;
  };

  /** `line` ends with its LF. Null when the line gives nothing to the caller. */
  const takeLine = (line: Uint8Array): ContainerLine | LineRefusal | null => {
    lines += 1;
    if (lines > MAX_CONTAINER_LINES) return { type: 'TooLarge', limit: 'lines' };
    const text = parseUtf8(line.subarray(0, -1));
    const parsed = text === null ? null : parseContainerLine(text, header?.version ?? 0);
    if (parsed === null) return { type: 'Damaged', line: lines };
    if (!parsed.ok) return parsed.error.type === 'Damaged' ? { type: 'Damaged', line: lines } : parsed.error;
    if (parsed.value.type === 'manifest') {
      const checked = checkManifest(parsed.value.note);
      if (!('manifest' in checked)) return checked;
      end = checked;
      stream.update(line);
      return null;
    }
    stream.update(line);
    if (parsed.value.type === 'other') return null;
    if (!order.accept(parsed.value)) return { type: 'Damaged', line: lines };
    if (parsed.value.type === 'header') header = parsed.value.header;
    if (parsed.value.type === 'page') pages += 1;
    return parsed.value;
  };

  const isProblem = (value: ContainerLine | LineRefusal): value is LineRefusal => ['NewerFormat', 'TooLarge', 'Damaged'].includes(value.type);

  const takeChunk = (chunk: Uint8Array): readonly ContainerLine[] | ContainerProblem => {
    if (chunk.length > 0 && end !== null) return { type: 'Extended' };
    bytes += chunk.length;
    if (bytes > MAX_CONTAINER_BYTES) return { type: 'TooLarge', limit: 'bytes' };
    const taken: ContainerLine[] = [];
    let rest = chunk;
    for (let stop = rest.indexOf(LF); stop >= 0; stop = rest.indexOf(LF)) {
      const line = pending.length === 0 ? rest.subarray(0, stop + 1) : concatBytes(pending, rest.subarray(0, stop + 1));
      pending = new Uint8Array();
      rest = rest.subarray(stop + 1);
      if (lines === 0 && !startsLikeContainer(line)) return { type: 'NotAContainer' };
      if (line.length > MAX_LINE_BYTES + 1) return { type: 'TooLarge', limit: 'line' };
      const value = takeLine(line);
      if (value !== null && isProblem(value)) return value;
      if (value !== null) taken.push(value);
      if (end !== null && rest.length > 0) return { type: 'Extended' };
    }
    // A copy: the caller may reuse the chunk's buffer.
    pending = concatBytes(pending, rest);
    if (lines === 0 && !startsLikeContainer(pending)) return { type: 'NotAContainer' };
    return pending.length > MAX_LINE_BYTES ? { type: 'TooLarge', limit: 'line' } : taken;
  };

  return {
    push: (chunk) => {
      if (problem !== null) return err(problem);
      const taken = takeChunk(chunk);
      if (!('type' in taken)) return ok(taken);
      problem = taken;
      return err(problem);
    },
    end: () => {
      if (problem !== null) return err(problem);
      return end === null ? err({ type: 'Truncated' }) : ok({ ...end, sha256: encodeBase64url(stream.digest()) });
    },
  };
};
