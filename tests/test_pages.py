"""What residents see: every fact in its place, every word as text, nothing that runs."""

import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.obstacles import sentence
from generator.pages.frame import NoMarks, frame, mark
from generator.settings import Center, Settings
from generator.wording.markdown import to_html, to_text
from tests.folders import EVENT, GROUP, PLACE
from tests.links import LED, NOT_LED
from tests.poured import (
    FRAME,
    LD,
    SETTINGS,
    Element,
    Elements,
    Pages,
    dead_links,
    elements,
    linked_data,
    poured,
    said,
    texts,
)
from tests.profiles import FULL_EVENT, FULL_GROUP, FULL_PLACE, yaml_text

RICH: dict[str, str | bytes] = {
    "groups/kawa-akari.yaml": yaml_text(FULL_GROUP | {"photos": [], "documents": []}),
    "events/tanemaki.yaml": yaml_text(FULL_EVENT | {"photos": []}),
    "places/kawabe.yaml": yaml_text(FULL_PLACE),
}
GROUP_PAGE, EVENT_PAGE, PLACE_PAGE = (
    f"{name}/index.html" for name in ("groups/kawa-akari", "events/tanemaki", "places/kawabe")
)


HIDDEN = {f"{name}/index.html" for name in ("problems", "shortlist", "styleguide", "grants")}


def _other(name: str, kana: str = "はな", **lines: str) -> str:
    text = GROUP.replace("川あかりの会", name).replace("かわあかりのかい", kana)
    for key, value in lines.items():
        text = re.sub(rf"^{key}: .*\n", "", text, flags=re.MULTILINE) + f"{key}: {value}\n"
    return text


# --- Hostile words ---------------------------------------------------------------------------------------------

WORDS = (
    "<script>alert(1)</script>",
    "\"><img src=x onerror='alert(1)'>",
    "' onmouseover='alert(1)",
    "</script></title></textarea><svg onload=alert(1)>",
    "[[hiroba:body]][[hiroba:head]]",
    "{{ 7*7 }}{% raw %}${7*7}",
    "<iframe src=https://evil.example/></iframe>&lt;b&gt;&#60;",
    "javascript:alert(1)//",
)
MARKDOWN = """<script>alert(1)</script> <img src=x onerror=alert(1)> <b onclick=alert(1)>**太字**</b>

[押す](javascript:alert(1)) [押す](JaVaScRiPt&#58;alert(1)) [押す](data:text/html,alert(1)) <javascript:alert(1)>
![絵](https://evil.example/x.png) ![絵][a] [押す][a]

[a]: javascript:alert(1)

<iframe src="https://evil.example/"></iframe><style>*{display:none}</style>

| a | b |
"""
FREE = {
    "name", "name_en", "aliases", "summary", "note", "ages", "title", "text", "conditions", "phone_hours",
    "address", "caption", "alt", "audience_note", "capacity_note", "how", "rain", "part_of", "organizer",
    "hours", "access", "fee_note", "equipment",
}  # fmt: skip
LINKS = {"url", "website", "form", "online"}


def _hostile(data: Any, words: str, name: str = "") -> Any:
    if isinstance(data, dict):
        return {key: _hostile(value, words, key) for key, value in data.items()}
    if isinstance(data, list):
        return [_hostile(each, words, name) for each in data]
    if name == "description":
        return MARKDOWN + words
    if name in LINKS:
        return f"https://example.org/{words.replace(' ', '')}"
    return words if name in FREE else data


def _hostile_pages(tmp_path: Path, words: str) -> Pages:
    group = _hostile(FULL_GROUP | {"photos": [], "documents": []}, words)
    event = _hostile(FULL_EVENT | {"photos": []}, words)
    group["contact"]["email"] = re.sub(r"[\s@()<>\[\],;:]", "", words) + "@example.org"
    files = {
        "groups/kawa-akari.yaml": yaml_text(group),
        "events/tanemaki.yaml": yaml_text(event),
        "places/kawabe.yaml": yaml_text(_hostile(FULL_PLACE, words)),
    }
    return poured(tmp_path, files)


def _is_ours(element: Element) -> bool:
    address = element.attributes.get("src", "")
    is_module = set(element.attributes) == {"src", "type"} and element.attributes["type"] == "module"
    return is_module and bool(re.fullmatch(r"(\.\./)*assets/[a-z-]+-[0-9a-f]{8}\.js", address))


@pytest.mark.parametrize("words", WORDS)
def test_hostile_words_are_shown_as_words_and_never_run(tmp_path: Path, words: str) -> None:
    pages = _hostile_pages(tmp_path, words)
    for html in pages.values():
        for element in Elements(html).all:
            assert element.tag not in ("iframe", "object", "embed", "style", "base", "textarea")
            assert element.tag != "script" or element.attributes == {"type": LD} or _is_ours(element)
            assert element.tag != "img"
            assert not [name for name in element.attributes if name.startswith("on") or name == "style"]
            for name in ("href", "src", "action"):
                assert not re.match(r"\s*(javascript|data|vbscript):", element.attributes.get(name, ""), re.IGNORECASE)
        assert len(elements(html, "main")) == len(elements(html, "title")) == 1
        assert "49" not in "".join(texts(html, "h1"))
    assert words in texts(pages[GROUP_PAGE], "h1")[0]
    assert words in texts(pages[EVENT_PAGE], "h1")[0]
    assert words in texts(pages[PLACE_PAGE], "h1")[0]
    assert texts(pages[GROUP_PAGE], "title") == [f"{words}｜ためしの広場"]
    assert linked_data(pages[GROUP_PAGE])[0]["name"] == words


