"""The lists of grants: what can be applied for, the nearest deadline first, and what is over, by year."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from generator.directory.model import Directory, PlainEntry
from generator.japanese.dates import show_date
from generator.japanese.deadlines import ALWAYS
from generator.japanese.rates import rates_in
from generator.kinds import GRANT
from generator.models.grant import Amount, Grant
from generator.pages.paging import paged
from generator.pages.parts import Card, Section, facets_json
from generator.pages.views import Page
from generator.wording.days import day_words
from generator.wording.grants import (
    AHEAD,
    OPEN,
    OVER,
    again_words,
    amount_words,
    days_left,
    deadline_words,
    grant_state,
    who_words,
)
from generator.wording.parts import Link

Entry = PlainEntry[Grant]
_DATED, _ALWAYS, _SOON = "締切のある助成金", "いつでも申し込める助成金", "これから受付が始まる助成金"
_STATES = {_DATED: "締切あり", _ALWAYS: "いつでも", _SOON: "これから受付"}
_LEAD = "市民活動に使える助成金です。締切の近い順にならんでいます。申し込む前に、助成する団体の案内をお確かめください。"
# What may be chosen: at least so much, so large a part. A grant stands under each that it reaches.
_AMOUNTS = {f"{most}万円以上": most * 10_000 for most in (1, 5, 10, 30, 50, 100)}
_RATES = {"全額": Fraction(1), "3分の2以上": Fraction(2, 3), "2分の1以上": Fraction(1, 2)}


def year_url(year: int) -> str:
    """The address of the grants that closed in a year; no record can have it, for slugs have no dot."""
    return f"grants/{year}.html"


def grant_lists(directory: Directory) -> Iterator[Page]:
    """The list of what can be applied for now or soon, and for each year that of what closed in it."""
    entries: tuple[Entry, ...] = directory.entries[GRANT.folder]
    closed = _by_year(directory, entries)
    years = tuple(Link(f"{year}年に締め切った助成金", year_url(year), len(those)) for year, those in closed.items())
    sections = tuple(_sections(directory, entries))
    count = sum(len(section.cards) for section in sections)
    for page in _list(GRANT.list_url, "助成金をさがす", _lead(directory), sections, ways=years):
        description = f"市民活動団体が申し込める助成金{count}件の案内です。"
        yield replace(page, hidden=not entries, description=description)
    for link, (year, those) in zip(years, closed.items(), strict=True):
        others = (Link("いま申し込める助成金", GRANT.list_url, count), *(other for other in years if other != link))
        cards = tuple(_card(directory, each) for each in those)
        yield from _list(link.url, link.text, _OVER, (Section(f"year-{year}", f"{year}年", cards),), ways=others)


_OVER = "受付は終わりました。毎年募集のあるものは、つぎの受付の時期のめやすをのせています。"


def _lead(directory: Directory) -> str:
    return f"{_LEAD}あと何日かは、{show_date(directory.today)}現在です。"


def _list(url: str, title: str, lead: str, sections: tuple[Section, ...], ways: tuple[Link, ...]) -> Iterator[Page]:
    count = sum(len(section.cards) for section in sections)
    yield from paged(
        Page(url, GRANT.folder, "grants.html", title, f"{title}、{count}件の一覧です。", None),
        sections,
        "受付",
        lead=lead,
        count=count,
        unit="件",
        ways=ways,
        crumbs=() if url == GRANT.list_url else (Link("助成金をさがす", GRANT.list_url),),
        empty="いま申し込める助成金の案内はありません。" if ways else "まだ助成金の案内はありません。",
    )


def _sections(directory: Directory, entries: Iterable[Entry]) -> Iterator[Section]:
    """What is open, by its last day; what always is; what will be, by its first day."""
    found: dict[str, list[Entry]] = {title: [] for title in _STATES}
    for entry in sorted(entries, key=lambda each: (each.record.closes, each.slug)):
        title = _section_of(directory, entry.record)
        if title:
            found[title].append(entry)
    found[_SOON].sort(key=lambda each: (each.record.opens or each.record.closes, each.slug))
    offered = _Offered(directory, [entry.record for those in found.values() for entry in those])
    for n, (title, those) in enumerate(found.items(), start=1):
        if those:
            facets = ((each, {"open": (_STATES[title],)} | offered.facets(each.record)) for each in those)
            cards = (_card(directory, each)._replace(facets=facets_json(facet)) for each, facet in facets)
            yield Section(f"grants-{n}", title, tuple(cards))


def _section_of(directory: Directory, grant: Grant) -> str:
    state = grant_state(grant, directory.today)
    if state == OPEN:
        return _ALWAYS if grant.closes == ALWAYS else _DATED
    return _SOON if state == AHEAD else ""


def _by_year(directory: Directory, entries: Iterable[Entry]) -> dict[int, list[Entry]]:
    """What is over, by the year of its last day, the latest first."""
    found: dict[int, list[Entry]] = defaultdict(list)
    over = (entry for entry in entries if entry.record.closes < directory.today)
    for entry in sorted(over, key=lambda each: (each.record.closes, each.slug), reverse=True):
        found[entry.record.closes.year].append(entry)
    return dict(found)


class _Offered:
    """What a list can be narrowed down by. A grant that names no field is for all of them, and stands under each."""

    def __init__(self, directory: Directory, grants: Iterable[Grant]) -> None:
        self._directory = directory
        grants = tuple(grants)
        self._all = {
            name: self._labels(name) if any(self._asked(name, grant) for grant in grants) else ()
            for name in ("fields", "areas", "kinds")
        }

    def _labels(self, name: str) -> tuple[str, ...]:
        return tuple(self._directory.vocabularies[name].labels.values())

    def _asked(self, name: str, grant: Grant) -> tuple[str, ...]:
        kinds: tuple[str, ...] = grant.eligible.kinds if grant.eligible else ()
        asked: dict[str, tuple[str, ...]] = {"fields": grant.fields, "areas": grant.areas, "kinds": kinds}
        return asked[name]

    def _open_to(self, name: str, grant: Grant) -> tuple[str, ...]:
        return self._directory.labels(name, self._asked(name, grant)) or self._all[name]

    def facets(self, grant: Grant) -> dict[str, tuple[str, ...]]:
        """The labels under which a grant stands."""
        amount = grant.amount or Amount()
        rate = max(rates_in(amount.rate or ""), default=Fraction(0))
        return {
            "field": self._open_to("fields", grant),
            "area": self._open_to("areas", grant),
            "eligible": self._open_to("kinds", grant),
            "amount": tuple(label for label, least in _AMOUNTS.items() if (amount.most or 0) >= least),
            "rate": tuple(label for label, least in _RATES.items() if rate >= least),
        }


def _card(directory: Directory, entry: Entry) -> Card:
    grant, today = entry.record, directory.today
    state = grant_state(grant, today)
    opens = f"{day_words(grant.opens, today)}から" if grant.opens and state == AHEAD else ""
    calls = (deadline_words(grant, today), days_left(grant, today)) if state == OPEN else ()
    again = again_words(grant) if state == OVER else ""
    until = deadline_words(grant, today) if state != OPEN else ""
    return Card(
        url=entry.url,
        name=grant.title,
        kana=grant.kana or "",
        field=grant.funder,
        summary=grant.summary,
        line=amount_words(grant.amount),
        calls=tuple(filter(None, calls)),
        badges=tuple(filter(None, (opens, until, again, *who_words(directory, grant)))),
        quiet=OVER if state == OVER else "",
    )
