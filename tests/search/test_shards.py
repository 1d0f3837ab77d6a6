"""The files of the index: every key in one that its first letters tell, long entries in files of their own."""

import json

from hypothesis import given
from hypothesis import strategies as st

from generator.search.shards import LONG, SIZE, shard_of, sharded

LETTERS = [chr(0x4E00 + at * 7) for at in range(600)]
MANY = {one + other: "x" * 20 for one in LETTERS[:60] for other in LETTERS[:60]}


def test_every_key_is_found_where_its_first_letters_lead() -> None:
    files = [json.loads(text) for text in sharded(MANY).shards]
    assert len(files) > 20
    assert {key: files[shard_of(key, len(files))][key] for key in MANY} == MANY
    assert sum(map(len, files)) == len(MANY)


def test_a_word_and_all_that_begins_like_it_stand_together() -> None:
    same = {shard_of(key, 97) for key in ("手話", "手話を", "~手話", "~手話サークル", "=手話")}
    assert len(same) == 1


def test_groups_and_names_are_told_apart_by_all_their_letters() -> None:
    assert len({shard_of(f"#{number}", 97) for number in range(100, 200)}) > 40
    assert len({shard_of(f"^川の会{number}$", 97) for number in range(100)}) > 40


def test_a_file_holds_a_few_kilobytes() -> None:
    sizes = [len(text) for text in sharded(MANY).shards]
    assert sum(sizes) / len(sizes) < 2 * SIZE


def test_a_long_entry_has_a_file_of_its_own_whose_number_stands_in_its_place() -> None:
    long = "!" * (LONG + 1)
    files = sharded({"手話": long, "川": "!", "山": long + "!"})
    assert [json.loads(text) for text in files.long] == [long + "!", long]
    assert json.loads(files.shards[0]) == {"手話": 1, "川": "!", "山": 0}


def test_no_entries_are_one_empty_file() -> None:
    assert sharded({}) == (["{}\n"], [])


@given(st.dictionaries(st.text(min_size=1, max_size=6), st.text(max_size=20), max_size=20))
def test_whatever_the_keys_are_the_files_are_json_with_all_of_them(entries: dict[str, str]) -> None:
    written = {key: value for key, value in entries.items() if key.isprintable()}
    files = [json.loads(text) for text in sharded(written).shards]
    assert {key: value for each in files for key, value in each.items()} == written
