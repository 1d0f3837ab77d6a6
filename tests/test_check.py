"""What is wrong between records and beside them is found: references, files, privacy, age."""

from datetime import date
from pathlib import Path

import pytest

from generator.directory.calendar import days_of
from generator.problems import Problem
from generator.reading.slugs import is_slug, slug_of
from generator.rules import advice, level, message
from tests.folders import EVENT, GROUP, JPEG, OTHER_GROUP, PDF, PLACE, content, loaded, picture, problems, put

OTHER = OTHER_GROUP


def _group(lines: str) -> dict[str, str | bytes]:
    return {"groups/hana.yaml": OTHER + lines}


def _contact(lines: str) -> dict[str, str | bytes]:
    return {"groups/hana.yaml": OTHER.replace("  phone: 042-000-0011\n", lines)}


def _only(found: tuple[Problem, ...]) -> tuple[str, int, int, dict[str, str]]:
    (problem,) = found
    return problem.rule, problem.where.line, problem.where.column, dict(problem.facts)


def test_a_plain_folder_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path) == ()


def test_an_empty_folder_is_an_empty_site_and_no_problem(tmp_path: Path) -> None:
    from generator.build import load

    nothing = load(tmp_path / "none", "content", date(2026, 11, 23))
    assert nothing.problems == ()
    assert nothing.directory.groups == ()


@pytest.mark.parametrize(
    ("files", "rule", "place"),
    [
        (_group("meetings:\n  when: 毎週月曜\n  place: kawabe-no\n"), "unknown-place", (13, 10)),
        (
            _group("meetings:\n  - when: 毎週月曜\n  - when: 毎週火曜\n    place: mura-ie\n"),
            "unknown-place",
            (14, 12),
        ),
        (
            _group("recruiting:\n  - role: member\n    title: 花の仲間\n    place: mura-ie\n    when: 毎週月曜 9:00\n"),
            "unknown-place",
            (14, 12),
        ),
        ({"events/a.yaml": EVENT.replace("kawa-akari", "[kawa-akari, hana-no-kai]")}, "unknown-group", (3, 25)),
        ({"events/a.yaml": EVENT + "place: mura-ie\n"}, "unknown-place", (6, 8)),
    ],
)
def test_what_looks_like_a_file_must_be_one(
    tmp_path: Path, files: dict[str, str | bytes], rule: str, place: tuple[int, int]
) -> None:
    found = _only(problems(tmp_path, files))
    assert (found[0], found[1:3]) == (rule, place)


def test_places_and_organizers_may_be_plain_words(tmp_path: Path) -> None:
    meetings = "meetings:\n  when: 毎週月曜\n  place: 金山橋のたもと\n"
    event = EVENT.replace("kawa-akari", "[花を育てる有志, Riverside Friends]") + "place: 川辺の家\n"
    found = loaded(tmp_path, {**_group(meetings), "events/a.yaml": event})
    assert found.problems == ()
    entry = next(e for e in found.directory.events if e.slug == "a")
    assert entry.organizers == (("花を育てる有志", ""), ("Riverside Friends", ""))
    assert entry.spot
    assert entry.spot.slug == "kawabe"


@pytest.mark.parametrize(
    "name", ["../kawa.jpg", "/etc/passwd", "photos/../../kawa.jpg", "a\\kawa.jpg", "C:kawa.jpg", "~/../../x.jpg"]
)
def test_a_photo_outside_its_folder_is_refused_even_if_it_is_there(tmp_path: Path, name: str) -> None:
    files = {**_group(f"photos:\n  - file: '{name}'\n    alt: 川\n"), "kawa.jpg": JPEG}
    assert _only(problems(tmp_path, files))[:3] == ("file-outside", 12, 11)


def test_a_name_with_a_null_character_is_no_file(tmp_path: Path) -> None:
    files = _group('photos:\n  - file: "kawa\\0.jpg"\n    alt: 川\n')
    assert _only(problems(tmp_path, files))[0] in ("file-outside", "file-missing")


