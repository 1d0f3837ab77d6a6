"""No reason is shown that is not true: each is looked up again in the profile, in another way than it was found."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.build import load
from generator.japanese.moments import Moment, parse_moment
from generator.japanese.recurrence import Recurrence, occurrences, parse_recurrence, times_on
from generator.lexical.fold import fold
from generator.matching.conditions import ALWAYS, conditions
from generator.matching.differences import DIFFERS
from generator.matching.documents import Document
from generator.matching.evidence import GroupEvidence, Met
from generator.matching.scoring import MET, POINTS, Matches, lacking, matches
from generator.matching.sheet import COMPANY, KEYS, parse_sheet, values
from generator.models.calls import LEADING
from generator.wording.matches import FORMS, Answer, answers, reader_of, unknown, words_of
from tests.folders import TODAY, content
from tests.matching.answers import VOCABULARIES, asked, opening, town
from tests.towns import CONTENTS

FLAGS = {"opening.beginners_ok": "beginners_ok", "opening.with_children": "with_children", "opening.once": "once"}
HOURS = {"morning": (0, 12), "afternoon": (12, 17), "evening": (17, 24)}


@pytest.fixture(scope="module")
def towns() -> tuple[Matches, ...]:
    loaded = (load(folder, "content", date(2026, 11, 29)) for folder in CONTENTS)
    return tuple(matches(reader_of(each.directory)) for each in loaded)


def evidence(towns: tuple[Matches, ...]) -> Iterator[tuple[Matches, Document, Met]]:
    for found in towns:
        for document in found.documents:
            for met in conditions(GroupEvidence(found.reader, document.entry), document):
                yield found, document, met


def texts(found: Matches, document: Document, source: str) -> str:
    group, call = document.entry.group, document.opening.call if document.opening else None
    exchanged = [each.text for each in (*group.offers, *group.seeks)]
    rest = [group.description, *(m.note or "" for m in group.meetings), *exchanged]
    own = [call.title, call.text or "", call.conditions or ""] if call else []
    given = {
        "opening.title": own[:1],
        "opening.text": own,
        "group.name": [group.name, *group.aliases, group.summary],
        "group.text": [group.summary, *rest],
    }
    return "\n".join(given[source])


def is_true(found: Matches, document: Document, met: Met) -> bool:
    """Whether a profile says what was found in it."""
    group, call = document.entry.group, document.opening.call if document.opening else None
    directory = found.reader.directory
    if met.key == "do" and met.source in ("group.fields", "group.audiences"):
        term = directory.vocabularies["skills"].terms[met.value]
        return met.fact in (*term.fields, *term.audiences) and met.fact in (*group.fields, *group.audiences)
    if met.source in ("opening.title", "opening.text", "group.name", "group.text"):
        using = found.reader.skills.synonyms.folding
        where = texts(found, document, met.source) + ("\n" + (call.when or "") if call else "")
        return fold(met.fact, using).strip() in fold(where, using)
    if met.source in FLAGS:
        return getattr(call, FLAGS[met.source]) is (met.degree != "no")
    if met.key == "when":
        return is_then(document, met)
    places = [directory.place_of[spot.slug] for spot in document.spots() if spot.slug]
    return {
        "opening.from_home": lambda: call is not None and call.from_home is True,
        "group.areas": lambda: met.fact in group.areas,
        "group.members": lambda: group.members is not None and group.members.total == int(met.fact),
        "group.audiences": lambda: met.fact in group.audiences,
        "group.accessibility": lambda: met.fact in group.accessibility,
        "place.accessibility": lambda: any(met.fact in place.accessibility for place in places),
        "group.languages": lambda: met.fact in group.languages,
        "group.translations": lambda: met.fact in group.translations,
        "group.fees": lambda: group.fees is not None,
        "opening.ages": lambda: call is not None and met.fact == call.ages,
        "opening.when": lambda: call is not None and met.fact in (call.when or ""),
        "opening.role": lambda: met.fact == document.role,
        "group": lambda: document.opening is None,
        "when": lambda: any(True for _, of_meeting in document.repeats() if not of_meeting),
        "meeting.when": lambda: bool(group.meetings),
    }[met.source]()


def is_then(document: Document, met: Met) -> bool:
    """Whether one of the days of the coming year lies in a part of the week, by its own clock."""
    call = document.opening.call if document.opening else None
    if met.degree == "unknown":
        # No reason, and worth less than any: nobody is told that it is then.
        return True
    if met.source == "opening.words":
        return met.fact in (call.when or "" if call else "") or any(met.fact == r.text for r in written(document))
    day_word, part = met.value.split("-")
    first, last = HOURS[part]
    single = parse_moment(call.when) if call and call.when else None
    if isinstance(single, Moment):
        kind = {5: "saturday", 6: "sunday"}.get(single.first.weekday(), "weekday")
        return kind == day_word and single.times is not None and first <= single.times.start.hour < last
    for repeat in written(document):
        for day in occurrences(repeat, TODAY, TODAY + timedelta(days=370), anchor=TODAY):
            kind = {5: "saturday", 6: "sunday"}.get(day.weekday(), "weekday")
            times = times_on(repeat, day)
            hours = [(t.start.hour, t.end.hour + t.end.minute / 60 if t.end else t.start.hour + 0.5) for t in times]
            within = [begin < last and end > first for begin, end in hours] or [
                met.degree == "about" or bool(repeat.notes)
            ]
            if kind == day_word and any(within):
                return True
    return False


def written(document: Document) -> Iterator[Recurrence]:
    call = document.opening.call if document.opening else None
    if call and call.when:
        read = parse_recurrence(call.when)
        yield from (read,) if isinstance(read, Recurrence) else ()
    else:
        yield from (meeting.when for meeting in document.entry.group.meetings)


def test_every_reason_stands_in_the_profile(towns: tuple[Matches, ...]) -> None:
    untrue = [
        (document.url, met)
        for found, document, met in evidence(towns)
        if met.key != DIFFERS and not is_true(found, document, met)
    ]
    assert untrue == []


def test_every_difference_stands_in_the_profile(towns: tuple[Matches, ...]) -> None:
    told = [(document, met) for _, document, met in evidence(towns) if met.key == DIFFERS]
    assert [(document.url, met) for document, met in told if not is_otherwise(document, met)] == []
    names = {"do", "when", "where", "often", "once", "over", "beginner", "teen", "senior", "free", "quiet"}
    assert {met.value for _, met in told} >= names


def is_otherwise(document: Document, met: Met) -> bool:
    group, call = document.entry.group, document.opening.call if document.opening else None
    return {
        "do": lambda: met.fact in group.fields,
        "when": lambda: bool(group.meetings or (call and call.when)),
        "where": lambda: bool(group.areas),
        "home": lambda: call is not None and call.from_home is False,
        "beginner": lambda: call is not None and (call.role == met.fact or call.beginners_ok is False),
        "children": lambda: call is not None and call.with_children is False,
        "quiet": lambda: group.members is not None and group.members.total == int(met.fact) > 12,
        "free": lambda: group.fees is not None,
        "teen": lambda: met.fact == call.ages if call and call.ages else "anyone" not in group.audiences,
        "senior": lambda: met.fact == call.ages if call and call.ages else "anyone" not in group.audiences,
        "often": lambda: is_as_often(document, met),
        "once": lambda: not call or call.once is not True,
        "over": lambda: not call or call.role not in ("board", "successor"),
    }[met.value]()


def is_as_often(document: Document, met: Met) -> bool:
    """Whether an entry's words say how often it is, or else the days of a year do."""
    call = document.opening.call if document.opening else None
    if met.source == "opening.text":
        own = f"{call.title}{call.text}{call.conditions}{call.when}" if call else ""
        words = {"weekly": "週", "monthly": "月", "any": "都合|時間?だけ|とき|なくて|断って|選べ|登録|抜けて"}
        return re.search(words[met.fact], own) is not None
    for repeat in written(document):
        days = {day.isocalendar()[:2] for day in occurrences(repeat, TODAY, TODAY + timedelta(days=364), anchor=TODAY)}
        if (met.fact == "any" and repeat.irregular) or days_fit(met.fact, len(days)):
            return True
    return False


