"""What people call what one can narrow down by."""

from pathlib import Path

from generator.search.conditions import condition_words
from generator.search.records import documents
from tests.folders import GROUP, loaded

LANGUAGES = """\
label: 対応言語
label_en: Languages
terms:
  ja: {label: 日本語, label_en: Japanese}
  easy: {label: やさしい日本語, label_en: Easy Japanese}
  en: {label: 英語, label_en: English, autonym: English, aliases: [Eigo]}
"""
TOLD = "audiences: [children]\naccessibility: [wheelchair]\nlanguages: [ja, en, easy]\n"


def test_a_term_is_called_by_its_label_its_aliases_and_the_words_of_every_day_without_what_says_that_it_may_be(
    tmp_path: Path,
) -> None:
    files: dict[str, str | bytes] = {"groups/kawa-akari.yaml": GROUP + TOLD, "vocabulary/languages.yaml": LANGUAGES}
    made = loaded(tmp_path, files).directory
    words = condition_words(made, list(documents(made)))
    assert words["access"] == {"車いす可": ("車いす", "車椅子", "車イス", "くるまいす", "wheelchair")}
    assert words["language"] == {
        "やさしい日本語": ("やさしい日本語", "easy japanese"),
        "英語": ("英語", "eigo", "english"),
    }
    assert "子供" in words["audience"]["子どもたち"]


def test_what_no_record_has_is_no_condition(tmp_path: Path) -> None:
    made = loaded(tmp_path).directory
    assert condition_words(made, list(documents(made))) == {"access": {}, "language": {}, "audience": {}}
