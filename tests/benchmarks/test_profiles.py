"""The generated profiles that benchmarks stand on."""

from datetime import date
from pathlib import Path

import yaml

from benchmarks.hugo import visible
from benchmarks.profiles import LARGEST, SMALLEST, profiles, write_content
from generator.build import load

TODAY = date(2026, 11, 23)


def test_the_same_seed_makes_the_same_profiles_and_another_seed_makes_others() -> None:
    assert list(profiles(20, 1)) == list(profiles(20, 1))
    assert list(profiles(20, 1)) != list(profiles(20, 2))


def test_profiles_are_one_to_three_kilobytes_and_a_third_of_them_have_lists(tmp_path: Path) -> None:
    sizes = write_content(tmp_path, 300)
    assert min(sizes) >= SMALLEST
    assert max(sizes) <= LARGEST
    descriptions = [yaml.safe_load(text)["description"] for text in profiles(300, 1)]
    assert sum("\n- " in text and "**" in text for text in descriptions) == 100


def test_generated_profiles_have_no_problems_and_names_of_their_own(tmp_path: Path) -> None:
    write_content(tmp_path, 300)
    loaded = load(tmp_path, "content", TODAY)
    assert loaded.problems == ()
    assert len({entry.group.name for entry in loaded.directory.groups}) == 300


def test_the_visible_words_of_a_page_leave_out_tags_and_scripts(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<title>川</title><script>x()</script><p>A &amp; <b>B</b></p>", encoding="utf-8")
    assert visible(page) == ["川", "A &", "B"]
