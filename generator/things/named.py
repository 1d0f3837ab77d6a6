"""Things that can be lent, given or done, found in the words of an offer or of a need: テント, 軽トラック, 手話通訳.

A thing is named where one of its names stands as a word of its own: テント is not in テントウムシ, nor 机 in 机上. What
an offer refuses (テントはありません), asks for itself (いすをご用意ください) or only speaks of (テントの重り) is not
offered, and what a need says is there already (机は足りています) is not needed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.japanese.text import narrow
from generator.models.vocabulary import Term, Vocabulary
from generator.things.clauses import AT_HAND, asks, clauses, refuses

Side = Literal["offers", "seeks"]
SIDES: tuple[Side, ...] = ("offers", "seeks")

# What may stand right behind a noun that ends in kanji, katakana or latin letters and is followed by a kanji.
_GOES_ON = re.compile(
    "[0-9〇一二三四五六七八九十百千数各約等他可両]|貸し?出|貸し|貸与|ご?利用|ご?使用|提供|募集|希望|一式|用意|探|求|不要|必要|"
    "借|譲|寄付|寄贈|無料|無償|有償|持参|持込|有り|無し|全般|担当|経験|講師|指導|出張|協力|支援|補助|係|役"
)
# What may stand right behind a noun that ends in hiragana and is followed by one.
_PARTICLE = re.compile(
    "[をがはもとやのにでへか]|など|なら|だけ|まで|また|くらい|ぐらい|ほか|しか|より|あり|ある|ない|なし|さ(?:せ|れ)|し(?:て|ます|ませ|たい)|す(?:る)|です|でき|いた|くだ"
)
# What stands before a noun in hiragana where it begins a word.
_BEFORE_HIRAGANA = "のとやもがはをにでかな"
# So many letters of hiragana stand inside no other word by chance.
_LONG = 4
_BEFORE_KANJI = re.compile(
    "(?:大型|小型|中型|簡易|携帯|手動|電動|移動|貸し?|各種?|新|旧|古|大|小|中|出張|出前|無料|臨時|共同|合同)$"
)
# What a thing is only spoken of in: a part of it, something for it, something it is put into.
_OF_ANOTHER = re.compile(
    "の(?!お?貸し?出?し?|貸与|レンタル|提供|ご?利用|ご?使用|ご?用意|手配|派遣|寄付|寄贈|ほか|他|うち|ような|空き|あいた|あき|一角|一部|"
    "半分|隅|すみ|方[をがは]|運転|運行|送迎|支援|協力|お?手伝|できる|でき|得意|経験|講師|先生|指導|担当|係|お?世話|ご?紹介|ご?案内|"
    "セット|一式|どちら|いずれ|両方|初歩|基本|準備と?)|"
    "用|(?:に|へ)(?:つな|接続|取り?付|かぶせ|映|合う|載|乗|積|敷|掛け|入る)|(?:で|を)(?:運べる|積める|載せられる)"
)
_LACKING = re.compile("以外|を除|は除|抜き|(?:なし|無し)(?:で|の)")
_CONDITION = re.compile(
    "(?:の|が|も)(?:ある|使える|そろ|置いてある|置ける|入る|付いた)[^。]{0,8}(?:会場|場所|部屋|所|ところ|団体|方|学校)"
)
# What is said of having a thing itself, and not of what is done with it.
_LENT = re.compile(
    "^[^。]{0,20}(?:貸|借り|譲|ゆず|出せ|出し|使って|使え|ほしい|欲しい|あります|探して|さがして|求め|"
    "[0-9]+(?:張|台|脚|本|枚|個|組))"
)
_OBJECTS = frozenset({"equipment", "transport", "room"})


class Named(NamedTuple):
    """A thing that a text names, as the text writes it, and whether the text has it to give or to seek."""

    thing: str
    word: str
    meant: bool
    lent: bool


class Thing(NamedTuple):
    """One thing: two entries go together only if they name the same, or if one seeks the `wider` thing.

    shelf: the term under which it stands on the pages.
    """

    label: str
    shelf: str
    kinds: frozenset[str]
    wider: str = ""


@dataclass(frozen=True, slots=True)
class Things:
    """The things of a city, and their names by their first two letters, the longest first.

    firsts: with which letters names begin. What is not meant names nothing.
    """

    known: Mapping[str, Thing]
    firsts: re.Pattern[str]
    names: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]

    @property
    def spelled(self) -> Iterator[tuple[str, str]]:
        """Every name of a thing, folded, and the thing."""
        return ((name, thing) for names in self.names.values() for name, found in names for thing in found)

    def is_of(self, thing: str, kind: str) -> bool:
        """Whether a thing is offered and sought under a kind of exchange."""
        return kind in self.known[thing].kinds


# The things of a city that names none.
NOTHING = Things({}, re.compile("(?!)"), {})


def things_of(vocabularies: Mapping[str, Vocabulary]) -> Things:
    """The things that a city's vocabulary names; none where it has no such vocabulary."""
    vocabulary = vocabularies.get("things")
    terms = vocabulary.terms if vocabulary else {}
    known: dict[str, Thing] = {}
    table: dict[str, tuple[str, ...]] = {}
    for thing, spellings, found in (each for name, term in terms.items() for each in _of_term(name, term, terms)):
        known[thing] = found
        for spelling in dict.fromkeys(map(_folded, spellings)):
            table[spelling] = (*table.get(spelling, ()), thing)
    for term in terms.values():
        for each in term.unlike:
            table.setdefault(_folded(each), ())
    by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for spelling, meant in table.items():
        by_first.setdefault(spelling[:2], []).append((spelling, meant))
    letters = "".join(sorted({first[:1] for first in by_first}))
    firsts = re.compile(f"[{re.escape(letters)}]" if letters else "(?!)")
    return Things(known, firsts, {first: tuple(sorted(found, key=_longest)) for first, found in by_first.items()})