def test_a_link_that_leads_out_of_the_folder_is_refused_and_one_inside_is_fine(tmp_path: Path) -> None:
    put(tmp_path, {"secret/kawa.jpg": JPEG, "content/groups/real.jpg": JPEG})
    (tmp_path / "content/groups/out.jpg").symlink_to(tmp_path / "secret/kawa.jpg")
    (tmp_path / "content/groups/away").symlink_to(tmp_path / "secret")
    (tmp_path / "content/groups/in.jpg").symlink_to("real.jpg")
    names = ("out.jpg", "away/kawa.jpg", "in.jpg")
    photos = "photos:\n" + "".join(f"  - file: {name}\n    alt: 川\n" for name in names)
    found = problems(tmp_path / "content", _group(photos))
    assert [(p.rule, p.where.line) for p in found] == [("file-outside", 12), ("file-outside", 14)]


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("kawa.jpg", JPEG, ""),
        ("KAWA.JPEG", JPEG, ""),
        ("kawa.png", picture("PNG"), ""),
        ("kawa.webp", picture("WEBP"), ""),
        ("sub/kawa.jpg", JPEG, ""),
        ("kawa.webp", b"RIFF\x00\x00\x00\x00WAVEfmt ", "not-an-image"),
        ("kawa.gif", b"GIF89a", "not-an-image"),
        ("kawa.svg", b"<svg onload='x()'/>", "not-an-image"),
        ("kawa.jpg", b"<html><script>", "not-an-image"),
        ("kawa.jpg", b"", "not-an-image"),
        ("kawa.jpg", JPEG[:40], "not-an-image"),
        ("kawa.png", JPEG, "not-an-image"),
        ("kawa", JPEG, "not-an-image"),
        ("kawa.jpg", b"\xff\xd8\xff" + b"0" * (8 * 1024 * 1024), "file-too-large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_photo_is_a_picture_of_bearable_size(tmp_path: Path, name: str, data: bytes, rule: str) -> None:
    files = {**_group(f"photos: {{file: {name}, alt: 川}}\n"), f"groups/{name}": data}
    assert [p.rule for p in problems(tmp_path, files)] == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("name", "data", "rule"),
    [
        ("kaiho.pdf", PDF, ""),
        ("kaiho.PDF", PDF, ""),
        ("kaiho.pdf", b"PK\x03\x04", "not-a-pdf"),
        ("kaiho.docx", PDF, "not-a-pdf"),
        ("kaiho.pdf", PDF + b"0" * (10 * 1024 * 1024), "file-too-large"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_document_is_a_pdf_of_bearable_size(tmp_path: Path, name: str, data: bytes, rule: str) -> None:
    files = {**_group(f"documents: {{file: {name}, title: 会報}}\n"), f"groups/{name}": data}
    assert [p.rule for p in problems(tmp_path, files)] == ([rule] if rule else [])


@pytest.mark.parametrize("name", ["kawa.jpg", "none/kawa.jpg", "sub", "川" * 100 + ".jpg", "あ/" * 60 + "い.jpg"])
def test_a_photo_that_is_not_there_is_a_problem_and_never_a_crash(tmp_path: Path, name: str) -> None:
    files = {**_group(f"photos:\n  - file: {name}\n    alt: 川\n"), "groups/sub/other.png": JPEG}
    assert _only(problems(tmp_path, files))[:3] == ("file-missing", 12, 11)


def test_a_photo_that_is_not_there_is_answered_with_the_one_that_was_meant(tmp_path: Path) -> None:
    files = {**_group("photos:\n  - file: kawa.jpeg\n    alt: 川\n"), "groups/kawa.jpg": JPEG, "groups/x.png": JPEG}
    (found,) = problems(tmp_path, files)
    assert advice(found) == "「kawa.jpg」のことでしょうか。"
    assert advice(found, "en") == "Did you mean “kawa.jpg”?"


@pytest.mark.parametrize("number", ["090-0000-0000", "07000000000", "０７０−００００−００００"])
def test_a_mobile_number_stops_the_build_until_the_profile_says_that_it_is_public(tmp_path: Path, number: str) -> None:
    (found,) = problems(tmp_path / "private", _contact(f"  phone: {number}\n"))
    assert (found.rule, str(level(found)), found.where.line, found.where.column) == ("private-phone", "error", 10, 10)
    assert "「public: [phone]」" in advice(found)
    assert problems(tmp_path / "public", _contact(f"  phone: {number}\n  public: 電話番号\n")) == ()


def test_to_make_one_number_public_says_nothing_about_another(tmp_path: Path) -> None:
    both = _contact("  phone: 090-0000-0000\n  fax: 090-0000-0001\n  public: [phone]\n")
    assert _only(problems(tmp_path, both))[:3] == ("private-phone", 11, 8)


def test_a_mobile_number_for_bookings_is_stopped_and_may_be_made_public_too(tmp_path: Path) -> None:
    event = EVENT + "booking:\n  phone: 090-0000-0000\n  fax: 042-000-0011\n"
    assert _only(problems(tmp_path / "a", {"events/a.yaml": event}))[:3] == ("private-phone", 7, 10)
    assert problems(tmp_path / "b", {"events/a.yaml": event + "  public: [phone]\n"}) == ()


def test_the_registered_office_of_a_corporate_body_is_public(tmp_path: Path) -> None:
    address = "contact:\n  phone: 042-000-0011\n  address: 清瀬市中里1-2-3"
    group = GROUP.replace("contact:\n  phone: 042-000-0011", address)
    assert [p.rule for p in problems(tmp_path, {"groups/kawa-akari.yaml": group})] == ["private-address"]
    for corporate in (group.replace("kind: volunteer", "kind: npo"), "corporate_number: 8000012010038\n" + group):
        assert problems(tmp_path, {"groups/kawa-akari.yaml": corporate}) == ()


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("清瀬市中里1-2-3", True),
        ("清瀬市中里１丁目２番地３", True),
        ("清瀬市中里1丁目2番3号", True),
        ("清瀬市中里一丁目二番三号", True),
        ("清瀬市中里1の2", True),
        ("清瀬市中里 123番地", True),
        ("清瀬市中里1−2", True),
        ("清瀬市中里ー丁目", False),
        ("清瀬市中里1丁目", False),
        ("清瀬市中里", False),
        ("〒204-0000 清瀬市中里", False),
        ("第2会館", False),
    ],
)
def test_a_house_number_stops_the_build_and_a_part_of_the_town_does_not(
    tmp_path: Path, address: str, private: bool
) -> None:
    line = f"  phone: 042-000-0011\n  address: {address}\n"
    found = problems(tmp_path / "a", _contact(line))
    assert [(p.rule, p.where.line, p.where.column) for p in found] == [("private-address", 11, 12)] * private
    assert problems(tmp_path / "b", _contact(line + "  public: [住所]\n")) == ()


@pytest.mark.parametrize(
    "name", ["川あかりの会", "川あかりの 会", "川ｱｶﾘの会", "川アカリの会", "川・あかりの会", "川･あかりの会"]
)
def test_two_groups_of_one_name_are_reported_whatever_its_width(tmp_path: Path, name: str) -> None:
    """A resident who looks for the group would find it twice, with two telephone numbers."""
    other = GROUP.replace("川あかりの会", name).replace("かわあかりのかい", "ほかのよみ")
    (found,) = (p for p in problems(tmp_path, {"groups/other.yaml": other}) if p.rule != "machine-dependent")
    assert (found.rule, found.where.file, found.where.line) == ("duplicate-name", "content/groups/other.yaml", 1)
    assert "content/groups/kawa-akari.yaml" in message(found)


@pytest.mark.parametrize(
    ("name", "kana", "value", "field"),
    [
        ("（特非）花あかりの会", "ほかのよみ", "（特非）花あかりの会", "団体名"),
        ("特定非営利活動法人 花アカリの会", "とくてい", "特定非営利活動法人 花アカリの会", "団体名"),
        ("花あかりの会（NPO法人）", "えぬぴーおー", "花あかりの会（NPO法人）", "団体名"),
        ("華明かりの会", "えぬぴーおーほうじん はなあかりのかい", "えぬぴーおーほうじん はなあかりのかい", "ふりがな"),
    ],
)
def test_one_name_with_and_without_a_legal_form_is_a_warning(
    tmp_path: Path, name: str, kana: str, value: str, field: str
) -> None:
    twin = GROUP.replace("川あかりの会", name).replace("かわあかりのかい", kana)
    (found,) = problems(tmp_path, {"groups/hana.yaml": OTHER, "groups/other.yaml": twin})
    assert (found.rule, str(level(found)), found.where.file) == ("same-body", "warning", "content/groups/other.yaml")
    assert message(found) == f"「{value}」は、法人の種類を除くと content/groups/hana.yaml の{field}と同じです。"


def test_groups_of_different_names_may_stand_side_by_side(tmp_path: Path) -> None:
    assert problems(tmp_path, {"groups/other.yaml": OTHER}) == ()


@pytest.mark.parametrize(("day", "stale"), [("2025-11-22", False), ("2025-11-21", True), ("2026-11-23", False)])
def test_a_profile_that_nobody_confirmed_for_a_year_is_noted(tmp_path: Path, day: str, stale: bool) -> None:
    found = loaded(tmp_path, _group(f"confirmed: {day}\n"))
    assert [(p.rule, p.where.line, str(level(p))) for p in found.problems] == [("not-confirmed", 11, "warning")] * stale
    assert next(g.stale for g in found.directory.groups if g.slug == "hana") == stale
    assert not found.failed


def test_people_are_wanted_until_the_closing_day_and_not_after_it(tmp_path: Path) -> None:
    wanted = "recruiting:\n" + "".join(
        f"  - {{role: member, title: {title}, until: {until}, place: 川辺, when: 毎週月曜 9:00-9:30}}\n"
        for title, until in (("きのう", "2026-11-22"), ("きょう", "2026-11-23"), ("あした", "2026-11-24"))
    )
    found = loaded(
        tmp_path, _group(wanted + "  - {role: member, title: いつも, place: 川辺, when: 毎週月曜 9:00-9:30}\n")
    )
    assert [(p.rule, p.where.line, p.where.column) for p in found.problems] == [("until-past", 12, 39)]
    (entry,) = [g for g in found.directory.groups if g.slug == "hana"]
    assert [r.title for r in entry.recruiting] == ["きょう", "あした", "いつも"]


@pytest.mark.parametrize("name", ["offers", "seeks"])
def test_an_exchange_past_its_day_is_noted(tmp_path: Path, name: str) -> None:
    lines = f"{name}:\n  - kind: people\n    text: 人手\n    until: 2026-11-22\n"
    (found,) = problems(tmp_path, _group(lines))
    assert (found.rule, found.where.line, str(level(found))) == ("until-past", 14, "warning")
    assert {"offers": "できること", "seeks": "求めていること"}[name] in message(found)


def test_resting_groups_look_for_nobody(tmp_path: Path) -> None:
    found = loaded(tmp_path, _group("status: resting\nrecruiting: {role: member, title: 仲間}\n"))
    assert [g.recruiting for g in found.directory.groups if g.slug == "hana"] == [()]


def test_the_missing_criteria_are_named_but_not_for_hobby_groups(tmp_path: Path) -> None:
    some = OTHER.replace("[voluntary, collective, ", "[")
    (found,) = problems(tmp_path / "a", {"groups/hana.yaml": some})
    assert (found.rule, found.where.line, str(level(found))) == ("criteria-missing", 8, "warning")
    assert "「自発的・自主的な活動です」「複数の市民で活動しています」" in message(found)
    assert problems(tmp_path / "b", {"groups/hana.yaml": some.replace("[environment]", "[environment, hobby]")}) == ()


@pytest.mark.parametrize(
    ("line", "rules"),
    [
        ("  address: 清瀬市中里\n", ["no-contact"]),
        ("  phone_hours: 平日\n", ["no-contact"]),
        ("  via: センター\n", []),
        ("  fax: 042-000-0012\n", []),
        ("  email: a@example.org\n", []),
        ("  website: https://example.org/\n", []),
        ("  form: https://example.org/form\n", []),
        ("  social: {kind: x, url: https://example.org/x}\n", []),
    ],
)
def test_a_group_at_work_can_be_reached(tmp_path: Path, line: str, rules: list[str]) -> None:
    assert [p.rule for p in problems(tmp_path, _contact(line))] == rules


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("groups/hana.yaml", OTHER_GROUP.partition("contact:")[0] + "contact:\n  website: {}\n"),
        ("groups/hana.yaml", OTHER_GROUP.partition("contact:")[0] + "contact:\n  form: {}\n"),
        ("groups/hana.yaml", OTHER_GROUP.partition("contact:")[0] + "contact:\n  social: {{kind: x, url: {}}}\n"),
        ("events/hana.yaml", EVENT + "booking: {{required: yes, url: {}}}\n"),
        ("events/hana.yaml", EVENT + "online: {}\n"),
        ("places/hana.yaml", PLACE + "url: {}\n"),
    ],
)
@pytest.mark.parametrize(
    ("address", "suggestion"),
    [
        ("https://name:password@example.org/a@b", "https://example.org/a@b"),
        ("https://bank.example@example.org:8080/", "https://example.org:8080/"),
        ("https://a@b@example.org", "https://example.org"),
        ("https://@example.org", "https://example.org"),
        ("https://name＠example.org/", "https://example.org/"),
        ("//example.org/a", "https://example.org/a"),
        ("https://bank.example\\@example.org", "https://example.org/"),
        ("https:\\\\example.org", "https://example.org/"),
    ],
)
def test_an_address_in_any_field_shows_where_it_leads_and_gives_no_password_away(
    tmp_path: Path, file: str, text: str, address: str, suggestion: str
) -> None:
    found = [p for p in problems(tmp_path, {file: text.format(f"'{address}'")}) if p.rule == "url"]
    assert [dict(each.facts)["suggestion"] for each in found] == [suggestion]


