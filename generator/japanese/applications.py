"""What a text says of applying for something: from when, until when, how, and who gets a place.

Real announcements say it in half a sentence: 「12月10日（金）までに往復はがきで（必着・多数抽選）」. Every part is
read by itself; what a part does not say stays empty, and a text of which nothing is understood is refused.
"""

import re
from dataclasses import dataclass
from typing import Final

from generator.japanese.application_points import CLOCK, Point, application_days
from generator.japanese.deadlines import closing_rule
from generator.japanese.text import compact
from generator.japanese.times import TimeRange, parse_time_range
from generator.japanese.unclear import Unclear

FIRST_COME, LOTTERY = "first-come", "lottery"
_EXAMPLE: Final = "2026-12-10"
_NO_LOTTERY: Final = re.compile("抽選(?:では?(?:なく|ありません|ない)|は(?:しません|行いません|ありません|なし))")
_NO_ORDER: Final = re.compile("先着(?:順)?では(?:なく|ありません|ない)")
_FIRST: Final = re.compile("先着|申込順|申し込み順|(?:募集)?定員(?:になり|に達し|に達する)(?:次第|まで|た)")
_DRAWN: Final = re.compile("抽選")
_IF_ROOM: Final = re.compile("空きがあ|当日に")
_CLAUSES: Final = re.compile("[。※]")
_NOT_APPLYING: Final = re.compile(
    "結果|問い?合わ?せください|お問合せ|連絡します|送ります|通知|外れた|返信がない|当選|支払|貸し出|読んで|受け取"
)
_APPLYING: Final = re.compile("申し?込|受け?付|応募|予約|電話|まで|郵送|持参|お送り|送付|送信|記入|、|・")
_WAYS: Final = (
    ("phone", re.compile("電話(?!番号|・(?:fax|ファッ?クス)番号|による問|連絡)")),
    ("fax", re.compile("(?:ファッ?クス|fax)(?!番号)")),
    ("email", re.compile("メール(?!アドレス)|メールアドレス(?:まで|へ|に)")),
    ("post", re.compile("(?<!返信用)(?:は|ハ)がき(?!1枚|の場合|参照)|ハガキ|葉書|郵送|封書")),
    ("counter", re.compile("窓口|来館|来所|直接|持参|カウンター")),
    ("web", re.compile("電子申請|ホームページ|web|インターネッ|申込フォーム|リンク先|専用フォーム")),
)
_NUMBER_TO_CALL: Final = re.compile(r"[0-9]{2,4}-[0-9]{2,4}-[0-9]{3,4}\)?(?:まで|へ)お?(?:申|電)")
_MOST: Final = re.compile(
    "(?:1通(?:につき|で)|1回(?:の申し?込み?)?(?:につき|で)|1申し?込み?で|1枚につき|最大|申し?込み?は|代表者を含む|予約は)"
    "(?:最大)?(?P<most>[0-9]{1,2})(?:名様?|人|枠|枚)[^。]{0,12}?(?:まで|一緒|申込可能)"
)
_HOURS: Final = re.compile(rf"{CLOCK}(?:から|より|~|-){CLOCK}")


@dataclass(frozen=True, slots=True)
class Application:
    """What is said of applying; what is not said is None, empty or 0.

    opens, closes: first and last day. rule: "arrived" or "postmarked". chosen: FIRST_COME or LOTTERY. ways: phone, fax,
    email, post, counter, web, in this order. hours: of the day, in which one can apply. most: for how many at once.
    """

    opens: Point | None = None
    closes: Point | None = None
    rule: str = ""
    chosen: str = ""
    ways: tuple[str, ...] = ()
    hours: TimeRange | None = None
    most: int = 0


def parse_application(text: str) -> Application | Unclear:
    """What a text says of applying. Rules: application, and those of `application_days`."""
    days = application_days(text)
    if isinstance(days, Unclear):
        return days
    plain = compact(text)
    made = Application(*days, closing_rule(plain), _chosen(plain), _ways(plain), _hours(plain), _most(plain))
    return Unclear("application", text, _EXAMPLE) if made == Application() else made


def _chosen(plain: str) -> str:
    """Whether places go by order or by lot; empty where both are said, or neither."""
    first = bool(_FIRST.search(plain)) and not _NO_ORDER.search(plain) and not _IF_ROOM.search(plain)
    drawn = bool(_DRAWN.search(plain)) and not _NO_LOTTERY.search(plain)
    return "" if first == drawn else FIRST_COME if first else LOTTERY


def _ways(plain: str) -> tuple[str, ...]:
    clauses = [c for c in _CLAUSES.split(plain) if _APPLYING.search(c) and not _NOT_APPLYING.search(c)]
    called = bool(_NUMBER_TO_CALL.search(plain))
    return tuple(name for name, words in _WAYS if any(map(words.search, clauses)) or (name == "phone" and called))


def _hours(plain: str) -> TimeRange | None:
    found = [parse_time_range(match[0]) for match in _HOURS.finditer(plain)]
    known = [each for each in found if isinstance(each, TimeRange)]
    return known[0] if len(known) == 1 else None


def _most(plain: str) -> int:
    found = _MOST.search(plain)
    return int(found["most"]) if found else 0
