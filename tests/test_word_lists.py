"""The program brings the words of civic life; a city adds its own to them."""

from pathlib import Path

import pytest

from generator.lexical.fold import fold
from generator.lexical.synonyms import load_synonyms
from generator.reading.words import brought, with_own
from generator.search.furigana import furigana
from tests.folders import loaded

OWN = {
    "vocabulary/readings.yaml": "readings:\n  川辺町: かわべまち\n  明日: みょうにち\n",
    "vocabulary/synonyms.yaml": (
        "spellings:\n  - [川辺台, 川べ台]\nsynonyms:\n  - [長寿会, 敬老の会]\nalso:\n  歴史: [昔の川辺]\n"
    ),
}


def test_a_city_without_lists_of_its_own_has_the_program_s(tmp_path: Path) -> None:
    words = loaded(tmp_path).directory.words
    assert words["readings"]["readings"]["手話"] == "しゅわ"
    assert ["子ども", "子供", "こども"] in words["synonyms"]["spellings"]
    assert '"手話":"しゅわ"' in furigana(loaded(tmp_path).directory)


def test_what_a_city_writes_is_added_and_its_own_reading_counts(tmp_path: Path) -> None:
    words = loaded(tmp_path, dict(OWN)).directory.words
    readings, synonyms = words["readings"]["readings"], words["synonyms"]
    assert (readings["川辺町"], readings["明日"], readings["手話"]) == ("かわべまち", "みょうにち", "しゅわ")
    assert synonyms["spellings"][-1] == ["川辺台", "川べ台"]
    assert synonyms["synonyms"][-1] == ["長寿会", "敬老の会"]
    ours = brought()["synonyms"]["also"]["歴史"]
    assert synonyms["also"]["歴史"] == [*ours, "昔の川辺"]
    assert "昔の川辺" not in ours, "the program's own list stays as it is"


@pytest.mark.parametrize("text", ["", "readings: いろいろ\n", "- a\n", "readings: [手話]\n", "other: {a: b}\n"])
def test_a_list_of_another_shape_takes_nothing_away(tmp_path: Path, text: str) -> None:
    words = loaded(tmp_path, {"vocabulary/readings.yaml": text}).directory.words
    assert words["readings"] == brought()["readings"]


def test_an_entry_that_the_program_has_too_counts_once() -> None:
    twice = with_own({"synonyms": {"spellings": [["子ども", "子供", "こども"]]}})["synonyms"]
    assert load_synonyms(twice) == load_synonyms(brought()["synonyms"])


def test_the_program_s_lists_name_no_city() -> None:
    for name in ("清瀬", "柳瀬川", "空堀川", "野塩"):
        assert name not in brought()["readings"]["readings"]
        assert name not in str(brought()["synonyms"])


def _together(word: str) -> set[str]:
    """The words that the program's list searches with a word, by groups and from wide to narrow."""
    found = brought()["synonyms"]
    groups = [set(group) for group in found["synonyms"] if word in group]
    return set().union(*groups, found["also"].get(word, ())) - {word}


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("ボケ", "認知症"),
        ("登校しぶり", "不登校"),
        ("詐欺", "消費生活"),
        ("介護疲れ", "介護者"),
        ("さみしい", "孤独"),
        ("野良仕事", "援農"),
        ("帳面", "ノート"),
        ("乳母車", "ベビーカー"),
        ("活動写真", "映画"),
        ("井戸端会議", "おしゃべり"),
        ("婦人会", "女性会"),
        ("3歳児", "乳幼児"),
        ("還暦", "高齢者"),
        ("写真機", "撮影会"),
        ("こうもり傘", "傘"),
        ("行商", "移動販売"),
        ("帳面つけ", "会計"),
        ("産婆さん", "助産師"),
        ("肺病", "結核"),
        ("サナトリウム", "療養所"),
        ("出征", "戦争"),
        ("幻灯", "上映会"),
        ("御神輿", "子どもみこし"),
        ("職安", "就労"),
        ("レンタルスペース", "貸室"),
        ("パラスポーツ", "歩くサッカー"),
        ("補助金", "助成"),
        ("腳踏車", "自転車"),
        ("疫苗", "予防接種"),
        ("会社員", "働いている方"),
        ("会計係", "経理"),
        ("ホームページ係", "ホームページ"),
        ("おかねがいらない", "無料"),
        ("choir practice", "合唱"),
        ("japanese class", "日本語教室"),
        ("free food", "食品の配布"),
        ("wheelchair", "車いす"),
        ("轮椅", "車いす"),
        ("孩子", "子ども"),
        ("志愿者", "ボランティア"),
        ("免费", "無料"),
        ("学日语", "日本語教室"),
    ],
)
def test_everyday_words_lead_to_those_that_profiles_use(asked: str, meant: str) -> None:
    assert meant in _together(asked)


@pytest.mark.parametrize(
    ("asked", "other"),
    # A whole does not lead to its neighbours, and what is narrow not to what is wide.
    [
        ("卓球", "スポーツ"),
        ("乳幼児", "3歳児"),
        ("もの忘れカフェ", "リペアカフェ"),
        ("工作", "仕事"),
        ("碁", "将棋"),
        ("児童館", "子ども"),
        # The facts of many pages are no other word for something.
        ("70歳", "高齢の方"),
        ("還暦", "高齢の方"),
        ("ニート", "若者"),
        ("要約筆記", "筆談"),
        ("体が不自由", "車いす"),
        ("主婦", "子育て中"),
        # A need is not what helps, nor the other way round.
        ("学習支援", "宿題"),
        ("送迎", "付き添い"),
        ("実験", "科学"),
        ("炊き出し", "非常食"),
        ("居場所", "たまり場"),
        ("夫", "妻"),
        # Words that every text has.
        ("夜まわり", "用心"),
        ("防災", "備え"),
        ("ICT", "IT"),
        ("民話", "語り"),
        ("謡曲", "仕舞"),
    ],
)
def test_words_that_mean_something_else_are_not_searched_together(asked: str, other: str) -> None:
    assert other not in _together(asked)


def test_no_group_of_synonyms_stands_twice_and_no_word_twice_in_one() -> None:
    groups = [tuple(group) for group in brought()["synonyms"]["synonyms"]]
    assert [group for group in groups if len(set(group)) < len(group)] == []
    assert len({frozenset(group) for group in groups}) == len(groups)
    assert [word for word, narrow in brought()["synonyms"]["also"].items() if word in narrow] == []


def test_no_short_word_in_kana_leads_anywhere_by_chance() -> None:
    """Two hiragana stand inside of other words everywhere."""
    words = {word for group in brought()["synonyms"]["synonyms"] for word in group}
    short = {word for word in words if len(word) < 3 and all("ぁ" <= letter <= "ん" for letter in word)}
    assert short == {"いす", "うつ", "がん", "けが", "ごみ"}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("双眼鏡で鳥を見ます", "眼鏡"),
        ("蛍光灯をかえます", "ほたる"),
        ("畑を始めて三年です", "初めて"),
        ("補聴器と老眼鏡", "めがね"),
    ],
)
def test_no_other_spelling_makes_a_word_of_a_part_of_another(text: str, other: str) -> None:
    using = load_synonyms(brought()["synonyms"]).folding
    assert fold(other, using) not in fold(text, using)
