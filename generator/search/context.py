"""A word whose reading depends on what stands beside it."""

from typing import Final, NamedTuple

# No kanji there, or the end of the piece of text.
NO_KANJI: Final = r"(?:[^\u3005\u3400-\u9fff]|^)"


class Context(NamedTuple):
    """A word, its reading in hiragana, and what must stand before and after it.

    `before` and `after` are regular expressions for browsers of 2019 (no lookbehind): the first is searched in the
    twelve letters before the word and ends in `$`, the second must match where the word ends. Digits are ASCII there,
    and `^` and `$` are the ends of the piece of text. A word that begins with a digit never begins inside a number.
    """

    word: str
    reading: str
    before: str = ""
    after: str = ""
