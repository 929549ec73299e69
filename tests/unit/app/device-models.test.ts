import { expect, test } from 'vitest';
import { createLanguageModel } from '../../../src/app/models/language-model.ts';
import { createPersistModel } from '../../../src/app/models/persist-model.ts';
import { createSchemeModel } from '../../../src/app/models/scheme-model.ts';
import { createTextSizeModel } from '../../../src/app/models/text-size-model.ts';
import { createMarkStore } from '../../../src/app/platform/marks.ts';
import { pageStorage } from '../../../src/app/platform/page-storage.ts';
import { createPreferences } from '../../../src/app/platform/preferences.ts';
import { startEn as en } from '../../../src/i18n/start-en.ts';
import { startJa as ja } from '../../../src/i18n/start-ja.ts';

const storageOf = (entries: Record<string, string> = {}) => {
  const map = new Map(Object.entries(entries));
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
    key: (at: number) => [...map.keys()][at] ?? null,
    get length() {
      return map.size;
    },
  };
};
const refusing = {
  getItem: () => {
    throw new Error('SecurityError');
  },
  setItem: () => {
    throw new Error('QuotaExceededError');
  },
  removeItem: () => {
    throw new Error('SecurityError');
  },
  key: () => {
    throw new Error('SecurityError');
  },
  length: 1,
};

test('marks are kept by store, read back whole, and apart from other keys', () => {
  const storage = storageOf({ 'kinko-language': 'en', other: 'x' });
  const marks = createMarkStore(storage);
  marks.keep({ storeId: 'a', mark: '{"size":1}' });
  marks.keep({ storeId: 'b', mark: '{"size":2}' });
  marks.keep({ storeId: 'a', mark: '{"size":3}' });
  expect(marks.list()).toEqual([
    { storeId: 'a', mark: '{"size":3}' },
    { storeId: 'b', mark: '{"size":2}' },
  ]);
  marks.drop('a');
  expect(marks.list()).toEqual([{ storeId: 'b', mark: '{"size":2}' }]);
});

test('a storage that refuses stops nothing', () => {
  const marks = createMarkStore(refusing);
  marks.keep({ storeId: 'a', mark: 'x' });
  marks.drop('a');
  expect(marks.list()).toEqual([]);
  const preferences = createPreferences(refusing);
  preferences.set('language', 'en');
  expect(preferences.get('language')).toBeNull();
});

test('a page without storage gets one that forgets', () => {
  const page = {
    get localStorage(): Storage {
      throw new Error('SecurityError');
    },
  };
  const storage = pageStorage(page as unknown as Window);
  storage.setItem('a', 'b');
  expect([storage.getItem('a'), storage.key(0), storage.length]).toEqual([null, null, 0]);
});

test('the language is chosen, told to the page, and remembered; a catalogue that does not load changes nothing', async () => {
  const preferences = createPreferences(storageOf());
  const page = { lang: 'ja' };
  const model = createLanguageModel({ preferences, loadEnglish: async () => en, page });
  await model.choose('en');
  expect([model.words.value.shell.closeVault, page.lang, preferences.get('language')]).toEqual([en.shell.closeVault, 'en', 'en']);
  await model.choose('ja');
  expect([model.words.value, page.lang]).toEqual([ja, 'ja']);

  const offline = createLanguageModel({ preferences, loadEnglish: () => Promise.reject(new Error('offline')), page });
  await offline.choose('en');
  expect([offline.language.value, page.lang, preferences.get('language')]).toEqual(['ja', 'ja', 'ja']);
});

test('the text size is read back at the next start, and nonsense is the normal size', () => {
  const storage = storageOf({ 'kinko-text-size': 'enormous' });
  const page: { textSize?: string } = {};
  const model = createTextSizeModel({ preferences: createPreferences(storage), page });
  expect([model.size.value, page.textSize]).toEqual(['normal', 'normal']);
  model.choose('larger');
  expect(createTextSizeModel({ preferences: createPreferences(storage), page }).size.value).toBe('larger');
});

test('the colours follow the device until one is chosen, and the choice is read back', () => {
  const storage = storageOf({ 'kinko-scheme': 'purple' });
  const page: { scheme?: string } = {};
  let changed: () => void = () => undefined;
  const dark = { matches: true, addEventListener: (_: string, listener: () => void) => (changed = listener) };
  const start = () => createSchemeModel({ preferences: createPreferences(storage), page, dark: dark as unknown as MediaQueryList });
  const model = start();
  expect([model.scheme.value, page.scheme]).toEqual(['auto', 'dark']);
  dark.matches = false;
  changed();
  expect(page.scheme).toBe('light');
  model.choose('dark');
  changed();
  expect(page.scheme).toBe('dark');
  expect(start().scheme.value).toBe('dark');
});

test.each([
  [true, 'granted'],
  [false, 'refused'],
] as const)('the browser answers %s: %s', async (granted, answer) => {
  const model = createPersistModel({ persist: async () => granted, persisted: async () => granted } as unknown as StorageManager);
  expect(model.answer.value).toBe('unknown');
  expect(await model.ask()).toBe(answer);
});

test('while the browser asks the user, that is what is shown', async () => {
  let decide: (granted: boolean) => void = () => undefined;
  const persist = () => new Promise<boolean>((settle) => (decide = settle));
  const model = createPersistModel({ persist, persisted: async () => false } as unknown as StorageManager);
  const answer = model.ask();
  expect([model.asking.value, model.answer.value]).toEqual([true, 'unknown']);
  decide(true);
  expect(await answer).toBe('granted');
  expect(model.asking.value).toBe(false);
});

test('not having been granted says nothing about having been asked', async () => {
  const model = createPersistModel({ persist: async () => false, persisted: async () => false } as unknown as StorageManager);
  await model.check();
  expect(model.answer.value).toBe('unknown');
});

test('a browser without the promise says so', async () => {
  const model = createPersistModel(undefined);
  expect(await model.ask()).toBe('unsupported');
});
