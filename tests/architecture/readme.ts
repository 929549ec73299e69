/** What README.md says, in parts that can be held against the project. */

export interface Row {
  readonly cells: readonly string[];
  /** The nearest heading above, without its marks. */
  readonly section: string;
}

/** Every row of every table but headers and rules. */
export const rowsOf = (text: string): readonly Row[] => {
  const rows: Row[] = [];
  let section = '';
  let inTable = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) section = line.replace(/^#+ /, '');
    if (!line.startsWith('|')) {
      inTable = false;
      continue;
    }
    if (inTable && !/^\|[-|]+\|$/.test(line)) rows.push({ section, cells: line.slice(1, -1).split(' | ').map((cell) => cell.trim()) });
    inTable = true;
  }
  return rows;
};

/** Texts in backticks, fenced blocks left out. */
export const codeIn = (text: string): readonly string[] =>
  [...text.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');

/** Names of npm scripts: "npm start", "npm test", "npm run NAME". */
export const scriptsIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\bnpm (?:run ([a-z:-]+)|(start|test))\b/g)].map((match) => match[1] ?? match[2] ?? ''));

const TOP = /^(?:src|workers|tests|public|\.ci)\//;
const TOP_FILES: ReadonlySet<string> = new Set(['src', 'workers', 'tests', 'public', 'index.html', 'package.json', 'package-lock.json', 'LICENSE']);

/** Whatever names a file or folder of the project: in backticks, as an argument of a command, or as a link. */
export const pathsIn = (text: string): ReadonlySet<string> => {
  const words = codeIn(text).flatMap((code) => code.split(' '));
  const links = [...text.matchAll(/\]\(([^)#]+)\)/g)].map((match) => match[1] ?? '');
  const named = [...words.filter((word) => TOP.test(word) || TOP_FILES.has(word)), ...links.filter((link) => !/^https?:/.test(link))];
  return new Set(named.filter((word) => !/[*<>]/.test(word)));
};
