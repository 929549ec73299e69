// tests/vectors/log-v1/entries.json: single lines, which parse or not.
import { b64u, leafOf, makeExample } from './parts.mjs';

export const entryVectors = () => {
  const { write } = makeExample();
  const lines = write().filter((line) => line.startsWith('['));
  const good = lines[4];
  const values = JSON.parse(good);
  const hash = values[4];
  const other = `A${values[2].slice(1)}` === values[2] ? `B${values[2].slice(1)}` : `A${values[2].slice(1)}`;
  const bent = (at, value) => JSON.stringify(values.with(at, value));
  const padded = (length) => bent(14, 'b'.repeat(12 + length - good.length));
  const pass = [
    ...lines.map((line, at) => [`entry ${at} of the example`, line]),
    ['480 bytes', padded(480)],
    ['unknown action and codes', JSON.stringify(values.with(8, 'teleport').with(10, ['x', 'y:z=1/2+3.4_5-6']))],
    ['no state, no build', JSON.stringify(values.with(11, '').with(14, ''))],
    ['last moment of a date', bent(5, 8_640_000_000_000_000)],
    ['eleven and thirteen digits in a code', bent(10, ['12345678901', '1234567890123'])],
    ['attachments and seen logs', JSON.stringify(values.with(12, [['note', hash]]).with(13, [[other, 1, hash]]))],
  ];
  const fail = [
    ['481 bytes', padded(481)],
    ['empty', ''],
    ['white space before', ` ${good}`],
    ['white space within', good.replace(',', ', ')],
    ['white space behind', `${good} `],
    ['number spelt otherwise', good.replace(',4,', ',4.0,')],
    ['escaped character', good.replace('"reveal"', '"\\u0072eveal"')],
    ['object', JSON.stringify(Object.fromEntries(values.entries()))],
    ['field missing', JSON.stringify(values.slice(0, -1))],
    ['field too many', JSON.stringify([...values, ''])],
    ['other domain', bent(0, 'kinko-log/2')],
    ['short vaultId', bent(1, values[1].slice(1))],
    ['padding in an id', bent(2, `${values[2].slice(1)}=`)],
    ['negative seq', bent(3, -1)],
    ['unsafe seq', bent(3, 2 ** 53)],
    ['seq as text', bent(3, '4')],
    ['prev at seq 0', bent(3, 0)],
    ['no prev after seq 0', bent(4, '')],
    ['unused bits in prev', bent(4, `${'A'.repeat(42)}B`)],
    ['fraction of a millisecond', bent(5, 1.5)],
    ['beyond the last moment of a date', bent(5, 8_640_000_000_000_001)],
    ['no actor', bent(6, '')],
    ['table version 0', bent(7, 0)],
    ['no action', bent(8, '')],
    ['action beyond the characters allowed', bent(8, '表示')],
    ['subject that is no id', bent(9, 'somebody')],
    ['codes not a list', bent(10, 'reason:inquiry')],
    ['empty code', bent(10, [''])],
    ['code with a space', bent(10, ['a b'])],
    ['twelve digits in a code', bent(10, ['n:900000000018'])],
    ['state that is no hash', bent(11, 'x')],
    ['attachment without hash', bent(12, [['note']])],
    ['attachment without kind', bent(12, [['', hash]])],
    ['seen log of size 0', bent(13, [[other, 0, hash]])],
    ['seen log is the log itself', bent(13, [[values[2], 1, hash]])],
    ['build with a space', bent(14, 'a b')],
  ];
  return {
    pass: pass.map(([name, line]) => ({ name, line, leaf: b64u(leafOf(line)) })),
    fail: fail.map(([name, line]) => ({ name, line })),
  };
};
