"""A content folder as it would be with drafts in it: what is not published yet is checked like what is."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.kinds import FOLDERS
from generator.problems import Problem
from generator.reading.mend import Mended
from generator.reading.read import Reading, data_of, record_of
from generator.reading.source import name_problems


def drafted(reading: Reading, texts: Mapping[tuple[str, str], str]) -> Reading:
    """The reading with these profiles, by folder and slug, in the place of the published ones or beside them.

    `problems` of the result are those of the drafts alone.
    """
    records: dict[str, dict[str, Any]] = {folder: dict(reading.records[folder]) for folder in FOLDERS}
    mended: dict[str, dict[str, Mended]] = {folder: dict(reading.mended[folder]) for folder in FOLDERS}
    slugs = {folder: reading.slugs[folder] | {s for f, s in texts if f == folder} for folder in FOLDERS}
    problems: list[Problem] = []
    for (folder, slug), text in texts.items():
        records[folder].pop(slug, None)
        mended[folder].pop(slug, None)
        source = reading.source(folder, slug)
        problems.extend(name_problems(source))
        data = data_of(text, source, problems)
        record = record_of(data, text, source, FOLDERS[folder].model, reading.vocabularies, problems, mended[folder])
        if record is not None:
            records[folder][slug] = record
    return replace(
        reading,
        records={folder: dict(sorted(found.items())) for folder, found in records.items()},
        slugs=slugs,
        mended=mended,
        problems=tuple(problems),
        drafts=dict(texts),
    )
