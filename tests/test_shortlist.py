"""The shortlist, and what else one does with a page: kept on the device alone, side by side, in one week."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.site]

SHUWA, YOGA, CONCERT = "groups/yonabe-no-te/", "groups/kutsushita-yoga/", "events/himawari-nodobotoke-2026/"


@pytest.fixture
def context(chromium: Browser, sample_server: str) -> Iterator[BrowserContext]:
    """A telephone that may use the clipboard."""
    opened = chromium.new_context(viewport={"width": 390, "height": 844}, base_url=sample_server, locale="ja-JP")
    opened.grant_permissions(["clipboard-read", "clipboard-write"])
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def keep(page: Page, *addresses: str) -> None:
    """Put pages on the shortlist as a visitor does, and go there."""
    for address in addresses:
        page.goto(address)
        page.locator(".keep:visible").first.click()
    page.locator("[data-kept]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("検討リスト")


def test_what_is_kept_stands_side_by_side_with_when_where_cost_and_telephone(page: Page) -> None:
    keep(page, SHUWA, YOGA, CONCERT)
    cards = page.locator(".shortlist-card")
    expect(cards).to_have_count(3)
    expect(cards.nth(0)).to_contain_text("毎週火曜")
    expect(cards.nth(0)).to_contain_text("月会費 300円")
    expect(cards.nth(0)).to_contain_text("ファクス")
    expect(cards.nth(2).locator('a[href^="tel:"]')).to_have_text("042-000-0042")


def test_one_week_shows_every_meeting_and_tells_what_falls_together(page: Page) -> None:
    keep(page, SHUWA, YOGA, CONCERT)
    tuesday = page.locator(".shortlist-table tbody tr").nth(1)
    expect(tuesday.locator("td").nth(2)).to_contain_text("手話サークル よなべの手")
    expect(tuesday.locator("td").nth(2)).to_contain_text("夜ヨガ くつしたぬいで")
    sunday = page.locator(".shortlist-table tbody tr").nth(6)
    expect(sunday.locator("td").nth(1)).to_contain_text("12月13日")
    expect(page.locator(".shortlist-clash")).to_contain_text("火曜の夜")


def test_each_meeting_of_a_kept_group_stands_on_a_line_with_its_place(page: Page) -> None:
    keep(page, "groups/yanasegawa-ashi/")
    lines = page.locator(".shortlist-card dd").first.locator("div")
    expect(lines).to_have_text(
        [
            "毎月第1日曜日 9:00〜11:30　清瀬金山緑地公園　清瀬市中里4丁目　"
            "金山橋のたもとに集合。前日の雨で増水しているときは翌週に延期します。",
            "毎月第3水曜日 14:00〜16:00　きよせボランティア・市民活動センター　記録の整理と話し合い",
        ]
    )


def test_the_number_of_kept_pages_is_in_the_header_of_every_page(page: Page) -> None:
    page.goto(SHUWA)
    expect(page.locator("[data-kept]")).to_be_hidden()
    page.locator(".keep:visible").first.click()
    expect(page.locator(".keep:visible").first).to_have_attribute("aria-pressed", "true")
    page.goto("events/")
    expect(page.locator("[data-kept]")).to_have_text(re.compile(r"検討リスト\s*1"))


def test_taking_something_off_can_be_undone(page: Page) -> None:
    keep(page, SHUWA, YOGA)
    page.get_by_role("button", name=re.compile("外す.*手話サークル")).click()
    expect(page.locator(".shortlist-card")).to_have_count(1)
    undo = page.get_by_role("button", name="元に戻す")
    expect(undo).to_be_focused()
    undo.click()
    expect(page.locator(".shortlist-card")).to_have_count(2)
    page.get_by_role("button", name="すべて外す").click()
    expect(page.locator(".shortlist-empty")).to_be_visible()


def test_a_page_that_is_gone_is_said_to_be_gone(page: Page) -> None:
    page.goto("shortlist/")
    page.evaluate("localStorage.setItem('hiroba.kept', JSON.stringify([{url: 'groups/gone/', title: '昔の会'}]))")
    page.reload()
    expect(page.locator(".shortlist-card")).to_contain_text("昔の会")
    expect(page.locator(".shortlist-card")).to_contain_text("いまはありません")


@pytest.mark.parametrize(
    "kept",
    [
        *("null", "{}", "[1,null]", "not json", '[{"url":"https://evil.example/"}]'),
        *('[{"url":"groups/../","title":"上の階"}]', '[{"url":"groups/kawa/"}]', '[{"url":"groups/kawa/","title":{}}]'),
    ],
)
def test_a_damaged_list_is_an_empty_one(page: Page, kept: str) -> None:
    page.goto("shortlist/")
    page.evaluate("(kept) => localStorage.setItem('hiroba.kept', kept)", kept)
    page.reload()
    expect(page.locator(".shortlist-empty")).to_be_visible()


def test_a_device_that_keeps_nothing_says_so(page: Page) -> None:
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); }")
    page.goto(SHUWA)
    page.locator(".tools .keep").click()
    expect(page.locator(".tools__said")).to_contain_text("検討リストを残せない設定")


def test_a_full_list_says_so_and_keeps_what_is_on_it(page: Page) -> None:
    """Else somebody thinks that the forty-first group is kept, and does not find it again."""
    page.goto(SHUWA)
    full = [{"url": f"groups/g{n}/", "title": f"団体{n}"} for n in range(39)]
    page.evaluate("(kept) => localStorage.setItem('hiroba.kept', JSON.stringify(kept))", full)
    page.locator(".tools .keep").click()
    expect(page.locator(".tools .keep")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".tools__said")).to_have_text("")
    page.goto(YOGA)
    page.locator(".tools .keep").click()
    expect(page.locator(".tools__said")).to_have_text("検討リストは40件までです。どれかを外すと、入れられます。")
    expect(page.locator(".tools .keep")).to_have_attribute("aria-pressed", "false")
    kept = page.evaluate("JSON.parse(localStorage.getItem('hiroba.kept')).map(one => one.url)")
    assert kept == [*(one["url"] for one in full), SHUWA]


def test_the_list_can_be_mailed_to_oneself_and_nothing_leaves_the_device(page: Page, sample_server: str) -> None:
    foreign: list[str] = []
    page.on("request", lambda r: None if r.url.startswith(sample_server) else foreign.append(r.url))
    keep(page, SHUWA)
    expect(page.locator(".shortlist-card")).to_have_count(1)
    address = unquote(page.locator("[data-mail]").get_attribute("href") or "")
    assert "手話サークル よなべの手" in address
    assert "groups/yonabe-no-te/" in address
    assert foreign == []
    assert page.context.cookies() == []


def test_the_address_of_a_page_is_copied_and_it_is_said(page: Page) -> None:
    page.goto(SHUWA)
    page.get_by_role("button", name="ページのアドレスをコピー").click()
    expect(page.locator(".tools__said")).to_contain_text("アドレスを写しました")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_without_scripts_no_button_is_shown_that_does_nothing(chromium: Browser, sample_server: str) -> None:
    page = chromium.new_page(java_script_enabled=False, base_url=sample_server)
    page.goto(SHUWA)
    assert page.locator("button:visible").all_inner_texts() == ["さがす"]
    page.goto("shortlist/")
    expect(page.locator("noscript .notice")).to_be_visible()
    page.close()


def test_a_printed_page_carries_its_address_as_a_picture_that_telephones_read(page: Page) -> None:
    page.goto(SHUWA)
    expect(page.locator(".qr")).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".qr")).to_be_visible()
    module = page.evaluate(
        "(picture => picture.getBoundingClientRect().width / picture.viewBox.baseVal.width / (96 / 25.4))"
        "(document.querySelector('.qr'))"
    )
    assert module >= 0.4
    expect(page.locator(".print-address")).to_contain_text("https://hiroba.example.org/groups/yonabe-no-te/")
