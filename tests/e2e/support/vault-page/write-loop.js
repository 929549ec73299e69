// Writes without a pause, and says on the console what the vault has acknowledged: the test kills the browser meanwhile.
const say = (message) => console.log(`kinko-ack ${JSON.stringify(message)}`);

const randomId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};

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
      let view = must(await call('registerPerson', { id, fields: { ...fields, name } }));
      say({ did: 'register', id, name });
      must(await call('enterNumber', { personId: id, text: numbers[at], again: null, replaces: false, sameAs: null }));
      say({ did: 'number', id, name });
      if (at % 4 === 1) {
        view = must(await call('viewPerson', id));
        must(await call('changePerson', { id, rev: view.rev, fields: { ...view.fields, code: `C${at}` } }));
        say({ did: 'change', id, name });
      }
      kept.push(id);
      if (at % 9 === 8) {
        const gone = kept.shift();
        say({ did: 'cancelling', id: gone });
        must(await call('cancelPersons', [gone]));
        say({ did: 'cancel', id: gone });
      }
    }
    say({ did: 'end' });
  } catch (error) {
    say({ did: 'fail', error: String(error) });
  }
};
