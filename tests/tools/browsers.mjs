// Where the browsers of this machine are. Tests never download one.
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { run } from './run.mjs';

/** @param {readonly (string | undefined)[]} candidates */
const firstThere = (candidates) => candidates.find((file) => file !== undefined && file !== '' && existsSync(file));

const fromPlaywright = () => {
  try {
    const { chromium } = createRequire(import.meta.url)('@playwright/test');
    return chromium.executablePath();
  } catch {
    return undefined;
  }
};

/** CHROMIUM_PATH, then Playwright's own, then the system's. @returns {string | undefined} */
export const findChromium = () =>
  firstThere([
    process.env.CHROMIUM_PATH,
    fromPlaywright(),
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ]);

/** Playwright 1.64 drives an installed Firefox ESR over WebDriver BiDi. @returns {string | undefined} */
export const findFirefox = () => firstThere([process.env.FIREFOX_PATH, '/usr/bin/firefox-esr']);

const webkitFolders = () =>
  ['/usr/lib', '/usr/libexec', ...(existsSync('/usr/lib') ? readdirSync('/usr/lib').map((name) => `/usr/lib/${name}`) : [])].flatMap(
    (folder) => ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((name) => path.join(folder, name, 'MiniBrowser')),
  );

/** WebKitGTK: the driver, its small browser, and a display for it. */
export const findWebKit = () => {
  const driver = firstThere([process.env.WEBKIT_DRIVER_PATH, '/usr/bin/WebKitWebDriver']);
  const browser = firstThere(webkitFolders());
  const display = firstThere(['/usr/bin/xvfb-run']);
  return driver === undefined || browser === undefined || display === undefined ? undefined : { driver, browser, display };
};

/** Chromium, installed by apt where that is possible. @returns {Promise<string | undefined>} */
export const ensureChromium = async () => {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('No Chromium found: installing it with apt-get …');
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-qq'], quiet);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], quiet);
  return findChromium();
};
