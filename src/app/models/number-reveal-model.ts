import { signal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import type { VaultError } from '../../core/contract/errors.ts';
import type { ReasonView } from '../../core/contract/number-api.ts';
import type { PersonId } from '../../core/domain/ids.ts';
import type { PurposeCode } from '../../core/domain/person/purpose.ts';
import type { RevealReason } from '../../core/domain/reveal/reason.ts';
import { reasonsFor } from '../../core/domain/reveal/reason.ts';
import { REVEAL_SECONDS } from '../../core/domain/vault/limits.ts';
import type { OpenVault } from './open-vault.ts';

export type Reveal =
  | { readonly at: 'fetching' }
  | { readonly at: 'asking' }
  | { readonly at: 'shown'; readonly digits: string; readonly reason: ReasonView; readonly left: number }
  /** The time is over, or the page was left: the digits are nowhere on it any more. */
  | { readonly at: 'hidden' }
  | { readonly at: 'failed'; readonly error: VaultError };

/** Showing one number for twenty seconds, for a reason that is recorded before. */
export interface NumberRevealModel {
  readonly reveal: ReadonlySignal<Reveal>;
  readonly reasons: readonly RevealReason[];
  /** Shows at once when a reason given before still serves, else asks. */
  readonly begin: () => Promise<void>;
  readonly show: (reason: RevealReason) => Promise<void>;
  /** As long again, from now; hides instead when the reason no longer serves. */
  readonly prolong: () => void;
  readonly hide: () => void;
  /** To be called about four times a second, and when the page wakes: a sleeping device ticks not at all. */
  readonly tick: () => void;
}

export const createNumberRevealModel = (
  { api, now }: Pick<OpenVault, 'api' | 'now'>,
  person: { readonly id: PersonId; readonly purposes: readonly PurposeCode[] },
): NumberRevealModel => {
  const reveal = signal<Reveal>({ at: 'fetching' });
  const reasons = reasonsFor(person.purposes);
  let until = 0;
  // A second begin, or leaving while the worker is at it, must not let an old answer put digits on the page.
  let round = 0;

  const request = async (reason: RevealReason | null): Promise<void> => {
    round += 1;
    const mine = round;
    reveal.value = { at: 'fetching' };
    const answer = await api.revealNumber({ personId: person.id, reason });
    if (mine !== round) return;
    if (answer.ok) {
      until = now() + REVEAL_SECONDS * 1000;
      reveal.value = { at: 'shown', digits: answer.value.digits, reason: answer.value.reason, left: REVEAL_SECONDS };
    } else reveal.value = answer.error.type === 'ReasonExpired' ? { at: 'asking' } : { at: 'failed', error: answer.error };
  };
  const hide = (): void => {
    round += 1;
    reveal.value = { at: 'hidden' };
  };
  const tick = (): void => {
    const current = reveal.peek();
    if (current.at !== 'shown') return;
    const left = Math.ceil((until - now()) / 1000);
    // A clock put back would leave the number standing.
    if (left <= 0 || left > REVEAL_SECONDS) hide();
    else if (left !== current.left) reveal.value = { ...current, left };
  };

  return {
    reveal,
    reasons,
    begin: async () => {
      round += 1;
      const mine = round;
      reveal.value = { at: 'fetching' };
      const serving = await api.viewReason();
      if (mine !== round) return;
      const reason = serving.ok ? serving.value.reason : null;
      if (reason !== null && reasons.includes(reason)) await request(null);
      else reveal.value = { at: 'asking' };
    },
    show: request,
    prolong: () => {
      const current = reveal.peek();
      if (current.at !== 'shown') return;
      // One entry vouches for one piece of work: when its reason is over, the next look is a new one, asked for and recorded.
      if (current.reason.until === null || now() >= current.reason.until) return hide();
      until = now() + REVEAL_SECONDS * 1000;
      reveal.value = { ...current, left: REVEAL_SECONDS };
    },
    hide,
    tick,
  };
};
