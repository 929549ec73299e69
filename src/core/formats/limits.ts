import { LAST_MOMENT } from '../domain/date/moment.ts';

/**
 * Limits, checked before the thing they limit is parsed or memory is taken. Normative: the Limits sections of public/spec.
 */

/** Of every time in a file, UTC ms. */
export const MAX_TIME = LAST_MOMENT;

/** Largest page blob on disk (sealed). Chromium's IndexedDB moves values of 64 KiB and more out of line. */
export const MAX_BLOB_BYTES = 48 * 1024;
/** Logs that the version vector of a record names. */
export const MAX_VECTOR_LOGS = 16;

export const MAX_NOTE_BYTES = 64 * 1024;
export const MAX_NOTE_SIGNATURES = 16;
export const MAX_NOTE_NAME_CHARS = 128;

export const MAX_TABLE_MEMBERS = 64;
export const MAX_TABLE_STORES = 64;
export const MAX_TABLE_VERSIONS = 10_000;

export const MAX_KEYRING_MEMBERS = 64;
export const MAX_SLOTS_PER_MEMBER = 16;
/** The epoch in use and, during a rotation, the next one. */
export const MAX_KEYRING_EPOCHS = 2;
export const MAX_GRANTS_PER_EPOCH = 256;
/** Sealed member keys and slots: PKCS8 of either key type is below 200 bytes. */
export const MAX_SEALED_KEY_BYTES = 1024;
export const MAX_NAME_CHARS = 100;

export const MAX_CONTAINER_BYTES = 64 * 1024 * 1024;
export const MAX_CONTAINER_LINES = 200_000;
/** Without the LF. */
export const MAX_LINE_BYTES = 96 * 1024;
export const MAX_DEPTH = 6;

export const MAX_MARK_BYTES = 1024;
export const MAX_MANIFEST_CHECKPOINTS = 64;
export const MAX_BUILD_CHARS = 64;

/** Argon2id parameters accepted from a file; m in KiB. */
export const KDF_MAX_MEMORY = 256 * 1024;
export const KDF_MAX_PASSES = 10;
export const KDF_MAX_LANES = 4;
/** Floor of m·t in KiB: below it a guess is too cheap. */
export const KDF_MIN_WORK = 38 * 1024;
