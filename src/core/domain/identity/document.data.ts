/**
 * Documents that show a number (番号確認), in the order a list offers them. `channels`: how they may be shown. `note`: what has to be seen on
 * them. `accepted` false stands here so that the app can say why not.
 */
export const NUMBER_DOCUMENTS = [
  { code: 'number-card', label: 'マイナンバーカード（うら面）', channels: ['face', 'post', 'online'], accepted: true, unchanged: false, source: 'https://www.nta.go.jp/taxes/tetsuzuki/mynumberinfo/honninkakunin/shorui.htm', confidence: 'H' },
  { code: 'notification-card', label: '通知カード', channels: ['face', 'post', 'online'], accepted: true, unchanged: true, source: 'http://www.nta.go.jp/taxes/tetsuzuki/mynumberinfo/FAQ/honninkakunin_qa.htm', confidence: 'H' },
  { code: 'residence-record', label: '住民票の写し・記載事項証明書（番号の入ったもの）', channels: ['face', 'post'], accepted: true, unchanged: false, source: 'https://www-pref-mie-lg-jp.cache.yimg.jp/ZEIMU/HP/000124425.htm', confidence: 'H' },
  { code: 'phone-card', label: 'スマートフォンのマイナンバーカード', channels: ['face', 'online'], accepted: true, unchanged: false, source: 'https://blog.mizu-machi.com/post-713', confidence: 'M' },
  { code: 'kept-record', label: '前に本人確認をして預かった番号との照合', channels: ['face', 'post', 'online'], accepted: true, unchanged: false, source: 'https://www.nta.go.jp/taxes/tetsuzuki/mynumberinfo/honninkakunin/shorui.htm', confidence: 'H' },
  { code: 'number-notice', label: '個人番号通知書', channels: [], accepted: false, unchanged: false, source: 'https://www.city.saitama.lg.jp/006/007/002/020/p045146.html', confidence: 'H' },
] as const;

/**
 * Documents that show who somebody is (身元確認). photo: one is enough. plain: two are needed. exception: none is looked at, for the reason it
 * names. `staff`: of persons in employment alone.
 */
export const IDENTITY_DOCUMENTS = [
  { code: 'number-card', label: 'マイナンバーカード（おもて面）', kind: 'photo', channels: ['face', 'post', 'online'], staff: false, source: 'https://www.nta.go.jp/taxes/tetsuzuki/mynumberinfo/honninkakunin/shorui.htm', confidence: 'H' },
  { code: 'driving-licence', label: '運転免許証', kind: 'photo', channels: ['face', 'post', 'online'], staff: false, source: 'https://elaws.jp/view/426M6000000A003', confidence: 'H' },
  { code: 'driving-history', label: '運転経歴証明書（平成24年4月1日以後のもの）', kind: 'photo', channels: ['face', 'post'], staff: false, source: 'https://elaws.jp/view/426M6000000A003', confidence: 'H' },
  { code: 'passport', label: 'パスポート', kind: 'photo', channels: ['face', 'post'], staff: false, source: 'https://elaws.jp/view/426M6000000A003', confidence: 'H' },
  { code: 'residence-card', label: '在留カード・特別永住者証明書', kind: 'photo', channels: ['face', 'post'], staff: false, source: 'https://elaws.jp/view/426M6000000A003', confidence: 'H' },
  { code: 'disability-handbook', label: '身体障害者手帳・精神障害者保健福祉手帳・療育手帳', kind: 'photo', channels: ['face', 'post'], staff: false, source: 'https://elaws.jp/view/426M6000000A003', confidence: 'H' },
  { code: 'other-photo', label: '写真つきの公的な書類（学生証・社員証・資格証明書など）', kind: 'photo', channels: ['face', 'post'], staff: false, source: 'https://jichi6r6.gyosei.jp/jichi_r6/hourei_eiten/reiki_honbun/08ab4495001.html', confidence: 'H' },
  { code: 'insurance-confirmation', label: '資格確認書（健康保険）', kind: 'plain', channels: ['face', 'post'], staff: false, source: 'https://www.pmac.shigaku.go.jp/annai/news/mynumber/mynumber_03/detail/mynumber_03_01.html', confidence: 'H' },
  { code: 'pension-notice', label: '年金手帳・基礎年金番号通知書', kind: 'plain', channels: ['face', 'post'], staff: false, source: 'https://www.pmac.shigaku.go.jp/annai/news/mynumber/mynumber_03/detail/mynumber_03_01.html', confidence: 'H' },
  { code: 'child-allowance', label: '児童扶養手当証書・特別児童扶養手当証書', kind: 'plain', channels: ['face', 'post'], staff: false, source: 'https://www.pmac.shigaku.go.jp/annai/news/mynumber/mynumber_03/detail/mynumber_03_01.html', confidence: 'H' },
  { code: 'other-plain', label: '写真のない身分証・公共料金や税金の領収書・納税証明書', kind: 'plain', channels: ['face', 'post'], staff: false, source: 'https://jichi6r6.gyosei.jp/jichi_r6/hourei_eiten/reiki_honbun/08ab4495001.html', confidence: 'M' },
  { code: 'by-sight', label: '書類なし（会ってみて本人に間違いない）', kind: 'exception', channels: ['face'], staff: true, source: 'https://www.nta.go.jp/taxes/tetsuzuki/mynumberinfo/honninkakunin/shorui.htm', confidence: 'H' },
  { code: 'own-form', label: '本人確認ずみの人に、こちらから送った氏名印字の書類', kind: 'exception', channels: ['face', 'post'], staff: false, source: 'https://www.nta.go.jp/taxes/tetsuzuki/mynumberinfo/honninkakunin/shorui.htm', confidence: 'H' },
  { code: 'login', label: 'こちらが本人確認のうえ渡したIDとパスワード', kind: 'exception', channels: ['online'], staff: false, source: 'https://www.nta.go.jp/taxes/tetsuzuki/mynumberinfo/honninkakunin/shorui.htm', confidence: 'H' },
  { code: 'e-signature', label: '電子署名', kind: 'exception', channels: ['online'], staff: false, source: 'https://www.nta.go.jp/taxes/tetsuzuki/mynumberinfo/honninkakunin/shorui.htm', confidence: 'H' },
] as const;

/** What shows that somebody may act for another (代理権). */
export const PROXY_DOCUMENTS = [
  { code: 'mandate', label: '委任状', source: 'http://kojin-joho-hogoshi.jp/?p=487', confidence: 'H' },
  { code: 'family-register', label: '戸籍謄本など（法定代理人）', source: 'http://kojin-joho-hogoshi.jp/?p=487', confidence: 'H' },
] as const;
