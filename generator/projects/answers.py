"""What a new site has to know of its city, checked; asked for one by one, given as options or read from a file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.japanese.phones import Phone, parse_phone
from generator.projects.municipalities import Municipality, Several, Unknown, find, find_prefecture, prefectures
from generator.projects.questions import BY_NAME, PAIR, QUESTIONS, as_written, listed, one_line, wrong_answer
from generator.reading.strict import Fault, parse

_HOSTED = re.compile(r"https://github\.com/([\w.-]+)/([\w.-]+)", re.ASCII)


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
    texts = {name: as_written(name, one_line(value)) for name, value in given.items()}
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
        return Wrong("prefecture", f"「{named.name}」という都道府県はありません。{_meant(named.near, '〇〇県')}")
    found = find(city, named)
    if isinstance(found, Several):
        return _which(found)
    if isinstance(found, Unknown):
        return Wrong("city", _no_city(found, named))
    return found


def _which(several: Several) -> Wrong:
    """Ask for the prefecture, or, where one has two of them (府中市 and 府中町), for the whole name."""
    places = [one.prefecture for one in several.found]
    if len(set(places)) == len(places):
        return Wrong("prefecture", f"「{several.name}」は、{'と'.join(places)}にあります。どれですか。")
    names = "」「".join(f"{one.prefecture}{one.name}" for one in several.found)
    return Wrong("city", f"「{several.name}」は、「{names}」のどれでしょうか。")


def _no_city(found: Unknown, prefecture: str) -> str:
    if not prefecture and found.name in prefectures():
        return f"「{found.name}」は都道府県です。市区町村の名前を、「〇〇市」のように書いてください。"
    where = f"{prefecture}に" if prefecture else ""
    return f"{where}「{found.name}」という市区町村はありません。{_meant(found.near, '〇〇市')}"


def _meant(near: Sequence[str], shape: str) -> str:
    if near:
        return f"「{'」「'.join(near)}」のことでしょうか。"
    return f"名前を漢字で、「{shape}」のように書いてください。"


def default_center(place: Municipality) -> str:
    """How a centre is called that nobody has named: 府中市民活動センター, 港区市民活動センター."""
    return f"{place.name.removesuffix('市')}市民活動センター"


def pages_address(repository: str) -> str:
    """Where the code host publishes a project's pages; empty if it is another host."""
    hosted = _HOSTED.fullmatch(repository)
    return f"https://{hosted[1].lower()}.github.io/{hosted[2]}/" if hosted else ""


def _repository(text: str) -> str:
    return f"https://github.com/{text}" if PAIR.fullmatch(text) else text.rstrip("/").removesuffix(".git")


def doubts(made: Answers) -> tuple[str, ...]:
    """What should be looked at once more before the site is public, each in a sentence."""
    return tuple(
        f"センターの{word} {number} は、携帯電話の番号です。どのページにも出ます。"
        "個人の番号なら、mkdocs.yml を直してください。"
        for word, number in (("電話", made.phone), ("ファクス", made.fax))
        if isinstance(read := parse_phone(number), Phone) and read.kind == "mobile"
    )


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