# --- Descriptions ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**「重要」**です。", "<p><strong>「重要」</strong>です。</p>"),
        ("これは**川の会（仮）**です", "<p>これは<strong>川の会（仮）</strong>です</p>"),
        ("*強く*、**太く**。", "<p><em>強く</em>、<strong>太く</strong>。</p>"),
        ("一行目\n二行目\n\n次の段落", "<p>一行目<br>\n二行目</p>\n<p>次の段落</p>"),
        ("持ち物：\n- 長ぐつ\n- 水", "<p>持ち物：</p>\n<ul>\n<li>長ぐつ</li>\n<li>水</li>\n</ul>"),
        ("1. はじめに\n2. つぎに", "<ol>\n<li>はじめに</li>\n<li>つぎに</li>\n</ol>"),
        ("# 大\n\n## 中\n\n### 小", "<h3>大</h3>\n<h3>中</h3>\n<h4>小</h4>"),
        ("2 < 3 & 4 > 1", "<p>2 &lt; 3 &amp; 4 &gt; 1</p>"),
        ("[川](https://example.org/)", '<p><a href="https://example.org/" rel="nofollow noopener">川</a></p>'),
        (
            "[川](https://example.org/?a=1&b=2)",
            '<p><a href="https://example.org/?a=1&amp;b=2" rel="nofollow noopener">川</a></p>',
        ),
        ("[押す](javascript:alert(1))", "<p>押す</p>"),
        ("![絵](x.png)", "<p>![絵](x.png)</p>"),
        ("<b>太字</b>", "<p>&lt;b&gt;太字&lt;/b&gt;</p>"),
        ("    字下げ", "<p>字下げ</p>"),
        ("上\n\n    字下げ", "<p>上</p>\n<p>字下げ</p>"),
        ("**川**と**森**を*歩く*会", "<p><strong>川</strong>と<strong>森</strong>を<em>歩く</em>会</p>"),
        ("「**川**」、**「森」**！", "<p>「<strong>川</strong>」、<strong>「森」</strong>！</p>"),
        ("3 * 4 * 5", "<p>3 * 4 * 5</p>"),
        (r"\*川\*", "<p>*川*</p>"),
        ("file_name_of_it", "<p>file_name_of_it</p>"),
        ("`川` ~~森~~", "<p>`川` ~~森~~</p>"),
        ("&amp; &#42;川&#42;", "<p>&amp;amp; &amp;#42;川&amp;#42;</p>"),
        ("[a]: https://example.org/\n\n[a]", "<p>[a]: https://example.org/</p>\n<p>[a]</p>"),
        ("題\n---\n*文*", "<p>題<br>\n---<br>\n<em>文</em></p>"),
    ],
)
def test_descriptions_are_small_markdown_that_knows_japanese(text: str, html: str) -> None:
    assert str(to_html(text)) == html


@pytest.mark.parametrize(
    "piece", ["- ", "1. ", "> ", ">", "*", "**", "[", "[a](", "`", "_a", "#", "<", "- > ", "\n\n  - a"]
)
def test_no_description_however_strange_stops_a_build_or_spoils_the_next_one(piece: str) -> None:
    to_html((piece * 4000)[:4000])
    assert str(to_html("**太字**")) == "<p><strong>太字</strong></p>"


@given(st.text("ab川*_`[]()<>!#-+1. \n\t>&\\\"'/:x\x02\x03", max_size=80))
def test_a_description_holds_only_the_few_tags_that_are_allowed(text: str) -> None:
    found = Elements(str(to_html(text))).all
    assert {e.tag for e in found} <= {"p", "br", "ul", "ol", "li", "strong", "em", "a", "h3", "h4", "blockquote"}
    assert {name for e in found for name in e.attributes} <= {"href", "rel"}


@pytest.mark.parametrize("address", LED)
def test_a_link_leads_to_a_page_a_mail_or_a_call(address: str) -> None:
    (link,) = [e for e in Elements(str(to_html(f"[外]({address})です"))).all if e.tag == "a"]
    assert unquote(link.attributes["href"] or "") == address


@pytest.mark.parametrize("address", NOT_LED)
def test_a_link_that_leads_elsewhere_than_it_says_is_only_its_words(address: str) -> None:
    for text in (f"[外]({address})です", f"[外](<{address}>)です", f"[外]( {address} )です"):
        assert str(to_html(text)) == "<p>外です</p>"


def test_search_gets_a_description_without_its_marks() -> None:
    assert to_text("## 活動\n\n**毎月**、[川](https://example.org/)で\n- 掃除 & 観察") == "活動 毎月、川で 掃除 & 観察"


# --- A group's page --------------------------------------------------------------------------------------------


def test_a_group_page_tells_its_facts_in_the_order_in_which_people_look(tmp_path: Path) -> None:
    html = poured(tmp_path, RICH)[GROUP_PAGE]
    rows = [e.text for e in elements(html, "th") if e.attributes.get("scope") == "row"]
    assert rows == [
        "いつ・どこで",
        "地域",
        "対象",
        "費用",
        "会員",
        "法人番号",
        "設立",
        "話せる言葉",
        "バリアフリー対応",
    ]
    parts = ["いつ", "参加するには", "募集しています", "活動の引き継ぎ", "活動の紹介", "団体どうしの助け合い"]
    places = [html.index(part) for part in parts]
    assert places == sorted(places)


