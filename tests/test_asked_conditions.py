"""Conditions of a question: seen as chips, taken off again, kept in the address; days by the day in Japan."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.site]

TOLD, NOTE, CHIPS, NAMES = ".search-told", ".search-note", ".search-chip", ".search-name"
# The site of the tests is built on 23 November 2026, a Monday.
TUESDAY = "2026-11-24T09:00:00+09:00"


@contextmanager
def opened(
    chromium: Browser, server: str, now: str = TUESDAY, width: int = 390, zone: str = "Asia/Tokyo"
) -> Iterator[Page]:
    context = chromium.new_context(
        viewport={"width": width, "height": 844}, base_url=server, locale="ja-JP", timezone_id=zone
    )
    page = context.new_page()
    page.clock.set_fixed_time(now)
    yield page
    context.close()


@pytest.fixture(params=[390, 1280])
def page(request: pytest.FixtureRequest, chromium: Browser, sample_server: str) -> Iterator[Page]:
    """A page on a telephone and on a wide screen, on a Tuesday."""
    with opened(chromium, sample_server, width=request.param) as made:
        yield made


def test_days_give_their_events_in_the_order_of_time_and_the_page_says_which_days_they_are(page: Page) -> None:
    page.goto("search/?q=今週の土曜")
    expect(page.locator(CHIPS)).to_have_text(["今週の土曜（11月28日・土）を外す"])
    page.goto("search/?q=来月")
    expect(page.locator(CHIPS)).to_have_text(["来月（12月1日〜31日）を外す"])
    expect(page.locator(".search-card").first).to_be_visible()
    kinds = page.locator(".search-kind span:first-child").all_inner_texts()
    assert "イベント" in kinds and "団体" in kinds
    assert kinds == sorted(kinds, key=("イベント", "団体").index)
    lines = page.locator(".search-card", has_text="イベント").locator(".search-line").all_inner_texts()
    days = [int(found[1]) for line in lines if (found := re.match(r"12月(\d+)日（.）(?!〜)", line))]
    assert len(days) > 2, lines
    assert days == sorted(days)


def test_a_condition_comes_off_with_its_words_and_back_brings_it_again(page: Page) -> None:
    page.goto("search/?q=無料の展示")
    expect(page.locator(CHIPS)).to_have_text(["無料を外す"])
    expect(page.locator(NAMES).first).to_be_visible()
    free = page.locator(NAMES).all_inner_texts()
    page.locator(CHIPS).click()
    expect(page.locator("#search-app input[name=q]")).to_have_value("展示")
    expect(page.locator(CHIPS)).to_have_count(0)
    assert set(free) <= set(page.locator(NAMES).all_inner_texts())
    page.go_back()
    expect(page.locator(CHIPS)).to_have_text(["無料を外す"])
    expect(page.locator(NAMES)).to_have_text(free)


def test_a_word_that_is_all_that_was_asked_is_searched_as_a_word_when_it_is_no_condition_any_more(page: Page) -> None:
    page.goto("search/?q=無料")
    page.locator(CHIPS).click()
    expect(page).to_have_url(re.compile("plain=1"))
    expect(page.locator(CHIPS)).to_have_count(0)
    expect(page.locator(NAMES).first).to_be_visible()
    page.reload()
    expect(page.locator(CHIPS)).to_have_count(0)
    page.locator("#search-app input[name=q]").fill("無料 体操")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("plain"))


def test_where_nothing_fits_the_page_says_which_condition_it_took_off(page: Page) -> None:
    page.goto("search/?q=明日 将棋")
    expect(page.locator(NOTE)).to_have_text(
        "「明日（11月25日・水）」に合うものがなかったので、この条件をはずしました。"
    )
    expect(page.locator(".search-card").first).to_contain_text("将棋")
    expect(page.locator(CHIPS)).to_have_count(0)


def test_what_is_learnt_is_no_condition(page: Page) -> None:
    page.goto("search/?q=手話を習いたい")
    expect(page.locator(NAMES).first).to_be_visible()
    expect(page.locator(CHIPS)).to_have_count(0)


def test_days_are_chosen_in_the_panel_and_the_address_names_them(page: Page) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto("search/?q=手話")
    expect(page.locator(NAMES).first).to_be_visible()
    if not page.locator(".search-narrow").evaluate("(box) => box.open"):
        page.locator(".search-narrow > summary").click()
    dates = page.locator(".search-facet", has_text="日にち")
    expect(dates).to_be_visible()
    assert [url for url in loaded if "/days/" in url] == []
    dates.locator("summary").click()
    expect(dates.locator(".search-choice")).to_have_text(
        [
            re.compile("^きょう（11月24日・火）"),
            re.compile("^あした（11月25日・水）"),
            re.compile("^今週（11月24日〜29日）"),
            re.compile("^今週末（11月28日〜29日）"),
            re.compile("^来週（11月30日〜12月6日）"),
            re.compile("^今月（11月24日〜30日）"),
            re.compile("^来月（12月1日〜31日）"),
        ]
    )
    week = dates.get_by_role("checkbox", name=re.compile("^来月"))
    expect(dates.locator(".search-count").last).to_have_text(re.compile(r"^\d+件$"))
    week.check()
    expect(page).to_have_url(re.compile(re.escape("date=2026-12-01..2026-12-31")))
    expect(page.locator(CHIPS)).to_have_text(["来月（12月1日〜31日）を外す"])


def test_weekdays_and_times_are_one_table(page: Page) -> None:
    page.goto("groups/?day=火&time=平日の夜")
    expect(page.locator(CHIPS)).to_have_text(["火曜の夜を外す"])
    expect(page.locator(".search-facet", has_text="曜日と時間")).to_have_count(1)
    if not page.locator(".search-narrow").evaluate("(box) => box.open"):
        page.locator(".search-narrow > summary").click()
    page.locator(".search-facet", has_text="曜日と時間").locator("summary").click()
    expect(page.get_by_role("checkbox", name="火曜の夜")).to_be_checked()
    table = page.locator(".search-week")
    assert table.evaluate("(table) => table.scrollWidth <= table.closest('details').clientWidth")
    assert table.evaluate("(table) => [...table.querySelectorAll('label')].every((each) => each.offsetHeight < 60)")
    page.get_by_role("checkbox", name="火曜", exact=True).check()
    expect(page.locator(CHIPS)).to_have_text(["火曜の夜を外す", "火曜を外す"])


def test_what_costs_nothing_is_a_choice_and_so_are_places_languages_and_accessibility(page: Page) -> None:
    page.goto("search/?fee=無料&access=車いす可")
    expect(page.locator(CHIPS)).to_have_text(["無料を外す", "車いす可を外す"])
    expect(page.locator(NAMES).first).to_be_visible()
    for legend in ("場所", "費用", "バリアフリー対応", "話せる言葉"):
        expect(page.locator(".search-facet", has_text=legend)).to_have_count(1)


# ---- clocks, and days that nobody knows


@pytest.mark.parametrize(
    ("now", "question", "note"),
    [
        (TUESDAY, "来年の8月", "このサイトでわかるのは、3月3日（水）までの予定です。"),
        ("2026-11-29T09:00:00+09:00", "今週の土曜", "11月28日（土）は、もう過ぎました。"),
        (
            "2027-05-10T09:00:00+09:00",
            "今週",
            "このサイトでわかるのは、3月3日（水）までの予定です。",
        ),
        (
            "2020-01-01T09:00:00+09:00",
            "今日",
            "このサイトでわかるのは、2026年11月23日（月）から2027年3月3日（水）までの予定です。",
        ),
    ],
)
def test_of_days_that_are_over_or_unknown_nothing_is_shown_and_the_page_says_so(
    chromium: Browser, sample_server: str, now: str, question: str, note: str
) -> None:
    with opened(chromium, sample_server, now) as page:
        page.goto(f"search/?q={question}")
        expect(page.locator(NOTE)).to_have_text(note)
        expect(page.locator(TOLD)).to_contain_text("に合うものは、見つかりませんでした。")
        expect(page.locator(".search-card")).to_have_count(0)
        expect(page.locator(".search-help")).to_contain_text("条件をかえるか、はずしてみてください。")


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "UTC"])
def test_what_this_week_is_the_day_in_japan_says(chromium: Browser, sample_server: str, zone: str) -> None:
    with opened(chromium, sample_server, "2026-11-30T00:20:00+09:00", zone=zone) as page:
        page.goto("search/?q=今週の土曜")
        expect(page.locator(CHIPS)).to_have_text(["今週の土曜（12月5日・土）を外す"])
        expect(page.locator(".search-card").first).to_be_visible()


def test_the_panel_knows_what_the_question_says_and_takes_it_off(page: Page) -> None:
    page.goto("search/?q=来月の無料の催し&kind=event")
    expect(page.locator(CHIPS)).to_have_text(["来月（12月1日〜31日）を外す", "無料を外す", "イベントを外す"])
    if not page.locator(".search-narrow").evaluate("(box) => box.open"):
        page.locator(".search-narrow > summary").click()
    expect(page.get_by_role("checkbox", name=re.compile("^イベント"))).to_be_checked()
    page.locator(".search-facet", has_text="費用").locator("summary").click()
    page.get_by_role("checkbox", name=re.compile("^無料")).uncheck()
    expect(page.locator(CHIPS)).to_have_text(["来月（12月1日〜31日）を外す", "イベントを外す"])
    page.get_by_role("checkbox", name=re.compile("^イベント")).uncheck()
    expect(page.locator("#search-app input[name=q]")).to_have_value("来月")
    expect(page.locator(CHIPS)).to_have_text(["来月（12月1日〜31日）を外す"])
    page.get_by_role("button", name="条件をすべて外す").click()
    expect(page.locator("#search-app input[name=q]")).to_have_value("")
    expect(page.locator(CHIPS)).to_have_count(0)


def test_taking_off_one_chip_after_another_never_ends_with_nothing(page: Page) -> None:
    page.goto("search/?q=来月の無料の催し")
    for left in (["無料を外す", "イベントを外す"], ["イベントを外す"]):
        page.locator(CHIPS).first.click()
        expect(page.locator(CHIPS)).to_have_text(left)
        expect(page.locator(".search-card").first).to_be_visible()
    expect(page.locator("#search-app input[name=q]")).to_have_value("催し")


def test_the_order_of_days_is_called_what_it_is(page: Page) -> None:
    page.goto("search/?q=催し")
    expect(page.locator(CHIPS)).to_have_text(["イベントを外す"])
    page.get_by_label("ならび順").select_option("日付の近い順")
    expect(page).to_have_url(re.compile("sort=date"))
    expect(page.locator(".search-results")).not_to_have_attribute("aria-busy", "true")
    lines = page.locator(".search-line").all_inner_texts()
    days = [(int(m[1]) < 11, int(m[1]), int(m[2])) for line in lines if (m := re.match(r"(\d+)月(\d+)日", line))]
    assert len(days) > 5, lines
    assert days == sorted(days)
    page.locator(CHIPS).click()
    expect(page.locator("#search-app input[name=q]")).to_have_value("")


def test_a_link_to_days_names_the_same_days_later(chromium: Browser, sample_server: str) -> None:
    with opened(chromium, sample_server, "2026-12-02T09:00:00+09:00") as page:
        page.goto("search/?date=2026-12-05")
        expect(page.locator(CHIPS)).to_have_text(["12月5日（土）を外す"])
        expect(page.locator(TOLD)).to_have_text(re.compile(r"^\d+件（しぼりこみ中）$"))
        page.goto("search/?date=<b>きょう</b>")
        expect(page.locator(TOLD)).to_have_text("0件（しぼりこみ中）")
        expect(page.locator(CHIPS)).to_have_text(["<b>きょう</b>を外す"])
