"""What groups write in a profile is read as what it is: yes and no, several terms, a contact in one line."""

from typing import Any

import pytest
from pydantic import ValidationError

from generator.formatting import canonical
from generator.models.group import Group
from tests.form.corpus import GROUP, town

TERMS = town().vocabularies


def group(**fields: Any) -> Group:
    return Group.model_validate(GROUP | fields, context={"vocabularies": TERMS})


@pytest.mark.parametrize(
    "written",
    ["無", "募集していない", "なし", ["無"], [{"role": "member", "title": "×"}], {"role": "会員", "title": "募集なし"}],
)
def test_a_group_that_says_it_seeks_nobody_is_listed_nowhere(written: Any) -> None:
    assert group(recruiting=written).recruiting == ()


@pytest.mark.parametrize(
    "written", ["kai@example.org（事務局）", "メール：kai@example.org", "kai@example.org、bo@example.org"]
)
def test_what_stands_beside_an_address_is_no_part_of_it(written: str) -> None:
    with pytest.raises(ValidationError) as refused:
        group(contact={"email": written})
    (error,) = refused.value.errors()
    assert (error["type"], error["ctx"]["suggestion"]) == ("email", "kai@example.org")


@pytest.mark.parametrize(
    ("written", "role", "title"),
    [
        ("有", "member", "会員を募集しています"),
        ("随時募集", "member", "会員を随時募集しています"),
        ("会員募集中！", "member", "会員募集中！"),
        ("配食のボランティアさん", "volunteer", "配食のボランティアさん"),
        ({"role": "ボランティア", "title": "○"}, "volunteer", "ボランティアを募集しています"),
        ({"role": "後継者", "title": "要相談"}, "successor", "後継者の募集（ご相談ください）"),
    ],
)
def test_a_bare_answer_is_no_title_and_a_line_names_its_role(written: Any, role: str, title: str) -> None:
    (call,) = group(recruiting=written).recruiting
    assert (call.role, call.title) == (role, title)


def test_terms_in_one_line_are_several_in_every_list_of_terms() -> None:
    read = group(
        areas="市内全域、市外",
        languages="日本語、英語",
        audiences=["子ども・高齢の方", "どなたでも"],
        criteria="自発的・自主的な活動です、継続して活動しています",
        contact={"phone": "042-000-0011", "public": "電話番号、住所"},
    )
    assert read.areas == ("citywide", "neighbors")
    assert read.languages == ("ja", "en")
    assert read.audiences == ("children", "anyone", "seniors")
    assert read.criteria == ("voluntary", "continuing")
    assert read.contact.public == ("phone", "address")


def test_terms_in_one_line_are_written_as_a_list_with_every_comment() -> None:
    text = (
        "name: 川あかりの会\nkana: かわあかりのかい\nkind: volunteer\nfields: [environment]\n"
        "areas: 市内全域、市外  # 市の外も\n"
        "summary: 花です。\ndescription: 花を植えます。\ncontact:\n  phone: 042-000-0011\n"
        "languages:\n  # 二つ\n  - 日本語、英語\n"
    )
    made = canonical(text, Group, TERMS)
    assert isinstance(made, str)
    assert "areas: [citywide, neighbors]  # 市の外も\n" in made
    assert "languages:\n  # 二つ\n  - ja\n  - en\n" in made
    assert canonical(made, Group, TERMS) == made


def test_members_and_contact_in_one_line_lose_nothing() -> None:
    read = group(members="18人(男18)", contact="水野公民館（見本）042-000-0101")
    assert read.members is not None
    assert (read.members.total, read.members.note) == (18, "男18")
    assert read.contact.phone is not None
    assert (read.contact.phone.number, read.contact.phone.note) == ("042-000-0101", "水野公民館 見本")


def test_a_reading_is_taken_without_the_marks_of_the_name() -> None:
    assert group(kana="ともの「かい」！").kana == "とものかい"