def test_a_group_page_says_everything_its_profile_says(tmp_path: Path) -> None:
    (words,) = texts(poured(tmp_path, RICH)[GROUP_PAGE], "main")
    for told in (
        "川あかりの会", "かわあかりのかい", "River Light", "あかり会", "NPO法人", "環境の保全", "子ども",
        "市内全域", "川辺の花を世話しています。", "種をまく", "第2・第4土曜日", "9:00", "川辺の家",
        "雨の日は翌週です。", "25人", "うち市内20人", "10代から80代", "1,000円", "2,000円", "500円", "300円",
        "材料費は実費です", "2004年", "水やりを手伝う方", "週に一度、30分です。", "毎週水曜 7:00", "3月31日",
        "5人", "初心者歓迎", "高校生以上", "長ぐつをお持ちください", "代表を引き継ぐ方を探しています",
        "テントをお貸しします", "運ぶ人手がほしい", "042-000-0011", "平日 10:00-16:00", "042-000-0012",
        "akari@example.org", "Instagram", "清瀬市中里", "英語", "車いす可", "We grow flowers.",
        "自発的・自主的な活動です", "2026年", "花の種まき",
    ):  # fmt: skip
        assert told in words


@pytest.mark.parametrize(
    ("whole", "said"), [("村内全域", "うち村内20人"), ("区内全域", "うち区内20人"), ("まち全体", "うち市内20人")]
)
def test_who_lives_here_is_said_as_the_widest_area_is_called(tmp_path: Path, whole: str, said: str) -> None:
    terms = f"  citywide: {{label: {whole}, label_en: All}}\n  kiyose: {{label: 学区, label_en: School}}\n"
    areas = f"label: 地域\nlabel_en: Area\nterms:\n{terms}"
    (words,) = texts(poured(tmp_path, {**RICH, "vocabulary/areas.yaml": areas})[GROUP_PAGE], "main")
    assert said in words


def test_a_short_profile_makes_a_page_without_empty_parts(tmp_path: Path) -> None:
    html = poured(tmp_path)[GROUP_PAGE]
    assert [e.text for e in elements(html, "th")] == ["地域"]
    assert not {"募集しています", "活動の引き継ぎ", "ほかの言葉で", "団体どうしの助け合い"} & set(texts(html, "h2"))
    assert [e for e in elements(html) if e.tag in ("h2", "dd", "td", "li") and not e.text] == []


def test_a_group_that_is_reached_through_the_centre_shows_the_numbers_of_the_centre(tmp_path: Path) -> None:
    settings = SETTINGS.model_copy(update={"center": Center(name="みんなのセンター", phone="042-000-0100")})
    group = GROUP.replace("phone: 042-000-0011", "via: センター")
    html = poured(tmp_path, {"groups/kawa-akari.yaml": group}, settings=settings)[GROUP_PAGE]
    assert "みんなのセンターがお取り次ぎします" in texts(html, "section", "join")[0]
    assert "tel:0420000100" in [e.attributes.get("href") for e in elements(html, "a")]


def test_translations_carry_their_language_for_screen_readers(tmp_path: Path) -> None:
    data = FULL_GROUP | {"photos": [], "documents": [], "translations": {"en": {"name": "A"}, "easy": {"name": "や"}}}
    html = poured(tmp_path, {"groups/kawa-akari.yaml": yaml_text(data)})[GROUP_PAGE]
    assert [e.attributes["lang"] for e in elements(html, "div", "translation")] == ["en", "ja"]


def test_a_profile_of_long_ago_asks_readers_to_make_sure(tmp_path: Path) -> None:
    old = {"groups/kawa-akari.yaml": GROUP + "confirmed: 2025-04-01\n"}
    html = poured(tmp_path, old)[GROUP_PAGE]
    assert texts(html, "p", "stale")
    assert "2025年（令和7年）4月" in texts(html, "p", "stale")[0]
    new = {"groups/kawa-akari.yaml": GROUP + "confirmed: 2026-04-01\n"}
    assert not texts(poured(tmp_path / "new", new)[GROUP_PAGE], "p", "stale")


@pytest.mark.parametrize(("status", "notice"), [("resting", "お休み"), ("ended", "活動を終えました")])
def test_a_group_that_does_not_meet_now_says_so_first(tmp_path: Path, status: str, notice: str) -> None:
    pages = poured(tmp_path, {"groups/kawa-akari.yaml": GROUP + f"status: {status}\n"})
    assert notice in texts(pages[GROUP_PAGE], "p", "notice")[0]
    assert ("川あかりの会" in pages["groups/index.html"]) == (status == "resting")


def test_near_groups_are_shown_with_a_reason_and_never_the_group_itself(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"groups/hana-{n}.yaml": _other(f"花の会{n}", fields="[environment]", areas="[kiyose]") for n in range(5)
    }
    files["groups/end.yaml"] = _other("終わった会", status="ended")
    files["groups/uta.yaml"] = _other(
        "歌の会", fields="[hobby]", areas="[kiyose]", meetings="{when: 毎週月曜, place: kawabe}"
    )
    files["groups/oto.yaml"] = _other(
        "音の会", fields="[welfare]", areas="[citywide]", meetings="{when: 毎週火曜, place: kawabe}"
    )
    pages = poured(tmp_path, files)
    for slug in ("hana-0", "kawa-akari", "uta", "oto"):
        html = pages[f"groups/{slug}/index.html"]
        near = html[html.index('id="near"') : html.index("record__foot")]
        cards = elements(near, "li", "card")
        assert 1 <= len(cards) <= 3
        assert len(texts(near, "p", "card__reason")) == len(cards)
        assert all(reason.startswith("同じ") for reason in texts(near, "p", "card__reason"))
        assert f"groups/{slug}/" not in near
        assert "終わった会" not in near
    assert texts(pages["groups/uta/index.html"], "p", "card__reason") == ["同じ場所"]


