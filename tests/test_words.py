"""One word for one thing, and nothing that makes a reader smile or wonder, in all that residents and groups read."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import markdown
import pytest

from generator.obstacles import sentence
from generator.pages.facts import NoSuchFact, filled
from generator.settings import Center, Settings
from tests.conftest import ROOT
from tests.towns import CONTENTS

# What is not said, and what is said in its place.
ONE_WORD = {
    "使いかた": "使い方",
    "つかいかた": "使い方",
    "休止中": "お休み中",
    "保存済み": "リストに入れました",
    "変わった団体": "内容を確かめた団体",
    "に向けた団体": "対象が「…」の団体",
    "人をさがしています": "参加する人・手伝う人の募集",
    "アドレスを写す": "アドレスをコピー",
    "<summary>表示": "文字・色",
    '"ところ"': "場所",
    '"配慮"': "バリアフリー対応",
    "この催し": "このイベント",
    "042-000-01": "{{ center.phone }}",
}
# The word is read here, or is the name of what people write.
READ = {
    "generator/japanese/notices.py",
    "generator/models/choices.py",
    "generator/sheets/synonyms.py",
    "theme/scripts/tables.js",
}


def _texts() -> Iterator[tuple[str, str]]:
    pages = ((content / "pages", (".md",)) for content in CONTENTS)
    folders = ((ROOT / "theme", (".html", ".js")), (ROOT / "generator", (".py",)), *pages)
    for folder, kinds in folders:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(ROOT).as_posix()
            if path.suffix in kinds and name not in READ:
                yield name, _spoken(path)


def _spoken(path: Path) -> str:
    """A file without the comments and docstrings, which nobody reads on a page."""
    text = path.read_text(encoding="utf-8")
    return re.sub(r'"""(?:.|\n)*?"""', "", text) if path.suffix == ".py" else text


@pytest.mark.parametrize(("word", "better"), ONE_WORD.items())
def test_one_thing_has_one_word(word: str, better: str) -> None:
    assert [name for name, text in _texts() if word in text] == [], f"say {better}"


CITY = Settings(city="見本市", center=Center(phone="042-000-0100"))


def test_a_page_takes_the_centres_number_from_the_settings() -> None:
    assert filled("電話 {{ center.phone }}、{{city}}", CITY, "help.md") == "電話 042-000-0100、見本市"


@pytest.mark.parametrize(
    "value",
    [
        "<b>水</b>",
        "*山*と_川_",
        "`a`",
        "[x](javascript:1)",
        "A&amp;B",
        "# 見出し",
        "- 山",
        "1. 川",
        "\\*",
        "a_b_c@x.example",
        '"x"',
    ],
)
def test_a_fact_is_text_whatever_it_looks_like(value: str) -> None:
    city = Settings(center=Center(name=value))
    html = markdown.markdown(filled("{{ center.name }}", city, "about.md"), extensions=["attr_list", "tables"])
    assert (html.startswith("<p>"), html.count("<"), unescape(html[3:-4])) == (True, 2, value)


@pytest.mark.parametrize("name", ["center.fax", "center.model_fields", "centre.phone", "repository", "phone"])
def test_a_fact_that_the_settings_do_not_have_is_named(name: str) -> None:
    with pytest.raises(NoSuchFact) as raised:
        filled(f"ファクス {{{{ {name} }}}}", CITY, "help.md")
    assert f"ページ help.md に {{{{ {name} }}}} とありますが" in sentence(raised.value)
