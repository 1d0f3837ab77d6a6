"""The comment on a proposal is friendly, says what to mend, and lets nothing act that a stranger wrote."""

import json
import re
from pathlib import Path

import cmarkgfm
import pytest
from click.testing import CliRunner
from cmarkgfm.cmark import Options
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.problems import Problem, Where, problem
from generator.reports import FORMATS
from generator.reports.comment import LONGEST, MARK, SHOWN, Proposal, comment
from generator.reports.jsonl import MOST, jsonl, read_back
from generator.reports.quoting import code, quoted
from generator.rules import RULES
from tests.folders import OTHER_GROUP, content
from tests.towns import TOWN

TODAY = ("--today", "2026-11-23")
CONFIG = ("--config-file", str(TOWN / "mkdocs.yml"))
HANA = "content/groups/hana.yaml"
RUN = "https://github.com/example/hiroba/actions/runs/123"
EVIL = (
    "@everyone",
    "`` @all ` @team ``",
    "![x](https://evil.example/p.png)",
    "[x](https://evil.example/)",
    "<img src=x onerror=alert(1)>",
    "</code></pre><a href=https://evil.example>x</a>",
    "https://evil.example/ www.evil.example",
    "a\n\n# big\n\n- [ ] task\n\n@all",
    "<!-- hiroba -->",
    "--> <b>x</b> <!--",
    "deadbeefcafe1234 GH-12 #12 a/b#3",
    "\\`@all\\`",
    "`",
    "\u202e@all\ue000\ue001",
    "{value}{suggestion}",
    "&#64;all &lt;b&gt;",
)


def _warned(value: str, count: int = 1, file: str = HANA) -> tuple[Problem, ...]:
    facts = {"value": value, "label": value, "suggestion": value, "choices": value, "vocabulary_ja": value}
    return tuple(problem(Where(file, n + 1, 1, 3, value), "unknown-term", **facts) for n in range(count))


def _shown(text: str) -> str:
    """The comment as the host shows it, whatever is dangerous left in."""
    return cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE)


def _outside_code(html: str) -> str:
    return re.sub(r"<code>.*?</code>", "", html, flags=re.DOTALL)


def _is_calm(text: str) -> None:
    html = _shown(text)
    bare = _outside_code(html)
    assert not re.search(r"<(?!/?(?:h3|p|ul|li|strong|hr|br)\b|!-- hiroba -->)", bare), bare
    assert "@" not in bare
    assert not re.search(r"[0-9a-f]{7}|GH-|#[0-9]|www|https?:", bare), bare


@pytest.mark.parametrize("value", EVIL)
@pytest.mark.parametrize("answers", [True, False])
def test_nothing_of_a_stranger_acts_in_the_comment(value: str, answers: bool) -> None:
    told = Proposal(answers=answers, reply=value if answers else "", changed=frozenset({HANA, value}))
    _is_calm("\n".join(comment(_warned(value), proposal=told)))


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_rule_can_be_told_whatever_its_facts_are(rule: str, lang: str) -> None:
    names = re.findall(r"\{([a-z_]+)\}", " ".join([*RULES[rule].says, *RULES[rule].fix]))
    facts = tuple((name, EVIL[n % len(EVIL)]) for n, name in enumerate(dict.fromkeys([*names, "label", "suggestion"])))
    html = _shown("\n".join(comment((Problem(Where(HANA, 1, 1), rule, facts),), lang)))
    assert "\ue000" not in html
    assert "evil" not in _outside_code(html)


@given(st.text(max_size=80))
@example("``a`b```")
@example(" ` ")
@settings(max_examples=300, deadline=None)
def test_code_stays_code(value: str) -> None:
    html = _shown(f"x「{code(value)}」y")
    inside = "".join(re.findall(r"<code>(.*?)</code>", html))
    assert re.sub(r"<code>.*?</code>", "", html) == "<p>x「」y</p>\n"
    assert (inside == "") == (not " ".join(value.split()))


@given(st.text(max_size=40))
@settings(max_examples=300, deadline=None)
def test_words_without_signs_need_no_code(value: str) -> None:
    html = _shown(f"x「{quoted(value)}」y")
    assert "<a" not in html
    assert "@" not in _outside_code(html)
    if re.fullmatch("[ぁ-んァ-ヶ一-龠、。]+", value):
        assert value in html
        assert "<code>" not in html


@pytest.mark.parametrize("letter", ["ー", "あ", "々", "〜", "_", "a", "0", "　", "\u309b"])
def test_a_row_of_one_letter_before_a_sign_is_quoted_at_once(letter: str) -> None:
    """A pattern that can read a letter in two ways takes longer than anybody waits: this test would never end."""
    value = letter * 119 + "@"
    assert quoted(value) == code(value)


def test_a_proposal_hears_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path) -> None:
    broken = OTHER_GROUP.replace("volunteer", "ボランテイア").replace("042-000-0011", "090-1234-5678")
    folder = content(tmp_path / "content", {"groups/hana.yaml": broken})
    said = CliRunner().invoke(main, ["check", str(folder), *TODAY, "--format", "comment"])
    assert said.exit_code == 1
    assert said.output.startswith(f"{MARK}\n### ありがとうございます。あと2か所、直すとのせられます\n")
    assert "- **団体の種類**・3行目：「ボランテイア」が、団体の種類のどれに当たるか分かりませんでした。" in said.output
    assert "今：`kind: ボランテイア`" in said.output
    assert "公開してよい番号なら「public: \\[phone\\]」と書き足してください。" in said.output


