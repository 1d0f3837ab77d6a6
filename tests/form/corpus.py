"""Good and bad profiles and phrases, many of them made by varying what people write, always the same."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from generator.models.event import Event
from generator.models.group import Group
from generator.reading.read import vocabularies
from generator.reading.strict import Fault, parse
from tests.fixtures import PROBLEMS, place
from tests.form.judged import READ, Town
from tests.links import LED, NOT_LED
from tests.towns import CONTENT, profile_files

ROOT = Path(__file__).parents[2]
KINDS = {"groups": "group", "events": "event", "grants": "grant"}
GROUP = {
    "name": "川あかりの会",
    "kana": "かわあかりのかい",
    "kind": "volunteer",
    "fields": ["environment"],
    "areas": ["citywide"],
    "summary": "川辺の花を世話しています。",
    "description": "毎月、川辺の花壇に集まります。",
    "criteria": ["voluntary", "collective", "continuing", "public-benefit", "nonprofit"],
    "contact": {"phone": "042-000-0011"},
}
EVENT = {
    "title": "花の種まき",
    "kind": "living",
    "organizer": "kawa-akari",
    "dates": "2026-12-05 10:00-12:00",
    "summary": "春に咲く花の種をまきます。",
}
BASES: dict[str, dict[str, Any]] = {"group": GROUP, "event": EVENT}


def profiles(folder: str) -> dict[str, Any]:
    """The sample profiles of a folder, as data."""
    return {slug: parse(path.read_text(encoding="utf-8")) for slug, path in profile_files(folder).items()}


def town() -> Town:
    """What the project's own content says of groups and places."""
    groups = {slug: (str(data["name"]), str(data["kana"])) for slug, data in profiles("groups").items()}
    places = tuple(sorted(profiles("places")))
    return Town(vocabularies(CONTENT), groups, places, date(2026, 11, 23))


def rule_book() -> Iterator[tuple[str, Any]]:
    """The profiles that break each rule of the rule book, and the same mended."""
    for rule in sorted(folder.name for folder in PROBLEMS.iterdir()):
        for which in ("bad", "good"):
            folder = place(rule, which).split("/")[0]
            text = (PROBLEMS / rule / f"{which}.yaml").read_bytes().decode("utf-8", "replace")
            data = parse(text) if folder in KINDS else None
            if isinstance(data, dict) and not isinstance(data, Fault):
                yield KINDS[folder], data


def with_value(kind: str, path: tuple[str | int, ...], text: str) -> dict[str, Any]:
    """A good record in which one value is another."""
    inside: Any = text
    for step in reversed(path[1:]):
        inside = [inside] if isinstance(step, int) else {step: inside}
    return BASES[kind] | {str(path[0]): inside}


