import type { VaultError } from '../../core/contract/errors.ts';
import type { StoreSummary } from '../../core/contract/session-api.ts';
import type { Messages } from '../../i18n/messages.ts';
import { hrefTo } from '../../app/router/routes.ts';
import { useApp } from '../app-context.ts';
import { useWords } from '../words-context.ts';
import { Button, LinkButton } from './Button.tsx';
import { Card } from './Card.tsx';
import { PageHeader } from './PageHeader.tsx';

/** Failures after which no form makes sense: the vault cannot be opened as it stands. Each has a screen of its own. */
const TROUBLES = [
  'KeyringDamaged',
  'KeyringMissing',
  'DatabaseMissing',
  'DatabaseOlder',
  'DatabaseDamaged',
  'NewerFormat',
  'StorageFull',
  'StorageFailed',
  'WorkerLost',
  'WorkerNotStarted',
] as const;

export type TroubleError = Extract<VaultError, { readonly type: (typeof TROUBLES)[number] }>;

export const isTrouble = (error: VaultError): error is TroubleError => TROUBLES.some((type) => type === error.type);

/** What can be told of a store before anyone types a password. */
export const troubleOf = (store: StoreSummary): TroubleError | null => {
  if (store.keyring === 'damaged') return { type: 'KeyringDamaged' };
  if (store.keyring === 'missing') return { type: 'KeyringMissing' };
  if (store.keyring === 'newer' || store.database === 'newer') return { type: 'NewerFormat', found: 0 };
  return store.database === 'missing' ? { type: 'DatabaseMissing' } : null;
};

interface TroubleWords {
  readonly title: string;
  readonly why: string;
  readonly not: string;
}

const wordsOf = ({ trouble }: Pick<Messages, 'trouble'>, error: TroubleError): TroubleWords => {
  switch (error.type) {
    case 'KeyringDamaged':
      return { title: trouble.keyringDamaged, why: trouble.keyringDamagedWhy, not: trouble.keyringDamagedNot };
    case 'KeyringMissing':
      return { title: trouble.keyringMissing, why: trouble.keyringMissingWhy, not: trouble.keyringMissingNot };
    case 'DatabaseMissing':
      return { title: trouble.databaseMissing, why: trouble.databaseMissingWhy, not: trouble.databaseMissingNot };
    case 'DatabaseOlder':
      return {
        title: trouble.databaseOlder,
        why: trouble.databaseOlderWhy(error.expectedEntries, error.foundEntries),
        not: trouble.databaseOlderNot,
      };
    case 'DatabaseDamaged':
      return { title: trouble.databaseDamaged, why: trouble.databaseDamagedWhy, not: trouble.databaseDamagedNot };
    case 'NewerFormat':
      return { title: trouble.newer, why: trouble.newerWhy, not: trouble.newerNot };
    case 'StorageFull':
      return { title: trouble.full, why: trouble.fullWhy, not: trouble.fullNot };
    case 'StorageFailed':
      return { title: trouble.storage, why: trouble.storageWhy, not: trouble.storageNot };
    case 'WorkerLost':
      return { title: trouble.lost, why: trouble.lostWhy, not: trouble.lostNot };
    case 'WorkerNotStarted':
      return { title: trouble.notStarted, why: trouble.notStartedWhy, not: trouble.notStartedNot };
  }
};

/** Which way out comes first: what a copy mends, what reloading mends, what only needs another try. */
const MENDED_BY_COPY: readonly VaultError['type'][] = [
  'KeyringDamaged',
  'KeyringMissing',
  'DatabaseMissing',
  'DatabaseOlder',
  'DatabaseDamaged',
];
/** Read again, they say the same: the copy comes first. What is only not found, or older, may be there at the next try. */
const BEYOND_TRYING: readonly VaultError['type'][] = ['KeyringDamaged', 'KeyringMissing', 'DatabaseDamaged'];

/** A vault that cannot be opened: what happened, what to do, what not to do. Never a white page, never a fresh start. */
export const Trouble = (props: {
  readonly error: TroubleError;
  readonly store: StoreSummary | null;
  readonly onRetry: () => void;
}) => {
  const words = useWords();
  const { session, reload } = useApp();
  const { title, why, not } = wordsOf(words, props.error);
  const { store } = props;
  const byCopy = MENDED_BY_COPY.includes(props.error.type);
  const byReload = props.error.type === 'NewerFormat' || props.error.type === 'WorkerNotStarted';
  const copyFirst = BEYOND_TRYING.includes(props.error.type);
  const restore = (
    <LinkButton look={copyFirst ? 'primary' : 'second'} href={hrefTo('restore')}>
      {words.trouble.restore}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={title} why={why} />
      <div class="stack">
        <div class="row">
          {copyFirst ? restore : null}
          {byReload ? (
            <Button look="primary" onClick={reload}>
              {words.trouble.reload}
            </Button>
          ) : (
            <Button look={copyFirst ? 'second' : 'primary'} onClick={props.onRetry}>
              {props.error.type === 'WorkerLost' ? words.trouble.unlockAgain : words.trouble.retry}
            </Button>
          )}
          {byCopy && !copyFirst ? restore : null}
        </div>
        <Card title={words.trouble.notTitle}>
          <p>{not}</p>
        </Card>
        {byCopy && store !== null ? (
          <p>
            <LinkButton look="quiet" href={hrefTo('erase')} onClick={() => session.choose(store.storeId)}>
              {words.trouble.erase}
            </LinkButton>
          </p>
        ) : null}
      </div>
    </>
  );
};
