"""What Node's tests hold the scripts to is what Python says now."""

import json

import pytest

from scripts import gold


@pytest.mark.parametrize("name", gold.FILES)
def test_the_gold_lines_are_what_python_says_now(name: str) -> None:
    """Stale? `python -m scripts.gold` writes them anew; read the difference before it is committed."""
    assert (gold.GOLD / name).read_text(encoding="ascii") == gold.text(name)


def test_no_gold_file_is_left_over() -> None:
    assert {path.name for path in gold.GOLD.iterdir()} == set(gold.FILES)


def test_gold_says_something() -> None:
    lines = {name: (gold.GOLD / name).read_text(encoding="ascii").splitlines() for name in gold.FILES}
    assert all(json.loads(line) for each in lines.values() for line in each)
    assert {name: len(each) > 5 for name, each in lines.items()} == dict.fromkeys(gold.FILES, True)
