import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A program with everything it starts, ended together: a browser is several processes, and some outlive the first. */
export interface ProcessGroup {
  /** Last words on its error output. */
  readonly said: () => string;
  readonly isRunning: () => boolean;
  /** Resolves when no process of it is left, so that nothing writes into its folder any more. */
  readonly end: () => Promise<void>;
}

const groups = new Set<ProcessGroup>();

/** What a test left running, also one that was given up while a browser was still starting. */
export const endAll = async (): Promise<void> => {
  await Promise.all([...groups].map((group) => group.end()));
};

/** State and group of a process, out of Linux's own table; the name before them may hold blanks and brackets. */
const stateOf = (id: string): { readonly state: string; readonly group: number } | undefined => {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'latin1');
    const [state = '', , group = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state, group: Number(group) };
  } catch {
    return undefined;
  }
};

/** Zombies do nothing any more: where process 1 does not collect them they stay. */
const isLiving = (group: number): boolean =>
  readdirSync('/proc').some((id) => {
    const found = /^\d+$/.test(id) ? stateOf(id) : undefined;
    return found?.group === group && found.state !== 'Z' && found.state !== 'X';
  });

const untilGone = async (group: number, ms: number): Promise<boolean> => {
  const end = Date.now() + ms;
  while (isLiving(group)) {
    if (Date.now() > end) return false;
    await pause(50);
  }
  return true;
};

const signal = (id: number, name: NodeJS.Signals): void => {
  try {
    process.kill(id, name);
  } catch {
    // Gone in the meantime.
  }
};

/** Starts a program as the head of a process group of its own. */
export const startGroup = (command: string, args: readonly string[], env: NodeJS.ProcessEnv): ProcessGroup => {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env, detached: true });
  let said = '';
  let running = true;
  const stop = (): void => {
    running = false;
  };
  child.once('exit', stop);
  child.once('error', (error) => {
    said += error.message;
    stop();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4000);
  });
  const { pid } = child;
  const atExit = (): void => {
    if (pid !== undefined) signal(-pid, 'SIGKILL');
  };
  process.once('exit', atExit);

  const group: ProcessGroup = {
    said: () => said,
    isRunning: () => running,
    end: async () => {
      if (pid === undefined) return;
      // Asked first, the head alone: the others end when they lose it, and have written what they had to.
      if (isLiving(pid)) signal(pid, 'SIGTERM');
      if (!(await untilGone(pid, 5000))) signal(-pid, 'SIGKILL');
      if (!(await untilGone(pid, 15_000))) throw new Error(`${command} cannot be ended`);
      process.off('exit', atExit);
      groups.delete(group);
    },
  };
  groups.add(group);
  return group;
};
