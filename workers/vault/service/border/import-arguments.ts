import type { ImportApi } from '../../../../src/core/contract/import-api.ts';
import type { ImportId } from '../../../../src/core/domain/ids.ts';
import { isId } from '../../../../src/core/domain/ids.ts';
import { IMPORT_FIELDS } from '../../../../src/core/domain/import/import-field.ts';
import type { ImportCorrection, RowChange } from '../../../../src/core/domain/import/import-preview.ts';
import { SHEET_KINDS } from '../../../../src/core/domain/import/sheet-kind.ts';
import { personId } from './person-arguments.ts';
import type { ArgumentShapes, Shape } from './shape.ts';
import { count, flag, instance, list, oneArgument, oneOf, record, text, textThat } from './shape.ts';

const ROW_ID_CHARS = 20;
const CELL_CHARS = 2000;
/** More than an import takes: the service says so in words. */
const MAX_FILES = 100;

const importId = textThat((value): value is ImportId => isId(value));
const isFile = (value: unknown): value is File => value instanceof File;
const field = oneOf(IMPORT_FIELDS);

const CHANGES: { readonly [T in RowChange['type']]: Shape<Extract<RowChange, { readonly type: T }>> } = {
  field: record({ type: oneOf(['field']), field, text: text(CELL_CHARS) }),
  leaveEmpty: record({ type: oneOf(['leaveEmpty']), field }),
  addLeadingZero: record({ type: oneOf(['addLeadingZero']) }),
  takeFile: record({ type: oneOf(['takeFile']), field: oneOf(['name', 'number']) }),
  keepStored: record({ type: oneOf(['keepStored']), field }),
  entity: record({ type: oneOf(['entity']), corporate: flag }),
  sameAs: record({ type: oneOf(['sameAs']), personId, by: oneOf(['name', 'number']) }),
  otherPerson: record({ type: oneOf(['otherPerson']) }),
  parent: record({ type: oneOf(['parent']), personId }),
  leaveOut: record({ type: oneOf(['leaveOut']) }),
  putBack: record({ type: oneOf(['putBack']) }),
  take: record({ type: oneOf(['take']) }),
  reset: record({ type: oneOf(['reset']) }),
};

const CHANGE_TYPES = Object.keys(CHANGES) as RowChange['type'][];
const typed = record({ type: oneOf(CHANGE_TYPES) });
const rowChange: Shape<RowChange> = (value, path) => CHANGES[typed(value, path).type](value, path);

const hasOwn = (value: unknown, key: string): boolean => typeof value === 'object' && value !== null && Object.hasOwn(value, key);

const correction: Shape<ImportCorrection> = (value, path) =>
  hasOwn(value, 'rowId')
    ? record({ importId, rowId: text(ROW_ID_CHARS), change: rowChange })(value, path)
    : record({ importId, fileIndex: count(0, MAX_FILES), kind: oneOf(SHEET_KINDS) })(value, path);

export const importArguments: ArgumentShapes<ImportApi> = {
  readImport: oneArgument(list(instance(isFile), MAX_FILES)),
  correctImport: oneArgument(correction),
  commitImport: oneArgument(importId),
  dropImport: oneArgument(importId),
  confirmSourceDestroyed: oneArgument(importId),
};
