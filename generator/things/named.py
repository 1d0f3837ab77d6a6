"""Things that can be lent, given or done, found in the words of an offer or of a need: テント, 軽トラック, 手話通訳.

A thing is named where one of its names stands as a word of its own: テント is not in テントウムシ, nor 机 in 机上. What
an offer refuses (テントはありません), asks for itself (いすをご用意ください) or only speaks of (テントの重り) is not
offered, and what a need says is there already (机は足りています) is not needed.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from generator.japanese.text import narrow
from generator.models.vocabulary import Term, Vocabulary
from generator.things.borders import is_word
from generator.things.clauses import AT_HAND, asks, clauses, is_unfit, refuses
from generator.things.heads import modifies

Side = Literal["offers", "seeks"]
SIDES: tuple[Side, ...] = ("offers", "seeks")

# What a thing is only spoken of in: a part of it, something for it, something it is put into.
_OF_ANOTHER = re.compile(
    "の(?!お?貸し?出?し?|貸与|レンタル|提供|ご?利用|ご?使用|ご?用意|手配|派遣|寄付|寄贈|ほか|他|うち|ような|空き|あいた|あき|一角|一部|"
    "半分|隅|すみ|方[をがは]|運転|運行|送迎|支援|協力|お?手伝|できる|でき|得意|経験|講師|先生|指導|担当|係|お?世話|ご?紹介|ご?案内|"
    "セット|一式|どちら|いずれ|両方|初歩|基本|準備と?)|"
    "用|(?:に|へ)(?:つな|接続|取り?付|かぶせ|映|合う|載|乗|積|敷|掛け|入る)|(?:で|を)(?:運べる|積める|載せられる)"
)
_LACKING = re.compile(
    "以外|を除|は除|抜き|(?:なし|無し)(?:で|の)|(?:では|じゃ|で)(?:ない|なく|ありません)|"
    "(?:の(?:ほか|他)|ほか)(?:は|なら|でしたら|の(?:もの|物|備品|道具|部屋))"
)
_CONDITION = re.compile(
    "(?:の|が|も)(?:ある|使える|そろ|置いてある|置ける|入る|付いた)[^。]{0,8}(?:会場|場所|部屋|所|ところ|団体|方|学校)"
)
# What is said of having a thing itself, and not of what is done with it.
_LENT = re.compile(
    "^(?!の(?:講師|先生|指導|初歩|基本|やり方|使い方|教室|相談|手伝い))[^。]{0,20}(?:貸|借り|譲|ゆず|出せ|出し|使って|使え|ほしい|欲しい|あります|探して|さがして|求め|"
    "[0-9]+(?:張|台|脚|本|枚|個|組))"
)
# The kinds under which a thing itself is given.
OBJECTS = frozenset({"equipment", "transport", "room"})


class Named(NamedTuple):
    """A thing that a text names, as the text writes it, and whether the text has it to give or to seek.

    before: what stands before it in its statement, folded.
    """

    thing: str
    word: str
    meant: bool
    lent: bool
    before: str = ""


class Thing(NamedTuple):
    """One thing: two entries go together only if they name the same, or if one seeks a `wider` thing.

    shelf: the term under which it stands on the pages; wider: all that it is a sort of, the nearest first.
    """

    label: str
    shelf: str
    kinds: frozenset[str]
    wider: tuple[str, ...] = ()


@dataclass(frozen=True)
class Things:
    """The things of a city, and their names by their first two letters, the longest first.

    firsts: with which letters names begin. What is not meant names nothing.
    """

    known: Mapping[str, Thing]
    firsts: re.Pattern[str]
    names: Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]

    @cached_property
    def every_name(self) -> frozenset[str]:
        """Every name of a thing, folded."""
        return frozenset(name for name, _ in self.spelled)

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
    kinds = frozenset(term.kinds)
    yield (
        name,
        (term.label, *term.aliases),
        Thing(term.label, name, kinds, (term.wider,) if term.wider and term.wider in terms else ()),
    )
    sorts = [
        (parts, under.strip())
        for own, _, under in (sort.partition("<") for sort in term.sorts)
        if (parts := _parts(own))
    ]
    firsts = {parts[0] for parts, _ in sorts}
    for spellings, under in sorts:
        # 締太鼓<太鼓: whoever seeks a 太鼓 may be given a 締太鼓.
        wider = (f"{name}:{under}", name) if under in firsts and under != spellings[0] else (name,)
        yield f"{name}:{spellings[0]}", spellings, Thing(spellings[0], name, kinds, wider)


def _parts(sort: str) -> tuple[str, ...]:
    return tuple(filter(None, (each.strip() for each in sort.split("/"))))


def _longest(name: tuple[str, tuple[str, ...]]) -> tuple[int, str]:
    return -len(name[0]), name[0]


def _folded(text: str) -> str:
    return narrow(text).casefold()


def things_in(things: Things, kind: str, text: str, side: Side) -> tuple[str, ...]:
    """The things that an entry of a kind has to give or seeks, by their ids, in the order in which it names them."""
    return tuple(dict.fromkeys(each.thing for each in meant_in(things, kind, text, side)))


def meant_in(things: Things, kind: str, text: str, side: Side) -> Iterator[Named]:
    """Every place where an entry of a kind names a thing that it has to give or seeks."""
    return (each for each in named_in(things, text, side, kind) if each.meant and things.is_of(each.thing, kind))


def named_in(things: Things, text: str, side: Side, kind: str) -> Iterator[Named]:
    """Every thing that a text names at word borders; those that it does not give or seek are not `meant`.

    `lent` if the words are about having the thing itself, not about what is done with it.
    """
    for clause in clauses(_folded(text)):
        spans = list(_spans(things, clause))
        starts = {start for start, *_ in spans}
        for start, end, found in spans:
            thing = next((each for each in found if things.is_of(each, kind)), found[0])
            rest = clause[end:]
            meant = not _is_away(rest, kind, clause[start:end]) and not (rest[:1] == "の" and end + 1 in starts)
            meant = meant and not (
                refuses(rest) or asks(rest) if side == "offers" else AT_HAND.search(rest) or is_unfit(rest)
            )
            yield Named(
                thing,
                clause[start:end],
                meant,
                meant and bool(_LENT.search(rest) or not rest.strip(" 。")),
                clause[:start],
            )


def _is_away(rest: str, kind: str, word: str) -> bool:
    """Whether what stands behind a thing says that it is left out, or that another thing is spoken of."""
    away = kind in OBJECTS and (_OF_ANOTHER.match(rest) or _CONDITION.match(rest))
    return bool(_LACKING.match(rest) or away) or modifies(rest, word, lends=kind in OBJECTS)


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