# Fields in which any phrase may be typed, by mistake or not.
ANY = (*READ, ("event", ("dates", 0, "repeat")), ("group", ("members", "total")), ("event", ("capacity",)))
PROSE: tuple[tuple[str, tuple[str | int, ...]], ...] = (
    ("group", ("name",)),
    ("group", ("kana",)),
    ("group", ("aliases", 0)),
    ("group", ("kind",)),
    ("group", ("fields", 0)),
    ("group", ("description",)),
    ("group", ("corporate_number",)),
    ("group", ("criteria", 0)),
    ("group", ("contact", "email")),
    ("group", ("contact", "website")),
    ("group", ("contact", "address")),
    ("group", ("recruiting", 0, "until")),
    ("group", ("meetings", 0, "place")),
    ("group", ("areas",)),
    ("group", ("languages", 1)),
    ("group", ("members",)),
    ("group", ("contact",)),
    ("group", ("contact", "phone")),
    ("group", ("recruiting",)),
    ("group", ("recruiting", 0)),
    ("event", ("organizer", 0)),
    ("event", ("audience", 0)),
    ("event", ("booking", "required")),
    ("event", ("status",)),
    ("event", ("kana",)),
)
ODD = (
    "",
    " ",
    "　",
    "\u200b",
    "なし",
    "はい",
    "いいえ",
    "○",
    "yes",
    "ＹＥＳ",
    "要",
    "不可",
    "たぶん",
    "0",
    "１２",
    "二十五人",
    "約30名",
    "千二百",
    "1億2千万円",
    "12345678901234567",
    "八〇〇〇〇一二〇一〇〇三八",
    "8000012010038",
    "8000-0120-10038",
    "８００００１２０１００３９",
    "80000120100",
    "kai@example.org",
    "kai.example.org",
    "Taro.Yamada@example.org",
    "yamada-juku@example.org",
    "tanakahanako@a.jp",
    "ｋａｉ＠ｅｘａｍｐｌｅ．ｏｒｇ",
    "a@b@c.jp",
    "a b@c.jp",
    "a@.jp",
    "@a.jp",
    "suzuki1960@docomo.example",
    "https://example.org/",
    "http://例え.jp/道",
    "example.org",
    "www.example.org",
    "ＷＷＷ．ｅｘａｍｐｌｅ．ｏｒｇ／ｋａｉ",
    "//www.example.org:8080/a?b#c",
    "example.org/kai まで",
    "example.org:80@evil.example",
    "annai.html",
    "index.html/",
    "042.000.0011",
    "x" * 70 + ".example.org",
    "javascript:alert(1)",
    "HTTP://EXAMPLE.ORG",
    "https://",
    "https://a",
    "https://a.b c",
    "//a.b",
    "https://user@host.jp:80/x?y#z",
    "https://user:a@b@host.jp/x@y",
    "https://user@host",
    *LED,
    *NOT_LED,
    "http://[::1]/",
    "mailto:a@b.jp",
    "https://a.b／c",
    "ftp://a.b",
    "ｈｔｔｐｓ：／／ａ．ｊｐ",
    "清瀬市中里1-2-3",
    "清瀬市元町１丁目",
    "〒204-0021 清瀬市元町",
    "中里三丁目二番五号",
    "中里5の3",
    "中里５６７番地",
    "代表の自宅（清瀬市中里1-2）",
    "09012345678へ",
    "０９０−１２３４−５６７８",
    "090 1234 5678まで",
    "㈱川あかりの会",
    "NPO①",
    "ｶﾜあかり",
    "か\u3099くしゅう",
    "がくしゅう会",
    "ガクシュウ",
    "日　時",
    "会 場 の 地 図",
    "月 火 水",
    "お し ゃ べ り",
    "a\u200bb",
    "😀\u200d👩",
    "あ\u200d",
    "<b>太字</b>",
    "3 < 4",
    "<!-- x",
    "[x](javascript:void)",
    "[x](https://a.jp)",
    *(f"[x]({address})です" for address in (*LED, *NOT_LED)),
    *(f"[x](<{address}>)です" for address in (*LED, *NOT_LED)),
    "**太字**",
    "一行目\n二行目",
    "環境の保全",
    "環境",
    "かんきょう",
    "environmnt",
    "ENVIRONMENT",
    "ボランテア団体",
    "zzz",
    "志木",
    "keyaki-hal",
    "zoom",
    "keyaki-hall",
    "no-such-place",
    "会員",
    "active",
    "活動中",
    "おやすみ",
    "自発的・自主的な活動です",
    "voluntary",
    "X（旧Twitter）",
    "Straße ΣΑΣ ς İı",
    "子ども",
    "どなたでも",
    "市内全域、市外",
    "日本語・英語",
    "日本語、エルフ語",
    "，、；",
    "子ども 高齢の方",
    "自発的・自主的な活動です、継続して活動しています",
    "有",
    "無し",
    "随時募集",
    "募集していません。",
    "会員募集中！",
    "現在は会員を募集しておりません",
    "ボランティア募集",
    "要相談",
    "×",
    "◎",
    "18人（男18）",
    "男10人・女8人",
    "42名（うち市内30名）",
    "42名（うち区内30名）",
    "20人（村内在住者18人）",
    "トモノカイ「テン」！",
    "ダイ87カイ",
    "042-000-0011（水野公民館）",
    "420000011",
    "42-000-0011",
    "9012345678",
    "1200000011",
    "4200000111",
    "042-000-0011（見本 花子）",
    "042-000-0011（担当：山田太郎）",
    "042-000-0011（すずきさん、夜間）",
    "080-0000-0105（中野区民センター）",
    "水野公民館（見本）042-000-0101",
    "電話・FAX 042-000-0011、kai@example.org",
    "ＴＥＬ：０４２－０００－００１１　ＦＡＸ：042-000-0012",
    "佐藤 090-0000-0000",
    "https://example.org/ センターまで",
    "電話 042-000-0011 www.example.org/kai",
    "センター",
    "有り(100円/月)、入会金 無し",
    "会費なし、入会金500円",
    "入会金500円、会費無し",
    "法人番号8000012010038",
    "法人番号：８０００",
    "042-000-0011 042-000-0012",
    "あ" * 59,
    "あ" * 61,
    "あ" * 81,
    "あ" * 121,
    "あ" * 401,
    "あ" * 4001,
    "😀" * 60,
    "a" * 250 + "@example.org",
    "1" * 501,
    "毎週月曜" * 200,
    "https://example.org/" + "a" * 490,
    "-" * 4000,
    "0" * 4000,
    "（" * 4000,
    "月" * 499,
    "1、" * 240,
    " " * 600 + "x",
    "第1" * 200,
)
_FULL = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
_KANJI = str.maketrans("0123456789", "〇一二三四五六七八九")
_VARIATIONS = (
    (re.compile(r".+", re.DOTALL), lambda m: m[0].translate(_FULL)),
    (re.compile(r"(?<![0-9])[0-9](?![0-9])"), lambda m: m[0].translate(_KANJI)),
    (re.compile(r"(?<![0-9])1([0-9])(?![0-9])"), lambda m: f"十{m[1].translate(_KANJI) if m[1] != '0' else ''}"),
    (re.compile(r"[-~〜ー]"), lambda m: "－"),
    (re.compile(r"[-~〜]"), lambda m: " 〜 "),
    (re.compile(r"[-~〜]"), lambda m: "から"),
    (re.compile(r"[・、]"), lambda m: "，"),
    (re.compile(r"[・、]"), lambda m: "と"),
    (re.compile(r"(?<=[月日曜])"), lambda m: "　"),
    (re.compile(r"\s+"), lambda m: ""),
    (re.compile(r"\s+"), lambda m: "\n "),
    (re.compile(r"[(（]([^()（）]*)[)）]"), lambda m: f"「{m[1]}」"),
    (re.compile(r"[(（]([^()（）]*)[)）]"), lambda m: f" {m[1]}"),
    (re.compile(r"曜日?"), lambda m: "曜日"),
    (re.compile(r"曜日?"), lambda m: ""),
    (re.compile(r":00"), lambda m: "時"),
    (re.compile(r"([0-9]{1,2}):([0-9]{2})"), lambda m: f"{m[1]}時{m[2]}分"),
    (re.compile(r"([0-9]{1,2}):([0-9]{2})"), lambda m: f"午後{m[1]}:{m[2]}"),
    (re.compile(r"20([0-9]{2})年?[-/.]?"), lambda m: f"令和{max(int(m[1]) - 18, 1)}年"),
    (re.compile(r"20([0-9]{2})[年/.-]"), lambda m: f"R{max(int(m[1]) - 18, 1)}."),
    (re.compile(r"[年月]"), lambda m: "/"),
    (re.compile(r"$"), lambda m: "（雨天中止）"),
    (re.compile(r"$"), lambda m: " ※8月と祝日は休み"),
    (re.compile(r"$"), lambda m: "。なお、要予約"),
    (re.compile(r"^"), lambda m: "活動日：毎月"),
)  # fmt: skip


