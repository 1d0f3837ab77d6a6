"""Broken profiles by the thousand, none of which may end in a traceback: `python -m scripts.fuzz --cases 100000`.

Each case is a sample profile with a few random accidents, read, checked, explained in both languages and formatted.
The same seed gives the same cases.
"""

import argparse
import random
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.check import check
from generator.formatting import NotKept, canonical
from generator.kinds import FOLDERS
from generator.problems import Problem
from generator.reading.mend import Mended
from generator.reading.read import Reading, read, read_record
from generator.reading.source import Source, sources, text_of
from generator.reports import FORMATS

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 23)
# What strangers, copying and hostile people put into files.
FRAGMENTS: tuple[str, ...] = (
    *("\0", "\t", "\r", "\u2028", "\u202e", "\u200b", "\ufeff", "\x85", "\ud800", "\x1b[31m", "👨\u200d👩"),
    *(
        ": ",
        "- ",
        "? ",
        "| ",
        ">-\n",
        "&a ",
        "*a",
        "!!python/object:os.system ",
        "<<: ",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
    ),
    *("[", "]", "{", "}", "'", '"', "#", "\\", "\n", "\n\n  ", "[[[[[[[[[[[[[[", "{a: {a: {a: {a: {a: "),
    *("平成31年5月1日", "令和元年", "第5・第2・最終土曜", "午前12時", "25時", "１２月５日（日）", "〜", "ー" * 50),
    *("090-1234-5678", "hanako.yamada@example.org", "自宅は中町1-2-3", "javascript:alert(1)", "../../etc/passwd"),
    *("<script>", "](data:x)", "{{ 1 }}", "[[hiroba:body]]", "①㈱", "日　時", "99999999999999999999", "-1", "NaN"),
    *("年会費" * 30, "毎月" * 40, "(" * 60, "name: x\n", "contact:\n", "dates:\n", "  - when: 毎週\n", "a" * 3000),
)
_MOST = 25_000


def accidents(text: str, others: list[str], chance: random.Random) -> bytes:
    """The bytes of a profile after one to four accidents."""
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(ACCIDENTS)(text, others, chance)[:_MOST]
    if chance.random() < 0.1:
        return text.encode(chance.choice(("cp932", "utf-16", "euc_jp", "utf-8-sig")), "replace")
    data = text.encode("utf-8", "surrogatepass")
    return _flipped(data, chance) if chance.random() < 0.05 else data


def _flipped(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) or 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _insert(text: str, others: list[str], chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(FRAGMENTS) + text[at:]


def _cut(text: str, others: list[str], chance: random.Random) -> str:
    start = chance.randint(0, len(text))
    return text[:start] + text[start + chance.randint(1, 80) :]


def _end(text: str, others: list[str], chance: random.Random) -> str:
    return text[: chance.randint(0, len(text))]


def _repeat(text: str, others: list[str], chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at : at + chance.randint(1, 60)] * chance.randint(2, 40) + text[at:]


def _swap(text: str, others: list[str], chance: random.Random) -> str:
    lines = text.split("\n")
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return "\n".join(lines)


def _value(text: str, others: list[str], chance: random.Random) -> str:
    """The value of one line replaced by a fragment, or by the value of a line of another profile."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    other = chance.choice(chance.choice(others).split("\n")).partition(": ")[2]
    lines[at] = f"{lines[at].partition(': ')[0]}: {chance.choice((chance.choice(FRAGMENTS), other))}"
    return "\n".join(lines)


ACCIDENTS: tuple[Callable[[str, list[str], random.Random], str], ...] = (
    *(_value, _value, _value, _value),
    *(_insert, _cut, _end, _repeat, _swap),
)


def examine(source: Source, reading: Reading) -> set[str]:
    """Everything that the program does with one file, and the rules it broke; raises only if the program is wrong."""
    folder = source.path.parent.name
    problems: list[Problem] = []
    mended: dict[str, Mended] = {}
    record = read_record(source, FOLDERS[folder].model, reading.vocabularies, problems, mended)
    one = replace(
        reading,
        records={name: {source.slug: record} if name == folder and record else {} for name in FOLDERS},
        mended={name: mended if name == folder else {} for name in FOLDERS},
        content=source.path.parent.parent,
    )
    problems += check(one, TODAY)
    for form in FORMATS.values():
        for lang in ("ja", "en"):
            "\n".join(form(problems, lang)).encode("utf-8")
    text = text_of(source)[0]
    lines = len(text.splitlines()) + 1
    assert all(p.where.line <= lines for p in problems)
    rules = {p.rule for p in problems}
    try:
        canonical(text, FOLDERS[folder].model, reading.vocabularies)
    except NotKept:
        rules.add("(not formatted)")
    return rules


def main() -> None:
    """Run the cases; exit 1 at the first that fails, and keep its bytes."""
    parser = argparse.ArgumentParser(prog="python -m scripts.fuzz", description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(run(given.cases, given.seed, Path(folder)))


def run(cases: int, seed: int, folder: Path) -> int:
    """Run cases in a folder; 0 if none of them raised."""
    reading = read(ROOT / "content", "content")
    samples = [
        (name, s.path.read_text(encoding="utf-8")) for name in FOLDERS for s in sources(ROOT / "content" / name, name)
    ]
    others = [text for _, text in samples]
    for name in FOLDERS:
        (folder / name).mkdir()
    rules: Counter[str] = Counter()
    for number in range(cases):
        chance = random.Random(f"{seed}-{number}")
        name, text = chance.choice(samples)
        path = folder / name / "case.yaml"
        path.write_bytes(accidents(text, others, chance))
        try:
            rules.update(examine(Source(path, f"content/{name}/case.yaml", "case"), reading))
        except Exception:
            traceback.print_exc()
            kept = Path(f"fuzz-{seed}-{number}.yaml")
            kept.write_bytes(path.read_bytes())
            print(f"case {number} of seed {seed} failed; its bytes are in {kept}")
            return 1
        path.unlink()
    print(
        f"{cases} cases, no traceback; {len(rules)} rules met: {', '.join(f'{r} {n}' for r, n in rules.most_common())}"
    )
    return 0


if __name__ == "__main__":
    main()
