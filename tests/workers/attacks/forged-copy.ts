import type { StoreId } from '../../../src/core/domain/ids.ts';
import { COPY_EPOCH } from '../../../src/core/formats/consts.ts';
import type { ContainerLine, ContainerHeader, ContainerMember } from '../../../src/core/formats/container.ts';
import { createContainerWriter } from '../../../src/core/formats/container-writer.ts';
import type { Grant } from '../../../src/core/formats/keyring.ts';
import { encodeManifestText } from '../../../src/core/formats/manifest.ts';
import { encodePage } from '../../../src/core/formats/page-text.ts';
import { createMemberKeyring } from '../../../workers/vault/crypto/member-keys.ts';
import type { MemberKeys } from '../../../workers/vault/crypto/member-keys.ts';
import { createNoteSigning } from '../../../workers/vault/crypto/note-signer.ts';
import { importSealKey } from '../../../workers/vault/crypto/seal.ts';
import type { Slots } from '../../../workers/vault/crypto/slot.ts';
import { createHasher } from '../../../workers/vault/crypto/sha256.ts';
import { countPages } from '../../../workers/vault/copy/count-pages.ts';
import type { CopiedPage } from '../../../workers/vault/copy/open-container.ts';
import { openContainer } from '../../../workers/vault/copy/open-container.ts';
import { readContainer } from '../../../workers/vault/copy/read-container.ts';
import { makeKeys } from '../../../workers/vault/session/epoch-keys.ts';
import { createNoteSigner } from '../../../workers/vault/session/note-signing.ts';
import { openWay } from '../../../workers/vault/session/open-way.ts';
import { createPageSealer } from '../../../workers/vault/session/page-sealer.ts';
import type { VaultCrypto } from '../../../workers/vault/session/platform.ts';
import { passwordToSecret } from '../../../workers/vault/session/secret-input.ts';
import { random, seals } from '../crypto/kit.ts';
import { must, PASSWORD } from '../session/support/device.ts';
import { createFastSlots } from '../session/support/fast-slots.ts';

/** All that a copy says, in the hands of somebody who has its password: the owner of another vault is the same human. */
export interface CopyContent {
  readonly header: ContainerHeader;
  readonly tables: readonly string[];
  readonly members: readonly ContainerMember[];
  readonly pages: readonly CopiedPage[];
  /** Of the manifest. */
  readonly checkpoints: readonly string[];
}

export interface OpenedCopy {
  readonly grants: readonly Grant[];
  /** Pages as they lie in the file. */
  readonly blobs: readonly Uint8Array[];
  readonly content: CopyContent;
  /** Signs with the keys that lie in the copy. */
  readonly sign: (text: string) => Promise<string>;
  /** Another content as a copy that is sealed and signed as ours are: new copy keys, hashes, counts, signature. */
  readonly forge: (content: CopyContent) => Promise<File>;
}

const createCrypto = async (slots: Slots): Promise<VaultCrypto> => {
  const hasher = await createHasher();
  return { random, hasher, seals, slots, members: createMemberKeyring({ seals }), notes: createNoteSigning({ sha256: hasher.sha256 }) };
};

const openKeys = async (crypto: VaultCrypto, { vaultId }: ContainerHeader, member: ContainerMember, row: Parameters<VaultCrypto['members']['openMemberKeys']>[3]): Promise<MemberKeys> => {
  const way = must(await openWay(crypto.slots, vaultId, member, passwordToSecret(PASSWORD)));
  return must(await crypto.members.openMemberKeys({ vaultId, memberId: member.id, generation: member.generation }, await importSealKey(way.usk), member.keys, row));
};

/** `slots`: those that its vault was made with. */
export const openCopy = async (file: Blob, slots = createFastSlots({ random, seals })): Promise<OpenedCopy> => {
  const crypto = await createCrypto(slots);
  const read = must(await readContainer(crypto, file, () => undefined));
  const { header, members, tables, manifest } = read;
  const [member] = members;
  const table = tables.at(-1)?.table;
  const row = table?.members.find(({ id }) => id === member?.id);
  if (member === undefined || table === undefined || row === undefined) throw new Error('no member');
  const keys = await openKeys(crypto, header, member, row);
  const pages = must(await openContainer(crypto, read, member.id, keys.hpke, () => undefined));
  const { sign } = createNoteSigner(crypto.notes, member.id, keys);

  const forge = async (content: CopyContent): Promise<File> => {
    const scope = { vaultId: content.header.vaultId, storeId: content.header.copyId as string as StoreId, epoch: COPY_EPOCH };
    const made = await makeKeys(random, null);
    const { grants } = await made.grant(scope, table.members);
    const sealer = createPageSealer(crypto, scope, made.keys);
    const sealed = await Promise.all(
      content.pages.map(async ({ ref, content: words }): Promise<ContainerLine> => ({ type: 'page', page: { ...ref, ...(await sealer.seal(ref, 1, must(encodePage(ref, words)))) } })),
    );
    const lines: readonly ContainerLine[] = [
      { type: 'header', header: content.header },
      ...content.tables.map((note): ContainerLine => ({ type: 'table', note })),
      ...content.members.map((one): ContainerLine => ({ type: 'member', member: one })),
      ...grants.map((grant): ContainerLine => ({ type: 'grant', grant })),
      ...sealed,
    ];
    const writer = createContainerWriter(crypto.hasher.createStream());
    const parts = lines.map((line) => must(writer.add(line)));
    const { lines: lineCount, pages: pageCount, sha256 } = writer.sum();
    const counted = must(countPages(content.pages, (page) => page.content));
    const counts = { ...counted, lines: lineCount, pages: pageCount };
    const text = encodeManifestText({ vaultId: content.header.vaultId, copyId: content.header.copyId, counts, sha256, checkpoints: content.checkpoints, build: 'forger' });
    const { line } = must(writer.finish(await sign(text)));
    return new File([...parts, line], 'a.kinko');
  };

  return { grants: read.grants, blobs: read.pages.map(({ blob }) => blob), content: { header, tables: tables.map(({ note }) => note), members, pages, checkpoints: manifest.checkpoints }, sign, forge };
};
