/** `problem` of InvalidInput, in the words of someone filling in a form. */
const known: Record<string, string> = {
  Empty: '何も入っていません。',
  Required: '何も入っていません。',
  Missing: '何も入っていません。',
  TooLong: '長すぎます。',
  TooShort: '短すぎます。',
  Control: '使えない文字（改行など）が入っています。',
  NotChosen: 'どれか1つを選びます。',
  Formula: '「=」「+」「-」「@」で始まることばは使えません。',
  NotDigits: '数字でない文字が入っています。',
  NotTwelveDigits: '12桁になっていません。',
  AllZero: '0だけの番号は使えません。',
  CheckDigit: '入力まちがいの可能性があります。12桁をもう一度見くらべます。',
  Different: '1回目と違います。',
  NotADate: 'その日付はありません。',
  InFuture: '先の日付です。',
  OutOfRange: '範囲の外です。',
};

export const problems = {
  say: (problem: string): string => known[problem] ?? '書き方を見なおします。',
};
