import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { SHEET_KINDS } from '../../../core/domain/import/sheet-kind.ts';
import type { ImportPreviewFile } from '../../../core/domain/import/import-preview.ts';
import { importWords } from '../../../i18n/screens/import.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useImport } from '../../use-import.ts';
import { useWordsWith } from '../../words-context.ts';
import './import-files.css';

/** Per file: what kind of table it was taken for, which can be changed; how it is written; what of it is not stored. */
export const ImportFiles = ({ files }: { readonly files: readonly ImportPreviewFile[] }) => {
  const text = useWordsWith(importWords).imports.preview;
  return (
    <section aria-label={text.files}>
      <ul class="import-files" role="list">
        {files.map((file, at) => (
          <File key={at} file={file} at={at} />
        ))}
      </ul>
    </section>
  );
};

const File = ({ file, at }: { readonly file: ImportPreviewFile; readonly at: number }) => {
  const words = useWordsWith(importWords);
  const text = words.imports.preview;
  const model = useImport();
  const open = useSignal(false);
  const choice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open.value) choice.current?.querySelector('select')?.focus();
  }, [open.value]);
  const hasDecisions = [...model.decided.value].some((rowId) => rowId.startsWith(`${at}-`));
  const columns = file.notStoredColumns.map(({ header, column }) => (header === '' ? text.unnamed(column) : header));
  return (
    <li class="import-files__file">
      <div>
        <p class="import-files__name">
          <Icon name="file" small />
          <span>{file.fileName}</span>
        </p>
        <p class="import-files__quiet">
          {text.rows(file.rows)} · {text.encodings[file.encoding]}
        </p>
      </div>
      <div ref={choice}>
        {open.value ? (
          <SelectField
            label={text.kind}
            value={file.kind}
            choices={SHEET_KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
            onChange={(next) => void model.setKind(at, next)}
            hint={hasDecisions ? text.kindLoses : text.decidedBy(file.decidedBy)}
          />
        ) : (
          <p class="import-files__kind">
            <strong>{text.kinds[file.kind]}</strong>
            <Button look="quiet" label={text.kindChange(file.fileName)} onClick={() => (open.value = true)}>
              {words.actions.change}
            </Button>
          </p>
        )}
      </div>
      <p class="import-files__columns">
        <span class="import-files__quiet">{columns.length === 0 ? text.notStoredNone : text.notStored}</span>
        {columns.length === 0 ? null : <span>{words.verify.list(columns)}</span>}
      </p>
    </li>
  );
};
