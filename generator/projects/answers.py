"""What a new site has to know of its city, checked; asked for one by one, given as options or read from a file."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator.japanese.phones import Phone, parse_phone
from generator.japanese.text import narrow
from generator.projects.municipalities import Municipality, Several, Unknown, find, find_prefecture
from generator.reading.strict import Fault, parse

LONGEST = 200
_HOSTED = re.compile(r"https://github\.com/([\w.-]+)/([\w.-]+)", re.ASCII)
_PAIR = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)
_MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")
_BETWEEN = re.compile(r"[、,，;；\n]+")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to know: its name as an option and in an answers file, its label there, an example."""

    name: str
    label: str
    example: str = ""
    needed: bool = False
    several: bool = False


QUESTIONS = (
    Question("city", "市区町村", "横浜市", needed=True),
    Question("prefecture", "都道府県", "神奈川県"),
    Question("center", "センターの名前", "ボランティア・市民活動センター"),
    Question("phone", "センターの電話", "042-000-0020", needed=True),
    Question("fax", "センターのファクス", "042-000-0021"),
    Question("email", "センターのメール", "center@example.org"),
    Question("hours", "開いている時間", "平日 9:00〜17:00（祝日・年末年始は休み）"),
    Question("address", "センターの住所", "〇〇市〇〇町1-2-3"),
    Question("repository", "GitHub の置き場所", "https://github.com/example/hiroba"),
    Question("site_url", "公開するアドレス", "https://hiroba.example.org/"),
    Question("site_name", "サイトの名前", "〇〇ひろば"),
    Question("schools", "小学校", "山川小学校（やまかわ）", several=True),
    Question("areas", "そのほかの活動地域", "山川地区（やまかわちく）", several=True),
)
BY_NAME = {question.name: question for question in QUESTIONS}
Given = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything that a project is made from."""

    municipality: Municipality
    center: str
    phone: str
    fax: str = ""
    email: str = ""
    hours: str = ""
    address: str = ""
    repository: str = ""
    site_url: str = ""
    site_name: str = ""
    schools: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wrong:
    """An answer that cannot be used: the question's name, and why, in a sentence with the way out."""

    name: str
    words: str


def answers(given: Given) -> Answers | Wrong:
    """The answers as they are used, or the first that cannot be."""
    texts = {name: _one_line(value) for name, value in given.items()}
    for name, value in texts.items():
        if wrong := wrong_answer(name, value):
            return Wrong(name, wrong)
    place = municipality(texts.get("city", ""), texts.get("prefecture", ""))
    if isinstance(place, Wrong):
        return place
    for question in QUESTIONS:
        if question.needed and not texts.get(question.name):
            return Wrong(question.name, f"{question.label}がありません。--{question.name} で書いてください。")
    repository = _repository(texts.get("repository", ""))
    plain = {name: texts.get(name, "") for name in ("phone", "fax", "email", "hours", "address")}
    return Answers(
        place,
        center=texts.get("center") or default_center(place),
        repository=repository,
        site_url=texts.get("site_url") or pages_address(repository),
        site_name=texts.get("site_name") or f"{place.short}ひろば",
        schools=listed(given.get("schools", "")),
        areas=listed(given.get("areas", "")),
        **plain,
    )


def municipality(city: str, prefecture: str) -> Municipality | Wrong:
    """The municipality that is meant; what is unclear about it is said with the names that may be meant."""
    named = find_prefecture(prefecture) if prefecture else ""
    if isinstance(named, Unknown):
        return Wrong("prefecture", f"「{named.name}」という都道府県はありません。{_meant(named.near)}")
    found = find(city, named)
    if isinstance(found, Several):
        return Wrong(
            "prefecture",
            f"「{found.name}」は、{'と'.join(one.prefecture for one in found.found)}にあります。どれですか。",
        )
    if isinstance(found, Unknown):
        where = f"{named}に" if named else ""
        return Wrong("city", f"{where}「{found.name}」という市区町村はありません。{_meant(found.near)}")
    return found


