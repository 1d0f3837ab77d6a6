"""A row of a public list, and the event that is put together from it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.sheets.lines import Remark

LONGEST_LINE = 120
_SPACES = re.compile(r"[ \t\u3000\u00a0]+")
_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?]?")
_OF_ONE_DAY = ("number", "start_date", "end_date", "start_time", "end_time", "when")


@dataclass(frozen=True, slots=True)
class Cells:
    """One row of a public list: its texts and cells by the part they play, and the cell that stands for the row."""

    texts: Mapping[str, str]
    places: Mapping[str, str]
    row: str

    def text(self, part: str) -> str:
        """A cell's text with its lines trimmed and layout by spaces taken out."""
        lines = (_SPACES.sub(" ", line).strip() for line in self.texts.get(part, "").split("\n"))
        return re.sub(r"\n{2,}", "\n", "\n".join(lines)).strip()

    def line(self, part: str) -> str:
        """A cell's text in one line."""
        return self.text(part).replace("\n", " ")


def same_series(cells: Cells) -> tuple[tuple[str, str], ...]:
    """Everything in a row but its days and its number."""
    return tuple((part, text) for part, text in cells.texts.items() if part not in _OF_ONE_DAY)


class Made:
    """An event while it is put together: values and their cells by name, remarks, and what goes to the description."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells
        self.values: dict[str, str] = {}
        self.places: dict[str, str] = {}
        self.remarks: list[Remark] = []
        self.extras: list[str] = []

    def put(self, name: str, text: str, part: str) -> None:
        """Set a value that comes from a cell."""
        if text:
            self.values[name] = text
            self.places[name] = self.cells.places.get(part, self.cells.row)

    def put_line(self, name: str, text: str, part: str, called: str) -> None:
        """Set a value of one short line; a longer text goes to the description."""
        if len(text) <= LONGEST_LINE:
            self.put(name, text, part)
            return
        self.extras.append(f"{called}：{text}")
        self.say(part, f"長いので「{called}」ではなく「内容」に入れました。")

    def say(self, part: str, words: str) -> None:
        """Remark on a cell."""
        self.remarks.append(Remark(self.cells.places.get(part, self.cells.row), words))


def opening(text: str, longest: int) -> str:
    """As many whole sentences as fit into so many letters; the beginning of the first if even that is too long."""
    out = ""
    for sentence in _SENTENCE.findall(text):
        if len(out) + len(sentence) > longest:
            break
        out += sentence
    return out.strip() or f"{text[: longest - 1]}…"


def first_sentence(text: str, longest: int) -> str:
    """The first sentence or line of a text; its beginning if even that is too long."""
    line = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return opening(_SENTENCE.findall(line)[0] if line else "", longest)
