"""What the browser reads from the text of the index, in Python: for tests of what was written."""

import json
from pathlib import Path
from typing import Any

from generator.search.index import FOLDER
from generator.search.postings import ENDS, GOES_ON
from generator.search.shards import shard_of


def numbers_of(text: str) -> list[int]:
    """The document numbers that `generator.search.postings.encoded` wrote, as postings.js reads them."""
    found: list[int] = []
    number, digits = -1, ""
    for letter in text:
        if letter in GOES_ON:
            digits += letter
            continue
        step = ENDS.index(letter)
        for digit in reversed(digits):
            step = step * len(GOES_ON) + GOES_ON.index(digit) + len(ENDS)
        number, digits = number + 1 + step, ""
        found.append(number)
    return found


def read(path: Path) -> Any:
    """A JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


class Index:
    """The index of a site, as a browser that loads every file sees it."""

    def __init__(self, site: Path) -> None:
        self.start = read(site / FOLDER / "start.json")
        self.folder = site / FOLDER / self.start["edition"]

    def entry(self, key: str) -> Any:
        """What stands under a key, in the file where it belongs or in one of its own; None if nothing does."""
        shard = read(self.folder / f"words/{shard_of(key, self.start['shards'])}.json")
        found = shard.get(key)
        return read(self.folder / f"long/{found}.json") if isinstance(found, int) else found

    def urls(self, key: str) -> list[list[str]]:
        """The addresses of the documents of a key, zone by zone: elsewhere, sentence, field, name."""
        return [self.named(zone) for zone in (self.entry(key) or "").split(" ")]

    def named(self, zone: str) -> list[str]:
        """The addresses of documents written as text."""
        return [read(self.folder / f"cards/{number}.json")["url"] for number in numbers_of(zone)]
