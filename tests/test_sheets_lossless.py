"""Whatever happens to a workbook in an office, nothing disappears that was not taken out on purpose, and that is named."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.reading.read import FOLDERS, Reading, read
from generator.reading.strict import parse
from generator.sheets.book import said_in
from generator.sheets.excel import read_workbook
from generator.sheets.grid import Book, Unread
from generator.sheets.layout import sheets
from generator.sheets.plan import Plan, plan, without_bad
from generator.sheets.profile import collected, texts_of
from generator.sheets.workbook import workbook
from tests.books import hiroba, made
from tests.folders import GROUP, TODAY, content, put

PARTS = """\
meetings:
  - when: 毎週{0}曜 9:00-10:00
    place: kawabe
    note: {1}の集まり
  - when: 毎月第2{0}曜 13:00-15:00
    note: {1}の勉強会
recruiting:
  - role: member
    title: {1}の仲間
    text: {1}を一緒にしませんか。
  - role: volunteer
    title: {1}の手伝い
offers:
  - kind: equipment
    text: {1}の道具
needs:
  - kind: people
    text: {1}の人手
founded: 20{2}-04
"""
GROUPS = {
    "kawa-akari": ("川あかりの会", "かわあかりのかい", "水", "花壇", "04"),
    "mori-no-oto": ("森の音の会", "もりのおとのかい", "木", "合唱", "11"),
    "hoshi-yomi": ("星を読む会", "ほしをよむかい", "金", "観望", "17"),
}


def profile(name: str, kana: str, day: str, what: str, year: str) -> str:
    """A group whose every text is its own."""
    text = GROUP.replace("川あかりの会", name).replace("かわあかりのかい", kana)
    text = text.replace("川辺の花を世話しています。", f"{what}をしています。").replace("花壇に集まり", f"{what}に集まり")
    return text.replace("042-000-0011", f"042-000-00{year}") + PARTS.format(day, what, year)


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    files = {f"groups/{slug}.yaml": profile(*facts) for slug, facts in GROUPS.items()}
    return read(content(tmp_path_factory.mktemp("lossless") / "content", files), "content")


Cell = str | tuple[str, str]


@dataclass
class Office:
    """A workbook while somebody works in it: sheets as rows of cells, merged cells, and what was taken out on purpose."""

    sheets: dict[str, list[list[Cell]]]
    merged: list[tuple[str, int, int, int, int]] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    purpose: Counter[str] = field(default_factory=Counter)

    def data(self) -> bytes:
        """The file as it is saved."""

        def write(book: Any) -> None:
            for title, rows in self.sheets.items():
                sheet = book.add_worksheet(title)
                if title in self.hidden:
                    sheet.hide()
                for n, row in enumerate(rows):
                    for m, cell in enumerate(row):
                        put_cell(sheet, n, m, cell)
                taken: set[tuple[int, int]] = set()
                for where, top, left, bottom, right in self.merged:
                    inside = {(n, m) for n in range(top, bottom + 1) for m in range(left, right + 1)}
                    if where == title and not inside & taken and bottom < len(rows):
                        taken |= inside
                        text = rows[top][left] if left < len(rows[top]) else ""
                        sheet.merge_range(top, left, bottom, right, text if isinstance(text, str) else "")

        return made(write)


def put_cell(sheet: Any, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, tuple):
        sheet.write_formula(row, column, cell[0], value=cell[1])
    elif cell:
        sheet.write_string(row, column, cell)


def exported(reading: Reading) -> Office:
    """The workbook of a reading, before anybody touched it."""
    layouts, _ = sheets(reading, "groups")
    return Office({each.title: [[c.label for c in each.columns], *map(list, each.rows)] for each in layouts})


def taken_up(data: bytes, reading: Reading) -> Plan | Unread:
    """What importing a file with --skip-bad would do."""
    book = read_workbook(data, "g.xlsx")
    assert isinstance(book, Book), book
    told = said_in(book, reading)
    return told if isinstance(told, Unread) else without_bad(plan(told, reading, TODAY), reading, TODAY)


def values(texts: Mapping[str, list[str]]) -> Counter[str]:
    return Counter(text for each in texts.values() for text in each)


def lost(whole: Plan | Unread, reading: Reading) -> dict[str, Counter[str]]:
    """The values that each profile says now and would not say after an import."""
    if isinstance(whole, Unread) or whole.barred:
        return {}
    out = {}
    for draft in whole.drafts:
        data = parse(draft.after)
        after = collected(data if isinstance(data, dict) else {}, FOLDERS["groups"], reading.vocabularies)
        out[draft.slug] = values(texts_of(reading, "groups", draft.slug)) - values(after)
    return {slug: gone for slug, gone in out.items() if gone}


# What people do to a workbook: each takes the workbook and three numbers that say where.
Deed = Callable[[Office, str, int, int], None]


def row_of(office: Office, title: str, n: int) -> int:
    return 1 + n % max(1, len(office.sheets[title]) - 1)


def duplicate(office: Office, title: str, n: int, m: int) -> None:
    rows = office.sheets[title]
    rows.append(list(rows[min(row_of(office, title, n), len(rows) - 1)]))


def duplicate_for_another(office: Office, title: str, n: int, m: int) -> None:
    duplicate(office, title, n, m)
    office.sheets[title][-1][1] = "写しから作る会"


def sort(office: Office, title: str, n: int, m: int) -> None:
    rows = office.sheets[title]
    rows[1:] = sorted(rows[1:], key=lambda row: str(row[m % len(row)]), reverse=bool(n % 2))


def sort_addresses_alone(office: Office, title: str, n: int, m: int) -> None:
    rows = office.sheets[title]
    for row, address in zip(rows[1:], sorted((row[0] for row in rows[1:]), key=str, reverse=bool(n % 2)), strict=True):
        row[0] = address


def insert(office: Office, title: str, n: int, m: int) -> None:
    office.sheets[title].insert(row_of(office, title, n), [""] * len(office.sheets[title][0]))


def insert_title(office: Office, title: str, n: int, m: int) -> None:
    office.sheets[title].insert(0, ["令和8年度 名簿", *[""] * (len(office.sheets[title][0]) - 1)])


def insert_column(office: Office, title: str, n: int, m: int) -> None:
    for k, row in enumerate(office.sheets[title]):
        row.insert(m % (len(row) + 1), "" if k else "担当のメモ")


def footnote(office: Office, title: str, n: int, m: int) -> None:
    words = ("※ 電話は事務局が確かめたもの", "合計 69", "以上", "注1 10月現在", "計", "【環境】")
    office.sheets[title].append([words[n % 6], *[""] * (len(office.sheets[title][0]) - 1)])


def delete(office: Office, title: str, n: int, m: int) -> None:
    rows = office.sheets[title]
    if len(rows) > 1:
        gone = rows.pop(row_of(office, title, n))
        if title != "団体":
            office.purpose += told(gone)


def clear(office: Office, title: str, n: int, m: int) -> None:
    rows = office.sheets[title]
    if len(rows) > 1:
        row = rows[row_of(office, title, n)]
        at = 2 + m % (len(row) - 2)
        office.purpose += told([row[at]])
        row[at] = ""


def told(cells: list[Cell]) -> Counter[str]:
    """What cells say; an entry may be there twice by now, and go twice."""
    return Counter({part: 9 for cell in cells if isinstance(cell, str) for part in (cell, *cell.split("、"))})


def break_cell(office: Office, title: str, n: int, m: int) -> None:
    rows = office.sheets[title]
    if len(rows) > 1:
        row = rows[row_of(office, title, n)]
        kinds: tuple[Cell, ...] = (("=Z99", ""), ("=1/0", "#DIV/0!"), "#REF!", "#N/A")
        row[m % len(row)] = kinds[n % 4]


def wrong_address(office: Office, title: str, n: int, m: int) -> None:
    rows = office.sheets[title]
    if len(rows) > 1:
        rows[row_of(office, title, n)][0] = ("kawa-akri", "", "ｋａｗａ－ａｋａｒｉ", "kawa-akari ", "mori-no-oto")[m % 5]


def merge(office: Office, title: str, n: int, m: int) -> None:
    top, left = row_of(office, title, n), m % len(office.sheets[title][0])
    wide, high = ((0, 1), (1, 0), (1, 1))[n % 3]
    office.merged.append((title, top, left, top + high, left + wide))


def rename(office: Office, title: str, n: int, m: int) -> None:
    names = (f"{title} (2)", f"{title}_修正", f"シート{len(office.sheets)}{n}")
    office.sheets = {names[m % 3] if each == title else each: rows for each, rows in office.sheets.items()}


def copy_sheet(office: Office, title: str, n: int, m: int) -> None:
    copy = [list(row) for row in office.sheets[title]]
    if n % 2 and len(copy) > 1:
        copy[-1][-1] = "直した"
    office.sheets.setdefault(f"{title} (2)", copy)


def hide(office: Office, title: str, n: int, m: int) -> None:
    if len(office.hidden) + 1 < len(office.sheets) and next(iter(office.sheets)) != title:
        office.hidden.append(title)


def drop_sheet(office: Office, title: str, n: int, m: int) -> None:
    if len(office.sheets) > 2:
        del office.sheets[title]


DEEDS: tuple[Deed, ...] = (
    duplicate, duplicate_for_another, sort, sort_addresses_alone, insert, insert_title, insert_column, footnote,
    delete, clear, break_cell, wrong_address, merge, rename, copy_sheet, hide, drop_sheet,
)  # fmt: skip
numbers = st.integers(0, 59)


@given(st.lists(st.tuples(st.sampled_from(DEEDS), numbers, numbers, numbers), min_size=1, max_size=5))
@settings(max_examples=150, derandomize=True, deadline=None)
def test_nothing_disappears_but_what_was_taken_out_on_purpose(
    reading: Reading, deeds: list[tuple[Deed, int, int, int]]
) -> None:
    office = exported(reading)
    for deed, where, n, m in deeds:
        deed(office, list(office.sheets)[where % len(office.sheets)], n, m)
    whole = taken_up(office.data(), reading)
    for slug, gone in lost(whole, reading).items():
        labels = {label: term for each in reading.vocabularies.values() for term, label in each.labels.items()}
        purpose = office.purpose + Counter({labels[t]: 9 for t in office.purpose if t in labels})
        assert not gone - purpose, (slug, gone - purpose)
        assert isinstance(whole, Plan)
        assert next(result.gone for result in whole.results if result.slug == slug and result.draft)
