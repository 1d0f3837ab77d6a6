"""The house keeps its rules: imports run one way, each outside library has one owner, rooms stay small."""

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from statistics import median

import pytest

from tests.scripts_read import CLASSIC, FILES, code, patterns
from tests.scripts_read import MODULES as SCRIPTS

PACKAGE = Path(__file__).parent.parent / "generator"
# From the ground up: a room may use the rooms before it and itself.
FLOORS = (
    {"__init__", "clock", "installing", "csvs", "packaged", "static"},
    {"assets", "atomic", "images", "japanese", "problems", "shares", "writing"},
    {"lexical", "settings"},
    {"publishing"},
    {"models", "rules"},
    {"kinds", "things"},
    {"issueforms", "reading", "reports", "schemas", "starter"},
    {"check", "directory", "formatting"},
    {"matching"},
    {"wording"},
    {"statistics"},
    {"exports", "intake", "pages", "search"},
    {"form", "projects", "sheets"},
    {"build", "obstacles"},
    {"configuration", "theming"},
    {"plugin", "serving"},
    {"preview"},
    {"desk"},
    {"cli", "codehost"},
)
# The same within the desk.
DESK_FLOORS = (
    {"__init__", "auth", "content", "inbox", "jobs"},
    {"http"},
    {"office"},
    {"decisions"},
    {"views"},
    {"asgi", "site"},
    {"middleware"},
    {"app"},
    {"server"},
)
OWNERS = {
    "click": {
        "cli",
        "cli.terminal",
        "cli.site",
        "cli.profiles",
        "cli.sites",
        "cli.check",
        "cli.comment",
        "cli.desk",
        "cli.format",
        "cli.intake",
        "cli.met",
        "cli.report",
        "cli.wishes",
    },
    "markdown": {"pages.tables"},
    "mkdocs": {"plugin", "preview", "configuration", "theming"},
    "filelock": {"publishing.lock"},
    "jinja2": {"pages.render"},
    "yaml": {"reading.strict", "formatting.comments"},
    "nh3": {"wording.markdown"},
    "cmarkgfm": {"wording.markdown"},
    "PIL": {"images"},
    "budoux": {"wording.phrases"},
    "sudachipy": {"search.kana"},
    "starlette": {"desk.site", "desk.app", "desk.asgi", "desk.http.body", "desk.middleware"},
    "uvicorn": {"desk.server"},
    "itsdangerous": {"desk.auth.signing"},
    "python_calamine": {"sheets.excel"},
    "xlsxwriter": {"sheets.workbook"},
}
# A table of sentences is easier to keep whole than in pieces.
TABLES = {"rules"}
# What speaks to people or to the code host, and ends with a code.
EDGE = {"cli", "codehost"}
CLOCKS = {"now", "today", "utcnow", "time", "monotonic", "perf_counter", "localtime"}


def _name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def _path(name: str) -> Path:
    path = PACKAGE.joinpath(*name.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def _modules() -> dict[str, ast.Module]:
    return {_name(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}


MODULES = _modules()


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name.removeprefix("generator.") in MODULES else str(node.module) for name in inner)


def _own_imports(name: str) -> set[str]:
    found = (module for module in _imports(MODULES[name]) if module.split(".")[0] == "generator")
    return {module.removeprefix("generator").removeprefix(".") or "__init__" for module in found}


def _room(module: str) -> str:
    return module.split(".")[0]


def _floor(module: str) -> int:
    return next((n for n, rooms in enumerate(FLOORS) if _room(module) in rooms), -1)


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_every_room_has_its_floor() -> None:
    assert [name for name in MODULES if _floor(name) < 0] == []


@pytest.mark.parametrize("name", MODULES)
def test_imports_run_one_way(name: str) -> None:
    upwards = [m for m in _own_imports(name) if _room(m) != _room(name) and _floor(m) >= _floor(name)]
    assert upwards == []


@pytest.mark.parametrize("name", [name for name in MODULES if _room(name) in ("search", "wording")])
def test_what_is_said_of_a_record_and_how_it_is_found_needs_no_page(name: str) -> None:
    assert [module for module in _own_imports(name) if _room(module) == "pages"] == []


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith("desk.")])
def test_rooms_of_the_desk_import_one_way(name: str) -> None:
    def floor(module: str) -> int:
        return next(n for n, rooms in enumerate(DESK_FLOORS) if module.split(".")[1] in rooms)

    inner = [module for module in _own_imports(name) if module.startswith("desk.")]
    assert [m for m in inner if m.split(".")[1] != name.split(".")[1] and floor(m) >= floor(name)] == []


