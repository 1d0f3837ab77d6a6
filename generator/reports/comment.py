"""Problems as one friendly comment on a pull request or an issue of a code host.

The comment begins with a hidden mark, by which it is found again and renewed. Whatever comes from a profile is quoted
(`generator.reports.quoting`), and the whole is shorter than the host allows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.kinds import FOLDERS
from generator.problems import Level, Problem
from generator.reports.quoting import code, escape, quoted, safely
from generator.rules import advice, level, message
from generator.rules.letters import FOR_STAFF, letter_text, on_paper

MARK = "<!-- hiroba -->"
LONGEST = 60_000
SHOWN = 40
_RUN = re.compile(r"https://[A-Za-z0-9.-]+/[A-Za-z0-9._-]+/[A-Za-z0-9._-]+/actions/runs/[0-9]+")
_PAGE = re.compile(rf"content/((?:{'|'.join(FOLDERS)})/[a-z0-9-]+)\.yaml")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is known of a proposal besides its problems.

    `changed` are the files it changes, None if that is not known; `run` is where its preview lies, `finished` whether
    the check came to its end; `centre` is whom to ask. `answers` says that it came from a form, whose sender knows no
    files; `reply` is what reading the form said if it made no page.
    """

    changed: frozenset[str] | None = None
    run: str = ""
    finished: bool = True
    centre: str = ""
    answers: bool = False
    reply: str = ""


def comment(problems: Sequence[Problem], lang: str = "ja", proposal: Proposal | None = None) -> Iterator[str]:
    """The lines of the comment, in Japanese; the language of the messages in it is chosen."""
    about = proposal or Proposal()
    mine = [p for p in problems if about.changed is None or p.where.file in about.changed]
    errors = [p for p in mine if level(p) == Level.ERROR]
    warnings = [p for p in mine if level(p) != Level.ERROR]
    yield from (MARK, f"### {_title(errors, warnings, about)}", "")
    body = [*_body(errors, warnings, about, lang), *_others(problems, mine)]
    yield from _that_fit([*body, *_end(errors, about)])


def _title(errors: Sequence[Problem], warnings: Sequence[Problem], about: Proposal) -> str:
    if about.reply:
        return "申し込みを読み取れませんでした"
    if errors:
        return f"ありがとうございます。あと{len(errors)}か所、直すとのせられます"
    if not about.finished:
        return "ありがとうございます。点検が途中で止まりました"
    return "ありがとうございます。" + ("このままのせられます" if warnings else "直すところはありません")


def _body(errors: Sequence[Problem], warnings: Sequence[Problem], about: Proposal, lang: str) -> Iterator[str]:
    if about.reply:
        yield from (f"- {quoted(line)}" for line in _reasons(about.reply))
        yield ""
    if errors:
        yield from _listed(errors, about, lang)
    if warnings:
        yield from (f"**できれば、確かめてください（{len(warnings)}件。このままでものせられます）**", "")
        yield from _listed(warnings, about, lang)


def _reasons(reply: str) -> list[str]:
    """Why a form was not taken, of all that reading it said: the lines marked by ×, or everything if there are none."""
    lines = [line.strip() for line in reply.split("\n") if line.strip()]
    reasons = [line.removeprefix("×").strip() for line in lines if line.startswith("×")]
    return (reasons or lines)[:10]


def _listed(problems: Sequence[Problem], about: Proposal, lang: str) -> Iterator[str]:
    shown = problems[:SHOWN]
    for file, own in groupby(shown, key=lambda p: p.where.file):
        if not about.answers:
            yield from (f"**{code(file)}**", "")
        for problem in map(on_paper, own) if about.answers else own:
            yield from _item(problem, about, lang)
        yield ""
    if len(problems) > SHOWN:
        yield from (f"ほかに{len(problems) - SHOWN}件あります。まず、ここまでを直してください。", "")


def _item(problem: Problem, about: Proposal, lang: str) -> Iterator[str]:
    """One problem: which field and line, what is wrong, how to mend it."""
    label, line = dict(problem.facts).get("label", ""), problem.where.line
    place = f"{line}行目" if line and not about.answers else ""
    head = "・".join(filter(None, (f"**{quoted(label)}**" if label else "", place)))
    yield f"- {head}{'：' if head else ''}{safely(problem, lambda p: _says(p, lang))}"
    if problem.where.text.strip() and not about.answers:
        yield f"  <br>今：{code(problem.where.text)}"
    mend = safely(problem, lambda p: _mends(p, about, lang))
    if mend:
        yield f"  <br>→ {mend}"


def _says(problem: Problem, lang: str) -> str:
    """The gentler words of a letter where there are some; a mistake of the file itself in the words of the book."""
    return letter_text(problem).says if lang == "ja" and problem.rule not in FOR_STAFF else message(problem, lang)


def _mends(problem: Problem, about: Proposal, lang: str) -> str:
    """Who edits a file is told what to type, who filled in a form what to answer."""
    return letter_text(problem).asks if about.answers and lang == "ja" else advice(problem, lang)


def _others(problems: Sequence[Problem], mine: Sequence[Problem]) -> Iterator[str]:
    rest = len(problems) - len(mine)
    if rest:
        yield from (f"ほかのファイルにも{rest}件ありますが、この提案とは関係ありません。", "")


def _end(errors: Sequence[Problem], about: Proposal) -> Iterator[str]:
    if not about.finished and not errors:
        yield from ("プロフィールのまちがいではなさそうです。センターで確かめますので、お待ちください。", "")
    if about.finished and not errors and _RUN.fullmatch(about.run):
        yield from (
            f"**下見**：[この点検のページ]({about.run}#artifacts)の「preview」から、できるサイトを見られます。",
            "",
        )
        yield from (f"- 中の `{page}/index.html` を開きます" for page in _pages(about.changed or frozenset()))
        yield ""
    yield from ("---", f"{_renewed(errors, about)}{_ask(about)}")


def _pages(changed: frozenset[str]) -> list[str]:
    return [match[1] for file in sorted(changed) if (match := _PAGE.fullmatch(file))][:10]


def _renewed(errors: Sequence[Problem], about: Proposal) -> str:
    if about.answers:
        return "いちばん上の申し込みを「Edit（編集）」で直すと、この案内も自動で新しくなります。"
    return "ファイルを直して保存（コミット）すると、この案内も自動で新しくなります。" if errors else ""


def _ask(about: Proposal) -> str:
    return (
        f"分からないことは、{escape(about.centre)}へどうぞ。"
        if about.centre
        else "分からないことは、ここに書いてください。"
    )


def _that_fit(lines: Sequence[str]) -> Iterator[str]:
    """As many lines as there is room for, and the last one in any case."""
    room = LONGEST - len(lines[-1]) - 1_000
    for line in lines[:-1]:
        room -= len(line) + 1
        if room < 0:
            yield from ("", "（ここまでで長くなったため、残りは点検のまとめをごらんください。）", "")
            break
        yield line
    yield lines[-1]
