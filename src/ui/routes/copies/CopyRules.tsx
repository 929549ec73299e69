import { copiesWords } from '../../../i18n/screens/copies.ts';
import type { IconName } from '../../components/Icon.tsx';
import { Card } from '../../components/Card.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useWordsWith } from '../../words-context.ts';

/** What holds for every own copy: where it lies, what opens it, and that it is not for mailing. */
export const CopyRules = () => {
  const { keep } = useWordsWith(copiesWords).copies;
  const rules: readonly { readonly icon: IconName; readonly title: string; readonly why: string }[] = [
    { icon: 'device', title: keep.where, why: keep.whereWhy },
    { icon: 'key', title: keep.opens, why: keep.opensWhy },
    { icon: 'cross', title: keep.mail, why: keep.mailWhy },
    { icon: 'lock', title: keep.inside, why: keep.insideWhy },
  ];
  return (
    <Card title={keep.title}>
      <ul class="copy-rules" role="list">
        {rules.map((rule) => (
          <li key={rule.title}>
            <Icon name={rule.icon} />
            <div>
              <h3>{rule.title}</h3>
              <p>{rule.why}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
};
