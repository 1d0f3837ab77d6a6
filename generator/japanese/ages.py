"""How old somebody may be who joins: 高校生以上, 18歳以上, 60代まで, 小学生〜高校生, 年齢不問."""

import re
from dataclasses import dataclass

from generator.japanese.text import compact, kanji_number
from generator.japanese.unclear import Unclear, too_long

OLDEST = 120
# The age in which a year of school begins; pupils are as old or a year older.
_SCHOOLS = {"小学": 6, "中学": 12, "高校": 15}
_FIRST_AND_LAST = {
    "小学校低学年": (6, 8),
    "小学校高学年": (9, 11),
    "小学生": (6, 11),
    "中学生": (12, 14),
    "中高生": (12, 17),
    "小中学生": (6, 14),
    "小・中学生": (6, 14),
    "中・高生": (12, 17),
    "中・高校生": (12, 17),
    "小中高生": (6, 17),
    "高校生": (15, 17),
}
# 〇〇 is a blank, no number.
_NUMBER = "(?:[0-9]{1,3}|[一二三四五六七八九十百][〇一二三四五六七八九十]{0,2})"


def _age(which: str, grown_up: str) -> str:
    """The pattern of one age; its groups are named after which of the two ends it is."""
    pupils = "|".join(_FIRST_AND_LAST)
    return (
        rf"(?:満?(?P<{which}age>{_NUMBER})[歳才]|(?P<{which}decade>{_NUMBER})[歳才]?代"
        rf"|(?P<{which}school>小学|中学|高校)校?(?P<{which}year>[1-6])年生?|(?P<{which}pupils>{pupils})"
        rf"|(?P<{which}adult>{grown_up}))"
    )


_FIRST, _LAST = _age("a", "成人|大学生"), _age("b", "成人|大人|おとな")
# 20~40代 is 20代~40代.
_ONE_UNIT = re.compile(f"({_NUMBER})([~・、-]|から)({_NUMBER})([歳才]?代|[歳才])")
# A word in brackets that takes nothing away from the ages.
_ASIDE = r"(?:\((?:男女(?:不問|を?問わず)?|性別不問|含む)\))?"
_FROM, _TO, _BELOW = "(?:以上|から|より|~|-)", "(?:くらい|ぐらい|位|ごろ|頃)?(?:以下|まで)", "未満"
_WHO = "(?:の?(?:方|人|かた|男女|男性|女性|子ども|子供)?(?:なら(?:どなた|誰|だれ)でも|(?:どなた|誰|だれ)でも)?)"
_SPAN = re.compile(
    f"(?:対象は?:?)?{_FIRST}(?P<from>{_FROM})?、?(?:(?P<to>{_TO})|(?P<below>{_BELOW})"
    f"|{_LAST}(?:(?P<until>{_TO})|(?P<under>{_BELOW}))?)?{_WHO}{_ASIDE}"
)
# Both ends, the second one in brackets: 60歳以上(70歳まで).
_BRACKETED = re.compile(r"(?P<one>[^()]{2,12}(?:以上|から))\((?P<other>[^()]{2,12}(?:以下|まで|未満))\)")
_NOT = (
    "(?:の?(?:方|人|かた|お子さん|子ども))?(?:は|の参加は)?"
    "(?:お断り|おことわり|不可|参加できません|ご遠慮|遠慮|できません|入れません)"
)
_REFUSED = re.compile(
    f"(?P<whom>[^は、。()]{{2,10}}?){_NOT}(?:します|しています|いたします|いただいています|ください|願います|です)?"
)
_SEVERAL = re.compile(f"{_FIRST}[・、と]{_LAST}{_WHO}{_ASIDE}")
_ANYBODY = re.compile(
    "(?:年齢(?:は|も|を)?)?(?:不問|問わず|問いません|問わない|制限(?:は|も)?(?:なし|無し|ありません)|指定なし|自由)(?:です)?"
    "|(?:老若男女|(?:何歳|いくつ|どなた|誰|だれ)(?:から)?でも)(?:問わず|どなたでも|可|歓迎|OK|ok|参加できます)?"
    "|(?:子ども|子供|こども)から(?:大人|おとな|高齢者|お年寄り|シニア)まで(?:どなたでも)?|全年齢|制限なし"
)


