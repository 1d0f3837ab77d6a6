"""What is wrong with a list, in lines for somebody at a table: what the table lacks once, many of a kind together."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.problems import Problem
from generator.reports.excerpt import visible
from generator.reports.terminal import level_word, place, total
from generator.rules import advice, message
from generator.sheets.columns import Column
from generator.sheets.lines import Said

# More problems than this are told by their kinds.
MOST_ONE_BY_ONE = 40
_FIRST_PLACES = 5
_PUBLIC = "公開してよければ「公開してよいもの」の列に「{item}」と書き、そうでなければ消してください。"
_A_WAY = "電話・ファクス・メールのどれかの列に書くか、「連絡の窓口」の列に「センター」と書いてください。"
# Where the rule book tells somebody at a file which line to add.
_AT_A_TABLE = {
    "missing-field": "「{suggestion}」のように書いてください。",
    "criteria-missing": "当てはまるなら、書き足してください。趣味の会など、当てはまらない場合はそのままで構いません。",
    "no-contact": _A_WAY,
    "succession-unreachable": _A_WAY,
    "private-phone": _PUBLIC.format(item="電話番号"),
    "private-email": _PUBLIC.format(item="メールアドレス"),
    "private-address": "町名までにしてください。" + _PUBLIC.format(item="住所"),
    "private-in-text": "文から消してください。公開してよい番号なら「電話」の列に書き、"
    + _PUBLIC.format(item="電話番号"),
}
_BY_ITEM = {"fax": _PUBLIC.format(item="ファクス番号")}
_FROM_LIST = "一覧から選んで書いてください（「選択肢」のシートにあります）。"
_ONE_OF_MANY = "「{label}」の列のどれか一つに書いてください。"
_NO_COLUMN = "「{label}」の列がありません。"
_ADD_COLUMN = "「{label}」という見出しの列を足してください。{how}"
_ADD_CONTACT = (
    "「電話」「メール」「連絡先」などの列を足してください。のせないときは「連絡の窓口」の列に「センター」と書きます。"
)
# What a row lacks because its table has no column for it.
_LACKING = frozenset({"missing-field", "criteria-missing", "no-contact"})
# Columns about the contact by which nobody can be reached.
_NO_WAY = frozenset({"contact.address", "contact.public", "contact.phone_hours"})
_ID = re.compile(r"[a-z][a-z-]*")
_TERMS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*（([^（）]+)）")
_NAMES = re.compile(r"（[a-z_]+）")


def problems_lines(problems: Sequence[Problem], told: Said) -> Iterator[str]:
    """All problems and how many there are: those of the table once; those of the cells by kind if there are many."""
    columns = (*told.columns, *(column for listed, _ in told.blocks.values() for column in listed))
    table = [problem for problem in problems if _is_of_the_table(problem, columns)]
    cells = [problem for problem in problems if not _is_of_the_table(problem, columns)]
    for same in _kinds(table):
        yield from (*_table_lines(same), "")
    if len(cells) <= MOST_ONE_BY_ONE:
        for problem in cells:
            yield from (*problem_lines(problem), "")
    else:
        for same in _kinds(cells):
            yield from (*_kind_lines(same), "")
    if problems:
        yield total(problems, "ja").partition("（")[0]


def problem_lines(problem: Problem) -> Iterator[str]:
    """One problem: the cell, what is wrong, what to do, without the names of files' keys."""
    yield f"{visible(place(problem.where))}  {level_word(problem, 'ja')}"
    yield f"  {visible(_plain(message(problem)))}"
    if help_text := _help(problem):
        yield f"  → {visible(_plain(help_text))}"


def _help(problem: Problem) -> str:
    facts = dict(problem.facts)
    words = _BY_ITEM.get(facts.get("item", "")) or _AT_A_TABLE.get(problem.rule)
    if problem.rule == "missing-field":
        wanted = facts.get("suggestion", "")
        words = _ONE_OF_MANY if wanted.startswith("（") else _FROM_LIST if _ID.fullmatch(wanted) else words
    return words.format_map(facts) if words else advice(problem)


def _is_of_the_table(problem: Problem, columns: Sequence[Column]) -> bool:
    """Whether a row lacks something because there is no column for it."""
    if problem.rule not in _LACKING:
        return False
    name = dict(problem.facts).get("name", "")
    names = {column.name for column in columns} - (_NO_WAY if problem.rule == "no-contact" else frozenset())
    return not any(name in each.split(".") for each in names)


def _kinds(problems: Sequence[Problem]) -> list[list[Problem]]:
    """Problems of one kind together, errors first, kinds in the order of their first."""
    order = {_kind(problem): n for n, problem in reversed(list(enumerate(problems)))}
    ordered = sorted(problems, key=lambda problem: (level_word(problem, "en") != "error", order[_kind(problem)]))
    return [list(same) for _, same in groupby(ordered, key=_kind)]


def _kind(problem: Problem) -> tuple[str, str]:
    return problem.rule, dict(problem.facts).get("label", "")


def _table_lines(same: Sequence[Problem]) -> Iterator[str]:
    first = same[0]
    facts = {"label": "", **dict(first.facts)}
    sheet = first.where.file.partition("!")[0]
    whole = dict(first.facts).get("suggestion", "").startswith("（") or first.rule == "no-contact"
    help_text = _ADD_CONTACT if whole and facts["name"] == "contact" else _ADD_COLUMN
    yield f"{visible(sheet)}  {level_word(first, 'ja')}（{len(same)}行）"
    yield f"  {visible(_NO_COLUMN.format_map(facts))}"
    yield f"  → {visible(_plain(help_text.format_map(facts | {'how': _help(first)})))}"


def _kind_lines(same: Sequence[Problem]) -> Iterator[str]:
    """A kind of problem: how often, where first, what the first one says and what to do."""
    if len(same) == 1:
        yield from problem_lines(same[0])
        return
    places = "、".join(visible(place(problem.where)) for problem in same[:_FIRST_PLACES])
    more = " ほか" if len(same) > _FIRST_PLACES else ""
    yield f"{level_word(same[0], 'ja')} {len(same)}件：{places}{more}"
    yield f"  例：{visible(_plain(message(same[0])))}"
    if help_text := _help(same[0]):
        yield f"  → {visible(_plain(help_text))}"


def _plain(text: str) -> str:
    return _NAMES.sub("", _TERMS.sub(r"\1", text))
