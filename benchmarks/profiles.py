"""A complete content folder with any number of generated profiles: `python -m benchmarks.profiles OUT --count 10000`.

The same seed gives the same bytes. Profiles are 1 to 3 KB, spread evenly; every third one has lists and bold.
"""

import argparse
import random
import shutil
import statistics
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from benchmarks import fragments as words

ROOT = Path(__file__).resolve().parent.parent
COPIED = ("vocabulary", "places", "pages")
SMALLEST, LARGEST = 1024, 3072
# What a description needs at least, so that optional parts leave room for it.
DESCRIPTION = 420
_DAYS = "月火水木金土日"

Part = list[str]
Pair = tuple[str, str]
Named = tuple[str, str, str]


def write_content(out: Path, count: int, seed: int = 1, needs: int = 0) -> list[int]:
    """Fill `out` with a content folder of `count` groups; the profiles' sizes in bytes, in the order of their slugs.

    needs: so many openings, offers, wishes and hand-overs has every group; with 0 as many as there is room for.
    """
    for name in COPIED:
        shutil.copytree(ROOT / "content" / name, out / name, dirs_exist_ok=True)
    folder = out / "groups"
    folder.mkdir(parents=True, exist_ok=True)
    sizes = []
    for number, text in enumerate(profiles(count, seed, needs)):
        data = text.encode("utf-8")
        (folder / f"dantai-{number:05}.yaml").write_bytes(data)
        sizes.append(len(data))
    return sizes


def profiles(count: int, seed: int, needs: int = 0) -> Iterator[str]:
    """The YAML of each profile; ValueError if so many different names cannot be made."""
    names = list(product(words.OPENINGS, words.SUBJECTS, words.ENDINGS))
    if count > len(names):
        raise ValueError(f"at most {len(names)} profiles have names of their own")
    random.Random(seed).shuffle(names)
    for number, name in enumerate(names[:count]):
        yield _profile(random.Random(f"{seed}-{number}"), number, needs, *name)


def _profile(rng: random.Random, number: int, needs: int, opening: Pair, subject: Named, ending: Named) -> str:
    room = rng.randint(SMALLEST + 160, LARGEST - 140)
    fill = _filler(rng, subject[0])
    also = rng.sample(("town", "welfare", "learning", "culture"), rng.randint(0, 2))
    head = [
        f"name: {opening[0]}{subject[0]}{ending[0]}",
        f"kana: {opening[1]}{subject[1]}{ending[1]}",
        f"kind: {ending[2]}",
        f"fields: [{', '.join(dict.fromkeys((subject[2], *also)))}]",
        f"areas: [{', '.join(rng.sample(words.AREAS, rng.randint(1, 3)))}]",
        f"summary: {fill(words.SUMMARIES)}",
    ]
    tail = [f"criteria: [{', '.join(words.CRITERIA)}]", *_meetings(rng, fill), *_contact(rng, number)]
    if needs:
        # From a source of its own, so that all else is as it is without them.
        tail += _needs(random.Random(f"needs-{number}"), fill, needs)
    for part in rng.sample(_PARTS, len(_PARTS)):
        made = [] if needs and part in _NEEDS else part(rng, fill)
        tail += made if _size([*head, *tail, *made]) < room - DESCRIPTION else []
    room -= _size([*head, *tail])
    description = _listed(rng, fill, room) if number % 3 == 0 else _plain(rng, fill, room)
    return "\n".join((*head, "description: |", *description, *tail, ""))


def _size(lines: Part) -> int:
    return sum(len(line.encode("utf-8")) + 1 for line in lines)


Fill = Callable[[tuple[str, ...]], str]


def _filler(rng: random.Random, subject: str) -> Fill:
    """A function that picks one of several sentences and fills its gaps."""

    def fill(sentences: tuple[str, ...]) -> str:
        gaps = {name: rng.choice(values) for name, values in words.FILLS.items()}
        numbers = {"year": rng.randint(2, 30), "count": rng.randint(3, 60), "big": rng.randint(11, 240) * 10}
        return rng.choice(sentences).format(subject=subject, month=rng.randint(1, 12), **gaps, **numbers)

    return fill


def _plain(rng: random.Random, fill: Fill, room: int) -> Part:
    """Paragraphs of one to four sentences that take up about `room` bytes."""
    lines: Part = []
    while not lines or _size(lines) < room - 160:
        lines += [*([""] if lines else []), "  " + "".join(fill(words.SENTENCES) for _ in range(rng.randint(1, 3)))]
    return lines


