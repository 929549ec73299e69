import type { HelpKeyTexts } from '../../../i18n/help-keys.ts';
import { toldKeys } from '../../../i18n/help-keys.ts';
import './help-keys.css';

/** Which key does what, place by place. */
export const HelpKeys = (props: { readonly text: HelpKeyTexts; readonly headings: 'h2' | 'h3' }) => {
  const { text, headings: Heading } = props;
  const Place = Heading === 'h2' ? 'h3' : 'h4';
  return (
    <>
      <Heading>{text.title}</Heading>
      {toldKeys(text).map(({ where, rows }) => (
        <section key={where} class="help-keys">
          <Place>{where}</Place>
          <dl class="help-keys__rows">
            {rows.map(({ keys, what }) => (
              <div key={what}>
                <dt class="help-keys__keys">
                  {keys.map((key) => (
                    <kbd key={key}>{text.names[key]}</kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
};
