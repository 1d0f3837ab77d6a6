"""Profiles become records, and every mistake in them a problem at its place, in words that help."""

import re
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.models.base import Record
from generator.models.event import Event
from generator.models.group import Group
from generator.models.place import Place
from generator.problems import Problem, Where
from generator.reading.read import read
from generator.rules import advice, message
from tests.folders import EVENT, GROUP, JPEG, PDF, PLACE, content, places, problems
from tests.profiles import FULL_EVENT, FULL_GROUP, FULL_PLACE, filled, in_japanese, yaml_text

FULL: dict[str, tuple[type[Record], dict[str, Any]]] = {
    "groups/kawa-akari": (Group, FULL_GROUP),
    "events/tanemaki": (Event, FULL_EVENT),
    "places/kawabe": (Place, FULL_PLACE),
}
NAMES = list(FULL)


def _record(tmp_path: Path, name: str, text: str) -> Record:
    folder, slug = name.split("/")
    reading = read(content(tmp_path, {f"{name}.yaml": text}), "content")
    assert reading.problems == ()
    record = getattr(reading, folder)[slug]
    assert isinstance(record, Record)
    return record


def _group(tmp_path: Path, text: str) -> Group:
    record = _record(tmp_path, "groups/kawa-akari", text)
    assert isinstance(record, Group)
    return record


def _event(tmp_path: Path, text: str) -> Event:
    record = _record(tmp_path, "events/tanemaki", text)
    assert isinstance(record, Event)
    return record


@pytest.mark.parametrize("name", NAMES)
def test_every_field_of_a_record_can_be_written_and_is_kept(tmp_path: Path, name: str) -> None:
    record = _record(tmp_path, name, yaml_text(FULL[name][1]))
    assert {kind: set(kind.model_fields) for kind in filled(record)} == filled(record)


@pytest.mark.parametrize("name", NAMES)
def test_japanese_keys_give_the_same_record_as_english_ones(tmp_path: Path, name: str) -> None:
    model, data = FULL[name]
    japanese = yaml_text(in_japanese(model, data))
    assert ("団体名" in japanese) == (model is Group)
    assert not re.search(r'"(?:name|title|contact|kind|dates|url)":', japanese)
    assert _record(tmp_path / "ja", name, japanese) == _record(tmp_path / "en", name, yaml_text(data))


def test_terms_and_choices_may_be_written_in_japanese_in_any_width_and_case(tmp_path: Path) -> None:
    text = GROUP.replace("volunteer", "ＮＰＯ法人").replace("[environment]", "[環境の保全, ＨＯＢＢＹ]")
    text = text.replace("[citywide]", "市内全域").replace("[voluntary, ", "[自発的・自主的な活動です, ")
    group = _group(tmp_path, text + "status: 休止中\nsource: ファクス\nsuccession: 探しています\n")
    assert (group.kind, group.fields, group.areas) == ("npo", ("environment", "hobby"), ("citywide",))
    assert (group.status, group.source) == ("resting", "fax")
    assert group.criteria[0] == "voluntary"
    assert group.succession
    assert group.succession.status == "looking"


def test_a_single_entry_stands_for_a_list_of_one(tmp_path: Path) -> None:
    text = GROUP.replace("[environment]", "environment").replace("[citywide]", "citywide")
    single = (
        text + "aliases: 川あかり\nmeetings: 毎週月曜 10:00-12:00\nlanguages: 英語\n"
        "members: 25人\nfees: 月500円（材料費込み）\n"
    )
    group = _group(tmp_path, single)
    assert (group.fields, group.areas, group.aliases) == (("environment",), ("citywide",), ("川あかり",))
    assert group.meetings[0].when.text == "毎週月曜 10:00-12:00"
    assert group.languages == ("en",)
    assert group.members
    assert group.members.total == 25
    assert group.fees
    assert (group.fees.monthly, group.fees.note) == (500, "材料費込み")


def test_dates_and_numbers_are_understood_as_people_write_them(tmp_path: Path) -> None:
    fees = "fees:\n  yearly: ２，０００円\n  monthly: 無料\nmembers: 約２５名\n"
    group = _group(tmp_path, GROUP + "confirmed: 令和８年１０月１日\nfounded: 平成元年4月\n" + fees)
    assert (group.confirmed, group.founded) == (date(2026, 10, 1), "1989-04")
    assert group.fees
    assert (group.fees.yearly, group.fees.monthly) == (2000, 0)
    assert group.members
    assert group.members.total == 25
    assert group.contact.phone
    assert group.contact.phone.number == "042-000-0011"