@pytest.mark.parametrize(
    ("written", "leads_to"),
    [
        ("www.example.org", "https://www.example.org"),
        ("example.org/kai?a=b#c", "https://example.org/kai?a=b#c"),
        ("ｗｗｗ．ｅｘａｍｐｌｅ．ｏｒｇ／", "https://www.example.org/"),
        ("city.example.jp:8080/道", "https://city.example.jp:8080/道"),
        ("http://example.org", "http://example.org"),
    ],
)
def test_an_address_as_it_stands_on_paper_gets_what_is_missing_before_it(
    tmp_path: Path, written: str, leads_to: str
) -> None:
    found = loaded(tmp_path, _contact(f"  website: '{written}'\n"))
    assert found.problems == ()
    assert found.directory.group_of["hana"].group.contact.website == leads_to


@pytest.mark.parametrize(
    "written", ["annai.html", "chirashi.pdf", "//example.org", "example.org:80@evil.example", "ホームページ", "1.2.3"]
)
def test_what_is_no_address_gets_nothing_before_it(tmp_path: Path, written: str) -> None:
    assert [p.rule for p in problems(tmp_path, _contact(f"  website: '{written}'\n"))] == ["url"]


def test_an_address_may_have_such_a_sign_behind_its_host(tmp_path: Path) -> None:
    for address in ("https://example.org/@kawa", "https://example.org/?to=a@b", "https://example.org#@"):
        assert problems(tmp_path, _contact(f"  website: '{address}'\n")) == ()


