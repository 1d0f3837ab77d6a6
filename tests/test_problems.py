"""Every rule has a profile that breaks it, the same profile mended, and the report that people get."""

import re
from pathlib import Path
from string import Formatter
from textwrap import dedent

import pytest

from generator.problems import Problem
from generator.rules import RULES, advice, message
from tests.fixtures import PROBLEMS, found, place, report


def test_every_rule_has_its_folder_and_no_folder_is_without_a_rule() -> None:
    assert sorted(folder.name for folder in PROBLEMS.iterdir()) == sorted(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_a_bad_profile_gets_the_report_that_was_read_and_approved(tmp_path: Path, rule: str) -> None:
    problems = found(rule, "bad", tmp_path)
    assert rule in {problem.rule for problem in problems}
    # Approved by eye; `python -m scripts.expected` writes it anew.
    assert report(problems) == (PROBLEMS / rule / "expected.txt").read_bytes().decode("utf-8")


@pytest.mark.parametrize("rule", RULES)
def test_the_same_profile_mended_has_no_problem_at_all(tmp_path: Path, rule: str) -> None:
    assert found(rule, "good", tmp_path) == ()


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("which", ["bad", "good"])
def test_the_example_of_the_rule_book_stands_in_the_profile(rule: str, which: str) -> None:
    example = dedent(getattr(RULES[rule], which))
    assert example
    if example.startswith("# "):
        return
    text = (PROBLEMS / rule / f"{which}.yaml").read_bytes().decode("utf-8")
    assert f"\n{example}\n" in f"\n{text}\n", place(rule, which)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_gives_its_reason_and_its_remedy_in_both_languages(rule: object) -> None:
    book = RULES[rule.name]  # type: ignore[attr-defined]
    for words in (book.says, book.fix, book.why):
        assert words.ja
        assert words.en
    assert book.why.ja.endswith("。")
    assert book.why.en.endswith(".")


@pytest.mark.parametrize("rule", RULES)
def test_every_message_is_whole_in_both_languages(tmp_path: Path, rule: str) -> None:
    for problem in (p for p in found(rule, "bad", tmp_path) if p.rule == rule):
        assert _missing_facts(problem) == set()
        for sentence in (message(problem), message(problem, "en"), advice(problem), advice(problem, "en")):
            assert not re.search(r"[{}]|「」|“”|（）|\(\)|None|  |^。|^,", sentence)
        assert message(problem).endswith("。")
        assert re.search(r"[ぁ-ん]", message(problem))
        assert message(problem, "en").endswith((".", "?"))
        assert not re.search(r"[ぁ-ん]", _without_facts(problem))


def _missing_facts(problem: Problem) -> set[str]:
    rule, facts = RULES[problem.rule], dict(problem.facts)
    # Advice that needs a suggestion is another one, or none, where there is nothing near.
    helps = [text for text in rule.fix if "{suggestion}" not in text or facts.get("suggestion")]
    used = [*rule.says, *helps]
    names = {name for text in used for _, name, _, _ in Formatter().parse(text) if name}
    # Digits of a telephone number are counted, and what a help leaves out is named, only where there are any.
    return names - facts.keys() - {"digits_ja", "digits_en", "left_ja", "left_en"}


def _without_facts(problem: Problem) -> str:
    sentence = message(problem, "en")
    for fact in sorted((value for _, value in problem.facts), key=len, reverse=True):
        sentence = sentence.replace(fact, "")
    return sentence
