"""The browser folds and cuts text exactly as Python does."""

import unicodedata

import pytest
from playwright.sync_api import Page

from generator.search.fold import fold
from generator.search.synonyms import Synonyms
from generator.search.tokens import stream
from tests.search.town import TOWN

pytestmark = pytest.mark.browser

ODD = (
    "",
    "　",
    "ｶﾞｷﾞｸﾞ ﾊﾟﾋﾟﾌﾟ",
    "か\u3099き\u3099",
    "\u3099か",
    "ヴァヴィヴヴェヴォ",
    "ふぁふぃふぇふぉ ファイル フォーク",
    "ヽヾゝゞ々〆ヶヵ",
    "㈱①⑳㌔㍿Ⅳ½ﬁ",
    "サ－クル サ‐クル サ—クル あ--い ー- -ー",
    "サーーーークル",
    "ÀÉÎÕÜ ßẞ İı ΑΣ ς σ",
    "é e\u0301 n\u0303",
    "𠮷野家 𩸽 😀 👨‍👩‍👧",
    "第２・第４土曜　１０：００〜１２：００",
    "Ｗｉ－Ｆｉ (042)000-0011 a.b@example.org",
    "髙﨑邊齋濵嶋廣澤瀨國",
    "ﾎﾞﾗﾝﾃｨｱ ﾎﾞﾗﾝﾃｲｱ",
    "子供こども子ども コドモ",
    "お年寄りお年寄御年寄り",
    "한국어 中文 Ελληνικά русский",
    "、。「」（）・…―〜♪★→",
    "ぢづゐゑヂヅヰヱ",
    "グラウンド・ゴルフ",
)
EVERY_KANA = tuple(chr(code) for code in (*range(0x3041, 0x3100), *range(0xFF61, 0xFFA0)))
SENTENCES = tuple(sentence for page in TOWN for sentence in (page.title, page.kana, page.lead, page.line, page.body))
DECOMPOSED = tuple(unicodedata.normalize("NFD", sentence) for sentence in SENTENCES)
TEXTS = (*ODD, *EVERY_KANA, *SENTENCES, *DECOMPOSED)


def test_folding_is_the_same_in_python_and_in_the_browser(engine_page: Page, synonyms: Synonyms) -> None:
    theirs = engine_page.evaluate("(texts) => texts.map(engine.folding.fold)", TEXTS)
    ours = [fold(text, synonyms.folding) for text in TEXTS]
    assert dict(zip(TEXTS, theirs, strict=True)) == dict(zip(TEXTS, ours, strict=True))


def test_tokens_are_the_same_in_python_and_in_the_browser(engine_page: Page, synonyms: Synonyms) -> None:
    folded = [fold(text, synonyms.folding) for text in TEXTS]
    theirs = engine_page.evaluate("(texts) => texts.map((text) => HirobaSearch.stream('x', text))", folded)
    assert theirs == [list(stream("x", text)) for text in folded]


def test_every_folded_letter_knows_its_place_in_the_written_text(engine_page: Page) -> None:
    wrong = engine_page.evaluate(
        """(texts) => texts.filter((text) => {
            const folded = engine.folding.foldMap(text);
            return folded.from.some((from, at) => from < 0 || from >= folded.to[at] || folded.to[at] > text.length
                || from < (folded.from[at - 1] || 0));
        })""",
        TEXTS,
    )
    assert wrong == []


def test_a_mark_covers_the_word_as_it_was_written(engine_page: Page) -> None:
    pieces = engine_page.evaluate(
        "(text) => HirobaSearch.highlighted(engine.folding, text, [engine.folding.fold('ごみ拾い')])",
        "川の ｺﾞﾐ拾い をします",
    )
    assert [piece["text"] for piece in pieces if piece["mark"]] == ["ｺﾞﾐ拾い"]
    assert "".join(piece["text"] for piece in pieces) == "川の ｺﾞﾐ拾い をします"


def test_a_passage_is_cut_around_the_word_and_says_so(engine_page: Page) -> None:
    text = "はじめの文です。" * 20 + "ここで手話を習います。" + "おわりの文です。" * 20
    pieces = engine_page.evaluate("(text) => HirobaSearch.passage(engine.folding, text, ['手話'], 40)", text)
    assert pieces[0] == {"text": "ここで", "mark": False}
    assert pieces[1] == {"text": "手話", "mark": True}
    assert sum(len(piece["text"]) for piece in pieces) <= 42
