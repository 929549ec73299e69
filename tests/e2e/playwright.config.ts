import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, chromiumPath, downloadsPath, firefoxPath } from './support/engines.ts';

const output = '../../node_modules/.cache/e2e';

/**
 * Looked at once in a test run, because they take minutes: words, buttons and states, which are the same in every engine but for a bug of its own. KINKO_EVERY_ENGINE=1 has
 * Firefox walk them too.
 */
const ONCE = process.env.KINKO_EVERY_ENGINE === undefined ? ['states.e2e.ts', 'ways.e2e.ts', 'screens.e2e.ts', 'first-hour.e2e.ts', 'trees*.e2e.ts', 'dialogs.e2e.ts', 'reading-aids.e2e.ts', 'markup.e2e.ts'] : [];

export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: output,
  // Browsers wait much: three of them keep two cores busy.
  workers: 3,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  // A second try would hide what happens to one user in a hundred.
  retries: 0,
  // The JSON report goes where PLAYWRIGHT_JSON_OUTPUT_FILE says, only when the whole run is counted.
  reporter: process.env.KINKO_JSON_REPORT === undefined ? 'list' : [['list'], ['json']],
  use: { locale: 'ja-JP', timezoneId: 'Asia/Tokyo', viewport: { width: 1180, height: 820 }, screenshot: 'only-on-failure', actionTimeout: 20_000 },
  projects: [
    ...(chromiumPath === undefined
      ? []
      : [
          {
            name: 'chromium',
            use: { browserName: 'chromium' as const, launchOptions: { executablePath: chromiumPath, args: [...CHROMIUM_ARGS] } },
          },
        ]),
    ...(firefoxPath === undefined
      ? []
      : [
          {
            name: 'firefox',
            testIgnore: ONCE,
            use: {
              browserName: 'firefox' as const,
              channel: 'moz-firefox',
              launchOptions: { executablePath: firefoxPath, downloadsPath },
            },
          },
        ]),
  ],
});
