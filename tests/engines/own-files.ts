import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import type { Served } from '../tools/serve.mjs';

/**
 * Whatever page, workers and service worker asked their host for is a file of the app, by GET, and nothing is told in the
 * asking. What would go to another host is not seen here: there the policy is tried instead.
 */
export const expectOwnFilesOnly = ({ requests, url }: Served, dir: string): void => {
  const base = new URL(url).pathname;
  const isFile = (asked: string): boolean => {
    const file = path.join(dir, asked.slice(base.length) || 'index.html');
    return asked.startsWith(base) && existsSync(file) && statSync(file).isFile();
  };
  expect(requests.filter((request) => request.method !== 'GET' || !isFile(request.path))).toEqual([]);
  expect(requests.length).toBeGreaterThan(5);
};