@dataclass(frozen=True, slots=True)
class Ages:
    """From which age in years on, and up to which, both included; 0 and `OLDEST` where there is no limit."""

    least: int = 0
    most: int = OLDEST

    def meets(self, first: int, last: int) -> bool:
        """Whether some age from first to last, both included, is among them."""
        return self.least <= last and first <= self.most


def parse_ages(text: str) -> Ages | Unclear:
    """The ages that a text names, and nothing beside them. Rules: too-long, ages.

    What only tells who is there (60代が中心), depends on something (保護者同伴なら) or names no age (学生, シニア) is
    not understood: it is shown as it is written.
    """
    if refused := too_long(text):
        return refused
    plain = _ONE_UNIT.sub(r"\1\4\2\3\4", compact(text).strip("。!"))
    if _ANYBODY.fullmatch(plain):
        return Ages()
    bracketed = _BRACKETED.fullmatch(plain)
    if bracketed:
        return _both(parse_ages(bracketed["one"]), parse_ages(bracketed["other"])) or Unclear("ages", text, "18歳以上")
    found = _SPAN.fullmatch(plain)
    made = _span(found) if found else None
    several = None if made else _SEVERAL.fullmatch(plain)
    if several:
        (least, ends), (begins, most) = _ages(several, "a"), _ages(several, "b")
        # 60代と70代 are one span, 10代と60代 are not.
        made = Ages(least, most) if ends + 1 == begins else None
    made = made or _older_than(_REFUSED.fullmatch(plain))
    return made if made and made.least <= made.most <= OLDEST else Unclear("ages", text, "18歳以上")


def _both(one: Ages | Unclear, other: Ages | Unclear) -> Ages | None:
    """The ages that are among both; None if there are none, or one of them is not understood."""
    if isinstance(one, Unclear) or isinstance(other, Unclear):
        return None
    both = Ages(max(one.least, other.least), min(one.most, other.most))
    return both if both.least <= both.most else None


def _older_than(refused: re.Match[str] | None) -> Ages | None:
    """Who may come if the youngest are refused (18歳未満はお断り, 小学生は不可); other refusals leave no one span."""
    whom = refused["whom"] if refused else ""
    if whom == "未成年":
        return Ages(18)
    ages = parse_ages(whom) if whom else None
    youngest = isinstance(ages, Ages) and (ages.least == 0 or whom == "小学生")
    return Ages(ages.most + 1) if isinstance(ages, Ages) and youngest and ages.most < OLDEST else None


def _span(found: re.Match[str]) -> Ages | None:
    """One end or both; an age that says neither from nor until is that of a school or a decade alone."""
    least, most = _ages(found, "a")
    if _named(found, "b"):
        ends = _ages(found, "b")
        # 18歳65歳 is no span: something between them was left out.
        return Ages(least, ends[0] - 1 if found["under"] else ends[1]) if found["from"] else None
    if found["below"]:
        return None if found["from"] else Ages(most=least - 1)
    if found["to"]:
        return None if found["from"] else Ages(most=most)
    if found["from"] or found["aadult"] == "成人":
        return Ages(least)
    return Ages(least, most) if found["adecade"] or found["aschool"] or found["apupils"] else None


def _named(found: re.Match[str], which: str) -> bool:
    return any(found[f"{which}{part}"] for part in ("age", "decade", "school", "pupils", "adult"))


def _ages(found: re.Match[str], which: str) -> tuple[int, int]:
    """The first and last year of one age: 18歳 is itself, 60代 ten years, 中学生 three, 成人 from 18 on."""
    if found[f"{which}pupils"]:
        return _FIRST_AND_LAST[found[f"{which}pupils"]]
    if found[f"{which}school"]:
        first = _SCHOOLS[found[f"{which}school"]] + int(found[f"{which}year"]) - 1
        return first, first
    if found[f"{which}adult"]:
        return 18, OLDEST
    number = _number(found[f"{which}age"] or found[f"{which}decade"])
    return number, number + 9 if found[f"{which}decade"] else number


def _number(text: str) -> int:
    """A number in either writing; what is none (〇〇) is older than anybody."""
    found = int(text) if text.isdigit() else kanji_number(text)
    return OLDEST + 1 if found is None else found
