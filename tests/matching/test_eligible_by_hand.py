"""What was read off the sample's grants and groups by hand is what the program says, condition by condition."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.build import load
from generator.matching.eligibility import eligibility
from tests.conftest import SAMPLE_DAY
from tests.towns import CONTENTS

PAIRS: list[dict[str, Any]] = yaml.load(
    Path(__file__).with_name("eligible_by_hand.yaml").read_text("utf-8"), yaml.BaseLoader
)


def test_there_are_twenty_and_more_with_every_answer() -> None:
    assert len(PAIRS) >= 20
    assert {pair["overall"] for pair in PAIRS} == {"yes", "no", "unknown"}


# The samples of this repository, while it has them.
@pytest.mark.parametrize("content", CONTENTS[1:], ids=str)
def test_the_program_says_what_a_reader_found(content: Path) -> None:
    directory = load(content, "content", SAMPLE_DAY).directory
    grants = {entry.slug: entry.record for entry in directory.entries["grants"]}
    for pair in PAIRS:
        found = eligibility(grants[pair["grant"]], directory.group_of[pair["group"]].group, directory.today)
        assert (dict(found.conditions), found.overall) == (pair["conditions"], pair["overall"]), pair
