"""From the values of a profile to the text of a cell, and back."""

import re
from collections.abc import Sequence

from generator.formatting.values import canonical_value
from generator.japanese.text import key
from generator.sheets.columns import LANGUAGE, Column, Vocabularies, choices

_BETWEEN = re.compile(r"[、，,;；／]")


def shown(column: Column, texts: Sequence[str], vocabularies: Vocabularies) -> str:
    """What a cell says for these values in their canonical form: Japanese labels, 「、」 between several."""
    labels = choices(column, vocabularies)
    words = [labels.get(text, text) for text in texts]
    together = "、".join(words)
    if not column.many or cell_texts(column, together, vocabularies) == words:
        return together
    # An entry with a comma in it: one line for each, and a line break shows that there are lines.
    return "\n".join(words) if len(words) > 1 else f"{together}\n／"


def cell_texts(column: Column, cell: str, vocabularies: Vocabularies) -> list[str]:
    """The values that a cell gives, none if it is empty."""
    if not column.many:
        return [cell] if cell else []
    if "\n" in cell:
        return [line.strip() for line in cell.split("\n") if line.strip() not in ("", "／")]
    labels = {key(label) for label in choices(column, vocabularies).values()}
    return [cell] if key(cell) in labels else [each.strip() for each in _BETWEEN.split(cell) if each.strip()]


def same(column: Column, one: str, other: str, vocabularies: Vocabularies) -> bool:
    """Whether two cells say the same: 2026/10/1 and 2026-10-01, 042(000)0011 and 042-000-0011."""
    if one == other:
        return True
    return canonical(column, one, vocabularies) == canonical(column, other, vocabularies)


def canonical(column: Column, cell: str, vocabularies: Vocabularies) -> list[str]:
    """The values of a cell in their canonical form; what is not understood as it is written."""
    texts = cell_texts(column, "\n".join(line.rstrip() for line in cell.strip().split("\n")), vocabularies)
    languages = vocabularies.get("languages")
    if column.name == LANGUAGE and languages is not None:
        return [languages.find(text) or text for text in texts]
    if column.info is None:
        return texts
    return [canonical_value(text, column.info, column.hint, vocabularies).text for text in texts]