# --- Lists -----------------------------------------------------------------------------------------------------


def test_every_card_says_when_the_group_meets(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "groups/a.yaml": _other("ア", meetings="毎月第2・第4土曜 9:00-12:00"),
        "groups/b.yaml": _other("イ", meetings="{when: 毎週月曜 19:00-21:00, place: kawabe}"),
        "groups/c.yaml": _other("ウ", meetings="[毎週月曜, 毎週火曜]"),
    }
    html = poured(tmp_path, files)["groups/index.html"]
    lines = dict(zip(texts(html, "h3", "card__name"), texts(html, "p", "card__line"), strict=True))
    assert len(lines) == 4
    assert lines["川あかりの会"] == "活動日は団体におたずねください"
    assert lines["ア"] == "第2・第4土曜日 午前"
    assert re.fullmatch("毎週月曜日 夜 川辺の家", lines["イ"])
    assert lines["ウ"] == "毎週月曜日ほか"


def test_groups_stand_in_the_order_of_their_readings(tmp_path: Path) -> None:
    names = {"ば": "はな", "ぱ": "ぱん", "は": "ばら", "あ": "アオ", "が": "がっこう", "か": "かがみ", "ん": "をとめ"}
    files: dict[str, str | bytes] = {
        f"groups/g{n}.yaml": _other(f"会{kana}", kana) for n, kana in enumerate(names.values())
    }
    html = poured(tmp_path, files)["groups/index.html"]
    shown = [e.text for e in elements(html, "p", "kana")]
    expected = ["あお", "かがみ", "がっこう", "かわあかりのかい", "はな", "ばら", "ぱん", "をとめ"]
    assert shown == expected
    assert texts(html, "h2", "row-title") == ["あ行", "か行", "は行", "わ行"]


def test_a_list_of_many_groups_goes_on_over_several_pages_and_names_each_group_once(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"groups/g{n:03}.yaml": _other(f"会{n:03}") for n in range(204)}
    pages = poured(tmp_path, files)
    names = ["groups/index.html", "groups/index-2.html", "groups/index-3.html"]
    shown = [[e.text for e in elements(pages[name], "h3", "card__name")] for name in names]
    assert [len(each) for each in shown] == [100, 100, 5]
    assert len({name for each in shown for name in each}) == 205
    pager = [
        [e.attributes.get("aria-current") for e in elements(pages[n], "a") if e.text in ("1", "2", "3")] for n in names
    ]
    assert pager == [["page", None, None], [None, "page", None], [None, None, "page"]]
    assert "fields/environment/index-3.html" in pages
    assert "groups/index-4.html" not in pages
    assert "（2ページ目）" in texts(pages[names[1]], "title")[0]


def test_groups_are_listed_by_field_area_kind_and_time_with_true_counts(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "groups/a.yaml": _other("ア", fields="[welfare, environment]", meetings="毎週土曜 10:00-11:00"),
        "groups/b.yaml": _other("イ", areas="[kiyose, citywide]", kind="npo"),
    }
    pages = poured(tmp_path, files)
    assert "福祉の団体 1団体" in texts(pages["fields/welfare/index.html"], "h1")[0]
    assert "環境の保全の団体 3団体" in texts(pages["fields/environment/index.html"], "h1")[0]
    assert "清瀬小学校区で活動する団体 1団体" in texts(pages["areas/kiyose/index.html"], "h1")[0]
    assert "NPO法人 1団体" in texts(pages["kinds/npo/index.html"], "h1")[0]
    assert "土曜の午前に活動する団体 1団体" in texts(pages["times/saturday-morning/index.html"], "h1")[0]
    assert "fields/hobby/index.html" not in pages
    assert "times/sunday-evening/index.html" not in pages


def test_every_link_between_poured_pages_leads_somewhere(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        **RICH,
        "groups/end.yaml": _other("終わった会", fields="[hobby]", areas="[kiyose]", kind="npo", status="ended"),
        "events/old.yaml": EVENT.replace("2026-12-05", "2026-01-05").replace("kawa-akari", "end"),
        "places/far.yaml": PLACE.replace("川辺の家", "遠い家"),
    }
    pages = poured(tmp_path, files)
    # Pages written by hand, styles and scripts are MkDocs' own and not here.
    written = {"register/", "assets/"}
    read = {name: Elements(html) for name, html in pages.items()}
    dead = [link for link in dead_links(read, tmp_path / "stage") if not any(w in link for w in written)]
    assert dead == []


def test_an_empty_directory_still_makes_a_site(tmp_path: Path) -> None:
    from generator.build import finish, load
    from tests.poured import theme

    finish(load(tmp_path, "content", date(2026, 11, 23)), tmp_path, SETTINGS, theme(), tmp_path / "s", searchable=False)
    assert "まだ団体が登録されていません" in (tmp_path / "s/groups/index.html").read_text(encoding="utf-8")


