import type { MemberId, StoreId, VaultId } from '../domain/ids.ts';
import { isId } from '../domain/ids.ts';
import type { Result } from '../domain/result.ts';
import { err, ok } from '../domain/result.ts';
import { encodeBase64url, isBase64urlOf } from './base64url.ts';
import type { JsonValue } from './canonical.ts';
import { hasDuplicates, isCount, isTime, parseCanonicalJson, readFields, readList } from './canonical.ts';
import { ED25519_PUBLIC_BYTES, GENESIS, HASH_BYTES, ID_CHARS, P256_POINT_BYTES, TABLE_TYPE } from './consts.ts';
import type { Sha256 } from './hash.ts';
import { KEY_NAMES } from './key-name.ts';
import { MAX_TABLE_MEMBERS, MAX_TABLE_STORES } from './limits.ts';
import type { KeyIds, Table, TableMember, TableProblem, TableStore, TableText } from './table.ts';
import { isRole } from './table-rights.ts';

/** Text of a table: the signed part of its note. public/spec/table-v1.md §2. */

const utf8 = new TextEncoder();

const memberToJson = (member: TableMember) => ({ id: member.id, role: member.role, sign: member.sign, hpke: member.hpke });

const storeToJson = (store: TableStore) => ({
  id: store.id,
  epoch: store.epoch,
  keys: { profile: store.keys.profile, number: store.keys.number, log: store.keys.log, note: store.keys.note },
});

/** The text to sign: headline, one line of canonical JSON, LF. */
export const encodeTableText = ({ vaultId, table }: TableText): string => {
  const body = {
    version: table.version,
    prev: table.prev,
    time: table.time,
    members: table.members.map(memberToJson),
    stores: table.stores.map(storeToJson),
  };
  return `${TABLE_TYPE} ${vaultId}\n${JSON.stringify(body)}\n`;
};

const parseMember = (value: JsonValue): TableMember | null => {
  const fields = readFields(value, ['id', 'role', 'sign', 'hpke']);
  if (fields === null) return null;
  const { id, role, sign, hpke } = fields;
  if (!isId(id) || !isRole(role) || !isBase64urlOf(sign, ED25519_PUBLIC_BYTES) || !isBase64urlOf(hpke, P256_POINT_BYTES)) return null;
  return { id: id as MemberId, role, sign, hpke };
};

const parseKeyIds = (value: JsonValue): KeyIds | null => {
  const fields = readFields(value, KEY_NAMES);
  if (fields === null) return null;
  const { profile, number, log, note } = fields;
  const isHash = (text: JsonValue): text is string => isBase64urlOf(text, HASH_BYTES);
  return isHash(profile) && isHash(number) && isHash(log) && isHash(note) ? { profile, number, log, note } : null;
};

const parseStore = (value: JsonValue): TableStore | null => {
  const fields = readFields(value, ['id', 'epoch', 'keys']);
  if (fields === null) return null;
  const keys = parseKeyIds(fields.keys);
  return isId(fields.id) && isCount(fields.epoch, 1) && keys !== null ? { id: fields.id as StoreId, epoch: fields.epoch, keys } : null;
};

const parseBody = (value: JsonValue): Table | null => {
  const fields = readFields(value, ['version', 'prev', 'time', 'members', 'stores']);
  if (fields === null) return null;
  const { version, prev, time } = fields;
  const members = readList(fields.members, MAX_TABLE_MEMBERS, parseMember);
  const stores = readList(fields.stores, MAX_TABLE_STORES, parseStore);
  if (!isCount(version, 1) || !isTime(time) || members === null || stores === null) return null;
  if (version === 1 ? prev !== '' : !isBase64urlOf(prev, HASH_BYTES)) return null;
  // A key that two members share would let one act in the other's name.
  const unique = [members.map((member) => member.id), members.map((member) => member.sign), members.map((member) => member.hpke)];
  if (unique.some(hasDuplicates) || hasDuplicates(stores.map((store) => store.id))) return null;
  // Without an owner no further version could ever be signed.
  if (!members.some((member) => member.role === 'owner')) return null;
  return { version, prev: prev as string, time, members, stores };
};

/** The whole text of a note, headline included. Checks shape only: `verifyTableChain` decides whether to believe it. */
export const parseTableText = (text: string): Result<TableText, TableProblem> => {
  const [headline, line, end, ...rest] = text.split('\n');
  if (headline === undefined || line === undefined || end !== '' || rest.length > 0) return err('NotATable');
  const newer = /^kinko-table\/([2-9]|[1-9][0-9]+) /.test(headline);
  if (newer) return err('NewerFormat');
  if (!headline.startsWith(`${TABLE_TYPE} `)) return err('NotATable');
  const vaultId = headline.slice(TABLE_TYPE.length + 1);
  const body = parseCanonicalJson(line);
  if (!body.ok) return err('NotATable');
  const table = parseBody(body.value);
  if (table === null || (table.version === 1 ? vaultId !== GENESIS : !isId(vaultId))) return err('NotATable');
  return ok({ vaultId: vaultId as VaultId | 'genesis', table });
};

/** base64url of SHA-256 over the text, without signatures. */
export const tableHash = (text: string, sha256: Sha256): string => encodeBase64url(sha256(utf8.encode(text)));

/** First 22 characters of the genesis hash (132 bits): the root of trust, printed on the recovery kit. */
export const vaultIdOf = (genesisHash: string): VaultId => genesisHash.slice(0, ID_CHARS) as VaultId;
