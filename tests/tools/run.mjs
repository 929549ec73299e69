import { spawn } from 'node:child_process';

/**
 * Runs a program with its output streamed through.
 * @param {string} command @param {readonly string[]} arguments_ @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} exit code; 127 when it could not be started, 1 when a signal ended it
 */
export const run = (command, arguments_, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, arguments_, { stdio: 'inherit', ...options });
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(127);
    });
    child.once('exit', (code) => resolve(code ?? 1));
  });

/** Runs a package's own program with this Node. @param {string} script path from the root @param {readonly string[]} arguments_ @param {import('node:child_process').SpawnOptions} options */
export const runScript = (script, arguments_, options) => run(process.execPath, [script, ...arguments_], options);
