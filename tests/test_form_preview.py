"""The form's preview says what the built page will say, whatever has been typed so far."""

import json
import random
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from generator.build import load
from generator.directory.model import Directory
from generator.kinds import FORMS
from generator.reading.strict import parse
from generator.wording.markdown import to_html
from tests.conftest import SAMPLE_DAY, Built
from tests.form.descriptions import MARKDOWN
from tests.form_table import SCRIPTS, SHOW, table
from tests.poured import poured
from tests.profiles import FULL_EVENT, FULL_GROUP, FULL_PLACE, yaml_text
from tests.scripts_alone import alone, style, take
from tests.towns import CONTENT, profile_files

pytestmark = [pytest.mark.browser, pytest.mark.site]


def told_of(content: Path) -> tuple[Directory, dict[str, Any]]:
    """The directory of a town and the table that its previews are made with."""
    settings = parse((content.parent / "mkdocs.yml").read_text(encoding="utf-8"))
    directory = load(content, "content", SAMPLE_DAY).directory
    return directory, table(directory, settings["plugins"][1]["hiroba"]["center"])


DIRECTORY, TABLE = told_of(CONTENT)


# The parts of a page that are compared, word by word; what the form does not know is not among them: other events and
# groups, grants that are open to the group, the foot of the page, sizes of documents.
PARTS = (
    *(".notice", ".record__fields", ".record__head .kicker", ".record__head h1", ".record__also", ".record__summary"),
    *(
        ".event-when",
        ".event-former",
        ".facts tr",
        ".join",
        ".wanted",
        ".block > p",
        ".prose",
        "figcaption",
        ".swap",
        ".handover",
        ".translation",
    ),
    *(".criteria", ".days li"),
)
COMPARED = """async ([kind, slug, data, table, parts]) => {
    const page = async address => new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");
    const words = (root, part) => [...root.querySelectorAll(part)].map(each => each.textContent.replace(/\\s+/g, ""));
    const box = document.getElementById("box") || document.body.appendChild(document.createElement("div"));
    box.id = "box";
    (SHOW)([kind, data, table, null, "box"]);
    const real = (await page(`/${kind}s/${slug}/`)).querySelector("article").parentNode;
    const shown = box.querySelector(".form-preview__page");
    const card = box.querySelector(".form-preview__list li");
    window.lists = window.lists || {};
    lists[kind] = lists[kind] || await page(`/${kind}s/`);
    const there = [...lists[kind].querySelectorAll("li a")];
    const listed = there.find(a => a.getAttribute("href").endsWith(`${kind}s/${slug}/`));
    return { page: parts.map(part => [part, words(real, part), words(shown, part)]),
        card: listed && [words(listed.closest("li"), "*"), words(card, "*")].map(all => all.filter(Boolean)) };
}""".replace("SHOW", SHOW)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    with alone(chromium, Markdown="wording/markdown.js", **SCRIPTS) as opened:
        yield opened


def profiles(files: Iterable[Path]) -> dict[str, dict[str, Any]]:
    return {path.stem: parse(path.read_text(encoding="utf-8")) for path in files}


def samples(kind: str) -> dict[str, dict[str, Any]]:
    return profiles(profile_files(f"{kind}s").values())


def differences(slug: str, found: dict[str, Any]) -> list[Any]:
    """Parts and the card that differ."""
    out = [(slug, part, real, shown) for part, real, shown in found["page"] if real != shown]
    if found["card"] and found["card"][0] != found["card"][1]:
        out.append((slug, "card", *found["card"]))
    return out


def compared(chromium: Browser, each_site: Built, kind: str) -> dict[str, Any]:
    """The words of every profile's built page and of its preview."""
    page = chromium.new_page()
    page.goto(each_site.address)
    take(page, **SCRIPTS)
    every, there = profiles(each_site.content.glob(f"{kind}s/*.yaml")), each_site.slugs(f"{kind}s")
    given = told_of(each_site.content)[1]
    found = {slug: page.evaluate(COMPARED, [kind, slug, every[slug], given, PARTS]) for slug in there}
    page.close()
    # Not because nothing was there to compare.
    least = 6 if kind == "grant" else 9
    assert not found or len({part for each in found.values() for part, real, _ in each["page"] if real}) >= least
    assert sum(each["card"] is not None for each in found.values()) >= len(found) - 6
    return found


