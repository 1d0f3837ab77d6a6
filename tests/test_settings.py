"""A mistake in the settings file is said as one in a profile: with its line, and what was meant."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.check.settings import settings_problems
from generator.cli import main
from generator.rules import advice, message
from tests.folders import content, put
from tests.towns import TOWN

PLACES = ("center", "keyaki-hall")
RIGHT = Path(TOWN, "mkdocs.yml").read_text(encoding="utf-8")


def test_the_samples_settings_have_no_problem() -> None:
    assert settings_problems(RIGHT, "mkdocs.yml", PLACES) == []


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("      city: ", "      citty: ", "「citty」という項目はありません。「city」のことでしょうか。"),
        ("      content: ", "      contents: ", "「contents」という項目はありません。「content」のことでしょうか。"),
        (
            "        place: ",
            "        plase: ",
            "「center.plase」という項目はありません。「center.place」のことでしょうか。",
        ),
        ("place: center", "place: centre", "「centre」という施設のファイルはありません。「center」のことでしょうか。"),
        ("place: center", "place: xyz", "「xyz」という施設のファイルはありません。"),
        ("sample: true", "sample: maybe", "「sample」の書き方が違います。「true」か「false」で書いてください。"),
        ("[スマホ, 手話, 子ども食堂]", "スマホ", "「search_examples」の書き方が違います。[ ] の中の並びで"),
        ("send: {email: true", "send: {email: 2", "「send.email」の書き方が違います。"),
        ("send: {", "desk: {largest_mb: 0}\n      send: {", "「desk.largest_mb」の書き方が違います。もっと大きい数で"),
        ("      city: 清瀬市", "      city: 清瀬市\n      city: 東村山市", "「city」が2回書かれています。"),
        ("theme:\n", "theme: [\n", "書き方の決まりに合わないところがあります。"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_what_was_meant(before: str, after: str, said: str) -> None:
    assert before in RIGHT
    found = settings_problems(RIGHT.replace(before, after, 1), "mkdocs.yml", PLACES)
    assert said in "".join(f"{message(p)}{advice(p)}" for p in found)
    assert len(found) == 1
    assert found[0].where.line > 1


def test_what_mkdocs_allows_in_its_own_part_is_left_to_mkdocs() -> None:
    assert settings_problems(RIGHT + "extra: !ENV [NAME, none]\n", "mkdocs.yml", PLACES) == []
    assert settings_problems("plugins:\n  hiroba: {city: 清瀬市}\n", "mkdocs.yml") == []
    assert settings_problems("plugins: [hiroba]\n", "mkdocs.yml") == []


def test_check_reads_the_settings_beside_the_content_and_no_others(tmp_path: Path) -> None:
    put(tmp_path, {"mkdocs.yml": "plugins:\n  - hiroba: {center: {place: kawabee}}\n"})
    config = str(tmp_path / "mkdocs.yml")
    today = ("--today", "2026-11-23")
    result = CliRunner().invoke(main, ["check", str(content(tmp_path / "content")), "-f", config, *today])
    assert result.exit_code == 1
    assert "「kawabee」という施設のファイルはありません。" in result.output
    assert "「kawabe」のことでしょうか。" in result.output
    elsewhere = CliRunner().invoke(main, ["check", str(content(tmp_path / "b" / "content")), "-f", config, *today])
    assert elsewhere.exit_code == 0
