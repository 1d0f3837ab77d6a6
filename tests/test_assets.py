"""Scripts are joined into few files whose names follow their content; styles are published without their comments."""

import json
import re
from pathlib import Path

import pytest

from generator.assets import assets
from generator.assets.bundles import Bundle, bundles
from generator.assets.modules import BrokenScript, gathered
from generator.form.checking import OF_FILES
from generator.rules import RULES
from tests.folders import ROOT

SCRIPTS = {
    "page.js": 'import { say } from "./say.js";\n\nsay();\n',
    "say.js": "/* Says it. */\nconst say = () => {};\n\nexport { say };\n",
    "form.js": 'import { start } from "./form/start.js";\n\nstart();\n',
    "form/start.js": 'import { pairs } from "./pairs.js";\n\n'
    'const start = () => import("./check.js").then(check => check.check(pairs));\n\nexport { start };\n',
    "form/pairs.js": "const pairs = [];\n\nexport { pairs };\n",
    "form/check.js": 'import { say } from "../say.js";\nimport { pairs } from "./pairs.js";\n'
    'import { start } from "./start.js";\n\n'
    "const check = () => [start, pairs, say];\nconst other = 1;\n\nexport { check, other };\n",
}
ENTRIES = ("page.js", "form.js")


def joined(scripts: dict[str, str]) -> dict[str, Bundle]:
    return bundles(gathered(ENTRIES, scripts.__getitem__), ENTRIES)


def test_what_is_loaded_later_finds_in_the_files_of_its_page_what_stands_there() -> None:
    found = joined(SCRIPTS)
    assert {path: each.name.rpartition("-")[0] for path, each in found.items()} == {
        "say.js": "page",
        "page.js": "page",
        "form/pairs.js": "form",
        "form/start.js": "form",
        "form.js": "form",
        "form/check.js": "form-check",
    }
    later = found["form/check.js"].text
    assert f'from "./{found["form.js"].name}"' in later
    assert f'from "./{found["page.js"].name}"' in later
    assert f'import("./{found["form/check.js"].name}")' in found["form.js"].text


def test_a_file_that_is_loaded_later_keeps_all_that_it_exports() -> None:
    assert "return { check, other };" in joined(SCRIPTS)["form/check.js"].text


def test_a_change_gives_new_names_to_the_file_and_to_all_that_name_it_and_to_no_other() -> None:
    before = joined(SCRIPTS)
    after = joined(SCRIPTS | {"form/check.js": SCRIPTS["form/check.js"].replace("other = 1", "other = 2")})
    assert {path for path in before if before[path].name != after[path].name} == {
        "form/check.js",
        "form/pairs.js",
        "form/start.js",
        "form.js",
    }
    comment = joined(SCRIPTS | {"say.js": SCRIPTS["say.js"].replace("Says it", "Says it aloud")})
    assert {path: each.name for path, each in comment.items()} == {path: each.name for path, each in before.items()}


def test_a_module_that_two_pages_need_and_not_all_is_a_file_of_its_own_that_both_preload() -> None:
    shared = 'import { pairs } from "./form/pairs.js";\n\npairs.push(1);\n'
    entries = (*ENTRIES, "list.js")
    scripts = SCRIPTS | {"list.js": shared}
    found = bundles(gathered(entries, scripts.__getitem__), entries)
    name = found["form/pairs.js"].name
    assert name.startswith("form-pairs-")
    assert found["form.js"].needs == found["list.js"].needs == (name,)


def test_the_source_map_leads_each_line_back_to_the_one_it_was_written_on() -> None:
    found = joined(SCRIPTS)["form/check.js"]
    kept = json.loads(found.map)
    assert kept["sources"] == ["scripts/form/check.js"]
    written = kept["sourcesContent"][0].split("\n")
    at = 0
    pairs = []
    for line, mapping in zip(found.text.split("\n"), kept["mappings"].split(";"), strict=False):
        if mapping:
            at += _step(mapping)
            pairs.append((line, written[at].strip()))
    assert ("const other = 1;", "const other = 1;") in pairs
    assert ("const check = () => [start, pairs, say];", "const check = () => [start, pairs, say];") in pairs


def _step(mapping: str) -> int:
    """How many lines a mapping is further down than the one before; its third number."""
    digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    numbers, number, shift = [], 0, 0
    for letter in mapping:
        digit = digits.index(letter)
        number |= (digit & 31) << shift
        shift += 5
        if not digit & 32:
            numbers.append(-(number >> 1) if number & 1 else number >> 1)
            number = shift = 0
    return numbers[2]


def test_what_cannot_be_joined_is_named() -> None:
    with pytest.raises(BrokenScript, match=r"form/start\.js: \./pairs\.js|pairs\.js does not export nothing"):
        joined(SCRIPTS | {"form/start.js": 'import { nothing } from "./pairs.js";\n'})
    with pytest.raises(BrokenScript, match=r"form/start\.js → form/pairs\.js → form/start\.js"):
        joined(
            SCRIPTS
            | {"form/pairs.js": 'import { start } from "./start.js";\n\nconst pairs = start;\n\nexport { pairs };\n'}
        )


def test_published_styles_say_the_same_without_comments_and_indentation(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "form.css").write_text(
        "/* One\n   two */\n@media print {\n  a { color: #111; } /* x */\n}\n"
    )
    folders = (tmp_path, ROOT / "theme")
    made = assets(folders, joined=True)
    assert made.files[made.asset("form.css")] == b"@media print {\na { color: #111; }\n}\n"
    assert re.fullmatch(r"assets/form-[0-9a-f]{8}\.css", made.asset("form.css"))
    apart = assets(folders, joined=False)
    assert apart.files["assets/form.css"] == (tmp_path / "assets" / "form.css").read_bytes()


def test_no_style_has_a_string_that_holds_a_comment() -> None:
    styles = [path.read_text(encoding="utf-8") for path in (ROOT / "theme" / "assets").glob("*.css")]
    assert [found for style in styles for found in re.findall(r'"[^"\n]*/\*[^"\n]*"', style)] == []


def test_the_form_is_given_every_rule_that_its_scripts_name_and_no_other() -> None:
    rooms = (ROOT / "theme" / "scripts" / room for room in ("check", "japanese"))
    checks = [path.read_text(encoding="utf-8") for room in rooms for path in sorted(room.glob("*.js"))]
    named = {rule for rule in RULES for text in checks if f'"{rule}"' in text}
    assert RULES.keys() - named == OF_FILES
