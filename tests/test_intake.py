"""What is sent in: pairs become a profile, what is private stays out of it, and what did not change stays as it was."""

import base64
import json
from datetime import date
from pathlib import Path

import pytest

from generator.intake.draft import Draft, Wanted, draft, drafts, wanted, write_draft
from generator.intake.flat import flat, nested
from generator.intake.labels import aligned, label_at
from generator.intake.submission import (
    MOST_PAIRS,
    Refusal,
    Submission,
    digest,
    from_file,
    from_pairs,
    pairs_of,
    to_file,
)
from generator.kinds import FOLDERS
from generator.models.base import is_asked
from generator.models.event import Event
from generator.models.group import Group
from generator.reading.read import Reading, read
from generator.reading.strict import parse
from tests.folders import TODAY, content
from tests.profiles import FULL_EVENT, FULL_GROUP, yaml_text
from tests.towns import CONTENT, CONTENTS

SAMPLE = read(CONTENT, "content")
NEW = [
    ("_kind", "group"),
    ("name", "青空の会"),
    ("kana", "あおぞらのかい"),
    ("kind", "volunteer"),
    ("fields", "environment"),
    ("areas", "citywide"),
    ("summary", "空を見ます。"),
    ("description", "毎月、公園で空を見ています。"),
    ("contact.phone", "042-000-0011"),
]
DOT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)


def sent(*more: tuple[str, str], without: str = "") -> Submission:
    found = from_pairs([*(pair for pair in NEW if pair[0] != without), *more])
    assert isinstance(found, Submission)
    return found


def refused(*pairs: tuple[str, str]) -> str:
    found = from_pairs([*NEW, *pairs])
    assert isinstance(found, Refusal)
    assert found.words.endswith("。")
    return found.code


def reading(tmp_path: Path, **files: str) -> Reading:
    return read(content(tmp_path / "content", {f"groups/{name}.yaml": text for name, text in files.items()}), "content")


@pytest.mark.parametrize(("record", "data"), [(Group, FULL_GROUP), (Event, FULL_EVENT)])
def test_every_field_goes_into_pairs_and_comes_back(record: type, data: dict[str, object]) -> None:
    read_again = parse(yaml_text(data))
    pairs = list(flat(read_again, record, SAMPLE.vocabularies))
    back, unknown = nested(pairs, record)
    assert unknown == ()
    known = {"vocabularies": SAMPLE.vocabularies}
    assert record.model_validate(back, context=known) == record.model_validate(read_again, context=known)


@pytest.mark.parametrize("content", CONTENTS, ids=("town", "samples")[: len(CONTENTS)])
def test_a_profile_sent_back_unchanged_keeps_every_byte(content: Path) -> None:
    town, wishes = read(content, "content"), []
    for folder in ("groups", "events"):
        for slug in town.slugs[folder]:
            pairs = flat(parse(town.text(folder, slug)), FOLDERS[folder].model, town.vocabularies)
            submission = from_pairs([("_kind", folder[:-1]), *pairs])
            assert isinstance(submission, Submission)
            asked = wanted(submission, slug, TODAY).fields
            wishes.append(Wanted(folder, slug, {n: v for n, v in asked.items() if n not in ("confirmed", "source")}))
    made = drafts(wishes, town, TODAY)
    assert len(made) == len(wishes) >= (30 if content is CONTENT else 0)
    assert [each.slug for each in made if each.after != each.before or each.changes] == []


def test_names_that_are_no_fields_are_told_and_gaps_close() -> None:
    pairs = [("meetings.4.when", "毎週土曜 10:00-11:00"), ("meetings.7.when", "毎週日曜 10:00-11:00"), ("nope", "x")]
    data, unknown = nested([*pairs, ("contact.nope", "x"), ("meetings.when", "x"), ("name.0", "x"), ("", "x")], Group)
    assert data == {"meetings": [{"when": "毎週土曜 10:00-11:00"}, {"when": "毎週日曜 10:00-11:00"}]}
    assert unknown == ("nope", "contact.nope", "meetings.when", "name.0", "")


@pytest.mark.parametrize(
    "name",
    ["meetings.-1.when", "meetings.99999999999.when", "meetings.１.when", "translations", "photos", "contact.0.phone",
     "__class__.x", "model_fields", "translations.easy", "name.name"],
)  # fmt: skip
def test_no_name_leads_out_of_the_record(name: str) -> None:
    data, unknown = nested([(name, "x")], Group)
    assert (data, unknown) == ({}, (name,))


def test_what_is_private_never_enters_the_profile() -> None:
    submission = sent(("contact.fax", "042-000-0012"), ("_show.contact.phone", "private"), ("_slip.name", "山田"))
    assert submission.data["contact"] == {"fax": "042-000-0012"}
    assert submission.slip == (("お名前", "山田"), ("連絡先・電話（非公開）", "042-000-0011"))
    made = draft(submission, SAMPLE, "aozora", TODAY)
    assert "042-000-0011" not in made.after
    assert "山田" not in made.after


