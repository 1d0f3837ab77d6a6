"""What the form starts from: the pairs of a published profile, and the names that are taken or can be chosen."""

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from generator.directory.model import Directory
from generator.form.checking import asked, checking
from generator.intake.flat import flat
from generator.intake.submission import digest
from generator.japanese.holidays import holidays
from generator.kinds import FOLDERS, FORMS, KINDS
from generator.models.vocabulary import Vocabulary
from generator.reading.source import Source, text_of
from generator.reading.strict import parse
from generator.wording.places import map_url

# A form may be filled in long after it was built, and shows the days of a year from then on.
_YEARS_AHEAD = 3


def prefill(content: Path, folder: str, slug: str, vocabularies: Mapping[str, Vocabulary]) -> str:
    """The pairs of a published profile as JSON, with the digest by which a change in between is seen."""
    text, _ = text_of(Source(content / folder / f"{slug}.yaml", "", slug))
    data = parse(text)
    pairs = list(flat(data, FOLDERS[folder].model, vocabularies)) if isinstance(data, dict) else []
    return _json({"base": digest(text), "fields": pairs})


def form_files(directory: Directory, content: Path) -> Iterator[tuple[str, Callable[[], str]]]:
    """The files that the form loads, each as its name on the site and how its text is made."""
    yield "assets/form/names.json", partial(names, directory)
    yield "assets/form/checking.json", partial(_json, asked(checking(directory.vocabularies)))
    for name in FORMS:
        folder = KINDS[name].folder
        for entry in directory.entries[folder]:
            make = partial(prefill, content, folder, entry.slug, directory.vocabularies)
            yield f"edit/data/{name}/{entry.slug}.json", make


def names(directory: Directory) -> str:
    """What the form knows of the town, as JSON: groups and places by slug, and the national holidays around this year.

    A group is its name and reading; a place its name, its address, and whether there is a map of it.
    """
    groups = {entry.slug: [entry.group.name, entry.group.kana] for entry in directory.groups}
    places = {e.slug: [e.place.name, e.place.address or "", bool(map_url(e.place))] for e in directory.places}
    free = holidays(date(directory.today.year - 1, 1, 1), date(directory.today.year + _YEARS_AHEAD, 12, 31))
    return _json({"groups": groups, "places": places, "holidays": [day.isoformat() for day in sorted(free)]})


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