def varied(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Every other text that a variation makes of some."""
    made = (pattern.sub(change, each) for each in texts for pattern, change in _VARIATIONS)
    return tuple(dict.fromkeys(each for each in made if each not in texts))


def phrases() -> tuple[str, ...]:
    """What people write, as the tests of the parsers hold it."""
    return tuple(dict.fromkeys(_written()))


def _written() -> Iterator[str]:
    folder = ROOT / "tests" / "japanese"
    for file in sorted(folder.glob("*.tsv")):
        rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
        yield from (cell for row in rows for cell in row[:2] if cell)
    for file in sorted(folder.glob("test_japanese_*.py")):
        for literal in re.findall(r'"([^"\\\n]{1,60})"', file.read_text(encoding="utf-8")):
            if re.search(r"[0-9ぁ-鿿]", literal):
                yield literal


def mutations(texts: tuple[str, ...], count: int, seed: int = 5) -> Iterator[str]:
    """Texts with a letter or two dropped, put in or exchanged, as fingers and scanners do; the same every time."""
    dice = Random(seed)
    letters = sorted(set("".join(texts)) | set("0123456789年月日曜時分円第毎週・、〜-:()（） 　٣ｱ①"))
    for _ in range(count):
        text = list(dice.choice(texts))
        for _ in range(dice.randint(1, 2)):
            at = dice.randrange(len(text) + 1)
            text[at : at + dice.randint(0, 1)] = dice.choice(("", dice.choice(letters), *text[at : at + 1]))
        yield "".join(text)


def with_phrases(
    texts: tuple[str, ...], fields: tuple[tuple[str, tuple[str | int, ...]], ...]
) -> Iterator[tuple[str, Any]]:
    """Each text in each of some fields of a good record."""
    return ((kind, with_value(kind, path, text)) for text in texts for kind, path in fields)


def broken_profiles(count: int) -> Iterator[tuple[str, Any]]:
    """The sample profiles with a few values, keys and shapes changed at random, the same every time."""
    dice = Random(6)
    whole = [(kind, data) for folder, kind in KINDS.items() for data in profiles(folder).values()]
    for _ in range(count):
        kind, data = dice.choice(whole)
        for _ in range(dice.randint(1, 4)):
            data = _broken(data, dice, 0)
        yield kind, data


def _broken(data: Any, dice: Random, depth: int) -> Any:
    """The data with one thing in it changed."""
    if isinstance(data, dict) and data and (depth == 0 or dice.random() < 0.8):
        name = dice.choice(sorted(data))
        if dice.random() < 0.7:
            return {key: _broken(value, dice, depth + 1) if key == name else value for key, value in data.items()}
        return _with_other_key(data, name, dice)
    if isinstance(data, list) and data and dice.random() < 0.7:
        at = dice.randrange(len(data))
        return [_broken(each, dice, depth + 1) if n == at else each for n, each in enumerate(data)]
    return _other(data, dice)


def _with_other_key(data: dict[str, Any], name: str, dice: Random) -> dict[str, Any]:
    labels = {n: str(i.title) for record in (Group, Event) for n, i in record.model_fields.items()}
    letters = list(name)
    letters.insert(dice.randrange(len(letters)), dice.choice("aeiou_あ"))
    rest = {key: value for key, value in data.items() if key != name}
    other = dice.choice(
        ("", "", labels.get(name, "補足"), "".join(letters), name[1:], name.upper(), "団体名", "ひとこと", "$schema")
    )
    return rest | ({other: data[name]} if other else {})


def _other(data: Any, dice: Random) -> Any:
    """Something else in the place of a value."""
    text = data if isinstance(data, str) else "川"
    choices: tuple[Any, ...] = (
        "",
        [],
        {},
        [text],
        [text] * 14,
        [text, ""],
        {"x": text},
        {"note": text},
        [[text]],
        [{"y": [text]}],
    )
    return dice.choice(choices) if dice.random() < 0.5 else dice.choice(ODD)


_MEETINGS = [{"when": "毎週火曜 10:00-12:00", "place": "川辺の家"}, {"when": "毎週土曜 13:00-15:00", "place": "西の家"}]
_CALLS: tuple[dict[str, str], ...] = (
    {},
    {"when": "毎週土曜 13:00-15:00"},
    {"when": "土曜の夜"},
    {"when": "金曜 22:00-2:00", "place": "駅"},
    {"when": "2020年4月5日 9:00-11:00"},
    {"when": "2099年4月5日 9:00-11:00", "place": "西の家"},
    {"when": "2020年4月5日 9:00-11:00", "until": "2020-04-01"},
    {"place": "西の家"},
    {"place": "南の家"},
    {"text": "土曜の部です"},
    {"text": "日曜の部です"},
    {"text": "場所は金山公園、12月20日の朝です"},
    {"text": "三回までは会費なしです"},
    {"text": "年に二回です", "place": "西の家"},
    {"from_home": "はい"},
    {"role": "successor", "title": "二代目になりませんか"},
    {"role": "specialist", "title": "講師", "when": "毎週火曜 10:00-12:00"},
)


def calls() -> Iterator[tuple[str, Any]]:
    """Groups with a call for people, once or twice, that may mean one of two meetings, the only one, or none."""
    for said in _CALLS:
        call = {"role": "member", "title": "花を植える人", **said}
        for meetings in (_MEETINGS, _MEETINGS[1:], []):
            for both in ([call], [call, call | {"text": "ほかの日"}]):
                yield "group", GROUP | {"meetings": meetings, "recruiting": both}