# --- Events ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "coming"), [(date(2026, 11, 23), True), (date(2026, 12, 5), True), (date(2026, 12, 6), False)]
)
def test_an_event_leaves_the_coming_lists_on_the_day_after_it(tmp_path: Path, today: date, coming: bool) -> None:
    pages = poured(tmp_path, {"events/tanemaki.yaml": EVENT + "place: kawabe\n"}, today=today)
    for name in ("events/index.html", GROUP_PAGE, PLACE_PAGE):
        assert ("花の種まき" in said(pages[name])) == coming
    assert ("events/past.html" in pages) == (not coming)
    assert coming or "花の種まき" in said(pages["events/past.html"])
    assert ("このイベントは終わりました" in pages[EVENT_PAGE]) == (not coming)
    assert EVENT_PAGE in pages


def test_an_event_of_several_days_stays_until_its_last_day_and_shows_today(tmp_path: Path) -> None:
    event = EVENT.replace("2026-12-05 10:00-12:00", "{start_date: 2026-12-05, end_date: 2026-12-20}")
    html = poured(tmp_path, {"events/tanemaki.yaml": event}, today=date(2026, 12, 10))["events/index.html"]
    assert texts(html, "span", "date__day") == ["10"]
    assert "12月20日（日）まで" in texts(html, "p", "event__when")[0]


def test_a_recurring_event_gives_its_next_days_and_no_more_of_the_list_than_that(tmp_path: Path) -> None:
    event = EVENT.replace("2026-12-05 10:00-12:00", "{repeat: 毎月第1水曜 14:00-15:30, start_date: 2026-04-01}")
    pages = poured(tmp_path, {"events/tanemaki.yaml": event})
    cards = list(
        zip(
            texts(pages["events/index.html"], "span", "date__month"),
            texts(pages["events/index.html"], "span", "date__day"),
            strict=True,
        )
    )
    assert cards == [("12月", "2"), ("1月", "6"), ("2月", "3")]
    assert "2026年12月2日（水） 14:00" in texts(pages[EVENT_PAGE], "ul", "days")[0]
    assert "毎月第1水曜日 14:00〜15:30" in pages[EVENT_PAGE]
    assert texts(pages[GROUP_PAGE], "span", "date__day") == ["2"]


def test_coming_events_stand_in_the_order_of_their_days_and_times(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"events/e{n}.yaml": EVENT.replace("花の種まき", title).replace("2026-12-05 10:00-12:00", when)
        for n, (title, when) in enumerate(
            [("夕", "2026-12-01 18:00"), ("朝", "2026-12-01 9:00"), ("年明け", "2027-01-02"), ("前", "2026-11-30")]
        )
    }
    html = poured(tmp_path, files)["events/index.html"]
    assert texts(html, "h3", "event__title") == ["前", "朝", "夕", "花の種まき", "年明け"]
    assert texts(html, "h2", "row-title") == ["2026年（令和8年）11月", "2026年（令和8年）12月", "2027年（令和9年）1月"]


@pytest.mark.parametrize(("status", "word"), [("cancelled", "中止"), ("postponed", "延期"), ("full", "満席")])
def test_an_event_that_does_not_take_place_as_planned_says_so_wherever_it_is_named(
    tmp_path: Path, status: str, word: str
) -> None:
    pages = poured(tmp_path, {"events/tanemaki.yaml": EVENT + f"status: {status}\n"})
    for name in ("events/index.html", GROUP_PAGE):
        assert texts(pages[name], "span", "state") == [word]
    assert texts(pages[EVENT_PAGE], "p", "notice") == [word]


def test_an_event_page_says_everything_its_profile_says(tmp_path: Path) -> None:
    (words,) = texts(poured(tmp_path, RICH)[EVENT_PAGE], "main")
    for told in (
        "花の種まき", "はなのたねまき", "生活と環境", "川あかりの会", "花を育てる有志", "12月5日（土）",
        "10:00", "受付は9時30分から", "12月12日", "毎月第1水曜", "川辺の家", "清瀬市中里1丁目",
        "春に咲く花の種をまきます。", "道具はこちらで用意します。", "どなたでも", "小学3年生以上", "30人",
        "先着順", "500円", "材料費として", "申し込みが必要です", "電話でお知らせください", "042-000-0011",
        "042-000-0012", "akari@example.org", "11月10日", "12月1日", "小雨決行", "車いす可", "英語",
        "夏の体験ボランティア", "オンライン",
    ):  # fmt: skip
        assert told in words


def test_the_note_of_an_event_with_one_date_is_on_its_page(tmp_path: Path) -> None:
    event = EVENT.replace("2026-12-05 10:00-12:00", "{moment: 2026-12-05 10:00-12:00, note: 受付は9時30分から}")
    html = poured(tmp_path, {"events/tanemaki.yaml": event})[EVENT_PAGE]
    assert texts(html, "p", "event-note") == ["受付は9時30分から"]
    assert "日程" not in texts(html, "h2")


def test_every_day_that_was_written_down_is_on_the_page_those_that_are_over_last(tmp_path: Path) -> None:
    days = [f"2026-11-{day:02}" for day in (21, 22)] + [f"2026-12-{day:02}" for day in range(1, 15)]
    event = EVENT.replace("2026-12-05 10:00-12:00", f"[{', '.join(days)}]")
    html = poured(tmp_path, {"events/tanemaki.yaml": event})[EVENT_PAGE]
    listed = texts(html, "ul", "days")[0]
    assert [day for day in range(1, 15) if f"2026年12月{day}日" not in listed] == []
    assert "11月21日" not in listed
    assert "終わった回：2026年11月21日（土）、2026年11月22日（日）" in said(html)


