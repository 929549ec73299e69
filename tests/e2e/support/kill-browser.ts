import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

interface Process {
  readonly pid: number;
  readonly group: number;
  /** A letter of Linux; Z has ended and waits for its parent alone. */
  readonly state: string;
}

/** Of Linux: every process that runs or is about to end. */
const processes = (): readonly Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // pid (name) state parent group: the name may hold spaces and parentheses.
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state = '', , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return [{ pid: Number(name), group: Number(group), state }];
      } catch {
        return [];
      }
    });

const commandOf = ({ pid }: Process): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
};

/** A thread may outlive the first one of its process for as long as it waits for the disk, and holds its files locked. */
const hasEnded = ({ pid, state }: Process): boolean => {
  try {
    return state === 'Z' && readdirSync(`/proc/${pid}/task`).length === 1;
  } catch {
    return true;
  }
};

/** `pid`: negative for a group. */
const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended between the look and the signal.
  }
};

/**
 * SIGKILL to the whole process group of the browser with this profile. Answers when none of it is left: the name of the profile is gone
 * from a dying process long before its locks are.
 */
export const killBrowser = async (profile: string): Promise<void> => {
  const groups = new Set(processes().filter((one) => commandOf(one).includes(profile)).map(({ group }) => group));
  if (groups.size === 0) throw new Error('No browser runs with this profile');
  const left = (): readonly Process[] => processes().filter((one) => (groups.has(one.group) || commandOf(one).includes(profile)) && !hasEnded(one));
  for (const group of groups) kill(-group);
  for (let round = 0; round < 400; round += 1) {
    const alive = left();
    if (alive.length === 0) return;
    for (const { pid } of alive) kill(pid);
    await pause(25);
  }
  throw new Error('The browser does not die');
};
