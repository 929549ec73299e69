import { expect, test } from 'vitest';
import { fileNameText } from '../../../../src/app/models/file-name-text.ts';

test('a name as people give it stands as it is', () => {
  for (const name of ['kinko-20261113-1820.kinko', '控え 2026年11月（会社）.kinko', 'リスト é ü 😀.csv', 'نسخة.kinko', '']) expect(fileNameText(name)).toBe(name);
});

test('what turns the direction of writing, breaks the line or cannot be seen stands as a sign', () => {
  expect(fileNameText('kinko-\u202eexe.okniK')).toBe('kinko-\ufffdexe.okniK');
  for (const sign of ['\u202a', '\u2066', '\u200f', '\u200b', '\ufeff', '\u00ad', '\n', '\r', '\t', '\u0000', '\u007f', '\u2028', '\u{e0041}', '\ue000', '\ud800'])
    expect(fileNameText(`a${sign}b`), sign.codePointAt(0)?.toString(16)).toBe('a\ufffdb');
});

test('a long name is cut in its middle, so that its end is seen; no letter is torn apart', () => {
  const long = fileNameText(`${'あ'.repeat(200)}-20261113.kinko.exe`);
  expect([...long]).toHaveLength(60);
  expect(long).toMatch(/^あ{35}…あ+-20261113\.kinko\.exe$/);
  expect(fileNameText('a'.repeat(60))).toBe('a'.repeat(60));
  expect(fileNameText('𠮷'.repeat(61))).not.toMatch(/\p{Cs}/u);
});
