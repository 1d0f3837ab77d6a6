"""The files of the index: every key in one of a number of small files, which its first two letters tell."""

import json
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

# About so many letters of JSON in a file: some twelve hundred bytes compressed.
SIZE: Final = 2000
# An entry longer than that has a file of its own, whose number stands in its place.
LONG: Final = 800
MARKS: Final = "~=?!%&"
# Keys that nobody looks for by their beginning.
APART: Final = "#^"
_BASIS, _PRIME, _BITS = 0x811C9DC5, 0x01000193, 0xFFFFFFFF
SHARED: Final = {"marks": MARKS, "apart": APART}


class Files(NamedTuple):
    """JSON texts of the files of an index, in the order of their numbers: shared ones, and those of long entries."""

    shards: list[str]
    long: list[str]


def shard_of(key: str, count: int) -> int:
    """The number of the file, of `count`, in which a key stands: FNV-1a over the first two letters behind its mark.

    So a word and all that begins like it stand together. Groups, whole names and numbers are told apart by all their
    letters: too many telephone numbers begin alike.
    """
    begun = key if key[0] in APART or key.isdecimal() else key.lstrip(MARKS)[:2]
    value = _BASIS
    for letter in begun:
        value = ((value ^ ord(letter)) * _PRIME) & _BITS
    return value % count


def sharded(entries: Mapping[str, Any], *, apart: bool = True) -> Files:
    """Entries as the files in which they are looked up, one at least; long ones `apart`, in files of their own."""
    long: list[str] = []
    lines: list[tuple[str, str]] = []
    for key, value in sorted(entries.items()):
        text = written(value)
        if apart and len(text) > LONG:
            long.append(text + "\n")
            text = str(len(long) - 1)
        lines.append((key, f"{written(key)}:{text}"))
    count = max(1, sum(len(line) for _, line in lines) // SIZE)
    files: list[list[str]] = [[] for _ in range(count)]
    for key, line in lines:
        files[shard_of(key, count)].append(line)
    return Files(["{" + ",\n".join(each) + "}\n" for each in files], long)


def written(value: Any) -> str:
    """A value as JSON without spaces, Japanese as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