def test_who_publishes_no_contact_is_reached_through_the_centre() -> None:
    submission = sent(("_show.contact.phone", "private"))
    assert submission.data["contact"] == {"via": "center"}


def test_a_mobile_number_that_is_meant_to_be_public_says_so() -> None:
    submission = sent(("contact.phone", "090-0000-0000"), ("_show.contact.phone", "personal"), without="contact.phone")
    made = draft(submission, SAMPLE, "aozora", TODAY)
    assert "public: [phone]" in made.after
    assert not any(p.rule.startswith("private") for p in made.problems)


def test_a_new_profile_says_when_and_how_it_came() -> None:
    made = draft(sent(("_way", "fax")), SAMPLE, "aozora", date(2026, 11, 27))
    assert made.before == ""
    assert made.after.startswith("# yaml-language-server: $schema=../schema/group.json\nname: 青空の会\n")
    assert made.after.endswith("confirmed: 2026-11-27\nsource: fax\n")
    assert not made.failed
    assert "activity" not in made.after
    assert [c.after for c in made.changes if c.name == "fields"] == ["環境の保全"]


def test_a_draft_is_checked_with_the_whole_rule_book() -> None:
    made = draft(
        sent(("meetings.0.when", "ときどき"), ("contact.email", "x"), ("areas", "月")), SAMPLE, "aozora", TODAY
    )
    rules = {p.rule for p in made.problems}
    assert {"recurrence", "email", "unknown-term", "criteria-missing"} <= rules
    assert {p.where.file for p in made.problems} == {"content/groups/aozora.yaml"}
    assert all(p.where.line for p in made.problems if p.rule in ("recurrence", "email"))
    assert made.failed


def test_a_name_that_another_group_bears_is_told() -> None:
    made = draft(sent(("name", "柳瀬川あしの会"), without="name"), SAMPLE, "aozora", TODAY)
    assert "duplicate-name" in {p.rule for p in made.problems}


def test_only_what_changes_is_written_and_comments_stay(tmp_path: Path) -> None:
    before = (
        "# たいせつなメモ\n\nname: 青空の会\nkana: あおぞらのかい  # 読み\nkind: volunteer\nfields: [environment]\n"
        "areas: [citywide]\nsummary: 空を見ます。\ndescription: 毎月、公園で空を見ています。\n"
        "# 電話は会長の自宅ではない\ncontact:\n  phone: 042-000-0011  # 事務所\nconfirmed: 2026-01-05\nsource: paper\n"
    )
    folder = reading(tmp_path, aozora=before)
    made = draft(sent(("summary", "星も見ます。"), without="summary"), folder, "aozora", TODAY)
    first = made.changes[0]
    assert (first.label, first.before, first.after) == ("ひとこと紹介", "空を見ます。", "星も見ます。")
    expected = before.replace("空を見ます。\ndesc", "星も見ます。\ndesc").replace("2026-01-05", TODAY.isoformat())
    assert made.after == expected.replace("source: paper", "source: form")


def test_a_comment_stays_when_what_it_spoke_of_goes(tmp_path: Path) -> None:
    before = "\n".join(f"{n}: {v}" for n, v in NEW[1:-1]) + (
        "\nmeetings:\n  # 雨でもあります\n  - when: 毎週土曜 10:00-11:00  # 変わるかも\n"
        "contact:\n  phone: 042-000-0011\n"
    )
    made = draft(sent(), reading(tmp_path, aozora=before), "aozora", TODAY)
    assert "meetings" not in made.after
    assert "# 雨でもあります" in made.after
    assert "# 変わるかも" in made.after


def test_what_the_form_does_not_ask_stays(tmp_path: Path) -> None:
    before = "\n".join(f"{n}: {v}" for n, v in NEW[1:-1]) + (
        "\ncontact:\n  phone: 042-000-0011\ndocuments:\n  - file: kaihou.pdf\n    title: 会報\n"
    )
    made = draft(sent(), reading(tmp_path, aozora=before), "aozora", TODAY)
    assert "file: kaihou.pdf" in made.after
    assert {n for n, i in Group.model_fields.items() if not is_asked(i)} == {"documents", "confirmed", "source"}


def test_a_profile_that_changed_meanwhile_is_told(tmp_path: Path) -> None:
    before = "\n".join(f"{n}: {v}" for n, v in NEW[1:-1]) + "\ncontact:\n  phone: 042-000-0011\n"
    folder = reading(tmp_path, aozora=before)
    assert not draft(sent(("_base", digest(before))), folder, "aozora", TODAY).stale
    assert not draft(sent(("_base", digest(before.replace("\n", "\r\n")))), folder, "aozora", TODAY).stale
    assert draft(sent(("_base", "0123456789abcdef")), folder, "aozora", TODAY).stale


