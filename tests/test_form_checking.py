"""The form checks in the browser by the rules and in the words of the program: two judges, one corpus."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.form.checking import checking
from generator.kinds import FORMS
from generator.kinds import KINDS as RECORDS
from generator.rules import RULES
from generator.rules.form import FORM
from scripts.patterns import portable
from scripts.tables import tables
from tests.announcements import TEXTS, TEXTS_OF_NOTHING, TITLES, TITLES_OF_NOTHING
from tests.form.corpus import (
    ANY,
    EVENT,
    GROUP,
    KINDS,
    ODD,
    PROSE,
    broken_profiles,
    calls,
    mutations,
    phrases,
    profiles,
    rule_book,
    town,
    varied,
    with_phrases,
    with_value,
)
from tests.form.judged import READ, UNKNOWABLE, Judgement, judged, understood
from tests.scripts_alone import alone

TOWN = town()
PHRASES = phrases()
VARIED = varied(PHRASES)
MUTATED = tuple(dict.fromkeys(mutations((*PHRASES, *VARIED), 1500)))
PROFILES = [(kind, data) for folder, kind in KINDS.items() for data in profiles(folder).values()]
RULE_BOOK = list(rule_book())
FACTS = {
    "today": TOWN.today.isoformat(),
    "groups": TOWN.groups,
    "places": TOWN.places,
    "own": TOWN.own,
}

# A form loads what finds the mistakes of its own kind of record; here all kinds are checked.
EVERY_KIND = """async (kinds) => {
    window.own = Object.assign({}, ...await Promise.all(kinds.map(Check.findingsOf)));
}"""


def _by_turns(texts: tuple[str, ...]) -> list[tuple[str, Any]]:
    """Each text in one field of a good record, the fields by turns."""
    return [case for n, text in enumerate(texts) for case in with_phrases((text,), (ANY[n % len(ANY)],))]


def _announcing() -> list[tuple[str, Any]]:
    """Events that announce something or nothing in their titles and texts, of all of their days or of some."""
    titles = (*(title for title, _ in TITLES), *TITLES_OF_NOTHING)
    texts = (*(text for text, _ in TEXTS), *TEXTS_OF_NOTHING)
    dates = ("2026-12-05", ["2026-12-05/2027-01-10", "2027-02-06"], {"repeat": "毎週土曜"})
    told = [{"title": text} for text in (*titles, *mutations(titles, 300)) if text]
    told += [{"description": text} for text in (*texts, *mutations(texts, 300)) if text]
    told += [{"booking": {"how": text}, "status": "full"} for text in texts if text]
    told += [{"title": "春の交流会", "summary": "交流会は中止になりました。"}]
    return [("event", EVENT | {"dates": dates[n % 3]} | each) for n, each in enumerate(told)]


def _entries() -> list[tuple[str, Any]]:
    """Events whose days are written in several ways at once, or with words beside them."""
    span = {"start_date": "2026-12-01", "end_date": "2027-01-30"}
    notes = (
        *(
            "毎週火曜日・全8回",
            "毎週火曜日・全9回",
            "期間中の土曜日のみ",
            "主に土曜日",
            "(11日間)",
            "61日間",
            "月曜休館",
        ),
        *(
            "土日祝日は9時から",
            "最終日は13時まで",
            "日曜日も開館",
            "会期中の日曜に講演会あり",
            "第2土曜日は休み",
            "荒天中止",
        ),
    )
    repeats = (
        *("毎週火曜日・全8回", "隔週火曜日・全5回", "隔週火曜・全4回", "毎月末日・全2回", "毎月5日、15日・全4回"),
        *("第5月曜", "最終金曜・全2回", "偶数月の第1水曜", "2月の毎週月曜", "毎月31日・全3回", "毎年2月30日"),
    )
    entries = [span | {"note": note} | times for note in notes for times in ({}, {"start_time": "10:45"})]
    entries += [{"moment": "2026-12-01/2027-01-30 10:00-12:00", "note": note} for note in notes]
    entries += [span | {"repeat": repeat} for repeat in repeats]
    entries += [span | {"repeat": repeat, "except_dates": ["2026-12-29", "2026-12-31"]} for repeat in repeats]
    entries += [{"repeat": repeat} for repeat in repeats] + [{"repeat": "毎年2月29日", "start_date": "2097-03-01"}]
    entries += [{"moment": "2026-12-01", **other} for other in (span, {"repeat": "毎日"}, {"end_time": "21:00"})]
    entries += [
        {"moment": "2026-12-01 10:00-12:00", "start_time": "10:00", "end_time": end} for end in ("12:00", "13:00")
    ]
    entries += [{"moment": f"2026-12-01/2027-01-30 {words}"} for words in (*notes, *repeats)]
    return [("event", EVENT | {"dates": [entry]}) for entry in entries]


def _bearing_names() -> list[tuple[str, Any]]:
    """Groups with the names and readings of others, each with a legal form in another spelling or place."""
    names = (
        "NPO法人 {}",
        "特定非営利活動法人{}",
        "（特非）{}",
        "{}（一社）",
        "認定ＮＰＯ法人・{}",
        "{}",
        "NPO{}",
        "株式会社",
    )
    kana = (
        "えぬぴーおーほうじん {}",
        "ニンテイえぬぴーおー・{}",
        "とくひ ほうじん{}",
        "{}",
        "えぬぴーおー{}",
        "とくひ",
    )
    out = []
    for n, (name, reading) in enumerate(TOWN.groups.values()):
        out.append(("group", GROUP | {"name": names[n % len(names)].format(name)}))
        out.append(("group", GROUP | {"kana": kana[n % len(kana)].format(reading)}))
    return out


def _grants() -> list[tuple[str, Any]]:
    """Grants whose days, amounts, conditions and contacts are written in many ways, some of them wrong."""
    good = {"title": "川べり助成", "funder": "川べり基金", "summary": "川の道具を助成します。", "closes": "2027-01-15"}
    closes = ("随時", "通年", "令和9年1月15日", "2026-10-31", "未定", "1月15日", "", "2027-02-30", ["2027-01-15"])
    opens = ("2027-02-01", "2026-12-01", "きのう", "2026/12/1")
    contacts = ({"phone": "090-0000-0011"}, "042-000-0011", {"via": "center"}, {"email": "hanako.yamada@example.org"})
    amounts = ({"most": "10万円"}, "30万円まで", {"most": "たくさん"}, {"rate": "2分の1\n以内"})
    kinds = ({"kinds": "ボランティア団体、NPO法人"}, {"kinds": "会社員"})
    eligible = (*kinds, "市内の団体", {"years": "2"}, {"registered": "はい"})
    told: list[dict[str, Any]] = [{}, {"title": "見本活動助成"}, {"締切": "随時", "closes": "随時"}, {"limit": "1"}]
    told += [{"closes": each} for each in closes] + [{"opens": each} for each in opens]
    told += [{"contact": each} for each in contacts] + [{"amount": each} for each in amounts]
    rates = (
        "2分の3",
        "3分の2以内",
        "三分の二",
        "120％",
        "100％以内",
        "１／２",
        "15割",
        "８割５分",
        "10割",
        "全額",
        "0分の1",
        "対象経費",
    )
    told += [{"amount": {"rate": each}} for each in rates]
    told += [{"amount": {"most": each}} for each in ("0円", "なし", "無料")]
    years = ({"years": "5", "years_most": "3"}, {"years_most": "0"}, {"years": "3", "years_most": "3"})
    told += [{"eligible": each} for each in (*years, {"members": "5,000人"}, {"members": "1000"})]
    told += [{"yearly": "はい"}, {"yearly": "はい", "opens": "2026-12-01"}, {"yearly": "はい", "closes": "随時"}]
    told += [{"closes": "随時", "rule": "消印有効"}, {"closes": "2024-11-20"}, {"closes": "2023-01-15"}]
    told += [{"eligible": each} for each in eligible] + [{"rule": each} for each in ("必着", "消印", "postmarked")]
    return [("grant", good | each) for each in told]


CORPORA = {
    "grants": _grants(),
    "entries of dates": _entries(),
    "names that others bear": _bearing_names(),
    "what events announce": _announcing(),
    "calls for people": list(calls()),
    "the sample profiles": PROFILES,
    "the rule book's profiles": RULE_BOOK,
    "sample profiles that were damaged": list(broken_profiles(600)),
    "odd texts in every kind of field": list(with_phrases(ODD, (*ANY, *PROSE))),
    "what people write, varied": _by_turns((*PHRASES, *VARIED[::5])),
    "slips of the finger": _by_turns(MUTATED),
}
ASKED = [
    *((kind, path, text) for text in (*PHRASES, *VARIED[::3], *ODD) for kind, path in READ),
    *((*list(READ)[n % len(READ)], text) for n, text in enumerate(MUTATED)),
]


@pytest.fixture(scope="module")
def ours() -> dict[str, list[Any]]:
    """What the program says of every case of each corpus."""
    return {name: [judged(kind, data, TOWN) for kind, data in cases] for name, cases in CORPORA.items()}


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    """A page that has the checking scripts and their table, and nothing else."""
    with alone(chromium, Check="check/profile.js") as page:
        page.evaluate("(table) => { window.table = table; }", checking(TOWN.vocabularies))
        page.evaluate(EVERY_KIND, list(FORMS))
        page.evaluate("(facts) => { window.check = Check.checker(table, facts, own); }", FACTS)
        page.evaluate("(facts) => { window.english = Check.checker(table, facts, own); }", FACTS | {"lang": "en"})
        yield page


def _theirs(page: Page, cases: list[tuple[str, Any]], check: str = "check") -> list[list[Judgement]]:
    found = page.evaluate(f"(cases) => cases.map(([kind, data]) => {check}.record(kind, data))", cases)
    return [[_told(p) for p in problems] for problems in found]


def _told(p: dict[str, Any]) -> Judgement:
    path, facts = (json.dumps(each, ensure_ascii=False) for each in (p["path"], dict(sorted(p["facts"].items()))))
    return path, p["rule"], p["level"], p["message"], p["advice"], facts


def _differences(cases: list[tuple[str, Any]], ours: list[Any], theirs: list[Any]) -> list[Any]:
    pairs = zip(cases, ours, theirs, strict=True)
    return [(data, our, their) for (_, data), our, their in pairs if sorted(their) != our]


@pytest.mark.browser
@pytest.mark.parametrize("corpus", CORPORA)
def test_browser_and_program_find_the_same_and_say_the_same(
    page: Page, ours: dict[str, list[Any]], corpus: str
) -> None:
    assert _differences(CORPORA[corpus], ours[corpus], _theirs(page, CORPORA[corpus])) == []


@pytest.mark.browser
def test_they_say_the_same_in_english_too(page: Page) -> None:
    ours = [judged(kind, data, TOWN, "en") for kind, data in RULE_BOOK]
    assert _differences(RULE_BOOK, ours, _theirs(page, RULE_BOOK, "english")) == []


@pytest.mark.browser
def test_browser_and_program_read_the_same_value_in_a_text(page: Page) -> None:
    asked = [(kind, list(path), text) for kind, path, text in ASKED]
    theirs = page.evaluate("(asked) => asked.map((each) => check.understood(...each))", asked)
    said = [understood(kind, path, text) for kind, path, text in ASKED]
    assert [(*case, our, their) for case, our, their in zip(ASKED, said, theirs, strict=True) if our != their] == []
    assert sum(map(bool, said)) > 1500


@pytest.mark.browser
def test_the_corpus_is_large_and_breaks_every_rule_that_a_browser_can_know(ours: dict[str, list[Any]]) -> None:
    broken = {rule for cases in ours.values() for problems in cases for _, rule, *_ in problems}
    assert len({*PHRASES, *VARIED, *MUTATED}) > 8000
    assert broken == set(RULES) - UNKNOWABLE - {"too-many-problems", "out-of-range"}


@pytest.mark.browser
def test_problems_stand_in_the_order_of_the_fields(page: Page) -> None:
    data = with_value("group", ("contact", "phone"), "042") | {"name": "あ" * 61, "summary": "", "fees": "ひみつ"}
    found = page.evaluate("(data) => check.record('group', data)", data)
    assert [each["path"] for each in found] == [["name"], ["summary"], ["fees"], ["contact", "phone"]]


@pytest.mark.browser
def test_one_value_is_checked_by_itself(page: Page) -> None:
    def found(path: list[Any], text: str, data: Any = None) -> list[str]:
        problems = page.evaluate("([path, text, data]) => check.value('group', path, text, data)", [path, text, data])
        return [each["rule"] for each in problems]

    assert found(["meetings", 2, "when"], "気が向いたとき") == ["recurrence"]
    assert found(["meetings", 2, "when"], "毎週土曜 10:00-12:00") == []
    assert found(["name"], "") == ["missing-field"]
    assert found(["name_en"], "") == []
    assert found(["contact", "phone"], "090-0000-0000") == ["private-phone"]
    assert found(["contact", "phone"], "090-0000-0000", GROUP | {"contact": {"public": ["phone"]}}) == []


@pytest.mark.browser
def test_how_a_value_was_read_is_said_in_a_few_words(page: Page) -> None:
    def said(kind: str, path: list[Any], text: str) -> str:
        return str(page.evaluate("(asked) => check.understood(...asked)", [kind, path, text]))

    assert said("event", ["dates", 0], "R8.12.5(土) 午前10時から正午") == "2026年12月5日（土）10:00〜12:00"
    assert said("event", ["dates", 0, "moment"], "２０２６－１２－０５") == "2026年12月5日（土）"
    assert said("group", ["meetings", 0, "when"], "第２・４土曜　９時～１２時") == "毎月第2・第4土曜日 9:00〜12:00"
    assert said("group", ["founded"], "平成16年4月") == "2004年（平成16年）4月"
    assert said("group", ["contact", "phone"], "（042）000ー0011（代表）") == "042-000-0011（代表）"
    assert said("group", ["fees"], "入会金なし 年会費千円") == "入会金 無料、年会費 1,000円"
    assert said("group", ["members", "total"], "約三十名") == "30"
    assert said("group", ["contact", "phone"], "042-000-0011") == ""
    assert said("group", ["contact", "phone"], "ひみつ") == ""
    assert said("group", ["summary"], "川辺の花を世話しています。") == ""


@pytest.mark.browser
def test_a_value_that_was_read_is_given_to_others(page: Page) -> None:
    def read(kind: str, path: list[Any], text: str) -> Any:
        found = page.evaluate("(asked) => check.read(...asked)", [kind, path, text])
        return found and found["value"]

    first, last = {"year": 2026, "month": 12, "day": 5}, {"year": 2026, "month": 12, "day": 6}
    times = {"start": 600, "end": 720, "next": False}
    assert read("event", ["dates", 0], "令和8年12月5日 10時〜正午") == {
        "moment": {"first": first, "last": first, "times": times}
    }
    assert read("event", ["dates", 0, "moment"], "12/5〜6") is None
    assert read("event", ["dates", 0, "moment"], "2026.12.5〜6") == {"first": first, "last": last, "times": None}
    assert read("event", ["dates", 0, "start_date"], "２０２６年１２月５日（土）") == first
    assert read("event", ["dates", 0, "start_time"], "午後１時半") == {"minutes": 13 * 60 + 30}
    when = read("group", ["meetings", 0, "when"], "第2・4土曜 9:00-12:00（祝日は休み）")
    assert [(p["weeks"], p["weekdays"]) for p in when["patterns"]] == [([2, 4], [5])]
    assert (when["times"], when["skipHolidays"]) == ([{"start": 540, "end": 720, "next": False}], True)
    assert read("group", ["founded"], "平成16年4月") == "2004-04"
    phone = {"number": "042-000-0011", "kind": "landline", "extension": "12", "note": "代表"}
    assert read("group", ["contact", "phone"], "（042）000-0011 内線12（代表）") == phone
    assert read("group", ["fees"], "年会費千円、月会費なし") == {"yearly": {"amount": 1000}, "monthly": {"amount": 0}}
    assert read("group", ["members", "total"], "約三十名") == 30
    assert read("group", ["members"], "42名（うち市内30名）") == {"total": 42, "residents": 30}
    assert read("group", ["kind"], "ＮＰＯ法人") == "npo"
    assert read("group", ["contact", "phone"], "ひみつ") is None
    assert read("group", ["contact", "phone"], "") is None
    assert page.evaluate("check.profile('group', {})") is None


@pytest.mark.browser
def test_a_whole_profile_is_given_as_its_values(page: Page) -> None:
    values = page.evaluate("(data) => check.profile('group', data)", GROUP | {"設立": "昭和53年", "members": "十五名"})
    assert values["name"] == GROUP["name"]
    assert (values["founded"], values["members"]) == ("1978", {"total": 15})


@pytest.mark.browser
def test_the_form_has_what_its_own_words_need(page: Page) -> None:
    blanks = {name: set(re.findall(r"\{(\w+)\}", "".join(said))) for name, said in FORM.items()}
    taken_reading = ("group", GROUP | {"kana": next(iter(TOWN.groups.values()))[1]})
    cases = [*RULE_BOOK, *PROFILES, taken_reading, *_bearing_names()]
    found = page.evaluate("(cases) => cases.map(([kind, data]) => check.record(kind, data))", cases)
    problems = [each for problems in found for each in problems if each["rule"] in FORM]
    assert [each for each in problems if not blanks[each["rule"]] <= set(each["facts"])] == []
    assert {each["rule"] for each in problems} == set(FORM)
    assert page.evaluate("Object.keys(table.form).length") == len(FORM)


@pytest.mark.browser
def test_names_that_objects_have_by_birth_are_nothing_special(page: Page) -> None:
    data = GROUP | {"constructor": "x", "toString": "y", "hasOwnProperty": "z"}
    found = page.evaluate("(data) => check.record('group', data)", data)
    assert {each["rule"] for each in found} == {"unknown-field"}
    assert len(found) == 3


@pytest.mark.browser
def test_the_browser_takes_every_pattern(page: Page) -> None:
    sources = [made["source"] for made in _patterns(tables())]
    refused = page.evaluate(
        "(sources) => sources.filter((s) => { try { new RegExp(s, 'uy'); return false; } catch (e) { return true; } })",
        sources,
    )
    assert refused == []
    assert len(sources) > 90


def _patterns(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict) and "source" in value:
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _patterns(each)


def test_no_pattern_needs_a_browser_of_after_2019() -> None:
    assert [made for made in _patterns(tables()) if re.search(r"\(\?<|\(\?P|\\p", made["source"])] == []


@pytest.mark.parametrize(
    ("source", "made"),
    [
        (r"(?P<a>x)(?P=a)", {"source": r"(x)\1", "names": {"a": 1}}),
        (r"(?<![0-9])[a\-]\ ", {"source": r"[a\-] ", "before": [False, "[0-9]"]}),
        (r"(?<=曜)[^.)]", {"source": "[^.)]", "before": [True, "曜"]}),
        (r"a.\.", {"source": r"a[^\n]\."}),
    ],
)
def test_a_pattern_goes_over_to_browsers(source: str, made: dict[str, Any]) -> None:
    assert portable(re.compile(source)) == made


def test_a_sign_that_stands_for_any_letter_means_the_same_to_browsers() -> None:
    assert portable(re.compile("a.", re.DOTALL)) == {"source": "a[^]"}
    with pytest.raises(ValueError, match="ends of lines"):
        portable(re.compile("^a", re.MULTILINE))


@pytest.mark.parametrize("source", ["a(?<=b)", "(?<!a)b|c", r"\d", r"[\w]", "(?i:a)", "(?<=ab)c", r"\Aa"])
def test_a_pattern_that_browsers_would_read_otherwise_is_refused(source: str) -> None:
    with pytest.raises(ValueError, match=r"browsers|alternative"):
        portable(re.compile(source))


def test_the_table_knows_every_field_with_its_label_and_limits() -> None:
    table = checking(TOWN.vocabularies)
    for kind in FORMS:
        record = RECORDS[kind].model
        fields = table["types"][table["records"][kind]]["fields"]
        assert list(fields) == list(record.model_fields)
        assert [field["label"] for field in fields.values()] == [info.title for info in record.model_fields.values()]
    group, event = table["types"]["Group"]["fields"], table["types"]["Event"]["fields"]
    assert (group["name"]["max_length"], event["title"]["max_length"], event["summary"]["max_length"]) == (60, 80, 80)
    assert (group["fields"]["least"], group["fields"]["most"], group["aliases"]["max_length"]) == (1, 6, 120)
    assert group["kind"]["vocabulary"] in table["vocabularies"]
    assert json.loads(json.dumps(table)) == table
