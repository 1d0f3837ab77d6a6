"""Public lists of 支援制度 (34 columns, or the names of GIF 制度) as lines of ours: one grant a row."""

import re

from generator.japanese.deadlines import ALWAYS_WORDS
from generator.kinds import GRANT
from generator.models.choices import ClosingRule
from generator.reading.slugs import SHAPE, free_slug
from generator.sheets.columns import Vocabularies
from generator.sheets.grid import Grid
from generator.sheets.headings import folded
from generator.sheets.heads import HEAD_WITHIN, cells_of, matches, parts_of
from generator.sheets.layout import layouts
from generator.sheets.lines import Line, Said, Sheet
from generator.sheets.made import Cells, Made, opening
from generator.sheets.schemes import EXTRAS, HEADS, MARK, UNITS, columns, fields_in, labels, tail_labels

_PARTS = parts_of(HEADS)
_ENOUGH, _SUMMARY, _TEXT = 6, 80, 400
# Headings without which a sheet is not such a list, whatever else it has.
_SURE = frozenset(map(folded, ("タイトル（制度名）", "制度番号", "給付上限額", "受付備考", "公募終了日")))
_VALUES = frozenset(("summary", "description", "opens", "closes", "url", "most", "rate", "form", "keywords"))
_ALWAYS = re.compile("|".join(ALWAYS_WORDS[:1] + ALWAYS_WORDS[2:]))
_PERCENT = re.compile(r"[0-9]{1,3}(?:\.[0-9])?")


def scheme_list(grid: Grid) -> Sheet | None:
    """A sheet that is a public list of 支援制度; None for any other."""
    for n, row in enumerate(grid.rows[:HEAD_WITHIN]):
        names = {folded(text) for text in row}
        parts = {_PARTS[name].part for name in names if name in _PARTS} - {""}
        if "title" in parts and len(parts) >= _ENOUGH and names & _SURE:
            return Sheet(grid, GRANT.folder, layouts(GRANT.folder)[0], n, tuple(matches(row, _PARTS)))
    return None


def schemes_said(sheet: Sheet, vocabularies: Vocabularies) -> Said:
    """What such a list says about grants; about what has no column in it an empty cell says nothing."""
    taken: set[str] = set()
    lines = []
    for n in range(sheet.head + 1, len(sheet.grid.rows)):
        cells = cells_of(sheet, n, _VALUES)
        if any(cells.texts.values()):
            lines.append(_line(cells, vocabularies, taken))
    with_columns = {"title", "funder", "summary", "opens", "closes", "purpose", "apply", "url", "description"}
    ours = columns()
    quiet = frozenset(column.name for column in ours if column.name not in with_columns)
    return Said(GRANT.folder, ours, tuple(lines), {}, (sheet,), silent=quiet, complete=True)


def _line(cells: Cells, vocabularies: Vocabularies, taken: set[str]) -> Line:
    made = Made(cells)
    body, _, tail = _whole(cells, "description").partition(MARK)
    _days(made)
    _amount(made)
    _bodies(made)
    for part, lead, name in (("who", "eligible.", "eligible.note"), ("contact", "contact.", "")):
        _labelled(made, part, lead, name)
    _works(made, vocabularies)
    _words(made, body.strip())
    for name, text in _lines_of(tail, tail_labels())[0].items():
        made.put(name, text, "description")
    slug = _slug(cells)
    slug = free_slug(slug, taken) if slug else ""
    taken.add(slug)
    return Line(slug, made.values.get("title", ""), cells.row, made.values, made.places, tuple(made.remarks))


def _whole(cells: Cells, part: str) -> str:
    """A cell's text as it is written; unlike in lists of events nothing here is layout."""
    return cells.texts.get(part, "").strip()


def _one(cells: Cells, part: str) -> str:
    return _whole(cells, part).replace("\n", " ")


def _slug(cells: Cells) -> str:
    """The number of a grant where it is an address; with the city's code before it where it is only a number."""
    number, code = cells.line("slug"), cells.line("code")
    if number.isdigit() and code.isdigit():
        return f"{code}-{number}"
    return number if SHAPE.match(number) and not number.isdigit() else ""


