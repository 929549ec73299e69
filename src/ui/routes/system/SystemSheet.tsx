import type { ComponentChildren } from 'preact';
import type { SystemRow, SystemText } from '../../../i18n/ja/system.ts';
import { useApp } from '../../app-context.ts';
import { Sheet } from '../../components/Sheet.tsx';
import { useVault } from '../../vault-context.ts';
import { useWords } from '../../words-context.ts';
import { SystemPicture } from './SystemPicture.tsx';
import './system-sheet.css';

/** システム構成説明書: what lies where, algorithms, who holds keys, requests, measures of the guideline, limits. */
export const SystemSheet = ({ text }: { readonly text: SystemText }) => {
  const words = useWords();
  const { address, build, version } = useApp();
  const vault = useVault();
  const view = vault.view.value;
  const facts: readonly (readonly [string, string])[] = [
    [text.facts.label, view.label],
    [text.facts.made, words.dates.day(vault.now())],
    [text.facts.build, words.shell.versionAndBuild(version, build)],
    [text.facts.address, address],
    [text.facts.vaultId, view.vaultId],
    [text.facts.storeId, view.storeId],
  ];
  return (
    <Sheet title={text.sheet} look="system-sheet">
      <dl class="system-sheet__facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p class="system-sheet__summary">{text.summary}</p>
      <SystemPicture text={text.picture} />
      <Part title={text.places.title}>
        <Rows head={text.places.head} rows={text.places.rows} />
        <p>{view.opfs ? text.keyring.opfs : text.keyring.database}</p>
      </Part>
      <Part title={text.locks.title} look="left">
        <Rows head={text.locks.head} rows={text.locks.rows} />
        <p>{text.locks.spec}</p>
      </Part>
      <Part title={text.holders.title} look="right">
        <Lines
          lines={[
            text.holders.owner(view.memberName),
            text.holders.ways,
            view.kitMadeAt === null ? text.holders.noKit : text.holders.kit(words.dates.day(view.kitMadeAt)),
            text.holders.maker,
          ]}
        />
      </Part>
      <Part title={text.requests.title} look="right">
        <Lines lines={text.requests.rows} />
      </Part>
      <Part title={text.measures.title} look="short">
        <Rows head={text.measures.head} rows={text.measures.rows} />
        <p class="system-sheet__source">{text.measures.source}</p>
      </Part>
      <Part title={text.limits.title} look="short">
        <Lines lines={text.limits.rows} />
      </Part>
    </Sheet>
  );
};

/** `left` and `right` stand beside each other on paper; `short`: words of the first column are. */
const Part = (props: { readonly title: string; readonly look?: 'left' | 'right' | 'short'; readonly children: ComponentChildren }) => (
  <section class={props.look === undefined ? 'system-sheet__part' : `system-sheet__part system-sheet__part--${props.look}`}>
    <h3>{props.title}</h3>
    {props.children}
  </section>
);

const Rows = ({ head, rows }: { readonly head: SystemRow; readonly rows: readonly SystemRow[] }) => (
  <table class="system-sheet__table">
    <thead>
      <tr>
        <th scope="col">{head.name}</th>
        <th scope="col">{head.what}</th>
        <th scope="col">{head.how}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.name}>
          <th scope="row">{row.name}</th>
          <td data-head={head.what}>{row.what}</td>
          <td data-head={head.how}>{row.how}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul class="system-sheet__lines">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
