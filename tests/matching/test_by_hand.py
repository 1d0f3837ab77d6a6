"""What was read off the samples by hand still names what stands in them, as long as a city keeps the samples."""

from pathlib import Path
from typing import Any

import yaml

from tests.towns import CONTENTS

Entry = dict[str, Any]
LINES = Path(__file__).parent
# The samples of this repository, while it has them.
SAMPLES = CONTENTS[1:]


def read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


def texts(content: Path, slug: str, side: str) -> list[str]:
    """What a group offers or seeks, or the rooms and things of a place."""
    group = content / f"groups/{slug}.yaml"
    if group.exists():
        return [each["text"] for each in read(group)[side]]
    place = read(content / f"places/{slug}.yaml")
    return [*(room["name"] for room in place.get("rooms", ())), *place.get("equipment", ())]


def test_each_pair_read_by_hand_names_one_offer_and_one_need() -> None:
    pairs: list[Entry] = read(LINES / "pairs_by_hand.yaml")
    named = [(each[side], f"{side}s") for each in pairs for side in ("offer", "seek")]
    for content in SAMPLES:
        found = [sum(text.startswith(words) for text in texts(content, slug, side)) for (slug, words), side in named]
        assert [named[at] for at, count in enumerate(found) if count != 1] == []


def test_each_eligibility_read_by_hand_speaks_of_the_conditions_that_its_grant_sets() -> None:
    lines: list[Entry] = read(LINES / "eligible_by_hand.yaml")
    for content in SAMPLES:
        for line in lines:
            grant = read(content / f"grants/{line['grant']}.yaml")
            assert set(line["conditions"]) == {*grant["eligible"], *({"fields", "areas"} & set(grant))}, line
            assert (content / f"groups/{line['group']}.yaml").exists(), line


def test_an_eligibility_read_by_hand_is_no_with_one_condition_not_met_and_yes_only_with_all() -> None:
    lines: list[Entry] = read(LINES / "eligible_by_hand.yaml")
    told = [(line["overall"], set(line["conditions"].values())) for line in lines]
    assert [each for each, answers in told] == [
        next((each for each in ("no", "unknown") if each in answers), "yes") for _, answers in told
    ]
