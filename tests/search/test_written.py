"""Hand-written pages as search finds them: what they say, not what they quote."""

from pathlib import Path

import markdown
import pytest

from generator.search.written import plain_words, written_page
from tests.towns import CONTENTS


def test_a_page_is_found_by_its_words_and_keeps_its_title_and_lead() -> None:
    found = written_page("help/", "使い方", "さがし方。", "<h1>使い方</h1>\n<p>困ったときは、電話を。</p>")
    assert (found.url, found.kind, found.title, found.lead) == ("help/", "page", "使い方", "さがし方。")
    assert found.body == "使い方 困ったときは、電話を。"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>「<kbd>手話を習いたい</kbd>」のような文でも</p>", "「 」のような文でも"),
        ("<p>たとえば<code>卓球 初心者</code>です。</p>", "たとえば です。"),
        ("<pre><code>手話\n卓球</code></pre><p>と入れます。</p>", "と入れます。"),
        ("<p>「<kbd>しゅわ</kbd>」で<samp>手話</samp>が出ます。</p>", "「 」で が出ます。"),
        (
            '<ul data-search-ignore=""><li>手話</li><li>卓球<ul><li>台</li></ul></li></ul><p>ここから。</p>',
            "ここから。",
        ),
        ("<p data-search-ignore>手話<br>卓球<img alt='台'>球</p>ここから。", "ここから。"),
        ("<p><kbd><b>手</b>話</kbd>を</p>", "を"),
    ],
)
def test_what_a_page_quotes_is_not_what_it_is_about(html: str, words: str) -> None:
    assert plain_words(html) == words


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>手<strong>話</strong>の会</p>", "手話の会"),
        ("<ul><li>手話</li><li>卓球</li></ul>", "手話 卓球"),
        ("<td>手話</td><td>卓球</td>", "手話 卓球"),
        ("手話<br>卓球<br/>将棋", "手話 卓球 将棋"),
        ("<ruby>手話<rp>（</rp><rt>しゅわ</rt><rp>）</rp></ruby>", "手話 しゅわ"),
        ("5 &lt; 6 &amp;&#12288;7", "5 < 6 & 7"),
        ("<style>p {}</style>手話<script>if (a < b) go('</p>')</script>", "手話"),
        ('<a title="a > b">手話</a>', "手話"),
        ("<!-- 囲碁 > -->手話", "手話"),
    ],
)
def test_words_stay_whole_and_lines_apart(html: str, words: str) -> None:
    assert plain_words(html) == words


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>まず<kbd>手話</p><p>つぎに</p>", "まず つぎに"),
        ("<ul><li data-search-ignore>手話<li>卓球</ul>", "卓球"),
        ("<div data-search-ignore>手話<p>将棋</div>卓球", "卓球"),
        ("</kbd></p>手話</div>", "手話"),
        ("<div data-search-ignore/>手話</div>卓球", "卓球"),
        ("<p>手話 <", "手話 <"),
        ("<p>手話<!-- 終わらない -><p>卓球</p>", "手話<!-- 終わらない -> 卓球"),
    ],
)
def test_a_forgotten_end_hides_no_more_than_the_part_it_stands_in(html: str, words: str) -> None:
    assert plain_words(html) == words


@pytest.mark.parametrize("broken", ["<b>", "</i>", "<b></i>", "<a ", "<!--", "<![CDATA[", "&#", "<kbd><p>", "<a b='"])
def test_broken_html_of_any_length_comes_to_an_end(broken: str) -> None:
    assert plain_words("<p>手話</p>" + broken * 5_000).startswith("手話")


@pytest.mark.parametrize("content", CONTENTS, ids=("town", "samples")[: len(CONTENTS)])
def test_our_own_help_is_not_found_by_the_questions_that_it_quotes(content: Path) -> None:
    text = (content / "pages/help.md").read_text(encoding="utf-8").partition("# 使い方")[2]
    html = markdown.markdown(text, extensions=["attr_list", "md_in_html", "tables"])
    words = plain_words(html)
    assert "手話を習いたい" in html
    assert [word for word in ("手話", "卓球", "川そうじ", "図書館", "公園", "子ども食堂") if word in words] == []
    assert "大事な言葉を拾ってさがします" in words
