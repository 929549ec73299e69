import type { HelpTopic } from '../../help-texts.ts';
import { checkpoints } from '../checkpoints.ts';
import { copies } from '../copies.ts';
import { records } from '../records.ts';
import { restore } from '../restore.ts';
import { verify } from '../verify.ts';

export const recordTopics = {
  records: {
    title: '取扱記録を見る',
    lead: 'だれが、いつ、だれの番号を、何のために使ったかが並びます。',
    steps: ['期間、人、操作でしぼります。', `理由や結果は、「${records.columns.why}」に出ます。`, `書きかえがないかは「${records.verify}」で調べます。`],
    asks: [
      { ask: '記録を消せますか', answer: '消せません。消したり書きかえたりすると、検証でわかります。' },
      { ask: '記録に番号や名前は入っていますか', answer: '番号は入りません。名前は、いま登録のある人だけ、画面で補って出しています。' },
      {
        ask: '「金庫の中身が壊れているのを見つけた」とは何ですか',
        answer: '書いたときと違う中身に気づいた、という記録です。同じ壊れかたは一度だけ書きます。そのほかの中身は、いままでどおり使えます。控えから戻すと直ります。',
      },
      { ask: '紙で見せるには', answer: '「印刷する」を押すと、しぼったとおりの記録に、記録の指紋と検証の結果を付けてA4に出します。' },
    ],
    words: 'ログ 履歴 操作履歴 帳簿 監査 印刷 紙',
  },
  verify: {
    title: '記録を検証する',
    lead: '抜けも書きかえもないことを、はじめから終わりまで調べます。',
    steps: [
      `「${verify.do}」を押して待ちます。`,
      `前に渡した確認票があれば、「${verify.kept.title}」に入れて、くらべます。`,
      `ほかの人に確かめてもらうときは、「${verify.give.do}」を押して渡します。名前も番号も入っていません。`,
    ],
    asks: [
      { ask: '問題が見つかったとき', answer: verify.todos.record.join('') },
      {
        ask: '前の記録だけが合わないとき',
        answer: '合わない記録の控えから戻すと、新しい記録が始まり、前の記録が合わないことも書き残します。前の記録は直りませんが、そのあとの記録がつながっているかは、これからも確かめられます。',
      },
      { ask: 'だれでも検証できますか', answer: verify.give.why },
    ],
    words: '検査 監査 改ざん 書き出し エクスポート',
  },
  checkpoint: {
    title: '確認票を渡す',
    lead: 'いまの記録の「指紋」です。外の人に渡しておくと、あとからの書きかえがわかります。',
    steps: checkpoints.how,
    asks: [
      {
        ask: 'なぜ、外の人に渡すのですか',
        answer: '端末の中身を丸ごと前の日のものにもどされると、端末の中だけでは見分けられません。開けたときに出る「この前の記録」の日時と、外に渡した確認票だけが頼りです。鍵のファイルだけをもどされると、前のパスワードでも開くことがあります。心配なときは「漏えいの疑い」で鍵を取りかえます。',
      },
      { ask: '渡してもよいものですか', answer: checkpoints.noNumbers },
      { ask: 'いつ渡しますか', answer: checkpoints.whenWhy },
    ],
    words: '指紋 税理士 証明 QR 渡す',
  },
  copies: {
    title: '控えをとる',
    lead: '端末が壊れても戻せるように、中身のすべてを1つのファイルにします。',
    steps: [
      `「${copies.make}」を押します。`,
      '置き場所を選んで保存します。USBメモリなど、この端末の外に置きます。',
      '書いたファイルを読み直して、確認済みになるのを見ます。',
    ],
    asks: [
      { ask: 'どのくらいの間隔でとりますか', answer: '何かを変えた日か、月に一度です。古くなると、ホームで知らせます。' },
      { ask: '税理士に送ってもよいですか', answer: copies.keep.mailWhy },
      { ask: '控えを開けるものは何ですか', answer: copies.keep.opensWhy },
      { ask: 'USBメモリに貼るラベルはありますか', answer: 'あります。金庫の名前、日付、金庫の番号のはじめの8文字、たずねる先が入ります。アプリの名前も、中に何があるかも書かないので、拾った人の気を引きません。' },
    ],
    words: 'バックアップ USB 保存 ファイル ラベル',
  },
  restore: {
    title: '控えから戻す',
    lead: '端末を替えたとき、壊れたときに、控えから元どおりにします。',
    steps: [
      'はじめの画面か、控えの画面から「控えから戻す」を押します。',
      '控えファイルを選びます。いくつも選ぶと、いちばん新しいものを見つけます。',
      '控えをとった日のパスワードか、回復の紙のコードを入れます。',
      '戻ったら、新しい控えと新しい回復の紙をつくります。',
    ],
    asks: [
      { ask: '途中で失敗したら', answer: 'すべてが開くことを確かめてから切りかえるので、いまあるものは何も変わりません。' },
      { ask: '控えをとったあとの変更は', answer: '戻りません。入れなおします。' },
      { ask: '控えのあとで消した人は', answer: restore.olderBack },
      { ask: `「${restore.broken}」と出ました`, answer: restore.brokenWhy },
      { ask: '控えファイルが見つかりません', answer: restore.noneWhy },
    ],
    words: '復元 機種変更 故障 リストア 引っ越し パソコン スマホ 壊れた 買いかえ 別の端末',
  },
} satisfies Record<string, HelpTopic>;
