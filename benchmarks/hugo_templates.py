"""Our page templates in Hugo's language, so that Hugo's pages follow ours without anybody writing them twice.

The theme's templates are read by Jinja's own parser and written anew as a Go template. Macros are put in where they
are called, and what is fixed (the way to the root, a level of heading) becomes plain text: nothing is faster to
render. What cannot be said in Go raises Untranslatable; a benchmark of something else would be worse than none.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from jinja2 import Environment, nodes

_COMPARED = {"eq": "eq", "ne": "ne", "gt": "gt", "gteq": "ge", "lt": "lt", "lteq": "le"}


class Untranslatable(Exception):
    """A template says something for which there is no translation yet; names it."""


class Value(NamedTuple):
    """An expression in Go; `fixed` is its text where that is known now."""

    code: str
    fixed: str | None = None


Scope = Mapping[str, Value]
Function = Callable[[Sequence[Value]], str]


@dataclass(frozen=True, slots=True)
class Language:
    """What templates find beside their own names.

    `functions` give template text for a call; `known` are whole expressions that Hugo has under another name, such as
    `page.address.whole`.
    """

    env: Environment
    functions: Mapping[str, Function]
    known: Mapping[str, str]
    numbers: list[int] = field(default_factory=lambda: [0])

    def fresh(self, name: str) -> str:
        """A variable that no other loop uses."""
        self.numbers[0] += 1
        return f"${name}{self.numbers[0]}"


def literal(value: Any) -> Value:
    """A fixed value, which stands in a page as plain text."""
    code = "nil" if value is None else json.dumps(value, ensure_ascii=False)
    return Value(code, "" if value is None else str(value))


def translated(language: Language, name: str, scope: Scope) -> str:
    """A whole template of the theme as a Go template."""
    room = _Room.of(language, name)
    return _Writer(language, room).body(room.tree.body, dict(scope))


def translated_macro(language: Language, name: str, macro: str, scope: Scope) -> str:
    """One macro of a template, its arguments as given."""
    room = _Room.of(language, name)
    made = room.macros[macro]
    return _Writer(language, room).body(made.body, {**_defaults(made), **scope})


@dataclass(frozen=True, slots=True)
class _Room:
    """A template as Jinja reads it, with its macros and what it imports."""

    tree: nodes.Template
    macros: Mapping[str, nodes.Macro]
    imports: Mapping[str, str]

    @staticmethod
    def of(language: Language, name: str) -> "_Room":
        assert language.env.loader
        tree = language.env.parse(language.env.loader.get_source(language.env, name)[0])
        macros = {node.name: node for node in tree.find_all(nodes.Macro)}
        imports = {
            n.target: n.template.value for n in tree.find_all(nodes.Import) if isinstance(n.template, nodes.Const)
        }
        return _Room(tree, macros, imports)


def _defaults(macro: nodes.Macro) -> dict[str, Value]:
    names = [argument.name for argument in macro.args]
    given = macro.defaults
    return {n: _fixed(d) for n, d in zip(names[len(names) - len(given) :], given, strict=True)}


def _fixed(node: nodes.Expr) -> Value:
    return Value("slice") if isinstance(node, nodes.Tuple) else literal(node.as_const())


class _Writer:
    """Writes the statements of one template; what text stands just before decides how a value is escaped."""

    def __init__(self, language: Language, room: _Room) -> None:
        self.language = language
        self.room = room
        self.text = ""

    def body(self, statements: Iterable[nodes.Node], scope: dict[str, Value]) -> str:
        """Statements in their order; a `set` counts for those that follow."""
        return "".join([self.statement(node, scope) for node in statements])

    def statement(self, node: nodes.Node, scope: dict[str, Value]) -> str:
        if isinstance(node, nodes.Output):
            return "".join([self.output(each, scope) for each in node.nodes])
        if isinstance(node, nodes.If):
            return self.branches(node, scope)
        if isinstance(node, nodes.For):
            return self.loop(node, scope)
        if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
            scope[node.target.name] = self.value(node.node, scope)
            return ""
        if isinstance(node, nodes.Import | nodes.Macro):
            return ""
        raise Untranslatable(type(node).__name__)

    def output(self, node: nodes.Node, scope: dict[str, Value]) -> str:
        if isinstance(node, nodes.TemplateData):
            self.text = node.data
            return node.data
        if isinstance(node, nodes.CondExpr):
            before = self.text
            parts = [f"{{{{ if {self.value(node.test, scope).code} }}}}", self.output(node.expr1, scope)]
            self.text = before
            other = self.output(node.expr2, scope) if node.expr2 else ""
            return "".join((*parts, f"{{{{ else }}}}{other}" if other else "", "{{ end }}"))
        if isinstance(node, nodes.Call):
            return self.call(node, scope)
        return self.shown(self.value(node, scope))

    def shown(self, value: Value) -> str:
        if value.fixed is not None:
            self.text = value.fixed
            return value.fixed
        # Go allows few schemes; ours have been checked.
        whole = self.text.endswith(('href="', 'src="'))
        self.text = ""
        return f"{{{{ {value.code}{' | safeURL' if whole else ''} }}}}"

    def branches(self, node: nodes.If, scope: dict[str, Value]) -> str:
        parts = []
        for word, branch in (("if", node), *(("else if", each) for each in node.elif_)):
            parts.append(f"{{{{ {word} {self.value(branch.test, scope).code} }}}}{self.body(branch.body, dict(scope))}")
        if node.else_:
            parts.append(f"{{{{ else }}}}{self.body(node.else_, dict(scope))}")
        return "".join((*parts, "{{ end }}"))

    def loop(self, node: nodes.For, scope: dict[str, Value]) -> str:
        names = [n.name for n in node.target.items] if isinstance(node.target, nodes.Tuple) else [node.target.name]
        count, one = self.language.fresh("n"), self.language.fresh(names[0])
        inner = {**scope, **self.taken_apart(names, one), "loop": Value(count)}
        made = f"{{{{ range {count}, {one} := {self.value(node.iter, scope).code} }}}}{self.body(node.body, inner)}"
        other = f"{{{{ else }}}}{self.body(node.else_, dict(scope))}" if node.else_ else ""
        return f"{made}{other}{{{{ end }}}}"

    def taken_apart(self, names: Sequence[str], one: str) -> dict[str, Value]:
        if len(names) == 1:
            return {names[0]: Value(one)}
        return {name: Value(f"(index {one} {n})") for n, name in enumerate(names)}

    def call(self, node: nodes.Call, scope: dict[str, Value]) -> str:
        """A macro put in, or what one of our functions gives; Untranslatable for anything else that is called."""
        room, name = self.room, node.node
        if isinstance(name, nodes.Getattr) and isinstance(name.node, nodes.Name) and name.node.name in room.imports:
            room, called = _Room.of(self.language, room.imports[name.node.name]), name.attr
        elif isinstance(name, nodes.Name):
            called = name.name
        else:
            raise Untranslatable(_path(name))
        if called in room.macros:
            return self.put_in(room, room.macros[called], node, scope)
        if called not in self.language.functions:
            raise Untranslatable(called)
        self.text = ""
        return self.language.functions[called]([self.value(each, scope) for each in node.args])

    def put_in(self, room: _Room, macro: nodes.Macro, node: nodes.Call, scope: dict[str, Value]) -> str:
        given = [self.value(each, scope) for each in node.args]
        named = {each.key: self.value(each.value, scope) for each in node.kwargs}
        inner = {**_defaults(macro), **dict(zip((a.name for a in macro.args), given, strict=False)), **named}
        return _Writer(self.language, room).body(macro.body, inner)

    def value(self, node: nodes.Node, scope: Scope) -> Value:
        """An expression."""
        if isinstance(node, nodes.Name):
            # Functions are handed to macros by their names.
            return scope.get(node.name, Value(node.name))
        if isinstance(node, nodes.Const):
            return literal(node.value)
        if isinstance(node, nodes.Filter) and node.node and not node.args:
            of = self.value(node.node, scope).fixed
            if of is not None:
                return literal(self.language.env.filters[node.name](of))
        known = self.language.known.get(_path(node))
        return Value(known) if known else Value(self.made(node, scope))

    def made(self, node: nodes.Node, scope: Scope) -> str:
        def code(each: nodes.Node) -> str:
            return self.value(each, scope).code

        if isinstance(node, nodes.Getattr):
            return f"(eq {code(node.node)} 0)" if _path(node) == "loop.first" else f"{code(node.node)}.{node.attr}"
        if isinstance(node, nodes.Getitem):
            return f"(index {code(node.node)} {code(node.arg)})"
        if isinstance(node, nodes.Not):
            return f"(not {code(node.node)})"
        if isinstance(node, nodes.And | nodes.Or):
            return f"({'and' if isinstance(node, nodes.And) else 'or'} {code(node.left)} {code(node.right)})"
        if isinstance(node, nodes.CondExpr) and node.expr2:
            return f"(cond {code(node.test)} {code(node.expr1)} {code(node.expr2)})"
        if isinstance(node, nodes.Concat):
            return f'(printf "{"%v" * len(node.nodes)}" {" ".join(map(code, node.nodes))})'
        if isinstance(node, nodes.Compare):
            return _compared(code(node.expr), node.ops[0].op, code(node.ops[0].expr))
        if isinstance(node, nodes.Filter) and node.node:
            return _filtered(node.name, code(node.node), [code(each) for each in node.args])
        raise Untranslatable(type(node).__name__)


def _path(node: nodes.Node) -> str:
    """`view.center` or `loop.first` as it is written; empty for anything else."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_path(node.node)}.{node.attr}"
    return ""


def _compared(left: str, how: str, right: str) -> str:
    if how in ("in", "notin"):
        return f"(in {right} {left})" if how == "in" else f"(not (in {right} {left}))"
    return f"({_COMPARED[how]} {left} {right})"


def _filtered(name: str, value: str, given: Sequence[str]) -> str:
    made = {
        "join": "(delimit {0} {1})",
        "length": "(len {0})",
        "list": "{0}",
        "selectattr": '(where {0} {1} "!=" nil)',
        "default": "(or {0} {1})",
    }
    if name not in made:
        raise Untranslatable(name)
    return made[name].format(value, *given)
