"""Write everyday words and how they are read, generator/words/dictionary.tsv: `python -m scripts.dictionary`.

And generator/words/spellings.tsv, the words among them that are one word written in several ways.

Run by hand, where SudachiPy 0.7, its core dictionary and Janome are installed
(`pip install sudachipy sudachidict_core janome`). generator/words/dictionary.md says what is chosen, and how.
"""

import re
import struct
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Final

from janome.sysdic import entries as ipadic
from sudachipy import Dictionary, SplitMode

from generator.search.variants import variants

WORDS: Final = Path(__file__).resolve().parent.parent / "generator" / "words"
LONGEST: Final = 6
MOST_READINGS: Final = 3
KANJI: Final = re.compile("[々〇\u3400-\u9fff]")
_JAPANESE: Final = re.compile("[々〇\u3400-\u9fffぁ-ゖァ-ヺー]+")
_HIRAGANA: Final = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_PLAIN: Final = "かきくけこさしすせそたちつてとはひふへほはひふへほちつ"
_VOICED: Final = "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽじず"
_CLASSES: Final = {"名詞", "動詞", "形容詞", "形状詞", "副詞"}
_INFLECTED: Final = {"動詞", "形容詞"}
_KINDS: Final = {"普通名詞", "一般", "非自立可能", "*"}
# A cost that so many words of a class share is the class's own: these words were not met when costs were learnt.
_SHARED: Final = 60
# Above this a cost is reckoned from a word's length.
_RECKONED: Final = 9000
# A reading that IPADIC does not have may be this much rarer, in SudachiDict's costs, than the commonest.
_RARER: Final = 600
# What is made, worn, eaten or grown, and where people gather: 補聴器, 認知症, 公民館.
_THINGS: Final = frozenset(
    "機器鏡病症板車線館園室場所屋店祭船紙箱服靴帽灯畑林森山川草花木虫鳥魚犬猫茶酒酢油薬食飯麺汁鍋皿盆会員師士家組隊部塾校書画歌曲具"
)
# Words that residents look for, though nothing above tells them from rare ones.
_ASKED: Final = (
    "洗濯機 野良仕事 引き籠もり 引き籠り 鬱 肩凝り 盆踊り 車椅子 草鞋 泥鰌 淋しい 凧揚げ 竹細工 藁細工 "
    "お萩 蕁麻疹 松葉杖 炊き出し 見守り 読み聞かせ 居場所 物干し 布団干し 水やり 草取り 花植え 芋掘り "
    "豆撒き 餅搗き 茶摘み 田植え 稲刈り 糸紡ぎ 機織り 藍染め 草木染め 絵手紙 切り絵 影絵 貼り絵 金継ぎ "
    "縄綯い 門松 注連縄 七夕 節句 雛祭り 花見 月見 孫守り 子守り 添い寝 おんぶ紐 離乳食 哺乳瓶 登校班 "
    "朝顔 鈴虫 甲虫 鍬形虫 土筆 蓬 茗荷 紫蘇 大葉 生姜 大蒜 躁鬱 鉋"
)
ASKED: Final = frozenset(_ASKED.split())


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of SudachiDict: its reading in hiragana, class, cost, normal form and short parts."""

    word: str
    reading: str
    kind: str
    cost: int
    normal: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells that a word is an everyday one, for all words at once."""

    shared: Counter[tuple[str, int]]
    others: Mapping[str, frozenset[str]]  # the words of IPADIC with their readings
    learnt: frozenset[str]  # those whose cost was learnt there
    in_kana: frozenset[tuple[str, str]]  # normal forms, with readings, that are written in kana alone as well
    in_katakana: frozenset[tuple[str, str]]

    def met(self, entry: Entry) -> bool:
        """Whether one of the dictionaries met the word when it learnt its costs."""
        return entry.word in self.learnt or (
            entry.cost < _RECKONED and not _is_shared(self.shared, entry.kind, entry.cost)
        )


def _is_shared(counted: Counter[tuple[str, int]], kind: str, cost: int) -> bool:
    # The class's own cost less one or two was met, though rarely.
    near = max(counted[kind, cost - 1], counted[kind, cost + 1])
    return counted[kind, cost] >= max(_SHARED, near)


