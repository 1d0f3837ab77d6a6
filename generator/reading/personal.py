"""Telling a person's name and e-mail address from a place's or group's, by the names that are common in Japan."""

import re

from generator.japanese.text import narrow


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

# The same for names in kanji; places and bodies that begin with one are told apart by how they end.
_FAMILY_IN_KANJI = _words(
    """
    佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡部 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 斉藤 清水
    山崎 森 池田 橋本 阿部 石川 山下 中島 石井 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村
    藤井 金子 岡本 藤原 三浦 中野 中川 原田 松田 竹内 小野 田村 中山 和田 石田 森田 上田 原 内田 柴田 酒井 宮崎 横山
    安藤 宮本 大野 小島 工藤 谷口 今井 高田 増田 丸山 杉山 村田 大塚 新井 小山 平野 藤本 河野 上野 野口 武田 松井 千葉
    岩崎 菅原 木下 久保 佐野 野村 松尾 市川 菊地 菊池 杉本 古川 大西 島田 水野 桜井 高野 渡会 吉川 山内 西田 飯田 西川
    小松 北村 安田 五十嵐 川口 平田 関 中田 久保田 東 服部 川崎 岩田 土屋 福島 本田 樋口 田口 永井 秋山 山中 中西
    齋藤 高木 吉村 川上 大橋 石原 松岡 馬場 浜田 森本 矢野 浅野 松下 星野 大久保 吉岡 小池 野田 荒木 松浦 大谷 熊谷
    尾崎 黒田 永田 川村 望月 田辺 内藤 松村 西山 大島 岡崎 荒井 堀 堀内
    """
)
_ROLE = re.compile(
    r"(?:代表者?|担当者?|係|会長|副会長|事務局長?|世話人|連絡係|幹事|部長|責任者|窓口|受付|会計|自宅|携帯|呼出し?)"
)
# What may stand behind a number without being a person: how it is answered, and how places and bodies end.
_NOBODY = re.compile(
    r"[^a-zぁ-んァ-ンー一-龠々]*"
    r"|.*(?:館|室|所|局|課|係|部|会|院|園|校|店|屋|寺|社|宮|堂|庁|署|科|市|区|町|村|県|都|団|班|荘|苑|駅|台|丘|内|階|口|時|日|間|中"
    r"|電|録|専用|直通|代表|共通|兼用|転送|予約|申込み?|問い?合わ?せ|可|不可|のみ|ください|相談|支援|教育|福祉|ホール|センター|プラザ|ハウス|クラブ|サークル)"
)
_HONORED = re.compile(r"(?:^|[\s:・])[ぁ-んァ-ンー一-龠々]{1,8}\s?(?:様|さま|さん|氏|宅|方)$")
_TWO_WORDS = re.compile(r"[一-龠々ヶ]{1,3}\s[一-龠々ぁ-んァ-ンー]{1,4}|[ぁ-ん]{2,5}\s[ぁ-ん]{2,4}")
_KANJI_NAME = re.compile(r"[一-龠々ヶ]{2,6}")
_GIVEN_NAME = re.compile(r"[一-龠々ぁ-ん]{0,3}")
# What the browser has to know as well: theme/scripts/tables.js.
SHARED = {
    "family": _FAMILY,
    "given": _GIVEN,
    "group_words": _GROUP_WORDS,
    "separators": _SEPARATORS,
    "family_in_kanji": _FAMILY_IN_KANJI,
    "role": _ROLE,
    "nobody": _NOBODY,
    "honored": _HONORED,
    "two_words": _TWO_WORDS,
    "kanji_name": _KANJI_NAME,
    "given_name": _GIVEN_NAME,
}


def is_personal_name(text: str) -> bool:
    """Whether a remark beside a number names somebody: 見本 花子, 佐藤, 担当：山田太郎, すずきさん."""
    plain = " ".join(narrow(text).split())
    if len(plain) > 60:
        return False
    return any(_is_name(part) for part in re.split("[、,/]", plain))


def _is_name(words: str) -> bool:
    bare = _ROLE.sub(" ", words).strip(" :・")
    named = bare != words
    if _HONORED.search(bare):
        return True
    close = bare.replace(" ", "")
    if any(close == each or _is_followed(close, each) for each in _FAMILY_IN_KANJI):
        return True
    if not bare or _NOBODY.fullmatch(bare):
        return False
    return bool(_TWO_WORDS.fullmatch(bare) or (named and _KANJI_NAME.fullmatch(bare)))


def _is_followed(close: str, family: str) -> bool:
    """Whether a family name is followed by what may be a given name and is no place (中野区, 水野公民館)."""
    if len(family) < 2 or not close.startswith(family):
        return False
    return bool(_GIVEN_NAME.fullmatch(close[len(family) :])) and not _NOBODY.fullmatch(close)


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
