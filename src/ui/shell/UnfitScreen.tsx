import { hrefTo } from '../../app/router/routes.ts';
import { useApp } from '../app-context.ts';
import { Button, LinkButton } from '../components/Button.tsx';
import { Card } from '../components/Card.tsx';
import { PageHeader } from '../components/PageHeader.tsx';
import { useWords } from '../words-context.ts';

/** This browser cannot hold a vault: what it lacks, and which ones can. A page around the app is told first. */
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
