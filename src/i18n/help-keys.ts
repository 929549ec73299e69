/** Keys as the help tells them: named as `KeyboardEvent.key` names them, joined by '+' when pressed together. 'Any': whichever. */
export type HelpKey =
  | 'Tab'
  | 'Shift+Tab'
  | 'Enter'
  | 'Space'
  | 'Escape'
  | 'ArrowUp'
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'PageUp'
  | 'PageDown'
  | 'Home'
  | 'End'
  | 'Backspace'
  | 'CapsLock'
  | 'Ctrl+P'
  | 'Any';

/** What stands on the key itself, in every language. */
export const KEY_CAPS = {
  Tab: 'Tab',
  Enter: 'Enter',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
  Home: 'Home',
  End: 'End',
  Backspace: 'Backspace',
  CapsLock: 'Caps Lock',
} as const satisfies Readonly<Partial<Record<HelpKey, string>>>;

/**
 * What keys do, place by place, in the order of the help. tests/architecture/keys.test.ts holds it to the code: a key that is handled
 * and not told here, or told and not handled, is found there.
 */
export const KEY_PLACES = {
  everywhere: { move: ['Tab', 'Shift+Tab'], press: ['Enter', 'Space'], skip: ['Tab', 'Enter'] },
  field: { send: ['Enter'] },
  choice: { change: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], tick: ['Space'] },
  question: { leave: ['Escape'], stay: ['Any'] },
  personSearch: { toList: ['ArrowDown'], clear: ['Escape'] },
  personList: { row: ['ArrowUp', 'ArrowDown'], rows: ['PageUp', 'PageDown'], ends: ['Home', 'End'], open: ['Enter'] },
  personFinder: { offer: ['ArrowUp', 'ArrowDown'], take: ['Enter'], close: ['Escape'] },
  password: { caps: ['CapsLock'] },
  code: { back: ['Backspace'] },
  print: { print: ['Ctrl+P'] },
  helpSearch: { clear: ['Escape'] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly HelpKey[]>>>>;

export type KeyPlace = keyof typeof KEY_PLACES;

/** Words for each place, and for each thing its keys do. */
export interface HelpKeyTexts {
  readonly title: string;
  readonly names: Readonly<Record<HelpKey, string>>;
  readonly places: { readonly [P in KeyPlace]: { readonly where: string; readonly does: Readonly<Record<keyof (typeof KEY_PLACES)[P], string>> } };
}

export interface ToldKeys {
  readonly keys: readonly HelpKey[];
  readonly what: string;
}

/** Place by place, as one reads it. */
export const toldKeys = ({ places }: Pick<HelpKeyTexts, 'places'>): readonly { readonly where: string; readonly rows: readonly ToldKeys[] }[] => {
  const keysOf: Readonly<Record<string, Readonly<Record<string, readonly HelpKey[]>>>> = KEY_PLACES;
  return Object.entries(places).map(([place, { where, does }]) => ({
    where,
    rows: Object.entries(does).map(([act, what]) => ({ keys: keysOf[place]?.[act] ?? [], what })),
  }));
};
