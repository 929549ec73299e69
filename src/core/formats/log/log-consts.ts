/**
 * Names and numbers of the log formats. Normative text: public/spec/log-v1.md. A published value is never edited.
 */

/** First element of every entry. */
export const ENTRY_DOMAIN = 'kinko-log/1';
export const CHECKPOINT_ORIGIN = 'kinko';

/** Without the LF. ASCII only, so characters and bytes are the same. */
export const MAX_ENTRY_BYTES = 480;

export const LOG_EXPORT_VERSION = 1;
export const LOG_EXPORT_EXTENSION = '.kinkolog';
export const LOG_EXPORT_MEDIA_TYPE = 'application/vnd.kinko.log+jsonl';
export const MAX_LOG_EXPORT_BYTES = 64 * 1024 * 1024;
export const MAX_LOG_EXPORT_LINES = 1_000_000;
/** Any line but an entry, without the LF: a table note of 64 KiB grows when its quotes are escaped. */
export const MAX_LOG_EXPORT_LINE_BYTES = 96 * 1024;

/** `attach` kind of the entry that brings a table version into force. */
export const TABLE_ATTACHMENT = 'table';

/** `attach` kind of the entry that says that a page was found damaged: hash over its place and what lay there. */
export const DAMAGE_ATTACHMENT = 'page';

/** A step of time larger than this between two entries, forwards, is noted. Backwards every step is. */
export const CLOCK_STEP_MS = 48 * 60 * 60 * 1000;

/** How many problems, notes, unknown actions and unknown codes a report lists; the counts go on. */
export const MAX_REPORTED = 100;
