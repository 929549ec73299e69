import './icon.css';

/** Strokes on a 24 px grid. An icon never stands alone: the word beside it carries the meaning. */
const STROKES = {
  home: 'M3 11 12 4l9 7v9a1 1 0 0 1-1 1h-5v-6H9v6H4a1 1 0 0 1-1-1z',
  people: 'M9 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21c0-4 3-7 7-7s7 3 7 7M16 4.5a4 4 0 0 1 0 7M18 14.5c2.4.800 4 3.2 4 6.5',
  record: 'M6 3h12v18H6zM9 8h6M9 12h6M9 16h4',
  copy: 'M4 7h16v13H4zM4 7l2-4h12l2 4M9 12h6',
  settings: 'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM12 2v4M12 18v4M2 12h4M18 12h4M5 5l3 3M16 16l3 3M19 5l-3 3M8 16l-3 3',
  lock: 'M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4M12 15v2',
  key: 'M8 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 12h9M18 12v4M21 12v3',
  plus: 'M12 5v14M5 12h14',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  upload: 'M12 16V4M7 9l5-5 5 5M4 16v4h16v-4',
  download: 'M12 4v12M7 11l5 5 5-5M4 16v4h16v-4',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 21 21',
  edit: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  eyeOff: 'M4 4l16 16M9.5 5.3A10 10 0 0 1 12 5c6 0 10 7 10 7a17 17 0 0 1-3 3.6M6 7.5A17 17 0 0 0 2 12s4 7 10 7a9.5 9.5 0 0 0 4-.9',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6 6 18',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8v.01',
  triangle: 'M12 4 2.5 20h19zM12 10v4M12 17v.01',
  octagon: 'M8.5 3h7L21 8.5v7L15.5 21h-7L3 15.5v-7zM12 8v5M12 16v.01',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2',
  back: 'M19 12H5M11 6l-6 6 6 6',
  next: 'M5 12h14M13 6l6 6-6 6',
  down: 'M6 9l6 6 6-6',
  circle: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z',
  share: 'M12 15V3M8 7l4-4 4 4M6 11H4v10h16V11h-2',
  shop: 'M4 11v10h16V11M3 9l2-5h14l2 5a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0zM10 21v-5h4v5',
  badge: 'M5 6h14v15H5zM10 6V3h4v3M12 15a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM9 18.5c.6-1 1.700-1.500 3-1.500s2.400.5 3 1.500',
  pay: 'M3 6h18v12H3zM3 10h18M7 14h4',
  device: 'M3 5h18v11H3zM8 20h8M12 16v4',
} as const;

export type IconName = keyof typeof STROKES;

export const Icon = ({ name, small = false }: { readonly name: IconName; readonly small?: boolean | undefined }) => (
  <svg class={small ? 'icon icon--small' : 'icon'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={STROKES[name]} />
  </svg>
);

/** The sign of the app: a storehouse with a keyhole. Two tones of whatever it stands on. */
export const Sign = () => (
  <svg class="sign" viewBox="0 0 34 34" aria-hidden="true" focusable="false">
    <path class="sign__roof" d="M3 13 17 4l14 9v3H3z" />
    <path class="sign__roof" d="M6 17h22v13H6z" />
    <path class="sign__door" d="M13 20h8v10h-8z" />
    <circle class="sign__hole" cx="17" cy="24" r="1.8" />
    <path class="sign__slot" d="M17 25v3" />
  </svg>
);
