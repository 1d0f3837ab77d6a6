"""Names and addresses that two records share."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generator.check.finding import Finding
from generator.japanese.text import hiragana, key
from generator.models.group import Group
from generator.reading.read import Reading

_MARKS = re.compile(r"[・･\-－‐]")


def name_findings(reading: Reading, groups: Mapping[str, Group]) -> Iterator[Finding]:
    """Groups with the same name or reading, and records whose pages would have the address of another page."""
    # A draft comes after what is published: it is the one that must take another name.
    order = sorted(groups, key=lambda slug: (("groups", slug) in reading.drafts, slug))
    yield from _same_groups(reading, {slug: groups[slug] for slug in order})
    for folder, records in (("groups", reading.groups), ("events", reading.events), ("places", reading.places)):
        yield from _taken_addresses(reading, folder, records)


def spoken(name: str) -> str:
    """A name without what differs from hand to hand: width, case, spaces, middle dots, hiragana or katakana."""
    return _MARKS.sub("", hiragana(key(name)))


def _same_groups(reading: Reading, groups: Mapping[str, Group]) -> Iterator[Finding]:
    named = dict(_doubles(groups, lambda group: spoken(group.name)))
    for slug, other in named.items():
        yield _finding(reading, groups[slug], slug, "name", "duplicate-name", other)
    for slug, other in _doubles(groups, lambda group: spoken(group.kana)):
        if slug not in named:
            yield _finding(reading, groups[slug], slug, "kana", "same-reading", other)


def _finding(reading: Reading, group: Group, slug: str, name: str, rule: str, other: str) -> Finding:
    facts = {"value": getattr(group, name), "other": f"{reading.shown}/groups/{other}.yaml"}
    return Finding("groups", slug, (name,), rule, facts)


def _doubles(groups: Mapping[str, Group], of: Callable[[Group], str]) -> Iterator[tuple[str, str]]:
    """Pairs of groups for which something is the same; the later one comes first, and is the one to report."""
    first: dict[str, str] = {}
    for slug, group in groups.items():
        other = first.setdefault(of(group), slug)
        if other != slug:
            yield slug, other


def _taken_addresses(reading: Reading, folder: str, records: Mapping[str, object]) -> Iterator[Finding]:
    """Records whose page a hand-written page would overwrite, or the other way round."""
    pages = reading.content / "pages" / folder
    for slug in sorted(records.keys() & _written(pages)):
        facts = {"value": f"{slug}.yaml", "other": f"{reading.shown}/pages/{folder}/{slug}.md"}
        yield Finding(folder, slug, (), "slug-clash", facts)


def _written(pages: Path) -> set[str]:
    return {page.stem for page in pages.iterdir()} if pages.is_dir() else set()