def test_a_broken_published_profile_can_be_replaced(tmp_path: Path) -> None:
    made = draft(sent(), reading(tmp_path, aozora="name: [青空\n  : x"), "aozora", TODAY)
    assert "name: 青空の会" in made.after
    assert not made.failed


def test_a_picture_comes_with_its_profile(tmp_path: Path) -> None:
    picture = "data:image/png;base64," + base64.b64encode(DOT).decode()
    submission = sent(("_photo.3", picture), ("photos.3.alt", "青い空と公園の木"), ("photos.3.file", "../../x.png"))
    ((name, data),) = submission.photos
    assert data == DOT
    assert submission.data["photos"] == [{"alt": "青い空と公園の木", "file": name}]
    folder = reading(tmp_path)
    made = draft(submission, folder, "aozora", TODAY)
    assert not made.failed
    files = write_draft(made, tmp_path / "content")
    assert [file.relative_to(tmp_path).as_posix() for file in files] == [
        f"content/groups/{name}",
        "content/groups/aozora.yaml",
    ]
    assert read(tmp_path / "content", "content").groups["aozora"].photos[0].file == name


@pytest.mark.parametrize(
    ("pairs", "code"),
    [
        ([("_trap", "https://spam.example")], "trap"),
        ([("_kind", "place")], "not-a-form"),
        ([("_hiroba", "2")], "not-a-form"),
        ([("_slug", "../../etc/passwd")], "bad-slug"),
        ([("_slug", "con")], "bad-slug"),
        ([("_slug", "a\0b")], "bad-slug"),
        ([("_slug", "A")], "bad-slug"),
        ([("description", "あ" * 200_001)], "too-much"),
        ([("x" * 101, "")], "too-much"),
        ([("aliases", str(n)) for n in range(MOST_PAIRS)], "too-much"),
        ([("_photo.0", "data:text/html;base64,PGI+")], "bad-photo"),
        ([("_photo.0", "data:image/png;base64,***")], "bad-photo"),
        ([("_photo.x", "data:image/png;base64,AAAA")], "bad-photo"),
        ([(f"_photo.{n}", "data:image/png;base64,AAAA") for n in range(7)], "bad-photo"),
    ],
)
def test_what_is_no_honest_submission_is_refused_with_a_sentence(pairs: list[tuple[str, str]], code: str) -> None:
    assert refused(*pairs) == code


def test_a_saved_form_file_is_the_same_as_a_post() -> None:
    assert from_file(to_file(NEW)) == from_pairs(NEW)
    assert pairs_of(b"\xef\xbb\xbf" + to_file(NEW)) == NEW


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"[]", b"{}", b'{"hiroba": 2, "fields": []}', b'{"hiroba": 1, "fields": [["a"]]}',
     b"[" * 100_000, b'{"hiroba": 1, "fields": [["a", 1]]}', json.dumps({"hiroba": 1, "fields": {"a": "b"}}).encode()],
)  # fmt: skip
def test_a_file_that_is_none_of_ours_is_told(data: bytes) -> None:
    found = from_file(data)
    assert isinstance(found, Refusal)
    assert found.code == "not-a-form"


def test_labels_lead_to_a_value() -> None:
    assert label_at(Group, "recruiting.1.title") == "募集2・見出し"
    assert label_at(Group, "translations.easy.summary") == "ほかの言語・easy・ひとこと紹介"


def test_a_draft_of_nothing_is_no_traceback(tmp_path: Path) -> None:
    submission = from_pairs([("_kind", "event")])
    assert isinstance(submission, Submission)
    made = draft(submission, reading(tmp_path), "nani", TODAY)
    assert isinstance(made, Draft)
    assert made.failed


def lists(**entries: list[str]) -> dict[str, str]:
    """Values of lists in which each entry has a role and a title: 「会員 花」."""
    pairs = ((f"{name}.{n}", text.split()) for name, texts in entries.items() for n, text in enumerate(texts))
    return {f"{at}.{field}": word for at, words in pairs for field, word in zip(("role", "title"), words, strict=True)}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (["a A", "b B", "b C"], ["a A", "b C"], {"0": "a A", "2": "b C"}),
        (["a A", "b B"], ["a A2", "b B"], {"0": "a A2", "1": "b B"}),
        (["a A", "b B", "c C"], ["c C2"], {"2": "c C2"}),
        (["a A"], ["n N", "a A"], {"0": "a A", "1": "n N"}),
        (["a A", "b B"], ["x X", "b B"], {"0": "x X", "1": "b B"}),
        (["a A", "b B"], ["b B", "a A"], {"0": "b B", "1": "a A"}),
        ([], ["a A"], {"0": "a A"}),
    ],
)
def test_entries_are_compared_with_what_they_were(old: list[str], new: list[str], told: dict[str, str]) -> None:
    found = aligned(lists(recruiting=old), lists(recruiting=new))
    assert found == {
        f"recruiting.{n}.{field}": word
        for n, text in told.items()
        for field, word in zip(("role", "title"), text.split(), strict=True)
    }
