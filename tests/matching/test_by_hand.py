"""What was read off the sample's profiles by hand still names what stands in them."""

from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

Entry = dict[str, Any]


def by_hand(name: str) -> list[Entry]:
    lines: list[Entry] = yaml.load((ROOT / "tests/matching" / name).read_text("utf-8"), yaml.BaseLoader)
    return lines


def record(kind: str, slug: str) -> Entry:
    found: Entry = yaml.load((ROOT / f"content/{kind}/{slug}.yaml").read_text("utf-8"), yaml.BaseLoader)
    return found


def texts(slug: str, side: str) -> list[str]:
    """What a group offers or seeks, or the rooms and things of a place."""
    if (ROOT / f"content/groups/{slug}.yaml").exists():
        return [each["text"] for each in record("groups", slug)[side]]
    place = record("places", slug)
    return [*(room["name"] for room in place.get("rooms", ())), *place.get("equipment", ())]


@pytest.mark.parametrize(
    "pair", by_hand("pairs_by_hand.yaml"), ids=lambda pair: f"{pair['offer'][0]}-{pair['seek'][0]}"
)
def test_each_pair_read_by_hand_names_one_offer_and_one_need(pair: Entry) -> None:
    for side in ("offer", "seek"):
        slug, words = pair[side]
        assert len([text for text in texts(slug, f"{side}s") if text.startswith(words)]) == 1, (slug, words)


@pytest.mark.parametrize("line", by_hand("eligible_by_hand.yaml"), ids=lambda line: f"{line['grant']}-{line['group']}")
def test_each_eligibility_read_by_hand_speaks_of_the_conditions_that_its_grant_sets(line: Entry) -> None:
    grant = record("grants", line["grant"])
    assert set(line["conditions"]) == {*grant["eligible"], *({"fields", "areas"} & set(grant))}
    answers = set(line["conditions"].values())
    assert line["overall"] == next((each for each in ("no", "unknown") if each in answers), "yes")
    assert record("groups", line["group"])["name"]
