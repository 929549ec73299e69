import { purposeOf } from '../../core/domain/person/purpose.ts';
import type { MatchedBy } from '../../core/domain/import/import-doubt.ts';
import type { ErrorWords } from '../error-texts.ts';
import type { ImportDoubtTexts, ImportNoteTexts } from '../import-doubt-texts.ts';
import { dates } from './dates.ts';
import { importFields as fields } from './import-fields.ts';
import { problems } from './problems.ts';

const LOOK = 'カードや通知を見て、入れなおします。';
const said = (written: string): string => (written === '' ? '' : `「${written}」とあります。`);
const san = (name: string): string => (name === '' ? '名前のない人' : `${name}さん`);

const NEW_NAME_OR_OTHER = '名前が変わったのか、別の人かを見ます。別の人なら、';
const OTHER_NAME: Readonly<Record<MatchedBy, ErrorWords>> = {
  code: { what: '同じコードで、名前が違います', todo: `${NEW_NAME_OR_OTHER}コードを入れなおします。` },
  number: { what: '同じ番号で、名前が違います', todo: `${NEW_NAME_OR_OTHER}番号を入れなおします。` },
  name: { what: '「同じ人です」とした人と、名前が違います', todo: `${NEW_NAME_OR_OTHER}「別の人です」を選びます。` },
};

const doubts: ImportDoubtTexts = {
  LeadingZeroDropped: () => ({
    what: '番号のはじめの0が落ちているようです',
    todo: '11桁ですが、はじめに0を足すと正しい番号になります。表計算ソフトが消したようです。',
  }),
  SpreadsheetExponent: () => ({
    what: '番号が「9.0E+11」のような形に変わっています',
    todo: `後ろの桁は消えていて、ファイルからは読めません。${LOOK}`,
  }),
  NotDigits: () => ({ what: '番号に、数字でない文字が入っています', todo: LOOK }),
  NotTwelveDigits: ({ digits }) => ({ what: `番号が12桁ではありません（${digits}桁）`, todo: LOOK }),
  AllZero: () => ({ what: '番号が0だけです', todo: LOOK }),
  CheckDigit: () => ({ what: '番号に、入力まちがいの可能性があります', todo: `最後の確かめの数字が合いません。${LOOK}` }),
  NumberForCompany: () => ({ what: '会社の行に、個人の番号が入っています', todo: '会社のマイナンバーはありません。個人なら「個人です」、会社なら13桁の法人番号を入れます。' }),
  NotThirteenDigits: ({ digits }) => ({ what: `法人番号が13桁ではありません（${digits}桁）`, todo: '請求書や国税庁の公表サイトで見て、入れなおします。' }),
  CorporateCheckDigit: () => ({ what: '法人番号に、入力まちがいの可能性があります', todo: '請求書や国税庁の公表サイトで見て、入れなおします。' }),
  NameMissing: () => ({ what: '氏名がありません', todo: '氏名を入れるか、この行を取り込まずにおきます。' }),
  Formula: ({ field, written }) => ({
    what: `${fields[field]}が計算式になっています`,
    todo: `${said(written)}式は勝手に動くことがあるので、取り込みません。`,
  }),
  NumberInText: ({ field }) => ({
    what: `${fields[field]}の欄に、番号らしいものがあります`,
    todo: '番号は、番号の欄でだけ預かります。ここには表示していません。',
  }),
  NoSuchDay: ({ field, written }) => ({ what: `${fields[field]}が、暦にない日です`, todo: said(written) }),
  NotADate: ({ field, written }) => ({ what: `${fields[field]}を、日付として読めません`, todo: said(written) }),
  EraOutOfRange: ({ field, written, date }) => ({
    what: `${fields[field]}の元号と年が合いません`,
    todo: `${said(written)}年をそのまま数えると、${dates.date(date)}です。`,
  }),
  YearOutOfRange: ({ field, written }) => ({ what: `${fields[field]}の年が、昔すぎるか先すぎます`, todo: said(written) }),
  BirthInFuture: ({ written }) => ({ what: '生年月日が、先の日付です', todo: said(written) }),
  RelationEndsBeforeBegin: () => ({ what: '終わりの日が、始まりの日より前です', todo: '終わりの日を見なおします。' }),
  FieldProblem: ({ field, problem, written }) => ({
    what: `${fields[field]}を、このままでは入れられません`,
    todo: `${said(written)}${problems.say(problem)}`,
  }),
  OwnerKindUnclear: () => ({ what: '個人か会社かが、わかりません', todo: '個人ならマイナンバー、会社なら法人番号を預かります。' }),
  SamePersonTwice: ({ by, other }, place) => ({
    what: by === 'code' ? '同じコードの人が、前の行にもいます' : '同じ人の行が、前にもあります',
    todo: `${place(other)}の${san(other.name)}です。どちらの行を使うかを決めます。`,
  }),
  MaybeSamePerson: ({ name }) => ({ what: '同じ名前の人が、もう登録されています', todo: `金庫の${san(name)}と、同じ人ですか。` }),
  SameNumberTwice: ({ other }, place) =>
    other.type === 'row'
      ? { what: 'ほかの行と同じ番号です', todo: `${place(other)}の${san(other.name)}と同じです。違うほうを入れなおします。` }
      : {
          what: `${san(other.name)}と同じ番号です`,
          todo: other.sameKind
            ? '同じ人なら「同じ人です」を選びます。違う人なら、番号を入れなおします。'
            : '同じ人が別の立場でもいるときは、番号なしで取り込み、あとで対象者の画面から入れます。',
        },
  NumberDiffers: () => ({
    what: '金庫にある番号と違います',
    todo: '番号はどちらも表示しません。番号が変わったと本人から聞いているときだけ、替えます。',
  }),
  NameDiffers: ({ shapes, by }) =>
    shapes ? { what: '名前の、字の形だけが違います', todo: '書類のとおりのほうを残します。' } : OTHER_NAME[by],
  UnknownEmployee: ({ code }) => ({
    what: `従業員番号 ${code} の人がいません`,
    todo: '従業員番号を入れなおすか、だれの扶養かを選びます。',
  }),
  EmployeeMissing: () => ({ what: 'だれの扶養かが、書いてありません', todo: '従業員番号を入れるか、人を選びます。' }),
  EmployeeInDoubt: ({ other }, place) => ({
    what: `${san(other.name)}の行が、まだ決まっていません`,
    todo: `${place(other)}です。そちらを先に決めると、この行も決まります。`,
  }),
  EmployeeNameDiffers: () => ({ what: '従業員番号と、従業員の名前が合いません', todo: 'だれの扶養かを決めます。' }),
};

