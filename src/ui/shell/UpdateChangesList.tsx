import type { UpdateNews } from '../../app/models/update-offer.ts';
import { useApp } from '../app-context.ts';
import { useWords } from '../words-context.ts';
import './update-changes-list.css';

/** More would push the screen's own content out of sight. */
const SHOWN = 3;

/** What a newer version says of itself. Words of another program: text, and nothing else. */
export const UpdateChangesList = ({ news }: { readonly news: UpdateNews | null }) => {
  const words = useWords();
  const { language, version } = useApp();
  if (news === null) return null;
  if (news.step === 'same') return <p>{words.shell.updateSame(version)}</p>;
  if (news.step === 'earlier') return <p>{words.shell.updateEarlier(news.version, version)}</p>;
  const lines = news.notes.flatMap((note) => note[language.language.value]);
  const rest = lines.slice(SHOWN);
  return (
    <div class="update-changes">
      <p>{words.shell.updateVersion(news.version, version)}</p>
      {lines.length === 0 ? null : <Lines label={words.shell.updateChanges} lines={lines.slice(0, SHOWN)} />}
      {rest.length === 0 ? null : (
        <details>
          <summary>{words.shell.updateMore(rest.length)}</summary>
          <Lines label={words.shell.updateMore(rest.length)} lines={rest} />
        </details>
      )}
    </div>
  );
};

const Lines = ({ label, lines }: { readonly label: string; readonly lines: readonly string[] }) => (
  <ul aria-label={label}>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
