/**
 * The characters of JIS X 0208: what electronic forms of the pension office and the tax office take (levels 1 and 2,
 * without the additions of NEC and IBM that Shift_JIS as used on Windows has: no circled digits, no U+9AD9).
 */

const LEAD_BYTES: readonly (readonly [number, number])[] = [
  [0x81, 0x9f],
  [0xe0, 0xea],
];
/** Row 13 of the code table: NEC's own. */
const NEC_LEAD = 0x87;
/** Last character of level 2. */
const LAST_PAIR = 0xeaa4;

/** '' for a place of the table without a character. */
const decodePair = (decoder: TextDecoder, lead: number, trail: number): string => {
  try {
    return decoder.decode(Uint8Array.of(lead, trail));
  } catch {
    return '';
  }
};

const decodeTable = (): ReadonlySet<string> => {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const characters = new Set<string>();
  for (const [from, to] of LEAD_BYTES) {
    for (let lead = from; lead <= to; lead += 1) {
      if (lead === NEC_LEAD) continue;
      const lastTrail = lead === LAST_PAIR >> 8 ? LAST_PAIR & 0xff : 0xfc;
      for (let trail = 0x40; trail <= lastTrail; trail += 1) characters.add(decodePair(decoder, lead, trail));
    }
  }
  characters.delete('');
  return characters;
};

let table: ReadonlySet<string> | null = null;

/** ASCII has full-width twins in the table, half-width kana full-width ones, and minus and wave dash two codes. */
const isTaken = (character: string, known: ReadonlySet<string>): boolean =>
  /^[\u0020-\u007e\uff61-\uff9f\u2212\u301c]$/.test(character) || known.has(character);

/** Each character outside, once, in the order of the text; combining marks count on their own. */
export const charactersOutsideForms = (text: string): readonly string[] => {
  table ??= decodeTable();
  const known = table;
  return [...new Set(text)].filter((character) => !isTaken(character, known));
};
