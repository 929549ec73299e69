/**
 * Kanji of names that are written in several shapes, for search only: what is kept and printed stays as written.
 * In each group the first shape stands for all. Old and new shapes (kyujitai, shinjitai), the shapes that
 * JIS X 0208 lacks, and the families of names that people cannot spell at the telephone. Not a claim that
 * the characters are the same: a search finds too much rather than too little.
 */
export const VARIANT_KANJI_GROUPS =
  '高髙 崎﨑嵜㟢 辺邉邊 吉𠮷 斉斎齋齊 沢澤 浜濱濵 広廣 国國圀 桜櫻 島嶋嶌 竜龍 滝瀧 恵惠 真眞 円圓 関關 鉄鐵鐡 塩鹽 実實 栄榮 寿壽 ' +
  '万萬 与與 学學斈 会會 黒黑 増增 緑綠 徳德 巌巖 弥彌 蔵藏 総總 聡聰 暁曉 条條 来來 亀龜 当當 富冨 峰峯 松枩 橋槗𣘺 館舘 土圡 柳栁桺 ' +
  '曽曾 瀬瀨 頼賴 淵渕渊 園薗 船舩 彦彥 兎兔 晃晄 穂穗 稲稻 穣穰 桧檜 涌湧 遥遙 尭堯 槙槇 凜凛 亘亙 応應 伝傳 仏佛 区區 県縣 霊靈 ' +
  '鴎鷗 籠篭 芸藝 薬藥 豊豐 郎郞 郷鄕 鴬鶯 麹麴 黄黃 荘莊 壮壯 将將 乗乘 剣劍劔 勲勳 単單 厳嚴 台臺 号號 団團 囲圍 奥奧 姫姬 寛寬 ' +
  '岳嶽 巣巢 従從 戸戶 拝拜 旧舊 晋晉 柏栢 楽樂 様樣 権權 横橫 歩步 毎每 気氣 沖冲 浅淺 浄淨 渉涉 済濟 温溫 湾灣 満滿 瑶瑤 画畫 発發 ' +
  '秋秌穐 糸絲 経經 絵繪 継繼 続續 緒緖 縄繩 薫薰 蛍螢 訳譯 読讀 誉譽 譲讓 転轉 鉱鑛 銭錢 録錄 錬鍊 鎮鎭 険險 随隨 隠隱 青靑 顕顯 ' +
  '駅驛 麦麥 黙默 体體 参參 双雙 収收 叙敍 変變 壱壹 声聲 売賣 宝寶寳 専專 対對 届屆 属屬 峡峽 帯帶 帰歸 庁廳 弁辨辯 弐貳 徴徵 恒恆 悦悅 ' +
  '数數 昼晝 栃杤 桑桒 検檢 歓歡 歯齒 歳歲 湿濕 炉爐 点點 為爲 焼燒 犠犧 独獨 産產 畳疊 礼禮 称稱 ' +
  '窓窻 竃竈 粋粹 繊纖 翠翆 聴聽 肇肈 脇脅 芦蘆 茎莖 萌萠 蒋蔣 蝿蠅 装裝 覚覺 観觀 触觸 証證 豫予 辞辭 逓遞 鶏鷄 鶴鸖';