def test_an_event_is_dated_in_one_line_in_parts_or_by_recurrence(tmp_path: Path) -> None:
    dates = (
        "dates:\n  - 令和8年12月5日（土） 午前10時〜正午\n"
        "  - start_date: R8.12.12\n    end_date: 2026/12/13\n    start_time: 午後2時半\n"
        "  - repeat: 毎月第1水曜 14:00-15:30\n    except_dates: 2027-01-06\n"
    )
    event = _event(tmp_path, EVENT.replace("dates: 2026-12-05 10:00-12:00\n", dates))
    one, parts, again = event.dates
    assert one.moment
    assert one.moment.times
    assert (one.moment.first, one.moment.times.start, one.moment.times.end) == (date(2026, 12, 5), time(10), time(12))
    assert (parts.start_date, parts.end_date) == (date(2026, 12, 12), date(2026, 12, 13))
    assert parts.start_time == time(14, 30)
    assert again.repeat
    assert again.except_dates == (date(2027, 1, 6),)


def test_display_text_is_kept_as_it_was_written(tmp_path: Path) -> None:
    name = "ＮＰＯ法人「川」カワ～髙橋"
    assert _group(tmp_path, GROUP.replace("川あかりの会", name)).name == name


def test_empty_lines_of_a_form_and_a_schema_line_are_no_fields(tmp_path: Path) -> None:
    text = "$schema: ../group.json\n" + GROUP + "aliases:\nfees:\n  yearly:\n  note: ''\nfounded:\n"
    group = _group(tmp_path, text)
    assert group.aliases == ()
    assert group.founded is None


def test_katakana_readings_are_kept_as_hiragana(tmp_path: Path) -> None:
    assert _group(tmp_path, GROUP.replace("かわあかりのかい", "カワアカリノカイ")).kana == "かわあかりのかい"


def test_a_record_is_frozen_for_ever(tmp_path: Path) -> None:
    group = _group(tmp_path, GROUP)
    with pytest.raises(ValueError, match="frozen"):
        group.name = "別の名前"  # type: ignore[misc]


# Twelve faults in eight files, each with the place that a person would point at.
FAULTY: dict[str, str | bytes] = {
    "groups/a.yaml": GROUP.replace("の会", "のA会")
    .replace("kind: volunteer\n", "kind: volunter\n")
    .replace("かわあかりのかい", "川灯の会"),
    "groups/b.yaml": GROUP.replace("kana: かわあかりのかい\n", "").replace("の会", "のB会") + "fouded: 2004\n",
    "groups/c.yaml": GROUP.replace("の会", "のC会").replace("かい", "しいかい").replace("042-000-0011", "042-00-11")
    + "会員数:\n  人数: たくさん\n",
    "groups/d.yaml": GROUP.replace("の会", "のD会").replace("かい", "でぃかい")
    + "meetings:\n  - when: 毎月第2・第4土曜 9:00-12:00\n  - いつか\n",
    "events/e.yaml": EVENT.replace("2026-12-05", "2026-02-30"),
    "events/f.yaml": EVENT.replace("organizer: kawa-akari", "organizer: [kawa-akari, kawa-akri]") + "place: kawabee\n",
    "places/g.yaml": "name: 家\nname: 川\n",
    "places/h.yaml": PLACE + "rooms:\n  - {name: 会議室, capacity: 24人, chairs: 30}\n",
}
EXPECTED = [
    ("content/events/e.yaml", 4, 8, "impossible-date"),
    ("content/events/f.yaml", 3, 25, "unknown-group"),
    ("content/events/f.yaml", 6, 8, "unknown-place"),
    ("content/groups/a.yaml", 2, 7, "kana"),
    ("content/groups/a.yaml", 3, 7, "unknown-term"),
    ("content/groups/b.yaml", 1, 1, "missing-field"),
    ("content/groups/b.yaml", 10, 1, "unknown-field"),
    ("content/groups/c.yaml", 10, 10, "phone"),
    ("content/groups/c.yaml", 12, 7, "number"),
    ("content/groups/d.yaml", 13, 5, "recurrence"),
    ("content/places/g.yaml", 2, 1, "duplicate-key"),
    ("content/places/h.yaml", 5, 32, "unknown-field"),
]


def test_twelve_faults_in_eight_files_are_all_reported_each_at_its_line_and_column(tmp_path: Path) -> None:
    assert places(problems(tmp_path, FAULTY)) == EXPECTED


