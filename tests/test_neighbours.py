"""Which groups stand near a group: what weighs how much, and how far the look goes.

Each weight is held from both sides: one rival that it must beat and one that it must not.
"""

from pathlib import Path

import pytest

from tests.folders import loaded

_HERE = """\
name: {name}
kana: {kana}
kind: volunteer
fields: [{fields}]
areas: [{areas}]
summary: 見本の団体です。
description: 見本の団体の紹介です。
criteria: [voluntary, collective, continuing, public-benefit, nonprofit]
meetings:
  - when: {when}
    place: {place}
contact:
  phone: 042-000-0011
"""
# A group is read as あ, its rivals as い and う; each differs from it in everything that is not named.
OWN = {"fields": "environment, welfare", "areas": "kiyose", "when": "毎週月曜 10:00-12:00", "place": "kawabe"}
FAR = {"fields": "hobby", "areas": "citywide", "when": "毎週土曜 19:00-20:00", "place": "どこか"}


def _group(name: str, kana: str, **like: str) -> str:
    return _HERE.format(name=name, kana=kana, **(FAR | like))


def _near(folder: Path, own: dict[str, str] = OWN, **rivals: str) -> list[str]:
    files = {f"groups/{slug}.yaml": text for slug, text in rivals.items()}
    files |= {
        "groups/own.yaml": _group("あの会", "あのかい", **own),
        "groups/kawa-akari.yaml": _group("わの会", "わのかい"),
    }
    directory = loaded(folder, files).directory
    return [neighbour.entry.slug for neighbour in directory.neighbours["own"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # The same main field (3 and 1 for the field) beats the same place and part of the city (2 + 1) …
        ({"fields": "environment"}, {"place": "kawabe", "areas": "kiyose"}),
        # … and what is met at the same hour besides, since the field is looked at first …
        ({"fields": "environment"}, {"place": "kawabe", "areas": "kiyose", "when": OWN["when"]}),
        # … but not a group of a second field that shares place, part of the city and hour (1 + 2 + 1 + 1).
        ({"fields": "hobby, welfare", **{k: OWN[k] for k in ("areas", "when", "place")}}, {"fields": "environment"}),
        # The same place (2) beats a second field alone (1), and no more than equals field and hour.
        ({"place": "kawabe"}, {"fields": "hobby, welfare"}),
        ({"fields": "hobby, welfare", "when": OWN["when"]}, {"place": "kawabe"}),
        # Part of the city and hour each count once.
        ({"fields": "hobby, welfare", "areas": "kiyose"}, {"fields": "hobby, welfare"}),
        ({"fields": "hobby, welfare", "when": OWN["when"]}, {"fields": "hobby, welfare"}),
    ],
)
def test_the_nearer_of_two_groups_comes_first(tmp_path: Path, one: dict[str, str], other: dict[str, str]) -> None:
    # In both orders of reading: it is the weight that decides, not the alphabet.
    first = _near(
        tmp_path / "first", one=_group("いの会", "いのかい", **one), other=_group("うの会", "うのかい", **other)
    )
    last = _near(
        tmp_path / "last", one=_group("うの会", "うのかい", **one), other=_group("いの会", "いのかい", **other)
    )
    assert [first[0], last[0]] == ["one", "one"]


def test_being_at_work_in_the_whole_city_makes_nobody_a_neighbour(tmp_path: Path) -> None:
    everywhere = _group("いの会", "いのかい", fields="hobby, welfare", areas="citywide")
    nearby = _group("うの会", "うのかい", fields="hobby, welfare", areas="kiyose")
    own = OWN | {"areas": "citywide, kiyose"}
    assert _near(tmp_path, own, everywhere=everywhere, nearby=nearby) == ["nearby", "everywhere"]


def test_three_neighbours_are_shown(tmp_path: Path) -> None:
    rivals = {f"g{n}": _group(f"{k}の会", f"{k}のかい", fields="environment") for n, k in enumerate("いうえおか")}
    assert _near(tmp_path, **rivals) == ["g0", "g1", "g2"]


def test_only_the_next_eight_of_a_ring_are_compared_so_that_every_group_is_somebodys_neighbour(tmp_path: Path) -> None:
    letters = "いうえおかきくけこ"

    def nearest(like: int) -> str:
        rivals = {
            f"g{n}": _group(f"{k}の会", f"{k}のかい", fields="environment", areas="kiyose" if n == like else "citywide")
            for n, k in enumerate(letters)
        }
        return _near(tmp_path / str(like), **rivals)[0]

    # The eighth is looked at, and comes first for its part of the city; the ninth is not.
    assert (nearest(7), nearest(8)) == ("g7", "g0")


def test_a_group_that_rests_is_nobodys_neighbour(tmp_path: Path) -> None:
    resting = _group("いの会", "いのかい", fields="environment") + "status: resting\n"
    assert _near(tmp_path, resting=resting) == []
