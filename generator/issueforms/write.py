"""The issue forms as YAML text for `.github/ISSUE_TEMPLATE`, within what the code host takes.

The host wants ids and labels that are unique, options without repetition, and text for every value: all of it is
written as quoted text, so that no label is taken for a number or a truth.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from generator.issueforms.asks import MOST_ASKS, Ask, asks
from generator.kinds import OPEN, Kind
from generator.models.vocabulary import Vocabulary
from generator.settings import Settings

LABEL = "掲載の申し込み"
_HEAD = "# models と content/vocabulary から作ったファイルです。書きかえずに、hiroba schema で作りなおしてください。"
_TYPES = {"several": "dropdown", "boxes": "checkboxes"}


def issue_forms(vocabularies: Mapping[str, Vocabulary], settings: Settings) -> Iterator[tuple[str, str]]:
    """Each file of `.github/ISSUE_TEMPLATE` as (file name, YAML text): a form for each kind, and what stands beside."""
    for kind in OPEN.values():
        yield f"{kind.name}.yml", _text(_form(kind, vocabularies, settings))
    yield "config.yml", _text(_chooser(settings))


def _form(kind: Kind, vocabularies: Mapping[str, Vocabulary], settings: Settings) -> dict[str, Any]:
    word, asked = kind.label, asks(kind.name, vocabularies)
    if len(asked) > MOST_ASKS:
        raise ValueError(f"{len(asked)} elements are too many for a form")
    return {
        "name": f"{word}をのせる・直す",
        "description": f"{word}の掲載を申し込みます。送ると、ページの案が自動でできます。",
        "title": f"{word}の掲載：",
        "labels": [LABEL],
        "body": [{"type": "markdown", "attributes": {"value": _welcome(kind, settings)}}, *map(_element, asked)],
    }


def _welcome(kind: Kind, settings: Settings) -> str:
    center = settings.center
    call = f"（電話 {center.phone}）" if center.phone else ""
    ways = "- 連絡先は、どれか一つを書きます。のせたくないときは「センター」を選んでください。"
    contact = [ways] if kind.has("contact") else []
    lines = [
        f"**{kind.label}の紹介ページを作るための用紙です。** ＊の付いたところだけで、ページができます。",
        "",
        "- **送ると、すぐにだれでも読めるようになります。** 公開しない電話番号や住所、お名前は書かないでください。",
        *contact,
        "- 直すときは、変えたいところだけを書きます（必須のところは、今と同じでも書いてください）。",
        f"- 写真とほかの言語の紹介は、あとから足せます。むずかしいときは{center.name}{call}へどうぞ。",
    ]
    return "\n".join(lines)


def _element(ask: Ask) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": ask.label}
    if ask.help:
        attributes["description"] = ask.help
    if ask.shape in ("dropdown", "several"):
        attributes |= {"multiple": ask.shape == "several", "options": [label for label, _ in ask.options]}
    elif ask.shape == "boxes":
        attributes["options"] = [{"label": label} for label, _ in ask.options]
    elif ask.example:
        attributes["placeholder"] = f"例：{ask.example}"
    element = {"type": _TYPES.get(ask.shape, ask.shape), "id": ask.id, "attributes": attributes}
    return element | ({"validations": {"required": True}} if ask.needed else {})


def _chooser(settings: Settings) -> dict[str, Any]:
    """The page on which somebody chooses a form: first of all, that there is an easier one."""
    form = ("サイトのフォームで送る（登録はいりません）", "edit/", "入力を助ける、やさしいフォームです。")
    about = " ".join(filter(None, (settings.center.phone and f"電話 {settings.center.phone}", settings.center.hours)))
    center = (f"{settings.center.name}に聞く", f"places/{settings.center.place}/", about or "窓口でもお手伝いします。")
    wanted = [form, *([center] if settings.center.place else [])]
    links = [{"name": n, "url": settings.absolute(url), "about": a} for n, url, a in wanted if settings.site_url]
    return {"blank_issues_enabled": True} | ({"contact_links": links} if links else {})


def _text(data: Mapping[str, Any]) -> str:
    return "\n".join([_HEAD, *_block(data, "")]) + "\n"


def _block(value: Any, indent: str) -> Iterator[str]:
    """The lines of a mapping or a list in YAML; every text is quoted."""
    pairs = value.items() if isinstance(value, Mapping) else ((None, each) for each in value)
    for name, each in pairs:
        lead = f"{indent}- " if name is None else f"{indent}{name}:"
        if not isinstance(each, (Mapping, list)):
            yield f"{lead}{'' if name is None else ' '}{json.dumps(each, ensure_ascii=False)}"
        elif name is None:
            first, *rest = _block(each, f"{indent}  ")
            yield from (f"{lead}{first.strip()}", *rest)
        else:
            yield from (lead, *_block(each, f"{indent}  "))
