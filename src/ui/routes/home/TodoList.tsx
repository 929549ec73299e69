import type { ComponentChildren } from 'preact';
import type { Todo } from '../../../app/models/home-todos.ts';
import { hrefTo } from '../../../app/router/routes.ts';
import type { Messages } from '../../../i18n/messages.ts';
import { homeWords } from '../../../i18n/screens/home.ts';
import { useApp } from '../../app-context.ts';
import { Button, LinkButton } from '../../components/Button.tsx';
import type { ButtonLook } from '../../components/Button.tsx';
import type { ChipTone } from '../../components/Chip.tsx';
import type { IconName } from '../../components/Icon.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Mark } from '../../components/Mark.tsx';
import { nameText } from '../../name-text.ts';
import { usePersons } from '../../use-persons.ts';
import { useVault } from '../../vault-context.ts';
import { useWordsWith } from '../../words-context.ts';

interface Said {
  readonly tone: ChipTone;
  readonly icon: IconName;
  readonly title: string;
  readonly why: string;
}

/** Names said of those whose number is in question. */
const NAMED = 3;

/** Parts by the words they stand under beside the list. */
const UNREAD = { copies: 'copies', record: 'records' } as const;

/** The title says the state, the line under it why. */
const say = (words: Pick<Messages, 'copies' | 'dates' | 'home'>, todo: Todo, isCodeAtHand: boolean): Said => {
  const text = words.home.todo;
  switch (todo.type) {
    case 'rehearse':
      return isCodeAtHand
        ? { tone: 'bad', icon: 'key', title: text.rehearse, why: text.rehearseWhy }
        : { tone: 'bad', icon: 'key', title: text.remake, why: text.remakeWhy };
    case 'rehearse-again':
      return { tone: 'wait', icon: 'key', title: text.rehearseAgain, why: text.rehearseAgainWhy };
    case 'record-broken':
      return { tone: 'bad', icon: 'record', title: text.recordBroken, why: text.recordBrokenWhy(words.dates.day(todo.at)) };
    case 'damage':
      return { tone: 'bad', icon: 'info', title: text.damage, why: text.damageWhy(words.dates.day(todo.at)) };
    case 'unread':
      return { tone: 'warn', icon: 'info', title: text.unread, why: text.unreadWhy(todo.parts.map((part) => words.home.state[UNREAD[part]])) };
    case 'import-doubts':
      return { tone: 'warn', icon: 'upload', title: text.doubts(todo.count), why: text.doubtsWhy };
    case 'first-person':
      return { tone: 'info', icon: 'people', title: text.firstPerson, why: text.firstPersonWhy };
    case 'first-copy':
      return { tone: 'bad', icon: 'copy', title: text.firstCopy, why: text.firstCopyWhy(todo.persons) };
    case 'unverified-copy':
      return { tone: 'warn', icon: 'copy', title: text.unverifiedCopy, why: text.unverifiedCopyWhy };
    case 'restored-copy':
      return { tone: 'bad', icon: 'copy', title: words.copies.state.restored, why: words.copies.state.restoredWhy };
    case 'old-copy':
      if (todo.opensBefore && !todo.urgent) return { tone: 'wait', icon: 'copy', title: text.newCopy, why: words.copies.state.waysWhy };
      return {
        tone: todo.urgent ? 'bad' : 'wait',
        icon: 'copy',
        title: todo.urgent ? text.redCopy : text.amberCopy,
        why: text.oldCopyWhy(words.dates.daysAgo(todo.days), todo.changes),
      };
    case 'sources-left':
      return { tone: 'warn', icon: 'upload', title: text.sources, why: text.sourcesWhy([...new Set(todo.sources.map(({ at }) => words.dates.day(at)))]) };
    case 'numbers-unmatched': {
      const named = todo.persons.slice(0, NAMED).map(({ name }) => nameText(name));
      return { tone: 'warn', icon: 'people', title: text.unmatched(todo.persons.length), why: text.unmatchedWhy(named, todo.persons.length - named.length) };
    }
    case 'numbers-missing':
      return {
        tone: 'warn',
        icon: 'people',
        title: text.missing(todo.count),
        why: text.missingWhy(todo.names.map(nameText), todo.count - todo.names.length),
      };
  }
};

/** One act each; the first is the one to begin with, where the list `leads`: below the first steps it does not. */
export const TodoList = ({ todos, leads }: { readonly todos: readonly Todo[]; readonly leads: boolean }) => {
  const words = useWordsWith(homeWords);
  // After a lock nobody here knows the code any more: the paper can only be made anew.
  const isCodeAtHand = useVault().kit.value !== null;
  return (
    <ol class="todo-list" role="list">
      {todos.map((todo, at) => {
        const said = say(words, todo, isCodeAtHand);
        return (
          <li key={todo.type} class="todo-list__item">
            <Mark tone={said.tone}>
              <Icon name={said.icon} />
            </Mark>
            <div class="todo-list__words">
              <h2>{said.title}</h2>
              <p>{said.why}</p>
            </div>
            <div class="todo-list__act">
              <Act todo={todo} look={leads && at === 0 ? 'primary' : 'second'} />
            </div>
          </li>
        );
      })}
    </ol>
  );
};

const Act = ({ todo, look }: { readonly todo: Todo; readonly look: ButtonLook }) => {
  const words = useWordsWith(homeWords);
  const text = words.home.todo;
  const { router } = useApp();
  const persons = usePersons();
  const vault = useVault();
  const link = (href: string, name: ComponentChildren) => (
    <LinkButton look={look} href={href}>
      {name}
    </LinkButton>
  );
  switch (todo.type) {
    case 'rehearse':
      return link(hrefTo('kit'), vault.kit.value === null ? text.remakeDo : text.rehearseDo);
    case 'rehearse-again':
      return link(hrefTo('rehearse'), text.rehearseDo);
    case 'record-broken':
      return link(hrefTo('verify'), words.home.state.verify);
    case 'unread':
      return link(hrefTo('diagnosis'), text.unreadDo);
    case 'import-doubts':
      return link(hrefTo('import'), text.doubtsDo);
    case 'sources-left':
      return link(hrefTo('import'), text.sourcesDo);
    case 'first-person':
      return link(hrefTo('register'), text.firstPersonDo);
    case 'damage':
    case 'first-copy':
    case 'restored-copy':
    case 'old-copy':
      return link(hrefTo('copies'), text.copyDo);
    case 'unverified-copy':
      return link(hrefTo('copies'), text.unverifiedCopyDo);
    case 'numbers-unmatched': {
      const [first] = todo.persons;
      // One after the other: whoever is done with goes from the list.
      return first === undefined ? null : link(hrefTo('person', vault.persons.of(first.id)), text.unmatchedDo);
    }
    case 'numbers-missing':
      return (
        <Button
          look={look}
          onClick={() => {
            persons.narrow({ text: '', kinds: [], states: ['not-asked'] });
            router.go('persons');
          }}
        >
          {text.missingDo}
        </Button>
      );
  }
};
