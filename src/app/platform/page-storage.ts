/** localStorage, or one that forgets at once: where a browser refuses storage, even naming it throws. */
export const pageStorage = (page: Window): Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> => {
  try {
    return page.localStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined, key: () => null, length: 0 };
  }
};

export type PageStorage = ReturnType<typeof pageStorage>;