def test_twelve_faults_are_all_printed_with_their_lines_and_exit_code_one(tmp_path: Path) -> None:
    folder = content(tmp_path / "content", FAULTY)
    result = CliRunner().invoke(main, ["check", str(folder), "--today", "2026-11-23"])
    assert result.exit_code == 1
    for file, line, column, rule in EXPECTED:
        assert f"{tmp_path.as_posix()}/{file}:{line}:{column}  エラー  {rule}\n" in result.output
    assert "    6 | place: kawabee\n      |        ^^^^^^^\n" in result.output
    assert "\nエラー 12件、注意 0件（8ファイル）\n" in result.output


def test_one_broken_profile_does_not_hide_the_others(tmp_path: Path) -> None:
    reading = read(content(tmp_path, FAULTY), "content")
    assert (list(reading.groups), list(reading.places)) == (["kawa-akari"], ["kawabe"])
    assert reading.slugs["groups"] == {"a", "b", "c", "d", "kawa-akari"}


def test_to_refer_to_a_profile_that_could_not_be_read_is_no_second_mistake(tmp_path: Path) -> None:
    files = {
        "groups/kawa-akari.yaml": "name: [",
        "places/kawabe.yaml": "name: [",
        "events/tanemaki.yaml": EVENT + "place: kawabe\n",
    }
    assert {p.where.file for p in problems(tmp_path, files)} == {
        "content/groups/kawa-akari.yaml",
        "content/places/kawabe.yaml",
    }


@pytest.mark.parametrize(
    ("files", "rule", "suggestion"),
    [
        ({"groups/a.yaml": GROUP + "menbers: 3\n"}, "unknown-field", "members"),
        ({"groups/a.yaml": GROUP + "会員: 3\n"}, "unknown-field", "会員数"),
        ({"groups/a.yaml": GROUP.replace("の会", "のA会").replace("phone:", "phon:")}, "unknown-field", "phone"),
        (
            {"groups/a.yaml": GROUP.replace("の会", "のA会").replace("[environment]", "[envirment]")},
            "unknown-term",
            "environment（環境の保全）",
        ),
        (
            {"groups/a.yaml": GROUP.replace("の会", "のA会").replace("[environment]", "[環境保全]")},
            "unknown-term",
            "environment（環境の保全）",
        ),
        ({"events/a.yaml": EVENT + "place: kawabi\n"}, "unknown-place", "kawabe"),
        ({"events/a.yaml": EVENT.replace("kawa-akari", "kawaakari")}, "unknown-group", "kawa-akari"),
    ],
)
def test_a_slip_is_answered_with_what_was_probably_meant(
    tmp_path: Path, files: dict[str, str | bytes], rule: str, suggestion: str
) -> None:
    found = [p for p in problems(tmp_path, files) if p.rule == rule]
    assert [dict(p.facts)["suggestion"] for p in found] == [suggestion]
    assert advice(found[0]) == f"「{suggestion}」のことでしょうか。"
    assert advice(found[0], "en") == f"Did you mean “{suggestion}”?"


def test_nothing_near_is_suggested_for_a_word_that_is_far_from_all(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, {"groups/kawa-akari.yaml": GROUP + "xyzzy: 3\n"})
    assert (found.rule, advice(found)) == ("unknown-field", "")


def test_a_field_given_in_both_languages_is_refused_at_the_second_key(tmp_path: Path) -> None:
    text = GROUP + "団体名: 別の会\n"
    assert places(problems(tmp_path, {"groups/kawa-akari.yaml": text})) == [
        ("content/groups/kawa-akari.yaml", 11, 1, "duplicate-key")
    ]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("連絡先:\n  電話: '0'\n", (10, 7)),
        ("連絡先: {電話: '0'}\n", (9, 11)),
        ("contact:\n  社会: 1\n", (10, 3)),
        ("contact:\n  SNS: {種類: mixi, アドレス: https://example.org}\n", (10, 13)),
        ("contact: {}\nほかの言語:\n  xx: {名前: X}\n", (11, 3)),
    ],
)
def test_the_place_is_right_for_japanese_keys_and_inner_fields(
    tmp_path: Path, line: str, place: tuple[int, int]
) -> None:
    text = GROUP.replace("contact:\n  phone: 042-000-0011\n", line)
    found = places(problems(tmp_path, {"groups/kawa-akari.yaml": text}))
    assert [(line, column) for _, line, column, _ in found] == [place]


def test_problems_come_sorted_by_file_line_and_column_and_only_once(tmp_path: Path) -> None:
    found = problems(tmp_path, FAULTY)
    assert list(found) == sorted(found, key=lambda p: p.where)
    assert len(set(found)) == len(found)


