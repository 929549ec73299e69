import { readdirSync } from 'node:fs';
import path from 'node:path';
import { SQLITE_ARGS, isFirefox } from './support/engines.ts';
import { distDir, expect, test } from './support/fixtures.ts';
import { runKillRounds } from './support/kill-rounds.ts';
import { filesBelow, withFolder } from './support/profile.ts';
import { withVaultPage } from './support/vault-page/vault-page.ts';

// `npm run campaign:kills` asks for more of them, and in Firefox too.
const asked = Number(process.env.KINKO_KILLS ?? 0);
const pauseMs = (): number => 50 + Math.random() * 1500;
const timeFor = (rounds: number): number => 60_000 + rounds * 30_000;

test('the browser killed in the middle of writing: all that was acknowledged is there', async ({ ownApp }, info) => {
  test.skip(isFirefox(info.project.name) && asked === 0, 'in Firefox by the campaign alone');
  const rounds = asked > 0 ? asked : 7;
  test.setTimeout(timeFor(rounds));
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await withFolder(async (profile) => {
    const writes = await runKillRounds({ project: info.project.name, profile, app: app.url, rounds, pauseMs });
    expect(writes).toBeGreaterThan(rounds);
  });
});

test('the same where Chromium keeps databases in SQLite', async ({ ownApp }, info) => {
  test.skip(isFirefox(info.project.name), 'a switch of Chromium');
  const rounds = asked > 0 ? asked : 3;
  test.setTimeout(timeFor(rounds));
  const app = await ownApp({ replace: withVaultPage(distDir) });
  await withFolder(async (profile) => {
    const writes = await runKillRounds({ project: info.project.name, profile, app: app.url, rounds, pauseMs, args: SQLITE_ARGS });
    expect(writes).toBeGreaterThan(rounds);
    // The switch did switch: no LevelDB folder, else this was the test above once more.
    expect(readdirSync(path.join(profile, 'Default/IndexedDB')).filter((name) => name.endsWith('.leveldb'))).toEqual([]);
    expect(filesBelow(path.join(profile, 'Default/IndexedDB')).length).toBeGreaterThan(0);
  });
});
