"""The words in which people announce that an event is cancelled, postponed, moved online or full, as patterns."""

import re

MOST = 4000
"""Characters of a text that are looked at."""
BEFORE = 300
"""Characters of a sentence that are looked at before what it announces, so that the work grows with the text."""

CANCELLED, POSTPONED, ONLINE, FULL = "cancelled", "postponed", "moved-online", "full"

_OFF = "(?:中止|取り?(?:止|や)め|とりやめ|見合わせ|見送り|見送る(?=こと)|断念)"
_LATE = "(?:延期|順延)"
_WEB = (
    "(?:オンライン|リモート|ウェブ|(?:WEB|Web|ZOOM|Zoom|YouTube)(?:での?)?)"
    "(?:での?|開催|配信|形式|実施|講座|の?み)*(?:に|へ)?の?"
)
_TURNED = "(?:変更|切り?替え?|移行)"
_ENTRY = (
    "(?:お?申し?込み?|応募|ご?予約|(?:参加者?の?)?募集|参加(?:申し?込み?)?|エントリー|整理券(?:の配布)?"
    "|チケット(?:の販売)?)"
)
_DESK = f"(?:(?:{_ENTRY}の?)?受け?付け?|{_ENTRY})"
_OVER = "(?:終了(?:済み?)?|(?:締め?切|〆切)り?(?:済み?|ました))"
_SO = "(?:に|と|を|が|は)?"
_POLITE = "(?:(?:いた|致)?しました|(?:いた|致)?します|させて(?:いただき|頂き)(?:ました|ます))"
_PAST = (
    f"(?:{_SO}(?:なりました|なって(?:い|お)り?ます|(?:いた|致)?しました|させて(?:いただき|頂き)ました"
    "|決まりました|決定(?:(?:いた|致)?しました)?)|ました|(?:する|させて(?:いただ|頂)く)?こと[とに](?:なり|(?:いた|致)?し|決定し|決まり)ました)"
)
_NOW = f"(?:{_SO}(?:(?:いた|致)?します|させて(?:いただき|頂き)ます|なります)|です|ます)"
_NEWS = "の?(?:お知らせ|ご案内|ご?連絡)"
# What follows an announcement; before a noun (中止となった大会) it only tells of the past.
_DONE = "(?=$|[、,]|ので|ため|から|こと|との|旨)"
_TAIL = f"(?:{_PAST}|{_NOW})?(?:{_NEWS})?(?:に?ついて)?(?:のため)?"
_DATED = (
    r"(?:(?:(?:令和|R)?[0-9]{1,4}[年./])?[0-9]{1,2}(?:月|/)(?:[0-9]{1,2}日?)?|(?:令和|R)?[0-9]{1,4}年度?)(?:分|の|は)?"
)
_BECAUSE = "[^、,]{1,24}(?:ため|により|によって|につき|に伴い)[、,]?"
_WHOLE = (
    "(?:本日|今回|今年度?|本年度?|全日程|全て|すべて|全公演|急遽|無期|当面|当分"
    "|開催|公演|実施|イベント|講座|行事|催し物?|大会|講演会|教室|の|は|を)*"
)
_FRAME = f"(?:{_BECAUSE})?(?:{_DATED})?{_WHOLE}"

