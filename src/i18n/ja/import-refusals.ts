import type { ImportRefusalTexts } from '../import-refusal-texts.ts';

const SAVE_AS_CSV = 'Excelの「名前を付けて保存」で種類に「CSV」を選び、できたファイルを取り込みます。';
const OPEN_AND_MEND = 'もとの表でその行をなおし、CSVで保存しなおします。';

/** Why a list cannot be taken in. */
export const importRefusals: ImportRefusalTexts = {
  TooLarge: ({ bytes, limit }) => ({
    what: `ファイルが大きすぎます（${Math.ceil(bytes / 1_048_576)}MB）。${limit / 1_048_576}MBまで読めます。`,
    todo: '名簿のファイルかをたしかめます。写真や文書は取り込めません。',
  }),
  Empty: () => ({ what: 'ファイルが空です。', todo: 'もとの表を開いて、中身があるかをたしかめます。' }),
  Workbook: () => ({ what: 'Excelのファイル（xlsxなど）は、そのままでは読めません。', todo: SAVE_AS_CSV }),
  Pdf: () => ({ what: 'PDFは読めません。', todo: 'もとの表があれば、CSVで保存して取り込みます。' }),
  Utf16: () => ({ what: '「Unicodeテキスト」で保存されたファイルです。', todo: SAVE_AS_CSV }),
  Binary: () => ({ what: '文字のファイルではありません。', todo: SAVE_AS_CSV }),
  UnknownEncoding: () => ({ what: '文字の種類がわからず、名前が化けるおそれがあるので読みません。', todo: SAVE_AS_CSV }),
  TooManyRows: ({ limit }) => ({ what: `行が多すぎます。${limit.toLocaleString('ja-JP')}行まで読めます。`, todo: '表をいくつかに分けて取り込みます。' }),
  TooManyColumns: ({ line, limit }) => ({ what: `${line}行目の列が多すぎます。${limit}列まで読めます。`, todo: OPEN_AND_MEND }),
  CellTooLong: ({ line }) => ({ what: `${line}行目に、長すぎる欄があります。`, todo: OPEN_AND_MEND }),
  QuoteBroken: ({ line }) => ({ what: `${line}行目の引用符（"）が閉じていません。`, todo: OPEN_AND_MEND }),
  NoHeader: () => ({ what: '見出しの行（氏名など）が見つかりません。', todo: '1行目に「氏名」「従業員番号」「マイナンバー」などの見出しを入れて保存しなおします。' }),
  NoRows: () => ({ what: '見出しのほかに行がありません。', todo: '正しいファイルかをたしかめます。' }),
};
