"""The forms on the code host ask what the models ask, and what they send comes back as the profile that was meant."""

import itertools
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import main
from generator.intake.draft import draft, drafts, wanted
from generator.intake.flat import flat
from generator.intake.issue import LONGEST, issue_pairs
from generator.intake.submission import Refusal, Submission, from_pairs
from generator.issueforms import Ask, asks, issue_forms, prefill_ids
from generator.issueforms.lines import entries
from generator.kinds import OPEN
from generator.models.base import is_asked
from generator.reading.read import Reading, read
from generator.reading.strict import parse
from generator.settings import Center, Settings
from tests.folders import GROUP, ROOT, TODAY, content, project, put
from tests.towns import CONTENT

READING = read(CONTENT, "content")
SETTINGS = Settings(site_url="https://hiroba.example.org/", center=Center(phone="042-000-0100", place="center"))
FORMS = dict(issue_forms(READING.vocabularies, SETTINGS))
BODY = """\
### 団体名

川べりの会

### ふりがな

かわべりのかい

### 英語名

_No response_

### 通称

べりの会
- 川べり

### 団体の種類

ボランティア団体

### おもな活動分野

環境の保全

### ほかの活動分野

観光, 子どもの健全育成

### 活動地域

市内全域, 清瀬小学校区

### ひとこと紹介

川べりを歩いて、鳥を数えています。

### 活動紹介

毎月の第2土曜に歩きます。

### はじめての方へ

**だれでも**参加できます。

### 市民活動の要件

- [X] 自発的・自主的な活動です
- [x] 複数の市民で活動しています
- [ ] 継続して活動しています

### 活動日時・場所

毎月第2・第4土曜 9:00-12:00 けやきホール
- 毎週火曜 13:30-15:00／柳瀬川 金山橋／雨の日は休みます

### 会員数：人数

25人

### 会費

年会費1,000円・入会金なし

### 募集

会員：いっしょに歩く方／月に一度です／人数：5人／2027年3月31日まで

### 連絡先：電話

042-000-0011

### 連絡先：SNS

Instagram：https://example.org/kawa

### 直すページ

_No response_
"""


def _issue(body: str, reading: Reading = READING) -> Submission:
    pairs = issue_pairs(body, reading)
    assert not isinstance(pairs, Refusal), pairs
    sent = from_pairs(pairs)
    assert not isinstance(sent, Refusal), sent
    return sent


def _body(kind: str, answers: Iterable[tuple[Ask, str]]) -> str:
    """What the host makes of a filled form."""
    return "\n\n".join(f"### {ask.label}\n\n{text or '_No response_'}" for ask, text in answers)


def test_an_issue_says_what_the_group_filled_in() -> None:
    sent = _issue(BODY)
    assert (sent.kind, sent.way, sent.slug, sent.unknown) == ("group", "issue", "", ())
    assert sent.data["name"] == "川べりの会"
    assert "name_en" not in sent.data
    assert sent.data["aliases"] == ["べりの会", "川べり"]
    assert sent.data["fields"] == ["environment", "tourism", "children"]
    assert sent.data["areas"] == ["citywide", "kiyose"]
    assert sent.data["criteria"] == ["voluntary", "collective"]
    assert sent.data["meetings"] == [
        {"when": "毎月第2・第4土曜 9:00-12:00", "place": "けやきホール"},
        {"when": "毎週火曜 13:30-15:00", "place": "柳瀬川 金山橋", "note": "雨の日は休みます"},
    ]
    assert sent.data["recruiting"] == [
        {
            "role": "member",
            "title": "いっしょに歩く方",
            "text": "月に一度です",
            "number": "5人",
            "until": "2027年3月31日",
        }
    ]
    assert sent.data["contact"] == {
        "phone": "042-000-0011",
        "social": [{"kind": "instagram", "url": "https://example.org/kawa"}],
    }


def test_a_heading_of_their_own_stays_in_a_long_answer() -> None:
    assert "### はじめての方へ\n\n**だれでも**参加できます。" in _issue(BODY).data["description"]


def test_such_an_issue_makes_a_profile_without_a_fault() -> None:
    made = draft(_issue(BODY), READING, "kawaberi", TODAY)
    # Which of the two meetings the call is for, it does not say.
    assert [p.rule for p in made.problems if p.rule not in ("criteria-missing", "opening-vague")] == []
    assert "fees: 年会費1,000円・入会金なし" in made.after


