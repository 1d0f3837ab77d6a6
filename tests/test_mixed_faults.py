"""A folder of two hundred profiles with faults of every sort: one run finds each at its place, and nothing else."""

import random
from pathlib import Path

from generator.build import inspect
from generator.models.base import Record
from generator.models.event import Event
from generator.models.group import Group
from generator.models.place import Place
from generator.problems import Problem
from generator.reports import FORMATS
from tests.folders import JPEG, TODAY, content, put

Block = dict[str, str]
# ⟦ marks where the fault is to be reported; it is taken out before the file is written.
MARK = "⟦"
BASE: dict[str, Block] = {
    "groups": {
        "name": "name: 花{n}の会",
        "kana": "kana: はな{kana}のかい",
        "kind": "kind: volunteer",
        "fields": "fields: [environment]",
        "areas": "areas: [citywide]",
        "summary": "summary: 川辺の花を世話しています。",
        "description": "description: 毎月、川辺の花壇に集まります。",
        "criteria": "criteria: [voluntary, collective, continuing, public-benefit, nonprofit]",
        "contact": "contact:\n  phone: 042-000-0011",
    },
    "events": {
        "title": "title: 花の種まき{n}",
        "kind": "kind: living",
        "organizer": "organizer: kawa-akari",
        "dates": "dates: 2026-12-05 10:00-12:00",
        "summary": "summary: 春に咲く花の種をまきます。",
    },
    "places": {"name": "name: 川辺の家{n}", "kana": "kana: かわべのいえ", "kind": "kind: hall"},
}
# Rule, the fields that it needs for itself, and what is written in the first of them.
FAULTS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "groups": (
        ("unknown-term", "kind", "kind: ⟦なぞの会"),
        ("kana", "kana", "kana: ⟦第{n}の会"),
        ("text-too-long", "summary", "summary: ⟦" + "長い文です。" * 20),
        ("space-in-word", "summary", "summary: ⟦日　時は{n}日です。"),
        ("invisible-character", "summary", "summary: 川⟦\u200b辺の花です。"),
        ("unknown-field", "colour", "⟦colour: 青"),
        ("phone", "contact", "contact:\n  phone: ⟦042-00-11"),
        ("private-phone", "contact", "contact:\n  fax: ⟦０９０－００００－００００"),
        ("private-address", "contact", "contact:\n  phone: 042-000-0011\n  address: ⟦清瀬市中里1-2-3"),
        ("private-email", "contact", "contact:\n  email: ⟦suzuki.ichiro@example.org"),
        ("email", "contact", "contact:\n  email: ⟦kai-example.org"),
        ("url", "contact", "contact:\n  website: ⟦htp://example.org"),
        ("no-contact", "contact", "contact:\n  ⟦phone_hours: 平日"),
        ("number", "members", "members: ⟦たくさん"),
        ("recurrence", "meetings", "meetings:\n  - 毎週月曜\n  - ⟦いつか"),
        ("noon-or-midnight", "meetings", "meetings: 毎週土曜 ⟦午前12時から"),
        ("unknown-place", "meetings", "meetings:\n  - when: 毎週月曜\n    place: ⟦kawa-be"),
        ("date", "confirmed", "confirmed: ⟦きのう"),
        ("impossible-date", "confirmed", "confirmed: ⟦2026年2月30日"),
        ("impossible-era", "confirmed", "confirmed: ⟦平成31年5月1日"),
        ("not-confirmed", "confirmed", "confirmed: ⟦2025-01-01"),
        ("unknown-choice", "status", "status: ⟦なぞ"),
        ("corporate-number", "corporate_number", "corporate_number: ⟦'8000012010039'"),
        ("corporate-number-length", "corporate_number", "corporate_number: ⟦'80'"),
        ("empty-text", "aliases", "aliases: [⟦' ']"),
        ("line-break", "name_en", 'name_en: ⟦"River\\nLight"'),
        ("too-few", "areas", "areas: ⟦[]"),
        ("criteria-missing", "criteria", "criteria: ⟦[collective, continuing, public-benefit, nonprofit]"),
        ("machine-dependent", "name", "name: 花{n}の会⟦㈱"),
        ("raw-html", "description", "description: |\n  一行目\n  これは⟦<b>太字</b>"),
        ("unsafe-link", "description", "description: 予定は[ここ](⟦javascript:alert(1))"),
        ("summary-repeated", "description", "description: ⟦川辺の花を世話しています"),
        ("private-in-text", "description", "description: 携帯は⟦090-1111-2222です"),
        ("file-missing", "photos", "photos:\n  - file: ⟦nai{n}.jpg\n    alt: 川の花壇"),
        ("alt-missing", "photos", "photos:\n  - ⟦file: kawa.jpg"),
        ("file-outside", "photos", "photos:\n  - file: ⟦../../x.jpg\n    alt: 川の花壇"),
        ("money", "fees", "fees:\n  yearly: ⟦ひみつ"),
        ("wrong-shape", "succession", "succession: ⟦[looking]"),
        ("until-past", "offers", "offers:\n  - kind: people\n    text: 人手\n    until: ⟦2026-01-01"),
        (
            "flag",
            "recruiting",
            "recruiting:\n  - role: member\n    title: 花を育てる仲間\n    beginners_ok: ⟦たぶん"
            "\n    when: 毎週月曜 9:00-9:30\n    place: 川辺の花壇",
        ),
    ),
    "events": (
        ("weekday-mismatch", "dates", "dates: ⟦2026年12月5日（日）10:00-12:00"),
        ("date-without-year", "dates", "dates: ⟦12月5日"),
        ("time", "dates", "dates: ⟦2026-12-05 おひるごろ"),
        ("end-before-start", "dates", "dates: ⟦2026-12-05 14:00-12:00"),
        ("date-missing", "dates", "dates:\n  - ⟦note: 未定です"),
        ("unknown-group", "organizer", "organizer: [kawa-akari, ⟦kawa-akri]"),
        ("closes-after-end", "booking", "booking:\n  closes: ⟦2027-01-05"),
        ("unknown-field", "plase", "⟦plase: 川辺"),
    ),
    "places": (
        ("out-of-range", "lat", "lat: ⟦95"),
        ("unknown-field", "rooms", "rooms:\n  - {name: 会議室, ⟦chairs: 30}"),
        ("kana", "kana", "kana: ⟦川辺の家"),
    ),
}
# These keep a file from being read at all, so each stands alone.
ALONE: tuple[tuple[str, str], ...] = (
    ("duplicate-key", "name: 一\n⟦name: 二\n"),
    ("alias", "name: ⟦&x 一\n"),
    ("tag", "name: ⟦!!str 一\n"),
    ("several-documents", "name: 一\n⟦---\nname: 二\n"),
    ("syntax", "name: 一\n⟦kana：いち\nkind: x\n"),
    ("empty-file", "⟦"),
)
RECORDS: dict[str, type[Record]] = {"groups": Group, "events": Event, "places": Place}
Place4 = tuple[str, int, int, str]