def _days(made: Made) -> None:
    """When applications are taken; an empty last day means at any time only where the list says so."""
    cells = made.cells
    made.put("opens", cells.line("opens"), "opens")
    made.put("closes", cells.line("closes"), "closes")
    values, rest = _lines_of(_whole(cells, "when"), labels("closes"))
    for name, text in values.items():
        made.put(name, text, "when")
    if not made.values.get("closes") and (always := _ALWAYS.search(rest)):
        made.put("closes", ALWAYS_WORDS[0], "when")
        made.say("when", f"「{always[0]}」とあるので、締切を「{ALWAYS_WORDS[0]}」にしました。")
    rule = next((rule.label for rule in ClosingRule if rule.label in rest), "")
    if rule and "rule" not in values:
        made.put("rule", rule, "when")
    if rest and rest not in (rule, ALWAYS_WORDS[0]):
        made.extras.append(f"受付備考：{rest}")


def _amount(made: Made) -> None:
    made.put("amount.most", made.cells.line("most"), "most")
    rate = made.cells.line("rate")
    made.put("amount.rate", f"{rate}%" if _PERCENT.fullmatch(rate) else rate, "rate")


def _bodies(made: Made) -> None:
    """Who gives the grant; where that is empty, nobody is guessed."""
    bodies = (body.strip() for body in re.split("[;；]", _one(made.cells, "funder")))
    made.put("funder", "、".join(filter(None, bodies)), "funder")


def _labelled(made: Made, part: str, lead: str, other: str) -> None:
    """The lines of a cell that name a field of ours; what else it says goes to `other`, or to the description."""
    values, rest = _lines_of(_whole(made.cells, part), labels(lead))
    asked = _whole(made.cells, "asked") if part == "who" else ""
    rest = "\n".join(filter(None, (rest, asked)))
    for name, text in values.items():
        made.put(name, text, part)
    if rest and other and other not in values and len(rest) <= _TEXT:
        made.put(other, rest, part)
    elif rest:
        called = "対象者" if part == "who" else "問い合わせ先"
        made.extras.append(f"{called}：{rest}")
        made.say(part, f"「{called}」は、「くわしい案内」に入れました。")


def _works(made: Made, vocabularies: Vocabularies) -> None:
    """For which fields and areas a grant is, where the list names those of ours."""
    fields, others = fields_in(made.cells.line("keywords"), vocabularies)
    made.put("fields", fields, "keywords")
    made.extras += [f"キーワード：{others}"] if others else []
    areas, text = vocabularies.get("areas"), made.cells.line("areas")
    named = [name.strip() for name in re.split("[;；、]", text) if name.strip()]
    if named and areas and all(areas.find(name) for name in named):
        made.put("areas", "、".join(named), "areas")
    elif text:
        made.extras.append(f"対象地域群：{text}")


def _words(made: Made, body: str) -> None:
    """Texts by their limits; what does not fit and what has no field stands in the description."""
    cells = made.cells
    made.put("title", _one(cells, "title"), "title")
    made.put("url", cells.line("url"), "url")
    for part, called in (("purpose", "使いみち"), ("apply", "申し込み方法")):
        text = _whole(cells, part)
        if len(text) <= _TEXT:
            made.put(part, text, part)
        else:
            made.extras.append(f"{called}：{text}")
            made.say(part, f"長いので「{called}」ではなく「くわしい案内」に入れました。")
    brief = _one(cells, "summary")
    made.put("summary", brief if len(brief) <= _SUMMARY else opening(brief, _SUMMARY), "summary")
    if len(brief) > _SUMMARY:
        made.say("summary", "長いので、「ひとこと紹介」は初めの文から作りました。")
        body = f"{brief}\n\n{body}".strip()
    extras = [*made.extras, *(f"{called}：{cells.line(p)}" for p, called in EXTRAS.items() if cells.line(p))]
    listed = "\n".join(f"- {line}" for line in extras).replace("\n\n", "\n")
    made.put("description", "\n\n".join(filter(None, (body, listed))), "description")


def _lines_of(text: str, names: dict[str, str]) -> tuple[dict[str, str], str]:
    """The values that lines name by a label of ours, each with the lines that follow it; and the lines before them."""
    values: dict[str, str] = {}
    rest: list[str] = []
    name = ""
    for line in text.split("\n"):
        label, mark, value = line.partition("：")
        if mark and label.strip() in names and names[label.strip()] not in values:
            name = names[label.strip()]
            values[name] = value.strip()
        elif name:
            values[name] = f"{values[name]}\n{line}"
        else:
            rest.append(line)
    given = {name: value.strip().removesuffix(UNITS.get(name, "")) for name, value in values.items()}
    return {name: value for name, value in given.items() if value}, "\n".join(rest).strip()
