import { describe, expect, it } from 'vitest';
import { charactersOutsideForms } from '../../../src/core/formats/jis-x-0208.ts';

describe('charactersOutsideForms', () => {
  it.each([
    ['髙橋　美咲', ['髙']],
    ['山﨑　さくら', ['﨑']],
    ['\u{20bb7}田　茂', ['\u{20bb7}']],
    ['渡邉 健', []],
    ['グエン・ヴァン・アン', []],
    ['MARIA SANTOS CRUZ', []],
    ['ﾜﾀﾅﾍﾞ ｹﾝ', []],
    ['①㈱Ⅳ', ['①', '㈱', 'Ⅳ']],
    ['José', ['é']],
    ['髙髙﨑', ['髙', '﨑']],
    ['渡邉\n\t健\ufffd', ['\n', '\t', '\ufffd']],
    // Its last two characters, by code.
    ['凜熙', []],
    ['西新宿２－８−１〜～', []],
  ])('%s', (text, outside) => {
    expect(charactersOutsideForms(text)).toEqual(outside);
  });

  it('knows exactly the 6,879 characters of the standard', () => {
    let count = 0;
    for (let code = 0xa0; code <= 0xffff; code += 1) {
      const character = String.fromCharCode(code);
      const halfWidthKana = code >= 0xff61 && code <= 0xff9f;
      const twin = code === 0x2212 || code === 0x301c;
      if (!halfWidthKana && !twin && charactersOutsideForms(character).length === 0) count += 1;
    }
    // The backslash of the table is decoded to U+FF3C, so nothing of it falls below U+00A0.
    expect(count).toBe(6879);
  });
});