def costs() -> Callable[[int], int]:
    """The costs of the words by their numbers, out of the binary dictionary (format of SudachiPy 0.7)."""
    data = files("sudachidict_core").joinpath("resources", "system.dic").read_bytes()
    at = data.index(b"\x07Entries") + 8
    start = 0
    for shift in range(0, 35, 7):
        start |= (data[at] & 0x7F) << shift
        at += 1
        if data[at - 1] < 0x80:
            break
    return lambda number: struct.unpack_from("<h", data, start + 8 * number + 4)[0]


def entries() -> tuple[list[Entry], set[tuple[str, str]]]:
    """The words with kanji in the form in which a dictionary lists them, and normal forms of words in kana alone."""
    cost, words, kana = costs(), dict[tuple[str, str], Entry](), set[tuple[str, str]]()
    for each in Dictionary(dict="core").entries():
        word, kind = each.surface(), each.part_of_speech()
        if len(word) > LONGEST or not _JAPANESE.fullmatch(word) or not _listed(kind):
            continue
        reading, normal = each.reading_form().translate(_HIRAGANA), each.normalized_form_morpheme()
        if not KANJI.search(word):
            kana.add((each.normalized_form(), reading if word.translate(_HIRAGANA) == word else word))
        # 習える is a form of 習う: what is read otherwise in its normal form is no word of its own.
        elif len(reading) > 1 and (normal is None or normal.reading_form().translate(_HIRAGANA) == reading):
            parts = tuple(part.surface() for part in each.split(SplitMode.A))
            made = Entry(word, reading, kind[0], cost(each.word_id()), each.normalized_form(), parts)
            words[word, reading] = min(made, words.get((word, reading), made), key=lambda entry: entry.cost)
    old = variants()
    return [entry for entry in words.values() if not any(letter in old for letter in entry.word)], kana


def _listed(kind: tuple[str, ...]) -> bool:
    whole = kind[0] not in _INFLECTED or kind[5] == "終止形-一般"
    return kind[0] in _CLASSES and kind[1] in _KINDS and kind[2] != "助数詞可能" and "文語" not in kind[4] and whole


def signs(words: Iterable[Entry], kana: Iterable[tuple[str, str]]) -> Signs:
    """The signs by which everyday words are told."""
    found = [each for each in ipadic().values() if KANJI.search(each[0]) and "固有名詞" not in each[4]]
    readings: dict[str, set[str]] = defaultdict(set)
    for each in found:
        readings[each[0]].add(each[8].translate(_HIRAGANA))
    counted = Counter((each[4], each[3]) for each in found)
    learnt = frozenset(each[0] for each in found if not _is_shared(counted, each[4], each[3]))
    katakana = frozenset((normal, way.translate(_HIRAGANA)) for normal, way in kana if way.translate(_HIRAGANA) != way)
    return Signs(
        Counter((each.kind, each.cost) for each in words),
        {word: frozenset(ways) for word, ways in readings.items()},
        learnt,
        frozenset(kana),
        katakana,
    )


def daily(word: str) -> bool:
    """Whether all kanji of a word are among the daily ones of JIS X 0208 (its first level)."""
    kanji = (letter.encode("euc_jp", "replace") for letter in KANJI.findall(word.replace("々", "")))
    return all(0xB0 <= code[0] < 0xD0 for code in kanji)


def everyday() -> list[Entry]:
    """The words that stay; a word with several readings several times."""
    words, kana = entries()
    told = signs(words, kana)
    sure = (each for each in words if each.word in told.others and told.met(each))
    common = Counter(letter for each in sure for letter in {*KANJI.findall(each.word)})
    kept = [each for each in words if each.word in ASKED or _is_everyday(each, told, common)]
    kept = _without_echoes(_without_mixed(kept, told), told)
    known = {each.word: each.reading for each in kept}
    kept += [each for each in words if each.word not in known and _is_thing(each, known)]
    whole = _by_word(each for each in kept if not _put_together(each, known))
    return [each for word in sorted(whole) for each in _readings(whole[word], told)]


def dictionary(kept: Iterable[Entry]) -> Iterator[tuple[str, ...]]:
    """Each word with its readings, the commonest first."""
    return ((word, *(each.reading for each in several)) for word, several in _by_word(kept).items())


