/**
 * Names and numbers of the formats. Normative text: public/spec. A change here makes data of earlier versions unreadable,
 * so a published value is never edited; a new version gets a new constant beside it.
 */

/** Domain names: the first element of every aad and info, and the first word of every signed text. */
export const PAGE_DOMAIN = 'kinko/1';
export const SLOT_DOMAIN = 'kinko-slot/1';
export const MEMBER_KEY_DOMAIN = 'kinko-key/1';
export const MARK_DOMAIN = 'kinko-mark/1';
export const GRANT_DOMAIN = 'kinko-grant/1';
export const KEY_ID_DOMAIN = 'kinko-keyid/1';
export const RECOVERY_DOMAIN = 'kinko-recovery/1';
export const TABLE_TYPE = 'kinko-table/1';
export const MANIFEST_TYPE = 'kinko-manifest/1';
/** Stands in a table's first line where later versions name the vault: the genesis defines the vaultId, so it cannot hold it. */
export const GENESIS = 'genesis';

export const KEY_BYTES = 32;
export const HASH_BYTES = 32;
export const SEAL_SALT_BYTES = 32;
export const SEAL_TAG_BYTES = 16;
/** What a seal adds to its plaintext. */
export const SEAL_OVERHEAD = SEAL_SALT_BYTES + SEAL_TAG_BYTES;
export const ID_BYTES = 16;
export const ID_CHARS = 22;
export const HASH_CHARS = 43;
export const SLOT_SALT_BYTES = 16;
export const RECOVERY_CODE_BYTES = 16;
export const ED25519_PUBLIC_BYTES = 32;
export const ED25519_SIGNATURE_BYTES = 64;
/** Uncompressed P-256 point: public key and HPKE encapsulation alike. */
export const P256_POINT_BYTES = 65;

/** Signature type of C2SP signed notes; only Ed25519 is spoken here. */
export const NOTE_ED25519 = 0x01;

export const KEYRING_VERSION = 1;
export const KEYRING_MAGIC = 'KINKOKR1';
/** Size of each of keyring-a and keyring-b; fixed, so that rewriting in place overwrites every earlier byte. */
export const KEYRING_FILE_BYTES = 128 * 1024;
/** magic 8 · sequence 8 · length 4 · hash 32 */
export const KEYRING_HEAD_BYTES = 52;

export const PAGE_SCHEMA_VERSION = 1;
/** Of head pages: from 2 on, tables and checkpoint pages name one another, and closed logs have pages of their own. */
export const HEAD_SCHEMA_VERSION = 2;
/** Plaintext of a number page is padded to a multiple of this, so that its size says little about how many numbers it holds. */
export const NUMBER_PAGE_STEP = 2048;
export const OWN_BOOK = 'own';

export const CONTAINER_VERSION = 1;
export const CONTAINER_EXTENSION = '.kinko';
export const CONTAINER_MEDIA_TYPE = 'application/vnd.kinko+jsonl';
/** Epoch number in the aad of everything sealed under copy keys. Installations count from 1. */
export const COPY_EPOCH = 0;

export const MARK_VERSION = 1;
