"""The office's register of wishes (`private/wishes.csv`): kept apart from everything published, and edited in Excel.

Rows are found by the headings, in any order and with further columns, and whatever the program does not know stays as
it is. The last column is the staff's own; the program never writes into it and never shows it.
"""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.atomic import replace_file
from generator.csvs import decoded, harmless, plain
from generator.intake.receipts import new_receipt
from generator.intake.wishes import Wish
from generator.japanese.dates import parse_date
from generator.publishing.lock import Holder, locked

NUMBER, RECEIVED, LINE, WORDS, UNTIL, STATE, SHOWN = (
    "番号",
    "受け取った日",
    "希望（行）",
    "希望（ことば）",
    "いつまで残すか",
    "状態",
    "お見せしたもの",
)
HEADS = (NUMBER, RECEIVED, LINE, WORDS, UNTIL, STATE, SHOWN, "職員のメモ")
OPEN, DONE, WITHDRAWN = "受付中", "決まりました", "取り下げ"
STATES = (OPEN, DONE, WITHDRAWN)
_REMEMBERED = 60
_LARGEST = 20 * 1024 * 1024


class Unusable(Exception):
    """The register cannot be used as it stands; nothing of it was changed. `words` say why, in Japanese."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the register by its headings."""

    cells: tuple[tuple[str, str], ...]

    def cell(self, head: str) -> str:
        """What stands below a heading; empty where nothing does."""
        return dict(self.cells).get(head, "")

    @property
    def number(self) -> str:
        """The number by which staff and resident speak of the wish."""
        return self.cell(NUMBER)

    @property
    def open(self) -> bool:
        """Whether it still waits: a state that nobody here knows counts as waiting."""
        return bool(self.cell(LINE)) and self.cell(STATE) not in (DONE, WITHDRAWN)

    @property
    def shown(self) -> tuple[str, ...]:
        """The addresses of what was shown to whom it is from."""
        return tuple(self.cell(SHOWN).split())

    def is_over(self, today: date) -> bool:
        """Whether it was to be kept until a day that is past; one without a day that can be read is kept."""
        until = parse_date(self.cell(UNTIL))
        return isinstance(until, date) and until < today

    def having(self, **changed: str) -> "Row":
        """The same with some cells changed, by the names of this module (`state=DONE`)."""
        heads = {"state": STATE, "shown": SHOWN}
        told = {heads[name]: text for name, text in changed.items()}
        return Row(tuple({**dict(self.cells), **told}.items()))


@dataclass(frozen=True, slots=True)
class Register:
    """The whole register: headings as they stand, and its rows in their order."""

    heads: tuple[str, ...] = HEADS
    rows: tuple[Row, ...] = field(default=(), repr=False)

    def find(self, number: str) -> Row | None:
        """The row of a number, however its letters were typed; None if there is none."""
        return next((row for row in self.rows if row.number and row.number.upper() == number.strip().upper()), None)

    def having_shown(self, shown: Mapping[str, Sequence[str]]) -> "Register":
        """The same with what was shown of some wishes now, by their numbers, added to what was before."""
        return Register(self.heads, tuple(_having_shown(row, shown.get(row.number, ())) for row in self.rows))

    def twin(self, line: str) -> Row | None:
        """The open row with the very same wish."""
        return next((row for row in self.rows if row.open and row.cell(LINE) == line), None)


def _having_shown(row: Row, fresh: Sequence[str]) -> Row:
    """The latest alone: a cell is not to grow for ever."""
    every = tuple(dict.fromkeys((*row.shown, *fresh)))
    return row.having(shown=" ".join(every[-_REMEMBERED:])) if every != row.shown else row


def read_register(path: Path) -> Register:
    """The register; an empty one where there is no file. Raises Unusable where it is another table, or none."""
    try:
        data = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise Unusable(f"{path} を開けません（{error.strerror or error}）。") from None
    text = decoded(data[: _LARGEST + 1]) if len(data) <= _LARGEST else None
    if text is None or "\0" in text:
        raise Unusable(f"{path} を読み取れません。表計算ソフトで「CSV UTF-8」の形で保存しなおしてください。")
    try:
        lines = [tuple(map(plain, row)) for row in csv.reader(io.StringIO(text, newline=""), delimiter=_between(text))]
    except csv.Error:
        raise Unusable(f"{path} に、CSV として読めないところがあります。") from None
    lines = [line for line in lines if any(line)]
    return _register(path, lines) if lines else Register()


def changed(path: Path, mine: Holder, change: Callable[[Register], Register]) -> Register:
    """Change the register, one writer at a time, and write it if something differs; the register then.

    Raises Unusable as `read_register` does, publishing.lock.Busy while another has it, and OSError as the disk does.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with locked(path.with_name(f".{path.name}.lock"), mine, None):
        before = read_register(path)
        after = change(before)
        if after != before:
            replace_file(path, _text(after), private=True)
            # Windows knows no such permission; there the folder has to keep strangers out.
            with suppress(OSError):
                path.chmod(0o600)
    return after


def with_wishes(register: Register, wishes: Iterable[Wish], today: date) -> Register:
    """The register with further wishes, each under a number of its own, to be kept for a year."""
    rows = list(register.rows)
    for wish in wishes:
        taken = {row.number for row in rows}
        number = next(each for each in iter(lambda: new_receipt(today), "") if each not in taken)
        told = (number, today.isoformat(), wish.line, wish.words, a_year_after(today).isoformat(), OPEN, "")
        rows.append(Row(tuple(zip(HEADS, (*told, ""), strict=True))))
    return Register(register.heads, tuple(rows))


def a_year_after(day: date) -> date:
    """The same day of the next year; the day before, where that year has none."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def _between(text: str) -> str:
    return max(",\t;", key=text.partition("\n")[0].count)


def _register(path: Path, lines: Sequence[tuple[str, ...]]) -> Register:
    heads = lines[0]
    if NUMBER not in heads or LINE not in heads:
        raise Unusable(f"{path} の1行目に、「{NUMBER}」と「{LINE}」の見出しがありません。別の表のようです。")
    if len(set(heads)) < len([head for head in heads if head]):
        raise Unusable(f"{path} の1行目に、同じ見出しが二つあります。")
    width = max(map(len, lines))
    # A cell beyond the last heading is kept below a heading that is empty.
    named = tuple(heads[n] if n < len(heads) and heads[n] else " " * (n + 1) for n in range(width))
    filled = (line + ("",) * (width - len(line)) for line in lines[1:])
    return Register(named, tuple(Row(tuple(zip(named, line, strict=True))) for line in filled))


def _text(register: Register) -> bytes:
    heads = (*register.heads, *(head for head in HEADS if head not in register.heads))
    rows = ([row.cell(head) for head in heads] for row in register.rows)
    return "".join(map(harmless, ([head.strip() for head in heads], *rows))).encode("utf-8-sig")
