"""Where the terms of a vocabulary lead: kinds of exchange, wider terms, next areas, fields, roles; and nowhere."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.models.base import label_of
from generator.models.vocabulary import Term, Vocabulary
from generator.reading.explain import nearest_term
from generator.reading.strict import Path

# The fields of a term that name terms, and of which vocabulary; none: of its own.
_LEADS = {
    "kinds": "exchanges",
    "wider": "",
    "next": "",
    "fields": "fields",
    "audiences": "audiences",
    "roles": "roles",
}


class Lost(NamedTuple):
    """A term that leads to one that is not there: where it says so, and the facts of the message."""

    path: Path
    facts: Mapping[str, object]


def lost(name: str, vocabularies: Mapping[str, Vocabulary]) -> Iterator[Lost]:
    """The terms of a vocabulary that lead nowhere; nothing where the city does not have the vocabulary they lead to."""
    own = vocabularies[name]
    for identifier, term in own.terms.items():
        path: Path = ("terms", identifier)
        for field, target in _LEADS.items():
            other = vocabularies.get(target or name)
            if other:
                yield from _missing(path, term, field, target or name, other)
        if term.group and term.group not in own.groups:
            facts = {"value": term.group, "vocabulary_ja": "まとまり（groups）", "vocabulary_en": "group"}
            near = next((each for each in own.groups if each.startswith(term.group[:2])), "")
            yield Lost(
                (*path, "group"), facts | {"label": label_of(Term, "group"), "name": "group", "suggestion": near}
            )


def _missing(path: Path, term: Term, field: str, target: str, other: Vocabulary) -> Iterator[Lost]:
    given = getattr(term, field)
    single = isinstance(given, str)
    for number, value in enumerate((given,) if single else given or ()):
        if value not in other.terms:
            yield Lost(
                (*path, field) if single else (*path, field, number),
                {
                    "value": value,
                    "vocabulary_ja": f"{other.label}（{target}.yaml）",
                    "vocabulary_en": f"{other.label_en.lower()} ({target}.yaml)",
                    "label": label_of(Term, field),
                    "name": field,
                    "suggestion": nearest_term(other, value),
                },
            )
