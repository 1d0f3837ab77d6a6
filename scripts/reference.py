"""Write cli.md, fields.md, problems.md and rules.md into docs/; `--check` exits 1 if one of them is stale."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from pydantic.fields import FieldInfo

from generator.cli import main
from generator.cli.terminal import FINE, PROBLEMS, WRONG_USE
from generator.kinds import KINDS
from generator.models import types
from generator.models.annotations import is_list, is_mapping, longest, parts, vocabulary_of
from generator.models.base import Record, english_of, inner_record
from generator.models.group import Summary
from generator.models.shared import FileName
from generator.models.vocabulary import Vocabulary
from generator.problems import Level, Problem
from generator.reading.read import read_record
from generator.reading.source import MAX_VOCABULARY_BYTES, sources
from generator.reading.words import WORD_LISTS
from generator.reports.excerpt import visible
from generator.reports.jsonl import SCHEMA
from generator.rules import RULES
from generator.rules.rule import Rule

# A line of an example that is longer is wrong for its length, and shown cut.
LONGEST = 90
ROOT = Path(__file__).resolve().parent.parent
NOTE = "<!-- このページはプログラムから作られます（make docs）。手で直さないでください。 Written by `make docs`. -->"

# What a value looks like, for each kind of value that a field may have.
VALUES: tuple[tuple[Any, str, str], ...] = (
    (types.Line, "一行の文字", "one line of text"),
    (types.People, "人数（数か、「若干名」のようなことば）", "a number of people, or words"),
    (types.Text, "文字", "text"),
    (Summary, "文字", "text"),
    (FileName, "ファイルの名前", "a file's name"),
    (types.LongText, "長い文章（Markdown）", "long text (Markdown)"),
    (types.Kana, "ひらがな", "hiragana"),
    (types.Flag, "「はい」か「いいえ」", "yes or no"),
    (types.Count, "数", "a number"),
    (types.YearsLeast, "年数（以上）", "a number of years, at least"),
    (types.YearsMost, "年数（以内）", "a number of years, at most"),
    (types.MembersLeast, "人数（以上）", "a number of people, at least"),
    (types.Decimal, "小数", "a decimal number"),
    (types.Url, "アドレス（https:// から）", "a web address"),
    (types.Email, "メールアドレス", "an e-mail address"),
    (types.CorporateNumber, "13けたの番号", "13 digits"),
    (types.Day, "日付", "a date"),
    (types.ClosingDay, "日付", "a date"),
    (types.Deadline, "日付、または「随時」", "a date, or 随時 (at any time)"),
    (types.PartialDay, "年、年月、または日付", "a year, a month or a date"),
    (types.Clock, "時刻", "a time of day"),
    (types.Yen, "金額（円）", "an amount in yen"),
    (types.PhoneNumber, "電話番号", "a telephone number"),
    (types.Repeat, "曜日と時刻", "days of the week and times"),
    (types.MomentText, "日付と時刻", "a date with times"),
)

# The command line speaks Japanese; these are its English words, by command and by option.
ENGLISH: Mapping[str, str] = {
    "hiroba": "Make a public site of community groups from their profiles (YAML).",
    "hiroba build": "Build the site and publish it into its folder; if something is wrong, keep the former site.",
    "hiroba check": "Check PATHS (a content folder, or files in one) and report everything that is wrong.",
    "hiroba rules": "List the rules of the check; with a rule's NAME, say why it is there, with examples.",
    "hiroba serve": "Look at the site while you edit; every save rebuilds it, and problems appear on a page.",
    "hiroba fmt": "Write the profiles in canonical form: order and names of fields, dates, terms; comments stay.",
    "hiroba comment": "Word a check's results (in FOLDER) as one comment on a pull request or an issue of a code host.",
    "hiroba schema": "Write the JSON Schemas for editors beside the content, and the issue forms of a code host.",
    "hiroba upgrade": (
        "Show what this version wants changed in a project that an older one made (settings, terms, workflows, schemas)"
        " as diffs, and do it where it is confirmed, or with `--yes`."
    ),
    "hiroba new": "Make a starter profile, or a new city's whole project (site).",
    "hiroba new site": (
        "Make a complete small project for a city in FOLDER: settings, vocabularies, pages, two samples, workflows."
        " Asks in Japanese for what is not given; `--answers FILE` or `--yes` asks nothing."
    ),
    **{
        f"hiroba new {name}": f"Make the starter file of a record ({kind.english}); SLUG becomes its page's address."
        for name, kind in KINDS.items()
    },
    "hiroba desk": "Open the staff's desk: take what the form sends, and help staff to accept it.",
    "hiroba desk add": "Add a member of staff by NAME, or change their password; it is asked for twice.",
    "hiroba desk remove": "Remove the member of staff NAME; their session ends at once.",
    "hiroba desk staff": "List the staff who may sign in.",
    "--inbox": "The folder of what was sent (instead of `desk.inbox` in the settings).",
    "--with-site": "Show the built site at the same address, too.",
    "hiroba intake": (
        "Read saved forms, mails, texts of issues and wish cards; show what they would change and what is wrong."
        " `-` as a file reads what is typed or scanned."
    ),
    "hiroba report": "Count openings, hand-overs, exchanges, grants and more for the office, and what has changed.",
    "hiroba met": (
        "Note that a need of a group was met (counts only, no names). GROUP alone lists its needs with their numbers;"
        " nothing at all lists this month's."
    ),
    "hiroba wishes": (
        "Show what has come that fits each open wish of the office's register since it was last shown; or change the"
        " state of wishes, or forget those that are over."
    ),
    "hiroba report --format": "The form of the output; else by the ending of `--out`.",
    "--out": "Write into this file (.html, .csv, .json).",
    "--keep": "Keep this month's figures (`reports/2026-11.json`; counts only).",
    "--reports": "The folder of the months' figures and of what was met; usually `reports` beside the settings file.",
    "--way": "Where it was found.",
    "--need": "The kind of need instead of a number, where its entry is gone (e.g. `wanted:volunteer`).",
    "--month": "The month in which it was met (e.g. 2026-10); usually this one.",
    "--undo": "Take back the latest outcome, of the group and the month that are named.",
    "--wish": "The line of a wish card (`hiroba-wish:1?…`), in quotation marks; may be given several times.",
    "--wishes": "The office's register of wishes; it must lie outside of what is published.",
    "--done": "The wish of this number has found its place.",
    "--withdrawn": "The wish of this number was withdrawn.",
    "--all": "Show again what was shown before.",
    "--forget": "Remove the wishes that were to be kept until a day that is past.",
    "hiroba import": "Take groups or events over from a spreadsheet (Excel or CSV); show first what would change.",
    "hiroba export": "Write groups (or events) into a spreadsheet (.xlsx or .csv), to be edited and imported again.",
    "--config-file": "The settings file.",
    "--site": "The folder of the site (instead of `site_dir` in the settings).",
    "--today": "Build or check for this day (e.g. 2026-11-23) instead of today.",
    "--no-search": "Make no search index (for measuring).",
    "--lang": "The language of the messages.",
    "--quiet": "Do not show progress.",
    "--letters": "Write a letter (one A4 page) for each group into this folder.",
    "--wait": "While somebody else builds the same site, wait or end with code 2.",
    "--by": "The name that those who wait are shown; usually the one you signed in with.",
    "--strict": "End with code 1 for warnings too.",
    "--format": "The form of the output.",
    "--address": "The address and port to serve on.",
    "--city": "The municipality, such as 横浜市.",
    "--prefecture": "The prefecture, where several have a municipality of that name.",
    "--site-name": "The name of the site.",
    "--site-url": "The address of the site.",
    "--repository": "The address of the project at a code host.",
    "--center": "The name of the centre that helps groups.",
    "--phone": "The centre's telephone number.",
    "--fax": "The centre's fax number.",
    "--email": "The centre's e-mail address.",
    "--hours": "When the centre is open.",
    "--areas": "Other areas of the city; may be given several times.",
    "--schools": "Primary schools, whose districts are areas; may be given several times.",
    "--yes": "Ask nothing.",
    "hiroba new site --address": "The centre's address.",
    "hiroba new site --answers": "A file with the answers (YAML, a question and its answer on each line).",
    "--built": "Build nothing; show the site as `hiroba build` made it.",
    "--check": "Write nothing; end with code 1 if something would change.",
    "--diff": "Write nothing; show what would change.",
    "--content": "The content folder.",
    "--answers": "The proposal came from a form; its sender knows no files.",
    "--run": "The page of the run that keeps the preview.",
    "--conclusion": "How the check ended (success, failure and so on).",
    "--write": "Write into the content folder; without it, only show.",
    "--even-broken": "Write although something is wrong, or seems to be there already.",
    "--even-twin": "Write a wish that is there already as another person's.",
    "--even-stale": "Write although somebody changed the page since the form was opened.",
    "--slip": "Also show what is for the staff alone.",
    "--register": "The file in which to note what is for the staff alone; it must lie outside of what is published.",
    "--skip-bad": "Leave out the rows in which something is wrong, and write the others.",
    "--keep-empty": "An empty cell leaves its field as it is instead of taking it away.",
    "--kind": "Groups or events; else found by the headings (import), or groups (export).",
    "--force": "Write over a file of this name.",
    "--standard": "Write grants as CSV in the 34 columns of the public data set 支援制度.",
    "--version": "Show the version.",
}
ENDS = (
    (FINE, "うまくいきました（注意だけのときも）", "Fine (also with warnings only)"),
    (PROBLEMS, "プロフィールに直すところがあります", "Something is wrong with the content"),
    (WRONG_USE, "命令の使い方が違います", "Wrong use of the command"),
)


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A Markdown table, then an empty line."""
    names = list(heads)
    yield _row(names)
    yield _row("---" for _ in names)
    yield from map(_row, rows)
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def page(title: str, lines: Iterable[str]) -> str:
    """A whole page of the reference."""
    return "\n".join([NOTE, "", f"# {title}", "", *lines]).rstrip() + "\n"