def test_no_two_modules_import_each_other() -> None:
    # A circle raises CycleError. The commands are imported by name, when they are used.
    order = list(TopologicalSorter({name: _own_imports(name) - {name} for name in MODULES}).static_order())
    assert sorted(order) == sorted(MODULES)


@pytest.mark.parametrize("library", OWNERS)
def test_each_outside_library_has_its_owner(library: str) -> None:
    users = {name for name, tree in MODULES.items() if library in {m.split(".")[0] for m in _imports(tree)}}
    assert users
    assert users <= OWNERS[library]


@pytest.mark.parametrize("name", MODULES)
def test_modules_and_functions_stay_small(name: str) -> None:
    text = _path(name).read_text(encoding="utf-8")
    assert _room(name) in TABLES or len(text.splitlines()) <= 300
    assert [f.name for f in _functions(MODULES[name]) if _length(f) > 40] == []


def test_the_usual_function_has_fewer_than_eight_lines() -> None:
    assert median(_length(f) for tree in MODULES.values() for f in _functions(tree)) < 8


@pytest.mark.parametrize("name", sorted(name for name in MODULES if _room(name) not in EDGE))
def test_only_the_command_line_prints_and_exits(name: str) -> None:
    calls = [ast.unparse(n.func) for n in ast.walk(MODULES[name]) if isinstance(n, ast.Call)]
    assert not {"print", "exit", "sys.exit", "os._exit", "sys.stdout.write"} & set(calls)


def test_only_the_edge_asks_what_day_it_is() -> None:
    asking = {name for name in MODULES if "clock" in _own_imports(name)}
    assert asking == {
        "cli.check",
        "cli.desk",
        "cli.intake",
        "cli.met",
        "cli.report",
        "cli.sites",
        "cli.wishes",
        "codehost",
        "plugin",
        "preview",
    }


@pytest.mark.parametrize("name", sorted(MODULES.keys() - {"clock", "cli.terminal"}))
def test_only_the_clock_reads_the_clock(name: str) -> None:
    functions = [n.func for n in ast.walk(MODULES[name]) if isinstance(n, ast.Call)]
    asked = [f"{ast.unparse(f.value)}.{f.attr}" for f in functions if isinstance(f, ast.Attribute) and f.attr in CLOCKS]
    assert not [call for call in asked if call.split(".")[0] in ("datetime", "date", "time")]


# Who else writes: stages and search files that nobody reads yet; a note, a log and results that nothing depends on.
WRITERS = {"atomic", "codehost", "writing", "publishing.lock", "publishing.inplace", "search.index", "desk.jobs.build"}


@pytest.mark.parametrize("name", sorted(MODULES.keys() - WRITERS))
def test_files_that_people_would_miss_have_one_writer(name: str) -> None:
    functions = [n.func for n in ast.walk(MODULES[name]) if isinstance(n, ast.Call)]
    called = [(ast.unparse(f.value), f.attr) for f in functions if isinstance(f, ast.Attribute)]
    assert [c for c in called if c[1] in ("write_text", "write_bytes")] == []
    assert [c for c in called if c[0] == "os" and c[1] in ("replace", "rename", "link", "fsync")] == []


@pytest.mark.parametrize("name", MODULES)
def test_nothing_of_a_whole_library_is_changed(name: str) -> None:
    tree = MODULES[name]
    imports = [n for n in ast.walk(tree) if isinstance(n, ast.Import | ast.ImportFrom)]
    libraries = {(a.asname or a.name).split(".")[0] for n in imports for a in n.names}
    stores = [n for n in ast.walk(tree) if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store)]
    assert [ast.unparse(n) for n in stores if isinstance(n.value, ast.Name) and n.value.id in libraries] == []
    assert not {"warnings", "locale"} & libraries


@pytest.mark.parametrize("name", MODULES)
def test_text_files_are_opened_with_their_encoding(name: str) -> None:
    calls = [n for n in ast.walk(MODULES[name]) if isinstance(n, ast.Call)]
    named = [(c, c.func.attr if isinstance(c.func, ast.Attribute) else ast.unparse(c.func)) for c in calls]
    bare = [c for c, f in named if f in ("open", "read_text", "write_text", "fdopen") and not _says_how(c)]
    assert [ast.unparse(call) for call in bare] == []


def _says_how(call: ast.Call) -> bool:
    binary = any(isinstance(a, ast.Constant) and "b" in str(a.value) for a in call.args)
    # PIL's Image.open takes a path to bytes and knows no encoding; a part of an archive is bytes too.
    return (
        binary
        or ast.unparse(call.func) in ("Image.open", "os.open", "parts.open", "archive.open")
        or "encoding" in {k.arg for k in call.keywords}
    )


