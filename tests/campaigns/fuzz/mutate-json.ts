import type { SeededRandom } from '../../support/seeded-random.ts';
import { STRANGE_JSON, STRANGE_NUMBERS, STRANGE_TEXTS } from './strange.data.ts';

/** Bends JSON where it means something: a field, a number, a character of a key, the order, the nesting. */

const B64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Every place in a value, the value itself first. */
const pathsOf = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] => {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...path, key]))];
};

const readAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);

/** A copy with `change` applied to the place. Keys are defined, never assigned: one may be called __proto__. */
const changeAt = (value: unknown, [key, ...rest]: readonly string[], change: (old: unknown) => unknown): unknown => {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item: unknown, at) => (String(at) === key ? changeAt(item, rest, change) : item));
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value)) {
    Object.defineProperty(copy, name, { value: name === key ? changeAt(item, rest, change) : item, enumerable: true, configurable: true, writable: true });
  }
  return copy;
};

const bendText = (random: SeededRandom, text: string, elsewhere: () => unknown): unknown => {
  const at = random.below(text.length + 1);
  switch (random.below(6)) {
    case 0:
      return text.slice(0, at) + random.pick([...B64]) + text.slice(at + 1);
    case 1:
      return text.slice(0, at);
    case 2:
      return text + random.pick(STRANGE_TEXTS);
    case 3:
      return text.slice(0, at) + random.pick(STRANGE_TEXTS) + text.slice(at);
    case 4:
      return random.pick(STRANGE_TEXTS);
    default:
      return elsewhere();
  }
};

const bendObject = (random: SeededRandom, old: object, elsewhere: () => unknown): unknown => {
  const entries = Object.entries(old);
  const at = random.below(entries.length + 1);
  switch (random.below(5)) {
    case 0:
      return Object.fromEntries(entries.toSpliced(at, 1));
    case 1:
      return Object.fromEntries(entries.toReversed());
    case 2:
      return Object.fromEntries([...entries, [random.pick(['x', '__proto__', 'constructor', '0', 'minReader']), elsewhere()]]);
    case 3:
      return entries.map(([, item]) => item);
    default:
      return Object.fromEntries(entries.map(([key, item], n) => (n === at ? [`${key}x`, item] : [key, item])));
  }
};

const bendList = (random: SeededRandom, old: readonly unknown[], elsewhere: () => unknown): unknown => {
  const at = random.below(old.length + 1);
  switch (random.below(5)) {
    case 0:
      return old.toSpliced(at, 1);
    case 1:
      return old.toReversed();
    case 2:
      return old.toSpliced(at, 0, elsewhere());
    case 3:
      return [...old, ...old];
    default:
      return Array.from({ length: random.pick([3, 70, 300]) }, () => old[0] ?? elsewhere());
  }
};

const bendValue = (random: SeededRandom, old: unknown, elsewhere: () => unknown): unknown => {
  if (random.chance(0.12)) return random.pick<unknown>([null, true, false, [], {}, '', random.pick(STRANGE_NUMBERS), random.pick(STRANGE_TEXTS)]);
  if (typeof old === 'string') return bendText(random, old, elsewhere);
  if (typeof old === 'number') return random.pick([random.pick(STRANGE_NUMBERS), old + 1, old - 1, -old, old * 2]);
  if (Array.isArray(old)) return bendList(random, old, elsewhere);
  if (typeof old === 'object' && old !== null) return bendObject(random, old, elsewhere);
  return elsewhere();
};

/** The value bent in one to three places; `others` lend parts. */
export const mutateValue = (random: SeededRandom, value: unknown, others: readonly unknown[]): unknown => {
  let bent = value;
  const times = 1 + random.below(3);
  for (let n = 0; n < times; n += 1) {
    const path = random.pick(pathsOf(bent));
    const elsewhere = (): unknown => {
      const other = random.pick([bent, ...others]);
      return readAt(other, random.pick(pathsOf(other)));
    };
    bent = changeAt(bent, path, (old) => bendValue(random, old, elsewhere));
  }
  return bent;
};

/** JSON text of a bent value; now and then with something in it that no writer would write. */
export const mutateJson = (random: SeededRandom, text: string, others: readonly string[]): string => {
  const parse = (json: string): unknown => JSON.parse(json);
  const bent = JSON.stringify(mutateValue(random, parse(text), others.map(parse))) ?? 'null';
  if (!random.chance(0.1)) return bent;
  const places = [...bent.matchAll(/"[^"\\]*"|-?\d+/g)];
  if (places.length === 0) return bent;
  const place = random.pick(places);
  return bent.slice(0, place.index) + random.pick(STRANGE_JSON) + bent.slice(place.index + place[0].length);
};
