"""The words that generated profiles are put together from. All groups and people in them are invented."""

# Parts of names with their readings; a name is one of each.
OPENINGS: tuple[tuple[str, str], ...] = (
    ("こもれび", "こもれび"), ("青ばと", "あおばと"), ("ひなた道", "ひなたみち"), ("たけのこ", "たけのこ"),
    ("夕焼け", "ゆうやけ"), ("どんぐり坂", "どんぐりざか"), ("さざんか", "さざんか"),
    ("つくし野", "つくしの"), ("ほたる橋", "ほたるばし"), ("けやき通り", "けやきどおり"),
    ("なのはな", "なのはな"), ("まるかぶ", "まるかぶ"), ("みずたま", "みずたま"), ("そよかぜ", "そよかぜ"),
    ("もみじ台", "もみじだい"), ("あさつゆ", "あさつゆ"), ("きつつき", "きつつき"),
    ("ゆりかもめ", "ゆりかもめ"), ("わたぼうし", "わたぼうし"), ("ろうそく", "ろうそく"),
    ("にじいろ", "にじいろ"), ("からくさ", "からくさ"), ("あけび", "あけび"), ("むぎ畑", "むぎばたけ"),
    ("ねこじゃらし", "ねこじゃらし"), ("しろつめ", "しろつめ"), ("やまぼうし", "やまぼうし"),
    ("おひさま", "おひさま"), ("れんげ", "れんげ"), ("いちょう", "いちょう"), ("うぐいす", "うぐいす"),
    ("はなみずき", "はなみずき"),
)  # fmt: skip
SUBJECTS: tuple[tuple[str, str, str], ...] = (
    ("合唱", "がっしょう", "culture"), ("川そうじ", "かわそうじ", "environment"),
    ("読み聞かせ", "よみきかせ", "children"), ("見守り", "みまもり", "safety"),
    ("手話", "しゅわ", "welfare"), ("防災", "ぼうさい", "disaster"), ("花だん", "かだん", "environment"),
    ("子ども食堂", "こどもしょくどう", "children"), ("体操", "たいそう", "welfare"),
    ("俳句", "はいく", "hobby"), ("日本語教室", "にほんごきょうしつ", "international"),
    ("畑仕事", "はたけしごと", "rural"), ("おもちゃ修理", "おもちゃしゅうり", "science"),
    ("散歩", "さんぽ", "tourism"), ("折り紙", "おりがみ", "hobby"),
    ("スマホ相談", "すまほそうだん", "digital"), ("紙しばい", "かみしばい", "culture"),
    ("介護者サロン", "かいごしゃさろん", "welfare"), ("学習支援", "がくしゅうしえん", "learning"),
    ("星空観察", "ほしぞらかんさつ", "science"), ("まち歩き", "まちあるき", "town"),
    ("古着リレー", "ふるぎりれー", "consumer"), ("はたらく相談", "はたらくそうだん", "work"),
    ("平和を語る", "へいわをかたる", "rights"), ("朝市", "あさいち", "economy"),
    ("将棋", "しょうぎ", "hobby"), ("音訳", "おんやく", "welfare"),
    ("父親料理", "ちちおやりょうり", "equality"), ("編みもの", "あみもの", "hobby"),
    ("円卓", "えんたく", "npo-support"),
)  # fmt: skip
ENDINGS: tuple[tuple[str, str, str], ...] = (
    ("の会", "のかい", "citizen"), ("クラブ", "くらぶ", "circle"), ("サークル", "さーくる", "circle"),
    ("仲間", "なかま", "volunteer"), ("ボランティア", "ぼらんてぃあ", "volunteer"),
    ("ネットワーク", "ねっとわーく", "citizen"), ("ひろば", "ひろば", "npo"),
    ("友の会", "とものかい", "circle"), ("倶楽部", "くらぶ", "circle"),
    ("応援団", "おうえんだん", "volunteer"), ("工房", "こうぼう", "npo"), ("塾", "じゅく", "association"),
    ("むすびの会", "むすびのかい", "citizen"), ("プロジェクト", "ぷろじぇくと", "citizen"),
)  # fmt: skip

PLACES = (
    "keyaki-hall", "matsuyama", "noshio", "nakazato", "takeoka", "shitajuku", "amyu", "center", "library",
    "kanayama-park", "central-park", "上清戸の一軒家", "団地の集会所", "駅南口の花だん前", "会員の作業場",
    "畑のわきの小屋",
)  # fmt: skip
TOWNS = ("元町", "松山", "竹丘", "野塩", "梅園", "中里", "下宿", "旭が丘", "上清戸", "中清戸", "下清戸", "竹丘の団地")
AREAS = (
    "citywide", "kiyose", "shibayama", "dai3", "dai4", "dai6", "dai7", "dai8", "dai10", "seimei",
    "neighbors", "online",
)  # fmt: skip
AUDIENCES = (
    "anyone", "infants", "children", "youth", "parents", "workers", "seniors", "disabilities", "carers",
    "foreigners",
)  # fmt: skip
LANGUAGES = ("easy", "en", "zh", "ko", "vi", "sign")
ACCESS = (
    "wheelchair", "accessible-toilet", "step-free", "subtitles", "writing", "service-dogs", "stroller",
    "child-toilet", "food",
)  # fmt: skip
ROLES = ("member", "participant", "volunteer", "specialist", "board", "successor")
SOCIAL = ("x", "facebook", "instagram", "line", "youtube", "blog")
CRITERIA = ("voluntary", "collective", "continuing", "public-benefit", "nonprofit")
SOURCES = ("form", "paper", "fax", "phone", "counter", "email")
ERAS = (("昭和", 1925, 50, 63), ("平成", 1988, 1, 30), ("令和", 2018, 1, 7))