@pytest.mark.parametrize("kind", FORMS)
def test_the_preview_of_every_sample_says_what_its_built_page_says(
    chromium: Browser, each_site: Built, kind: str
) -> None:
    found = compared(chromium, each_site, kind)
    assert [each for slug in found for each in differences(slug, found[slug])] == []


def show(page: Page, kind: str, data: Any, given: Any = None, table: Any = TABLE) -> str:
    """What the preview says; `given`, if any, is all that it knows of the town."""
    page.evaluate(SHOW, [kind, data, table, given])
    return page.locator("#main").inner_text()


STANDINGS: dict[str, dict[str, Any]] = {
    "open": {},
    "full": {"status": "full"},
    "cancelled": {"status": "cancelled"},
    "postponed": {"status": "postponed"},
    "postponed, and its day has passed": {"status": "postponed", "dates": ["2026-11-20 10:00-12:00"]},
    "moved online": {"status": "moved-online"},
    "booking closed": {"booking": FULL_EVENT["booking"] | {"closes": "2026-11-22"}},
    "booking closes today": {"booking": FULL_EVENT["booking"] | {"closes": "2026-11-23", "required": "いいえ"}},
    "past": {"dates": ["2026-11-20 10:00-12:00"]},
    "past and cancelled": {"dates": ["2026-11-20 10:00-12:00"], "status": "cancelled"},
    "in a year": {"dates": ["2027-11-30 10:00-12:00", "2027-10-23", "2027-10-22"]},
    "a show that has begun": {
        "dates": [{"start_date": "2026-11-20", "end_date": "2027-11-01", "except_dates": ["2026-11-23", "2026-11-24"]}]
    },
    "a series among written days": {
        "dates": [
            {"repeat": "土曜日 09:00-10:00（昼の部）", "start_date": "2026-11-07", "end_date": "2027-01-30"},
            "2026-11-10 13:00-15:00",
            {"start_date": "2026-12-10", "end_time": "21:00"},
        ]
    },
    "a series with times of its own": {
        "dates": [{"repeat": "第2水曜（昼の部）", "start_time": "9:00", "end_time": "10:30", "end_date": "2027-01-30"}]
    },
    "a course whose note names its days": {
        "dates": [{"start_date": "2026-11-03", "end_date": "2027-01-30", "note": "毎週火曜日・全12回"}]
    },
    "a course on days that nobody can tell": {
        "dates": [{"start_date": "2026-11-03", "end_date": "2027-01-30", "note": "主に土曜日", "start_time": "10:00"}]
    },
    "a series with days off": {
        "dates": [{"repeat": "毎週土曜日 10:00-12:00", "start_date": "2026-12-01", "except_dates": ["2026-12-12"]}]
    },
}


@pytest.mark.parametrize("standing", STANDINGS)
def test_however_an_event_stands_its_preview_says_what_its_page_says(page: Page, tmp_path: Path, standing: str) -> None:
    data = FULL_EVENT | {"photos": []} | STANDINGS[standing]
    files = {"events/tanemaki.yaml": yaml_text(data), "places/kawabe.yaml": yaml_text(FULL_PLACE)}
    built = poured(tmp_path, files)
    directory = load(tmp_path / "content", "content", SAMPLE_DAY).directory
    show(page, "event", data, table=table(directory))
    words = """([html, parts]) => {
        const root = html ? new DOMParser().parseFromString(html, "text/html") : document.querySelector("#main");
        const said = part => [...root.querySelectorAll(part)].map(each => each.textContent.replace(/\\s+/g, ""));
        return parts.map(part => [part, said(part)]);
    }"""
    parts = [*PARTS, ".join h2", ".block h2"]
    real = dict(page.evaluate(words, [built["events/tanemaki/index.html"], parts]))
    shown = dict(page.evaluate(words, ["", parts]))
    real[".block h2"].remove("主催の団体")
    assert shown == real
    lists = built["events/past.html" if standing.startswith("past") else "events/index.html"]
    card = """root => [...root.querySelector("li.event").querySelectorAll("*")]
        .map(each => each.textContent.replace(/\\s+/g, ""))"""
    listed = page.evaluate(f"html => ({card})(new DOMParser().parseFromString(html, 'text/html'))", lists)
    previewed = page.evaluate(f"() => ({card})(document.querySelector('.form-preview__list'))")
    assert [*filter(None, previewed)] == [*filter(None, listed)]


