import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { fileNameText } from '../../../app/models/file-name-text.ts';
import { SHEET_KINDS } from '../../../core/domain/import/sheet-kind.ts';
import type { ImportPreviewFile } from '../../../core/domain/import/import-preview.ts';
import { importWords } from '../../../i18n/screens/import.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useImport } from '../../use-import.ts';
import { useWordsWith } from '../../words-context.ts';
import './import-files.css';

/**
 * Per file: what kind of table it was taken for, which can be changed; how it is written; what of it is not stored. On a phone each fact
 * stands in a line with its name, and the roles are spelled out because some browsers drop them with the layout.
 */
export const ImportFiles = ({ files }: { readonly files: readonly ImportPreviewFile[] }) => {
  const text = useWordsWith(importWords).imports.preview;
  return (
    <div class="import-files">
      <table class="import-files__table" role="table" aria-label={text.files}>
        <thead role="rowgroup">
          <tr role="row">
            {[text.file, text.kind, text.rowCount, text.encoding, text.notStored].map((name) => (
              <th key={name} role="columnheader" scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {files.map((file, at) => (
            <File key={at} file={file} at={at} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const File = ({ file, at }: { readonly file: ImportPreviewFile; readonly at: number }) => {
  const words = useWordsWith(importWords);
  const text = words.imports.preview;
  const columns = file.notStoredColumns.map(({ header, column }) => (header === '' ? text.unnamed(column) : header));
  return (
    <tr role="row">
      <th role="rowheader" scope="row" class="import-files__name">
        <Icon name="file" small />
        <bdi>{fileNameText(file.fileName)}</bdi>
      </th>
      <td role="cell" data-head={text.kind}>
        <Kind file={file} at={at} />
      </td>
      <td role="cell" data-head={text.rowCount}>
        {text.rows(file.rows)}
      </td>
      <td role="cell" data-head={text.encoding}>
        {text.encodings[file.encoding]}
      </td>
      <td role="cell" data-head={text.notStored}>
        {columns.length === 0 ? text.notStoredNone : words.verify.list(columns)}
      </td>
    </tr>
  );
};

const Kind = ({ file, at }: { readonly file: ImportPreviewFile; readonly at: number }) => {
  const words = useWordsWith(importWords);
  const text = words.imports.preview;
  const model = useImport();
  const open = useSignal(false);
  const choice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open.value) choice.current?.querySelector('select')?.focus();
  }, [open.value]);
  const hasDecisions = [...model.decided.value].some((rowId) => rowId.startsWith(`${at}-`));
  return (
    <div ref={choice} class="import-files__kind">
      {open.value ? (
        <SelectField
          label={text.kind}
          value={file.kind}
          choices={SHEET_KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
          onChange={(next) => void model.setKind(at, next)}
          hint={hasDecisions ? text.kindLoses : text.decidedBy(file.decidedBy)}
        />
      ) : (
        <>
          <strong>{text.kinds[file.kind]}</strong>
          <Button look="quiet" label={text.kindChange(fileNameText(file.fileName))} onClick={() => (open.value = true)}>
            {words.actions.change}
          </Button>
        </>
      )}
    </div>
  );
};
