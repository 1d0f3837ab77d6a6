"""The page of one opening, its paper, and what stands at its address when it is over."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.build import load
from generator.matching.opportunities import opportunities
from generator.settings import Center, Settings
from tests.folders import PLACE, TODAY, content
from tests.poured import SETTINGS, Elements, Pages, dead_links, elements, poured, texts
from tests.scripts_alone import style
from tests.sheets_of_paper import bare, printed
from tests.test_browsing import group

GUIDE = (
    "{role: volunteer, title: 川の案内をする人, place: kawabe, when: 毎月第1日曜 9:00-11:30,"
    " text: 子どもに鳥を見せます, conditions: 長ぐつ, ages: 高校生以上, number: 3, beginners_ok: はい,"
    " once: はい, with_children: はい,"
    " posted: 2026-11-20, until: 2099-12-01}"
)
BARE = "{role: member, title: 会員}"
HOME = "{role: volunteer, title: 会報を書く人, from_home: はい, posted: 2026-11-01}"
MEETINGS = "[{when: 毎週水曜 10:00-12:00, place: kawabe}]"
CENTER = Center(
    name="みんなのセンター", phone="042-000-0100", fax="042-000-0101", address="清瀬市中里1丁目", hours="9時から"
)


def town(*calls: str, **said: str) -> dict[str, str | bytes]:
    lines = {"meetings": MEETINGS, "contact": "{phone: 042-000-0001}", **said}
    text = group("青い会", "あおいかい", recruiting=f"[{', '.join(calls)}]", **lines)
    return {"groups/aoi.yaml": text, "places/kawabe.yaml": PLACE}


def pages_of(folder: Path, *calls: str, today: date = TODAY, settings: Settings = SETTINGS, **said: str) -> Pages:
    return poured(folder, town(*calls, **said), today=today, settings=settings)


def page(pages: Pages, title: str) -> str:
    """The page of the opening with this title."""
    return next(html for name, html in pages.items() if name.startswith("wanted/aoi-") and title in texts(html, "h1"))


def facts(html: str) -> dict[str, str]:
    names, values = texts(html, "th"), texts(html, "td")
    return dict(zip(names, values, strict=True))


def data(html: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(elements(html, "script")[0].text)
    return found


def test_a_page_tells_place_time_what_conditions_and_who_is_welcome_in_this_order(tmp_path: Path) -> None:
    html = page(pages_of(tmp_path, GUIDE), "川の案内をする人")
    said = facts(html)
    assert list(said) == ["場所", "日時", "内容", "人数", "年齢", "条件", "参加のしかた", "締切", "掲載日"]
    assert "川辺の家" in said["場所"]
    assert said["日時"] == "毎月第1日曜 9:00-11:30"
    assert said["参加のしかた"] == "初心者歓迎、一度だけでも、子ども連れ歓迎"
    assert said["締切"].startswith("2099年12月1日")
    assert texts(html, "li", "card")


def test_place_and_time_of_the_meetings_are_taken_and_marked_so(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, BARE)
    said = facts(page(pages, "会員"))
    assert said["場所"].startswith("川辺の家")
    assert "団体の集まりの場所" in said["場所"]
    assert said["日時"] == "毎週水曜 10:00-12:00団体の集まりの日時"
    assert texts(pages["wanted/index.html"], "p", "wanted__whose") == ["場所と日時は、団体の集まりのものです。"]
    # In the page of the group its meetings stand above.
    assert texts(pages["groups/aoi/index.html"], "p", "wanted__whose") == []


def test_what_can_be_done_from_home_does_not_take_the_place_of_the_meetings(tmp_path: Path) -> None:
    said = facts(page(pages_of(tmp_path, HOME), "会報を書く人"))
    assert "場所" not in said
    assert "日時" not in said
    assert said["参加のしかた"] == "家でできる"


def test_what_nobody_says_is_not_claimed(tmp_path: Path) -> None:
    html = page(pages_of(tmp_path, BARE, meetings="[]"), "会員")
    assert facts(html) == {"場所": "団体におたずねください", "日時": "団体におたずねください"}
    assert texts(html, "p", "deadline") == []
    assert data(html)["@type"] == "JoinAction"
    assert "location" not in data(html)


def test_the_slip_of_paper_has_a_code_blanks_and_the_fax_of_the_group(tmp_path: Path) -> None:
    settings = SETTINGS.model_copy(update={"center": CENTER})
    contact = "{phone: 042-000-0001, fax: 042-000-0002}"
    html = page(pages_of(tmp_path, GUIDE, settings=settings, contact=contact), "川の案内をする人")
    slip = texts(html, "div", "slip__paper")[0]
    for words in ("川の案内をする人", "青い会", "お名前", "電話番号", "見学したい", "042-000-0002", "みんなのセンター"):
        assert words in slip
    assert "042-000-0101" not in slip
    assert '<svg class="qr"' in html
    assert re.search(r"https://hiroba.example.org/(<wbr>)?wanted/aoi-[0-9a-f]{6}/", html)


@pytest.mark.parametrize("contact", ["{phone: 042-000-0001}", "{via: center, fax: 042-000-0002}"])
def test_a_slip_goes_to_the_centre_where_the_group_has_no_fax_or_wants_it_so(tmp_path: Path, contact: str) -> None:
    settings = SETTINGS.model_copy(update={"center": CENTER})
    html = page(pages_of(tmp_path, GUIDE, settings=settings, contact=contact), "川の案内をする人")
    slip = texts(html, "div", "slip__send")[0]
    assert "042-000-0101" in slip
    assert "042-000-0002" not in slip


def test_a_site_without_an_address_and_a_centre_without_a_counter_still_have_slips(tmp_path: Path) -> None:
    html = page(pages_of(tmp_path, GUIDE, settings=Settings(site_name="ひろば")), "川の案内をする人")
    assert texts(html, "div", "slip__send") == [""]
    assert "svg" not in html[html.index("slip__paper") :].split("slip__blanks")[0]


def test_the_one_that_closes_soonest_comes_first_then_the_newest_then_the_undated(tmp_path: Path) -> None:
    calls = (
        "{role: member, title: 日付なし}",
        "{role: member, title: 古い, posted: 2026-01-01}",
        "{role: member, title: 新しい, posted: 2026-11-01}",
        "{role: member, title: あとで締切, until: 2099-01-01}",
        "{role: member, title: 先に締切, until: 2098-01-01}",
    )
    html = pages_of(tmp_path, *calls)["wanted/index.html"]
    assert texts(html, "h3", "wanted__title") == ["先に締切", "あとで締切", "新しい", "古い", "日付なし"]


def test_each_role_has_a_plain_page_that_the_list_leads_to(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, GUIDE, BARE, HOME)
    assert texts(pages["roles/volunteer/index.html"], "h3", "wanted__title") == ["川の案内をする人", "会報を書く人"]
    assert texts(pages["roles/member/index.html"], "h3", "wanted__title") == ["会員"]
    links = {e.text: e.attributes["href"] for e in elements(pages["wanted/index.html"], "a")}
    assert links["ボランティア 2"] == "../roles/volunteer/"
    assert "roles/board/index.html" not in pages


def test_ages_and_ways_to_take_part_can_be_chosen_where_they_are_understood(tmp_path: Path) -> None:
    calls = (GUIDE, "{role: member, title: 会員, ages: 若い方}", "{role: member, title: 仲間, ages: 年齢不問}")
    found = elements(pages_of(tmp_path, *calls)["wanted/index.html"], "li", "wanted")
    guide, vague, anybody = (json.loads(e.attributes["data-facets"]) for e in found)
    assert guide["way"] == ["初心者歓迎", "一度だけでも", "子ども連れ歓迎"]
    assert guide["age"] == ["高校生", "18〜29歳", "30〜59歳", "60代", "70歳以上"]
    assert "age" not in vague
    assert anybody["age"][:2] == ["小学生", "中学生"]
    # The time of the meetings counts where the entry has none: it is shown, too.
    assert anybody["time"] == ["水曜の午前"]


def test_a_closed_opening_leaves_lists_and_its_address_says_that_it_is_over(tmp_path: Path) -> None:
    call = "{role: member, title: 会員, until: 2026-12-31}"
    (name,) = (n for n in pages_of(tmp_path / "before", call) if n.startswith("wanted/aoi-"))
    after = pages_of(tmp_path / "after", call, today=date(2027, 1, 1))
    assert "この募集は終わりました" in after[name]
    assert 'content="noindex"' in after[name]
    assert "いま募集はありません" in after["wanted/index.html"]
    assert name.removesuffix("index.html") not in (tmp_path / "after/stage/sitemap.xml").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "after/stage/wanted/wanted.json").read_bytes())["openings"] == []


def test_the_openings_of_a_group_that_rests_go_and_return_with_it(tmp_path: Path) -> None:
    active = pages_of(tmp_path / "active", BARE)
    (name,) = (n for n in active if n.startswith("wanted/aoi-"))
    resting = pages_of(tmp_path / "resting", BARE, status="resting")
    assert "この団体は、いまお休みしています。" in resting[name]
    assert "会員" not in resting["wanted/index.html"]


def test_an_entry_keeps_its_address_when_another_in_the_same_words_closes(tmp_path: Path) -> None:
    calls = ("{role: member, title: 会員, until: 2026-12-31}", "{role: member, title: 会員}")
    source = content(tmp_path, town(*calls))
    second = opportunities(load(source, "content", TODAY).directory)[1].url
    assert [each.url for each in opportunities(load(source, "content", date(2027, 1, 1)).directory)] == [second]


def test_a_posting_for_volunteers_has_what_search_engines_ask_for(tmp_path: Path) -> None:
    posting = data(page(pages_of(tmp_path, GUIDE), "川の案内をする人"))
    assert posting["@type"] == "JobPosting"
    assert posting["employmentType"] == "VOLUNTEER"
    assert (posting["datePosted"], posting["validThrough"]) == ("2026-11-20", "2099-12-01")
    assert posting["hiringOrganization"] == {
        "@type": "Organization",
        "name": "青い会",
        "url": "https://hiroba.example.org/groups/aoi/",
    }
    assert posting["jobLocation"]["name"] == "川辺の家"  # type: ignore[index]


def test_what_is_done_from_home_is_posted_so(tmp_path: Path) -> None:
    posting = data(page(pages_of(tmp_path, HOME), "会報を書く人"))
    assert (posting["@type"], posting["jobLocationType"]) == ("JobPosting", "TELECOMMUTE")


def test_nothing_of_a_stranger_runs_in_the_page_of_an_opening(tmp_path: Path) -> None:
    evil = "{role: member, title: '<script>alert(1)</script>', text: '\"><img src=x onerror=alert(1)>'}"
    pages = pages_of(tmp_path, evil)
    (html,) = (html for name, html in pages.items() if name.startswith("wanted/aoi-"))
    assert "<script>alert" not in html
    assert "<img" not in html


def test_every_link_of_these_pages_leads_somewhere(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, GUIDE, BARE, HOME, "{role: board, title: 監事, until: 2020-01-01}")
    found = dead_links({name: Elements(html) for name, html in pages.items()}, tmp_path / "stage")
    here = [each for each in found if each.startswith(("wanted", "roles", "groups")) and "/assets/" not in each]
    assert here == []


@pytest.mark.browser
@pytest.mark.parametrize("call", [GUIDE, BARE])
def test_what_is_wanted_and_the_slip_to_answer_on_are_one_sheet_of_paper(
    chromium: Browser, tmp_path: Path, call: str
) -> None:
    settings = SETTINGS.model_copy(update={"center": CENTER})
    long = call.replace("子どもに鳥を見せます", "子どもに鳥を見せます。" * 15)
    pages = pages_of(tmp_path, long, settings=settings, contact="{phone: 042-000-0001, fax: 042-000-0002}")
    (html,) = (html for name, html in pages.items() if name.startswith("wanted/aoi-"))
    page = chromium.new_page()
    page.set_content(html)
    for name in ("hiroba.css", "opening.css"):
        page.add_style_tag(content=style(name))
    (sheet,) = printed(page)
    for words in (
        "返信用紙",
        "お名前",
        "電話番号",
        "くわしく聞きたい",
        "042-000-0002",
        "hiroba.example.org/wanted/aoi-",
    ):
        assert bare(words) in sheet
    assert page.locator(".slip__code svg").count() == 1
    assert bare("検討リストに入れる") not in sheet
    page.close()