@pytest.mark.parametrize(("kind", "data"), [("group", FULL_GROUP), ("event", FULL_EVENT)])
def test_every_field_that_visitors_see_is_shown(page: Page, kind: str, data: dict[str, Any]) -> None:
    words = show(page, kind, data)
    spoken_otherwise = {"kind", "founded", "status", "online"}
    shown = set(data) - {"source", "confirmed", "corporate_number"} - spoken_otherwise
    texts = [data[name].split("\n")[0] for name in shown if isinstance(data[name], str)]
    assert [text for text in texts if text not in words] == []
    assert {"group": "2004年（平成16年）4月", "event": "オンラインで参加する"}[kind] in words
    assert {"group": "environment", "event": "living"}[kind] not in words


@pytest.mark.parametrize("kind", ["group", "event"])
def test_the_preview_has_the_elements_of_the_page(chromium: Browser, sample_server: str, kind: str) -> None:
    page = chromium.new_page()
    slugs = {"group": "yanasegawa-ashi", "event": "himawari-nodobotoke-2026"}
    page.goto(f"{sample_server}{kind}s/{slugs[kind]}/")
    take(page, **SCRIPTS)
    shape = """root => [...root.querySelectorAll("article *")].filter(each => !each.closest(
        "figure, footer, .event-keep, .bottom-bar, .neighbours, .chances, [aria-labelledby=events], " +
        "[aria-labelledby=who], svg"))
        .filter(each => !["WBR", "FIGURE", "FOOTER"].includes(each.tagName) && each.tagName !== "svg")
        .map(each => (each.tagName + "." + each.className).replace(" record__wide", ""))"""
    real = page.evaluate(f"({shape})(document)")
    data = samples(kind)[slugs[kind]]
    page.evaluate("document.body.appendChild(Object.assign(document.createElement('div'), {id: 'box'}))")
    page.evaluate(SHOW, [kind, data, TABLE, None, "box"])
    assert page.evaluate(f"({shape})(document.getElementById('box'))") == real
    page.close()


def test_an_empty_form_has_a_page_with_gaps_to_fill(page: Page) -> None:
    words = show(page, "group", {})
    assert all(gap in words for gap in ("（団体名）", "（ふりがな）", "（ひとこと紹介）", "（活動紹介）"))
    assert "参加するには" in words
    assert "（イベント名）" in show(page, "event", {})
    assert "（助成金の名前）" in show(page, "grant", {})
    for data in (None, [], "", 1, {"name": None, "meetings": [{}], "contact": "", "recruiting": [{"role": ""}]}):
        for kind in FORMS:
            assert "undefined" not in show(page, kind, data, {"center": None})
            assert "null" not in show(page, kind, data, {"places": {}})


def test_half_filled_blocks_show_what_is_there(page: Page) -> None:
    words = show(
        page,
        "group",
        {"name": "川の会", "recruiting": [{"title": "水をくむ人"}, {}], "meetings": [{"note": "雨天中止"}]},
    )
    assert "水をくむ人" in words
    assert words.count("（役割）") == 1
    words = show(page, "event", {"title": "川歩き", "dates": [{"repeat": "夏のあいだ"}], "fee": {"note": "実費"}})
    assert "夏のあいだ" in words
    assert "実費" in words


