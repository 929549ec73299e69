// Serves a built app as a static host does: compressed, with the headers of its own _headers file. Nothing but Node.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { codingFor, compressed } from './compress.mjs';
import { headersFor, readHeaders } from './headers.mjs';

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
};

/** What a host compresses: pictures are compressed already. @param {string} type */
const isText = (type) => type.includes('charset') || type === 'image/svg+xml';

/**
 * @typedef {object} ServeOptions
 * @property {string | (() => string)} dir the built app; a function is asked at every request, for tests of a newer version
 * @property {number} [port] 0 or missing: a free one
 * @property {string} [base] path the app stands under, with "/" at both ends
 * @property {boolean} [headers] false: a host that sets no headers at all
 * @property {(path: string) => string | undefined} [replace] other content for a path (from the app's root), also where the app has no such file; for tests
 *
 * @typedef {{ readonly method: string, readonly path: string }} SeenRequest
 *
 * @typedef {object} Served
 * @property {string} url address of the app, ending in "/"
 * @property {string} origin
 * @property {number} port
 * @property {readonly SeenRequest[]} requests all so far
 * @property {() => Promise<void>} stop closes every connection
 */

/** @param {string} address @returns {string} decoded path; "" when it is no path at all */
const pathOf = (address) => {
  try {
    return decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return '';
  }
};

/** @param {string} dir @param {string} appPath @returns {string | undefined} */
const fileOf = (dir, appPath) => {
  const file = path.join(dir, appPath.endsWith('/') ? `${appPath}index.html` : appPath);
  const inside = file.startsWith(path.resolve(dir) + path.sep);
  return inside && existsSync(file) && statSync(file).isFile() ? file : undefined;
};

/**
 * @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response
 * @param {Buffer} content @param {string} type
 */
const send = async (request, response, content, type) => {
  response.setHeader('Content-Type', type);
  let sent = content;
  if (isText(type)) {
    response.setHeader('Vary', 'Accept-Encoding');
    const coding = codingFor(request.headers['accept-encoding']);
    if (coding !== undefined) {
      response.setHeader('Content-Encoding', coding);
      sent = await compressed(content, coding);
    }
  }
  response.setHeader('Content-Length', sent.length);
  response.end(request.method === 'HEAD' ? undefined : sent);
};

/** @param {ServeOptions} options @returns {Promise<Served>} */
export const serve = async (options) => {
  const dirNow = () => path.resolve(typeof options.dir === 'string' ? options.dir : options.dir());
  const base = options.base ?? '/';
  const rules = options.headers === false ? [] : readHeaders(path.join(dirNow(), '_headers'));
  /** @type {SeenRequest[]} */
  const requests = [];

  /** @type {import('node:http').RequestListener} */
  const answer = (request, response) => {
    const full = pathOf(request.url ?? '/');
    requests.push({ method: request.method ?? '', path: full });
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405).end();
      return;
    }
    const appPath = full.startsWith(base) ? `/${full.slice(base.length)}` : undefined;
    const file = appPath === undefined ? undefined : fileOf(dirNow(), appPath);
    const other = appPath === undefined ? undefined : options.replace?.(appPath);
    if (appPath === undefined || (file === undefined && other === undefined)) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found');
      return;
    }
    for (const [name, value] of headersFor(rules, appPath)) response.setHeader(name, value);
    const content = file === undefined || other !== undefined ? Buffer.from(other ?? '') : readFileSync(file);
    void send(request, response, content, TYPES[path.extname(file ?? appPath)] ?? 'application/octet-stream');
  };

  const first = await listen(createServer(answer), '127.0.0.1', options.port ?? 0);
  const port = portOf(first);
  // Browsers try ::1 first for "localhost": somebody else there would be taken for us.
  const second = await listen(createServer(answer), '::1', port).catch((error) => {
    if (error.code !== 'EADDRINUSE') return undefined;
    first.close();
    throw error;
  });

  const servers = second === undefined ? [first] : [first, second];
  const origin = `http://localhost:${port}`;
  return {
    url: origin + base,
    origin,
    port,
    requests,
    stop: async () => {
      await Promise.all(servers.map(closed));
    },
  };
};

/**
 * @param {import('node:http').Server} server @param {string} host @param {number} port
 * @returns {Promise<import('node:http').Server>}
 */
const listen = (server, host, port) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });

/** @param {import('node:http').Server} server */
const portOf = (server) => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
};

/** @param {import('node:http').Server} server @returns {Promise<void>} */
const closed = (server) =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
