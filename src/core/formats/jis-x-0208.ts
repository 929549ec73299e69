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

const LINE_END = 0x0a;
/** What a decoder writes where it knows no character. */
const UNKNOWN = '\ufffd';
/** ASCII has full-width twins in the table, half-width kana full-width ones, and minus and wave dash two codes. */
const TWINS: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xff61, 0xff9f],
  [0x2212, 0x2212],
  [0x301c, 0x301c],
];

/** All that is taken. The platform knows the table: it reads a text of all places, a line for each. */
const decodeTable = (): ReadonlySet<string> => {
  const pairs: number[] = [];
  for (const [from, to] of LEAD_BYTES) {
    for (let lead = from; lead <= to; lead += 1) {
      if (lead === NEC_LEAD) continue;
      for (let trail = 0x40; trail <= 0xfc; trail += 1) pairs.push(lead, trail, LINE_END);
    }
  }
  const places = new TextDecoder('shift_jis').decode(Uint8Array.from(pairs)).split('\n');
  // At a place without a character, what stands for none may be followed by the second byte.
  const characters = new Set(places.filter((place) => !place.includes(UNKNOWN)));
  for (const [from, to] of TWINS) for (let code = from; code <= to; code += 1) characters.add(String.fromCharCode(code));
  return characters;
};

let table: ReadonlySet<string> | null = null;

/** Each character outside, once, in the order of the text; combining marks count on their own. */
export const charactersOutsideForms = (text: string): readonly string[] => {
  table ??= decodeTable();
  const known = table;
  const outside = new Set<string>();
  for (const character of text) if (!known.has(character)) outside.add(character);
  return [...outside];
};