WRONG = {
    "founded": "むかし",
    "members": {"total": "たくさん", "residents": "半分"},
    "fees": {"yearly": "お気持ち", "monthly": "1,500円", "joining": "0"},
    "meetings": [{"when": "だいたい週末", "place": "だれかの家"}],
    "recruiting": [
        {"role": "おとも", "title": "来てね", "until": "来月末", "number": "数名", "beginners_ok": "もちろん"}
    ],
    "contact": {
        "phone": "代表まで",
        "website": "ashi.example.org",
        "social": [{"kind": "mixi", "url": "mixi.example"}],
    },
    "fields": ["まつり"],
    "areas": "となり町",
    "languages": ["ja", "tlh"],
    "status": "お休み",
}


def test_what_is_not_understood_is_shown_as_it_was_typed(page: Page) -> None:
    words = show(page, "group", WRONG)
    typed = ["むかし", "たくさん", "半分", "お気持ち", "だいたい週末", "だれかの家", "おとも", "来てね", "来月末"]
    typed += ["数名", "代表まで", "まつり", "となり町", "ashi.example.org", "mixi", "tlh"]
    assert [each for each in typed if each not in words] == []
    assert "年会費 お気持ち" in words
    assert "月会費 1,500円" in words
    assert "入会金 なし" in words
    # Another name of a term is the term.
    assert "会員をさがしています" in show(page, "group", {"recruiting": [{"role": "仲間", "title": "来てね"}]})
    event = {
        "title": "会",
        "dates": [{"moment": "こんど"}],
        "capacity": "すこし",
        "status": "未定",
        "booking": {"closes": "前日"},
    }
    words = show(page, "event", event)
    assert [each for each in ("こんど", "すこし", "未定", "前日") if each not in words] == []


VALUES = (None, "", " ", "あ", 0, 5, True, [], {}, [[]], [None], ["あ", {}], {"0": "あ"}, {"when": ["あ"]}, "あ" * 3000)


@pytest.mark.parametrize("seed", range(4))
def test_no_shape_of_data_is_too_odd_for_the_preview(page: Page, seed: int) -> None:
    dice = random.Random(seed)

    def odd(value: Any) -> Any:
        if dice.random() < 0.3:
            return dice.choice(VALUES)
        if isinstance(value, dict):
            return {name: odd(each) for name, each in value.items()}
        return [odd(each) for each in value] if isinstance(value, list) else value

    every = [(kind, odd(full)) for kind, full in (("group", FULL_GROUP), ("event", FULL_EVENT)) * 40]
    words = page.evaluate(
        f"([every, table]) => every.map(([kind, data]) => ({SHOW})([kind, data, table]).innerText)", [every, TABLE]
    )
    assert len(words) == 80
    assert [each for each in words if "[object" in each or "undefined" in each or "NaN" in each] == []


HOSTILE = '<img src=x onerror="window.caught=1"><script>window.caught=1</script>"\'><svg/onload=window.caught=1>'


def everywhere(value: Any, text: str) -> Any:
    if isinstance(value, dict):
        return {name: everywhere(each, text) for name, each in value.items()}
    return [everywhere(each, text) for each in value] if isinstance(value, list) else text


