import { fileNameText } from '../../../app/models/file-name-text.ts';
import type { RefusedFile } from '../../../app/models/restore-model.ts';
import type { CopyInspection } from '../../../core/contract/copy-api.ts';
import { errorWords } from '../../../i18n/error-texts.ts';
import { restoreWords } from '../../../i18n/screens/restore.ts';
import { Card } from '../../components/Card.tsx';
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useRestore } from '../../use-restore.ts';
import { useWordsWith } from '../../words-context.ts';

/** The copies that can be restored, newest first. */
export const CopyChoice = ({ usable }: { readonly usable: readonly CopyInspection[] }) => {
  const words = useWordsWith(restoreWords);
  const text = words.restore;
  const model = useRestore();
  return (
    <div class="restore-choice">
      <ChoiceGroup
        label={text.which}
        value={String(model.chosen.value?.index ?? '')}
        onChange={(value) => model.choose(Number(value))}
        choices={usable.map((copy, at) => ({
          value: String(copy.index),
          label: words.dates.dayTime(copy.createdAt) + (at === 0 && usable.length > 1 ? ` ${text.newest}` : ''),
          hint: (
            <>
              <bdi class="restore-choice__file">{fileNameText(copy.fileName)}</bdi>
              {`\n${text.inside(copy.counts.persons, copy.counts.numbers, copy.counts.entries)}\n${text.vaultId(copy.vaultId)}`}
            </>
          ),
        }))}
      />
      <p>{text.vaultIdWhy}</p>
    </div>
  );
};

/** Files that are no use, each with its reason. */
export const RefusedFiles = ({ files }: { readonly files: readonly RefusedFile[] }) => {
  const words = useWordsWith(restoreWords);
  const text = words.restore;
  if (files.length === 0) return null;
  return (
    <Card title={text.refusedTitle(files.length)}>
      <ul class="restore-refused" role="list">
        {files.map(({ fileName, error }, at) => (
          <li key={at}>
            <Icon name="octagon" small />
            <div>
              <p class="restore-refused__name">
                <bdi>{fileNameText(fileName)}</bdi>
              </p>
              <p>{error.type === 'FileRefused' ? text.refused[error.reason] : errorWords(words.errors, error).what}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
};
