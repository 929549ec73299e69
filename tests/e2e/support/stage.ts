import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import type { VaultEvent } from '../../../src/core/contract/events.ts';
import { sourceHash } from '../../../workers/sw/build/source-hash.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const KEPT = path.join(root, 'node_modules/.cache/stage');

/**
 * Builds the app's screens on a vault that forgets, for states that a real one comes into seldom: what they look like is the screens' alone.
 * Kept until the sources change. Answers the folder.
 */
export const buildStage = async (): Promise<string> => {
  const kept = path.join(KEPT, sourceHash(root, ['package-lock.json', 'src', 'tests/support']));
  if (existsSync(kept)) return kept;
  rmSync(KEPT, { recursive: true, force: true });
  mkdirSync(KEPT, { recursive: true });
  const made = mkdtempSync(path.join(KEPT, 'made-'));
  const { NODE_ENV: _test, VITEST: _runner, ...env } = process.env;
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--config', 'tests/support/page/vite.config.ts', '--base', './', '--outDir', made, '--logLevel', 'error'], { cwd: root, env });
  if (!existsSync(kept)) renameSync(made, kept);
  return kept;
};

interface Stage {
  readonly app: { readonly language: { readonly choose: (language: 'ja' | 'en') => Promise<void> } };
  readonly emit: (event: VaultEvent) => void;
  readonly lose: () => void;
}

/** The vault behind the screens tells something by itself. */
export const emit = (page: Page, event: VaultEvent): Promise<void> =>
  page.evaluate((told) => (globalThis as unknown as { readonly stage: Stage }).stage.emit(told), event);

/** The worker dies. */
export const loseWorker = (page: Page): Promise<void> => page.evaluate(() => (globalThis as unknown as { readonly stage: Stage }).stage.lose());

export const speak = (page: Page, language: 'ja' | 'en'): Promise<void> =>
  page.evaluate((next) => (globalThis as unknown as { readonly stage: Stage }).stage.app.language.choose(next), language);
