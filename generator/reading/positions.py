"""From the path of a value to its place in the file: a second parse that only a file with a problem pays for."""

from dataclasses import dataclass
from functools import lru_cache

from generator.japanese.text import key as fold_key
from generator.models.base import Record, inner_record
from generator.problems import Where
from generator.reading.strict import Marks, Path, parse


@dataclass(frozen=True, slots=True)
class Positions:
    """The lines of one file and the marks of everything in it."""

    shown: str
    lines: tuple[str, ...]
    marks: Marks
    record: type[Record] | None

    def value(self, path: Path) -> Where:
        """Where the value at a path of field names stands, or the nearest thing around it."""
        written = self._written(path)
        while written and written not in self.marks.values:
            written = written[:-1]
        return self.at(*self.marks.values.get(written, (1, 1, 1)))

    def key(self, path: Path) -> Where:
        """Where the key at a path of field names stands."""
        written = self._written(path)
        return self.at(*self.marks.keys[written]) if written in self.marks.keys else self.value(path)

    def at(self, line: int, column: int, width: int = 1) -> Where:
        """A place in the file together with the line itself, for people to look at."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Where(self.shown, line, column, max(1, min(width, len(text) - column + 1)), text)

    def _written(self, path: Path) -> Path:
        """The path as the file spells it: Japanese labels where the profile used them."""
        out: Path = ()
        record = self.record
        for step in path:
            found = self._child(out, step, record)
            if found is None:
                if isinstance(step, int):
                    # A single entry where a list is allowed has no index in the file.
                    continue
                return out
            out = (*out, found)
            record = _inside(record, step)
        return out

    def _child(self, parent: Path, step: str | int, record: type[Record] | None) -> str | int | None:
        if (*parent, step) in self.marks.values:
            return step
        if isinstance(step, int):
            return None
        names = record.names if record else {}
        for path in self.marks.keys:
            if path[:-1] == parent and names.get(fold_key(str(path[-1]))) == step:
                return path[-1]
        return None


def _inside(record: type[Record] | None, step: str | int) -> type[Record] | None:
    if record is None or isinstance(step, int):
        return record
    info = record.model_fields.get(step)
    return inner_record(info.annotation) if info else record


def positions(text: str, shown: str, record: type[Record] | None = None) -> Positions:
    """Parse once more, noting where everything stands."""
    marks = Marks()
    parse(text, marks)
    return Positions(shown, tuple(text.splitlines()), marks, record)


positions = lru_cache(maxsize=8)(positions)