SUMMARIES = (
    "{town}で{subject}を続けています。{who}を歓迎します。",
    "{who}が集まり、{subject}をしている会です。",
    "{subject}を通じて、{town}に顔見知りをふやしています。",
    "月に数回、{town}のあたりで{subject}を楽しんでいます。",
    "{subject}のことなら、まず声をかけてください。",
    "{who}といっしょに、{subject}の輪を広げています。",
)
# What a description is told in; {…} is filled from the lists below.
SENTENCES = (
    "はじまりは{year}年前、{town}の{spot}で交わした立ち話でした。",
    "ふだんは{count}人ほどが集まり、{thing}を囲んで話しながら手を動かします。",
    "{season}には{thing}を持ちよって、{spot}で小さな発表の日を開きます。",
    "道具は会で用意しますので、手ぶらで{spot}へお越しください。",
    "{who}から{who2}まで、年の離れた仲間がいるのが自慢です。",
    "上手か下手かは問いません。続けて来てくださることが何よりです。",
    "昨年度は{big}人の方に参加していただき、{thing}を{count}回配りました。",
    "休む日は連絡だけで大丈夫です。理由は聞きません。",
    "{town}の商店のみなさんが、{thing}を分けてくださっています。",
    "雨の日は{spot}に場所を移し、{thing}の手入れをします。",
    "会計は毎年{month}月の総会で、会員にすべて報告しています。",
    "困りごとがあれば、{who}の先輩がゆっくり話を聞きます。",
    "{season}の朝は霜が降りますから、暖かい服でおいでください。",
    "記録は{thing}といっしょに{spot}に置いてあり、どなたでも読めます。",
    "{month}月には隣の市の団体と、{subject}の交流会をひらいています。",
    "活動のあとはお茶の時間です。{thing}の話で、つい長くなります。",
    "耳の遠い方には筆談で、目の見えにくい方には声でお伝えします。",
    "子ども連れの方には、{spot}のすみに遊べる場所をつくります。",
    "若い世代にも知ってもらいたく、{month}月から写真の発信をはじめました。",
    "{who}の方が一人で来られても、席を決めずに迎えます。",
    "ここ{year}年で会員が{count}人ふえ、昼の部と夜の部に分かれました。",
    "川の音が聞こえる{spot}で、{season}の{subject}はとくに気持ちのよいものです。",
    "足の便のない方は、{town}から会員の車に乗り合わせています。",
    "古くなった{thing}は、分解して使えるところを次に回します。",
    "無理をしない、急がない、比べない。三つの約束で続けてきました。",
    "見学は一度だけでなく、気のすむまで何度でもどうぞ。",
    "{big}円ほどの材料費で、半年は楽しめます。",
    "会の名前は、{town}に昔あった{thing}の店からいただきました。",
)
ITEMS = (
    "**{season}の集い**：{spot}で{subject}と軽い食事を楽しみます",
    "{thing}の貸し出し（会員は無料、ほかの方は{big}円）",
    "**はじめての日**は、{count}分ほどの説明から始めます",
    "{who}向けの{subject}の体験（年{year}回）",
    "{town}の{spot}での出張の会",
    "**持ち物**は{thing}と飲み物だけです",
    "{month}月の発表会と、その準備",
    "会報の印刷と発送（年{year}回、{big}部）",
    "{who}と{who2}の茶話会",
)
LEADS = ("主な活動", "一年のおもな行事", "こんなことをしています", "参加される方へのお願い")
RECRUIT_TITLES = (
    "{subject}をいっしょに続ける方", "{spot}の準備を手伝える方", "{thing}にくわしい方",
    "{who}と話すのが好きな方", "会計を手伝ってくださる方", "{season}だけのお手伝い", "{town}に住む{who}",
)  # fmt: skip
TERMS = (
    "動きやすい服でお越しください",
    "はじめに一度見学をお願いします",
    "{thing}をお持ちください",
    "交通費をお渡しします",
)
# Under the kind that each is of.
OFFERS = (
    ("equipment", "{thing}を{count}組お貸しできます。"),
    ("room", "{spot}を月に{year}回お使いいただけます。"),
    ("people", "{month}月の催しのお手伝いに{count}人ほど行けます。"),
    ("skill", "{subject}の初歩をお教えします。"),
)
SEEKS = (
    ("equipment", "{thing}を{count}組ほどお借りしたいです。"),
    ("skill", "{subject}の講師をさがしています。"),
    ("transport", "{town}までの運搬をお願いしたいです。"),
    ("room", "{spot}を月に{year}回使えるところをさがしています。"),
)
NOTES = (
    "雨の日は休みます",
    "{month}月は休みです",
    "{who}の部です",
    "途中からの参加もできます",
    "{season}は{spot}に移ります",
)

FILLS: dict[str, tuple[str, ...]] = {
    "town": TOWNS,
    "who": (
        "小学生", "中学生", "高校生", "大学生", "子育て中の方", "働いている方", "定年を迎えた方", "七十代の方",
        "一人暮らしの方", "転入してきた方",
    ),
    "who2": (
        "八十代の方", "九十代の方", "赤ちゃん連れの方", "外国から来た方", "介護をしている方",
    ),
    "spot": (
        "広間", "調理室", "川べり", "図書館の前", "集会所", "校庭のすみ", "神社の境内", "公園のあずまや",
        "小さな工房", "縁側",
    ),
    "thing": (
        "絵本", "種いも", "毛糸", "紙ねんど", "楽譜", "古い地図", "工具箱", "花の苗", "防災ラジオ", "碁盤",
        "紙コップ", "望遠鏡", "竹ぼうき",
    ),
    "season": (
        "春", "梅雨", "夏", "秋", "冬", "年の暮れ", "桜のころ", "新緑のころ",
    ),
}  # fmt: skip
