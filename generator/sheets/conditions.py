"""Conditions of grants in a list's own words: what is sure is read, and of the rest no word is lost.

A condition that is left out makes a grant one for everybody; so what is not read stays, as it is written, in the note
of the conditions, and what is said of the amount in its own.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from generator.japanese.answers import yes_or_no
from generator.japanese.bounds import parse_members_least, parse_years_least, parse_years_most, years_apart
from generator.japanese.money import parse_yen
from generator.japanese.text import compact
from generator.japanese.unclear import Unclear
from generator.kinds import GRANT
from generator.models.choices import ClosingRule
from generator.reading.read import Reading
from generator.sheets.cells import cell_texts
from generator.sheets.columns import Column
from generator.sheets.layout import layouts
from generator.sheets.lines import Line, Remark, Said
from generator.sheets.meant import Published
from generator.sheets.profile import Texts

_YEARS, _YEARS_MOST, _MEMBERS = "eligible.years", "eligible.years_most", "eligible.members"
_NOTE, _AMOUNT_NOTE, _DESCRIPTION = "eligible.note", "amount.note", "description"
_LONGEST = {_NOTE: 400, _AMOUNT_NOTE: 120, _DESCRIPTION: 4000}
# What says no more than yes.
_YEARLY = re.compile("毎年度?(?:の?募集|実施)?(?:あり|有り?|しています|する|予定)?")
_REGISTERED = re.compile(
    "(?:要登録|登録(?:が|は)?(?:必要|必須|要)|必須|(?:登録団体)?(?:のみ|だけ|に限る|限定))(?:です)?"
)
_AROUND_AN_AMOUNT = re.compile(
    "(?:上限|限度額?|最大|最高)(?:は|額は?)?[:]?|(?:を|が)?(?:上限|限度|以内|以下|まで)(?:とする|とします|です)?"
)


@dataclass(slots=True)
class _Row:
    """One grant while its conditions are read."""

    line: Line
    values: dict[str, str]
    old: Mapping[str, Texts]
    columns: Mapping[str, Column]
    remarks: list[Remark] = field(default_factory=list)

    def say(self, name: str, words: str) -> None:
        self.remarks.append(Remark(self.line.cells.get(name, self.line.cell), words))

    def keep(self, name: str, place: str) -> None:
        """Take a value out, and put its words into a text that is shown."""
        words = f"{self.columns[name].label.rpartition('・')[2]}：{self.values[name]}".replace("\n", " ")
        if place == _AMOUNT_NOTE and self.values[name].startswith("上限"):
            words = self.values[name].replace("\n", " ")
        for into in dict.fromkeys((place, _DESCRIPTION)):
            before = self.values.get(into) or "\n".join(self.old.get(into, ()))
            between = "　" if into == _AMOUNT_NOTE else "\n"
            whole = before if words in before.split(between) else between.join(filter(None, (before, words)))
            if len(whole) <= _LONGEST[into]:
                self.values[into] = whole
                label = self.columns[into].label
                self.say(name, f"「{self.values.pop(name)}」は読み取れないので、文のまま「{label}」に入れました。")
                return


def with_conditions(told: Said, reading: Reading) -> Said:
    """The same, with every condition of a grant read as far as it is sure, and kept in words where it is not."""
    if told.folder != GRANT.folder or not told.lines:
        return told
    columns = {column.name: column for column in layouts(GRANT.folder)[0].columns}
    published = Published(told.folder, reading)
    rows = [_Row(line, dict(line.values), published.of(line), columns) for line in told.lines]
    for row in rows:
        _read(row, reading)
    brought = {name for row in rows for name in row.values} - {column.name for column in told.columns}
    # Of what a list has no column for, its other rows say nothing.
    added = tuple(columns[name] for name in columns if name in brought)
    lines = tuple(replace(r.line, values=r.values, remarks=(*r.line.remarks, *r.remarks)) for r in rows)
    silent = told.silent | {column.name for column in added}
    return replace(told, columns=(*told.columns, *added), lines=lines, silent=silent)


def _read(row: _Row, reading: Reading) -> None:
    _years(row)
    _sure(row, "yearly", _YEARLY)
    _sure(row, "eligible.registered", _REGISTERED)
    _amount(row)
    for name, understands in _UNDERSTANDS.items():
        if row.values.get(name) and not understands(row.values[name]):
            row.keep(name, _PLACES.get(name, _NOTE))
    for name in ("eligible.kinds", "fields", "areas"):
        # Some of the kinds alone would keep out those of the others.
        if row.values.get(name) and not _all_known(row.columns[name], row.values[name], reading):
            row.keep(name, _NOTE)


def _years(row: _Row) -> None:
    """Years at least and at most where they are said, whichever of the two columns says them."""
    for name, parse in ((_YEARS, parse_years_least), (_YEARS_MOST, parse_years_most)):
        text = row.values.get(name, "")
        if not text or not isinstance(parse(text), Unclear):
            continue
        said = {of: part for of, part in zip((_YEARS, _YEARS_MOST), years_apart(text), strict=True) if part}
        if said and not any(row.values.get(other) for other in said if other != name):
            del row.values[name]
            row.values |= said
            labels = "」「".join(row.columns[of].label for of in said)
            row.say(name, f"「{text}」は、「{labels}」として読みました。")


def _sure(row: _Row, name: str, means_yes: re.Pattern[str]) -> None:
    if means_yes.fullmatch(compact(row.values.get(name, "")[:80])):
        row.values[name] = "はい"


def _amount(row: _Row) -> None:
    """An amount with what stands around it: 上限10万円, 10万円以内."""
    text = row.values.get("amount.most", "")
    bare = _AROUND_AN_AMOUNT.sub("", compact(text[:80]))
    amount = parse_yen(bare) if len(text) <= 80 else 0
    if text and isinstance(parse_yen(text), Unclear) and isinstance(amount, int) and amount > 0:
        row.values["amount.most"] = bare


def _all_known(column: Column, text: str, reading: Reading) -> bool:
    known = reading.vocabularies.get(column.field)
    return known is None or all(known.find(word) for word in cell_texts(column, text, reading.vocabularies))


_UNDERSTANDS: Mapping[str, Callable[[str], bool]] = {
    _YEARS: lambda text: not isinstance(parse_years_least(text), Unclear),
    _YEARS_MOST: lambda text: not isinstance(parse_years_most(text), Unclear),
    _MEMBERS: lambda text: not isinstance(parse_members_least(text), Unclear),
    "eligible.registered": lambda text: yes_or_no(text) is not None,
    "yearly": lambda text: yes_or_no(text) is not None,
    "rule": lambda text: ClosingRule.called(text) is not None,
    "amount.most": lambda text: not isinstance(parse_yen(text), Unclear),
}
# Where words go that are no condition of who may apply.
_PLACES = {"yearly": _DESCRIPTION, "rule": _DESCRIPTION, "amount.most": _AMOUNT_NOTE}
