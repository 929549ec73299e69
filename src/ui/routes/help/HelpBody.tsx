import type { ComponentChildren } from 'preact';
import type { HelpTexts, HelpTopic } from '../../../i18n/help-texts.ts';
import { HelpKeys } from './HelpKeys.tsx';

/** Steps, keys and questions of a topic; `children` stands between them. */
export const HelpBody = (props: {
  readonly text: HelpTexts;
  readonly topic: HelpTopic;
  readonly headings: 'h2' | 'h3';
  readonly children?: ComponentChildren;
}) => {
  const { text, topic, headings: Heading } = props;
  return (
    <>
      <Heading>{text.steps}</Heading>
      <ol class="help-article__steps">
        {topic.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {topic.keys === undefined ? null : <HelpKeys text={topic.keys} headings={Heading} />}
      {props.children}
      <Heading>{text.asks}</Heading>
      <dl class="help-article__asks">
        {topic.asks.map(({ ask, answer }) => (
          <div key={ask}>
            <dt>{ask}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};
