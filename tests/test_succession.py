"""Handing an activity over: who waits is shown with what it takes, in order, and how it went is never lost."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from generator.intake.draft import Draft, Wanted, draft, drafts
from generator.intake.handover import UNTIL_THEN
from generator.intake.submission import Submission, from_pairs
from generator.japanese.dates import is_later
from generator.matching.succession import Handing, successions
from generator.reading.read import read
from generator.reading.strict import parse
from generator.search.records import documents
from generator.settings import Send, Settings
from tests.folders import GROUP, TODAY, content, loaded, problems
from tests.poured import elements, poured, texts
from tests.sheets_of_paper import bare, printed


def group(name: str, kana: str, rest: str) -> str:
    return GROUP.replace("川あかりの会", name).replace("かわあかりのかい", kana) + rest


def succession(status: str, since: str = "", **more: str) -> str:
    lines = {"status": status, "since": since, **more}
    return "succession:\n" + "".join(f"  {name}: {value}\n" for name, value in lines.items() if value)


CALL = (
    "recruiting:\n  - role: successor\n    title: 当番表をつくる方\n    place: 川辺の広場\n"
    "    when: 毎月第1日曜 9:00-10:00\n    until: 2027-03-31\n"
)
TOWN = {
    "new": group("あの会", "あのかい", succession("looking", "2026-05")),
    "undated": group("いの会", "いのかい", succession("looking")),
    "old": group("うの会", "うのかい", succession("looking", "2019")),
    "talking": group("えの会", "えのかい", succession("talking", "2018")),
    "found": group("おの会", "おのかい", succession("found", "2026-04")),
    "found-later": group("かの会", "かのかい", succession("found", "2026-10-01")),
    "long-found": group("きの会", "きのかい", succession("found", "2024-04")),
    "found-some-day": group("くの会", "くのかい", succession("found")),
    "calls": group("けの会", "けのかい", CALL.replace("title", "posted: 2025-01-10\n    title")),
    "closed": group("この会", "このかい", CALL.replace("2027-03-31", "2026-03-31")),
    "not-needed": group("さの会", "さのかい", succession("not-needed")),
    "contradicts": group("しの会", "しのかい", CALL + succession("not-needed")),
    "ended": group("すの会", "すのかい", "status: ended\n" + succession("looking", "2010")),
    "resting": group("せの会", "せのかい", "status: resting\n" + succession("looking", "2020-01")),
}
FILES = {f"groups/{slug}.yaml": text for slug, text in TOWN.items()}


def compiled(folder: Path, files: dict[str, str] = FILES) -> tuple[Handing, ...]:
    return successions(loaded(folder, files).directory)


def test_the_longest_waiting_stands_first_then_who_is_in_talks_then_who_found_somebody_within_a_year(
    tmp_path: Path,
) -> None:
    found = compiled(tmp_path)
    assert [(each.entry.slug, str(each.stage), each.since) for each in found] == [
        ("old", "looking", "2019"),
        ("resting", "looking", "2020-01"),
        ("calls", "looking", "2025-01-10"),
        ("new", "looking", "2026-05"),
        ("undated", "looking", ""),
        ("contradicts", "looking", ""),
        ("talking", "talking", "2018"),
        ("found-later", "found", "2026-10-01"),
        ("found", "found", "2026-04"),
    ]


def test_a_call_for_a_successor_belongs_to_the_succession_of_its_group(tmp_path: Path) -> None:
    files = {"groups/kawa-akari.yaml": GROUP + CALL + succession("looking", "2026-01")}
    (found,) = compiled(tmp_path, files)
    assert [each.call.title for each in found.calls] == ["当番表をつくる方"]
    assert found.since == "2026-01"


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("2026", "2025", True),
        ("2026", "2026-04", False),
        ("2026-04", "2026", False),
        ("2026-05", "2026-04-30", True),
        ("2026-04-30", "2026-04", False),
        ("2026-04-02", "2026-04-01", True),
        ("2026-04-01", "2026-04-01", False),
    ],
)
def test_a_date_that_is_known_in_part_is_later_only_if_it_surely_is(one: str, other: str, later: bool) -> None:
    assert is_later(one, other) is later


WHOLE = GROUP + (
    "founded: 2001\n"
    "succession:\n"
    "  status: looking\n"
    "  since: 2025-06\n"
    "  needs: 月に二度、夜に出られる方\n"
    "  hands_over: 太鼓12張と楽譜\n"
    "  help_for: 半年\n"
    "  note: 世話役が八十歳になります。\n"
    "  history:\n"
    "    - {status: talking, day: 2024, note: 話はまとまりませんでした}\n"
    "    - {status: looking, day: 2025-06}\n"
)
CENTRE: dict[str, Any] = {
    "name": "みんなのセンター",
    "phone": "042-000-0100",
    "fax": "042-000-0101",
    "hours": "平日 9:00〜17:00",
    "address": "市役所の1階",
}
SETTINGS = Settings.model_validate(
    {"site_name": "ためしの広場", "site_url": "https://hiroba.example.org/", "center": CENTRE}
)


def test_the_list_tells_what_it_is_since_when_what_it_takes_and_how_to_ask_without_a_name(tmp_path: Path) -> None:
    pages = poured(tmp_path, {"groups/kawa-akari.yaml": WHOLE}, settings=SETTINGS)
    page = pages["succession/index.html"]
    (card,) = [each.text for each in elements(page, "li") if each.has("handing")]
    for words in (
        "川あかりの会",
        "川辺の花を世話しています。",
        "2001年（平成13年）設立",
        "2025年（令和7年）6月から探しています",
        "月に二度、夜に出られる方",
        "太鼓12張と楽譜",
        "半年",
        "世話役が八十歳になります。",
    ):
        assert words in card
    (ask,) = [each.text for each in elements(page, "div") if each.has("ask")]
    for words in ("お名前を伝えずに", "042-000-0100", "042-000-0101", "市役所の1階", "平日 9:00〜17:00"):
        assert words in ask
    assert 'href="../groups/kawa-akari/#succession"' in page


def test_the_group_s_page_offers_the_centre_also_where_the_group_has_a_telephone(tmp_path: Path) -> None:
    page = poured(tmp_path, {"groups/kawa-akari.yaml": WHOLE}, settings=SETTINGS)["groups/kawa-akari/index.html"]
    (told,) = [each.text for each in elements(page, "section") if each.has("handover")]
    assert "042-000-0011" in page
    assert "042-000-0100" in told
    assert "2024年（令和6年） 相談中 話はまとまりませんでした" in told
    # What holds now stands above, and not once more among what was.
    assert told.count("2025年") == 1


@pytest.mark.parametrize(("status", "asked"), [("looking", 1), ("talking", 1), ("found", 0)])
def test_who_found_somebody_is_not_asked_any_more(tmp_path: Path, status: str, asked: int) -> None:
    files = {"groups/kawa-akari.yaml": GROUP + succession(status, "2026-04")}
    page = poured(tmp_path, files, settings=SETTINGS)["groups/kawa-akari/index.html"]
    assert page.count('class="ask"') == asked


def test_without_anybody_waiting_the_list_says_so(tmp_path: Path) -> None:
    page = poured(tmp_path, {"groups/kawa-akari.yaml": GROUP + succession("not-needed")})["succession/index.html"]
    assert "いま、引き継ぐ人を探している活動はありません。" in texts(page, "p")


def test_a_long_list_goes_on_on_a_second_page(tmp_path: Path) -> None:
    kana = "あいうえおかきくけこさしすせそたちつてと"
    names = [a + b for a in kana for b in kana[:6]][:101]
    files = {f"groups/g{n}.yaml": group(f"{k}会", k, succession("looking", "2026")) for n, k in enumerate(names)}
    pages = poured(tmp_path, files)
    assert pages["succession/index.html"].count('class="handing ') == 100
    assert pages["succession/index-2.html"].count('class="handing ') == 1


def test_what_a_stranger_writes_is_text_on_the_list(tmp_path: Path) -> None:
    text = GROUP + succession("looking", needs="'<script>alert(1)</script>'", note="'<b onclick=x>'")
    page = poured(tmp_path, {"groups/kawa-akari.yaml": text})["succession/index.html"]
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


@pytest.mark.parametrize("word", ["後継者", "引き継ぎ", "引き継ぐ人", "太鼓12張", "月に二度"])
def test_who_looks_for_a_successor_is_found_by_the_words_for_it(tmp_path: Path, word: str) -> None:
    directory = loaded(tmp_path, {"groups/kawa-akari.yaml": WHOLE}).directory
    found = next(each for each in documents(directory) if each.url == "groups/kawa-akari/")
    assert word in found.body


def test_who_found_a_successor_is_not_found_by_that_word(tmp_path: Path) -> None:
    directory = loaded(tmp_path, {"groups/kawa-akari.yaml": GROUP + succession("found", "2026-04")}).directory
    found = next(each for each in documents(directory) if each.url == "groups/kawa-akari/")
    assert "後継者" not in found.body


# What is wrong.


def rules(folder: Path, text: str, today: date = TODAY) -> list[str]:
    return [p.rule for p in problems(folder, {"groups/kawa-akari.yaml": text}, today)]


def test_what_is_whole_is_not_complained_of(tmp_path: Path) -> None:
    assert rules(tmp_path, WHOLE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GROUP.replace("phone: 042-000-0011", "website: https://example.org/a"), ["succession-unreachable"]),
        (GROUP.replace("phone: 042-000-0011", "fax: 042-000-0011"), []),
        (GROUP.replace("phone: 042-000-0011", "form: https://example.org/a"), []),
        (GROUP.replace("phone: 042-000-0011", "via: center"), []),
        # Who cannot be reached at all is told that once.
        (GROUP.replace("phone: 042-000-0011", "address: 清瀬市中里"), ["no-contact"]),
        (
            GROUP.replace("phone: 042-000-0011", "address: 清瀬市中里") + "status: resting\n",
            ["succession-unreachable"],
        ),
    ],
)
def test_who_looks_for_a_successor_can_be_reached_by_some_way(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert rules(tmp_path, text + succession("looking", note="会を継ぐ方")) == expected


@pytest.mark.parametrize(
    ("status", "until", "expected"),
    [
        ("found", "2027-03-31", ["succession-still-open"]),
        ("not-needed", "2027-03-31", ["succession-still-open"]),
        ("talking", "2027-03-31", []),
        ("looking", "2027-03-31", []),
        ("found", "2026-03-31", ["until-past"]),
    ],
)
def test_what_is_settled_has_no_open_call(tmp_path: Path, status: str, until: str, expected: list[str]) -> None:
    assert rules(tmp_path, GROUP + CALL.replace("2027-03-31", until) + succession(status)) == expected


@pytest.mark.parametrize(
    ("since", "wrong"), [("2026", False), ("2026-11", False), ("2026-11-24", True), ("2026-12", True), ("2027", True)]
)
def test_a_state_has_begun(tmp_path: Path, since: str, wrong: bool) -> None:
    found = rules(tmp_path, GROUP + succession("found", since))
    assert found == ["succession-in-future"] * wrong


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("looking 2024, talking 2025", []),
        ("looking 2025-04, talking 2025", []),
        ("looking 2026, talking 2025", ["succession-history-order"]),
        ("looking 2024, talking 2026-11", ["succession-history-order"]),
        ("looking 2024, looking 2025", ["succession-history-repeats"]),
        ("looking 2024, found 2025", ["succession-history-repeats"]),
        # The state now may stand at the end of the history as well.
        ("looking 2024, found 2026-10", []),
    ],
)
def test_a_history_goes_on_in_time_and_from_state_to_state(tmp_path: Path, steps: str, expected: list[str]) -> None:
    lines = "".join("    - {{status: {}, day: {}}}\n".format(*step.split()) for step in steps.split(", "))
    assert rules(tmp_path, GROUP + succession("found", "2026-10") + f"  history:\n{lines}") == expected


def test_a_word_on_what_is_handed_over_may_stand_in_the_call(tmp_path: Path) -> None:
    assert rules(tmp_path / "bare", GROUP + succession("looking")) == ["succession-without-words"]
    said = GROUP + succession("looking") + "  needs: なし\n  hands_over: 特にありません\n"
    assert rules(tmp_path / "nothing", said) == ["succession-without-words"]
    assert rules(tmp_path / "call", GROUP + CALL + succession("looking")) == []
    assert rules(tmp_path / "found", GROUP + succession("found")) == []


@pytest.mark.parametrize(
    ("since", "confirmed", "expected"),
    [
        ("2024-10", "2025-10-01", ["not-confirmed", "succession-waiting-long"]),
        ("2024", "2025-10-01", ["not-confirmed"]),
        ("2023", "2026-10-01", []),
    ],
)
def test_who_waits_for_two_years_and_is_not_asked_how_it_stands(
    tmp_path: Path, since: str, confirmed: str, expected: list[str]
) -> None:
    text = GROUP + f"confirmed: {confirmed}\n" + succession("looking", since, note="会を継ぐ方")
    assert rules(tmp_path, text) == expected


# What is sent in.


def sent(folder: Path, text: str, pairs: list[tuple[str, str]]) -> Draft:
    """What becomes of a published profile when the form sends its succession so."""
    reading = read(content(folder, {"groups/kawa-akari.yaml": text}), "content")
    rest = [("name", "川あかりの会"), ("kana", "かわあかりのかい"), ("kind", "volunteer"), ("fields", "environment")]
    rest += [("areas", "citywide"), ("summary", "川辺の花を世話しています。")]
    rest += [("description", "毎月、川辺の花壇に集まります。"), ("contact.phone", "042-000-0011")]
    found = from_pairs([("_kind", "group"), ("_slug", "kawa-akari"), *rest, *pairs])
    assert isinstance(found, Submission)
    return draft(found, reading, "kawa-akari", TODAY)


def said(made: Draft) -> Any:
    return parse(made.after).get("succession")


def test_the_state_that_ends_goes_into_the_history_with_its_date(tmp_path: Path) -> None:
    text = GROUP + succession("looking", "2025年6月", note="会を継ぐ方")
    made = sent(tmp_path, text, [("succession.status", "相談中"), ("succession.since", "2025-06")])
    assert said(made) == {
        "status": "talking",
        "since": "2026-11",
        "history": [{"status": "looking", "day": "2025-06"}],
    }
    assert not made.problems or {p.rule for p in made.problems} == {"criteria-missing"}


def test_a_date_that_comes_with_the_new_state_stays(tmp_path: Path) -> None:
    text = GROUP + succession("looking", "2025-06")
    made = sent(tmp_path, text, [("succession.status", "found"), ("succession.since", "2026年10月")])
    assert (said(made)["since"], said(made)["history"]) == ("2026-10", [{"status": "looking", "day": "2025-06"}])


def test_of_a_state_without_a_date_it_is_said_that_it_ended(tmp_path: Path) -> None:
    made = sent(tmp_path, GROUP + "succession: 探しています\n", [("succession.status", "found")])
    (step,) = said(made)["history"]
    assert step == {"status": "looking", "day": "2026-11-23", "note": UNTIL_THEN}
    assert "succession-history-order" not in {p.rule for p in made.problems}


def test_a_history_written_by_hand_stays_to_the_letter_and_what_stands_at_its_end_is_not_told_twice(
    tmp_path: Path,
) -> None:
    made = sent(tmp_path, WHOLE, [("succession.status", "found"), ("succession.needs", "月に二度、夜に出られる方")])
    assert said(made)["history"] == [
        {"status": "talking", "day": "2024", "note": "話はまとまりませんでした"},
        {"status": "looking", "day": "2025-06"},
    ]


def test_the_form_which_does_not_ask_for_the_history_does_not_take_it_away(tmp_path: Path) -> None:
    made = sent(tmp_path, WHOLE, [("succession.status", "looking"), ("succession.note", "別の言葉で")])
    assert said(made)["note"] == "別の言葉で"
    assert len(said(made)["history"]) == 2


def test_who_takes_it_back_needs_nobody_and_what_was_stays(tmp_path: Path) -> None:
    made = sent(tmp_path, GROUP + succession("looking", "2025-06", note="会を継ぐ方"), [])
    assert said(made) == {
        "status": "not-needed",
        "since": "2026-11",
        "history": [{"status": "looking", "day": "2025-06"}],
    }


def test_who_never_needed_anybody_may_leave_it_out(tmp_path: Path) -> None:
    assert said(sent(tmp_path, GROUP + succession("not-needed"), [])) is None


def test_a_state_that_cannot_be_understood_is_told_and_loses_no_history(tmp_path: Path) -> None:
    made = sent(tmp_path, WHOLE, [("succession.status", "なぞ")])
    assert "unknown-choice" in {p.rule for p in made.problems}
    assert len(said(made)["history"]) == 2


def test_a_new_profile_begins_without_a_history(tmp_path: Path) -> None:
    assert said(sent(tmp_path, GROUP, [("succession.status", "looking")])) == {"status": "looking"}


def test_a_table_changes_the_state_as_the_form_does(tmp_path: Path) -> None:
    text = GROUP + succession("looking", "2025-06", note="会を継ぐ方")
    reading = read(content(tmp_path, {"groups/kawa-akari.yaml": text}), "content")
    fields = {"succession": {"status": "決まりました", "note": "会を継ぐ方"}}
    (made,) = drafts([Wanted("groups", "kawa-akari", fields)], reading, TODAY)
    assert said(made)["history"] == [{"status": "looking", "day": "2025-06"}]


def test_the_form_asks_gently_and_not_for_the_history(tmp_path: Path) -> None:
    form = SETTINGS.model_copy(update={"send": Send(paper=True)})
    page = poured(tmp_path, settings=form)["edit/index.html"]
    names = ("succession.needs", "succession.hands_over", "succession.help_for", "succession.since")
    for words in ("心配ごとのうちからでも書けます", "一部だけでもよいときは", *names):
        assert words in page
    assert "succession.history" not in page


@pytest.mark.browser
@pytest.mark.site
def test_the_list_hangs_on_the_wall_as_one_sheet_of_who_still_looks(chromium: Browser, sample_server: str) -> None:
    page = chromium.new_page(base_url=sample_server)
    page.goto("succession/")
    sheets = printed(page)
    page.close()
    assert len(sheets) == 1
    said = sheets[0]
    for words in ("引き継ぐ人を待っている活動", "せせらぎメダカ小屋", "お名前を伝えずに", "042-000-0100"):
        assert bare(words) in said
    assert "ことこと号" not in said


@pytest.mark.browser
@pytest.mark.site
def test_the_list_is_narrowed_by_field_and_area_and_passes_axe(chromium: Browser, sample_server: str) -> None:
    page = chromium.new_page(base_url=sample_server, viewport={"width": 390, "height": 844})
    page.goto("succession/")
    every = page.locator(".handing").count()
    page.locator(".search-narrow summary, .narrow summary").first.click()
    page.locator(".search-facet summary", has_text="活動分野").click()
    page.get_by_role("checkbox", name="環境の保全").check()
    expect(page.locator(".handing:visible")).not_to_have_count(every)
    expect(page.locator(".handing:visible", has_text="せせらぎメダカ小屋")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert Axe().run(page).violations_count == 0
    page.close()


def test_a_history_is_told_by_day_in_whatever_order_it_was_written(tmp_path: Path) -> None:
    steps = "  history:\n    - {status: talking, day: 2026-03}\n    - {status: looking, day: 2024-05}\n"
    files = {"groups/aoi.yaml": GROUP + succession("found", "2026-10") + steps}
    html = poured(tmp_path, files)["groups/aoi/index.html"]
    assert html.index("2024年") < html.index("2026年（令和8年）3月")


def test_a_day_to_come_is_shown_and_nothing_is_said_to_last_from_it(tmp_path: Path) -> None:
    files = {"groups/aoi.yaml": GROUP + succession("looking", "2099-04", needs="土曜に出られる方")}
    pages = poured(tmp_path, files)
    listed, own = pages["succession/index.html"], pages["groups/aoi/index.html"]
    assert "2099年" in listed
    assert "2099年" in own
    for html in (listed, own):
        assert not re.search("2099年[^<]{0,12}月(?:</[a-z]+>)?から", html)