# Our own content is read for two things: whether what was written beside it is fresh, and as a second town.
OWN_CONTENT = {"tests/towns.py", "tests/test_issueforms.py", "tests/test_schemas.py"}
READS_IT = re.compile(
    r"""ROOT\s*/\s*f?["'](?:content|mkdocs\.yml)\b|ROOT\.r?glob|_schema\(ROOT|parents?\b[^"'\n]*/\s*f?["']content\b"""
)


def test_no_test_leans_on_content_that_another_city_replaces() -> None:
    """A city that puts its own profiles into content/ still sees whether the program is whole (tests/towns.py)."""
    root = PACKAGE.parent
    found = {
        path.relative_to(root).as_posix()
        for path in sorted((root / "tests").rglob("*.py"))
        if path.name != "test_house.py" and READS_IT.search(path.read_text(encoding="utf-8"))
    }
    assert found == OWN_CONTENT


# ---- the browser's half: theme/scripts/ ----

# From the ground up, as above; the entries stand at the top of all.
SCRIPT_FLOORS = (
    {"tables"},
    {"japanese", "page", "qr"},
    {"models", "search"},
    {"rules"},
    {"reading"},
    {"check", "directory"},
    {"matching"},
    {"wording"},
    {"profile"},
    {"form"},
)
# What browsers of 2019 do not know, and what may not be done to a page. Biome and TypeScript (jsconfig.json) find more.
FORBIDDEN = {
    "an optional chain": r"\?\.(?!\d)",
    "a nullish operator": r"\?\?",
    "await outside of a function": r"^(?:const .*= )?await\b",
    "a field of a class": r"(?s:^(?:export )?class\b(?:(?!^\}).)*?^  (?:static |#)?\w+ =)",
    "text as markup": r"\b(?:innerHTML|outerHTML|insertAdjacentHTML)\b|\bdocument\.write\b|\beval\(|new Function\b",
    "a global": r"\b(?:window|self|globalThis)(?:\.\w+|\[[^\]]*\])\s*=(?!=)",
}


def _script_room(path: str) -> str:
    room, slash, _ = path.partition("/")
    return room if slash else path.removesuffix(".js")


def _script_floor(path: str) -> int:
    if "/" not in path and path != "tables.js":
        return len(SCRIPT_FLOORS)
    return next((n for n, rooms in enumerate(SCRIPT_FLOORS) if _script_room(path) in rooms), -1)


def _script_imports(path: str) -> list[str]:
    return [each.source for each in SCRIPTS[path].imports] + list(SCRIPTS[path].later)


def test_every_script_has_its_floor_and_is_reached_from_a_page() -> None:
    assert [path for path in FILES if _script_floor(path) < 0] == []
    assert FILES.keys() - SCRIPTS.keys() == {CLASSIC}


@pytest.mark.parametrize("path", SCRIPTS)
def test_scripts_import_one_way(path: str) -> None:
    others = [other for other in _script_imports(path) if _script_room(other) != _script_room(path)]
    assert [other for other in others if _script_floor(other) >= _script_floor(path)] == []


def test_no_two_scripts_need_each_other_even_later() -> None:
    order = TopologicalSorter({path: _script_imports(path) for path in SCRIPTS}).static_order()
    assert sorted(order) == sorted(SCRIPTS)


@pytest.mark.parametrize("path", sorted(path for path in FILES if "@generated" not in FILES[path].partition("\n")[0]))
def test_scripts_stay_small(path: str) -> None:
    """Functions are measured by Biome (`noExcessiveLinesPerFunction`)."""
    assert len(FILES[path].splitlines()) <= 250


@pytest.mark.parametrize("path", FILES)
def test_scripts_are_written_for_browsers_of_2019_and_do_nothing_to_others(path: str) -> None:
    written = code(FILES[path])
    assert [what for what, form in FORBIDDEN.items() if re.search(form, written, re.M)] == []
    assert [pattern for pattern in patterns(FILES[path]) if "(?<" in pattern] == []
    assert [line for line in written.splitlines() if line.count("`") % 2] == []


def test_what_is_forbidden_to_scripts_would_be_found() -> None:
    bad = (
        "a?.b",
        "a ?? b",
        "await x;",
        "class A {\n  f = (a) => a;\n}",
        "e.innerHTML = x",
        "window.Hiroba = {}",
        "self['a'] = 1",
    )
    assert [text for text in bad if not any(re.search(form, code(text), re.M) for form in FORBIDDEN.values())] == []
    fine = "const s = 'a?.b'; // a ?? b\nconst t = /x??/; const u = y ? .5 : 1; if (window.x === 1) f();"
    assert not any(re.search(form, code(fine), re.M) for form in FORBIDDEN.values())
    assert patterns("const later = x.match(/(?<=a)b/);") == ["/(?<=a)b/"]
