"""Answers, headcounts, lists of terms and contacts in one line, as lists of groups have them."""

import pytest

from generator.japanese.answers import call_words, is_none
from generator.japanese.contacts import parse_contact
from generator.japanese.headcounts import Headcount, parse_headcount, people_in, show_people
from generator.japanese.lists import apart, terms_in
from generator.japanese.text import is_kana, without_marks
from generator.japanese.unclear import Unclear
from generator.reading.personal import is_personal_name

NOBODY_SOUGHT = (
    "無|無し|なし|×|いいえ|0|不可|-|未定|募集なし|募集していない|募集していません。|"
    "現在募集していません|会員の募集は停止中|締切|定員に達しました|"
    "募集は今のところありません|定員に達したため締め切りました|定員に達したため、今年度の募集は締め切らせていただきました。|受付終了|"
    "今年度の会員募集は終了しました|満員のため募集を停止しています|人数がそろったため締め切りました|募集の予定はありません|"
    "募集は締め切っています|足りています|Not recruiting|none"
)
NOBODY = (
    "水野公民館|代表|事務局|担当 福祉課|中野区|中村市民センター|小林薬局|山田公園|夜間|留守電|FAX兼用|"
    "月曜日のみ|社会福祉協議会|平日 午前中|清瀬市 生涯学習課|森の家|けやきホール|平日10時から|"
)


@pytest.mark.parametrize(
    "text",
    NOBODY_SOUGHT.split("|"),
)
def test_an_answer_that_nobody_is_sought_calls_nobody(text: str) -> None:
    assert call_words(text) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        *(
            (text, "〇〇を募集しています")
            for text in ["有", "有り", "あり", "○", "はい", "可", "募集中", "募集中！", "募集しています", "募集あり"]
        ),
        *((text, "〇〇を随時募集しています") for text in ["随時", "随時募集", "随時募集中", "常時募集しています"]),
        *((text, "〇〇の募集（ご相談ください）") for text in ["要相談", "応相談", "随時（要相談）"]),
    ],
)
def test_an_answer_that_people_are_sought_is_put_into_words(text: str, words: str) -> None:
    assert call_words(text) == words


@pytest.mark.parametrize(
    "text",
    [
        *("", "手話に興味のある方", "会員募集中！", "今", "男性のみ", "若い方がいません", "5人"),
        *("人手が足りません", "募集は終了しましたが、見学は歓迎です", "お休みの日に来られる方", "定員に達するまで募集"),
    ],
)
def test_a_title_of_its_own_words_is_no_answer(text: str) -> None:
    assert call_words(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("特になし", "特にありません。", "なし", "今のところ特にありません", "お貸しできるものは今のところありません"),
        *(
            "求めているものはありません",
            "特に必要なものはありません",
            "とくにございません",
            "該当なし",
            "まだありません",
        ),
        *("-", "None", "（未定）"),
    ],
)
def test_what_says_that_there_is_nothing_names_nothing(text: str) -> None:
    assert is_none(text)


@pytest.mark.parametrize(
    "text", ["", "テント", "人手が足りません", "練習場所がありません", "車がない", "運ぶ人がいない", "場所なしでも"]
)
def test_what_is_missing_is_a_need_and_not_nothing(text: str) -> None:
    assert not is_none(text)


@pytest.mark.parametrize(("text", "number"), [("5", 5), ("５名", 5), ("五人", 5), ("0人", 0), ("12 人", 12)])
def test_a_number_of_people_is_read(text: str, number: int) -> None:
    assert people_in(text) == number


@pytest.mark.parametrize("text", ["若干名", "数名", "2〜3人", "何人でも", "各1名", "約5人", "", "人"])
def test_how_many_in_words_is_shown_as_written(text: str) -> None:
    assert people_in(text) is None
    assert show_people(text) == text


