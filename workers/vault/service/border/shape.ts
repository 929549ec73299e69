/**
 * What arrives from the page is typed there and unknown here: a compromised page can post any structured-clone value under any
 * method name. Every argument is therefore read field by field, once, into a fresh plain value of the expected shape; fields
 * nobody asked for are left behind. Rules of content (a name's length, a check digit) stay with the domain.
 */

/** Reads `value`, or throws `Misshapen`. Never returns the value it was given when that is an object. */
export type Shape<T> = (value: unknown, path: string) => T;

/** Thrown by shapes and caught by the guard: the one place where a refusal unwinds several levels of nesting. */
export interface Misshapen {
  readonly misshapen: string;
}

export const isMisshapen = (cause: unknown): cause is Misshapen =>
  typeof cause === 'object' && cause !== null && 'misshapen' in cause && typeof cause.misshapen === 'string';

const refuse = (path: string): never => {
  // Not an Error: it carries a path and no stack, and it never leaves the guard.
  const misshapen: Misshapen = { misshapen: path };
  throw misshapen;
};

/** 'fields.name', '0.mark': where in the arguments, for the page's author. */
const below = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** At most `most` UTF-16 units. Well-formed or not is for the domain to say. */
export const text =
  (most: number): Shape<string> =>
  (value, path) =>
    typeof value === 'string' && value.length <= most ? value : refuse(path);

/** Text that a predicate accepts: an id, a member of a closed list. */
export const textThat =
  <T extends string>(accepts: (value: string) => value is T): Shape<T> =>
  (value, path) =>
    typeof value === 'string' && accepts(value) ? value : refuse(path);

export const oneOf =
  <const T extends string>(values: readonly T[]): Shape<T> =>
  (value, path) =>
    values.find((one) => one === value) ?? refuse(path);

export const flag: Shape<boolean> = (value, path) => (typeof value === 'boolean' ? value : refuse(path));

/** Safe integer from `least` to `most`. */
export const count =
  (least: number, most: number = Number.MAX_SAFE_INTEGER): Shape<number> =>
  (value, path) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most ? value : refuse(path);

export const nullable =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value, path) =>
    value === null ? null : shape(value, path);

export const list =
  <T>(item: Shape<T>, most: number): Shape<readonly T[]> =>
  (value, path) => {
    if (!Array.isArray(value) || value.length > most) return refuse(path);
    const items: T[] = [];
    // By index: a sparse array reads as undefined and is refused by the item's shape.
    for (let index = 0; index < value.length; index += 1) items.push(item(value[index], below(path, String(index))));
    return items;
  };

type Shapes<T> = { readonly [K in keyof T]-?: Shape<T[K]> };

const read = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** Exactly the named fields, all required. */
export const record =
  <T extends object>(shapes: Shapes<T>): Shape<T> =>
  (value, path) => {
    if (!isRecord(value)) return refuse(path);
    const fields: [string, unknown][] = Object.entries<Shape<unknown>>(shapes).map(([key, shape]) => [
      key,
      shape(read(value, key), below(path, key)),
    ]);
    // Each field was read by the shape of its own name.
    return Object.fromEntries(fields) as T;
  };

/** The named fields, each of which may be missing. */
export const partial =
  <T extends object>(shapes: { readonly [K in keyof T]-?: Shape<Exclude<T[K], undefined>> }): Shape<T> =>
  (value, path) => {
    if (!isRecord(value)) return refuse(path);
    const fields: [string, unknown][] = [];
    for (const [key, shape] of Object.entries<Shape<unknown>>(shapes)) {
      const found = read(value, key);
      if (found !== undefined) fields.push([key, shape(found, below(path, key))]);
    }
    return Object.fromEntries(fields) as T;
  };

/** A dictionary of texts: at most `most` entries, keys up to 64 characters of a-z, A-Z, 0-9, '.', '-' and '_'. */
export const dictionary =
  (most: number, value: Shape<string>): Shape<Readonly<Record<string, string>>> =>
  (given, path) => {
    if (!isRecord(given)) return refuse(path);
    const entries = Object.entries(given);
    if (entries.length > most) return refuse(path);
    return Object.fromEntries(
      entries.map(([key, item]) => {
        if (key === '__proto__' || !/^[A-Za-z0-9._-]{1,64}$/.test(key)) refuse(path);
        return [key, value(item, below(path, key))];
      }),
    );
  };

/** Values of a platform class that came over by structured clone, kept as they are. */
export const instance =
  <T>(accepts: (value: unknown) => value is T): Shape<T> =>
  (value, path) =>
    accepts(value) ? value : refuse(path);

/** Argument lists. The number of arguments must be exact: nothing is passed on unread. */
export const noArguments: Shape<[]> = (value) => (Array.isArray(value) && value.length === 0 ? [] : refuse('arguments'));

export const oneArgument =
  <T>(shape: Shape<T>): Shape<[T]> =>
  (value) =>
    Array.isArray(value) && value.length === 1 ? [shape(value[0], '')] : refuse('arguments');

/** One shape of an argument list for every method of an interface. */
export type ArgumentShapes<Api> = {
  readonly [K in keyof Api]: Api[K] extends (...given: infer Given) => unknown ? Shape<Given> : never;
};
