"""A thing is offered or sought only where words say so: at the borders of words, not refused, not asked for."""

from collections import Counter

import pytest

from generator.models.vocabulary import Vocabulary
from generator.reading.read import vocabularies
from generator.things.named import Side, Things, things_in, things_of
from tests.towns import CONTENT

THINGS = things_of(vocabularies(CONTENT))


def found(text: str, kind: str = "equipment", side: Side = "offers", things: Things = THINGS) -> list[str]:
    return [things.known[each].label for each in things_in(things, kind, text, side)]


@pytest.mark.parametrize(
    ("text", "kind", "labels"),
    [
        ("テント2張り、うすときね、長机6台をお貸しします。", "equipment", ["テント", "うす・きね", "机・テーブル"]),
        ("ワンタッチテント（3m×3m）", "equipment", ["テント"]),
        ("ﾃﾝﾄとイス", "equipment", ["テント", "いす"]),
        ("運動会で使う大型テントを貸せます", "equipment", ["テント"]),
        ("軽トラを出せます。", "transport", ["軽トラック・トラック"]),
        ("机といすを運べるワゴン車があります", "transport", ["ワゴン車・ワンボックス"]),
        ("大会議室を平日の夜にお使いいただけます", "room", ["会議室・集会室"]),
        ("簡易印刷機の利用", "equipment", ["印刷機"]),
        ("手話通訳に伺います", "skill", ["手話通訳"]),
        ("手話を教えます", "skill", ["手話"]),
        ("子どもの見守りをお手伝いします", "people", ["子どもの見守り・保育"]),
        ("店先にチラシを置けます", "publicity", ["チラシ置き場"]),
        ("テントしかありませんが、お貸しします", "equipment", ["テント"]),
        ("テントをお貸しします。謝礼はいりません。", "equipment", ["テント"]),
        ("テントを貸します。料金はかかりません", "equipment", ["テント"]),
    ],
)
def test_what_is_offered_is_found_in_the_words_that_people_write(text: str, kind: str, labels: list[str]) -> None:
    assert found(text, kind) == labels


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("テントウムシの観察を教えます", "equipment"),
        ("机上の空論を語る会", "equipment"),
        ("畑違いの方もどうぞ", "room"),
        ("いす取りゲームをします", "equipment"),
        ("車いすを貸します", "transport"),
        ("電車で伺います", "transport"),
        ("写真展を開きます", "skill"),
        ("バス停の前です", "transport"),
        ("自転車置き場の隣", "equipment"),
        ("グランドピアノの調律", "room"),
        ("テントの重りだけお貸しします", "equipment"),
        ("会議室用の名札", "room"),
        ("すいすい泳ぐ会です", "equipment"),
        ("くわがたの飼育箱", "equipment"),
        ("防犯カメラを見ます", "equipment"),
    ],
)
def test_a_name_inside_another_word_names_nothing(text: str, kind: str) -> None:
    assert found(text, kind) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("テントはありません", "equipment"),
        ("テントや机はございませんので、ご了承ください", "equipment"),
        ("車は出せません", "transport"),
        ("通訳の派遣はしていません", "skill"),
        ("テントの貸し出しは終了しました", "equipment"),
        ("テントなしでの開催です", "equipment"),
        ("テント以外の備品をお貸しします", "equipment"),
        ("歌いに行きます。いすはご用意ください", "equipment"),
        ("会場にプロジェクターがあれば助かります", "equipment"),
        ("（テントはお貸しできません）", "equipment"),
        ("テント（2間×3間）は貸し出し中です", "equipment"),
        ("テントがない", "equipment"),
        ("机のほかは貸せます", "equipment"),
        ("プロジェクターはこわれています", "equipment"),
        ("プロジェクターは故障しています", "equipment"),
    ],
)
def test_what_is_refused_or_asked_for_is_not_offered(text: str, kind: str) -> None:
    assert found(text, kind) == []


def test_a_refusal_is_about_its_own_statement_alone() -> None:
    assert found("机はお貸しできますが、テントはありません。いすもあります。") == ["机・テーブル", "いす"]
    assert found("テントはありませんが、机はあります") == ["机・テーブル"]
    assert found("プロジェクター（スクリーンはありません）をお貸しします") == ["プロジェクター"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("テントがありません。貸していただけませんか。", ["テント"]),
        ("机はこちらで用意します。テントを借りたいです。", ["テント"]),
        ("テントは足りています。机がほしいです。", ["机・テーブル"]),
        ("テントは見つかりました", []),
    ],
)
def test_what_a_need_has_already_is_not_sought(text: str, labels: list[str]) -> None:
    assert found(text, side="seeks") == labels


