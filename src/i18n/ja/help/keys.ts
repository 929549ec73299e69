import type { HelpKeyTexts } from '../../help-keys.ts';
import { KEY_CAPS } from '../../help-keys.ts';
import type { HelpTopic } from '../../help-texts.ts';
import { persons } from '../persons.ts';
import { records } from '../records.ts';
import { register } from '../register.ts';
import { shell } from '../shell.ts';

const places: HelpKeyTexts['places'] = {
  everywhere: {
    where: 'どの画面でも',
    does: {
      move: '次の、または前の、押すところや入れるところへ移ります。',
      press: 'ボタンを押します。リンクは、Enterで開きます。',
      skip: `画面のいちばん上で続けて押すと、「${shell.skip}」で、左の項目をとばせます。`,
    },
  },
  field: { where: '文字を入れる欄', does: { send: '下のボタン（「次へ」「保存する」など）を押すのと同じです。何行も入れられる欄では、行が変わります。' } },
  choice: {
    where: '選ぶところ',
    does: { change: '丸いしるしの項目を、前や次に変えます。', tick: '四角いしるしを、付けたり外したりします。' },
  },
  question: {
    where: '画面のまん中に出る問い',
    does: { leave: '何もせずに閉じて、元のところへもどります。', stay: '自動で閉じる前の知らせは、どれかのキーを押すと消え、そのまま使えます。' },
  },
  personSearch: {
    where: `「${persons.title}」のさがす欄`,
    does: { toList: '下の一覧へ移ります。', clear: '打ったものを消して、全員にもどします。' },
  },
  personList: {
    where: `「${persons.title}」の一覧`,
    does: { row: '1人ずつ移ります。', rows: '10人ずつ移ります。', ends: 'いちばん上、いちばん下へ移ります。', open: 'その人を開きます。' },
  },
  personFinder: {
    where: `人を1人選ぶ欄（登録の「${register.parent}」、記録の「${records.filter.person}」、取り込み）`,
    does: { offer: '出てきた人のあいだを移ります。', take: 'その人に決めます。', close: '出てきた人を隠します。' },
  },
  password: { where: 'パスワードの欄', does: { caps: '大文字の入力になっているあいだ、欄の下に知らせが出ます。' } },
  code: { where: '回復コードの欄', does: { back: '空の枠で押すと、前の枠へもどります。次の枠へは、いっぱいになると移ります。' } },
  print: { where: '印刷する画面', does: { print: '「印刷する」を押すのと同じです。記録に残してから、印刷の窓が出ます。' } },
  helpSearch: { where: '使い方をさがす欄', does: { clear: '打ったものを消して、すべての項目にもどします。' } },
};

export const keys = {
  keys: {
    title: 'キーボードで使う',
    lead: 'マウスを使わなくても、すべての画面を使えます。',
    steps: ['Tabを押して、押したいところまで進みます。いまいるところには、太い枠が付きます。', 'Enterを押すと、そこを押したことになります。', '行きすぎたら、Shiftを押しながらTabでもどります。'],
    keys: {
      title: 'どのキーで何ができるか',
      names: {
        ...KEY_CAPS,
        'Shift+Tab': 'Shift＋Tab',
        Space: 'スペース',
        'Ctrl+P': 'Ctrl＋P',
        Any: 'どのキーでも',
      },
      places,
    },
    asks: [
      { ask: 'ほかにもキーはありますか', answer: '番号金庫のキーは、上のものがすべてです。画面を送る、文字を大きくするなど、ブラウザーのキーは、いつもどおり使えます。' },
      { ask: 'かなや漢字に変えている途中でEnterを押すと、送られますか', answer: '送られません。変換を決めるEnterやEscは、文字を打つためのものとして扱います。' },
      { ask: 'MacやiPadでは、どのキーですか', answer: 'CtrlのかわりにCommandを使います。Tabがリンクやボタンに止まらないときは、MacはSafariの設定の「詳細」で、iPadは設定の「アクセシビリティ」の「フルキーボードアクセス」で、止まるようにします。' },
    ],
    words: 'キー ショートカット 矢印 マウスなし 操作 Tab Enter Esc Command 読み上げ',
  },
} satisfies Record<string, HelpTopic>;
