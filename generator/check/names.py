"""Names and addresses that two records share."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from generator.check.finding import Finding
from generator.japanese.legal_forms import bare_name, bare_reading
from generator.japanese.text import hiragana, key, narrow
from generator.kinds import GROUP
from generator.models.group import Group
from generator.reading.read import Reading

_MARKS = re.compile(r"[・･\-－‐]")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "marks": _MARKS,
}


def name_findings(reading: Reading, groups: Mapping[str, Group]) -> Iterator[Finding]:
    """Groups with the same name or reading, and records whose pages would have the address of another page."""
    # A draft comes after what is published: it is the one that must take another name.
    order = sorted(groups, key=lambda slug: ((GROUP.folder, slug) in reading.drafts, slug))
    yield from _same_groups(reading, {slug: groups[slug] for slug in order})
    for folder, records in reading.records.items():
        yield from _taken_addresses(reading, folder, records)


def spoken(name: str) -> str:
    """A name without what differs from hand to hand: width, case, spaces, middle dots, hiragana or katakana."""
    return _MARKS.sub("", hiragana(key(name)))


def body(name: str) -> str:
    """Who bears a name: as `spoken`, and without the legal form, which each hand writes in another way."""
    return bare_name(spoken(name))


def _body_read(kana: str) -> str:
    """A reading as `spoken`, without that of the legal form."""
    return spoken(bare_reading(hiragana(narrow(kana))))


# What two groups may have in common: the field, the rule that says so, and what is the same. The surer ones come first.
_ALIKE: tuple[tuple[str, str, Callable[[str], str]], ...] = (
    ("name", "duplicate-name", spoken),
    ("name", "same-body", body),
    ("kana", "same-reading", spoken),
    ("kana", "same-body", _body_read),
)


def _same_groups(reading: Reading, groups: Mapping[str, Group]) -> Iterator[Finding]:
    told: set[str] = set()
    for name, rule, same in _ALIKE:
        found = dict(_doubles({slug: same(getattr(group, name)) for slug, group in groups.items()}))
        for slug in sorted(found.keys() - told):
            yield _finding(reading, groups[slug], slug, name, rule, found[slug])
        told |= found.keys()


def _finding(reading: Reading, group: Group, slug: str, name: str, rule: str, other: str) -> Finding:
    facts = {"value": getattr(group, name), "other": f"{reading.shown}/{GROUP.folder}/{other}.yaml"}
    return Finding(GROUP.folder, slug, (name,), rule, facts)


def _doubles(said: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs of groups of which the same is said; the later one comes first, and is the one to report."""
    first: dict[str, str] = {}
    for slug, text in said.items():
        other = first.setdefault(text, slug)
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
