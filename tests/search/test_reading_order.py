"""Search orders by reading, and suggests by it, without the legal form in front."""

from pathlib import Path

from generator.search.documents import SearchDocument
from generator.search.index import orders
from generator.search.suggest import suggestions
from tests.folders import GROUP, OTHER_GROUP, loaded


def document(title: str, kana: str) -> SearchDocument:
    return SearchDocument(f"groups/{title}/", "group", title, kana)


def test_the_order_by_reading_leaves_out_the_legal_form() -> None:
    documents = [
        document("こだまの会", "こだまのかい"),
        document("NPO法人 ことこと号", "えぬぴーおーほうじん ことことごう"),
        document("ガーデン", "がーでん"),
        document("絵本の会", "えほんのかい"),
    ]
    titles = [documents[n].title for n in orders(documents)["kana"]]
    assert titles == ["絵本の会", "ガーデン", "こだまの会", "NPO法人 ことこと号"]


def test_lists_and_suggestions_begin_with_the_name_itself(tmp_path: Path) -> None:
    welfare = GROUP.replace("かわあかりのかい", "しゃかいふくしほうじんたんぽぽ").replace(
        "川あかりの会", "社会福祉法人蒲公英"
    )
    found = loaded(tmp_path, {"groups/kawa-akari.yaml": welfare, "groups/hana.yaml": OTHER_GROUP}).directory
    assert [(entry.row, entry.group.kana) for entry in found.groups] == [
        ("た", "しゃかいふくしほうじんたんぽぽ"),
        ("は", "はなあかりのかい"),
    ]
    offered = {one.text: one.spellings for one in suggestions(found)}
    assert "たんぽぽ" in offered["社会福祉法人蒲公英"]
    assert "しゃかいふくしほうじんたんぽぽ" in offered["社会福祉法人蒲公英"]