def test_a_message_without_its_facts_is_still_a_sentence() -> None:
    assert "{" not in message(Problem(Where("x"), "unknown-term"))


def test_pictures_and_documents_that_are_right_are_no_problem(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "groups/kawa-akari.yaml": yaml_text(FULL_GROUP),
        "events/tanemaki.yaml": yaml_text(FULL_EVENT),
        "places/kawabe.yaml": yaml_text(FULL_PLACE),
        "groups/kawa.jpg": JPEG,
        "groups/kaiho.pdf": PDF,
        "events/kawa.jpg": JPEG,
    }
    assert problems(tmp_path, files) == ()


def _said(tmp_path: Path, text: str, file: str = "groups/kawa-akari.yaml") -> list[str]:
    return [message(problem) for problem in problems(tmp_path, {file: text})]


def test_names_and_summaries_are_held_to_their_own_lengths(tmp_path: Path) -> None:
    assert _said(tmp_path, GROUP.replace("川あかりの会", "川" * 61)) == [
        "「団体名」が長すぎます（61文字。60文字まで）。"
    ]
    event = EVENT.replace("花の種まき", "花" * 81).replace("春に咲く花の種をまきます。", "春" * 81)
    assert _said(tmp_path, event, "events/tanemaki.yaml") == [
        "「イベント名」が長すぎます（81文字。80文字まで）。",
        "「ひとこと紹介」が長すぎます（81文字。80文字まで）。",
    ]


def test_a_reading_or_address_that_is_too_long_is_measured_in_letters(tmp_path: Path) -> None:
    long = GROUP.replace("かわあかりのかい", "か" * 121) + f"  website: https://example.org/{'a' * 490}\n"
    assert _said(tmp_path, long) == [
        "「ふりがな」が長すぎます（121文字。120文字まで）。",
        "「ホームページ」が長すぎます（510文字。500文字まで）。",
    ]


def test_too_many_translations_are_counted(tmp_path: Path) -> None:
    root = content(tmp_path, {"groups/kawa-akari.yaml": ""})
    terms = "".join(f"  x{n}: {{label: 言葉{n}, label_en: Language {n}}}\n" for n in range(12))
    (root / "vocabulary" / "languages.yaml").write_text(
        f"label: 対応言語\nlabel_en: Language\nterms:\n{terms}", encoding="utf-8", newline="\n"
    )
    text = GROUP + "translations:\n" + "".join(f"  x{n}: {{name: N}}\n" for n in range(11))
    (root / "groups" / "kawa-akari.yaml").write_text(text, encoding="utf-8", newline="\n")
    assert [message(problem) for problem in read(root, "content").problems] == [
        "「ほかの言語」が多すぎます（11件。10件まで）。"
    ]


@pytest.mark.parametrize("line", ["kana: [かわ]", "status: {a: b}", "corporate_number: [1, 2]", "kind: [volunteer]"])
def test_a_list_where_one_value_belongs_is_told_so(tmp_path: Path, line: str) -> None:
    name = line.split(":")[0]
    text = "\n".join(each for each in GROUP.split("\n") if not each.startswith(f"{name}:")) + f"{line}\n"
    (found,) = problems(tmp_path, {"groups/kawa-akari.yaml": text})
    assert found.rule == "wrong-shape"
    assert "一つの文字や数で書いてください" in message(found)


def test_a_corporate_number_has_the_digits_that_everybody_reads(tmp_path: Path) -> None:
    arabic = "٨٠٠٠٠١٢٠١٠٠٣٨"
    (found,) = problems(tmp_path, {"groups/kawa-akari.yaml": GROUP + f"corporate_number: '{arabic}'\n"})
    assert found.rule == "corporate-number-length"


def test_a_wrong_word_about_what_is_public_hides_no_doubt(tmp_path: Path) -> None:
    text = GROUP.replace("川あかりの会", "㈱川あかりの会") + "  public: [みんな]\n"
    rules = [problem.rule for problem in problems(tmp_path, {"groups/kawa-akari.yaml": text})]
    assert rules == ["machine-dependent", "unknown-choice"]


@pytest.mark.parametrize("line", ["fields: ['']", "criteria: [' ']", "areas: ['　']"])
def test_an_entry_without_a_letter_is_called_empty(tmp_path: Path, line: str) -> None:
    name = line.split(":")[0]
    text = "\n".join(each for each in GROUP.split("\n") if not each.startswith(f"{name}:")) + f"{line}\n"
    found = problems(tmp_path, {"groups/kawa-akari.yaml": text})
    assert [(problem.rule, message(problem)[-5:]) for problem in found] == [("empty-text", "が空です。")]