def test_an_event_is_known_by_its_own_headings() -> None:
    told = {
        "title": "秋の川歩き",
        "kind": "生活と環境",
        "organizer": "川べりの会\n市",
        "dates": "2026年12月5日 10:00-12:00／受付は9時半",
        "summary": "川を歩きます。",
        "fee": "500円（材料費）",
        "booking.required": "はい",
    }
    body = _body("event", ((ask, told.get(ask.name, "")) for ask in asks("event", READING.vocabularies)))
    sent = _issue(body)
    assert sent.kind == "event"
    assert sent.data["organizer"] == ["川べりの会", "市"]
    assert sent.data["dates"] == [{"moment": "2026年12月5日 10:00-12:00", "note": "受付は9時半"}]
    assert sent.data["booking"] == {"required": "yes"}
    assert draft(sent, READING, "aki-kawa-2026", TODAY).failed is False


def test_line_breaks_order_and_missing_parts_do_not_matter() -> None:
    whole = _issue(BODY)
    assert _issue(BODY.replace("\n", "\r\n")) == whole
    assert _issue(BODY.replace("### 団体名", "###   団体名 ###")) == whole
    parts = re.split(r"(?=^### (?!はじめて))", BODY, flags=re.MULTILINE)
    assert _issue("\n".join(reversed(parts))).data == whole.data
    assert _issue("### 団体名\n\n川べりの会\n").data == {"name": "川べりの会"}


def test_a_heading_that_no_form_has_is_reported_and_no_part_of_a_short_answer() -> None:
    sent = _issue("### 団体名\n\n川べりの会\n\n### 秘密の項目\n\nだめ\n\n### 団体名\n\n別の名前\n")
    assert sent.data == {"name": "川べりの会"}
    assert sent.unknown == ("?秘密の項目", "?団体名")


@pytest.mark.parametrize(
    "body", ["", "こんにちは", "### なにか\n\nだれか", "### 電話\n\n1", "#" * 60_000, "- [x] " * 9_000]
)
def test_a_text_that_is_no_form_is_refused_in_plain_words(body: str) -> None:
    refused = issue_pairs(body, READING)
    assert isinstance(refused, Refusal)
    assert refused.words.endswith("ください。")


def test_a_text_longer_than_the_host_takes_is_refused() -> None:
    refused = issue_pairs(BODY + "長" * LONGEST, READING)
    assert isinstance(refused, Refusal)
    assert refused.code == "too-much"


def test_words_that_are_no_option_stay_to_be_reported() -> None:
    body = BODY.replace("ボランティア団体", "秘密結社").replace("市内全域, 清瀬", "市内全域、火星, 清瀬")
    sent = _issue(body)
    assert (sent.data["kind"], sent.data["areas"]) == ("秘密結社", ["citywide", "火星", "kiyose"])
    rules = {p.rule for p in draft(sent, READING, "kawaberi", TODAY).problems}
    assert "unknown-term" in rules


@pytest.mark.parametrize(
    "slug", ["kawa-akari", "https://hiroba.example.org/groups/kawa-akari/", " /groups/kawa-akari/index.html?x#y"]
)
def test_a_correction_changes_what_it_says_and_nothing_else(tmp_path: Path, slug: str) -> None:
    full = GROUP.replace("  phone: 042-000-0011", "  phone: 042-000-0011\n  website: https://example.org/")
    full += "translations:\n  en: {name: River Lights}\nmeetings: 毎月第2土曜 9:00-12:00\nsource: paper\n"
    reading = read(content(tmp_path, {"groups/kawa-akari.yaml": full}), "content")
    body = f"### 団体名\n\n川あかりの会\n\n### 連絡先：電話\n\n042-000-0022\n\n### 直すページ\n\n{slug}\n"
    sent = _issue(body, reading)
    assert sent.slug == "kawa-akari"
    made = draft(sent, reading, sent.slug, TODAY)
    assert [(c.name, c.after) for c in made.changes if c.name != "confirmed"] == [("contact.phone", "042-000-0022")]


@pytest.mark.parametrize("slug", ["../../etc/passwd", "a b", "川", "$(id)", "con", "no-such-group"])
def test_a_page_that_is_not_there_is_refused(slug: str) -> None:
    refused = issue_pairs(f"### 団体名\n\n川\n\n### 直すページ\n\n{slug}\n", READING)
    assert isinstance(refused, Refusal)
    assert refused.code == "no-such-page"