def test_a_number_of_people_is_shown_with_its_unit_and_none_not_at_all() -> None:
    assert [show_people(text) for text in ("5", "５名", "0")] == ["5人", "5人", ""]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("18人(男18)", Headcount(18, note="男18")),
        ("約２０名（男性５名、女性１５名）", Headcount(20, note="男性５名、女性１５名")),
        ("42名（うち市内30名）", Headcount(42, 30)),
        ("42名（うち区内30名）", Headcount(42, 30)),
        ("20人（村内在住者18人）", Headcount(20, 18)),
        ("12人（町内12人）", Headcount(12, 12)),
        ("男10人・女8人", Headcount(18, note="男10人・女8人")),
    ],
)
def test_a_headcount_is_read_with_its_split(text: str, count: Headcount) -> None:
    assert parse_headcount(text) == count


@pytest.mark.parametrize("text", ["25", "たくさん", "若干名（男女）", "", "1" * 600])
def test_what_has_no_split_is_left_to_whoever_reads_numbers(text: str) -> None:
    assert isinstance(parse_headcount(text), Unclear)


KNOWN = {"市内全域", "市外", "日本語", "英語", "文化・芸術", "子ども", "子ども、大人"}


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("市内全域、市外", ["市内全域", "市外"]),
        ("日本語・英語", ["日本語", "英語"]),
        ("日本語 英語", ["日本語", "英語"]),
        ("文化・芸術，市外；", ["文化・芸術", "市外"]),
        ("子ども、大人", ["子ども、大人"]),
        ("日本語、エルフ・語", ["日本語", "エルフ・語"]),
        ("、", ["、"]),
    ],
)
def test_terms_in_one_line_are_several_and_a_term_with_a_mark_in_it_is_one(text: str, terms: list[str]) -> None:
    assert terms_in(text, KNOWN.__contains__) == terms


def test_further_terms_of_an_entry_come_last_so_that_the_others_keep_their_place() -> None:
    assert apart(["市内全域、市外", "英語", {"a": "b"}], KNOWN.__contains__) == ["市内全域", "英語", {"a": "b"}, "市外"]


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("水野公民館（見本）042-000-0101", {"phone": "042-000-0101 (水野公民館 見本)"}),
        ("042-000-0011 / kai@example.org", {"phone": "042-000-0011", "email": "kai@example.org"}),
        ("TEL：042-000-0011　FAX：042-000-0012", {"phone": "042-000-0011", "fax": "042-000-0012"}),
        ("電話・FAX 042-000-0011", {"phone": "042-000-0011", "fax": "042-000-0011"}),
        ("https://example.org/kai", {"website": "https://example.org/kai"}),
        ("センターへお問い合わせください", {"via": "center"}),
    ],
)
def test_one_line_gives_each_way_of_reaching_a_group(text: str, ways: dict[str, str]) -> None:
    assert parse_contact(text) == ways


@pytest.mark.parametrize(
    "text", ["", "会長まで", "042-000-0011 042-000-0012", "花子 kai@example.org", "あ" * 301, "0" * 300]
)
def test_a_line_of_which_something_would_be_lost_is_not_taken_apart(text: str) -> None:
    assert parse_contact(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "見本 花子",
        "佐藤",
        "山田太郎",
        "担当：山田",
        "代表 見本",
        "すずきさん",
        "田中方",
        "呼出 鈴木",
        "夜間、やまだ はなこ",
    ],
)
def test_a_persons_name_behind_a_number_is_seen(text: str) -> None:
    assert is_personal_name(text)


@pytest.mark.parametrize(
    "text",
    NOBODY.split("|"),
)
def test_a_place_a_role_or_an_hour_behind_a_number_is_nobodys_name(text: str) -> None:
    assert not is_personal_name(text)


@pytest.mark.parametrize(
    ("written", "spoken"),
    [("トモノカイ「テン」！", "トモノカイテン"), ("オハナシカイ~タンケンタイ〜", "オハナシカイタンケンタイ")],
)
def test_marks_in_a_reading_are_not_spoken(written: str, spoken: str) -> None:
    assert without_marks(written) == spoken
    assert is_kana(spoken)