def test_nothing_that_was_typed_becomes_html_or_leads_to_a_script(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    links = "javascript:window.caught=1"
    photos = [
        {"src": src, "alt": "絵"}
        for src in (links, "https://evil.example/a.png", "//evil.example/a", "data:text/html,a")
    ]
    for kind, full in (("group", FULL_GROUP), ("event", FULL_EVENT)):
        for text in (HOSTILE, links, f"[押す]({links})", f"**{HOSTILE}**", f"[{HOSTILE}](https://example.org/)"):
            words = show(page, kind, {**everywhere(full, text), "photos": photos})
            assert HOSTILE in words or text != HOSTILE
            addresses = page.evaluate("[...document.querySelectorAll('#main [href]')].map(a => a.getAttribute('href'))")
            assert all(each == "https://example.org/" for each in addresses)
        assert page.locator("#main img, #main script, #main svg, #main iframe").count() == 0
    assert page.evaluate("window.caught") is None
    assert asked == []


def test_a_photo_from_the_form_and_one_that_is_published_are_shown(page: Page) -> None:
    dot = "data:image/gif;base64,R0lGODlhAQABAAAAACw="
    photos = [{"src": dot, "alt": "川辺", "caption": "秋"}, {"file": "photos/kawa.jpg", "alt": "まだ読めない絵"}]
    show(page, "group", {"name": "川の会", "photos": photos})
    assert page.get_by_role("img", name="川辺").get_attribute("src") == dot
    assert page.locator("figcaption").all_inner_texts() == ["秋"]
    assert page.get_by_role("img", name="まだ読めない絵").count() == 1
    show(page, "group", {"photos": [{"src": "media/a.jpg"}]}, {**TABLE, "root": "../"})
    assert page.locator("img").get_attribute("src") == "../media/a.jpg"


PARSED = """([text, html]) => [html, Markdown.blocks(text)].map(made => {
    const box = document.createElement("div");
    if (typeof made === "string") box.innerHTML = made; else made.forEach(each => box.appendChild(each));
    for (const each of box.querySelectorAll("*"))
        for (const name of each.getAttributeNames()) if (name !== "href") each.removeAttribute(name);
    // Whether the lines of a list stand apart makes no difference here.
    box.querySelectorAll("li > p").forEach(each => each.replaceWith(...each.childNodes));
    box.normalize();
    return box.innerHTML.replace(/\\s+/g, "");
})"""


def test_descriptions_are_read_as_the_builder_reads_them(page: Page) -> None:
    records = [*samples("group").values(), *samples("event").values()]
    texts = [r["description"] for r in records if "description" in r]
    texts += [t["description"] for r in records for t in r.get("translations", {}).values() if "description" in t]
    for text in (*texts, *MARKDOWN):
        real, shown = page.evaluate(PARSED, [text, str(to_html(text))])
        assert shown == real, text


def test_long_mark_up_without_an_end_is_no_trouble(page: Page) -> None:
    for text in (
        "*" * 9000,
        "[" * 9000,
        "[a](" * 3000,
        "> " * 3000,
        "- " * 3000,
        "**a " * 2000,
        "\\" * 9000,
        "  - a\n" * 2000,
    ):
        page.evaluate("text => Markdown.blocks(text).length", text)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("毎月第2・第4土曜 9:00-12:00", "毎月第2・第4土曜日 9:00〜12:00"),
        ("第2・4土曜 午前9時〜正午", "毎月第2・第4土曜日 9:00〜12:00"),
        ("毎週火曜・金曜 午後1時30分から3時まで", "毎週火・金曜日 13:30〜15:00"),
        # Which half of the day is meant, nobody can tell.
        ("毎週土曜 1時から3時", "毎週土曜 1時から3時"),
        ("相談のうえ", "相談のうえ"),
    ],
)
def test_a_recurrence_is_put_as_the_page_puts_it(page: Page, typed: str, shown: str) -> None:
    assert shown in show(page, "group", {"meetings": [{"when": typed}]})


@pytest.mark.parametrize(
    ("moment", "lines"),
    [
        ("2026-12-05 10:00-12:00", ["12月5日（土）", "10:00〜12:00"]),
        ("令和8年12月5日（土）午前10時〜正午", ["12月5日（土）", "10:00〜12:00"]),
        ("2026年12月5日", ["12月5日（土）"]),
        ("2026-12-05/07 9:00-16:00", ["12月5日（土）", "12月7日（月）まで", "9:00〜16:00"]),
        ("2026-12-05/2026-12-07", ["12月5日（土）", "12月7日（月）まで"]),
        ("2026年12月5日（土）〜7日（月）", ["12月5日（土）", "12月7日（月）まで"]),
        ("2026-11-20/26", ["2026年11月20日（金）", "11月26日（木）まで"]),
        ("2026-02-30", ["2026-02-30"]),
        ("2026-12-05 お昼ごろ", ["12月5日（土）", "お昼ごろ"]),
    ],
)
def test_the_day_of_an_event_stands_large(page: Page, moment: str, lines: list[str]) -> None:
    show(page, "event", {"title": "会", "dates": [moment]})
    words = page.locator(".event-when").inner_text()
    assert [line for line in lines if line not in words] == []


