import { createHash } from 'node:crypto';
import { createSocket } from 'node:dgram';
import type { Socket } from 'node:dgram';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { createServer as createBareServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { PROBE_WORKER } from './probe-worker.ts';

/** A server of another origin that takes whatever comes, by TCP or UDP, and remembers it. */
export interface Trap {
  readonly origin: string;
  /** Address of `/control/`, an origin of its own without any policy: a page, and the probing worker beside it. */
  readonly control: string;
  /** Another port, which takes connections and never answers. */
  readonly bare: string;
  /** Last part of the path of each request that arrived, once each; what has no path is named by its protocol. */
  readonly caught: () => readonly string[];
  readonly stop: () => Promise<void>;
}

const CONTROL: Readonly<Record<string, readonly [type: string, body: string]>> = {
  'index.html': ['text/html', `<!doctype html><title>control</title><body></body><script type="module">new Worker('./probe-worker.js', { type: 'module' });</script>`],
  'service.html': ['text/html', `<!doctype html><title>control</title><script type="module">navigator.serviceWorker.register('./probe-worker.js');</script>`],
  'probe-worker.js': ['text/javascript', PROBE_WORKER],
};

// STUN (RFC 8489 section 5) has this cookie in every message; whatever else comes by UDP wants to speak QUIC.
const STUN_COOKIE = Buffer.from('2112a442', 'hex');

/** TCP and UDP on one port: an address of either kind can be made from the origin alone. */
const listen = async (server: Server, onPacket: (packet: Buffer) => void): Promise<readonly [port: number, udp: Socket]> => {
  for (let round = 0; round < 20; round += 1) {
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The trap has no port');
    const udp = createSocket('udp4');
    const bound = await new Promise<boolean>((resolve) => {
      udp.once('error', () => resolve(false));
      udp.bind(address.port, '127.0.0.1', () => resolve(true));
    });
    udp.on('message', onPacket);
    if (bound) return [address.port, udp];
    await new Promise((resolve) => {
      server.close(resolve);
    });
  }
  throw new Error('No port is free for both TCP and UDP');
};

export const createTrap = async (): Promise<Trap> => {
  const caught = new Set<string>();
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://trap').pathname.slice(1);
    const [type, body] = CONTROL[name.replace(/^control\//, '')] ?? [];
    if (name.startsWith('control/') && type !== undefined) {
      response.setHeader('Content-Type', type);
      response.end(body);
      return;
    }
    // What the control page asks of its own origin, its icon say, went nowhere else.
    if (!(request.headers.host ?? '').startsWith('localhost')) caught.add(name);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Content-Type', TYPES[name] ?? 'text/plain');
    response.end(BODIES[name] ?? '');
  });
  const sockets: Duplex[] = [];
  server.on('upgrade', (request, socket) => {
    sockets.push(socket);
    caught.add((request.url ?? '').slice(1));
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
  });
  const [port, udp] = await listen(server, (packet) => {
    caught.add(packet.subarray(4, 8).equals(STUN_COOKIE) ? 'stun' : 'webtransport');
  });
  const bare = createBareServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    caught.add('connection');
  });
  await new Promise<void>((resolve) => {
    bare.listen(0, '127.0.0.1', resolve);
  });
  const bareAddress = bare.address();
  if (bareAddress === null || typeof bareAddress === 'string') throw new Error('The trap has no port');
  return {
    origin: `http://127.0.0.1:${port}`,
    control: `http://localhost:${port}/control/`,
    bare: `http://127.0.0.1:${bareAddress.port}`,
    caught: () => [...caught].toSorted(),
    stop: async () => {
      udp.close();
      bare.close();
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
};

const SCRIPTS = ['import', 'script', 'modulescript', 'modulepreload', 'blobscripts', 'blobimport', 'worklet'];
const STYLES = ['style', 'cssimport'];
const IMAGES = ['image', 'cssimage', 'svgimage', 'icon', 'preload'];
const named = (names: readonly string[], value: string): Readonly<Record<string, string>> => Object.fromEntries(names.map((name) => [name, value]));

const TYPES: Readonly<Record<string, string>> = {
  ...named(SCRIPTS, 'text/javascript'),
  ...named(STYLES, 'text/css'),
  ...named(IMAGES, 'image/svg+xml'),
  eventsource: 'text/event-stream',
  frame: 'text/html',
};

const BODIES: Readonly<Record<string, string>> = {
  ...named(SCRIPTS, ';'),
  ...named(IMAGES, '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'),
  eventsource: 'data: x\n\n',
};
