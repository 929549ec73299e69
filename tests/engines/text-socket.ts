import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Duplex } from 'node:stream';

/** A WebSocket (RFC 6455) that carries texts. */
export interface TextSocket {
  readonly send: (text: string) => void;
  readonly close: () => void;
}

const TEXT = 0x1;
const CONTINUED = 0x0;

/** Length in as few bytes as it needs. */
const lengthOf = (length: number): Buffer => {
  if (length < 126) return Buffer.from([length]);
  const bytes = Buffer.alloc(length < 65_536 ? 3 : 9);
  if (length < 65_536) bytes.writeUInt16BE(length, 1);
  else bytes.writeBigUInt64BE(BigInt(length), 1);
  bytes[0] = length < 65_536 ? 126 : 127;
  return bytes;
};

/** Masked, as every frame of a client must be. */
const frameOf = (text: string): Buffer => {
  const body = Buffer.from(text);
  const mask = randomBytes(4);
  const length = lengthOf(body.length);
  length[0] = (length[0] ?? 0) | 0x80;
  return Buffer.concat([Buffer.from([0x80 | TEXT]), length, mask, body.map((byte, at) => byte ^ (mask[at % 4] ?? 0))]);
};

interface Frame {
  readonly isLast: boolean;
  readonly kind: number;
  readonly body: Buffer;
  readonly rest: Buffer;
}

/** The first frame of what has arrived; null while it is not whole. */
const firstFrame = (bytes: Buffer): Frame | null => {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return null;
  const short = second & 0x7f;
  const start = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (bytes.length < start) return null;
  const length = short === 127 ? Number(bytes.readBigUInt64BE(2)) : short === 126 ? bytes.readUInt16BE(2) : short;
  if (bytes.length < start + length) return null;
  const end = start + length;
  return { isLast: first >= 0x80, kind: first & 0x0f, body: bytes.subarray(start, end), rest: bytes.subarray(end) };
};

const listen = (socket: Duplex, begun: Buffer, onText: (text: string) => void): void => {
  let bytes = begun;
  let parts: readonly Buffer[] = [];
  const read = (): void => {
    for (let frame = firstFrame(bytes); frame !== null; frame = firstFrame(bytes)) {
      bytes = frame.rest;
      if (frame.kind !== TEXT && frame.kind !== CONTINUED) continue;
      parts = [...parts, frame.body];
      if (!frame.isLast) continue;
      onText(Buffer.concat(parts).toString());
      parts = [];
    }
  };
  socket.on('data', (more: Buffer) => {
    bytes = Buffer.concat([bytes, more]);
    read();
  });
  read();
};

/** `url` begins with "http:". */
export const openTextSocket = (url: string, onText: (text: string) => void): Promise<TextSocket> =>
  new Promise((resolve, reject) => {
    const key = randomBytes(16).toString('base64');
    const headers = { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': key };
    const asked = request(url, { headers, timeout: 10_000 });
    asked.once('error', reject);
    asked.once('timeout', () => asked.destroy(new Error(`${url} does not answer`)));
    asked.once('response', (response) => reject(new Error(`${url} answers ${response.statusCode}`)));
    asked.once('upgrade', (_, socket, head) => {
      socket.on('error', () => socket.destroy());
      listen(socket, head, onText);
      resolve({ send: (text) => void socket.write(frameOf(text)), close: () => void socket.destroy() });
    });
    asked.end();
  });
