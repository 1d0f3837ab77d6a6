"""A few pages and words, for tests that ask the index of very little: each page is there for a reason."""

from generator.search.documents import SearchDocument

WORDS = {
    "spellings": [["子ども", "子供", "こども"], ["ごみ", "ゴミ"]],
    "synonyms": [
        ["手話", "sign language"],
        ["パソコン", "PC"],
        ["動物", "ペット"],
        ["喫茶", "カフェ"],
        ["絵", "絵画"],
        ["スマホ", "スマートフォン"],
    ],
    "readings": {"防災": "ぼうさい", "訓練": "くんれん", "手話": "しゅわ", "太鼓": "たいこ", "絵画": "かいが"},
    "also": {"運動": ["体操"]},
}


def _group(slug: str, title: str, body: str, *, kana: str = "", line: str = "", weight: int = 0) -> SearchDocument:
    return SearchDocument(f"groups/{slug}/", "group", title, kana, line=line, body=body, weight=weight)


FEW = (
    _group("tsubomi", "手話サークル つぼみ", "手話を学びます。", kana="しゅわさーくる つぼみ", weight=3),
    _group("kusabana", "河辺の草花", "手話通訳があります。3歳児もどうぞ。Wi-Fiがあります。"),
    _group("bosai", "防災を考える会", "防災訓練をします。", line="第2・第4土曜 午前", weight=1),
    _group("wa", "分別の輪", "ペットボトルと燃えないごみの分け方。やりたいことを話します。"),
    _group("midori", "NPO法人 みどりの風", "絵本を読みます。リペアカフェもひらきます。pcrは要りません。"),
    _group("inu", "いぬの輪", "ペットと歩きます。Sign\nlanguage spoken."),
    _group("e", "水彩の会", "絵を描きます。喫茶店で話します。パソコンで絵画を見ます。"),
    _group("taiso", "のびのび体操", "毎週火曜。𠮷野町で。"),
    _group("seso", "川の会", "川辺の清掃をします。Meets beside Tsubomi."),
    SearchDocument("events/seso/", "event", "清掃と川辺", body="みんなで歩きます。", ahead=True, weight=9),
    SearchDocument("events/koen/", "event", "手話講演会", body="終わった催しです。", weight=-10),
    SearchDocument(
        "about/",
        "page",
        "このサイトについて",
        body="囲碁の会、将棋の会をさがせます。手話を習いたい方もどうぞ。",
        weight=50,
    ),
    SearchDocument("privacy/", "page", "個人の情報", lead="クッキーを使いません。", weight=50),
    SearchDocument("events/ichi/", "event", "秋の市", lead="クッキーを焼きました。", weight=-10),
    SearchDocument("shuwa/", "page", "手話", body="手話の会の案内です。", weight=50),
)
