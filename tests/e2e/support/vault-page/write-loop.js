// Writes without a pause, and says on the console what the vault has acknowledged: the test kills the browser meanwhile.
import { randomId } from './random-id.js';

const say = (message) => console.log(`kinko-ack ${JSON.stringify({ ...message, answered: Date.now() })}`);

const must = (answer) => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value;
};

/** `fields`: a person without a name. Names end in the place of the number in `numbers`, so a reader knows what belongs together. */
globalThis.writeForEver = async ({ fields, numbers, from }) => {
  const { call } = globalThis.vaultPage;
  const kept = [];
  try {
    for (let at = from; at < numbers.length; at += 1) {
      const id = randomId();
      const name = `書込 ${at}`;
      let asked = Date.now();
      let view = must(await call('registerPerson', { id, fields: { ...fields, name } }));
      say({ did: 'register', id, name, asked });
      asked = Date.now();
      must(await call('enterNumber', { personId: id, text: numbers[at], again: null, replaces: false, sameAs: null }));
      say({ did: 'number', id, name, asked });
      if (at % 4 === 1) {
        view = must(await call('viewPerson', id));
        asked = Date.now();
        must(await call('changePerson', { id, rev: view.rev, fields: { ...view.fields, code: `C${at}` } }));
        say({ did: 'change', id, name, asked });
      }
      kept.push(id);
      if (at % 9 === 8) {
        const gone = kept.shift();
        say({ did: 'cancelling', id: gone });
        asked = Date.now();
        must(await call('cancelPersons', [gone]));
        say({ did: 'cancel', id: gone, asked });
      }
    }
    say({ did: 'end' });
  } catch (error) {
    say({ did: 'fail', error: String(error) });
  }
};
