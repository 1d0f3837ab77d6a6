"""The rows of all sheets brought together, profile by profile; a row that may be about two things is about none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from generator.check.names import spoken
from generator.kinds import FOLDERS
from generator.reading.slugs import free_slug, is_slug, slug_of
from generator.sheets.columns import SLUG
from generator.sheets.known import Known, day_of, first_day, iso
from generator.sheets.lines import Line, Remark, Said

_NEAR = 0.75


@dataclass(slots=True)
class Row:
    """One profile as the sheets speak of it: its row in the sheet of whole profiles, and its rows in those of blocks.

    `slug` is empty for a row of which nobody can say whose it is; `block` is the sheet in which such a row stands.
    """

    slug: str
    line: Line | None
    inside: dict[str, list[Line]] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    block: str = ""

    @property
    def lines(self) -> list[Line]:
        """All rows that speak of it, that of the sheet of whole profiles first."""
        return [*([self.line] if self.line else []), *(line for each in self.inside.values() for line in each)]

    @property
    def cell(self) -> str:
        """The cell that stands for it."""
        return next((line.cell for line in self.lines), "")

    @property
    def name(self) -> str:
        """What the sheets call it."""
        return next((line.name for line in self.lines if line.name), "")

    @property
    def refused(self) -> bool:
        """Whether a remark forbids writing it."""
        return any(remark.serious for remark in self.remarks)


def gathered(told: Said, known: Known) -> list[Row]:
    """Everything the sheets speak of; rows that nobody can place come last."""
    days = _days(told)
    rows = [_main_row(line, known, days) for line in told.lines]
    found: dict[str, Row] = {}
    refused: list[Row] = []
    for row in rows:
        if not row.slug:
            refused.append(row)
        elif (first := found.setdefault(row.slug, row)) is not row:
            _double(first, row)
            refused.append(row)
    for name, (_, lines) in told.blocks.items():
        for line in lines:
            slug, remarks = _owner(line, known, found)
            if not slug:
                refused.append(Row("", line, remarks=[*line.remarks, *remarks], block=name))
                continue
            row = found.setdefault(slug, Row(slug, None))
            row.inside.setdefault(name, []).append(line)
            row.remarks += line.remarks
    return [*found.values(), *refused]


def _double(first: Row, row: Row) -> None:
    """Two rows about one thing: neither is taken, because nobody can say which one is meant."""
    row.remarks.append(
        Remark(row.cell, f"同じものを指す行がもうあります（{first.cell}）。一つにまとめてください。", serious=True)
    )
    if not first.refused:
        words = f"同じものを指す行がほかにもあります（{row.cell}）。一つにまとめるまで、どちらも取り込みません。"
        first.remarks.append(Remark(first.cell, words, serious=True))


def _days(told: Said) -> dict[str, str]:
    """The first day of each event whose days stand in a sheet of their own, by address or name."""
    found: dict[str, str] = {}
    for line in told.blocks["dates"][1] if "dates" in told.blocks else ():
        found.setdefault(line.slug or spoken(line.name), day_of(line.values))
    return found


def _main_row(line: Line, known: Known, days: Mapping[str, str]) -> Row:
    """The profile that a row is about, from now on known by this name too."""
    row = Row("", line, remarks=list(line.remarks))
    day = first_day(line) or days.get(line.slug or spoken(line.name), "")
    row.slug = _given(row, line, known, day) if line.slug else _by_name(row, line, known, day)
    if row.slug:
        known.note(row.slug, line.name, day)
    return row


def _given(row: Row, line: Line, known: Known, day: str) -> str:
    """The address in a row, if it is one and its name is not that of another."""
    cell = line.cells.get(SLUG, line.cell)
    if not is_slug(line.slug):
        meant = slug_of(line.slug, "dantai")
        words = f"番地「{line.slug}」は使えません。半角の英小文字と数字とハイフンで書きます（例：{meant}）。"
        row.remarks.append(Remark(cell, words, serious=True))
        return ""
    named = FOLDERS[known.folder].title
    if not line.speaks(named):
        words = "名前のセルが読めないので、番地の行かどうか、たしかめられません。名前を書きなおしてください。"
        row.remarks.append(Remark(line.cells.get(named, cell), words, serious=True))
        return ""
    other = known.names.get(known.key(line.name, day), "") if line.name else ""
    if other not in known.slugs or other == line.slug:
        return line.slug
    if line.slug not in known.slugs:
        words = f"{other} と同じ名前です。{other} のことなら、番地をそのとおりに書いてください。"
        row.remarks.append(Remark(cell, words))
    elif spoken(line.name) != spoken(known.called.get(line.slug, "")):
        words = f"番地は「{line.slug}」ですが、名前は {other} のものです。どちらのことか、番地か名前を直してください。"
        row.remarks.append(Remark(cell, words, serious=True))
        return ""
    return line.slug


def _by_name(row: Row, line: Line, known: Known, day: str) -> str:
    """The address of the profile of a row's name, or a new one."""
    found = known.names.get(known.key(line.name, day)) if line.name else None
    if found:
        return found
    if not line.speaks(SLUG) or not line.name:
        words = "番地も名前もない行です。" if line.speaks(SLUG) else "番地がわからないので、だれの行かわかりません。"
        row.remarks.append(Remark(line.cells.get(SLUG, line.cell), words, serious=True))
        return ""
    cell = line.cells.get("name", line.cell)
    if same := known.same_body(line):
        words = (
            f"いまある「{known.called[same]}」（{same}）と同じ団体のようです。同じなら番地に {same} と書いてください。"
        )
        row.remarks.append(Remark(cell, f"{words}別の団体なら、番地に新しい名前を書いてください。", serious=True))
        return ""
    near, reached = known.close(line.name), known.reached_alike(line)
    if near or reached:
        like = f"似た名前の団体（{near}）" if near else f"電話かホームページが同じ団体（{'、'.join(reached)}）"
        row.remarks.append(Remark(cell, f"{like}がもうあります。同じ団体なら、番地に書いてください。"))
    slug = free_slug(_wanted_slug(line, known.folder, day), known.taken)
    known.taken.add(slug)
    return slug


