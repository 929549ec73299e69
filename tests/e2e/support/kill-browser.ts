import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

interface Process {
  readonly pid: number;
  readonly group: number;
}

/** Of Linux: every process whose command line names this folder, which is the test's own. */
const processesOf = (profile: string): readonly Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        if (!readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(profile)) return [];
        // pid (name) state parent group: the name may hold spaces and parentheses.
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return [{ pid: Number(name), group: Number(group) }];
      } catch {
        return [];
      }
    });

/** SIGKILL to the whole process group of the browser with this profile. Answers when none of it is left. */
export const killBrowser = async (profile: string): Promise<void> => {
  const [first] = processesOf(profile);
  if (first === undefined) throw new Error('No browser runs with this profile');
  process.kill(-first.group, 'SIGKILL');
  for (let round = 0; round < 200; round += 1) {
    const left = processesOf(profile);
    if (left.length === 0) return;
    for (const { pid } of left) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It ended between the look and the signal.
      }
    }
    await pause(25);
  }
  throw new Error('The browser does not die');
};
