import { spawn } from 'node:child_process';

/** Ends a program and all it has started: a worker of a test runner that goes round in a circle hears nothing else. @param {number | undefined} pid */
const endAll = (pid) => {
  try {
    if (pid !== undefined) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
};

/**
 * Runs a program with its output streamed through.
 * @param {string} command @param {readonly string[]} arguments_ @param {import('node:child_process').SpawnOptions} [options]
 * @param {number} [minutes] after which it is ended, with a line that says so; without, it may take as long as it likes
 * @returns {Promise<number>} exit code; 127 when it could not be started, 1 when a signal ended it
 */
export const run = (command, arguments_, options = {}, minutes) =>
  new Promise((resolve) => {
    // Of its own group, so that one signal ends all of it; what ends this program then has to be passed on.
    const child = spawn(command, arguments_, { stdio: 'inherit', detached: minutes !== undefined && process.platform !== 'win32', ...options });
    const passOn = () => {
      endAll(child.pid);
      process.exit(1);
    };
    const late = () => {
      console.error(`${arguments_[0] ?? command}: not at its end after ${minutes} minutes, ended.`);
      endAll(child.pid);
    };
    const clock = minutes === undefined ? undefined : setTimeout(late, minutes * 60_000);
    if (minutes !== undefined) for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, passOn);
    const done = (/** @type {number} */ code) => {
      clearTimeout(clock);
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeListener(signal, passOn);
      resolve(code);
    };
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      done(127);
    });
    child.once('exit', (code) => done(code ?? 1));
  });

/**
 * Runs a package's own program with this Node.
 * @param {string} script path from the root @param {readonly string[]} arguments_ @param {import('node:child_process').SpawnOptions} options
 * @param {number} [minutes] as of `run`
 */
export const runScript = (script, arguments_, options, minutes) => run(process.execPath, [script, ...arguments_], options, minutes);