def test_a_series_says_from_when_to_when_it_goes_and_its_note_once(tmp_path: Path) -> None:
    series = "{repeat: 毎週水曜, start_date: 2026-12-02, end_date: 2027-02-24, start_time: '14:00', note: 全員で}"
    event = EVENT.replace("2026-12-05 10:00-12:00", series)
    words = said(poured(tmp_path, {"events/tanemaki.yaml": event})[EVENT_PAGE])
    assert "毎週水曜日 14:00〜（2026年12月2日（水）から2027年2月24日（水）まで）（全員で）" in words
    assert words.count("全員で") == 1


def test_a_photo_of_an_event_without_a_description_is_shown(tmp_path: Path) -> None:
    event = EVENT + "photos: {file: a.jpg, alt: 川の絵}\n"
    html = poured(tmp_path, {"events/tanemaki.yaml": event, "events/a.jpg": _photo()})[EVENT_PAGE]
    assert [e.attributes["alt"] for e in elements(html, "img")] == ["川の絵"]


def test_a_place_page_says_everything_its_profile_says(tmp_path: Path) -> None:
    html = poured(tmp_path, RICH)[PLACE_PAGE]
    (words,) = texts(html, "main")
    for told in (
        "川辺の家", "かわべのいえ", "ホール・会館", "清瀬市中里1丁目", "清瀬駅から歩いて4分", "042-000-0099",
        "9:00〜21:30", "川のそばの家です。", "会議室1", "24人", "無料", "ホワイトボード", "プロジェクター",
        "車いす可", "川あかりの会", "花の種まき",
    ):  # fmt: skip
        assert told in words
    assert any("mlat=35.7725" in e.attributes.get("href", "") for e in elements(html, "a"))


def test_the_front_page_shows_the_week_and_looks_further_when_the_week_is_empty(tmp_path: Path) -> None:
    near = poured(tmp_path / "a", today=date(2026, 11, 29))["index.html"]
    assert "今週のイベント" in texts(near, "h2")
    far = poured(tmp_path / "b", today=date(2026, 11, 20))["index.html"]
    assert "これからのイベント" in texts(far, "h2")
    assert "花の種まき" in said(far)
    none = poured(tmp_path / "c", today=date(2026, 12, 20))["index.html"]
    assert not {"今週のイベント", "これからのイベント"} & set(texts(none, "h2"))


@pytest.mark.parametrize("page", ["index.html", "search/index.html"])
def test_an_example_of_a_search_asks_for_itself_whatever_signs_are_in_it(tmp_path: Path, page: str) -> None:
    words = ("a&b=c#d", "50% 引き", "C++", "手話")
    html = poured(tmp_path, settings=SETTINGS.model_copy(update={"search_examples": words}))[page]
    links = [e for e in elements(html, "a") if "search/?" in e.attributes.get("href", "")]
    asked = {e.text: parse_qs(urlsplit(e.attributes["href"]).query) for e in links}
    assert asked == {word: {"q": [word]} for word in words}
    assert [urlsplit(e.attributes["href"]).fragment for e in links] == [""] * len(words)


# --- For machines ----------------------------------------------------------------------------------------------


def test_every_record_carries_linked_data_with_what_search_engines_require(tmp_path: Path) -> None:
    pages = poured(tmp_path, RICH)
    (group,) = linked_data(pages[GROUP_PAGE])
    assert (group["@context"], group["@type"], group["name"]) == ("https://schema.org", "NGO", "川あかりの会")
    assert group["url"] == "https://hiroba.example.org/groups/kawa-akari/"
    assert (group["telephone"], group["foundingDate"]) == ("042-000-0011", "2004-04")
    assert group["identifier"]["value"] == "8000012010038"
    (event,) = linked_data(pages[EVENT_PAGE])
    assert (event["@type"], event["name"]) == ("Event", "花の種まき")
    assert (event["startDate"], event["endDate"]) == ("2026-12-05T10:00:00+09:00", "2026-12-05T12:00:00+09:00")
    assert event["location"]["name"] == "川辺の家"
    assert event["location"]["address"]["streetAddress"] == "中里1丁目"
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert event["offers"]["price"] == "500"
    assert event["organizer"][0]["url"] == "https://hiroba.example.org/groups/kawa-akari/"
    (place,) = linked_data(pages[PLACE_PAGE])
    assert (place["@type"], place["geo"]["latitude"]) == ("Place", 35.7725)
    assert place["address"]["addressLocality"] == "清瀬市"


@pytest.mark.parametrize(
    ("address", "region", "city", "street"),
    [
        ("埼玉県志木市中宗岡1丁目", "埼玉県", "志木市", "中宗岡1丁目"),
        ("志木市", None, "志木市", None),
        ("元町1丁目", "東京都", "清瀬市", "元町1丁目"),
    ],
)
def test_an_event_elsewhere_keeps_its_city(
    tmp_path: Path, address: str, region: str | None, city: str, street: str | None
) -> None:
    html = poured(tmp_path, {"events/tanemaki.yaml": f"{EVENT}place: 駅前の広場\naddress: {address}\n"})[EVENT_PAGE]
    (event,) = linked_data(html)
    told = event["location"]["address"]
    assert (told.get("addressRegion"), told["addressLocality"], told.get("streetAddress")) == (region, city, street)
    assert address in said(html)