def _listed(rng: random.Random, fill: Fill, room: int) -> Part:
    """A paragraph, a list with bold in it, and more of both while there is room."""
    bold = f"  **{fill(words.LEADS)}**：{fill(words.SENTENCES)}"
    lines = [f"  {fill(words.SENTENCES)}", "", bold, "", f"  - {fill(words.ITEMS)}"]
    lines += [f"  - **ひとこと**：{fill(words.ITEMS).replace('**', '')}"]
    while _size(lines) < room - 160:
        again = [f"  {fill(words.SENTENCES)}", *(["", f"  - {fill(words.ITEMS)}"] * rng.randint(0, 1))]
        lines += [f"  - {fill(words.ITEMS)}"] if rng.random() < 0.6 else ["", *again]
    return lines


def _meetings(rng: random.Random, fill: Fill) -> Part:
    lines = ["meetings:"]
    for _ in range(rng.choice((1, 1, 1, 2))):
        lines += [f"  - when: {_days(rng)} {_times(rng)}", f"    place: {rng.choice(words.PLACES)}"]
        lines += [f"    note: {fill(words.NOTES)}"] if rng.random() < 0.4 else []
    return lines


def _days(rng: random.Random) -> str:
    day, other = rng.sample(_DAYS, 2)
    first, second = sorted(rng.sample(range(1, 5), 2))
    forms = (
        f"毎月第{first}・第{second}{day}曜",
        f"毎週{day}曜日",
        f"第{first}、第{second}{day}曜日",
        f"毎週{day}・{other}曜日",
        f"毎月第{first}{day}曜日",
        f"隔週{day}曜",
        f"毎月最終の{day}曜日",
        f"毎月{rng.randint(1, 28)}日",
    )
    return rng.choice(forms)


def _times(rng: random.Random) -> str:
    start = rng.randint(8 * 4, 19 * 4) * 15
    end = start + rng.choice((60, 90, 120, 150, 180))
    if rng.random() < 0.7:
        return f"{start // 60}:{start % 60:02}-{end // 60}:{end % 60:02}"
    return f"{start // 60}時{_half(start)}〜{end // 60}時{_half(end)}"


def _half(minutes: int) -> str:
    return f"{minutes % 60}分" if minutes % 60 else ""


def _contact(rng: random.Random, number: int) -> Part:
    if rng.random() < 0.1:
        return ["contact:", "  via: center"]
    lines = ["contact:", f"  phone: 042-000-{rng.randint(0, 9999):04}"]
    lines += [f"  phone_hours: 平日 {rng.randint(9, 11)}:00-{rng.randint(14, 18)}:00"] if rng.random() < 0.5 else []
    lines += [f"  fax: 042-000-{rng.randint(0, 9999):04}"] if rng.random() < 0.4 else []
    lines += [f"  email: dantai-{number:05}@example.org"] if rng.random() < 0.5 else []
    lines += [f"  website: https://dantai-{number:05}.example.org/"] if rng.random() < 0.3 else []
    if rng.random() < 0.2:
        kind = rng.choice(words.SOCIAL)
        lines += ["  social:", f"    - kind: {kind}", f"      url: https://example.org/{kind}/dantai-{number:05}"]
    return lines


def _audiences(rng: random.Random, fill: Fill) -> Part:
    return [f"audiences: [{', '.join(rng.sample(words.AUDIENCES, rng.randint(1, 3)))}]"]


def _members(rng: random.Random, fill: Fill) -> Part:
    total = rng.randint(4, 90)
    lines = ["members:", f"  total: {total}人", f"  residents: {rng.randint(2, total)}"]
    return [*lines, f"  ages: {rng.randint(2, 5)}0代から{rng.randint(6, 9)}0代"]


def _fees(rng: random.Random, fill: Fill) -> Part:
    name = rng.choice(("joining", "monthly", "per_time"))
    lines = ["fees:", f"  yearly: {rng.randint(1, 60) * 100:,}円", f"  {name}: {rng.randint(1, 30) * 50}"]
    return lines + (["  note: 材料費は別にいただきます"] if rng.random() < 0.4 else [])


