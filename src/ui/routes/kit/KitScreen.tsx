import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { kitWords } from '../../../i18n/screens/kit.ts';
import { useApp } from '../../app-context.ts';
import { Steps } from '../../components/Steps.tsx';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { DoneStep, PersistStep } from './AfterSteps.tsx';
import { RehearsalStep } from './RehearsalStep.tsx';
import { RenewStep } from './RenewStep.tsx';
import { SheetStep } from './SheetStep.tsx';

type Step = 'renew' | 'sheet' | 'rehearsal' | 'persist' | 'done';

/** How many steps of making a vault lie behind: business, owner, password. */
const BEFORE = 3;

/**
 * The recovery sheet: made, put on paper, three groups asked back. After making a vault, and wherever the browser was not
 * yet asked, it goes on to its promise; later it begins with the password and makes a new sheet.
 */
export const KitScreen = () => {
  const words = useWordsWith(kitWords);
  const { router, persist } = useApp();
  const vault = useVault();
  const fresh = useSignal(vault.fresh.peek());
  // Whoever put the paper off, or came here by a restore, has not been asked for the browser's promise.
  useEffect(() => void persist.check(), []);
  const asksPromise = (): boolean => fresh.peek() || persist.answer.peek() === 'unknown';
  const step = useSignal<Step>(vault.kit.peek() === null ? 'renew' : 'sheet');
  const kit = vault.kit.value;
  useEffect(() => {
    vault.atKit.value = true;
    return () => {
      vault.atKit.value = false;
    };
  }, [vault]);
  // Also left by the back button or an address; a vault that stayed fresh would come back here again and again.
  useEffect(
    () => () => {
      if (step.peek() === 'done') vault.fresh.value = false;
    },
    [],
  );

  const leave = (to: 'home' | 'register' | 'import' | 'settings' | 'copies'): void => {
    vault.fresh.value = false;
    router.go(to);
  };
  const at = { renew: 0, sheet: 0, rehearsal: 1, persist: 2, done: 3 }[step.value];
  return (
    <>
      {fresh.value && step.value !== 'done' ? <Steps names={Object.values(words.create.steps)} at={BEFORE + at} /> : null}
      {step.value === 'renew' ? <RenewStep vault={vault} onMade={() => (step.value = 'sheet')} /> : null}
      {step.value === 'sheet' && kit !== null ? (
        <SheetStep
          kit={kit}
          label={vault.view.value.label}
          onDone={() => (step.value = 'rehearsal')}
          onLater={() => leave('home')}
        />
      ) : null}
      {step.value === 'rehearsal' ? (
        <RehearsalStep
          vault={vault}
          onBack={() => (step.value = 'sheet')}
          onDone={() => (step.value = asksPromise() ? 'persist' : 'done')}
        />
      ) : null}
      {step.value === 'persist' ? <PersistStep onDone={() => (step.value = 'done')} /> : null}
      {step.value === 'done' ? <DoneStep fresh={fresh.value} onLeave={leave} /> : null}
    </>
  );
};