# What stands alone, in brackets or as a line: 【12月開催中止】.
NOTICES = {
    CANCELLED: re.compile(
        rf"{_FRAME}(?:{_OFF}|休講|休止中?|キャンセル){_TAIL}|(?:event )?(?:is )?cancell?ed", re.IGNORECASE
    ),
    POSTPONED: re.compile(rf"{_FRAME}{_LATE}{_TAIL}|(?:event )?(?:is )?postponed", re.IGNORECASE),
    ONLINE: re.compile(rf"{_FRAME}{_WEB}{_TURNED}{_TAIL}|(?:has )?moved online", re.IGNORECASE),
    FULL: re.compile(
        rf"{_FRAME}(?:チケット|全席)?(?:満席|満員|予約でいっぱい|定員いっぱい|定員到達|完売|売り?切れ|定員満了|(?:残席|空席|空き)なし)(?:御礼|{_TAIL})"
        rf"|定員に達し(?:た|ました)(?:ため|ので)?.{{0,20}}|(?:{_BECAUSE})?{_DESK}(?:期間)?[はを]?{_OVER}{_TAIL}|締め?切りました"
        r"|キャンセル待ち(?:のみ|(?:の?受け?付け?)中?|です)?|sold out|fully booked",
        re.IGNORECASE,
    ),
}
_SAID = (
    f"(?:(?P<past>{_PAST}|{_NEWS})|(?P<now>{_NOW})|(?P<about>に(?:ついて|関して|関する{_NEWS}))(?=$)|(?P<bare>)(?=$))"
)
_IS = "(?:is|are|was|were|has been|have been) (?:now )?"
_ANYHOW = "(?! if| in case| when| unless)"
# What a sentence says.
SAYINGS = {
    CANCELLED: re.compile(rf"{_OFF}{_SAID}{_DONE}|{_IS}(?:[Cc]ancell?ed|CANCELL?ED){_ANYHOW}"),
    POSTPONED: re.compile(rf"{_LATE}{_SAID}{_DONE}|{_IS}(?:[Pp]ostponed|POSTPONED){_ANYHOW}"),
    ONLINE: re.compile(rf"{_WEB}{_TURNED}(?:{_PAST}|{_NOW}|して(?:開催|実施))"),
    FULL: re.compile(
        r"定員(?:数|人数)?に(?:すでに|既に)?達し(?:ました(?:ので|ため)?|て(?:います|おります)|た(?:ため|ので))(?!ら|場合|とき|時|際)"
        r"|定員[にと]なりました(?:ので|ため)?(?!ら|場合|とき|時|際)"
        r"|(?:満席|満員|定員いっぱい|予約でいっぱい)(?:です|(?:に|と)?(?:なりました|なって(?:い|お)り?ます)|のため|につき|御礼)"
        r"(?!ら|場合|とき|時|際)"
        rf"|{_DESK}(?:期間)?[はを]?(?:すでに|既に|全て|すべて)?"
        rf"(?:終了(?:です|と?なりました|し(?:てい|てお)り?ます|{_POLITE})|(?:締め?切|〆切)(?:り|ら)?(?:ました|って(?:い|お)り?ます"
        r"|らせて(?:いただき|頂き)ました))(?!ら|場合|とき|時|際)"
        r"|(?:チケット|入場券|全席|座席)[はがも]?[^、,。]{0,10}?(?:完売|売り?切れ)(?:と?なりました|(?:いた|致)?しました|ました|です)"
        r"|キャンセル待ち(?:と?なって(?:い|お)り?ます|のみの?受け?付け?|での?受け?付け?|の?受け?付け?中|です)"
        r"|(?:is|are|has|have) (?:now )?(?:been )?(?:sold out|fully booked)|SOLD OUT|FULLY BOOKED"
    ),
}
# Of two things announced the graver one counts.
STATUSES = (CANCELLED, POSTPONED, ONLINE, FULL)