def _wanted_slug(line: Line, folder: str, day: str) -> str:
    """An address from the reading, else from the English name; an event's begins with its first day."""
    reading = line.values.get("kana") or line.values.get("name_en") or ""
    kind = FOLDERS[folder]
    return slug_of(f"{iso(day)} {reading or kind.spare}" if kind.dated else reading, kind.spare)


def _owner(line: Line, known: Known, found: Mapping[str, Row]) -> tuple[str, list[Remark]]:
    """The address of the profile that a row of a block belongs to, or why nobody can say it."""
    named = known.named(line.name)
    there = line.slug in known.slugs or line.slug in found
    if line.slug and there and (not named or line.slug in named):
        return line.slug, []
    if not line.slug and len(named) == 1:
        return next(iter(named)), []
    return "", [Remark(line.cells.get(SLUG, line.cell), words, serious=True) for words in _why(line, known, found)]


def _why(line: Line, known: Known, found: Mapping[str, Row]) -> Iterator[str]:
    named = known.named(line.name)
    if line.slug and (line.slug in known.slugs or line.slug in found):
        yield f"番地は「{line.slug}」ですが、名前は {'、'.join(sorted(named))} のものです。どちらかを直してください。"
    elif line.slug:
        near = get_close_matches(line.slug, [*known.slugs, *found], n=1, cutoff=_NEAR)
        meant = sorted(named) or near
        hint = f"「{meant[0]}」のことでしょうか。" if len(meant) == 1 else ""
        yield f"番地「{line.slug}」にあたるものがありません。{hint}"
    elif named:
        yield f"名前「{line.name}」のものがいくつもあります（{'、'.join(sorted(named))}）。番地を書いてください。"
    else:
        words = f"名前「{line.name}」" if line.name else "番地のない行"
        yield f"{words}にあたるものがありません。"