@pytest.mark.parametrize(
    ("closes", "said"),
    [
        ("2026-11-22", ["この助成金の受付は終わりました。", "受付終了", "2026年11月22日（日）必着"]),
        ("2026-11-23", ["11月23日（月）必着"]),
        ("いつでも", ["随時受付"]),
        ("来月のいつか", ["来月のいつか"]),
    ],
)
def test_until_when_a_grant_is_open_is_said_as_its_page_says_it(page: Page, closes: str, said: list[str]) -> None:
    words = show(
        page, "grant", {"title": "見本助成", "closes": closes, "rule": "arrived", "amount": {"most": "十万円"}}
    )
    assert [each for each in (*said, "上限100,000円") if each not in words] == []
    assert ("終わりました" in words) == (closes == "2026-11-22")


def test_what_is_over_is_said_to_be_over(page: Page) -> None:
    assert "このイベントは終わりました。" in show(page, "event", {"dates": ["2026-11-22"]})
    assert "このイベントは終わりました。" not in show(page, "event", {"dates": ["2026-11-23"]})
    old = {"role": "member", "title": "古い募集", "until": "2026-11-22"}
    assert "古い募集" not in show(page, "group", {"recruiting": [old]})
    assert "古い募集" in show(page, "group", {"recruiting": [{**old, "until": "2026-11-23"}]})
    assert "募集しています" not in show(
        page, "group", {"status": "resting", "recruiting": [{"role": "member", "title": "a"}]}
    )


def test_who_lives_here_is_said_as_the_widest_area_is_called(page: Page) -> None:
    village = json.loads(json.dumps(TABLE, ensure_ascii=False).replace("市内全域", "村内全域"))
    data = {"members": {"total": "25人", "residents": "20人"}}
    assert "25人（うち村内20人）" in show(page, "group", data, table=village)
    assert "25人（うち市内20人）" in show(page, "group", data)


def test_values_are_shown_as_the_checks_read_them(page: Page) -> None:
    group = {
        "meetings": ["土曜日　午前９時から正午まで"],
        "founded": "昭和六十四年一月",
        "fees": "入会金無料　年会費千円（半額あり）",
        "members": {"total": "約十人"},
        "contact": {"phone": "０４２の０００の００１１"},
    }
    words = show(page, "group", group)
    expected = (
        "毎週土曜日 9:00〜12:00",
        "毎週土曜日 午前",
        "1989年（昭和64年・平成元年）1月",
        "入会金 なし",
        "年会費 1,000円",
        "10人",
    )
    assert [each for each in (*expected, "半額あり") if each not in words] == []
    phone = "０４２－０００－００１１ 内線１２（代表）"
    words = show(page, "group", {"fees": {"yearly": "千円"}, "contact": phone})
    assert [each for each in ("年会費 1,000円", "042-000-0011", "内線12", "代表") if each not in words] == []
    show(page, "event", {"dates": ["R8.11.28(土) 午前10時〜"]})
    assert page.locator(".event-when span.event-when__day").inner_text() == "11月28日（土）"
    assert page.locator(".event-when span.event-when__time").inner_text() == "10:00〜"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_preview_fits_the_page_and_its_headings_stand_below_those_of_the_form(
    chromium: Browser, width: int
) -> None:
    with alone(chromium, **SCRIPTS, width=width) as page:
        for name in ("hiroba.css", "form.css"):
            page.add_style_tag(content=style(name))
        page.evaluate("document.body.insertAdjacentHTML('afterbegin', '<h1>修正する</h1><h2>できあがり</h2>')")
        for kind, data in (("group", samples("group")["yanasegawa-ashi"]), ("event", FULL_EVENT)):
            for theme in ("light", "dark"):
                page.evaluate("theme => document.documentElement.setAttribute('data-theme', theme)", theme)
                show(page, kind, data)
                found = [
                    v for v in Axe().run(page).response["violations"] if v["id"] not in ("region", "landmark-one-main")
                ]
                assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            levels = "[...document.querySelectorAll('#main h1, #main h2')].map(h => h.getAttribute('aria-level'))"
            assert set(page.evaluate(levels)) == {"3", "4"}
        expect(page.locator("#main a[href]").first).to_have_attribute("target", "_blank")