SIGN = re.compile(
    "中止|断念|め|見|延|席|満員|定員|受|申|募集|応募|予約|切|キャンセル|替|変更|移行|休|完売|到達|cancel|postpon|online|sold|book",
    re.IGNORECASE,
)
WEEKDAY = re.compile(r"\([月火水木金土日祝・]{1,3}(?:曜日?)?\)")
BRACKETS = re.compile(r"【[^【】]{1,40}】|\[[^\[\]]{1,40}\]|\([^()]{1,40}\)|[《〈<≪〔{][^》〉>≫〕}]{1,40}[》〉>≫〕}]")
ENDS = re.compile(r"[。!?※★☆◆■●◎◇✕✖❌]")
LEAD = re.compile(r"[\s・*●○◆■※★☆>-]*(?:(?:備考|状態|状況|開催状況|お知らせ|注意|重要|補足|申し込み)[:。])?\s*")
APART = re.compile(r"\s*(?:[:|/※★☆◆■●◇✕✖❌!。]|\s-|-\s)\s*")
BLANK = re.compile(r"[\s。]+")
# Before it: what makes it a condition, a part, or another year's story.
MAY = re.compile(
    "場合|次第|しだい|時点|一部|可能性|恐れ|おそれ|(?:時|とき|際)(?:は|に|、)|れば|たら|満たない|昨年|去年|前回|前年|過去|毎回|毎年"
    "|例年|これまで|もし|万が?一|(?:状況|天候|天気|様子)(?:に|を)(?:よ|見)|期間中は|求め"
    "|[Ii]f |[Uu]nless |[Ww]hen |in case "
)
WEATHER = re.compile("雨|雪|荒天|悪天|天候|強風|台風|警報|注意報|熱中症|猛暑")
FOR_THAT = re.compile("(?:ため|により|によって|につき|に伴い|影響で|関係で|都合で)[、,]?(?:開催)?[はを]?$")
# What follows where booking ahead is over, but not the event full: 当日参加できます, 抽選とします.
STILL_OPEN = re.compile(
    "当日の?(?:ご?参加|受け?付け?|お?申し?込み?|券|枠|席|ご?来場)[はもがをに]?[^。、,なま]{0,8}(?:でき(?!ま?せん|ない)|可能|可(?:$|[。)】])|OK|あり(?!ません)|歓迎|受け?付け(?:ます|て)|販売(?:し|が|あ))"
)
# What a title names before 中止, and what may move to the web without the event.
HELD = re.compile(
    "(?:開催|大会|講座|教室|まつり|祭り?|コンサート|フェスタ|マルシェ|ツアー|フェア|公演|講演会|運動会|体験会|[うの]会)$"
)
ON_THE_WEB = re.compile(
    "(?:申し?込み?|予約|受け?付け?|応募|提出|回答|支払い?|配布|展示|相談|会議|交流会)(?:方法|先|場所)?[はをも、]*$"
)
DRAWN = re.compile("^[、,]?[^。]{0,6}抽選")
# Put off to a day that is named: that day is the one to publish.
ANEW = re.compile("[0-9](?:日|時|分)?[にへ]$")
ADVERBS = re.compile(
    "(?:誠に|大変)?(?:残念|遺憾|勝手|申し訳ございません|申し訳ありません)(?:ながら|ですが|が)[、,]?"
    "|急遽|急きょ|やむなく|やむを得ず|すでに|既に|おかげさまで[、,]?"
)
TOPIC = re.compile("(?P<topic>[^、,\\sはも]{1,24})[はも](?!たち|の|じ|ち)")
OBJECT = re.compile("(?P<object>[^、,はもがを\\s]{0,24})[をのがに]?[、,]?$")
EVENT = re.compile(
    "(?:会|講座|教室|大会|まつり|祭り?|祭典|フェス(?:ティバル|タ)?|フェア|イベント|行事|催し物?|開催|実施|公演|事業|フォーラム|ツアー"
    "|コンサート|ライブ|展|市|マルシェ|セミナー|シンポジウム|ワークショップ|体験|サロン|カフェ|ひろば|広場|研修|講習|講義|授業"
    "|レッスン|上映|見学|企画|プログラム|年度?|今回|本日|今日|明日|当日|[日月分]|日程|」|』|こちら|これ|ため|により|よって|つき"
    "|伴い|受け|鑑み|かんがみ|考慮し|影響で|都合で|全て|すべて)$"
)
PART = re.compile(
    "(?:一部|懇親会|交流会|打ち上げ|二次会|茶話会|お茶会|昼食会|反省会|抽選会|サイン会|握手会|撮影会|試飲会?|試食会?|飲食|模擬店|屋台|販売|貸し?出し|利用|使用|工事|配布|受け?付け?|募集|送迎|駐車場|出店"
    "|露店|運行|放送|検診|接種|[0-9]回目?|午前|午後|の部|の回|会場|コース|クラス)$"
)
PART_OF_ALL = re.compile(
    "(?:午前|午後|昼|夜)(?:[のは]|コース|クラス|$)|の[部回]|[0-9]回目?|[0-9]時|コース|クラス|会場|前売|席は|出演|出店|ボランティア|スタッフ"
    "|作品|出品|協賛|弁当|商品|グッズ|来場|現地|対面|毎"
)
DAY = re.compile(
    r"(?:(?:(?P<era>令和|R)(?P<count>[0-9]{1,2})|(?P<year>20[0-9]{2}))(?:年度?|[./]))?"
    r"(?P<month>[0-9]{1,2})(?:月|/)(?:(?P<day>[0-9]{1,2})日?)?(?=\s?(?:[はも分]|の(?!ため|宣言|台風)|開催|に(?:開催|予定|実施)|中止|延期|$))"
)
YEAR = re.compile(r"(?:(?P<era>令和|R)(?P<count>[0-9]{1,2})|(?P<year>20[0-9]{2}))年度?(?=[はのも]|中止|延期|開催)")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "most": MOST,
    "before": BEFORE,
    "statuses": STATUSES,
    "notices": NOTICES,
    "sayings": SAYINGS,
    "sign": SIGN,
    "weekday": WEEKDAY,
    "brackets": BRACKETS,
    "ends": ENDS,
    "lead": LEAD,
    "apart": APART,
    "blank": BLANK,
    "may": MAY,
    "weather": WEATHER,
    "for_that": FOR_THAT,
    "anew": ANEW,
    "still_open": STILL_OPEN,
    "drawn": DRAWN,
    "held": HELD,
    "on_the_web": ON_THE_WEB,
    "adverbs": ADVERBS,
    "topic": TOPIC,
    "object": OBJECT,
    "event": EVENT,
    "part": PART,
    "part_of_all": PART_OF_ALL,
    "day": DAY,
    "year": YEAR,
}