def cli_page() -> str:
    """The commands with their options, in Japanese and English."""
    context = click.Context(main, info_name="hiroba")
    return page("コマンド Commands", [*_command(main, context), *_ends()])


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    path = context.command_path
    yield from (f"## {path}", "", command.help or "", "", ENGLISH[path], "")
    yield from ("```", " ".join([path, *command.collect_usage_pieces(context)]), "```", "")
    if options := [p for p in command.params if isinstance(p, click.Option)]:
        heads = ("オプション Option", "意味 Meaning", "ふだんの値 Default")
        yield from table(heads, (_option(path, option) for option in options))
    if isinstance(command, click.Group):
        for name, child in children(command):
            yield from _command(child, click.Context(child, info_name=name, parent=context))


def children(command: click.Group) -> Iterator[tuple[str, click.Command]]:
    """The commands of a group with their names."""
    context = click.Context(command)
    for name in command.list_commands(context):
        if child := command.get_command(context, name):
            yield name, child


def _option(path: str, option: click.Option) -> tuple[str, str, str]:
    spelt = "、".join(f"`{name}`" for name in option.opts)
    if isinstance(option.type, click.Choice):
        spelt += f"（{'・'.join(option.type.choices)}）"
    default = f"`{option.default}`" if option.show_default else ""
    japanese = "バージョンを表示します。" if option.name == "version" else option.help or ""
    return spelt, f"{japanese}<br>{_english(path, option)}", default