def test_who_filled_in_a_form_hears_nothing_of_files() -> None:
    facts = {"value": "謎", "label": "団体の種類", "vocabulary_ja": "団体の種類", "suggestion": "npo（NPO法人）"}
    lines = "\n".join(
        comment([problem(Where(HANA, 3, 7, 1, "kind: 謎"), "unknown-term", **facts)], "ja", Proposal(answers=True))
    )
    assert "→ 「NPO法人」でよろしいですか。" in lines
    assert not re.search(r"yaml|行目|npo（|コミット", lines)


def test_a_right_proposal_is_thanked_and_shown_its_preview() -> None:
    changed = frozenset({HANA, "content/pages/about.md", "content/groups/photos/x.jpg"})
    lines = "\n".join(comment((), "ja", Proposal(changed=changed, run=RUN, centre="センター（電話 042-000-0100）")))
    assert "### ありがとうございます。直すところはありません" in lines
    assert f"({RUN}#artifacts)" in lines
    assert lines.count("index.html") == 1
    assert "`groups/hana/index.html`" in lines
    assert lines.endswith("分からないことは、センター（電話 042-000-0100）へどうぞ。".replace("（", "（"))


@pytest.mark.parametrize("run", ["", "javascript:alert(1)", f"{RUN})![x](https://evil.example/x.png", f"{RUN}\n# x"])
def test_only_a_page_of_a_run_is_linked(run: str) -> None:
    assert "](" not in "\n".join(comment((), "ja", Proposal(run=run)))


def test_problems_of_other_files_are_counted_and_not_blamed_on_the_proposal() -> None:
    lines = "\n".join(comment(_warned("x", 3, "content/groups/other.yaml"), "ja", Proposal(changed=frozenset({HANA}))))
    assert "直すところはありません" in lines
    assert "ほかのファイルにも3件ありますが、この提案とは関係ありません。" in lines


def test_a_check_that_broke_off_says_so() -> None:
    lines = "\n".join(comment((), "ja", Proposal(finished=False, run=RUN)))
    assert "点検が途中で止まりました" in lines
    assert RUN not in lines


def test_a_comment_is_never_longer_than_the_host_takes() -> None:
    many = tuple(problem(Where(f"content/groups/{'長' * 90}{n}.yaml", 1, 1, 1, "`@" * 400), "unknown-term",
                         value="`@" * 400, label="長" * 400, choices="#" * 900) for n in range(500))  # fmt: skip
    lines = "\n".join(comment(many))
    assert len(lines) < LONGEST
    assert f"ほかに{500 - SHOWN}件あります" in lines
    _is_calm(lines)
    assert (
        len("\n".join(comment((), "ja", Proposal(changed=frozenset(), reply="長い" * 90_000, answers=True)))) < LONGEST
    )


def test_what_a_check_wrote_is_read_back_as_it_was(tmp_path: Path) -> None:
    found = (*_warned("値\u2028\x85"), problem(Where(HANA), "not-utf8"))
    assert read_back("\n".join(jsonl(found))) == found
    assert [p.where.text for p in read_back("\n".join(jsonl(found)))] == ["値\u2028\x85", ""]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "{",
        "[]",
        "1",
        "[" * 100_000,
        '{"rule": "no-such-rule", "facts": {}}',
        '{"rule": ["unknown-term"], "facts": {}}',
        '{"rule": "unknown-term", "facts": []}',
        '{"rule": "unknown-term"}',
    ],
)
def test_what_is_no_problem_is_passed_over(line: str) -> None:
    assert read_back(line) == ()


def test_a_result_of_the_wrong_shape_makes_a_calm_comment() -> None:
    facts = {"value": ["x"], "@all": "x", "label": "\ud800"}
    row = {"rule": "unknown-term", "file": 3, "line": -1, "column": True, "end_column": 10**30, "source": None}
    row |= {"message": "@all", "help": "@all", "level": "x", "facts": facts}
    found = read_back("\n".join([json.dumps(row)] * 3 * MOST))
    assert len(found) == MOST
    _is_calm("\n".join(comment(found)))
    "\n".join(comment(found)).encode("utf-8")


def _said(folder: Path, *options: str) -> str:
    result = CliRunner().invoke(main, ["comment", str(folder), *CONFIG, *options])
    assert result.exit_code == 0, result.output
    return result.output


def test_a_folder_of_results_becomes_a_comment(tmp_path: Path) -> None:
    (tmp_path / "problems.jsonl").write_text("\n".join(jsonl(_warned("謎"))), encoding="utf-8")
    (tmp_path / "changed.txt").write_text(f"{HANA}\n", encoding="utf-8")
    assert "あと1か所" in _said(tmp_path, "--run", RUN, "--conclusion", "failure")
    assert "042-000-0100" in _said(tmp_path)


def test_no_result_and_no_file_changed_are_told_apart(tmp_path: Path) -> None:
    assert "点検が途中で止まりました" in _said(tmp_path)
    (tmp_path / "problems.jsonl").write_bytes(b"\xff\xfe\x00" + b"\n")
    (tmp_path / "changed.txt").write_text("", encoding="utf-8")
    (tmp_path / "reply.txt").write_text("issue.md\n  × 見出しがありません。\n  取り込めません。\n", encoding="utf-8")
    assert "### 申し込みを読み取れませんでした" in _said(tmp_path, "--answers")
    assert "- 見出しがありません。\n" in _said(tmp_path, "--answers")
    assert "issue.md" not in _said(tmp_path, "--answers")


def test_the_comment_is_one_of_the_forms_of_a_check() -> None:
    assert next(iter(FORMATS["comment"]((), "ja"))) == MARK
