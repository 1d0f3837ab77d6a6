"""A resident's guess at a word finds the right pages, and only those, in the right order."""

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Ask = Callable[[str], dict[str, Any]]
SHUWA = ["手話サークル つぼみ", "河辺の草花", "手話"]
GOMI = {"柳瀬川せせらぎ隊", "分別の輪"}
YANASE = {"柳瀬川せせらぎ隊", "柳瀬川 秋の清掃"}
SUMAHO = {"スマホ教えあいの会"}


@pytest.mark.parametrize("query", ["手話", "しゅわ", "シュワ", "ｼｭﾜ", "　手話　"])
def test_a_word_is_found_however_it_is_typed_the_name_first_and_what_is_over_last(ask: Ask, query: str) -> None:
    assert ask(query)["titles"] == SHUWA


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("水質調査", {"柳瀬川せせらぎ隊"}),
        ("ごみ", GOMI),
        ("ゴミ", GOMI),
        ("子ども食堂", {"こども食堂ひだまり"}),
        ("子供食堂", {"こども食堂ひだまり"}),
        ("スマホ", SUMAHO),
        ("スマートフォン", SUMAHO),
        ("ｽﾏｰﾄﾎﾝ", SUMAHO),
        ("コンピュータ教室", SUMAHO),
        ("Ｗｉ－Ｆｉ", SUMAHO),
        ("volunteer", {"外国の方と話す会"}),
        ("kore", {"外国の方と話す会"}),
        ("障害", {"外国の方と話す会"}),
        ("外国人", {"外国の方と話す会"}),
        ("やなせがわ", YANASE),
        ("やなせ", YANASE),
        ("瀬川", YANASE),
        ("防災訓練", {"松山防災を考える会"}),
        ("ぼうさいくんれん", {"松山防災を考える会"}),
        ("ひとり暮らし", {"松山防災を考える会"}),
        ("シイタケ", {"NPO法人 みどりの風"}),
        ("npo", {"NPO法人 みどりの風"}),
        ("かなやまりょくち", {"NPO法人 みどりの風"}),
        ("碁", {"黒白囲碁クラブ"}),
        ("いご", {"黒白囲碁クラブ"}),
        ("清瀬けやき", {"清瀬けやきホール", "コーラスけやき"}),
        ("合唱", {"コーラスけやき"}),
        ("第4土曜", {"手話サークル つぼみ"}),
        ("第二会議室", {"野塩地域市民センター"}),
        ("042-000-0011", {"清瀬けやきホール"}),
        ("柳瀬川　メダカ", {"柳瀬川せせらぎ隊"}),
    ],
)
def test_a_guess_finds_what_is_meant(ask: Ask, query: str, titles: set[str]) -> None:
    found = ask(query)
    assert (set(found["titles"]), found["near"]) == (titles, False)


@pytest.mark.parametrize("query", ["水族館", "新幹線", "学童保育", "テニスコート", "ぞう", "xyz", "、。", "鯨"])
def test_what_is_not_there_is_not_found(ask: Ask, query: str) -> None:
    assert ask(query)["titles"] == []


def test_a_bus_is_not_found_in_stretching(ask: Ask) -> None:
    assert ask("バス")["titles"] == ["路線バス友の会"]


def test_a_drum_is_not_found_in_what_people_want_to_do(ask: Ask) -> None:
    assert ask("太鼓")["titles"] == []


def test_words_joined_by_no_are_found_apart_too(ask: Ask) -> None:
    assert set(ask("柳瀬川の清掃")["titles"]) == {"柳瀬川せせらぎ隊", "柳瀬川 秋の清掃"}


def test_the_exact_name_comes_before_names_that_only_contain_it(ask: Ask) -> None:
    assert ask("みどりの風")["titles"][0] == "NPO法人 みどりの風"
    assert ask("きよせけやきほーる")["titles"][0] == "清瀬けやきホール"


def test_fields_and_areas_come_before_the_text_and_weight_decides_among_equals(ask: Ask) -> None:
    assert ask("環境")["titles"] == ["柳瀬川 秋の清掃", "柳瀬川せせらぎ隊", "NPO法人 みどりの風", "分別の輪"]


def test_only_events_that_are_over_go_last_not_groups_of_little_weight(ask: Ask) -> None:
    assert ask("体")["titles"][0] == "のびのび体操"


def test_one_missed_dakuten_is_mended_and_said(ask: Ask) -> None:
    found = ask("やなせかわ")
    assert (set(found["titles"]), found["instead"], found["near"]) == (YANASE, "柳瀬川", True)


def test_a_word_nobody_uses_is_left_out_and_said(ask: Ask) -> None:
    found = ask("囲碁　クラブ　水族館")
    assert (found["titles"], found["near"], found["ignored"]) == (["黒白囲碁クラブ"], True, ["水族館"])


def test_a_whole_sentence_is_searched_by_what_it_means(ask: Ask) -> None:
    found = ask("手話を習いたい")
    assert (found["titles"][0], found["words"]) == (SHUWA[0], ["手話"])
    assert set(found["titles"]) <= set(SHUWA)


def test_a_slip_in_a_long_word_still_gives_near_results(ask: Ask) -> None:
    found = ask("燃えなゐごみと資源の分けかた")
    assert (found["titles"], found["near"]) == (["分別の輪"], True)


def test_markup_and_quotes_in_a_question_are_only_letters(ask: Ask) -> None:
    assert ask('手話"')["titles"] == SHUWA
    assert ask('"<b>手話</b>"')["titles"] == SHUWA
