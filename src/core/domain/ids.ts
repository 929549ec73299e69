/**
 * Branded identifiers. Each is 128 random bits (VaultId: the first 132 bits of a hash) as 22 characters of base64url;
 * a brand keeps one noun's id from being passed where another's is meant.
 */
export type VaultId = string & { readonly idOf: 'vault' };
/** The installation: one database, one keyring, one log. Its id is the id of its log. */
export type StoreId = string & { readonly idOf: 'store' };
export type MemberId = string & { readonly idOf: 'member' };
export type PersonId = string & { readonly idOf: 'person' };
export type NumberId = string & { readonly idOf: 'number' };
export type CopyId = string & { readonly idOf: 'copy' };
export type SlotId = string & { readonly idOf: 'slot' };
export type ImportId = string & { readonly idOf: 'import' };

const ID = /^[A-Za-z0-9_-]{22}$/;

/** True for 22 characters of base64url. Says nothing about whether such a thing exists. */
export const isId = (text: unknown): text is string => typeof text === 'string' && ID.test(text);