def _of_term(name: str, term: Term, terms: Mapping[str, Term]) -> Iterator[tuple[str, tuple[str, ...], Thing]]:
    """A term as a thing, and each of its sorts as one that stands in for it."""
    kinds, wider = frozenset(term.kinds), term.wider if term.wider in terms else ""
    yield name, (term.label, *term.aliases), Thing(term.label, name, kinds, wider or "")
    for sort in term.sorts:
        spellings = tuple(filter(None, (each.strip() for each in sort.split("/"))))
        if spellings:
            yield f"{name}:{spellings[0]}", spellings, Thing(spellings[0], name, kinds, name)


def _longest(name: tuple[str, tuple[str, ...]]) -> tuple[int, str]:
    return -len(name[0]), name[0]


def _folded(text: str) -> str:
    return narrow(text).casefold()


def things_in(things: Things, kind: str, text: str, side: Side) -> tuple[str, ...]:
    """The things that an entry of a kind has to give or seeks, by their ids, in the order in which it names them."""
    found = (each.thing for each in named_in(things, text, side, kind) if each.meant)
    return tuple(dict.fromkeys(each for each in found if things.is_of(each, kind)))


def named_in(things: Things, text: str, side: Side, kind: str) -> Iterator[Named]:
    """Every thing that a text names at word borders; those that it does not give or seek are not `meant`.

    `lent` if the words are about having the thing itself, not about what is done with it.
    """
    for clause in clauses(_folded(text)):
        for start, end, found in _spans(things, clause):
            thing = next((each for each in found if things.is_of(each, kind)), found[0])
            rest = clause[end:]
            away = _LACKING.match(rest) or (kind in _OBJECTS and (_OF_ANOTHER.match(rest) or _CONDITION.match(rest)))
            meant = not away and not (refuses(rest) or asks(rest) if side == "offers" else AT_HAND.search(rest))
            yield Named(thing, clause[start:end], meant, meant and bool(_LENT.search(rest) or not rest.strip(" 。")))


def _spans(things: Things, clause: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where things are named in a clause: the longest name at each place, none of it twice."""
    at = 0
    while found := things.firsts.search(clause, at):
        name, meant = _longest_at(things, clause, found.start())
        at = found.start() + (len(name) or 1)
        if meant:
            yield found.start(), at, meant


def _longest_at(things: Things, clause: str, at: int) -> tuple[str, tuple[str, ...]]:
    for first in (clause[at : at + 2], clause[at]):
        for name, meant in things.names.get(first, ()):
            if clause.startswith(name, at) and (not meant or is_word(clause, at, at + len(name))):
                return name, meant
    return "", ()


_SORTS = {"kanji": "[々一-鿿]", "katakana": "[ァ-ヺー]", "hiragana": "[ぁ-ゖ]", "latin": "[a-z]", "number": "[0-9]"}
_SORT = re.compile("|".join(f"(?P<{name}>{letters})" for name, letters in _SORTS.items()))


def _sort(letter: str) -> str:
    found = _SORT.match(letter)
    return (found.lastgroup or "") if found else ""


def is_word(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a folded text is a word of its own, as far as the letters beside it tell."""
    # A name with を is the stem of something done (太鼓をたた), behind which any ending may come.
    return _begins(text, start, end) and ("を" in text[start:end] or _ends(text, end))


def _begins(text: str, start: int, end: int) -> bool:
    before, first = _sort(text[start - 1 : start]), _sort(text[start])
    if first == "kanji" and before == "kanji":
        # 大会議室 is a 会議室, but 写真 is not in 古写真館: only long names stand as the heads of compounds.
        long = all(_sort(letter) == "kanji" for letter in text[start : start + 3]) and end - start >= 3
        return long or bool(_BEFORE_KANJI.search(text[max(0, start - 2) : start]))
    if first == "kanji" and before == "katakana":
        return end - start > 1
    if first == "hiragana" and before in ("hiragana", "kanji"):
        return before == "hiragana" and (text[start - 1] in _BEFORE_HIRAGANA or end - start >= _LONG)
    return first != before or first not in ("katakana", "latin", "number")


def _ends(text: str, end: int) -> bool:
    last, after = _sort(text[end - 1]), _sort(text[end : end + 1])
    if after == "kanji":
        return bool(_GOES_ON.match(text, end))
    if last == "hiragana" and after == "hiragana":
        return bool(_PARTICLE.match(text, end))
    if after == "katakana":
        return last == "latin" or text[end] == "・"
    return last != after or last not in ("katakana", "latin")