def _founded(rng: random.Random, fill: Fill) -> Part:
    era, before, first, last = rng.choice(words.ERAS)
    year, month = rng.randint(first, last), rng.randint(5, 12)
    japanese = f"{era}{year if year > 1 else '元'}年{month}月"
    forms = (japanese, f"{before + year}-{month:02}", f"{before + year}")
    return [f"founded: {rng.choice(forms)}"]


def _recruiting(rng: random.Random, fill: Fill) -> Part:
    return _openings(rng, fill, rng.choice((1, 1, 2)))


def _openings(rng: random.Random, fill: Fill, count: int) -> Part:
    lines = ["recruiting:"]
    for role in rng.sample(words.ROLES, count):
        lines += [f"  - role: {role}", f"    title: {fill(words.RECRUIT_TITLES)}"]
        lines += [f"    text: {fill(words.SENTENCES)}"] if rng.random() < 0.6 else []
        lines += [f"    when: {_days(rng)} {_times(rng)}", f"    place: {rng.choice(words.PLACES)}"]
        lines += [f"    number: {rng.randint(1, 12)}人"] if rng.random() < 0.4 else []
        lines += ["    beginners_ok: はい"] if rng.random() < 0.5 else []
        lines += [f"    until: 2027-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"] if rng.random() < 0.3 else []
        lines += [f"    conditions: {fill(words.TERMS)}"] if rng.random() < 0.3 else []
    return lines


def _exchange(name: str, sentences: tuple[Pair, ...]) -> Callable[[random.Random, Fill], Part]:
    def part(rng: random.Random, fill: Fill) -> Part:
        return [f"{name}:", *_exchanges(rng, fill, sentences, rng.choice((1, 1, 2)))]

    return part


def _exchanges(rng: random.Random, fill: Fill, sentences: tuple[Pair, ...], count: int) -> Part:
    """So many offers or wishes, each under its own kind."""
    told = rng.choices(sentences, k=count)
    return [line for kind, text in told for line in (f"  - kind: {kind}", f"    text: {fill((text,))}")]


def _needs(rng: random.Random, fill: Fill, count: int) -> Part:
    """So many needs of many kinds: one opening at least, then more of these, offers, wishes, a hand-over."""
    kinds = ["opening", *rng.choices(("opening", "opening", "offer", "seek", "succession"), k=count - 1)]
    lines = _openings(rng, fill, kinds.count("opening"))
    for name, kind, sentences in (("offers", "offer", words.OFFERS), ("seeks", "seek", words.SEEKS)):
        lines += [f"{name}:"] if kind in kinds else []
        lines += _exchanges(rng, fill, sentences, kinds.count(kind))
    return lines + (_succession(rng, fill) if "succession" in kinds else [])


def _succession(rng: random.Random, fill: Fill) -> Part:
    # Not "found": some of these groups have openings for a successor, which would contradict it.
    status = rng.choice(("looking", "talking"))
    return ["succession:", f"  status: {status}", f"  note: {fill(words.RECRUIT_TITLES)}をさがしてきました"]


def _languages(rng: random.Random, fill: Fill) -> Part:
    return [f"languages: [ja, {', '.join(rng.sample(words.LANGUAGES, rng.randint(1, 2)))}]"]


def _accessibility(rng: random.Random, fill: Fill) -> Part:
    return [f"accessibility: [{', '.join(rng.sample(words.ACCESS, rng.randint(1, 4)))}]"]


def _confirmed(rng: random.Random, fill: Fill) -> Part:
    day = f"{rng.randint(1, 10)}月{rng.randint(1, 28)}日"
    written = rng.choice((f"令和8年{day}", f"2026年{day}", f"2026-{rng.randint(1, 10):02}-{rng.randint(1, 28):02}"))
    return [f"confirmed: {written}", f"source: {rng.choice(words.SOURCES)}"]


_NEEDS = (_recruiting, _succession, _exchange("offers", words.OFFERS), _exchange("seeks", words.SEEKS))
_PARTS = (
    _audiences, _members, _fees, _founded, _recruiting, _succession, _languages, _accessibility, _confirmed,
    *_NEEDS[2:],
)  # fmt: skip


def main() -> None:
    """Write the folder and say how large its profiles are."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.profiles", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--needs", type=int, default=0)
    given = parser.parse_args()
    sizes = write_content(given.out, given.count, given.seed, given.needs)
    middle = int(statistics.median(sizes))
    print(f"{len(sizes)} profiles in {given.out}: min {min(sizes)}, median {middle}, max {max(sizes)} bytes")


if __name__ == "__main__":
    main()
