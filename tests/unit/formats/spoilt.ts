type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const INSTEAD: readonly Json[] = [null, true, 0.5, -1, 2 ** 53, '\u0001', [], {}];

/** Same kind of value, and one that may well be allowed there. */
const mayStand = (old: Json, instead: Json): boolean =>
  (typeof old === 'boolean' && typeof instead === 'boolean') || (Array.isArray(old) && Array.isArray(instead));

const shape = (value: Json): string => JSON.stringify(value).slice(0, 40);

/**
 * Each document that differs from `whole` in one place: another kind of value there, a number that counts nothing, a text with a control
 * character, a field or an item too many, the last field gone. No strict format takes any of them.
 */
export const spoilt = (whole: Json, at = ''): readonly (readonly [where: string, document: Json])[] => {
  const here = INSTEAD.filter((instead) => !mayStand(whole, instead)).map((instead) => [`${at}: ${shape(instead)}`, instead] as const);
  if (typeof whole !== 'object' || whole === null) return here;
  if (Array.isArray(whole)) {
    const items = whole as readonly Json[];
    const inside = items.flatMap((item, index) => spoilt(item, `${at}[${index}]`).map(([where, instead]) => [where, items.with(index, instead)] as const));
    return [...here, ...inside, [`${at}[${items.length}]: null`, [...items, null]]];
  }
  const fields = Object.entries(whole as Readonly<Record<string, Json>>);
  const inside = fields.flatMap(([key, field], index) =>
    spoilt(field, `${at}.${key}`).map(([where, instead]) => [where, Object.fromEntries(fields.with(index, [key, instead]))] as const),
  );
  return [...here, ...inside, [`${at}.more: 1`, { ...whole, more: 1 }], [`${at}: cut`, Object.fromEntries(fields.slice(0, -1))]];
};
