"""How much of what people really write is understood: `python -m benchmarks.phrases FOLDER`.

FOLDER has tables of two columns, how often and what (`count<TAB>phrase`), one for each kind of phrase. A phrase is
understood, or refused with a form that would be, or refused without one. Whether what is understood is also right no
program can say: tests/japanese/phrases.tsv lists what was checked by hand.
"""

import argparse
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.japanese.dates import parse_date, parse_partial_date
from generator.japanese.moments import parse_moment
from generator.japanese.money import parse_fees, parse_price
from generator.japanese.phones import parse_phone
from generator.japanese.recurrence import parse_recurrence
from generator.japanese.times import parse_time, parse_time_range
from generator.japanese.unclear import Unclear

Parse = Callable[[str], object]
# A phrase taken out of a notice lacks the year that stood at its top; a weekday tells which of these it was.
# A phrase may go on over several lines.
_ROW = re.compile(r"^([0-9]+)\t(.*(?:\n(?![0-9]+\t).+)*)", re.MULTILINE)
YEARS = (2021, 2022, 2019, 2020, 2018)


def _in_year(parse: Callable[..., object]) -> Parse:
    def fitting(text: str) -> object:
        tried = [parse(text, year=year) for year in YEARS]
        return next((value for value in tried if not isinstance(value, Unclear)), parse(text))

    return fitting


# The fields in which such a phrase may be written, in the order in which they are tried.
FIELDS: dict[str, tuple[Parse, ...]] = {
    "application_deadline": (_in_year(parse_date), _in_year(parse_moment)),
    "fees": (parse_price, parse_fees),
    "membership": (parse_fees,),
    "month_day_dow": (_in_year(parse_date), _in_year(parse_moment)),
    "phones": (parse_phone,),
    "recurrence": (parse_recurrence,),
    "time_ranges": (parse_time_range, parse_time),
    "wareki": (parse_date, parse_moment, parse_partial_date),
}


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one phrase: its value, or the refusal of the first field; and the form that is suggested."""

    phrase: str
    times: int
    value: object
    suggestion: str
    helpful: bool


def understood(kind: str, phrase: str) -> object:
    """The value that the first field gives that understands a phrase, else the first field's refusal."""
    tried = [parse(phrase) for parse in FIELDS[kind]]
    return next((value for value in tried if not isinstance(value, Unclear)), tried[0])


def results(kind: str, table: Path) -> Iterator[Result]:
    """Every phrase of a table with what became of it."""
    for times, phrase in _ROW.findall(table.read_text(encoding="utf-8")):
        value = understood(kind, phrase)
        suggestion = value.suggestion if isinstance(value, Unclear) else ""
        helpful = bool(suggestion) and not isinstance(understood(kind, suggestion), Unclear)
        yield Result(phrase, int(times), value, suggestion, helpful)


def main() -> None:
    """Print, for each kind of phrase, how many were understood, refused with help, and refused without."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.phrases", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print every phrase with what became of it")
    given = parser.parse_args()
    print(f"{'':22}{'phrases':>9}{'understood':>12}{'helped':>9}{'not':>6}{'share':>8}{'by count':>10}")
    for kind in (kind for kind in FIELDS if (given.folder / f"{kind}.tsv").is_file()):
        found = list(results(kind, given.folder / f"{kind}.tsv"))
        right = [r for r in found if not isinstance(r.value, Unclear)]
        helped = [r for r in found if r.helpful]
        share, by_count = len(right) / len(found), sum(r.times for r in right) / sum(r.times for r in found)
        rest = len(found) - len(right) - len(helped)
        print(f"{kind:22}{len(found):9}{len(right):12}{len(helped):9}{rest:6}{share:8.0%}{by_count:10.0%}")
        if given.show:
            for r in found:
                print(
                    f"    {r.times:4} {r.phrase}  ⇒ {f'? {r.suggestion}' if isinstance(r.value, Unclear) else r.value}"
                )


if __name__ == "__main__":
    main()
