import { createServer, request as forward } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

export interface Outgoing {
  readonly method: string;
  readonly address: string;
}

/** A proxy that a whole browser goes through: page, workers, service worker, and the browser for itself. */
export interface OutgoingWatch {
  readonly port: number;
  /** Everything that was asked for, also of servers that are not there. A connection for TLS or a socket is a CONNECT. */
  readonly seen: () => readonly Outgoing[];
  readonly stop: () => Promise<void>;
}

/** Passes on what is asked of this machine, and nothing else: those connections just end, as without a network. */
export const watchOutgoing = async (): Promise<OutgoingWatch> => {
  const seen: Outgoing[] = [];
  const note = (request: IncomingMessage): string => {
    const address = request.url ?? '';
    seen.push({ method: request.method ?? '', address });
    return address;
  };
  const pass = (request: IncomingMessage, response: ServerResponse): void => {
    const address = note(request);
    if (!URL.canParse(address) || new URL(address).hostname !== 'localhost') {
      request.socket.destroy();
      return;
    }
    const onward = forward(address, { method: request.method ?? 'GET', headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => request.socket.destroy());
    request.pipe(onward);
  };
  const refuse = (request: IncomingMessage, socket: Duplex): void => {
    note(request);
    socket.destroy();
  };
  const proxy = createServer(pass);
  proxy.on('connect', refuse);
  proxy.on('upgrade', refuse);
  await new Promise<void>((resolve) => {
    proxy.listen(0, '127.0.0.1', resolve);
  });
  const bound = proxy.address();
  if (bound === null || typeof bound === 'string') throw new Error('The proxy has no port');
  return {
    port: bound.port,
    seen: () => seen,
    stop: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
};
