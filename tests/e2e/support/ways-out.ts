/**
 * The ways out that do reach the trap where no policy stands, measured. A way of probe.js that an engine does not have, or
 * does not use without a user's act, is missing in its list: that nothing of it arrives under the policy proves nothing.
 */
export const IN_SERVICE = ['eventsource', 'fetch', 'fontface', 'keepalive', 'post', 'websocket', 'webtransport'];

export const IN_WORKER = [...IN_SERVICE, 'blobfetch', 'blobimport', 'blobscripts', 'import', 'xhr'];

const IN_EVERY_PAGE = [
  ...IN_WORKER,
  'audio',
  'beacon',
  'childleaves',
  'cssfont',
  'cssimage',
  'cssimport',
  'embed',
  'form',
  'frame',
  'icon',
  'image',
  'inlinescript',
  'modulepreload',
  'modulescript',
  'object',
  'prefetch',
  'preload',
  'script',
  'style',
  'svgimage',
  'video',
  'worklet',
];

const ONLY_IN: Readonly<Record<string, readonly string[]>> = { chromium: ['later', 'ping', 'speculation'], firefox: [] };

export const inPage = (project: string): readonly string[] => [...IN_EVERY_PAGE, ...(ONLY_IN[project] ?? [])];

/** What a policy says of these, each place tells itself. */
export const TELLING = ['eval', 'function', 'fetch', 'post', 'ownFetch', 'xhr', 'websocket', 'eventsource', 'import'];
