"""What fits stands first, what an age rules out stands nowhere, and what nobody says is called not known."""

import random
from pathlib import Path

import pytest

from generator.matching.conditions import ALWAYS
from generator.matching.scoring import MET, POINTS, Matches, matches, rank
from generator.matching.sheet import KEYS, parse_sheet, sheet_of, values
from tests.matching.answers import asked, opening, slugs, town


def calls(*openings: str) -> dict[str, str]:
    return {"recruiting": f"[{', '.join(openings)}]"}


# ---- the table of points ----


def test_what_an_entry_says_itself_is_worth_more_than_what_its_group_says() -> None:
    do = POINTS["do"]
    assert do["titled"] > do["said"] > do["named"] > do["told"] > do["audience"] > do["field"] > 0
    assert all(do[f"{degree}+"] > do[degree] for degree in ("titled", "said", "named", "told"))


def test_a_sure_time_is_worth_more_than_a_likely_one_and_that_more_than_an_unknown_one() -> None:
    when = POINTS["when"]
    assert when["full"] > when["meeting"] > when["about"] > when["unknown"] > 0


def test_what_one_cannot_do_without_is_worth_more_than_what_one_likes() -> None:
    assert POINTS["with"]["need"] > max(POINTS["with"][degree] for degree in ("full", "said", "small", "audience"))
    assert POINTS["with"]["no"] < 0


def test_what_counts_whatever_is_answered_only_takes_away() -> None:
    assert all(points < 0 for points in POINTS[ALWAYS].values())


def test_only_what_is_known_and_speaks_for_an_answer_is_a_reason() -> None:
    assert all({"unknown", "no", "out"}.isdisjoint(degrees) for degrees in MET.values())
    assert set(MET) == set(KEYS)


# ---- what goes with what ----


def test_a_title_stands_before_a_text_before_a_group_before_its_description(tmp_path: Path) -> None:
    found = town(
        tmp_path,
        {
            "told": {**calls(opening("来る人")), "description": "会計もあります。"},
            "named": {**calls(opening("来る人")), "summary": "会計をしています。"},
            "said": calls(opening("来る人", text="会計をします")),
            "titled": calls(opening("会計の人")),
            "none": calls(opening("来る人")),
        },
    )
    assert slugs(found, "do=accounting") == ["titled", "said", "named", "told"]


def test_an_entry_at_the_time_stands_before_its_groups_time_and_that_before_an_unknown_one(tmp_path: Path) -> None:
    found = town(
        tmp_path,
        {
            "other": calls(opening("会計", when="毎週土曜 9:00-11:00")),
            "unknown": calls(opening("会計")),
            "meeting": {**calls(opening("会計")), "meetings": "[{when: 毎週火曜 19:00-21:00}]"},
            "full": calls(opening("会計", when="毎週火曜 19:00-21:00")),
        },
    )
    answers = asked(found, "do=accounting&when=weekday-evening")
    assert [a.document.entry.slug for a in answers] == ["full", "meeting", "unknown", "other"]
    assert [a.reasons for a in answers] == [
        ("会計・経理", "火曜の夜"),
        ("会計・経理", "火曜の夜（会の活動日）"),
        ("会計・経理",),
        ("会計・経理",),
    ]
    assert [(a.differences, a.unknown, a.near) for a in answers[2:]] == [
        ((), ("いつか",), True),
        (("土曜の午前なら",), (), True),
    ]


def test_an_age_that_an_entry_names_rules_others_out_whatever_else_fits(tmp_path: Path) -> None:
    found = town(
        tmp_path,
        {
            "adults": calls(opening("会計", ages="18歳以上")),
            "old": calls(opening("会計", ages="70歳以上")),
            "young": calls(opening("会計", ages="60歳まで")),
            "pupils": calls(opening("会計", ages="中学生以上")),
            "any": calls(opening("会計")),
        },
    )
    assert set(slugs(found, "do=accounting&with=teen")) == {"young", "pupils", "any"}
    assert set(slugs(found, "do=accounting&with=senior")) == {"adults", "old", "pupils", "any"}
    assert slugs(found, "do=accounting&with=senior")[0] == "old"
    assert slugs(found, "do=accounting")[-1] == "old"


def test_a_group_that_says_nothing_of_wheelchairs_is_shown_as_not_known(tmp_path: Path) -> None:
    at_hall = "[{when: 毎週火曜 9:00-11:00, place: hall}]"
    found = town(
        tmp_path,
        {
            "unknown": calls(opening("会計")),
            "place": {**calls(opening("会計")), "meetings": at_hall},
            "group": {**calls(opening("会計")), "accessibility": "[wheelchair]"},
        },
    )
    answers = asked(found, "do=accounting&with=wheelchair")
    assert [(a.document.entry.slug, a.reasons[1:], a.unknown, a.near) for a in answers] == [
        ("group", ("車いす可",), (), False),
        ("place", ("会場は車いす可",), (), False),
        ("unknown", (), ("車いすで入れるか",), False),
    ]


def test_who_speaks_another_language_finds_those_who_do_first(tmp_path: Path) -> None:
    found = town(
        tmp_path,
        {"ja": calls(opening("会計", text="歌")), "ko": {**calls(opening("歌う人")), "languages": "[ja, ko]"}},
    )
    assert slugs(found, "do=singing.accounting&with=lang-ko")[0] == "ko"
    assert asked(found, "with=lang-ko")[0].reasons == ("韓国・朝鮮語で話せます",)
    assert slugs(found, "with=lang-vi") == []


