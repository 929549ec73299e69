import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { PROBE_WORKER } from './probe-worker.ts';

/** A server of another origin that takes whatever comes and remembers it. */
export interface Trap {
  readonly origin: string;
  /** Last part of the path of each request that arrived. */
  readonly caught: () => readonly string[];
  readonly stop: () => Promise<void>;
}

const CONTROL_PAGE = `<!doctype html><title>control</title><script type="module">
new Worker('./probe-worker.js', { type: 'module' });
</script>`;

/** Also serves `/control/`: a page without any policy that starts the probing worker from its address. */
export const createTrap = async (): Promise<Trap> => {
  const caught: string[] = [];
  const server = createServer((request, response) => {
    const name = (request.url ?? '').slice(1);
    if (name.startsWith('control/')) {
      const isWorker = name.endsWith('.js');
      response.setHeader('Content-Type', isWorker ? 'text/javascript' : 'text/html');
      response.end(isWorker ? PROBE_WORKER : CONTROL_PAGE);
      return;
    }
    caught.push(name);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Type', TYPES[name] ?? 'text/plain');
    response.end(BODIES[name] ?? '');
  });
  const sockets: Duplex[] = [];
  server.on('upgrade', (request, socket) => {
    sockets.push(socket);
    caught.push((request.url ?? '').slice(1));
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The trap has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    caught: () => caught,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of sockets) socket.destroy();
      }),
  };
};

const TYPES: Readonly<Record<string, string>> = {
  eventsource: 'text/event-stream',
  import: 'text/javascript',
  style: 'text/css',
  image: 'image/svg+xml',
  frame: 'text/html',
};

const BODIES: Readonly<Record<string, string>> = {
  eventsource: 'data: x\n\n',
  import: 'export const loaded = true;',
  image: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
};
