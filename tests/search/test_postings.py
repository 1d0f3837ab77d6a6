"""Numbers of documents as text: what Python writes the browser reads, in few letters."""

import json

from hypothesis import given
from hypothesis import strategies as st

from generator.search.postings import ENDS, GOES_ON, by_zone, encoded
from tests.search.reading import numbers_of

numbers = st.sets(st.integers(0, 2_000_000), max_size=40).map(sorted)


@given(numbers)
def test_what_is_written_is_read_again(given: list[int]) -> None:
    assert numbers_of(encoded(given)) == given


@given(st.lists(numbers, min_size=4, max_size=4))
def test_zones_are_apart_and_empty_ones_at_the_end_left_out(zones: list[list[int]]) -> None:
    written = by_zone(zones)
    found = [numbers_of(zone) for zone in written.split(" ")]
    assert found + [[]] * (4 - len(found)) == zones
    assert not written.endswith(" ")


def test_a_step_is_one_letter_to_64_two_to_1856_and_three_to_52032() -> None:
    lengths = [len(encoded([step - 1])) for step in (1, 64, 65, 1856, 1857, 52032, 52033)]
    assert lengths == [1, 1, 2, 2, 3, 3, 4]


def test_no_letter_has_to_be_escaped_in_json_or_parts_the_zones() -> None:
    letters = ENDS + GOES_ON
    assert len(set(letters)) == len(letters) == 92
    assert (json.dumps(letters), " " in letters) == (f'"{letters}"', False)