def test_who_did_not_offer_to_lead_is_shown_other_work_first(tmp_path: Path) -> None:
    found = town(
        tmp_path, {"board": calls(opening("会計", role="board")), "help": calls(opening("来る人", text="会計"))}
    )
    assert slugs(found, "do=accounting") == ["help", "board"]
    assert slugs(found, "do=accounting&often=over") == ["board", "help"]
    assert asked(found, "often=over")[0].reasons == ("役員・世話人の募集",)


def test_a_group_stands_behind_an_opening_of_equal_points(tmp_path: Path) -> None:
    meets = {"meetings": "[{when: 毎週火曜 9:00-11:00}]"}
    found = town(tmp_path, {"a-group": meets, "z-opening": {**meets, **calls(opening("来る人", role="member"))}})
    assert slugs(found, "when=weekday-morning") == ["z-opening", "a-group"]
    assert asked(found, "when=weekday-morning")[1].document.opening is None


@pytest.mark.parametrize("status", ["resting", "ended"])
def test_a_group_that_is_not_at_work_is_no_answer(tmp_path: Path, status: str) -> None:
    assert town(tmp_path, {"gone": {**calls(opening("会計")), "status": status}}).groups == ()


def test_a_group_that_seeks_members_is_shown_by_what_it_seeks_alone(tmp_path: Path) -> None:
    found = town(tmp_path, {"one": {"meetings": "[{when: 毎週火曜}]", **calls(opening("会員", role="member"))}})
    assert [d.opening is None for d in found.documents if d.entry.slug == "one"] == [False]


def test_of_the_first_five_at_most_two_are_of_one_group(tmp_path: Path) -> None:
    many = {**calls(*(opening(f"会計{n}") for n in range(6))), "meetings": "[{when: 毎週火曜, note: 会計}]"}
    found = town(tmp_path, {"many": many, **{f"few-{n}": calls(opening("来る人", text="会計")) for n in range(4)}})
    order = slugs(found, "do=accounting")
    assert order[:2] == ["many", "many"]
    assert order[:5].count("many") == 2
    assert order.count("many") == 6
    assert len(order) == 10


def test_what_fits_stands_before_all_that_is_near_however_many_points_that_has(tmp_path: Path) -> None:
    other = "毎週土曜 9:00-11:00"
    near = {f"near-{n:02}": calls(opening("会計の人", "specialist", when=other, beginners_ok="yes")) for n in range(12)}
    fits = calls(opening("来る人", text="会計", when="毎週火曜 19:00-21:00", ages="60歳以上"))
    found = town(tmp_path, {**near, "fits": fits})
    answers = asked(found, "do=accounting&when=weekday-evening&with=beginner")
    assert [(a.document.entry.slug[:4], a.near) for a in answers] == [("fits", False), *[("near", True)] * 12]
    assert answers[1].points > answers[0].points


def test_a_group_itself_is_shown_where_none_of_its_openings_stands_before_it(tmp_path: Path) -> None:
    meeting = {"meetings": "[{when: 毎週火曜 19:00-21:00, note: 会計}]", "summary": "会計をします。"}
    found = town(tmp_path, {"with": {**calls(opening("会計の人")), **meeting}, "without": meeting})
    assert [(a.document.entry.slug, a.document.role) for a in asked(found, "do=accounting")] == [
        ("with", "volunteer"),
        ("without", ""),
    ]


def test_what_does_not_meet_the_wish_is_shown_only_if_it_meets_everything_else(tmp_path: Path) -> None:
    evening = "毎週火曜 19:00-21:00"
    found = town(
        tmp_path,
        {
            "wish": calls(opening("会計")),
            "all": {**calls(opening("来る人", when=evening)), "areas": "[dai3]"},
            "some": calls(opening("来る人", when=evening)),
        },
    )
    line = "do=accounting&when=weekday-evening&where=dai3"
    assert slugs(found, line) == ["wish", "all"]
    assert (asked(found, line)[1].differences, asked(found, line)[1].near) == (("その他の活動の活動なら",), True)
    assert slugs(found, "do=accounting&when=weekday-evening") == ["wish"]
    assert slugs(found, line.replace("accounting", "pottery")) == []


def test_an_empty_sheet_has_no_answer(tmp_path: Path) -> None:
    assert slugs(town(tmp_path, {"one": calls(opening("会計"))}), "") == []


def random_line(found: Matches, rng: random.Random) -> str:
    known = values(found.reader.directory.vocabularies)
    chosen = {key: rng.sample(known[key], rng.randint(0, min(3, len(known[key])))) for key in KEYS}
    return "&".join(f"{key}={'.'.join(given)}" for key, given in chosen.items())


def test_the_same_town_and_sheet_give_the_same_order(tmp_path: Path) -> None:
    groups = {
        f"g-{n}": {**calls(opening("会計", when="毎週火曜 19:00-21:00")), "areas": "[dai3]", "languages": "[en]"}
        for n in range(12)
    }
    one, other = town(tmp_path / "one", groups), town(tmp_path / "other", dict(reversed(groups.items())))
    known = values(one.reader.directory.vocabularies)
    for n in range(40):
        line = random_line(one, random.Random(n))
        sheet = parse_sheet(line, known)
        shuffled = sheet_of({key: tuple(reversed(sheet.of(key))) for key in KEYS}, known)
        assert rank(one.degrees, one.groups, sheet) == rank(one.degrees, one.groups, shuffled)
        assert [a.document.url.split("/")[0] for a in asked(one, line)] == [
            a.document.url.split("/")[0] for a in asked(other, line)
        ]
    again = matches(one.reader)
    assert again.degrees == one.degrees