def test_a_group_that_has_ended_need_not_be_reached(tmp_path: Path) -> None:
    files = _contact("  address: 清瀬市中里\nstatus: ended\n")
    assert problems(tmp_path, files) == ()


def test_the_same_content_on_another_day_has_other_problems(tmp_path: Path) -> None:
    files = _group("confirmed: 2026-01-01\n")
    assert problems(tmp_path, files, date(2026, 12, 31)) == ()
    assert [p.rule for p in problems(tmp_path, files, date(2027, 12, 31))] == ["not-confirmed"]


def test_a_recurring_event_leaves_out_its_holidays_and_ends_in_time(tmp_path: Path) -> None:
    dates = (
        "dates:\n  repeat: 毎月第1水曜 14:00-15:30\n  start_date: 2026-04-01\n"
        "  end_date: 2027-03-31\n  except_dates: [2027-01-06]\n"
    )
    event = EVENT.replace("dates: 2026-12-05 10:00-12:00\n", dates)
    found = loaded(tmp_path, {"events/tanemaki.yaml": event})
    assert found.problems == ()
    (entry,) = found.directory.events
    assert [o.first.isoformat() for o in entry.coming] == ["2026-12-02", "2027-02-03", "2027-03-03"]
    assert all(o.times and o.times.start.hour == 14 for o in entry.coming)