const notes: ImportNoteTexts = {
  NameOutsideForms: ({ characters }) =>
    `「${characters.join('」「')}」は、電子申告などの書類で使えない字です。金庫には、このまま入れます。`,
  RelationEnded: ({ date }) => `${dates.date(date)}に終わっています。番号がまだ要るかを考えます。`,
  BelowThreshold: () => '年5万円以下の支払いです。支払調書を出さないなら、番号は預かりません。',
  StoredKept: ({ field }) => `ファイルの${fields[field]}は読めないので、金庫にあるものを残します。`,
  SameWithLeadingZero: () => '番号のはじめの0が落ちていますが、金庫にある番号と同じです。',
  CodeZerosDiffer: ({ code }) => `コードの、はじめの0の数が違います。金庫の「${code}」の人として扱います。`,
  RepeatsRow: (row, place) => `${place(row)}と同じことが書いてあります。`,
  Superseded: (row, place) => `${place(row)}のほうを使うので、この行は取り込みません。`,
  PurposeNotAllowed: ({ purpose }) => `「${purposeOf(purpose).label}」は、この事業では使えない目的なので、残しません。`,
};

export const importDoubts = {
  doubts,
  notes,
  fields,
  answers: {
    addLeadingZero: 'はじめに0を足す',
    withoutNumber: '番号なしで取り込む',
    leaveEmpty: (field: string): string => `${field}を空けて取り込む`,
    keepStored: '金庫にあるほうを残す',
    takeFile: 'ファイルのほうに替える',
    takeNumber: 'ファイルの番号に替える',
    keepNumber: '金庫にある番号を残す',
    individual: '個人です',
    company: '会社などです',
    same: '同じ人です',
    other: '別の人です',
    take: 'この行を使う',
    first: '前の行を使う',
    keepParent: (name: string): string => `${san(name)}の扶養です`,
    asDate: (date: string): string => `${dates.date(date)}として取り込む`,
    jump: (name: string): string => `${san(name)}の行を見る`,
  },
  type: {
    number: '番号を入れなおす（12桁）',
    numberDo: 'この番号にする',
    numberSent: '入れた番号は、ボタンを押すと画面から消えます。',
    field: (field: string): string => `${field}を入れなおす`,
    fieldDo: 'これにする',
    corporate: '法人番号を入れなおす（13桁）',
    date: '例: 昭和48年4月2日、1973/4/2',
    parent: 'だれの扶養ですか',
    parentHint: '金庫にいる従業員か事業主を、名前でさがします。',
  },
  sides: { stored: '金庫', file: 'ファイル', first: '前の行', second: 'この行', hidden: '隠しています', another: '番号が違う', nothing: 'なし' },
};
