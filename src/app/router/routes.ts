import type { Messages } from '../../i18n/messages.ts';

/** Who may stand there: `closed` before a vault is open, `open` after, `both` at any time. */
export type Access = 'closed' | 'open' | 'both';

/** Places of the main navigation. */
export const NAV = ['home', 'persons', 'records', 'copies', 'settings'] as const;
export type NavId = (typeof NAV)[number];

interface RouteSpec {
  readonly path: string;
  readonly title: keyof Messages['titles'];
  readonly access: Access;
  /** True: the path may end in an ordinal of this session (see ordinals.ts), never in an id or a name. */
  readonly ordinal: boolean;
  /** The entry of the main navigation it belongs to. */
  readonly nav: NavId | null;
}

const closed = (path: string, title: RouteSpec['title']): RouteSpec => ({ path, title, access: 'closed', ordinal: false, nav: null });
const open = (path: string, title: RouteSpec['title'], nav: NavId): RouteSpec => ({ path, title, access: 'open', ordinal: false, nav });
const both = (path: string, title: RouteSpec['title'], nav: NavId): RouteSpec => ({ path, title, access: 'both', ordinal: false, nav });
const numbered = (path: string, title: RouteSpec['title'], nav: NavId): RouteSpec => ({ path, title, access: 'open', ordinal: true, nav });

/**
 * Every screen of the app. To add one: a line here, a title in i18n `titles`, a loader in ui/routes/screens.ts.
 * Addresses stay in the browser's history on the disk, so they carry no name and no id.
 */
export const ROUTES = {
  first: closed('', 'first'),
  create: closed('create', 'create'),
  restore: both('restore', 'restore', 'copies'),
  unlock: closed('unlock', 'unlock'),
  recover: closed('recover', 'recover'),
  home: open('home', 'home', 'home'),
  persons: open('persons', 'persons', 'persons'),
  person: numbered('person', 'person', 'persons'),
  register: open('register', 'register', 'persons'),
  edit: numbered('edit', 'edit', 'persons'),
  import: open('import', 'import', 'persons'),
  printPersons: open('print-persons', 'printPersons', 'persons'),
  records: open('records', 'records', 'records'),
  verify: open('verify', 'verify', 'records'),
  checkpoint: open('checkpoint', 'checkpoint', 'records'),
  printRecords: open('print-records', 'printRecords', 'records'),
  copies: open('copies', 'copies', 'copies'),
  printLabel: open('print-label', 'printLabel', 'copies'),
  settings: open('settings', 'settings', 'settings'),
  password: open('password', 'password', 'settings'),
  kit: open('kit', 'kit', 'settings'),
  rehearse: open('rehearse', 'rehearse', 'settings'),
  leak: open('leak', 'leak', 'settings'),
  system: open('system', 'system', 'settings'),
  erase: both('erase', 'erase', 'settings'),
  diagnosis: both('diagnosis', 'diagnosis', 'settings'),
  /** The ordinal is the place of a topic in its list, the same in every session. */
  help: { ...both('help', 'help', 'settings'), ordinal: true },
};

export type RouteId = keyof typeof ROUTES;

export interface Place {
  readonly id: RouteId;
  /** The ordinal, null where the route takes none or it is missing. */
  readonly no: number | null;
}

const IDS = Object.keys(ROUTES).filter((id): id is RouteId => Object.hasOwn(ROUTES, id));

/** '#/person/3' to a place; null for an address that is none of ours. */
export const parseHash = (hash: string): Place | null => {
  const [path = '', no, ...rest] = hash.replace(/^#\/?/, '').split('/');
  const id = IDS.find((one) => ROUTES[one].path === path);
  if (id === undefined || rest.length > 0) return null;
  if (no === undefined) return { id, no: null };
  return ROUTES[id].ordinal && /^[1-9][0-9]{0,6}$/.test(no) ? { id, no: Number(no) } : null;
};

/** The address of a screen, for links: `hrefTo('persons')`, `hrefTo('person', ordinals.of(id))`. */
export const hrefTo = (id: RouteId, no?: number): string => {
  const { path, ordinal } = ROUTES[id];
  return ordinal && no !== undefined ? `#/${path}/${no}` : `#/${path}`;
};

export const samePlace = (a: Place, b: Place): boolean => a.id === b.id && a.no === b.no;
