"""What costs nothing, to everybody or to some, as words beside amounts say it."""

import re
from typing import Final

from generator.wording.facets import FREE, PARTLY_FREE

# A note that tells of money after all; that others give money to a group costs nobody anything.
_COSTS: Final = re.compile("[0-9０-９一二三四五六七八九十百千万]\\s*円|実費|代|有料|負担|カンパ|寄付(?!で)|いただ|頂")
_NOTHING: Final = re.compile(
    "(?:(?:参加|入場|入会金も会|会)費?(?:は|も)?)?(?:すべて|全て|全部)?(?:無料|[0０]円|タダ|ただ)(?:です|でどうぞ)?"
    "|(?:参加費|会費|費用|お金|料金)(?:は|も)?(?:一切|いっさい)?"
    "(?:なし|無し|不要|ゼロ|(?:ありませ|[い要]りませ|かかりませ|集めませ|いただきませ|頂きませ|いただいていませ)ん)(?:です)?"
)
_SENTENCES: Final = re.compile("[。．()（）/／]")
_CLAUSES: Final = re.compile("[。．、，,()（）/／]")
# Some people, and not their first time or a look at it.
_SOME: Final = re.compile(
    "(?!.*(?:初|はじめ|最初|見学|体験|試|回目))"
    ".*(?:生|徒|児|者|方|人|さん|ちゃん|子ども|子供|家庭|家族|会員|以下|未満|以上)(?:は|も)?(?:いつでも)?(?:無料|[0０]円)(?:です)?"
)


def free_words(note: str) -> tuple[str, ...]:
    """無料 where a note begins with it and names no other cost, 一部無料 where some pay nothing; else nothing."""
    first, *more = _SENTENCES.split(note)
    if says_free(first) and not any(map(costs, more)):
        return (FREE,)
    return (PARTLY_FREE,) if any(map(_SOME.fullmatch, _CLAUSES.split(note))) else ()


def says_free(sentence: str) -> bool:
    """Whether a sentence says that something costs nothing, and nothing else."""
    return _NOTHING.fullmatch(sentence.strip()) is not None


def costs(note: str) -> bool:
    """Whether a note tells of money that somebody has to give."""
    return _COSTS.search(note) is not None
