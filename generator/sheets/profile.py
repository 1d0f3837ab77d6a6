"""A profile taken apart for a sheet: what stands in it once, and the entries of what stands in it several times."""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.intake.flat import Pair, flat
from generator.kinds import FOLDERS
from generator.models.base import Record
from generator.reading.read import Reading
from generator.reading.strict import parse
from generator.sheets.columns import LANGUAGE, Block, Vocabularies, blocks, plain_columns

Texts = list[str]
Entry = dict[str, Texts]


def texts_of(reading: Reading, folder: str, slug: str) -> dict[str, Texts]:
    """The values of a profile by name, in their canonical form; nothing if it cannot be read."""
    data = parse(reading.text(folder, slug)) if slug in reading.slugs[folder] else {}
    return collected(data if isinstance(data, dict) else {}, FOLDERS[folder].model, reading.vocabularies)


def collected(data: Mapping[str, Any], record: type[Record], vocabularies: Vocabularies) -> dict[str, Texts]:
    """The values of a profile's data by name."""
    found: dict[str, Texts] = {}
    for name, text in flat(data, record, vocabularies):
        found.setdefault(name, []).append(text)
    return found


def entries(texts: Mapping[str, Texts], block: Block, vocabularies: Vocabularies) -> list[Entry]:
    """The entries of a block, in order; a translation has its language among its values."""
    found: dict[str, Entry] = {}
    lead = f"{block.name}."
    for name, values in texts.items():
        number, dot, field = name.removeprefix(lead).partition(".")
        if name.startswith(lead) and dot:
            found.setdefault(number, {})[field] = values
    if not block.keyed:
        return list(found.values())
    languages = vocabularies.get("languages")
    return [{LANGUAGE: [languages.find(n) or n if languages else n]} | entry for n, entry in found.items()]


def pairs(block: Block, listed: Sequence[Entry]) -> list[Pair]:
    """The entries of a block as pairs of a form."""
    out: list[Pair] = []
    for n, entry in enumerate(listed):
        number = entry[LANGUAGE][0].replace(".", "-") if block.keyed and LANGUAGE in entry else str(n)
        out += [
            (f"{block.name}.{number}.{field}", text)
            for field, texts in entry.items()
            if field != LANGUAGE
            for text in texts
        ]
    return out


def leftover(texts: Mapping[str, Texts], record: type[Record]) -> list[str]:
    """The names of values for which no sheet has a column; only a broken profile has such."""
    fixed = {column.name for column in plain_columns(record)}
    inside = {(block.name, column.name) for block in blocks(record) for column in block.columns}
    return [name for name in texts if name not in fixed and not _is_in(name, inside)]


def _is_in(name: str, inside: set[tuple[str, str]]) -> bool:
    return any(
        name.startswith(f"{block}.") and name.removeprefix(f"{block}.").partition(".")[2] == field
        for block, field in inside
    )
