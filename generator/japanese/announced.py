"""What a text announces of an event: cancelled, postponed, moved online, full; never what only may come to pass.

「【中止】花火の会」 and 「定員に達したため、受付は終了しました」 announce something;
「雨天中止」「一部中止」「定員になり次第受付終了」 do not.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.japanese.text import narrow

MOST = 4000
"""Characters of a text that are looked at."""
BEFORE = 300
"""Characters of a sentence that are looked at before what it announces, so that the work grows with the text."""

CANCELLED, POSTPONED, ONLINE, FULL = "cancelled", "postponed", "moved-online", "full"


@dataclass(frozen=True, slots=True)
class Announced:
    """A status, the words that announce it, and the day of which they speak; 0 where none is named."""

    status: str
    words: str
    year: int = 0
    month: int = 0
    day: int = 0

    def concerns(self, spans: Iterable[tuple[date, date]]) -> bool:
        """Whether it is about every one of these spans of days; without any span, whether it names no day."""
        listed = [day for span in spans for day in span]
        return all(map(self._is_on, listed)) if listed else not (self.year or self.month)

    def touches(self, spans: Iterable[tuple[date, date]]) -> bool:
        """Whether it may be about a day in one of these spans; without any span it may."""
        listed = list(spans)
        return not listed or any(self._is_on(day) for span in listed for day in _days(*span))

    def _is_on(self, day: date) -> bool:
        years = {day.year, day.year - (day.month < 4)}
        return (
            (not self.year or self.year in years)
            and (not self.month or self.month == day.month)
            and (not self.day or self.day == day.day)
        )


def _days(first: date, last: date) -> Iterator[date]:
    """The days of a span, no more than a year of them."""
    return (first + timedelta(days=n) for n in range(min((last - first).days, 366) + 1))


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
_NOTICES = {
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
_SAYINGS = {
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

_SIGN = re.compile(
    "中止|断念|め|見|延|席|満員|定員|受|申|募集|応募|予約|切|キャンセル|替|変更|移行|休|完売|到達|cancel|postpon|online|sold|book",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\([月火水木金土日祝・]{1,3}(?:曜日?)?\)")
_BRACKETS = re.compile(r"【[^【】]{1,40}】|\[[^\[\]]{1,40}\]|\([^()]{1,40}\)|[《〈<≪〔{][^》〉>≫〕}]{1,40}[》〉>≫〕}]")
_ENDS = re.compile(r"[。!?※★☆◆■●◎◇✕✖❌]")
_LEAD = re.compile(r"[\s・*●○◆■※★☆>-]*(?:(?:備考|状態|状況|開催状況|お知らせ|注意|重要|補足|申し込み)[:。])?\s*")
_APART = re.compile(r"\s*(?:[:|/※★☆◆■●◇✕✖❌!。]|\s-|-\s)\s*")
_BLANK = re.compile(r"[\s。]+")
# Before it: what makes it a condition, a part, or another year's story.
_MAY = re.compile(
    "場合|次第|しだい|時点|一部|可能性|恐れ|おそれ|(?:時|とき|際)(?:は|に|、)|れば|たら|満たない|昨年|去年|前回|前年|過去|毎回|毎年"
    "|例年|これまで|もし|万が?一|(?:状況|天候|天気|様子)(?:に|を)(?:よ|見)|期間中は|求め"
    "|[Ii]f |[Uu]nless |[Ww]hen |in case "
)
_WEATHER = re.compile("雨|雪|荒天|悪天|天候|強風|台風|警報|注意報|熱中症|猛暑")
_FOR_THAT = re.compile("(?:ため|により|によって|につき|に伴い|影響で|関係で|都合で)[、,]?(?:開催)?[はを]?$")
# What follows where booking ahead is over, but not the event full: 当日参加できます, 抽選とします.
_STILL_OPEN = re.compile(
    "当日の?(?:ご?参加|受け?付け?|お?申し?込み?|券|枠|席|ご?来場)[はもがをに]?[^。、,なま]{0,8}(?:でき(?!ま?せん|ない)|可能|可(?:$|[。)】])|OK|あり(?!ません)|歓迎|受け?付け(?:ます|て)|販売(?:し|が|あ))"
)
# What a title names before 中止, and what may move to the web without the event.
_HELD = re.compile(
    "(?:開催|大会|講座|教室|まつり|祭り?|コンサート|フェスタ|マルシェ|ツアー|フェア|公演|講演会|運動会|体験会|[うの]会)$"
)
_ON_THE_WEB = re.compile(
    "(?:申し?込み?|予約|受け?付け?|応募|提出|回答|支払い?|配布|展示|相談|会議|交流会)(?:方法|先|場所)?[はをも、]*$"
)
_DRAWN = re.compile("^[、,]?[^。]{0,6}抽選")
# Put off to a day that is named: that day is the one to publish.
_ANEW = re.compile("[0-9](?:日|時|分)?[にへ]$")
_ADVERBS = re.compile(
    "(?:誠に|大変)?(?:残念|遺憾|勝手|申し訳ございません|申し訳ありません)(?:ながら|ですが|が)[、,]?"
    "|急遽|急きょ|やむなく|やむを得ず|すでに|既に|おかげさまで[、,]?"
)
_TOPIC = re.compile("(?P<topic>[^、,\\sはも]{1,24})[はも](?!たち|の|じ|ち)")
_OBJECT = re.compile("(?P<object>[^、,はもがを\\s]{0,24})[をのがに]?[、,]?$")
_EVENT = re.compile(
    "(?:会|講座|教室|大会|まつり|祭り?|祭典|フェス(?:ティバル|タ)?|フェア|イベント|行事|催し物?|開催|実施|公演|事業|フォーラム|ツアー"
    "|コンサート|ライブ|展|市|マルシェ|セミナー|シンポジウム|ワークショップ|体験|サロン|カフェ|ひろば|広場|研修|講習|講義|授業"
    "|レッスン|上映|見学|企画|プログラム|年度?|今回|本日|今日|明日|当日|[日月分]|日程|」|』|こちら|これ|ため|により|よって|つき"
    "|伴い|受け|鑑み|かんがみ|考慮し|影響で|都合で|全て|すべて)$"
)
_PART = re.compile(
    "(?:一部|懇親会|交流会|打ち上げ|二次会|茶話会|お茶会|昼食会|反省会|抽選会|サイン会|握手会|撮影会|試飲会?|試食会?|飲食|模擬店|屋台|販売|貸し?出し|利用|使用|工事|配布|受け?付け?|募集|送迎|駐車場|出店"
    "|露店|運行|放送|検診|接種|[0-9]回目?|午前|午後|の部|の回|会場|コース|クラス)$"
)
_PART_OF_ALL = re.compile(
    "(?:午前|午後|昼|夜)(?:[のは]|コース|クラス|$)|の[部回]|[0-9]回目?|[0-9]時|コース|クラス|会場|前売|席は|出演|出店|ボランティア|スタッフ"
    "|作品|出品|協賛|弁当|商品|グッズ|来場|現地|対面|毎"
)
_DAY = re.compile(
    r"(?:(?:(?P<era>令和|R)(?P<count>[0-9]{1,2})|(?P<year>20[0-9]{2}))(?:年度?|[./]))?"
    r"(?P<month>[0-9]{1,2})(?:月|/)(?:(?P<day>[0-9]{1,2})日?)?(?=\s?(?:[はも分]|の(?!ため|宣言|台風)|開催|に(?:開催|予定|実施)|中止|延期|$))"
)
_YEAR = re.compile(r"(?:(?P<era>令和|R)(?P<count>[0-9]{1,2})|(?P<year>20[0-9]{2}))年度?(?=[はのも]|中止|延期|開催)")


def announced(text: str, title: str = "") -> Announced | None:
    """What a text announces of the event with this title; without a title the text is one itself."""
    plain = _WEEKDAY.sub("", narrow(text[:MOST]))
    if not _SIGN.search(_BLANK.sub("", plain)):
        return None
    pieces = list(_pieces(plain, in_title=not title))
    for status in STATUSES[: -1 if _STILL_OPEN.search(plain) else None]:
        for line, words, alone in pieces:
            found = _found(status, words, alone, title)
            if found:
                shown = f"【{found}】" if f"【{found}】" in line else found
                return Announced(status, shown, *_dated(line if alone else words))
    return None


def _pieces(text: str, in_title: bool) -> Iterator[tuple[str, str, bool]]:
    """Each line, with a stretch of it that may announce something, and whether that stands alone."""
    for written in text.split("\n"):
        line = _LEAD.sub("", written, count=1).strip()
        for bracket in _BRACKETS.finditer(line):
            if in_title or bracket.start() == 0:
                yield line, bracket[0][1:-1].strip(), True
        # A condition in brackets stays where it is.
        rest = _BRACKETS.sub(lambda m: m[0] if _MAY.search(m[0]) or _WEATHER.search(m[0]) else "", line)
        if in_title:
            ends = [part for part in _APART.split(rest) if part]
            words = [part for part in _BLANK.split(rest) if part]
            yield from ((line, part, True) for part in (*ends[:1], *ends[-1:], *words[:1], *words[-1:]))
        yield from ((line, part.strip(), part.strip() == line) for part in _ENDS.split(rest) if part.strip())
        yield from ((line, bracket[0][1:-1].strip(), False) for bracket in _BRACKETS.finditer(line))


def _found(status: str, words: str, alone: bool, title: str) -> str:
    """The words that announce a status; empty if none do."""
    # In a text 「受付終了」 may be the heading above a day.
    alone = alone and (status != FULL or not title)
    if alone and not _MAY.search(words) and _noted(status, words):
        return words
    for match in _SAYINGS[status].finditer(words):
        head = _ADVERBS.sub("", words[max(0, match.start() - BEFORE) : match.start()])
        if not _MAY.search(head) and _is_said(status, match, head, title):
            return match[0]
    return ""


def _noted(status: str, words: str) -> bool:
    notice = _NOTICES[status]
    return bool(notice.fullmatch(words) or notice.fullmatch(_BLANK.sub("", words)))


def _is_said(status: str, match: re.Match[str], head: str, title: str) -> bool:
    """Whether it is said of the event as a whole, as a fact."""
    if status == FULL:
        return not _PART_OF_ALL.search(head) and not _DRAWN.search(match.string[match.end() :])
    if status == ONLINE:
        return not _ON_THE_WEB.search(head)
    if match["now"] is not None and _WEATHER.search(head):
        return False
    if match["bare"] is not None and not (
        _FOR_THAT.search(head) or (not title and _HELD.search(head) and not _WEATHER.search(head))
    ):
        return False
    if match["about"] is not None and (title or _WEATHER.search(head) or not _EVENT.search(head.removesuffix("の"))):
        return False
    if status == POSTPONED and _ANEW.search(head):
        return False
    return _is_about_it(head, title)


def _is_about_it(head: str, title: str) -> bool:
    """Whether what is cancelled or postponed is the event and not the snack afterwards."""
    topics = list(_TOPIC.finditer(head))
    spoken_of = _OBJECT.search(head[topics[-1].end() :] if topics else head)
    named = [topics[-1]["topic"]] if topics else []
    named += [spoken_of["object"]] if spoken_of and spoken_of["object"] else []
    return all(_is_event(words, title) for words in named)


def _is_event(words: str, title: str) -> bool:
    if title and words in narrow(title):
        return True
    return not _PART.search(words) and (not title or bool(_EVENT.search(words)))


def _dated(line: str) -> tuple[int, int, int]:
    """The year, month and day of which a line speaks, 0 for what it does not name."""
    days = list(_DAY.finditer(line))
    match = days[-1] if days else _YEAR.search(line)
    if match is None:
        return 0, 0, 0
    year = 2018 + int(match["count"]) if match["count"] else int(match["year"] or 0)
    return (year, int(match["month"]), int(match["day"] or 0)) if days else (year, 0, 0)
