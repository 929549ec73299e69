/** Words of this app and its trade, which anyone would try first. */
export const APP_WORDS: readonly string[] = [
  'bangokinko',
  'bango',
  'kinko',
  'mynumber',
  'mainanba',
  'kojinbango',
  'password',
  'passphrase',
  'pasuwado',
  '番号金庫',
  '金庫',
  'マイナンバー',
  '個人番号',
  'パスワード',
  'ばんごうきんこ',
];
