import { useSignal } from '@preact/signals';
import type { OpenVault } from '../../app/models/open-vault.ts';
import type { RouteId } from '../../app/router/routes.ts';
import { hrefTo, parseHash } from '../../app/router/routes.ts';
import { Button, LinkButton } from '../components/Button.tsx';
import { Dialog } from '../components/Dialog.tsx';
import { Notice } from '../components/Notice.tsx';
import { nameText } from '../name-text.ts';
import { useWords } from '../words-context.ts';

/** What was typed when the vault closed. The route of a draft comes back from the vault as text; only one of ours is offered. */
export const DraftOffer = ({ vault, place }: { readonly vault: OpenVault; readonly place: RouteId }) => {
  const words = useWords();
  const isAsking = useSignal(false);
  const draft = vault.drafts.offered.value;
  const route = draft === null ? null : parseHash(`#/${draft.route}`);
  if (draft === null || route === null || route.id === place) return null;
  const stay = (): void => {
    isAsking.value = false;
  };
  return (
    <>
      <Notice
        tone="info"
        live
        title={words.shell.draft}
        actions={
          <>
            <LinkButton href={hrefTo(route.id)}>{words.shell.draftDo}</LinkButton>
            <Button
              look="quiet"
              onClick={() => {
                isAsking.value = true;
              }}
            >
              {words.shell.draftDrop}
            </Button>
          </>
        }
      >
        {words.shell.draftWhy}
      </Notice>
      {isAsking.value ? (
        <Dialog
          title={words.shell.draftDropTitle(nameText(draft.fields.name ?? ''))}
          onClose={stay}
          actions={
            <>
              <Button
                look="danger"
                onClick={() => {
                  stay();
                  vault.drafts.drop();
                }}
              >
                {words.shell.draftDrop}
              </Button>
              <Button onClick={stay}>{words.shell.draftDropStay}</Button>
            </>
          }
        >
          <p>{route.id === 'edit' ? words.shell.draftDropChange : words.shell.draftDropNew}</p>
        </Dialog>
      ) : null}
    </>
  );
};
