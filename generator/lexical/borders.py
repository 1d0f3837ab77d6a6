"""Where a word stands as a word: ペット is not in ペットボトル, カフェ is in リペアカフェ, 絵 not in 絵本."""

import re
from typing import Final

_KATAKANA: Final = re.compile("[ァ-ヺー]+")
_HIRAGANA: Final = re.compile("[ぁ-ゖー]+")
_KANJI: Final = re.compile("[\u3005\u3007\u3400-\u9fff]")
# Up to so many kana a word stands inside many others by chance.
_LONG: Final = 3


def bordered(word: str, folded: str) -> tuple[re.Pattern[str], bool]:
    """A word as it stands for itself, and whether it is sought in the text as it was written.

    A short word in kana is one where it is written in katakana and ends there: リペアカフェ is a カフェ.
    """
    own = re.escape(folded)
    if _KATAKANA.fullmatch(word) and len(word) <= _LONG:
        return re.compile(f"{re.escape(word)}(?![ァ-ヺー])"), True
    if _HIRAGANA.fullmatch(word) and len(word) < _LONG:
        whole = word.translate({code: code + 0x60 for code in range(ord("ぁ"), ord("ゖ") + 1)})
        return re.compile(f"(?<![ァ-ヺー]){whole}(?![ァ-ヺー])"), True
    if _HIRAGANA.fullmatch(folded) and len(folded) == _LONG:
        # お belongs to it: みこし in おみこし.
        return re.compile(f"(?<![ぁ-ゖ])お?{own}"), False
    if len(folded) == 1 and _KANJI.match(folded):
        return re.compile(f"(?<!{_KANJI.pattern}){own}(?!{_KANJI.pattern})"), False
    before = "(?<![a-z0-9])" if folded[:1].isascii() else ""
    after = "(?![a-z0-9])" if folded[-1:].isascii() else ""
    return re.compile(before + own.replace(r"\ ", r"\s+") + after), False
