"""The questions about a new site's city, and what an answer to one of them must look like."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.japanese.phones import Phone, parse_phone
from generator.japanese.text import narrow

LONGEST = 200
LONGEST_NAME = 60
PAIR = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)
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


def listed(value: str | Sequence[str]) -> tuple[str, ...]:
    """Names that stand between commas, in lines or in a list, each once."""
    texts = [value] if isinstance(value, str) else value
    names = (one_line(name) for text in texts for name in _BETWEEN.split(text))
    return tuple(dict.fromkeys(name for name in names if name))


def one_line(value: str | Sequence[str]) -> str:
    """An answer as one text, several with commas between them."""
    return "、".join(value).strip() if not isinstance(value, str) else value.strip()


def as_written(name: str, text: str) -> str:
    """An answer as the settings say it: a number with its hyphens, an address in narrow letters; any other as it is."""
    if name not in ("phone", "fax", "email"):
        return text
    number = parse_phone(text) if name != "email" else None
    plain = isinstance(number, Phone) and not number.extension and not number.note
    return number.number if isinstance(number, Phone) and plain else narrow(text)


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
    return "" if PAIR.fullmatch(text) else _address(text)


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
    if question.several:
        return _names(question, text)
    if _CONTROL.search(text):
        return f"{question.label}は、1行で書いてください。"
    if len(text) > LONGEST:
        return f"{question.label}は、{LONGEST}文字までです。"
    wrong = _CHECKS[name](as_written(name, text)) if text and name in _CHECKS else ""
    return f"{question.label}「{text}」：{wrong}" if wrong else ""


def _names(question: Question, text: str) -> str:
    """What is wrong with the names of schools or areas: one that is none, or too long for a list."""
    for name in listed(text):
        if not re.search(r"\w", name):
            return f"{question.label}「{name}」：名前として読み取れません。"
        if len(name) > LONGEST_NAME:
            return f"{question.label}の名前は、それぞれ{LONGEST_NAME}文字までです。"
    return ""