def _meant(near: Sequence[str]) -> str:
    return f"「{'」「'.join(near)}」のことでしょうか。" if near else "名前を漢字で、「〇〇市」のように書いてください。"


def default_center(place: Municipality) -> str:
    """How a centre is called that nobody has named: 府中市民活動センター, 港区市民活動センター."""
    return f"{place.name.removesuffix('市')}市民活動センター"


def pages_address(repository: str) -> str:
    """Where the code host publishes a project's pages; empty if it is another host."""
    hosted = _HOSTED.fullmatch(repository)
    return f"https://{hosted[1].lower()}.github.io/{hosted[2]}/" if hosted else ""


def _repository(text: str) -> str:
    return f"https://github.com/{text}" if _PAIR.fullmatch(text) else text.rstrip("/").removesuffix(".git")


def listed(value: str | Sequence[str]) -> tuple[str, ...]:
    """Names that stand between commas, in lines or in a list, each once."""
    texts = [value] if isinstance(value, str) else value
    names = (_one_line(name) for text in texts for name in _BETWEEN.split(text))
    return tuple(dict.fromkeys(name for name in names if name))


def _one_line(value: str | Sequence[str]) -> str:
    return "、".join(value).strip() if not isinstance(value, str) else value.strip()


def _phone(text: str) -> str:
    return "" if isinstance(parse_phone(text), Phone) else "電話番号として読み取れません。"


def _mail(text: str) -> str:
    return "" if _MAIL.fullmatch(text) else "メールアドレスとして読み取れません。"


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
    except ValueError:
        return "アドレスとして読み取れません。"
    right = parts.scheme in ("http", "https") and parts.hostname and not re.search(r"\s", text)
    return "" if right else "「https://」で始まるアドレスを書いてください。"


def _place_of_code(text: str) -> str:
    return "" if _PAIR.fullmatch(text) else _address(text)


_CHECKS: dict[str, Callable[[str], str]] = {
    "phone": _phone,
    "fax": _phone,
    "email": _mail,
    "site_url": _address,
    "repository": _place_of_code,
}


def wrong_answer(name: str, text: str) -> str:
    """What is wrong with one answer; empty if nothing is."""
    question = BY_NAME[name]
    if _CONTROL.search(text) and not question.several:
        return f"{question.label}は、1行で書いてください。"
    if len(text) > LONGEST and not question.several:
        return f"{question.label}は、{LONGEST}文字までです。"
    wrong = _CHECKS[name](narrow(text) if name in ("phone", "fax") else text) if text and name in _CHECKS else ""
    return f"{question.label}「{text}」：{wrong}" if wrong else ""


def from_file(path: Path) -> dict[str, str | list[str]] | Wrong:
    """The answers in a YAML file, under their names or labels; Wrong for what is none."""
    try:
        data = parse(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Wrong("answers", f"{path} の文字を読めません。「UTF-8」で保存しなおしてください。")
    if isinstance(data, Fault):
        return Wrong("answers", f"{path} の{data.line}行目を読めません。「市区町村: 横浜市」のように書いてください。")
    if not isinstance(data, dict):
        return Wrong("answers", f"{path} は、「市区町村: 横浜市」のような行で書いてください。")
    names = {question.label: question.name for question in QUESTIONS} | {name: name for name in BY_NAME}
    unknown = [str(key) for key in data if str(key) not in names]
    if unknown:
        return Wrong(
            "answers",
            f"{path} の「{unknown[0]}」は、知らない項目です。書けるのは、{'、'.join(q.label for q in QUESTIONS)}です。",
        )
    deep = [str(key) for key, value in data.items() if not _plain(value)]
    if deep:
        return Wrong("answers", f"{path} の「{deep[0]}」は、文字か、文字の並びで書いてください。")
    return {names[str(key)]: value for key, value in data.items() if value}


def _plain(value: object) -> bool:
    return (
        value is None or isinstance(value, str) or (isinstance(value, list) and all(isinstance(x, str) for x in value))
    )
