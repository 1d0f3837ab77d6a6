"""The YAML that the form shows is what `hiroba fmt` would write, and it reads back as what was filled in."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.form.checking import checking
from generator.formatting import canonical
from generator.models.annotations import is_list, is_mapping
from generator.models.base import Record, inner_record
from generator.models.event import Event
from generator.models.group import Group
from generator.reading.read import vocabularies
from generator.reading.strict import parse
from tests.form_table import layout
from tests.scripts_alone import alone
from tests.towns import CONTENT, profile_files

pytestmark = pytest.mark.browser

KINDS: dict[str, type[Record]] = {"groups": Group, "events": Event}
VOCABULARIES = vocabularies(CONTENT)
TABLE = checking(VOCABULARIES)
RECORDS = layout(TABLE["types"])
DUMP = "([every, table]) => every.map(([record, data]) => Yaml.dump(record, data, table))"
Case = tuple[str, dict[str, Any]]


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with alone(chromium, Yaml="profile/yaml.js") as opened:
        yield opened


def dumped(page: Page, cases: list[Case], table: dict[str, Any] = TABLE) -> list[str]:
    return list(page.evaluate(DUMP, [cases, table]))


def written(record: type[Record], data: dict[str, Any]) -> str:
    """What `hiroba fmt` writes for the same data."""
    made = canonical(json.dumps(data, ensure_ascii=False), record, VOCABULARIES)
    assert isinstance(made, str)
    return made


def samples(folder: str) -> dict[str, str]:
    return {slug: path.read_text(encoding="utf-8") for slug, path in profile_files(folder).items()}


@pytest.mark.parametrize("folder", KINDS)
def test_every_sample_profile_is_written_as_fmt_writes_it(page: Page, folder: str) -> None:
    every = [parse(text) for text in samples(folder).values()]
    made = dumped(page, [(KINDS[folder].__name__, data) for data in every])
    assert made == [written(KINDS[folder], data) for data in every]


def test_the_order_of_what_was_filled_in_does_not_matter(page: Page) -> None:
    dice = random.Random(5)
    every = [parse(text) for text in samples("groups").values()]
    shuffled = [dict(dice.sample(list(data.items()), len(data))) for data in every]
    assert dumped(page, [("Group", d) for d in shuffled]) == dumped(page, [("Group", d) for d in every])


AWKWARD = (
    *("yes", "No", "on", "OFF", "y", "null", "~", "true", "1:30", "0424", "1_000", "0x1F", ".5", "-1", "1e3", ".inf"),
    *("2026-10-01", "10:30", "=", "<<", "-", "- a", "--- a", "...", "? a", ": a", "a: b", "a:", "a #b", "#a", "a#b"),
    *("[a]", "{a: b}", "a, b", "&a", "*a", "!a", "!!str a", "|", ">", "|-", "%YAML", "@a", "`a`", "'", '"', "''"),
    *("it's", '"a', "\\", "\\n", "a\\", "\\u0041", "a\tb", "\ta", "a\t", "a\t# b", "a:\tb", " a", "a ", ""),
    *("\0", "\x07", "\x1b[1m", "\x7f", "\x85", "a\x85b", "\xa0a", "\u2028", "一\u2028二", "\u2029", "\ufeff"),
    *(
        "a\ufeffb",
        "\ufffe",
        "\uffff",
        "\u200b",
        "\u202e",
        "🌸",
        "👩\u200d👧",
        "𠮷野家",
        "é",
        "e\u0301",
        "\u3000あ\u3000",
    ),
    *(
        "一\n二",
        "一\n\n二\n",
        "\n一",
        "一\n",
        "一\r\n二",
        "一\r二",
        "一\n 二\n  三",
        "一\n\t二",
        "一\n# 二",
        "一\n- 二",
    ),
    *("一\n---\n二", "一\n...\n", "一\n \n二", "\n\n", "一\n\x0b二", "一\n\u2028二", "key: |\n  a", "あ" * 40),
    *("x" * 5000, "長い文。" * 900, "a\n" * 400, "💮" * 60, "，", "：", "＃"),
)
CALM = (
    *("川の会", "毎月、川辺に集まります。", "10:30", "no", "0424", "a: b", "川 #1", "一\n二\n\n- 三", "it's", "2026"),
    *("🌸の会", "[a]", "x" * 90),
)
SPELLED = {
    "day": ("2026-10-01", "2027-03-31"),
    "partial-day": ("2004", "2004-04", "2004-04-01"),
    "moment": ("2026-12-05 10:00-12:00", "2026-12-05", "2026-12-05/2026-12-07"),
    "clock": ("10:00", "09:30"),
    "yen": ("0", "1000"),
    "count": ("5", "120"),
    "flag": ("yes", "no"),
    "phone": ("042-000-0011", "0120-000-000"),
}
TERMS = ("environment", "welfare", "citywide", "no", "member")


class Filler:
    """Data for a record, every text drawn by `text`, half of the fields given."""

    def __init__(self, seed: int, calm: bool) -> None:
        self.dice = random.Random(seed)
        self.calm = calm

    def text(self, field: dict[str, Any]) -> str:
        if not self.calm:
            return "".join(self.dice.choice(AWKWARD) for _ in range(self.dice.choice((1, 1, 1, 2, 3))))
        if field["name"] == "kana":
            return "かわのかい"
        if field["name"] == "corporate_number":
            return "8000012010038"
        spelled = SPELLED.get(field["kind"])
        vocabulary = VOCABULARIES.get(field["vocabulary"])
        return self.dice.choice(spelled or (list(vocabulary.terms) if vocabulary else CALM))

    def record(self, name: str) -> dict[str, Any]:
        fields = [f for f in RECORDS[name]["fields"] if f["kind"] != "choice" or not self.calm]
        chosen = self.dice.sample(fields, self.dice.randint(1, len(fields)))
        return {field["name"]: self.field(field) for field in chosen}

    def field(self, field: dict[str, Any]) -> Any:
        if field["mapping"]:
            return {lang: self.entry(field) for lang in self.dice.sample(("easy", "en", "zh", "no"), 2)}
        if field["list"]:
            return [self.entry(field) for _ in range(self.dice.randint(1, 4))]
        return self.entry(field)

    def entry(self, field: dict[str, Any]) -> Any:
        return self.record(field["inner"]) if field["inner"] else self.text(field)


def plain(value: Any) -> Any:
    """Data without what no profile keeps: white space around a text, and other line breaks than our own."""
    if isinstance(value, dict):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.replace("\r\n", "\n").replace("\r", "\n").strip()


@pytest.mark.parametrize("seed", range(12))
def test_awkward_data_is_read_back_as_it_was_filled_in(page: Page, seed: int) -> None:
    filler = Filler(seed, calm=False)
    cases = [(name, filler.record(name)) for name in ("Group", "Event") * 25]
    for (_, data), text in zip(cases, dumped(page, cases), strict=True):
        assert plain(parse(text)) == plain(data)
        assert "\r" not in text


@pytest.mark.parametrize("text", AWKWARD)
def test_every_awkward_text_is_read_back_wherever_it_stands(page: Page, text: str) -> None:
    data = {
        "name": text,
        "aliases": [text, text],
        "contact": {"phone": text, "social": [{"kind": text, "url": text}]},
        "fees": text,
        "members": {"total": text},
        "translations": {"en": {"name": text}},
        "unknown": {"deep": [text, {"er": text}]},
    }
    (made,) = dumped(page, [("Group", data)])
    assert plain(parse(made)) == plain(data)


def test_a_table_that_knows_less_gives_the_same_data(page: Page) -> None:
    shape = ("record", "many", "keyed")
    bare = {
        name: {"fields": {n: {key: f[key] for key in shape if key in f} for n, f in record["fields"].items()}}
        for name, record in TABLE["types"].items()
    }
    every = [parse(text) for text in samples("groups").values()]
    for table in ({"types": bare}, {"types": {}}):
        made = dumped(page, [("Group", data) for data in every], table)
        assert [plain(parse(text)) for text in made] == [plain(data) for data in every]


@pytest.mark.parametrize("seed", range(4))
def test_well_behaved_data_is_written_as_fmt_writes_it(page: Page, seed: int) -> None:
    filler = Filler(seed, calm=True)
    cases = [(name, filler.record(name)) for name in ("Group", "Event") * 25]
    for (name, data), text in zip(cases, dumped(page, cases), strict=True):
        assert text == written({"Group": Group, "Event": Event}[name], data)


def test_a_list_takes_one_line_as_long_as_it_is_short(page: Page) -> None:
    for count in (3, 4, 5, 20):
        data = {"aliases": ["あいうえおかきくけこさしすせそたちつてと𠮷"] * count}
        assert dumped(page, [("Group", data)]) == [written(Group, data)]


def test_what_is_not_there_is_not_written(page: Page) -> None:
    data = {"name": None, "aliases": [None], "contact": {}, "meetings": [], "members": {"total": 5}, "fields": "town"}
    assert parse(dumped(page, [("Group", data)])[0]) == {
        "aliases": [],
        "contact": {},
        "meetings": [],
        "members": {"total": "5"},
        "fields": ["town"],
    }
    assert page.evaluate("table => Yaml.dump('Group', {}, table)", TABLE) == "\n"
    head = page.evaluate("table => Yaml.dump('Group', {name: undefined, kana: 'か'}, table, '# 見本')", TABLE)
    assert head == "# 見本\nkana: か\n"


def test_half_a_pair_of_surrogates_is_written_as_something_that_can_be_read(page: Page) -> None:
    made = page.evaluate(
        r"""table => Yaml.dump("Group",
        {name: "川\ud83c", kana: "\udf38\udf38", summary: "🌸\ud83c🌸"}, table)""",
        TABLE,
    )
    assert parse(made) == {"name": "川\ufffd", "kana": "\ufffd\ufffd", "summary": "🌸\ufffd🌸"}


def test_the_models_have_no_shape_that_the_table_cannot_tell() -> None:
    for name, info in Group.model_fields.items():
        shape = (is_list(Group.__annotations__[name]), is_mapping(Group.__annotations__[name]))
        field = next(f for f in RECORDS["Group"]["fields"] if f["name"] == name)
        assert (field["list"], field["mapping"]) == shape
        assert shape != (True, True)
        assert bool(field["inner"]) == (inner_record(info.annotation) is not None)
