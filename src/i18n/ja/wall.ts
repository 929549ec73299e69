/** The wall beside the screens before the lock: what one needs there, what becomes of it. Stands only where there is room. */
export const wall = {
  create: {
    title: '用意するもの',
    time: '10分ほどの時間',
    paper: '紙とペン。プリンターでもかまいません',
    stick: '控えを置くUSBメモリ。あとでもかまいません',
  },
  kit: {
    title: '2つそろうと、戻せます',
    sheet: '回復の紙',
    copy: '控えファイル',
    vault: '金庫',
    why: 'パスワードを忘れても、端末が壊れても、この2つから元に戻せます。別々の場所にしまいます。',
  },
  unlock: {
    title: '鍵がかかっています',
    here: '中身は、この端末と、あなたの控えにだけあります',
    shut: '開けるまで、名前も番号も読めません',
    quiet: '中身を外へ送りません',
  },
  /** No vault on this device. */
  none: {
    title: 'この端末に、金庫はまだありません',
    make: '金庫は、はじめの画面でつくります。控えからも戻せます',
  },
  /** Before one knows, or can know, whether there is a vault. */
  place: {
    title: 'この端末の中だけで預かります',
    here: '中身は、この端末と、あなたの控えにだけ置きます',
    shut: '鍵をかけるので、開けるまで名前も番号も読めません',
  },
  recover: {
    title: '紙のここを見ます',
    why: '回復の紙のまん中にある、7つのまとまりです。',
  },
  restore: {
    title: '戻すのに要るもの',
    copy: '控えファイル',
    key: 'パスワードか回復の紙',
    vault: '金庫',
    why: 'どちらか1つだけでは、だれにも戻せません。',
  },
  erase: {
    title: '消したあと',
    gone: 'この端末の中身と鍵は、元に戻せません',
    stays: '控えファイルは残り、別の端末で戻せます',
  },
};