def days_fit(rhythm: str, weeks: int) -> bool:
    return weeks > 40 if rhythm == "weekly" else 3 < weeks < 30 and rhythm == "monthly"


def test_every_answer_that_is_not_met_is_told_as_what_differs_or_as_not_written(towns: tuple[Matches, ...]) -> None:
    for found in towns:
        vocabularies = found.reader.directory.vocabularies
        silent, known = unknown(vocabularies), values(vocabularies)
        names = {name for key in KEYS for name in lacking(key, dict.fromkeys(known[key], False))}
        assert names >= {"do", "when", "where", "home", "often", "once", "over", *COMPANY}
        for document in found.documents:
            met = conditions(GroupEvidence(found.reader, document.entry), document)
            differs = words_of(found.reader.directory, document, met).differs
            mute = [name for name in names if not (differs.get(name) or silent.get(name))]
            assert mute == (["over"] if document.role in LEADING else []), document.url
            assert "" not in differs.values()


def test_every_answer_of_a_sheet_stands_in_exactly_one_of_the_three(towns: tuple[Matches, ...]) -> None:
    found = towns[0]
    known = values(found.reader.directory.vocabularies)
    for company in known["with"]:
        for often in known["often"]:
            line = f"do=cooking&when=sunday-evening&where=home&with={company}&often={often}"
            for each in answers(found, parse_sheet(line, known)):
                assert len(each.reasons) + len(each.differences) + len(each.unknown) == 5, (line, each)


