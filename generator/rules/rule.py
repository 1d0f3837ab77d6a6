"""What a rule is: its name, how bad breaking it is, what is said of it, and one example of each kind."""

from dataclasses import dataclass
from typing import NamedTuple

from generator.problems import Level


class Words(NamedTuple):
    """One sentence in both languages; `{names}` in it are filled in with the facts of a problem."""

    ja: str
    en: str

    def spoken(self, lang: str) -> str:
        """The sentence in English for `en`, else in Japanese."""
        return self.en if lang == "en" else self.ja


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the rule book.

    `says` is what is wrong, `fix` what to type instead, `why` the reason, for somebody who asks;
    `bad` and `good` are a few lines of a profile as they would be typed, or a remark (`# …`)
    where lines cannot show it.
    """

    name: str
    level: Level
    says: Words
    fix: Words
    why: Words
    bad: str
    good: str


def error(name: str, *, says: Words, fix: Words, why: Words, bad: str, good: str) -> Rule:
    """A rule that nothing may be published against."""
    return Rule(name, Level.ERROR, says, fix, why, bad, good)


def warning(name: str, *, says: Words, fix: Words, why: Words, bad: str, good: str) -> Rule:
    """A rule whose breach is worth a look, no more."""
    return Rule(name, Level.WARNING, says, fix, why, bad, good)


WRITE = Words("「{suggestion}」のように書いてください。", "Write it like “{suggestion}”.")
WRITE_REST = Words("「{suggestion}」のように書いてください。{left_ja}", "Write it like “{suggestion}”.{left_en}")
REST = Words("{left_ja}", "{left_en}")
MEANT = Words("「{suggestion}」のことでしょうか。", "Did you mean “{suggestion}”?")
CHOOSE = Words("次から選んでください：{choices}", "Choose from: {choices}")
