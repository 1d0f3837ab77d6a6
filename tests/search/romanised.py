"""Readings in all the ways that people write them with Latin letters; none of the program's own tables is asked."""

import re

from generator.reading.words import brought

_ROWS = "a:あいうえお k:かきくけこ s:さしすせそ t:たちつてと n:なにぬねの h:はひふへほ m:まみむめも"
_ROWS += " r:らりるれろ g:がぎぐげご z:ざじずぜぞ b:ばびぶべぼ p:ぱぴぷぺぽ"
NIHON = {kana: row[0].strip("a") + vowel for row in _ROWS.split() for kana, vowel in zip(row[2:], "aiueo", strict=True)}
NIHON |= {"や": "ya", "ゆ": "yu", "よ": "yo", "わ": "wa", "だ": "da", "ぢ": "di", "づ": "du", "で": "de", "ど": "do"}
_SMALL = {"ゃ": "a", "ゅ": "u", "ょ": "o"}
NIHON |= {i + y: NIHON[i][:-1] + "y" + v for i in "きしちにひみりぎじびぴ" for y, v in _SMALL.items()}
KUNREI = NIHON | {"ぢ": "zi", "づ": "zu"}
HEPBURN = KUNREI | {"し": "shi", "ち": "chi", "つ": "tsu", "ふ": "fu", "じ": "ji", "ぢ": "ji"}
_SOFT = {"し": "sh", "ち": "ch", "じ": "j"}
HEPBURN |= {i + y: c + v for i, c in _SOFT.items() for y, v in _SMALL.items()}
LOAN = {"ふぁ": "fa", "ふぃ": "fi", "ふぇ": "fe", "ふぉ": "fo", "てぃ": "ti", "でぃ": "di"}
LOAN |= {"しぇ": "she", "ちぇ": "che", "じぇ": "je"}
TYPED = HEPBURN | LOAN | {"づ": "du", "てぃ": "thi", "でぃ": "dhi"}
_SOUND = re.compile("[ぁ-ゖ][ゃゅょぁぃぇぉ]|[ぁ-ゖ]|ー")
_APART = dict.fromkeys("aiueoy", "n'") | {"": "n"}
_HARD = (
    "しょくどう まっちゃ さっし ざっし こっち いっちょう しんぶん しんい はんえい かんよう かんな あんま えんぴつ "
    "じゅんび つづみ はなぢ ふぁみりー ぱーてぃー ちぇす ばっじ こーひー らーめん おおはし おにいさん おねえさん "
    "おばあさん うちわ ふうせん りょこう じゃがいも にゅうもん"
)


def _spelled(kana: str, table: dict[str, str], n: dict[str, str], tch: str = "t") -> str:
    """A reading by a table; ん by `n` for the letter that comes next, else as for ""; っ before ch as `tch`."""
    out, double = "", False
    sounds = _SOUND.findall(kana)
    for sound, after in zip(sounds, (*sounds[1:], ""), strict=True):
        if sound in "っー":
            out += out[-1:] if sound == "ー" else ""
        else:
            latin = n.get(table.get(after, "")[:1], n[""]) if sound == "ん" else table[sound]
            first = tch if latin.startswith("ch") else latin[0]
            out += first + latin if double else latin
        double = sound == "っ"
    return out


def written_out(kana: str) -> list[str]:
    """Hepburn in both ways, Kunrei, Nihon-shiki and what is typed for kana; none where these do not tell the kana."""
    if re.search("[ーぢづ]|[てで]ぃ", kana):
        return []
    hepburn, doubled = HEPBURN | LOAN, _APART | {"n": "nn"}
    traditional = _spelled(kana, hepburn, _APART | dict.fromkeys("bpm", "m"))
    others = (_spelled(kana, table | LOAN, _APART) for table in (HEPBURN, KUNREI, NIHON))
    return list(dict.fromkeys((*others, traditional, _spelled(kana, TYPED, doubled, "c"))))


def readings() -> list[str]:
    """Three hundred readings of words of civic life, and the hard ones."""
    given = brought()["readings"]["readings"].values()
    flat = sorted(each if isinstance(each, str) else each[0] for each in given)
    return [kana for kana in dict.fromkeys((*_HARD.split(), *flat[::9])) if re.fullmatch("[ぁ-ゖー]+", kana)]
