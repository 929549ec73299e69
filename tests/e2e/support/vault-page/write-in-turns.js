// Two tabs that both want to write: each goes on until the other takes the vault away, lets it write for a while, and takes it back.
import { randomId } from './random-id.js';

/** Calls at once, so that a vault is taken away in the midst of some. */
const IN_FLIGHT = 4;
/** Times that a tab takes the vault over, at least. */
const TURNS = 2;

const pause = (ms) => new Promise((settle) => setTimeout(settle, ms));

/**
 * `fields`: a person without a name; `tab` stands in the names. Answers when each tab has had the vault again and again and at least `writes`
 * persons acknowledged: them, how often this tab took the vault over, how often it came in vain, and what calls were refused with.
 */
globalThis.writeInTurns = async ({ storeId, memberId, password, fields, tab, writes }) => {
  const { call, marks } = globalThis.vaultPage;
  const acknowledged = [];
  const refusals = {};
  let [turns, inVain, unlockMs] = [0, 0, 0];
  // A tab that had enough goes on, or the other would have nobody to take the vault from.
  let [hasEnough, otherHasEnough] = [false, false];
  const channel = new BroadcastChannel('kinko-test-turns');
  channel.addEventListener('message', () => {
    otherHasEnough = true;
  });

  /** Errors but that another tab has it end the test. */
  const takeVault = async () => {
    for (;;) {
      await call('takeOver', storeId);
      await call('inspectDevice', marks());
      const asked = Date.now();
      const opened = await call('unlock', { storeId, memberId, password });
      unlockMs = Math.max(unlockMs, Date.now() - asked);
      if (opened.ok) break;
      if (opened.error.type !== 'UsedInOtherTab') throw new Error(`unlock: ${JSON.stringify(opened.error)}`);
      inVain += 1;
      await pause(Math.random() * unlockMs);
    }
    turns += 1;
  };

  let again = [];
  let made = 0;
  // Ends with nothing left that is asked for and not acknowledged.
  while (again.length > 0 || !hasEnough || !otherHasEnough) {
    const batch = [...again];
    while (batch.length < IN_FLIGHT) batch.push({ id: randomId(), name: `${tab} ${made++}` });
    const answers = await Promise.all(batch.map(({ id, name }) => call('registerPerson', { id, fields: { ...fields, name } })));
    acknowledged.push(...batch.filter((_, at) => answers[at].ok));
    // Whoever got no good answer is asked for again under the same id: it may be there, and must not be there twice.
    again = batch.filter((_, at) => !answers[at].ok);
    if (!hasEnough && turns >= TURNS && acknowledged.length >= writes) {
      hasEnough = true;
      channel.postMessage('enough');
    }
    const refused = answers.filter(({ ok }) => !ok).map(({ error }) => error.type);
    for (const type of refused) refusals[type] = (refusals[type] ?? 0) + 1;
    if (refused.some((type) => type !== 'Locked')) break;
    if (refused.length === 0) continue;
    // The other is to have time to open the vault, which takes as long as it took here, and to write for as long again.
    await pause(unlockMs * (2 + Math.random()));
    await takeVault();
  }
  channel.close();
  return { acknowledged, turns, inVain, refusals };
};
