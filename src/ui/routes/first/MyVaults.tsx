import type { StoreSummary } from '../../../core/contract/session-api.ts';
import { storeAgeOf } from '../../../app/models/store-age.ts';
import { useApp } from '../../app-context.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { Chip } from '../../components/Chip.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useWords } from '../../words-context.ts';

/**
 * The vaults of this device as doors to unlock; those in trouble say so before a password is typed. `leads`: a door is the screen's main
 * act, where there is only one.
 */
export const MyVaults = ({ stores, leads }: { readonly stores: readonly StoreSummary[]; readonly leads: boolean }) => {
  const words = useWords();
  const { session, router } = useApp();
  const isGood = (store: StoreSummary): boolean => store.keyring === 'ready' && store.database === 'ready';
  const isOneDoor = leads && stores.filter(isGood).length === 1;
  return (
    <Card title={words.first.mine}>
      <ul class="my-vaults" role="list">
        {stores.map((store) => {
          const good = isGood(store);
          const age = storeAgeOf(store, stores);
          const named = age === null ? store.label : words.first.labelOf(store.label, words.first[age]);
          const open = (): void => {
            session.choose(store.storeId);
            router.go('unlock');
          };
          return (
            <li key={store.storeId} class="my-vaults__row">
              <Icon name="lock" />
              <span class="my-vaults__label">
                {store.label === '' ? words.trouble.lockedUp : store.label}
                {store.experience ? <Chip tone="wait">{words.first.experience}</Chip> : null}
                {age === null ? null : <Chip tone={age === 'restored' ? 'info' : 'wait'}>{words.first[age]}</Chip>}
                <Trouble store={store} />
              </span>
              <Button look={good && isOneDoor ? 'primary' : 'second'} onClick={open} label={good ? words.first.opens(named) : undefined}>
                {good ? words.first.open : words.first.broken}
              </Button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
};

const Trouble = ({ store }: { readonly store: StoreSummary }) => {
  const words = useWords();
  if (store.keyring === 'damaged') return <Chip tone="bad">{words.first.damaged}</Chip>;
  if (store.keyring === 'missing') return <Chip tone="bad">{words.first.keyringMissing}</Chip>;
  if (store.keyring === 'newer' || store.database === 'newer') return <Chip tone="warn">{words.first.newer}</Chip>;
  if (store.database === 'missing') return <Chip tone="bad">{words.first.missing}</Chip>;
  return null;
};