def test_an_event_with_nothing_but_an_address_shows_it(tmp_path: Path) -> None:
    html = poured(tmp_path, {"events/tanemaki.yaml": f"{EVENT}address: 埼玉県志木市\n"})[EVENT_PAGE]
    assert "埼玉県志木市" in said(html)


def test_a_telephone_says_whose_it_is(tmp_path: Path) -> None:
    group = GROUP.replace("phone: 042-000-0011", "phone: 042-000-0011（水野公民館）\n  fax: 042-000-0012（同館）")
    event = f"{EVENT}booking:\n  phone: 042-000-0013 内線5（係の窓口）\n"
    pages = poured(tmp_path, {"groups/kawa-akari.yaml": group, "events/tanemaki.yaml": event})
    assert "042-000-0011水野公民館" in said(pages[GROUP_PAGE])
    assert "042-000-0012（同館）" in said(pages[GROUP_PAGE])
    assert "042-000-0013内線5 係の窓口" in said(pages[EVENT_PAGE])


def test_a_group_that_answers_that_it_seeks_nobody_is_not_among_those_who_do(tmp_path: Path) -> None:
    pages = poured(tmp_path, {"groups/kawa-akari.yaml": f"{GROUP}recruiting: 無\n"})
    assert "募集しています" not in said(pages[GROUP_PAGE])
    assert "川あかりの会" not in said(pages["wanted/index.html"])


def test_linked_data_never_holds_empty_facts(tmp_path: Path) -> None:
    for html in poured(tmp_path).values():
        for data in linked_data(html):
            assert not [name for name, value in data.items() if value in (None, "", [], {})]


@pytest.mark.parametrize(
    ("extra", "fact", "value"),
    [
        ("status: cancelled\n", "eventStatus", "https://schema.org/EventCancelled"),
        ("online: https://example.org/live\n", "eventAttendanceMode", "https://schema.org/OnlineEventAttendanceMode"),
        ("fee: {amount: 無料}\n", "isAccessibleForFree", True),
        ("place: 広場\n", "eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode"),
    ],
)
def test_linked_data_says_how_an_event_takes_place(tmp_path: Path, extra: str, fact: str, value: object) -> None:
    (event,) = linked_data(poured(tmp_path, {"events/tanemaki.yaml": EVENT + extra})[EVENT_PAGE])
    assert event[fact] == value