def _kana(number: int) -> str:
    return "".join("あいうえおかきくけこ"[int(digit)] for digit in str(number))


def _japanese(folder: str, block: str) -> str:
    """The same block with the Japanese label of its top-level key."""
    name, colon, rest = block.partition(":")
    info = RECORDS[folder].model_fields.get(name)
    return f"{info.title}{colon}{rest}" if info else block


def _planted(text: str, rules: dict[int, str], file: str) -> tuple[str, list[Place4]]:
    """The text without its marks, and where each of them was; `rules` names them in the order of the file."""
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        if MARK in line:
            found.append((file, number, line.index(MARK) + 1, rules[len(found)]))
    return text.replace(MARK, ""), found


def _profile(folder: str, number: int, chance: random.Random) -> tuple[str, list[Place4]]:
    file = f"content/{folder}/f{number:03}.yaml"
    slots: dict[str, tuple[str, str]] = {name: ("", block) for name, block in BASE[folder].items()}
    chosen = chance.sample(
        [f for f in FAULTS[folder] if MARK in f[2]], k=chance.randint(0, min(4, len(FAULTS[folder]) - 1))
    )
    for rule, slot, block in chosen:
        if not slots.get(slot, ("", ""))[0]:
            slots[slot] = (rule, block)
    if slots.get("description", ("",))[0] == "summary-repeated":
        slots["summary"] = ("", BASE[folder]["summary"])
    blocks = [block for _, block in slots.values()]
    if chance.random() < 0.4:
        blocks = [_japanese(folder, block) for block in blocks]
    text = "\n".join(blocks).replace("{n}", str(number)).replace("{kana}", _kana(number)) + "\n"
    rules = [rule for rule, _ in slots.values() if rule]
    return _planted(text, dict(enumerate(rules)), file)


def _encoded(text: str, file: str, chance: random.Random) -> tuple[bytes, list[Place4]]:
    """The text in one of the ways in which office PCs save it."""
    way = chance.choice(("utf-8", "utf-8", "utf-8-sig", "crlf", "cp932"))
    if way == "crlf":
        return text.replace("\n", "\r\n").encode("utf-8"), []
    if way == "cp932" and "\u200b" not in text:
        return text.encode("cp932"), [(file, 0, 0, "not-utf8")]
    return text.encode("utf-8-sig" if way == "utf-8-sig" else "utf-8"), []


def _folder(root: Path) -> tuple[Path, list[Place4]]:
    chance = random.Random(2026)
    files: dict[str, bytes] = {}
    expected: list[Place4] = []
    for number in range(200):
        folder = chance.choices(("groups", "events", "places"), (7, 3, 1))[0]
        file = f"content/{folder}/f{number:03}.yaml"
        if number % 20 == 7:
            rule, marked = ALONE[number // 20 % len(ALONE)]
            text, places = _planted(marked, {0: rule}, file)
            data = text.encode("utf-8")
        else:
            text, places = _profile(folder, number, chance)
            data, more = _encoded(text, file, chance)
            places += more
        files[file.removeprefix("content/")] = data
        expected += places
    return put(content(root / "content", {"groups/kawa.jpg": JPEG}), files), sorted(expected)


def _places(problems: tuple[Problem, ...]) -> list[Place4]:
    return sorted((p.where.file, p.where.line, p.where.column, p.rule) for p in problems)


def test_each_of_hundreds_of_faults_is_found_at_its_place_and_nothing_else(tmp_path: Path) -> None:
    root, expected = _folder(tmp_path)
    assert len(expected) >= 300
    assert len({rule for *_, rule in expected}) >= 50
    assert _places(inspect(root, "content", TODAY)[1]) == expected


def test_an_english_run_says_the_same(tmp_path: Path) -> None:
    problems = inspect(_folder(tmp_path)[0], "content", TODAY)[1]
    heads = {
        lang: [line.split("  ")[::2] for line in FORMATS["terminal"](problems, lang) if line.startswith("content/")]
        for lang in ("ja", "en")
    }
    assert len(heads["ja"]) == len(problems)
    assert heads["ja"] == heads["en"]
