"""Telling a person's e-mail address from a group's, by the names that are common in Japan."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The commonest family names (about a third of all people), without those that are as often a place or a thing.
_FAMILY = _words(
    """
    abe adachi akiyama aoki aoyama arai araki asano baba chiba endo fujii fujita fujiwara fujimoto fukuda goto
    hamada harada hasegawa hashimoto hayashi higuchi hirano hirata honda horiuchi hoshino ichikawa igarashi iida
    ikeda imai inoue ishida ishihara ishii ishikawa ito itoh iwasaki iwata kaneko kato katoh kawaguchi kawakami
    kawamura kikuchi kimura kinoshita kitamura kobayashi koike kojima kondo kono kubo kubota kudo maeda maruyama
    masuda matsuda matsui matsumoto matsuo miura miyamoto miyata mizuno mochizuki mori morita murakami murata
    nagai nakagawa nakajima nakamura nakano nakata nakayama nishida nishimura noguchi nomura oda ogawa okada
    okamoto ono onishi oshima ota otani otsuka ozawa saito saitoh sakai sakamoto sakurai sano sasaki sato satoh
    shibata shimizu shinohara sugawara sugimoto sugiyama suzuki tachibana takada takagi takahashi takano takeda
    takeuchi tamura tanabe tanaka taniguchi tsuchiya tsuda uchida ueda ueno uno wada watabe watanabe yamada
    yamaguchi yamamoto yamanaka yamashita yamauchi yamazaki yano yasuda yokota yokoyama yoshida yoshikawa
    yoshimura
    """
)
_GIVEN = _words(
    """
    akane akemi aki akiko akira asami atsuko atsushi aya ayako ayumi chieko chiyoko daisuke emi emiko eri etsuko
    fumiko fumio hajime hanako haruka haruko harumi haruo hideaki hideki hideko hideo hiroaki hiroki hiroko
    hiromi hiroshi hiroyuki hisako hitomi ichiro jiro jun junichi junko kana kaori kazuko kazumi kazuo kazuya
    keiko keisuke ken kenichi kenji kenta kimiko kiyoshi koichi koji kumiko kyoko mai maki makoto mami mari
    mariko masaaki masahiro masako masami masao masaru masashi mayumi megumi michiko mieko miho mika mikio
    minoru misaki mitsuko miyuki miwa motoko naoki naoko naomi noboru nobuko nobuo noriko norio osamu reiko rie
    rika rumi ryoko sachiko saburo satoko satomi satoru satoshi seiji setsuko shigeko shigeo shigeru shinichi
    shinji shinya shizuko shoko susumu tadao tadashi taeko takako takao takashi takayuki takeo takeshi taro
    tatsuya teruko tetsuo tetsuya tomoko tomomi toru toshiaki toshiko toshio tsutomu tsuyoshi yasuko yasuo
    yasushi yayoi yoichi yoko yoshie yoshiko yoshio yuji yuka yukari yuki yukiko yukio yuko yumi yumiko yutaka
    """
)
# Words that say the address is a group's although a name is in it: yamada-juku@, wada.club@.
_GROUP_WORDS = re.compile(
    "kai|club|circle|npo|info|office|jimu|center|contact|juku|chorus|kyoshitsu|shukai|support|team|network|net|bukai"
)
_SEPARATORS = re.compile(r"[._+\-]|[0-9]+")


def is_personal_email(address: str) -> bool:
    """Whether the part before @ is somebody's name: yamada@, taro.yamada@, y-sato@, hanakosuzuki@."""
    local = address.partition("@")[0].casefold()[:64]
    words = [word for word in _SEPARATORS.split(local) if word]
    if any(_GROUP_WORDS.fullmatch(word) for word in words):
        return False
    return any(word in _FAMILY or _is_full_name(word) for word in words)


def _is_full_name(word: str) -> bool:
    """Family and given name in one word, in either order."""
    halves = ((word[:n], word[n:]) for n in range(2, len(word) - 1))
    return any((a in _FAMILY and b in _GIVEN) or (a in _GIVEN and b in _FAMILY) for a, b in halves)
