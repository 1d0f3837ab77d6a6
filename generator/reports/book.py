"""The rule book for people at a terminal."""

from collections.abc import Iterator
from difflib import get_close_matches

from generator.problems import Level
from generator.rules import RULES, outline
from generator.rules.rule import Rule

_WORDS = {
    "ja": ("なぜ", "直し方", "よくない例", "よい例"),
    "en": ("Why", "What to do", "Not like this", "But like this"),
}
_LEVELS = {"ja": {Level.ERROR: "エラー", Level.WARNING: "注意"}, "en": {Level.ERROR: "error", Level.WARNING: "warning"}}
_LONGEST = 200


def contents(lang: str) -> Iterator[str]:
    """Every rule in a line: its name, its level, and what is wrong when it is broken."""
    name_width = max(map(len, RULES))
    for rule in RULES.values():
        yield f"{rule.name:<{name_width}}  {_LEVELS[lang][rule.level]}  {outline(rule.says.spoken(lang))}"


def explained(rule: Rule, lang: str) -> Iterator[str]:
    """One rule: what it says, why it is there, what to do, and an example of each kind."""
    why, fix, bad, good = _WORDS[lang]
    yield (
        f"{rule.name}（{_LEVELS[lang][rule.level]}）" if lang == "ja" else f"{rule.name} ({_LEVELS[lang][rule.level]})"
    )
    yield f"  {outline(rule.says.spoken(lang))}"
    yield from ("", f"{why}:", f"  {rule.why.spoken(lang)}")
    yield from ("", f"{fix}:", f"  {outline(rule.fix.spoken(lang))}")
    for title, example in ((bad, rule.bad), (good, rule.good)):
        yield from ("", f"{title}:")
        yield from (f"  {line[:_LONGEST]}" for line in example.splitlines())


def nearest(name: str) -> str:
    """The rule that was probably meant; empty when none is near."""
    return next(iter(get_close_matches(name[:60], RULES, n=1, cutoff=0.4)), "")