def test_whoever_would_take_something_over_is_told_what_is_no_such_opening(tmp_path: Path) -> None:
    lines = {"areas": "[dai3]", "members": "{total: 5}"}
    found = town(
        tmp_path,
        {
            "board": {"recruiting": f"[{opening('世話役', role='board')}]", **lines},
            "helper": {"recruiting": f"[{opening('来る人')}]", **lines},
        },
    )
    assert [
        (a.document.entry.slug, a.near, a.differences, a.unknown)
        for a in asked(found, "where=dai3&with=wheelchair.teen&often=over")
    ] == [
        ("board", False, (), ("中学生・高校生も参加できるか", "車いすで入れるか")),
        ("helper", True, ("代表や世話役の募集ではありません",), ("中学生・高校生も参加できるか", "車いすで入れるか")),
    ]


def test_ages_that_nobody_understands_are_told_as_they_are_written(tmp_path: Path) -> None:
    answer = one(tmp_path, "where=dai3&with=teen", opening("来る人", ages="気持ちの若い方"), areas="[dai3]")
    assert (answer.differences, answer.near) == (("年齢は「気持ちの若い方」",), True)


def test_who_could_come_every_week_can_come_every_month(tmp_path: Path) -> None:
    answer = one(tmp_path, "often=weekly", opening("来る人", when="毎月第3日曜 9:00-11:00"))
    assert (answer.reasons, answer.near) == (("月1〜2回",), False)


def test_what_only_a_description_names_is_near(tmp_path: Path) -> None:
    answer = one(tmp_path, "do=accounting", opening("来る人"), description="会計もあります。")
    assert (answer.reasons, answer.differences, answer.near) == ((), ("「会計・経理」は、紹介に出てくるだけ",), True)


def test_every_degree_is_in_the_table_of_points(towns: tuple[Matches, ...]) -> None:
    degrees = {(met.key, met.degree) for _, _, met in evidence(towns) if met.key != DIFFERS}
    degrees -= {("with", "out")}
    assert {(key, degree) for key, degree in degrees if degree not in POINTS[key]} == set()
    assert {key for key, _ in degrees} == {ALWAYS, *MET}


def test_every_form_is_of_a_degree_that_counts_as_met() -> None:
    assert {(key, degree) for key, those in FORMS.items() for degree in those if degree not in MET[key]} == set()


def test_words_of_its_own_are_told_only_of_what_is_met(towns: tuple[Matches, ...]) -> None:
    for found in towns:
        for document in found.documents:
            met = list(conditions(GroupEvidence(found.reader, document.entry), document))
            good = {(each.key, each.value) for each in met if each.degree in MET.get(each.key, ())}
            says = words_of(found.reader.directory, document, met).says
            assert {(key, value) for key, those in says.items() for value in those} <= good


