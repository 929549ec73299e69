import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { createNumberRevealModel } from '../../../app/models/number-reveal-model.ts';
import type { PersonView } from '../../../core/contract/person-api.ts';
import type { RevealReason } from '../../../core/domain/reveal/reason.ts';
import { personsWords } from '../../../i18n/screens/persons.ts';
import { Button } from '../../components/Button.tsx';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { nameText } from '../../name-text.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';
import { reasonText } from './reason-text.ts';
import { RevealedNumber } from './RevealedNumber.tsx';

const TICK_MS = 250;

/** Showing a number: why, then twenty seconds. It goes when the time is over, the page is left or put behind another. */
export const RevealDialog = ({ person, onClose }: { readonly person: PersonView; readonly onClose: () => void }) => {
  const words = useWordsWith(personsWords);
  const text = words.numbers.reveal;
  const vault = useVault();
  const chosen = useSignal<RevealReason | null>(null);
  const model = useMemo(() => createNumberRevealModel(vault, { id: person.id, purposes: person.fields.purposes }), [person.id]);
  useEffect(() => {
    void model.begin();
    const timer = setInterval(model.tick, TICK_MS);
    const leave = (): void => {
      if (document.visibilityState === 'hidden') hideShown();
    };
    const hideShown = (): void => {
      const { at } = model.reveal.peek();
      // Also while it is being fetched: the answer must not come up on a page that nobody sees.
      if (at === 'shown' || at === 'fetching') model.hide();
    };
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', hideShown);
    window.addEventListener('beforeprint', hideShown);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', hideShown);
      window.removeEventListener('beforeprint', hideShown);
      model.hide();
    };
  }, [model]);

  const reveal = model.reveal.value;
  const close = (): void => {
    model.hide();
    onClose();
  };
  const show = (): void => {
    if (chosen.value !== null) void model.show(chosen.value);
  };
  const first =
    reveal.at === 'asking' ? (
      <Button look="primary" disabled={chosen.value === null} onClick={show}>
        {text.do}
      </Button>
    ) : reveal.at === 'shown' ? (
      <>
        <Button look="primary" onClick={close}>
          {text.hide}
        </Button>
        <Button onClick={model.prolong}>{text.more}</Button>
      </>
    ) : reveal.at === 'hidden' ? (
      <Button onClick={() => void model.begin()}>{text.again}</Button>
    ) : null;
  return (
    <Dialog
      title={text.title}
      onClose={close}
      actions={
        <>
          {first}
          {reveal.at === 'shown' ? null : (
            <Button look={reveal.at === 'hidden' ? 'primary' : 'second'} onClick={close}>
              {reveal.at === 'asking' ? words.actions.cancel : words.actions.close}
            </Button>
          )}
        </>
      }
    >
      {reveal.at === 'fetching' ? <p role="status">{text.busy}</p> : null}
      {reveal.at === 'failed' ? <ErrorNotice error={reveal.error} /> : null}
      {reveal.at === 'asking' ? (
        <ChoiceGroup<RevealReason>
          focus
          label={text.reason}
          hint={text.reasonWhy}
          value={chosen.value}
          choices={model.reasons.map((reason) => ({ value: reason, label: reasonText(words, reason) }))}
          onChange={(next) => {
            chosen.value = next;
          }}
        />
      ) : null}
      {reveal.at === 'shown' ? <RevealedNumber name={nameText(person.fields.name)} reveal={reveal} /> : null}
      {reveal.at === 'hidden' ? (
        <div role="status">
          <p>
            <strong>{text.over}</strong>
          </p>
          <p>{text.overWhy}</p>
        </div>
      ) : null}
    </Dialog>
  );
};
