import type { Incident } from '../../../../src/core/contract/diagnosis-api.ts';

/** Memory of defects for the 自己診断 screen. Lives and dies with the worker; nothing of it is stored or sent. */
export interface IncidentLog {
  /** Remembers a defect and returns the id that the screen shows. */
  readonly remember: (method: string, cause: unknown) => string;
  readonly list: () => readonly Incident[];
}

export interface IncidentDeps {
  readonly now: () => number;
  readonly random: (length: number) => Uint8Array;
}

const MOST = 20;
const MOST_FRAMES = 12;
/** Last part of a script's address, line and column, in the stacks of V8, SpiderMonkey and JavaScriptCore alike. */
const FRAME = /([A-Za-z0-9_.-]+\.[cm]?[jt]s)(?:\?[^\s:)]*)?:(\d+):(\d+)\)?$/;

// A message may quote what it stumbled over (a name, a file's line), so nothing but the class and the places is kept.
const nameOf = (cause: unknown): string => {
  const name = cause instanceof Error ? cause.name : typeof cause;
  return /^[A-Za-z]{1,40}$/.test(name) ? name : 'Error';
};

const framesOf = (cause: unknown): readonly string[] => {
  if (!(cause instanceof Error) || typeof cause.stack !== 'string') return [];
  return cause.stack
    .split('\n')
    .map((line) => FRAME.exec(line.trim()))
    .filter((match) => match !== null)
    .slice(0, MOST_FRAMES)
    .map((match) => `${match[1]}:${match[2]}:${match[3]}`);
};

const idFrom = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A source of randomness that is stuck is a defect itself, and must not keep the page waiting for its answer. */
const newId = (random: IncidentDeps['random']): string => {
  try {
    return idFrom(random(4));
  } catch {
    return '00000000';
  }
};

export const createIncidentLog = (deps: IncidentDeps): IncidentLog => {
  let incidents: readonly Incident[] = [];
  return {
    remember: (method, cause) => {
      const incidentId = newId(deps.random);
      const incident = { incidentId, time: deps.now(), method, name: nameOf(cause), frames: framesOf(cause) };
      incidents = [incident, ...incidents].slice(0, MOST);
      return incidentId;
    },
    list: () => incidents,
  };
};
