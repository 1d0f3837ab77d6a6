"""How many of the openings that people need stand first: `python -m benchmarks.people TABLE [--site SITE] [--browser]`.

TABLE is YAML, a list of people: `id`, `who`, `sheet` (the answers as one line), `expect` (what has to be among the
first three, in any order: a group's slug, which any of its entries and the group itself meets, or `{slug, title}` for
one entry) and `never` (what must not be there). The site is the built sample, and what is asked are the files that a
browser loads; with `--browser` the cards that a real one shows. The share is that of all expectations that are met;
whoever gets what must never be there is named.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from benchmarks.building import built
from generator.matching.differences import DIFFERS
from generator.matching.scoring import rank
from generator.matching.sheet import KEYS, parse_sheet
from generator.search.postings import ENDS, GOES_ON
from scripts.browser import launched, serving

FIRST = 3


@dataclass(frozen=True)
class Files:
    """The files of `/match/` on a built site."""

    site: Path

    @cached_property
    def start(self) -> Mapping[str, Any]:
        """What the browser loads first."""
        return self.read("start.json")

    @cached_property
    def cards(self) -> list[Mapping[str, Any]]:
        """The cards of all documents."""
        count = -(-self.start["documents"] // self.start["cards"])
        return [card for n in range(count) for card in self.read(f"{self.start['edition']}/cards/{n}.json")]

    @cached_property
    def degrees(self) -> dict[str, dict[str, dict[int, str]]]:
        """By question and answer the degree of each document that has one."""
        found = {key: {v: self._degrees(f"{key}/{v}") for v in self.start["counts"][key]} for key in KEYS}
        always: dict[str, dict[int, str]] = {}
        for degree, steps in self.read(f"{self.start['edition']}/answers/always.json").items():
            always[degree] = dict.fromkeys(decoded(steps), degree)
        differs = {name: self._degrees(f"{DIFFERS}/{name}") for name in self.start["differs"]}
        return {"always": always, DIFFERS: differs, **found}

    @cached_property
    def groups(self) -> list[str]:
        """The slug of the group of each document."""
        return [card.get("group_url", card["url"]).split("/")[1] for card in self.cards]

    def read(self, name: str) -> Any:
        """One file, by its name below the folder of the index."""
        return json.loads((self.site / "match-index" / name).read_text(encoding="utf-8"))

    def _degrees(self, name: str) -> dict[int, str]:
        given = self.read(f"{self.start['edition']}/answers/{name}.json")
        return {number: degree for degree, steps in given.items() for number in decoded(steps)}


def decoded(steps: str) -> Iterator[int]:
    """The numbers that `postings.encoded` wrote."""
    number, digits = -1, []
    for letter in steps:
        if letter in GOES_ON:
            digits.append(GOES_ON.index(letter))
            continue
        step = ENDS.index(letter)
        for digit in reversed(digits):
            step = step * len(GOES_ON) + digit + len(ENDS)
        number, digits = number + 1 + step, []
        yield number


@dataclass(frozen=True)
class Mark:
    """One person, the first three documents as (slug, title), which expectations these meet, and what must not be."""

    person: Mapping[str, Any]
    first: tuple[tuple[str, str], ...]

    @property
    def met(self) -> tuple[bool, ...]:
        """For each expectation whether one of the first three meets it."""
        return tuple(any(_is(each, *one) for one in self.first) for each in self.person["expect"])

    @property
    def unwanted(self) -> tuple[str, ...]:
        """The titles among the first three that must never be there."""
        return tuple(t for slug, t in self.first for each in self.person.get("never", ()) if _is(each, slug, t))


def _is(expected: str | Mapping[str, str], slug: str, title: str) -> bool:
    if isinstance(expected, str):
        return expected == slug
    return expected["slug"] == slug and expected["title"] == title


Asking = Callable[[str], list[int]]


def ranking(files: Files, line: str) -> list[int]:
    """The first documents for a line, as Python ranks them."""
    known = {key: tuple(files.start["reasons"][key]) for key in KEYS}
    return [each.number for each in rank(files.degrees, files.groups, parse_sheet(line, known))[:FIRST]]


@contextmanager
def browsing(files: Files) -> Iterator[Asking]:
    """A function that gives the documents of the first cards that a browser shows for a line."""
    numbers = {card["url"]: number for number, card in enumerate(files.cards)}
    with serving(files.site) as address, launched() as browser:
        page = browser.new_page()

        def ask(line: str) -> list[int]:
            page.goto(f"{address}match/?{line}")
            page.wait_for_selector(".match__results:not([hidden]):not([aria-busy])")
            links = page.locator(".find__title a").evaluate_all("(all) => all.map((one) => one.href)")
            return [numbers[link.removeprefix(address)] for link in links[:FIRST]]

        yield ask


def mark(files: Files, person: Mapping[str, Any], asking: Asking | None = None) -> Mark:
    """Ask for one person, of the files or as `asking` does."""
    numbers = asking(person["sheet"]) if asking else ranking(files, person["sheet"])
    return Mark(person, tuple((files.groups[number], files.cards[number]["title"]) for number in numbers))


def report(marks: list[Mark]) -> Iterator[str]:
    """The lines of the report: a person each, then the share."""
    for each in marks:
        bad = f"  NEVER: {'、'.join(each.unwanted)}" if each.unwanted else ""
        yield f"{each.person['id']:>3} {sum(each.met)}/{len(each.met)}{bad}  {each.person['who']}"
        missing = [e for e, met in zip(each.person["expect"], each.met, strict=True) if not met]
        if missing or bad:
            yield f"      missing: {missing}"
            yield f"      first:   {[f'{slug} {title}' for slug, title in each.first]}"
    met, wanted = sum(sum(m.met) for m in marks), sum(len(m.met) for m in marks)
    unwanted = sum(bool(m.unwanted) for m in marks)
    yield f"{met} of {wanted} expected are among the first three ({met / wanted:.0%})"
    yield f"{unwanted} of {len(marks)} people get what must never be there"


def main() -> None:
    """Ask for everybody in a table and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.people", description=__doc__)
    parser.add_argument("table", type=Path)
    parser.add_argument("--site", type=Path)
    parser.add_argument("--browser", action="store_true", help="ask a real browser as well, and print what it shows")
    given = parser.parse_args()
    people = yaml.safe_load(given.table.read_text(encoding="utf-8"))
    with built(site=given.site) as site:
        files = Files(site)
        marks = [mark(files, person) for person in people]
        print("\n".join(report(marks)))
        if given.browser:
            with browsing(files) as ask:
                shown = [mark(files, person, ask) for person in people]
            different = [
                each.person["id"] for each, other in zip(marks, shown, strict=True) if each.first != other.first
            ]
            print("a browser shows:", *list(report(shown))[-2:], f"different: {different or 'nobody'}", sep="\n")


if __name__ == "__main__":
    main()
