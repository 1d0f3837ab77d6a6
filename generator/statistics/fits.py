"""What goes with a wish card: the best answers in words, and which openings no card asks for."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.directory.model import Directory
from generator.matching.opportunities import Opportunity
from generator.matching.scoring import MET, Matches, matches, rank
from generator.matching.sheet import KEYS, AnswerSheet, Values, parse_sheet, values
from generator.wording.matches import Answer, answers, reader_of

# So many of the best answers are shown of each wish at once, out of so many at most.
MOST = 5
_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Fit:
    """One answer to a wish, an opening or a group: why, in what it differs, and what is not written, in words."""

    url: str
    title: str
    who: str
    reasons: tuple[str, ...]
    differences: tuple[str, ...]
    unknown: tuple[str, ...] = ()


def fitting(directory: Directory) -> Callable[[str, Collection[str]], tuple[Fit, ...]]:
    """A function from the line of a wish, and the addresses that were shown before, to its best answers, best first.

    What is as good as the fifth best is among them however many are, so that a new one is found behind old ones;
    nothing worse is called an answer because better ones were shown before. The profiles are read once.
    """
    found, known = matches(reader_of(directory)), values(directory.vocabularies)

    def of(line: str, before: Collection[str] = ()) -> tuple[Fit, ...]:
        ranked = answers(found, parse_sheet(line, known), _LOOKED_AT)
        worst = max(map(_standing, ranked[:MOST]), default=(False, 0))
        fresh = [each for each in ranked if _standing(each) <= worst and each.document.url not in before]
        return tuple(
            Fit(
                each.document.url,
                each.document.title,
                each.document.entry.group.name,
                each.reasons,
                each.differences,
                each.unknown,
            )
            for each in fresh[:MOST]
        )

    return of


def _standing(answer: Answer) -> tuple[bool, int]:
    """How an answer stands among others, the best first."""
    return answer.near, -answer.points


def asked_for(directory: Directory, lines: Iterable[str]) -> frozenset[str]:
    """The addresses of everything that meets all that some wish answers."""
    found, known = matches(reader_of(directory)), values(directory.vocabularies)
    return frozenset(found.documents[number].url for line in lines for number in _meeting(found, line, known))


def without_wish(openings: Iterable[Opportunity], asked: frozenset[str]) -> tuple[Opportunity, ...]:
    """The openings that no wish asks for."""
    return tuple(opening for opening in openings if opening.url not in asked)


def _meeting(found: Matches, line: str, known: Values) -> Iterator[int]:
    sheet = parse_sheet(line, known)
    ranked = (each.number for each in rank(found.degrees, found.groups, sheet))
    return (number for number in ranked if all(_meets(found, sheet, key, number) for key in KEYS if sheet.of(key)))


def _meets(found: Matches, sheet: AnswerSheet, key: str, number: int) -> bool:
    """Whether a document meets one of the answers to a question at least, and none of them not at all."""
    degrees = [found.degrees[key].get(value, {}).get(number, "") for value in sheet.of(key)]
    return "no" not in degrees and any(degree in MET[key] for degree in degrees)