def test_a_daily_event_without_end_has_a_bounded_number_of_days(tmp_path: Path) -> None:
    event = EVENT.replace("2026-12-05 10:00-12:00", "{repeat: 毎日 10:00-11:00}")
    found = loaded(tmp_path, {"events/tanemaki.yaml": event})
    (entry,) = found.directory.events
    assert len(days_of(entry.event, date(2026, 11, 23))) == len(entry.occurrences) <= 200
    assert entry.coming[0].first == date(2026, 11, 23)


def test_a_profile_with_problems_is_still_shown_in_a_preview(tmp_path: Path) -> None:
    found = loaded(tmp_path, {"places/kawabe.yaml": PLACE, **_contact("  phone: 090-0000-0000\n")})
    assert found.failed
    assert {g.slug for g in found.directory.groups} == {"kawa-akari", "hana"}
    assert content(tmp_path).is_dir()


@pytest.mark.parametrize(
    ("status", "rules"),
    [("", []), ("status: scheduled\n", ["event-past"]), ("status: 満席\n", ["event-past"]), ("status: 中止\n", [])],
)
def test_a_past_event_is_a_record_unless_it_says_that_it_is_to_come(
    tmp_path: Path, status: str, rules: list[str]
) -> None:
    files: dict[str, str | bytes] = {"events/tanemaki.yaml": EVENT.replace("2026-12-05", "2026-10-05") + status}
    assert [p.rule for p in problems(tmp_path, files)] == rules


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        ("repeat: 毎週日曜\n    start_date: 2026-12-07\n    end_date: 2026-12-12", True),
        ("repeat: 毎週日曜\n    start_date: 2026-12-07\n    end_date: 2026-12-13", False),
        ("repeat: 毎週日曜\n    start_date: 2026-12-07\n    end_date: 2026-12-13\n    except_dates: 2026-12-13", True),
        ("repeat: 毎週月曜（祝日は休み）\n    start_date: 2027-01-11\n    end_date: 2027-01-12", True),
        ("repeat: 毎週月曜\n    start_date: 2027-01-11\n    end_date: 2027-01-12", False),
        ("repeat: 隔週日曜", True),
        ("repeat: 毎年2月30日", True),
        ("repeat: 毎年2月29日", False),
        ("repeat: 月2回程度\n    start_date: 2026-12-07\n    end_date: 2026-12-12", False),
        ("repeat: 毎日\n    start_date: 0001-01-01\n    end_date: 9999-12-31", False),
    ],
)
def test_what_repeats_on_no_day_is_an_error(tmp_path: Path, dates: str, found: bool) -> None:
    event = EVENT.replace("dates: 2026-12-05 10:00-12:00", f"dates:\n  - {dates}")
    assert event != EVENT
    rules = [p.rule for p in problems(tmp_path, {"events/tanemaki.yaml": event})]
    assert ("repeat-without-days" in rules) == found