# ---- in words ----


def one(tmp_path: Path, line: str, call: str, **lines: str) -> Answer:
    return asked(town(tmp_path, {"one": {"recruiting": f"[{call}]", **lines}}), line)[0]


def test_a_quoted_reason_is_a_clause_of_the_text(tmp_path: Path) -> None:
    answer = one(
        tmp_path, "with=beginner", opening("来る人", text="長ぐつを持って。経験はいりません、笑って来てください。")
    )
    assert answer.reasons == ("「経験はいりません」",)


def test_a_time_that_is_only_named_is_told_as_it_is_written(tmp_path: Path) -> None:
    answer = one(tmp_path, "when=weekday-afternoon", opening("来る人", when="月に1回、平日の昼"))
    assert answer.reasons == ("月に1回、平日の昼",)


def test_what_a_text_takes_away_is_no_time(tmp_path: Path) -> None:
    found = town(tmp_path, {"one": {"recruiting": f"[{opening('会計', when='土日を除くどこかの朝')}]"}})
    assert [a.reasons for a in asked(found, "do=accounting&when=saturday-morning")] == [("会計・経理",)]


def test_a_day_without_hours_says_that_they_are_to_be_asked_for(tmp_path: Path) -> None:
    answer = one(tmp_path, "when=sunday-morning", opening("来る人", when="毎月第3日曜"))
    assert answer.reasons == ("日曜（時間はおたずねください）",)


def test_a_day_of_the_month_is_told_as_it_is(tmp_path: Path) -> None:
    answer = one(tmp_path, "when=sunday-morning", opening("来る人", when="毎月15日 9:00-11:00"))
    assert answer.reasons == ("毎月15日 9:00-11:00",)


def test_what_members_pay_is_told_of_no_helper(tmp_path: Path) -> None:
    fees = {"fees": "{yearly: 1000}", "areas": "[dai3]"}
    helper = one(tmp_path / "a", "where=dai3&with=free", opening("来る人"), **fees)
    member = one(tmp_path / "b", "where=dai3&with=free", opening("来る人", role="member"), **fees)
    assert (helper.differences, helper.unknown) == ((), ("費用がかかるか",))
    assert member.differences == ("会費などがかかります",)


def test_a_city_with_a_word_list_and_no_skills_still_answers(tmp_path: Path) -> None:
    vocabularies = {name: text for name, text in VOCABULARIES.items() if "skills" not in name}
    loaded = load(content(tmp_path, vocabularies), "content", TODAY)
    assert matches(reader_of(loaded.directory)).degrees["do"] == {}


def test_an_age_that_is_not_understood_is_no_reason(tmp_path: Path) -> None:
    lines = {"areas": "[dai3]", "audiences": "[anyone]"}
    answer = one(tmp_path, "where=dai3&with=teen", opening("来る人", "member", ages="気持ちの若い方"), **lines)
    assert (answer.reasons[1:], answer.differences) == ((), ("年齢は「気持ちの若い方」",))


def test_an_opening_is_online_only_if_it_says_so(tmp_path: Path) -> None:
    calls = f"[{opening('受付の人')}, {opening('相談の人', text='オンラインで話します')}]"
    found = town(tmp_path, {"one": {"recruiting": calls, "areas": "[online, dai3]"}})
    assert [a.document.title for a in asked(found, "where=online")] == ["相談の人"]


def test_a_day_of_one_month_is_told_with_its_month(tmp_path: Path) -> None:
    call = opening("来る人", when="10月の第3日曜 9:00-11:00")
    assert one(tmp_path / "a", "when=sunday-morning", call).reasons == ("10月の第3日曜 9:00-11:00",)
    other = one(tmp_path / "b", "where=dai3&when=saturday-morning", call, areas="[dai3]")
    assert other.differences == ("10月の第3日曜 9:00-11:00なら",)


def test_what_a_group_is_by_law_is_nothing_that_it_does(tmp_path: Path) -> None:
    found = town(tmp_path, {"one": {"recruiting": f"[{opening('来る人')}]", "summary": "NPO法人です。"}})
    assert asked(found, "do=npo") == ()
