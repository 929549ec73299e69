import { useSignal } from '@preact/signals';
import type { OpenVault } from '../../../app/models/open-vault.ts';
import type { VaultError } from '../../../core/contract/errors.ts';
import { settingsWords } from '../../../i18n/screens/settings.ts';
import { Card } from '../../components/Card.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { SavedNotice } from '../../components/SavedNotice.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useWordsWith } from '../../words-context.ts';

const MINUTES = [1, 3, 5, 10, 15, 30, 60] as const;

/** How soon the vault locks itself. One choice, stored when it is made; what is shown is what is stored. */
export const LockingCard = ({ vault }: { readonly vault: OpenVault }) => {
  const words = useWordsWith(settingsWords);
  const { idleMinutes } = vault.view.value;
  const isSaved = useSignal(false);
  const error = useSignal<VaultError | null>(null);
  const choose = async (minutes: number): Promise<void> => {
    isSaved.value = false;
    const answer = await vault.api.changeSettings({ idleMinutes: minutes });
    error.value = answer.ok ? null : answer.error;
    isSaved.value = answer.ok;
    if (answer.ok) vault.show(answer.value);
  };
  return (
    <Card title={words.settings.locking}>
      <div class="stack">
        <SelectField
          label={words.settings.lockingField}
          hint={words.settings.lockingWhy}
          value={String(idleMinutes)}
          onChange={(chosen) => void choose(Number(chosen))}
          disabled={vault.halted.value}
          choices={[...new Set([...MINUTES, idleMinutes])]
            .toSorted((a, b) => a - b)
            .map((count) => ({ value: String(count), label: words.dates.span(count * 60) }))}
        />
        {error.value === null ? null : <ErrorNotice error={error.value} />}
        {isSaved.value ? <SavedNotice what={words.settings.saved} /> : null}
      </div>
    </Card>
  );
};