SPAN = "start_date: 2026-12-01, end_date: 2027-01-30"


@pytest.mark.parametrize(
    ("dates", "told"),
    [
        (f"{{{SPAN}, note: 毎週火曜日・全8回}}", [("repeat-in-note", "毎週火曜日（全8回）"), ("total-differs", "9")]),
        (
            f"{{{SPAN}, note: 毎週火曜日・全9回, start_time: '10:45'}}",
            [("repeat-in-note", "毎週火曜日 10:45〜（全9回）")],
        ),
        (f"{{{SPAN}, note: 期間中の土曜日のみ}}", [("repeat-in-note", "毎週土曜日")]),
        (
            "{moment: 2026-12-01/2027-01-30 10:00-12:00, note: 土曜日のみ}",
            [("repeat-in-note", "毎週土曜日 10:00〜12:00")],
        ),
        (f"{{{SPAN}, note: 主に土曜日}}", [("days-in-note", "")]),
        (f"{{{SPAN}, note: (11日間)}}", [("total-differs", "61")]),
        ("{start_date: 2026-12-01, end_date: 2026-12-11, note: (11日間)}", []),
        (f"{{{SPAN}, repeat: 毎週火曜日・全8回}}", [("total-differs", "9")]),
        (f"{{{SPAN}, repeat: 毎週火曜日・全8回, except_dates: 2026-12-29}}", []),
        (f"{{{SPAN}, repeat: 毎週火曜日, note: 全8回}}", [("total-differs", "9")]),
        (f"{{{SPAN}, repeat: 1月12日を除く毎週火曜日・全8回}}", []),
        (f"{{{SPAN}, repeat: 毎週火曜日（火曜が祝日の場合は翌日）・全8回}}", [("total-differs", "9")]),
        (f"{{{SPAN}, repeat: 隔週火曜日・全5回}}", []),
        *(
            (f"{{{SPAN}, note: {note}}}", [])
            for note in ("土日祝日は9時から", "最終日は13時まで", "月曜休館", "日曜日も開館")
        ),
        ("{start_date: 2026-12-01, note: 土曜日のみ}", []),
        ("{start_date: 2026-12-01, end_time: '21:00'}", [("end-time-alone", "")]),
        ("{moment: 2026-12-01, end_time: '21:00'}", [("end-time-alone", "")]),
        ("{moment: 2026-12-01, start_time: '19:00', end_time: '21:00'}", []),
        ("{moment: 2026-12-01, start_date: 2026-12-02}", [("moment-twice", "")]),
        ("{moment: 2026-12-01, start_date: 2026-12-01}", []),
        ("{moment: 2026-12-01 10:00-12:00, repeat: 毎週火曜日, end_date: 2026-12-31}", [("moment-twice", "")]),
        ("{moment: 2026-12-01 10:00-12:00, end_time: '13:00'}", [("moment-twice", "")]),
        ("{moment: 2026-12-01 10:00-12:00, start_time: '10:00', end_time: '12:00'}", []),
    ],
)
def test_days_that_contradict_each_other_or_are_left_in_a_note_are_named(
    tmp_path: Path, dates: str, told: list[tuple[str, str]]
) -> None:
    event = EVENT.replace("dates: 2026-12-05 10:00-12:00", f"dates:\n  - {dates}")
    found = [(p.rule, dict(p.facts)) for p in problems(tmp_path, {"events/tanemaki.yaml": event})]
    assert [(rule, facts.get("suggestion") or facts.get("count", "")) for rule, facts in found] == told