def _english(path: str, option: click.Option) -> str:
    # Not `next(…)` alone: its StopIteration would end the table without a word.
    names = (name for opt in option.opts for name in (f"{path} {opt}", opt))
    found = [ENGLISH[name] for name in names if name in ENGLISH]
    if not found:
        raise LookupError(f"{option.opts[0]} has no English words in ENGLISH")
    return found[0]


def _ends() -> Iterator[str]:
    yield from ("## 終わりの番号 Exit codes", "")
    rows = ((str(code), f"{japanese}<br>{english}") for code, japanese, english in ENDS)
    yield from table(("番号 Code", "意味 Meaning"), rows)


def fields_page(content: Path = ROOT / "content") -> str:
    """Every field of every record, and the terms that may be used."""
    lines = [
        "プロフィールに書ける項目の一覧です。",
        "キーのかわりに、日本語の項目名も使えます（`name:` と `団体名:` は同じです）。",
        "用語も、日本語で書けます（`environment` と `環境の保全` は同じです）。",
        "",
        "All fields of a profile. The Japanese label may be used instead of the key, and instead of a term's id.",
        "",
    ]
    seen: set[type[Record]] = set()
    for kind in KINDS.values():
        record, file = kind.model, kind.file("番地")
        lines += [f"## {kind.label} {kind.english}", "", f"`{file}`", "", *_record(record), *_inner(record, seen)]
    return page("項目 Fields", [*lines, *_vocabularies(content), *_choices()])


