import type { Result } from '../../../src/core/domain/result.ts';
import type { VaultError } from '../../../src/core/contract/errors.ts';
import type { JsonObject } from '../../../src/core/formats/canonical.ts';
import type { SeenLog } from '../../../src/core/formats/log/entry.ts';
import type { PageRef } from '../../../src/core/formats/page.ts';
import type { BookChange } from '../book/book-edit.ts';
import type { BookState } from './book-state.ts';
import type { PageReader } from './page-reader.ts';
import type { NoteSigner } from './ports.ts';

/**
 * What a commit is to change, made by a planner from the state it will be applied to. A plan holds plain content and drafts;
 * sealing, hashing, chaining and signing are the writer's.
 */
export interface Plan {
  /** Persons and numbers, collected by a BookEdit. */
  readonly book?: BookChange;
  /** New content of setting pages; null removes the page. */
  readonly pages?: readonly PageChange[];
  /** One at least: nothing changes without an entry. */
  readonly entries: readonly EntryDraft[];
  /** The table from the entry on that attaches it ({ kind: 'table', hash }); entries before that one act under the old. */
  readonly table?: TableStep;
  /** Signs from this commit on: the same member's new key, when the table brings one into force. */
  readonly signer?: NoteSigner;
  /** Logs of earlier installations, taken over whole at a restore. Only in the first commit of a store. */
  readonly closed?: readonly ClosedLogDraft[];
}

export interface PageChange {
  readonly ref: PageRef;
  /** Without "page" and "schema", which the writer sets. */
  readonly content: JsonObject | null;
}

export interface TableStep {
  readonly version: number;
  /** base64url of SHA-256 over the note's text. */
  readonly hash: string;
  /** The signed note. */
  readonly note: string;
}

/** An entry before it has a place in the log. */
export interface EntryDraft {
  readonly action: string;
  /** "" when the entry has none. */
  readonly subjectId: string;
  readonly codes: readonly string[];
  readonly attach?: readonly AttachDraft[];
  /** Heads of other logs, after a restore or merge. */
  readonly seen?: readonly SeenLog[];
}

/**
 * 'attach' (note key: owner and auditor read it) and 'list' (log key) become pages and stand in the line as hash over
 * 32 random bytes ‖ content; any other kind names a hash that is already known (a file, a table).
 */
export type AttachDraft =
  | { readonly kind: 'attach' | 'list'; readonly content: JsonObject }
  | { readonly kind: string; readonly hash: string };

export interface ClosedLogDraft {
  readonly logId: string;
  /** Canonical lines from seq 0. */
  readonly lines: readonly string[];
  /** Signed checkpoints in order of size; the last one covers all lines. */
  readonly checkpoints: readonly string[];
  /** Content of attached pages, by seq and place in the entry's attach list. */
  readonly attached: readonly { readonly kind: 'attach' | 'list'; readonly seq: number; readonly at: number; readonly text: string; readonly salt: string }[];
}

/** What a planner sees. Called again with a newer base when another writer was faster. */
export interface PlanBase {
  readonly book: BookState;
  readonly pages: PageReader;
  /** Seq of the plan's first entry; the n-th has `firstSeq + n`. */
  readonly firstSeq: number;
  /** UTC ms: time of all entries of the commit. */
  readonly time: number;
}

export interface Planned<T> {
  readonly plan: Plan;
  /** Handed back by `commit` once stored. */
  readonly value: T;
}

/**
 * An error goes back to the caller and nothing is written. A plan without pages and entries writes nothing and succeeds.
 */
export type Planner<T> = (base: PlanBase) => Promise<Result<Planned<T>, VaultError>>;
