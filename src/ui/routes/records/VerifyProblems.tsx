import type { ProblemGroup } from '../../../app/models/verify-model.ts';
import { gravestClass, groupProblems, recordProblems } from '../../../app/models/verify-model.ts';
import type { VerifyReport } from '../../../core/contract/verify-api.ts';
import { verifyWords } from '../../../i18n/screens/verify.ts';
import { Card } from '../../components/Card.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useWordsWith } from '../../words-context.ts';

const PLACES_NAMED = 3;

/** Each kind of problem once: what it is, what it means, where; then what to do, once for all. */
export const VerifyProblems = ({ report }: { readonly report: VerifyReport }) => {
  const words = useWordsWith(verifyWords);
  const problems = recordProblems(report);
  const groups = groupProblems(problems);
  const todos = words.verify.todos[gravestClass(groups.map(({ type }) => type))];
  return (
    <>
      <Card title={words.verify.found}>
        <ul class="verify-problems" role="list">
          {groups.map((group) => (
            <Problem key={group.type} group={group} />
          ))}
        </ul>
      </Card>
      <Card title={words.verify.todo}>
        <ol class="verify-todos">
          {todos.map((todo) => (
            <li key={todo}>{todo}</li>
          ))}
        </ol>
      </Card>
    </>
  );
};

const Problem = ({ group }: { readonly group: ProblemGroup }) => {
  const words = useWordsWith(verifyWords);
  const { what, means } = words.verifyProblems[group.type];
  const named = group.places
    .filter(({ seq, line }) => seq >= 0 || line > 0)
    .slice(0, PLACES_NAMED)
    .map(({ seq, line }) => (seq >= 0 ? words.verify.place(seq + 1) : words.verify.placeLine(line)));
  if (group.places.length > PLACES_NAMED) named.push(words.verify.more(group.places.length - PLACES_NAMED));
  return (
    <li class="verify-problems__item">
      <span class="verify-problems__shape">
        <Icon name="octagon" />
      </span>
      <div>
        <h3>{what}</h3>
        <p>{means}</p>
        {named.length === 0 ? null : (
          <p class="verify-problems__where">
            {words.verify.where}: {words.verify.list(named)}
          </p>
        )}
      </div>
    </li>
  );
};