def _record(record: type[Record]) -> Iterator[str]:
    heads = ("項目 Label", "キー Key", "必須 Needed", "書くこと What it is", "例 Example", "制限 Limits")
    hints = record.__annotations__
    yield from table(heads, (_field(name, info, hints[name]) for name, info in record.model_fields.items()))
    if record.shorthand:
        label = record.model_fields[record.shorthand].title
        yield from (f"一行だけ書くと「{label}」になります。 A single line counts as `{record.shorthand}`.", "")


def _inner(record: type[Record], seen: set[type[Record]]) -> Iterator[str]:
    """The records inside a record, each once on the page, at the first field that holds it."""
    for info in record.model_fields.values():
        inner = inner_record(info.annotation)
        if inner is None or inner in seen:
            continue
        seen.add(inner)
        yield from (f'### <a id="{inner.__name__.lower()}"></a>{info.title} {inner.__name__}', "")
        yield from (str(inner.__doc__), "", *_record(inner), *_inner(inner, seen))


def _field(name: str, info: FieldInfo, hint: Any) -> tuple[str, ...]:
    english = english_of(info)
    needed = "必須 yes" if info.is_required() else ""
    example = f"`{info.examples[0]}`" if info.examples else ""
    what = _what(hint)
    meaning = what if not info.description or what.startswith(info.description) else f"{info.description}<br>{what}"
    return f"{info.title}<br>{english}", f"`{name}`", needed, meaning, example, _limits(info, hint)


def _what(hint: Any) -> str:
    """What is written for a field, in Japanese and English, from its annotation."""
    inner = inner_record(hint)
    japanese, english = (_link(inner.__name__), "") if inner else _leaf(hint)
    if is_list(hint):
        japanese, english = f"{japanese}（複数可）", f"{english} (several)".strip()
    return f"{japanese} {english}".strip()


def _link(name: str) -> str:
    return f"[{name}](#{name.lower()})"


def _leaf(hint: Any) -> tuple[str, str]:
    for part in parts(hint):
        for kind, japanese, english in VALUES:
            if part == kind:
                return japanese, english
        if isinstance(part, type) and issubclass(part, types.Choice):
            return f"{_link(part.__name__)} から選ぶ", "a choice"
    if vocabulary := vocabulary_of(hint):
        return f"{_link(vocabulary)} から選ぶ", "a term"
    raise LookupError(f"no words for the kind of value {hint!r}: add it to VALUES")


def _limits(info: FieldInfo, hint: Any) -> str:
    """How long, how many and how large: the strictest limit of each sort."""
    own = {type(item).__name__: item for item in info.metadata}
    least, most = own.get("MinLen"), own.get("MaxLen")
    many = is_list(hint) or is_mapping(hint)
    words = []
    if many and least:
        words.append(f"{least.min_length}件以上 (≥ {least.min_length})")
    if many and most:
        words.append(f"{most.max_length}件まで (≤ {most.max_length})")
    if letters := longest(info, hint):
        words.append(f"{letters:,}文字まで (≤ {letters:,} characters)")
    if "Ge" in own and "Le" in own:
        words.append(f"{own['Ge'].ge}〜{own['Le'].le}")
    return "<br>".join(words)


def _vocabularies(content: Path) -> Iterator[str]:
    yield from ("## 用語 Vocabularies", "", "`content/vocabulary/` にあります。町に合わせて書きかえられます。", "")
    for source in sources(content / "vocabulary", "vocabulary", MAX_VOCABULARY_BYTES):
        problems: list[Problem] = []
        vocabulary = None if source.slug in WORD_LISTS else read_record(source, Vocabulary, {}, problems)
        if vocabulary:
            yield from (f'### <a id="{source.slug}"></a>{vocabulary.label} {vocabulary.label_en}', "")
            terms = vocabulary.terms.items()
            rows = ((f"`{i}`", t.label, t.label_en, "、".join(t.aliases)) for i, t in terms)
            yield from table(("用語 Term", "表示名 Label", "英語名 English", "別の書き方 Also"), rows)


def _choices() -> Iterator[str]:
    yield from (
        "## 決まった選択肢 Choices",
        "",
        "プログラムが意味を知っている言葉です。 Words the program itself depends on.",
        "",
    )
    for kind in sorted(types.Choice.__subclasses__(), key=lambda k: k.__name__):
        yield from (f'### <a id="{kind.__name__.lower()}"></a>{kind.__name__}', "", str(kind.__doc__), "")
        yield from table(
            ("用語 Term", "表示名 Label", "英語名 English"), ((f"`{m}`", m.label, m.label_en) for m in kind)
        )