@given(st.text(max_size=300), st.sampled_from(asks("group", READING.vocabularies)))
@settings(max_examples=200, deadline=None)
def test_whatever_is_typed_into_an_answer_is_read_without_a_crash(text: str, ask: Ask) -> None:
    pairs = issue_pairs(f"### 団体名\n\n会\n\n### {ask.label}\n\n{text}", READING)
    assert isinstance(pairs, Refusal) or from_pairs(pairs) is not None


def test_a_label_that_stands_twice_in_a_line_keeps_its_first_words_and_loses_none() -> None:
    """Two last days for one call: the first is the last day, the second stays to be read by the staff."""
    ask = next(ask for ask in asks("group", READING.vocabularies) if ask.name == "recruiting")
    line = "会員：歩く方／締切：2027年3月31日／締切：2027年4月30日"
    assert dict(entries(ask, line)) == {
        "recruiting.0.role": "member",
        "recruiting.0.title": "歩く方",
        "recruiting.0.until": "2027年3月31日",
        "recruiting.0.text": "締切：2027年4月30日",
    }


@given(st.text(alphabet="第2土曜 9:00-12／|：:会員https//- まで2027年3月31日・", max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_word_of_a_line_is_dropped(line: str) -> None:
    ask = next(ask for ask in asks("group", READING.vocabularies) if ask.name == "recruiting")
    said = "".join(value for _, value in entries(ask, line))
    said = said.replace("member", "会員")
    # What stands between words: a slash only with room on both sides, for else it is part of an address.
    loose = re.compile(r"\s+/\s+|[\s／|：:・\-0-9まで]")
    assert sorted(loose.sub("", said)) == sorted(loose.sub("", line))


@pytest.mark.parametrize("kind", OPEN)
def test_every_sample_profile_can_be_told_in_an_issue(kind: str) -> None:
    """All that the form asks for survives the way through it; what it does not ask stays as it was published."""
    folder = OPEN[kind].folder
    wishes = [wanted(_told(kind, slug), slug, TODAY) for slug in sorted(READING.slugs[folder])]
    changed = {
        (made.slug, c.name): (c.before, c.after) for made in drafts(wishes, READING, TODAY) for c in made.changes
    }
    lost = {place: texts for place, texts in changed.items() if place[1] not in ("confirmed", "source")}
    assert lost == {}


def _told(kind: str, slug: str) -> Submission:
    told = list(flat(parse(READING.text(OPEN[kind].folder, slug)), OPEN[kind].model, READING.vocabularies))
    return _issue(_body(kind, [(ask, _answer(ask, told, slug)) for ask in asks(kind, READING.vocabularies)]))


def _answer(ask: Ask, told: list[tuple[str, str]], slug: str) -> str:
    values = [value for name, value in told if name == ask.name]
    labels = {identifier: label for label, identifier in ask.options}
    if ask.name == "slug":
        return slug
    if ask.shape == "boxes":
        return "\n".join(f"- [{'x' if each in values else ' '}] {label}" for label, each in ask.options)
    if ask.name == "fields":
        values = values[1:] if ask.more else values[:1]
    if ask.options:
        return ", ".join(labels[value] for value in values)
    if ask.lines:
        return "\n".join(_line(ask, told))
    return "\n".join(values)


def _line(ask: Ask, told: list[tuple[str, str]]) -> Iterable[str]:
    assert ask.lines is not None
    heads = {identifier: label for label, identifier in ask.heads}
    own = {name: "、".join(each for other, each in told if other == name) for name, _ in told}
    for n in range(20):
        given = {part: own[name] for _, part in ask.named if (name := f"{ask.name}.{n}.{part}") in own}
        usual = list(itertools.takewhile(given.__contains__, ask.lines.parts))
        parts = [given[part] for part in usual]
        parts += [f"{title}：{given[part]}" for title, part in ask.named if part in given and part not in usual]
        head = own.get(f"{ask.name}.{n}.{ask.lines.head}", "")
        if parts:
            yield (f"{heads[head]}：" if head else "") + "／".join(parts)


def _form(name: str) -> dict[str, Any]:
    data = parse(FORMS[name])
    assert isinstance(data, dict)
    return data


@pytest.mark.parametrize("kind", OPEN)
def test_a_form_asks_every_field_that_groups_are_asked(kind: str) -> None:
    asked = {ask.name.split(".")[0] for ask in asks(kind, READING.vocabularies)} - {"slug"}
    fields = {name for name, info in OPEN[kind].model.model_fields.items() if is_asked(info)}
    assert fields - asked == {"group": {"photos", "translations"}, "event": {"photos"}}[kind]


@pytest.mark.parametrize("kind", OPEN)
def test_a_form_keeps_what_the_host_demands(kind: str) -> None:
    elements = _form(f"{kind}.yml")["body"]
    asked = [e for e in elements if e["type"] != "markdown"]
    ids, labels = [e["id"] for e in asked], [e["attributes"]["label"] for e in asked]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)
    assert all(re.fullmatch("[A-Za-z0-9_-]+", each) for each in ids)
    assert len(elements) <= 61
    for element in asked:
        options = element["attributes"].get("options", [])
        words = [each["label"] if isinstance(each, dict) else each for each in options]
        assert len(set(words)) == len(words) <= 100
        assert "none" not in {word.lower() for word in words}
        assert all(word.strip() for word in words)
        assert (element["type"] in ("dropdown", "checkboxes")) == bool(options)


@pytest.mark.parametrize("kind", OPEN)
def test_needed_fields_are_needed_in_the_form(kind: str) -> None:
    needed = {ask.name for ask in asks(kind, READING.vocabularies) if ask.needed}
    model = {name for name, info in OPEN[kind].model.model_fields.items() if info.is_required()}
    assert needed == model - {"contact"}


def test_a_label_with_a_comma_is_ticked_and_a_label_given_twice_stands_once() -> None:
    terms = READING.vocabularies["areas"].terms
    odd = {**terms, "a": terms["citywide"].model_copy(update={"label": "駅前, 北口"}), "b": terms["citywide"]}
    vocabularies = {**READING.vocabularies, "areas": READING.vocabularies["areas"].model_copy(update={"terms": odd})}
    ask = next(ask for ask in asks("group", vocabularies) if ask.name == "areas")
    assert ask.shape == "boxes"
    assert [label for label, _ in ask.options].count("市内全域") == 1
    assert ("駅前, 北口", "a") in ask.options


def test_prefilled_are_only_boxes_to_type_in() -> None:
    ids = prefill_ids("group")
    assert ids["contact.phone"] == {"id": "contact-phone"}
    assert ids["meetings"] == {
        "id": "meetings",
        "head": "",
        "parts": ["when", "place", "note"],
        "named": {"when": "いつ", "place": "どこで", "note": "補足"},
    }
    assert not {"kind", "fields", "areas", "criteria", "contact.via"} & ids.keys()
    boxes = {e["id"] for e in _form("group.yml")["body"] if e["type"] in ("input", "textarea")}
    assert {each["id"] for each in ids.values()} == boxes


def _schema(project: Path, *options: str) -> Result:
    config, folder = str(project / "mkdocs.yml"), str(project / "content")
    return CliRunner().invoke(main, ["schema", "--content", folder, "--config-file", config, *options])


def test_the_forms_of_this_project_are_fresh() -> None:
    assert _schema(ROOT, "--check").output == "", "run `hiroba schema` and commit the result"


def test_a_city_with_words_of_its_own_gets_its_forms_anew_and_another_gets_none(tmp_path: Path) -> None:
    project(tmp_path)
    assert "ISSUE_TEMPLATE" not in _schema(tmp_path).output
    (tmp_path / ".github" / "ISSUE_TEMPLATE").mkdir(parents=True)
    assert "group.yml は新しくありません" in _schema(tmp_path, "--check").output
    assert _schema(tmp_path).output.count("を書きました") == 3
    assert _schema(tmp_path, "--check").exit_code == 0
    put(
        tmp_path,
        {"content/vocabulary/kinds.yaml": "label: 種類\nlabel_en: Kind\nterms:\n  x: {label: 隣組, label_en: X}\n"},
    )
    assert _schema(tmp_path, "--check").exit_code == 1
    assert _schema(tmp_path).exit_code == 0
    assert "隣組" in (tmp_path / ".github/ISSUE_TEMPLATE/group.yml").read_text(encoding="utf-8")


def test_without_an_address_of_the_site_there_is_no_link_to_it() -> None:
    assert "contact_links" not in dict(issue_forms(READING.vocabularies, Settings()))["config.yml"]
    links = _form("config.yml")["contact_links"]
    assert [link["url"] for link in links] == [
        "https://hiroba.example.org/edit/",
        "https://hiroba.example.org/places/center/",
    ]
