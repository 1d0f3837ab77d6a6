"""Styles and scripts: files under names that change with their content, and where each of their lines came from."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.assets import CLASSIC, ENTRIES, Assets, assets
from generator.assets.bundles import Bundle, bundles
from generator.assets.modules import BrokenScript, Module, gathered
from generator.assets.styles import whole
from generator.form.checking import OF_FILES
from generator.packaged import packaged
from generator.rules import RULES
from tests.folders import put

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
FACTS = '/* @generated */\nexport const days = ["月"];\nexport const eras = [\n  "令和",\n];\n'


def _read(files: dict[str, str]) -> Callable[[str], str]:
    return lambda path: files[path]


def _joined(files: dict[str, str], *entries: str) -> dict[str, str]:
    """The files that a browser gets: name without the digest → text."""
    made = bundles(gathered(entries, _read(files)), entries)
    return {each.name.rpartition("-")[0]: each.text for each in made.values()}


def _theme(folder: Path, **changed: str) -> Path:
    """A theme in which every entry is an empty module, save those that are given."""
    files: dict[str, str | bytes] = {f"scripts/{name}": "/* nothing */\n" for name in (*ENTRIES, CLASSIC)}
    put(
        folder, files | {"assets/hiroba.css": "a{}"} | {name.replace("__", "/"): text for name, text in changed.items()}
    )
    return folder


def _lines(text: str, mapped: str) -> list[tuple[str, str, int] | None]:
    """Of each line of a joined file: its source and the line there, from its map."""
    given = json.loads(mapped)
    found: list[tuple[str, str, int] | None] = []
    source = line = 0
    for entry in given["mappings"].split(";"):
        if not entry:
            found.append(None)
            continue
        _, a, b, _ = _numbers(entry)
        source, line = source + a, line + b
        found.append((given["sources"][source], given["sourcesContent"][source].split("\n")[line], line))
    return found


def _numbers(entry: str) -> list[int]:
    out, value, shift = [], 0, 0
    for digit in map(DIGITS.index, entry):
        value |= (digit & 31) << shift
        shift += 5
        if not digit & 32:
            out.append(-(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    return out


# --- Reading modules -------------------------------------------------------------------------------------------------


def test_a_module_says_what_it_needs_and_gives() -> None:
    text = (
        'import { a, b as c } from "../x/y.js";\nimport * as all from "./z.js";\nimport "./w.js";\n'
        "export const one = 1;\nexport async function two() {}\nfunction three() {}\nexport { three as drei };\n"
        'const later = () => import("./v.js");\n'
    )
    module = Module("m/n.js", text)
    assert [(each.source, dict(each.names)) for each in module.imports] == [
        ("x/y.js", {"a": "a", "b": "c"}),
        ("m/z.js", {"*": "all"}),
        ("m/w.js", {}),
    ]
    assert module.exports == {"one": "one", "two": "two", "drei": "three"}
    assert module.later == ("m/v.js",)


def test_a_module_may_call_another_one_by_its_file_s_name() -> None:
    module = Module("check/text.js", 'import * as tables from "../tables.js";\nimport { days } from "../days.js";\n')
    inside = module.inside(str).split("\n")
    assert inside[:2] == ["const tables = tables_js;", "const { days } = days_js;"]


def test_modules_come_behind_what_they_need_and_those_of_later_last() -> None:
    files = {
        "form.js": 'import { b } from "./b.js";\nb();\nimport("./late.js");\n',
        "b.js": 'import "./a.js";\nexport const b = () => 1;\n',
        "a.js": "",
        "late.js": 'import "./a.js";\n',
    }
    assert list(gathered(("form.js",), _read(files))) == ["a.js", "b.js", "form.js", "late.js"]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"a.js": 'import { b } from "./b.js";\n', "b.js": 'import "./a.js";\nexport const b = 1;\n'},
            "a.js → b.js → a.js",
        ),
        ({"a.js": 'import { c } from "./b.js";\n', "b.js": "export const b = 1;\n"}, "a.js: b.js does not export c"),
        ({"a.js": 'import { b } from "lit";\n'}, "a.js: lit is no module beside it"),
    ],
)
def test_what_cannot_be_joined_is_named(files: dict[str, str], said: str) -> None:
    with pytest.raises(BrokenScript, match=said):
        gathered(("a.js",), _read(files))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('import b from "./b.js";', "cannot be read"),
        ("export default 1;", "cannot be read"),
        ("const a = `\n`;", "a template literal must end on its line"),
    ],
)
def test_a_statement_of_another_form_is_refused_with_its_file(line: str, said: str) -> None:
    with pytest.raises(BrokenScript, match=rf"a\.js.*{said}"):
        _joined({"a.js": f"{line}\n", "b.js": ""}, "a.js")


# --- Joining ---------------------------------------------------------------------------------------------------------


def test_what_two_pages_need_and_not_all_is_a_file_of_its_own_that_both_load() -> None:
    files = {
        "page.js": "",
        "form.js": 'import { text } from "./text.js";\ntext("form");\n',
        "list.js": 'import { text } from "./text.js";\ntext("list");\n',
        "text.js": "export const text = (words) => words;\n",
    }
    entries = ("page.js", "form.js", "list.js")
    made = bundles(gathered(entries, _read(files)), entries)
    assert len({each.name for each in made.values()}) == 4
    for entry in ("form.js", "list.js"):
        assert made[entry].needs == (made["text.js"].name,)
        assert f'import {{ text_js }} from "./{made["text.js"].name}";' in made[entry].text


def test_a_type_named_in_a_comment_loads_nothing() -> None:
    text = (
        '/** @typedef {import("./types.js").Day} Day */\n/*\n * const old = import("./old.js");\n */\n'
        'const days = /** @type {import("./types.js").Day[]} */ ([]);\n'
        'const glob = "image/*,.pdf"; // a text is none\nexport const all = () => import("./all.js"); /* or */\n'
    )
    module = Module("a.js", text)
    assert module.later == ("all.js",)
    assert module.code.count("\n") == text.count("\n")
    assert 'const glob = "image/*,.pdf";' in module.code
    assert module.exports == {"all": "all"}


def test_what_is_loaded_later_is_a_file_of_its_own_under_its_new_name() -> None:
    files = {"form.js": 'const look = () => import("./look.js");\nlook();\n', "look.js": "export const look = 1;\n"}
    made = bundles(gathered(("form.js",), _read(files)), ("form.js",))
    assert made["form.js"].needs == ()
    assert f'import("./{made["look.js"].name}").then((file) => file.look_js)' in made["form.js"].text


def test_a_change_in_a_module_changes_the_names_of_all_files_that_need_it() -> None:
    files = {"form.js": 'import("./look.js");\n', "list.js": "", "look.js": "export const look = 1;\n"}
    entries = ("form.js", "list.js")
    before = bundles(gathered(entries, _read(files)), entries)
    after = bundles(gathered(entries, _read(files | {"look.js": "export const look = 2;\n"})), entries)
    assert before["look.js"].name != after["look.js"].name
    assert before["form.js"].name != after["form.js"].name
    assert before["list.js"].name == after["list.js"].name


def test_generated_tables_come_as_far_as_somebody_needs_them() -> None:
    files = {"form.js": 'import { eras } from "./tables.js";\neras.map(String);\n', "tables.js": FACTS}
    text = "\n".join(_joined(files, "form.js").values())
    assert "令和" in text
    assert "月" not in text


PAGES = ("page.js", "form.js")
TABLED = {
    "page.js": 'import { days as shared } from "./tables.js";\nshared.map(String);\n',
    "form.js": 'const check = () => import("./check.js");\ncheck();\n',
    "check.js": 'import {\n  days,\n  eras as all\n} from "./tables.js";\n\nexport const check = () => [days, all];\n',
    "tables.js": FACTS,
}


def test_a_page_gets_the_one_table_that_it_needs_and_the_later_file_keeps_the_others() -> None:
    made = bundles(gathered(PAGES, _read(TABLED)), PAGES)
    page, later = made["page.js"], made["check.js"]
    assert len({each.name for each in made.values()}) == 3
    assert "月" in page.text
    assert "令和" not in page.text
    assert "令和" in later.text
    assert "月" not in later.text
    assert "const { days: shared } = tables_js_days;" in page.text
    assert "const { days } = tables_js_days; const { eras: all } = tables_js_eras;" in later.text
    assert f'import {{ tables_js_days }} from "./{page.name}";' in later.text


def test_a_table_of_its_own_leads_back_to_its_line_in_the_file_of_all_tables() -> None:
    made = bundles(gathered(PAGES, _read(TABLED)), PAGES)
    for path, line, at in (
        ("page.js", 'const days = ["月"];', ("scripts/tables.js", 'export const days = ["月"];', 1)),
        ("check.js", '"令和",', ("scripts/tables.js", '  "令和",', 3)),
        ("check.js", "const check = () => [days, all];", ("scripts/check.js", TABLED["check.js"].split("\n")[5], 5)),
    ):
        led = _lines(made[path].text, made[path].map)
        assert led[made[path].text.split("\n").index(line)] == at
        assert json.loads(made[path].map)["sources"].count("scripts/tables.js") == 1


@pytest.mark.parametrize("whole", ['import * as all from "./tables.js";\n', 'import("./tables.js");\n'])
def test_tables_that_are_asked_for_as_a_whole_stay_together(whole: str) -> None:
    text = "\n".join(_joined(TABLED | {"form.js": whole}, *PAGES).values())
    assert text.count("const tables_js = (() => {") == 1
    assert "const { days: shared } = tables_js;" in text
    assert "tables_js_days" not in text


def _shared_by_two_pages(tables: str) -> dict[str, Bundle]:
    one = 'import { eras } from "./tables.js";\neras.map(String);\n'
    files = {"page.js": "", "form.js": one, "list.js": one, "tables.js": tables}
    entries = ("page.js", "form.js", "list.js")
    return bundles(gathered(entries, _read(files)), entries)


def test_a_small_table_of_some_pages_costs_no_request_and_stands_in_the_file_of_all() -> None:
    made = _shared_by_two_pages(FACTS)
    assert made["tables.js#eras"] == made["page.js"]
    assert made["page.js"].name.startswith("page-")
    assert made["form.js"].needs == made["list.js"].needs == (made["page.js"].name,)


def test_two_pages_share_a_file_of_the_large_table_that_both_need() -> None:
    made = _shared_by_two_pages(FACTS.replace("令和", "令和" * 500))
    shared = made["tables.js#eras"]
    assert re.fullmatch(r"tables-eras-[0-9a-f]{8}\.js", shared.name)
    assert made["form.js"].needs == made["list.js"].needs == (shared.name,)


def test_each_line_of_a_joined_file_leads_back_to_where_it_was_written() -> None:
    files = {
        "form.js": '/* A\n * B */\nimport {\n  eras,\n} from "./tables.js";\n\n// Why.\n  eras.map(String);\n',
        "tables.js": FACTS,
    }
    made = bundles(gathered(("form.js",), _read(files)), ("form.js",))["form.js"]
    lines = made.text.split("\n")
    led = _lines(made.text, made.map)
    places = {lines[n]: at for n, at in enumerate(led) if at}
    assert places["eras.map(String);"] == ("scripts/form.js", "  eras.map(String);", 7)
    assert places['"令和",'] == ("scripts/tables.js", '  "令和",', 3)
    assert "Why" not in made.text
    assert lines[-2] == f"//# sourceMappingURL={made.name}.map"


def test_a_type_before_an_expression_takes_no_code_with_it() -> None:
    text = (
        "const own = one =>\n  /** @type {string[]} */ (Array.from(one));\n\n/** Not this. */\nconst two = 2;\n\n"
        "export { own, two };\n"
    )
    files = {"form.js": 'import { own, two } from "./own.js";\nown(two);\n', "own.js": text}
    (made,) = _joined(files, "form.js").values()
    assert "const own = one =>\n(Array.from(one));\nconst two = 2;" in made
    assert "Not this" not in made


def test_all_lines_of_our_own_scripts_lead_back_to_themselves() -> None:
    made = assets((packaged("theme"),), joined=True)
    checked = 0
    for address, content in made.files.items():
        if address.endswith(".js") and f"{address}.map" in made.files:
            led = _lines(content.decode(), made.files[f"{address}.map"].decode())
            for line, at in zip(content.decode().split("\n"), led, strict=False):
                written = Module("", at[1]).code.strip() if at else ""
                if at and not line.startswith("const ") and line != written:
                    assert line.rstrip(";") in f"export {written}" or "import(" in line, (address, line, at)
                checked += bool(at)
    assert checked > 3000


# --- Loading later ---------------------------------------------------------------------------------------------------

LAYERED = {
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


def layered(scripts: dict[str, str]) -> dict[str, Bundle]:
    return bundles(gathered(PAGES, _read(scripts)), PAGES)


def test_what_is_loaded_later_finds_in_the_files_of_its_page_what_stands_there() -> None:
    found = layered(LAYERED)
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
    assert "return { check, other };" in layered(LAYERED)["form/check.js"].text


def test_a_change_gives_new_names_to_the_file_and_to_all_that_name_it_and_to_no_other() -> None:
    before = layered(LAYERED)
    after = layered(LAYERED | {"form/check.js": LAYERED["form/check.js"].replace("other = 1", "other = 2")})
    assert {path for path in before if before[path].name != after[path].name} == {
        "form/check.js",
        "form/pairs.js",
        "form/start.js",
        "form.js",
    }
    comment = layered(LAYERED | {"say.js": LAYERED["say.js"].replace("Says it", "Says it aloud")})
    assert {path: each.name for path, each in comment.items()} == {path: each.name for path, each in before.items()}


# --- A theme ---------------------------------------------------------------------------------------------------------


def test_a_published_site_may_keep_its_assets_for_ever_and_a_preview_has_them_as_written(tmp_path: Path) -> None:
    theme = _theme(tmp_path, **{"scripts__form.js": 'import "./form/a.js";\n', "scripts__form__a.js": "a();\n"})
    joined, apart = (assets((theme,), joined=joined) for joined in (True, False))
    assert joined.asset("hiroba.css").startswith("assets/hiroba-")
    assert apart.asset("hiroba.css") == "assets/hiroba.css"
    assert apart.asset("form.js") == "assets/scripts/form.js"
    assert apart.needed("form.js") == ("assets/scripts/form/a.js",)
    assert apart.files["assets/scripts/form/a.js"] == b"a();\n"
    for made in (joined, apart):
        named = [made.asset(name) for name in (*ENTRIES, CLASSIC, "hiroba.css")]
        assert set(named) <= set(made.files)
        assert {needed for entry in ENTRIES for needed in made.needed(entry)} <= set(made.files)


def test_a_city_replaces_a_single_script_and_gets_the_others(tmp_path: Path) -> None:
    put(tmp_path, {"scripts/furigana.js": "document.title.trim();\n"})
    made = assets((tmp_path, packaged("theme")), joined=True)
    plain = assets((packaged("theme"),), joined=True)
    assert b"document.title" in _all(made)
    assert made.asset("furigana.js") != plain.asset("furigana.js")
    assert made.asset("form.js") == plain.asset("form.js")


def _all(made: Assets) -> bytes:
    return b"".join(content for name, content in made.files.items() if name.endswith(".js"))


@pytest.mark.parametrize("joined", [True, False])
def test_a_file_saved_by_windows_editor_with_its_mark_is_the_same_file(tmp_path: Path, joined: bool) -> None:
    script, style = 'import "./page/tools.js";\n', '@import "tokens.css";\n'
    names = {"scripts/page/tools.js": "export const a = 1;\n", "assets/tokens.css": "b{}"}
    plain, marked = tmp_path / "plain", tmp_path / "marked"
    put(_theme(plain), names | {"scripts/page.js": script, "assets/hiroba.css": style})
    put(_theme(marked), names | {"scripts/page.js": f"\ufeff{script}", "assets/hiroba.css": f"\ufeff{style}"})
    assert assets((marked,), joined=joined).files == assets((plain,), joined=joined).files


def test_a_theme_without_a_script_of_a_page_is_refused_by_name(tmp_path: Path) -> None:
    (_theme(tmp_path) / "scripts" / "form.js").unlink()
    with pytest.raises(BrokenScript, match=r"scripts/form\.js is not in the theme"):
        assets((tmp_path,), joined=True)


def test_windows_newlines_in_a_checkout_change_no_name(tmp_path: Path) -> None:
    first, second = _theme(tmp_path / "a"), _theme(tmp_path / "b")
    (second / "scripts/form.js").write_bytes(b"/* nothing */\r\n")
    (second / "assets/hiroba.css").write_bytes(b"a{}")
    assert assets((first,), joined=True).addresses == assets((second,), joined=True).addresses


def test_published_styles_say_the_same_without_comments_and_indentation(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "form.css").write_text(
        "/* One\n   two */\n@media print {\n  a { color: #111; } /* x */\n}\n"
    )
    folders = (tmp_path, packaged("theme"))
    made = assets(folders, joined=True)
    assert made.files[made.asset("form.css")] == b"@media print {\na { color: #111; }\n}\n"
    assert re.fullmatch(r"assets/form-[0-9a-f]{8}\.css", made.asset("form.css"))
    apart = assets(folders, joined=False)
    assert apart.files["assets/form.css"] == (tmp_path / "assets" / "form.css").read_bytes()


def test_no_style_has_a_string_that_holds_a_comment() -> None:
    styles = [path.read_text(encoding="utf-8") for path in (packaged("theme") / "assets").glob("*.css")]
    assert [found for style in styles for found in re.findall(r'"[^"\n]*/\*[^"\n]*"', style)] == []


def test_the_form_is_given_every_rule_that_its_scripts_name_and_no_other() -> None:
    rooms = (packaged("theme") / "scripts" / room for room in ("check", "japanese", "models", "reading"))
    checks = [path.read_text(encoding="utf-8") for room in rooms for path in sorted(room.glob("*.js"))]
    named = {rule for rule in RULES for text in checks if f'"{rule}"' in text}
    assert RULES.keys() - named == OF_FILES


# --- Styles ----------------------------------------------------------------------------------------------------------


def test_a_page_s_style_is_published_with_its_parts_each_once_and_first() -> None:
    styles = {
        "record.css": '/* A page. */\n@import "cards.css";\n@import "tables.css";\n.record { color: red; }\n',
        "cards.css": '@import "tokens.css";\n.card {\n  gap: 0;\n}\n',
        "tables.css": '@import "tokens.css";\n.table {}\n',
        "tokens.css": ":root {}\n",
    }
    assert (
        whole("record.css", styles.__getitem__) == ":root {}\n.card {\ngap: 0;\n}\n.table {}\n.record { color: red; }\n"
    )


@pytest.mark.parametrize(
    "line", ['@import url("https://example.org/font.css");', "@import 'cards.css';", '@import "../x.css";']
)
def test_an_import_that_would_be_lost_or_ask_others_is_refused_with_its_file(line: str) -> None:
    with pytest.raises(BrokenScript, match=r"list\.css"):
        whole("list.css", {"list.css": f"{line}\n"}.__getitem__)


def test_a_project_replaces_one_part_of_the_styles(tmp_path: Path) -> None:
    own, rest = tmp_path / "own", _theme(tmp_path / "rest")
    put(rest, {"assets/list.css": '@import "cards.css";\n.list {}\n', "assets/cards.css": ".card {}\n"})
    put(own, {"assets/cards.css": ".card { color: teal; }\n"})
    made = assets((own, rest), joined=True)
    assert made.files[made.asset("list.css")] == b".card { color: teal; }\n.list {}\n"
    apart = assets((own, rest), joined=False)
    assert apart.files["assets/list.css"].startswith(b'@import "cards.css";')


@pytest.mark.site
def test_every_class_of_a_page_has_its_style_on_that_page(sample_site: Path) -> None:
    """A style that is in some part of the theme, but in none that the page loads, was forgotten there."""
    parts = {path.name: _classes(path) for path in (sample_site / "assets").glob("*.css")}
    others = {name for part, names in parts.items() if not part.startswith(("desk-", "form-")) for name in names}
    pages = [path.read_text(encoding="utf-8") for path in sample_site.rglob("*.html")]
    wrong = {
        name
        for page in pages
        if (linked := set(re.findall(r"assets/([\w-]+\.css)", page)))
        for name in _named(page) & others - set().union(*(parts[part] for part in linked))
    }
    assert len(pages) > 50
    assert wrong == set()


def _classes(style: Path) -> set[str]:
    return set(re.findall(r"\.([a-zA-Z][\w-]*)", style.read_text(encoding="utf-8")))


def _named(page: str) -> set[str]:
    return {name for names in re.findall(r'class="([^"]*)"', page) for name in names.split()}


@pytest.mark.site
def test_a_page_loads_two_styles(sample_site: Path) -> None:
    for name in ("", "groups", "events", "about", "search", "shortlist", "edit"):
        page = (sample_site / name / "index.html").read_text(encoding="utf-8")
        assert len(set(re.findall(r"assets/[\w-]+\.css", page))) == 2, name
