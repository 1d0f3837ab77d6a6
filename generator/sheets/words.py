"""What an import would do, in lines for people at a terminal."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.intake.words import change_lines
from generator.kinds import FOLDERS
from generator.reports.excerpt import visible
from generator.sheets.grid import column_letters
from generator.sheets.headings import How, Match
from generator.sheets.lines import Remark, Sheet
from generator.sheets.plan import Plan, Result, listed

_HOW = {How.SYNONYM: "言いかえ", How.CLOSE: "近い書き方なので、確かめてください"}
_MOST_CELLS = 8
_MOST_GONE, _LONGEST_GONE = 40, 40
# Of more new profiles than this only the names are told.
_MOST_IN_FULL = 40


def sheet_lines(sheet: Sheet) -> Iterator[str]:
    """Which column was taken for which field, and which were not understood."""
    rows = max(0, len(sheet.grid.rows) - sheet.head - 1)
    size = f"見出し {sheet.head + 1}行め、{rows}行"
    yield f"{visible(sheet.grid.shown)}：{sheet.layout.title}の表として読みました（{size}）。"
    exact = [m for m in sheet.matches if m.how == How.EXACT and m.column is not None]
    same = [m for m in exact if m.column and _same(m)]
    if same:
        yield f"  そのまま読んだ列：{'、'.join(f'{column_letters(m.at)} {visible(m.heading)}' for m in same)}"
    for match in sheet.matches:
        if match.column is not None and match not in same:
            how = f"（{_HOW[match.how]}）" if match.how in _HOW else ""
            yield f"  {column_letters(match.at)}「{visible(match.heading)}」→ {_called(match)}{how}"
    for match in sheet.matches:
        if match.column is None:
            why = "同じ項目の列がもうあるので、読みません" if match.how == How.TWICE else "わからないので、読みません"
            yield f"  {column_letters(match.at)}「{visible(match.heading)}」… {why}"


def _called(match: Match) -> str:
    """The label of our column; for one of several entries with its number."""
    column = match.column
    if column is None:
        return ""
    number = next((step for step in column.name.split(".") if step.isdigit()), "")
    block, _, label = column.label.rpartition("・")
    return f"{block}{int(number) + 1}・{label}" if number else column.label


def _same(match: Match) -> bool:
    return match.column is not None and all(part in match.heading for part in match.column.label.split("・"))


def gone_lines(whole: Plan) -> Iterator[str]:
    """What would be gone, counted and named, before all else."""
    gone = [(result, each) for result in listed(whole.results) for each in result.gone]
    if not gone:
        return
    profiles = len({result.slug for result, _ in gone})
    yield f"消える内容が {len(gone)}件あります（{FOLDERS[whole.said.folder].label} {profiles}件）。"
    kinds = Counter(each.label for _, each in gone)
    if len(gone) > _MOST_GONE:
        yield f"  内訳：{'、'.join(f'{visible(label)} {n}件' for label, n in kinds.most_common())}"
    for result, each in gone[:_MOST_GONE]:
        text = " ".join(each.text.split())
        text = text if len(text) <= _LONGEST_GONE else f"{text[:_LONGEST_GONE]}…"
        name = visible(result.name or result.slug)
        yield f"  － {name}（{result.slug}）の{visible(each.label)}「{visible(text)}」　{visible(each.cell)}"
    if len(gone) > _MOST_GONE:
        yield f"  ほか{len(gone) - _MOST_GONE}件（下の「変わります」にすべて出ます）。"
    yield ""


def skipped_lines(whole: Plan, kept: Plan) -> Iterator[str]:
    """The rows that are not written, those that lean on others included."""
    for result in whole.results:
        if result.failed or (result.draft and result.slug in kept.held):
            yield f"とばした行：{visible(result.name or result.slug)}（{visible(result.cell)}）"


def plan_lines(whole: Plan) -> Iterator[str]:
    """What is new, what changes and how, what stays, and what is to be said of it."""
    several = {words for words, n in Counter(remark.words for remark in whole.remarks).items() if n > 1}
    for remark in whole.remarks:
        if remark.words not in several:
            yield f"{'× ' if remark.serious else '※ '}{_at(remark)}{visible(remark.words)}"
    yield from _together([remark for remark in whole.remarks if remark.words in several])
    made = list(listed(whole.results))
    for result in made:
        yield from _result_lines(result, brief=len(made) > _MOST_IN_FULL)
    yield from _together([remark for result in whole.results for remark in result.remarks])


def _result_lines(result: Result, *, brief: bool) -> Iterator[str]:
    made = result.draft
    if made is None:
        return
    sign = "＋ 新しく作ります" if result.new else "～ 変わります"
    yield f"{sign}：{visible(result.name) or result.slug}（{result.slug}）　{visible(result.cell)}"
    if result.new:
        if brief:
            return
        labels = dict.fromkeys(change.label.partition("・")[0] for change in made.changes)
        yield f"    {len(made.changes)}項目：{'、'.join(labels)}"
        return
    for change in made.changes:
        yield from (f"    {line}" for line in change_lines(change))


def _together(said: Sequence[Remark]) -> Iterator[str]:
    """Remarks, the same words once with the cells they are about; serious ones first."""
    order = {remark.words: n for n, remark in reversed(list(enumerate(said)))}
    ordered = sorted(said, key=lambda remark: (not remark.serious, order[remark.words]))
    for (words, serious), same in groupby(ordered, key=lambda remark: (remark.words, remark.serious)):
        cells = [remark.where for remark in same]
        more = f" ほか{len(cells) - _MOST_CELLS}か所" if len(cells) > _MOST_CELLS else ""
        yield f"{'× ' if serious else '※ '}{visible(words)}（{visible('、'.join(cells[:_MOST_CELLS]))}{more}）"


def _at(remark: Remark) -> str:
    return f"{visible(remark.where)}：" if remark.where else ""


def summary(whole: Plan, left: int) -> str:
    """How much is new, changes and stays."""
    new = sum(result.new for result in whole.results)
    changed = sum(result.draft is not None for result in whole.results) - new
    failed = sum(result.failed for result in whole.results)
    same = len(whole.results) - new - changed - sum(r.failed and r.draft is None for r in whole.results)
    title = FOLDERS[whole.said.folder].label
    parts = [f"新しいもの {new}", f"変わるもの {changed}", f"変わらないもの {same}", f"直すところのある行 {failed}"]
    return f"{title}：{'、'.join(parts)}" + (f"、表にないもの {left}（そのままです）" if left else "") + "。"