def spellings(kept: Iterable[Entry]) -> Iterator[tuple[str, ...]]:
    """The ways to write a word: those that have one normal form and one reading."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in kept:
        found[each.normal, each.reading].append(each.word)
    return iter(sorted({tuple(sorted(words)) for words in found.values() if len(words) > 1}))


def _by_word(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for each in entries:
        found[each.word].append(each)
    return found


def _is_everyday(entry: Entry, told: Signs, common: Counter[str]) -> bool:
    """By what is known of the word and of the rarest of its kanji; the numbers are tried, so that 60,000 stay."""
    met, known = told.met(entry), entry.word in told.others
    rarest = min(common[letter] for letter in KANJI.findall(entry.word))
    key = entry.normal, entry.reading
    if not daily(entry.word):
        return known and (met or key in told.in_katakana)
    if entry.kind in _INFLECTED:
        return known and (met or (rarest >= 3 and len(entry.parts) < 2))
    if known or entry.word != entry.normal:
        return known
    return key in told.in_katakana or (key in told.in_kana and rarest >= 10) or (met and rarest >= 60)


def _without_mixed(kept: Iterable[Entry], told: Signs) -> list[Entry]:
    """Without ひ害 and ツマ先 beside 被害 and 爪先, unless IPADIC has them too."""
    kept = list(kept)
    whole = {(each.word, each.reading) for each in kept}

    def mixed(each: Entry) -> bool:
        fewer = len(KANJI.findall(each.word)) < len(KANJI.findall(each.normal))
        return fewer and (each.normal, each.reading) in whole and each.word not in told.others

    return [each for each in kept if not mixed(each)]


def _without_echoes(kept: Iterable[Entry], told: Signs) -> list[Entry]:
    """Without words of two letters that nobody met, where two that were met are read the same."""
    kept = list(kept)
    met = Counter(each.reading for each in kept if told.met(each) and each.word in told.others)
    return [e for e in kept if e.word in ASKED or told.met(e) or len(e.word) != 2 or met[e.reading] < 2]


def _is_thing(entry: Entry, known: Mapping[str, str]) -> bool:
    """補聴器, 認知症: a known word of two letters with what kind of thing it is."""
    parts = entry.parts
    small = len(entry.word) <= 4 and len(parts) == 2 and len(parts[0]) >= 2
    return small and entry.kind == "名詞" and parts[1] in _THINGS and parts[0] in known and daily(entry.word)


def _put_together(entry: Entry, known: Mapping[str, str]) -> bool:
    """通学区域: a word whose parts are known, two letters and more each, and are read in it as they are alone."""
    parts = entry.parts
    if entry.word in ASKED or len(parts) < 2 or not all(len(part) > 1 and part in known for part in parts):
        return False
    return entry.reading == "".join(known[part] for part in parts)


def _readings(several: Iterable[Entry], told: Signs) -> list[Entry]:
    """The readings of a word, the commonest first: those of IPADIC, and others that are nearly as common."""
    known = told.others.get(next(iter(several)).word, frozenset())
    ordered = sorted(several, key=lambda each: (each.reading not in known, each.cost, each.reading))
    plain = [each for each in ordered if not _is_voiced(each.reading, [other.reading for other in ordered])]
    kept = [each for each in plain if each.reading in known or each.cost <= plain[0].cost + _RARER]
    return kept[:MOST_READINGS]


def _is_voiced(reading: str, others: Iterable[str]) -> bool:
    """ぐるま beside くるま: how a word is read behind another."""
    first = {plain for plain, voiced in zip(_PLAIN, _VOICED, strict=True) if voiced == reading[0]}
    return any(other[1:] == reading[1:] and other[0] in first for other in others)


def main() -> None:
    """Write both tables."""
    kept = everyday()
    for name, lines in (("dictionary", dictionary(kept)), ("spellings", spellings(kept))):
        text = "".join("\t".join(line) + "\n" for line in lines).encode("utf-8")
        (WORDS / f"{name}.tsv").write_bytes(text)
        print(f"{name}: {text.count(10)} lines, {len(text)} bytes, of SudachiDict {version('sudachidict_core')}")


if __name__ == "__main__":
    main()