def rules_page() -> str:
    """Every rule with its level, message and advice in both languages."""
    lines = [
        "点検で出るメッセージの一覧です。`{value}` などのところには、実際に書かれている言葉が入ります。",
        "どのきまりにも、直し方、理由、よくない例、よい例があります。",
        "`hiroba rules unknown-term` のように打っても出ます。",
        "「エラー」があるとサイトは作られません。「注意」だけなら作られます。",
        "",
        "All messages of `hiroba check`. Errors stop the build, warnings do not.",
        "",
    ]
    for level, title in ((Level.ERROR, "エラー Errors"), (Level.WARNING, "注意 Warnings")):
        lines += [f"## {title}", ""]
        lines += [line for rule in RULES.values() if rule.level is level for line in _rule(rule)]
    return page("点検のきまり Rules", lines)


def _rule(rule: Rule) -> Iterator[str]:
    yield from (f"### {rule.name}", "")
    for says, fix, why in zip(rule.says, rule.fix, rule.why, strict=True):
        yield f"- {_literal(says)}<br>→ {_literal(fix)}<br>{why}"
    yield ""
    for example in (rule.bad, rule.good):
        lines = [line if len(line) <= LONGEST else f"{line[:LONGEST]}…" for line in example.splitlines()]
        yield from ("```yaml", *map(visible, lines), "```", "")


def _literal(sentence: str) -> str:
    """A sentence whose blanks show as code and whose signs are not taken for Markdown."""
    for sign in "*&!":
        sentence = sentence.replace(f"「{sign}", f"「\\{sign}").replace(f"({sign} ", f"(\\{sign} ")
    return sentence.replace("{", "`{").replace("}", "}`")


def problems_page() -> str:
    """What programs get of the problems: JSON lines with their schema, annotations, SARIF."""
    lines = [
        "点検の結果を、ほかのプログラムで使う方のための説明です。人が読むときは `hiroba check` だけで足ります。",
        "",
        "For programs that use the results of `hiroba check`. Exit codes: 0 fine or warnings only, 1 errors,",
        "2 wrong use; with `--strict` warnings end with 1 too.",
        "",
        "## JSON lines: `--format jsonl`",
        "",
        "One object a line, UTF-8 on every system, in the order of files and lines.",
        "Fields may be added, none is removed.",
        "",
    ]
    rows = (
        (f"`{name}`", str(each.get("type", "one of " + ", ".join(each.get("enum", ())))), each["description"])
        for name, each in SCHEMA["properties"].items()
    )
    lines += table(("Field", "Type", "Meaning"), rows)
    lines += ["Schema (JSON Schema 2020-12):", "", "```json", json.dumps(SCHEMA, indent=1), "```", ""]
    lines += [
        "## Annotations: `--format github`",
        "",
        "Workflow commands (`::error file=…`). A code host shows ten errors and ten warnings of a step, so no more",
        "are printed, the first of each file before the second of any. If the environment names a step summary",
        "(`GITHUB_STEP_SUMMARY`), the whole list is appended to it, up to one mebibyte.",
        "",
        "## Comment: `--format comment`",
        "",
        "Markdown for one comment on a pull request, in plain Japanese. It begins with a hidden mark, by which it is",
        "found and renewed; what stands in a profile is quoted, so that it calls nobody, links nowhere and shows",
        "no picture. `hiroba comment` words it from the output of `--format jsonl` in a folder, even a stranger's.",
        "",
        "## SARIF: `--format sarif`",
        "",
        "One SARIF 2.1.0 log with the rules that were broken and a result for each problem; columns count code points.",
    ]
    return page("点検の結果 Problems", lines)


PAGES: Mapping[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "fields.md": fields_page,
    "problems.md": problems_page,
    "rules.md": rules_page,
}


def stale(docs: Path) -> list[str]:
    """The names of the reference pages that are missing or no longer say what the program says."""
    return [name for name, made in PAGES.items() if _written(docs / name) != made()]


def _written(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def write(docs: Path) -> None:
    """Write all reference pages."""
    docs.mkdir(exist_ok=True)
    for name, made in PAGES.items():
        (docs / name).write_bytes(made().encode("utf-8"))


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        sys.exit("\n".join(f"docs/{name} is stale: run `make docs`" for name in stale(ROOT / "docs")) or 0)
    write(ROOT / "docs")