@pytest.mark.parametrize(("day", "said"), [("2026-11-22", True), ("2026-11-23", False), ("2026-11-24", False)])
def test_an_event_is_over_on_the_day_after_it_and_not_on_its_own_day(tmp_path: Path, day: str, said: bool) -> None:
    """Staff who build on the morning of an event are not told that it is past."""
    event = EVENT.replace("2026-12-05", day) + "status: scheduled\n"
    found = [p.rule for p in problems(tmp_path, {"events/tanemaki.yaml": event})]
    assert ("event-past" in found) == said


@pytest.mark.parametrize(("closes", "said"), [("2026-12-04", False), ("2026-12-05", False), ("2026-12-06", True)])
def test_booking_may_close_on_the_day_itself_and_not_after_it(tmp_path: Path, closes: str, said: bool) -> None:
    event = EVENT + f"booking: {{required: yes, how: 電話で, closes: {closes}}}\n"
    found = [p.rule for p in problems(tmp_path, {"events/tanemaki.yaml": event})]
    assert ("closes-after-end" in found) == said


@pytest.mark.parametrize("name", ["con", "nul", "com1", "com9", "lpt1", "lpt9"])
def test_a_name_that_windows_keeps_for_a_device_is_no_address(name: str) -> None:
    """A folder of that name cannot be written on an office PC, and the whole build would end there."""
    assert not is_slug(name)
    assert is_slug(f"{name}-no-kai")
    assert slug_of(name, "kai") == f"{name}-kai"


@pytest.mark.parametrize(("name", "fits"), [("a" * 60, True), ("a" * 61, False), ("kawa no kai", False), ("川", False)])
def test_an_address_has_at_most_sixty_plain_letters(name: str, fits: bool) -> None:
    assert is_slug(name) == fits
