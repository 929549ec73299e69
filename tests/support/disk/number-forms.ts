/**
 * Every form in which twelve digits could lie on a disk or in a file, as byte strings to search for.
 * A form shorter than five bytes would be found by chance in megabytes of ciphertext, so none is.
 */
export interface NumberForm {
  readonly name: string;
  readonly bytes: Buffer;
}

const textForms = (digits: string): Readonly<Record<string, string>> => {
  const groups = [digits.slice(0, 4), digits.slice(4, 8), digits.slice(8)];
  const wide = [...digits].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join('');
  return {
    plain: digits,
    hyphens: groups.join('-'),
    spaces: groups.join(' '),
    noBreakSpaces: groups.join('\u00a0'),
    wideSpaces: groups.join('\u3000'),
    dots: [...digits].join('.'),
    commas: Number(digits).toLocaleString('en-US'),
    jsonDigits: [...digits].join(','),
    jsonStrings: `["${groups.join('","')}"]`,
    fullWidth: wide,
    reversed: [...digits].toReversed().join(''),
    hex: Buffer.from(digits).toString('hex'),
    hexOfValue: BigInt(digits).toString(16),
    base36: BigInt(digits).toString(36),
    exponent: Number(digits).toExponential(),
  };
};

const binaryForms = (digits: string): Readonly<Record<string, Buffer>> => {
  const value = BigInt(digits);
  const forms: Record<string, Buffer> = {};
  const le = Buffer.alloc(8);
  le.writeBigUInt64LE(value);
  forms['uint64 little'] = le;
  // The leading zero bytes are dropped: they would also match unaligned zeros.
  const be = Buffer.alloc(8);
  be.writeBigUInt64BE(value);
  forms['uint64 big'] = be.subarray(be.findIndex((b) => b !== 0));
  const doubleLe = Buffer.alloc(8);
  doubleLe.writeDoubleLE(Number(value));
  forms['double little'] = doubleLe;
  const doubleBe = Buffer.alloc(8);
  doubleBe.writeDoubleBE(Number(value));
  forms['double big'] = doubleBe;
  forms['binary coded decimal'] = Buffer.from(digits, 'hex');
  forms['one byte a digit'] = Buffer.from([...digits].map(Number));
  const varint: number[] = [];
  for (let rest = value; rest > 0n; rest >>= 7n) varint.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
  forms['varint'] = Buffer.from(varint);
  return forms;
};

/** The part of a base64 text that does not depend on what stands before and after, for each of the three alignments. */
const base64Cores = (bytes: Buffer): readonly string[] =>
  [0, 1, 2].map((lead) => {
    const text = Buffer.concat([Buffer.alloc(lead), bytes, Buffer.alloc(2)]).toString('base64');
    const from = Math.ceil((lead * 8) / 6);
    const to = Math.floor(((lead + bytes.length) * 8) / 6);
    return text.slice(from, to);
  });

/** All forms of one 12-digit number. Hashes are left out on purpose here: see `hashForms`. */
export const numberForms = (digits: string): readonly NumberForm[] => {
  const forms: NumberForm[] = [];
  const add = (name: string, bytes: Buffer): void => {
    if (bytes.length >= 5) forms.push({ name, bytes });
  };
  for (const [name, text] of Object.entries(textForms(digits))) {
    for (const encoding of ['utf8', 'utf16le'] as const) {
      const bytes = Buffer.from(text, encoding);
      add(`${name}, ${encoding}`, bytes);
      if (encoding === 'utf16le') add(`${name}, utf16be`, Buffer.from(bytes).swap16());
      if (name === 'plain' || name === 'hyphens') {
        for (const [at, core] of base64Cores(bytes).entries()) {
          add(`${name}, ${encoding}, base64 +${at}`, Buffer.from(core));
          add(`${name}, ${encoding}, base64 +${at}, utf16le`, Buffer.from(core, 'utf16le'));
        }
      }
    }
  }
  for (const [name, bytes] of Object.entries(binaryForms(digits))) add(name, bytes);
  return forms;
};
