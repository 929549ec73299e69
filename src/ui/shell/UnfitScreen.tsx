import { hrefTo } from '../../app/router/routes.ts';
import { useApp } from '../app-context.ts';
import { Button, LinkButton } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { useWords } from '../words-context.ts';

/** This browser cannot hold a vault: what it lacks, and which ones can. What can be mended here is told first: a page around the app, a setting. */
export const UnfitScreen = ({ missing }: { readonly missing: readonly string[] }) => {
  const words = useWords();
  const { reload, address } = useApp();
  if (missing.includes('ownWindow'))
    return (
      <>
        <PageHeader title={words.trouble.framed} why={words.trouble.framedWhy} />
        <a class="button button--primary" href={address} target="_blank" rel="noreferrer">
          {words.trouble.framedDo}
        </a>
      </>
    );
  if (missing.length === 1 && missing.includes('siteData')) return <Blocked />;
  const features: Readonly<Record<string, string>> = words.diagnosis.features;
  return (
    <>
      <PageHeader title={words.trouble.tooOld} why={words.trouble.tooOldWhy} />
      <div class="stack">
        {missing.includes('secureContext') ? <p>{words.trouble.insecure}</p> : null}
        <Card title={words.trouble.tooOldMissing}>
          <ul role="list">
            {missing.map((name) => (
              <li key={name}>{features[name] ?? name}</li>
            ))}
          </ul>
        </Card>
        <p>{words.trouble.tooOldGood}</p>
        <div class="row">
          <Button look="primary" onClick={reload}>
            {words.trouble.reload}
          </Button>
          <LinkButton href={hrefTo('diagnosis')}>{words.diagnosis.title}</LinkButton>
        </div>
      </div>
    </>
  );
};

/** The browser can, and is set not to: nothing is wrong with it, and a vault that was made before is still there. */
const Blocked = () => {
  const { trouble, diagnosis } = useWords();
  const { reload, address } = useApp();
  return (
    <>
      <PageHeader title={trouble.blocked} why={trouble.blockedWhy} />
      <div class="stack">
        <ol>
          {trouble.blockedHow.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          {trouble.blockedAddress}: <strong>{address}</strong>
        </p>
        <Card title={trouble.notTitle}>
          <p>{trouble.blockedNot}</p>
        </Card>
        <div class="row">
          <Button look="primary" onClick={reload}>
            {trouble.reload}
          </Button>
          <LinkButton href={hrefTo('diagnosis')}>{diagnosis.title}</LinkButton>
        </div>
      </div>
    </>
  );
};