def test_the_sitemap_names_every_page_once_and_nothing_else(tmp_path: Path) -> None:
    pages = poured(tmp_path, RICH, preview=True)
    tree = ElementTree.fromstring((tmp_path / "stage/sitemap.xml").read_text(encoding="utf-8"))
    found = [e.text or "" for e in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(set(found)) == len(found)
    shown = {name.removesuffix("index.html") for name in pages if name not in HIDDEN}
    assert set(found) == {f"https://hiroba.example.org/{name}" for name in shown}


def test_a_page_says_in_its_head_what_it_is(tmp_path: Path) -> None:
    html = poured(tmp_path, RICH)[GROUP_PAGE]
    meta = {
        e.attributes.get("name", e.attributes.get("property")): e.attributes.get("content")
        for e in elements(html, "meta")
    }
    assert meta["description"] == meta["og:description"] == "川辺の花を世話しています。"
    assert (meta["og:title"], meta["og:locale"]) == ("川あかりの会", "ja_JP")
    assert meta["og:url"] == "https://hiroba.example.org/groups/kawa-akari/"
    links = {e.attributes.get("rel"): e.attributes["href"] for e in elements(html, "link")}
    assert links["canonical"] == "https://hiroba.example.org/groups/kawa-akari/"


def test_a_site_that_does_not_know_its_address_claims_none(tmp_path: Path) -> None:
    pages = poured(tmp_path, settings=Settings())
    links = [e for html in pages.values() for e in elements(html, "link")]
    assert {e.attributes["rel"] for e in links} == {"stylesheet", "modulepreload", "alternate"}
    assert all(e.attributes["href"].startswith("../") for e in links if e.attributes["rel"] == "alternate")
    assert "<loc>" not in (tmp_path / "stage/sitemap.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [GROUP_PAGE, EVENT_PAGE, PLACE_PAGE])
def test_every_record_leads_to_its_yaml_on_the_code_host(tmp_path: Path, page: str) -> None:
    html = poured(tmp_path)[page]
    source = f"https://code.example.org/hiroba/blob/main/content/{page.removesuffix('/index.html')}.yaml"
    assert source in [e.attributes.get("href") for e in elements(html, "a", "source-link")]


def test_the_preview_shows_problems_as_words_and_keeps_them_from_search_engines(tmp_path: Path) -> None:
    bad = GROUP.replace("volunteer", "<script>alert(1)</script>")
    html = poured(tmp_path, {"groups/bad.yaml": bad}, preview=True)["problems/index.html"]
    assert "「<script>alert(1)</script>」という団体の種類はありません。" in texts(html, "main")[0]
    assert elements(html, "script") == []
    assert "noindex" in [e.attributes.get("content") for e in elements(html, "meta")]
    assert "content/groups/bad.yaml 3行目 unknown-term" in texts(html, "p", "problem__where")[0]


# --- Pictures --------------------------------------------------------------------------------------------------


def _photo(size: tuple[int, int] = (1600, 800), kind: str = "JPEG") -> bytes:
    """A picture that was taken with the camera on its side, with a position and a comment in it."""
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", size, "teal").save(
        stream, kind, exif=exif, **({"comment": b"SecretHome"} if kind == "JPEG" else {})
    )
    return stream.getvalue()


PHOTO: dict[str, str | bytes] = {"groups/kawa-akari.yaml": GROUP + "photos: {file: a.jpg, alt: 川の絵, caption: 秋}\n"}


def test_a_published_photo_is_upright_and_small_and_keeps_no_secret_of_the_camera(tmp_path: Path) -> None:
    html = poured(tmp_path, {**PHOTO, "groups/a.jpg": _photo()})[GROUP_PAGE]
    (image,) = elements(html, "img")
    assert (image.attributes["alt"], image.attributes["loading"]) == ("川の絵", "lazy")
    files = sorted((tmp_path / "stage/media").iterdir())
    assert len(files) == 2
    for file in files:
        assert b"Secret" not in file.read_bytes()
        with Image.open(file) as published:
            assert not published.getexif()
            assert published.height == 2 * published.width
            assert published.width <= 1200
    shown = (tmp_path / "stage/groups/kawa-akari" / image.attributes["src"]).resolve()
    assert shown in [file.resolve() for file in files]


def test_equal_photos_are_published_once(tmp_path: Path) -> None:
    files = {**PHOTO, "groups/b.yaml": _other("花の会", photos="{file: b.jpg, alt: 同じ絵}")}
    poured(tmp_path, {**files, "groups/a.jpg": _photo(), "groups/b.jpg": _photo()})
    assert len(list((tmp_path / "stage/media").iterdir())) == 2


@pytest.mark.parametrize("data", [None, b"", b"\xff\xd8\xff\xe0broken", _photo()[:500], b"\x89PNG\r\n\x1a\n\x00\x00"])
def test_a_photo_that_cannot_be_read_is_left_out_of_a_preview(tmp_path: Path, data: bytes | None) -> None:
    files: dict[str, str | bytes] = {**PHOTO, **({"groups/a.jpg": data} if data is not None else {})}
    assert elements(poured(tmp_path, files, preview=True)[GROUP_PAGE], "img") == []


def test_a_preview_never_shows_a_file_from_outside_its_folder(tmp_path: Path) -> None:
    group = GROUP + "photos: {file: ../../a.jpg, alt: 絵}\ndocuments: {file: ../../a.pdf, title: 会報}\n"
    pages = poured(
        tmp_path, {"groups/kawa-akari.yaml": group, "../a.jpg": _photo(), "../a.pdf": b"%PDF-1.7"}, preview=True
    )
    assert elements(pages[GROUP_PAGE], "img") == []
    assert not (tmp_path / "stage/media").exists()


def test_a_document_that_is_not_there_does_not_stop_a_preview(tmp_path: Path) -> None:
    pages = poured(
        tmp_path, {"groups/kawa-akari.yaml": GROUP + "documents: {file: a.pdf, title: 会報}\n"}, preview=True
    )
    assert "media/" not in pages[GROUP_PAGE]


def test_a_document_is_offered_with_its_title_and_size(tmp_path: Path) -> None:
    group = GROUP + "documents: {file: a.pdf, title: 会報 第12号}\n"
    html = poured(tmp_path, {"groups/kawa-akari.yaml": group, "groups/a.pdf": b"%PDF-" + b"0" * 20_000})[GROUP_PAGE]
    assert "会報 第12号（PDF：19KB）" in texts(html, "a")


# --- Frames ----------------------------------------------------------------------------------------------------


def test_a_frame_gives_the_page_with_its_parts_in_the_place_of_the_marks() -> None:
    parts = {"title": "題", "description": "述", "head": "<頭>", "body": "[[hiroba:title]]", "source": ""}
    long_way = FRAME
    for name in ("title", "description", "head", "source"):
        long_way = long_way.replace(mark(name), parts[name])
    assert frame(FRAME).pour(parts) == long_way.replace(mark("body"), parts["body"])


@pytest.mark.parametrize("name", ["title", "description", "head", "body", "source", "secret"])
def test_a_mark_that_somebody_typed_is_refused_by_its_name(name: str) -> None:
    with pytest.raises(NoMarks) as refused:
        frame(FRAME + mark(name))
    assert refused.value.others == (name,)
    assert sentence(refused.value).count(f"目印 [[hiroba:{name}]] がよけいにあります。") == 1


@pytest.mark.parametrize("name", ["title", "description", "head", "body", "source"])
def test_a_theme_without_one_of_the_marks_is_refused_by_the_name_of_the_mark(name: str) -> None:
    with pytest.raises(NoMarks) as refused:
        frame(FRAME.replace(mark(name), ""))
    assert refused.value.missing == (name,)
    assert sentence(refused.value).count(f"目印 [[hiroba:{name}]] がありません。") == 1


def test_the_same_content_on_the_same_day_gives_the_same_pages(tmp_path: Path) -> None:
    assert poured(tmp_path / "a", RICH) == poured(tmp_path / "b", RICH)


def test_linked_data_is_plain_json_even_in_the_hands_of_a_careless_reader(tmp_path: Path) -> None:
    html = poured(tmp_path, {"groups/kawa-akari.yaml": _other("</script>&<!--")})[GROUP_PAGE]
    raw = re.findall(rf'<script type="{re.escape(LD)}">(.*?)</script>', html, re.DOTALL)
    assert [json.loads(text)["name"] for text in raw] == ["</script>&<!--"]
    assert not re.search("[<>&]", raw[0])
