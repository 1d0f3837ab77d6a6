"""Headlines break between phrases, never inside one."""

import pytest

from generator.wording.phrases import phrases


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("清瀬で活動する69の団体を、さがす・知る・手伝う", "清瀬で|活動する|69の|団体を、|さがす・|知る・|手伝う"),
        ("池の一年 かなやま水鳥ノート写真展", "池の|一年 |かなやま水鳥ノート写真展"),
        ("第1土曜の坂道さんぽ", "第1土曜の|坂道さんぽ"),
        ("「重要」なお知らせ（ためし）です", "「重要」な|お知らせ|（ためし）です"),
        ("A & <b>", "A |&amp; |&lt;b&gt;"),
        ("", ""),
    ],
)
def test_a_headline_may_break_only_between_phrases(sentence: str, lines: str) -> None:
    assert phrases(sentence).split("<wbr>") == lines.split("|")


def test_no_line_begins_with_a_mark() -> None:
    for piece in phrases("はい、・ね！ほか・・・終わり。").split("<wbr>"):
        assert piece[0] not in "、・！。"
