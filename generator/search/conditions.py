"""What people call what one can narrow down by: 車椅子 for 車いす可, 中文 for 中国語, 子連れ for 乳幼児と保護者."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from generator.directory.model import Directory
from generator.models.vocabulary import Term
from generator.search.documents import SearchDocument
from generator.search.labels import unique

Words = dict[str, dict[str, tuple[str, ...]]]

_VOCABULARIES: Final = {"access": "accessibility", "language": "languages", "audience": "audiences"}
# Words of every day for terms of the vocabularies that come with the program.
_EVERYDAY: Final[Mapping[str, tuple[str, ...]]] = {
    "wheelchair": ("車いす", "車椅子", "車イス", "くるまいす", "wheelchair"),
    "stroller": ("ベビーカー", "乳母車"),
    "step-free": ("エレベーター", "スロープ", "段差なし", "バリアフリー"),
    "service-dogs": ("盲導犬", "介助犬", "補助犬"),
    "sign": ("手話",),
    "infants": ("子連れ", "子づれ", "こづれ", "子ども連れ", "子供連れ", "赤ちゃん連れ", "赤ちゃんと一緒", "親子"),
    "seniors": ("高齢者", "シニア", "お年寄り", "年配の人"),
    "children": ("子ども", "子供", "こども", "小学生"),
    "youth": ("中学生", "高校生", "中高生", "若者", "学生"),
    "foreigners": ("外国人", "外国の人", "外国の方"),
    "anyone": ("誰", "だれ", "どなた"),
}
# What a label says beside its name: that it may be, that it is lent, and the like.
_TAIL: Final = re.compile("(?:利用)?可否?$|対応$|等$|同伴可$|で参加できます$|でも可?$")
_PARTS: Final = re.compile("[・/／]")


def condition_words(directory: Directory, documents: Sequence[SearchDocument]) -> Words:
    """Facet → label → what it is called, of the labels that documents have."""
    used = {
        "access": set(chain.from_iterable(each.access for each in documents)),
        "language": set(chain.from_iterable(each.languages for each in documents)),
        "audience": set(chain.from_iterable(each.audiences for each in documents)),
    }
    return {
        facet: {
            term.label: unique(_called(facet, name, term))
            for name, term in _terms(directory, vocabulary)
            if term.label in used[facet]
        }
        for facet, vocabulary in _VOCABULARIES.items()
    }


def _terms(directory: Directory, vocabulary: str) -> Iterator[tuple[str, Term]]:
    known = directory.vocabularies.get(vocabulary)
    yield from known.terms.items() if known else ()


def _called(facet: str, name: str, term: Term) -> Iterator[str]:
    """The names of a term, without what a label says beside them."""
    yield from _EVERYDAY.get(name, ())
    autonym = (term.autonym,) if term.autonym else ()
    english = (term.label_en, *autonym) if facet == "language" else ()
    for written in (term.label, *term.aliases, *english):
        named = _TAIL.sub("", written)
        for part in (named, *(_PARTS.split(named) if facet == "access" else ())):
            if len(part) > 1:
                yield part.lower()
