import { expect, test } from 'vitest';
import { browserName } from '../../../../src/core/domain/diagnosis/browser-name.ts';

test('name, first number of the version and system; nothing else of what a browser calls itself', () => {
  const agents = {
    'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0': 'Firefox 153, Linux',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36': 'Chrome 156, Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0.3351.65': 'Edge 156, Windows',
    'Mozilla/5.0 (Linux; Android 16; SM-T870 Build/UP1A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.7204.63 Safari/537.36': 'Chrome 156, Android',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/27.0 Safari/605.1.15': 'Safari 27, macOS',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1': 'Safari 19, iOS',
    'Sato Hanako 900000000010': '?, ?',
    '': '?, ?',
  };
  for (const [agent, name] of Object.entries(agents)) expect(browserName(agent)).toBe(name);
});