@pytest.mark.parametrize(
    ("text", "kind", "labels"),
    [
        ("発表会の司会に付く手話通訳", "skill", ["手話通訳"]),
        ("テントを運ぶ車", "equipment", []),
        ("テントのための重り", "equipment", []),
        ("机を入れる箱", "equipment", []),
        ("プロジェクターを置く机", "equipment", ["机・テーブル"]),
        ("自転車を直す工具", "equipment", ["大工道具・工具"]),
        ("ピアノを直す人", "equipment", []),
        ("マイクが要らないくらいの大きな声の人", "equipment", []),
        ("引っ越しの荷物を運ぶ車", "transport", ["車を出すこと"]),
        ("荷物を運べる台車や電動カート", "transport", ["台車", "電動カート"]),
        ("会議室ではなく、音の出せる部屋", "room", ["音の出せる部屋"]),
        ("会議室は狭いので、ホール", "room", ["ホール・舞台"]),
        ("楽器の修理", "skill", ["修理・ものづくり"]),
    ],
)
def test_the_head_of_a_phrase_is_sought_and_not_what_it_is_for(text: str, kind: str, labels: list[str]) -> None:
    assert found(text, kind, "seeks") == labels


@pytest.mark.parametrize(
    ("text", "kind", "labels"),
    [
        ("テントを貸してくださる団体", "equipment", ["テント"]),
        ("テントを借りられる団体を探しています", "equipment", ["テント"]),
        ("荷物を運んでくださる方", "transport", ["荷物の運搬"]),
        ("本棚と木の椅子を直せる方々", "skill", ["家具の修理"]),
        ("写真を撮ってくれる団体", "skill", ["写真"]),
    ],
)
def test_whoever_gives_a_thing_is_not_what_is_sought(text: str, kind: str, labels: list[str]) -> None:
    assert found(text, kind, "seeks") == labels


def test_an_offer_of_another_room_or_of_papers_alone_is_not_the_thing() -> None:
    assert found("和室ではない部屋", "room") == ["集まれる部屋"]
    assert "会計・経理" not in found("会計の引き継ぎ書のひな形をお渡しします", "skill")
    assert found("くわとかま、小型カメラもあります") == ["くわ", "カメラ"]


def test_a_thing_counts_under_its_own_kinds_alone() -> None:
    assert found("車いすの押し方の講習に行きます", "skill") == ["車いすの押し方"]
    assert found("望遠鏡を持って出張します", "skill") == []
    assert found("テントを貸します", "transport") == []


def test_the_sample_vocabulary_knows_eighty_things_and_no_word_means_two_of_one_kind() -> None:
    terms = vocabularies(CONTENT)["things"].terms
    assert len(terms) >= 80
    kinds = vocabularies(CONTENT)["exchanges"].terms
    assert {kind for term in terms.values() for kind in term.kinds} == set(kinds)
    assert [name for name, term in terms.items() if not term.kinds] == []
    assert [term.wider for term in terms.values() if term.wider and term.wider not in terms] == []
    told = Counter((name, kind) for name, thing in THINGS.spelled for kind in THINGS.known[thing].kinds)
    assert [each for each, count in told.items() if count > 1] == []


def test_a_city_says_what_a_thing_is_and_what_is_not_meant() -> None:
    given = {"label": "もの", "label_en": "Things", "terms": {}}
    given["terms"] = {  # type: ignore[assignment]
        "sled": {
            "label": "そり",
            "label_en": "Sled",
            "kinds": ["equipment"],
            "aliases": ["雪ぞり"],
            "unlike": ["そり橋"],
        }
    }
    things = things_of({"things": Vocabulary.model_validate(given)})
    assert found("雪ぞり3台。そりも1台。", things=things) == ["そり"]
    assert found("そり橋の見学", things=things) == []


def test_a_city_without_such_a_vocabulary_has_no_things() -> None:
    assert found("テントを貸します", things=things_of({})) == []


def test_long_texts_take_time_that_grows_with_their_length() -> None:
    """Nothing here goes back over a text: what a stranger writes cannot hold up a build."""
    for text in ("テント" * 20_000, "は" * 60_000, "（" * 30_000, "ありません" * 12_000, "、" * 60_000, "曜" * 60_000):
        assert found(text[:60_000]) in ([], ["テント"])
