/** Product tokens, the more particular before those it also carries. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:A|iOS)?\/(\d{1,4})/, 'Edge'],
  [/\bOPR\/(\d{1,4})/, 'Opera'],
  [/\b(?:Firefox|FxiOS)\/(\d{1,4})/, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|Chromium|CriOS)\/(\d{1,4})/, 'Chrome'],
  [/\bVersion\/(\d{1,4})[\d.]* (?:Mobile\/\w+ )?Safari\//, 'Safari'],
];

/** iPads say that they are Macs. */
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:iPhone|iPad|iPod)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/**
 * 'Firefox 153, Linux': name, first number of the version and system, and nothing more of what the browser calls itself; a whole user
 * agent tells devices apart. '?' for what is not known.
 */
export const browserName = (userAgent: string): string => {
  const browser = BROWSERS.map(([pattern, name]) => ({ name, version: pattern.exec(userAgent)?.[1] })).find(({ version }) => version !== undefined);
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '?';
  return browser === undefined ? `?, ${system}` : `${browser.name} ${browser.version}, ${system}`;
};
