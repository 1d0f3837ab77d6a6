"""Rules about fields: which there are, what shape they have, how long they may be."""

from generator.rules.rule import CHOOSE, MEANT, WRITE, Rule, Words, error

RULES: tuple[Rule, ...] = (
    error(
        "unknown-field",
        says=Words("「{value}」という項目はありません。", "There is no field “{value}”."),
        fix=MEANT,
        why=Words(
            "項目名の打ちまちがいを見のがすと、書いたはずの内容が、知らないうちにページから抜けます。",
            "A misspelt field name would silently leave out what somebody took the trouble to write.",
        ),
        bad="summery: 川辺の花を世話しています。",
        good="summary: 川辺の花を世話しています。",
    ),
    error(
        "missing-field",
        says=Words("「{label}」（{name}）が書かれていません。", "“{name}” is missing."),
        fix=Words("「{name}: {suggestion}」のように書き足してください。", "Add a line such as “{name}: {suggestion}”."),
        why=Words(
            "これがないと、団体を並べることも、見つけることも、連絡することもできません。",
            "Without it the group can be neither listed, found nor reached.",
        ),
        bad="# ふりがな（kana）の行がない",
        good="kana: かわあかりのかい",
    ),
    error(
        "wrong-shape",
        says=Words(
            "「{label}」の書き方が違います。{expected_ja}で書いてください。",
            "“{name}” has the wrong shape: {expected_en} expected.",
        ),
        fix=Words("例：{suggestion}", "Example: {suggestion}"),
        why=Words(
            "並べて書くところと、一つだけ書くところを取りちがえると、内容を正しく読めません。",
            "A list where one value belongs, or the other way round, cannot be read for certain.",
        ),
        bad="members: [25人, 20人]",
        good="members:\n  total: 25人\n  residents: 20人",
    ),
    error(
        "empty-text",
        says=Words("「{label}」が空です。", "“{name}” is empty."),
        fix=Words("書くことがなければ、行ごと消してください。", "If there is nothing to say, delete the line."),
        why=Words(
            "空白だけの項目は、ページでは見えない項目になります。",
            "A field that holds only spaces would be an invisible line on the page.",
        ),
        bad="aliases: [' ']",
        good="aliases: [あかり会]",
    ),
    error(
        "text-too-long",
        says=Words(
            "「{label}」が長すぎます（{length}文字。{limit}文字まで）。",
            "“{name}” is too long ({length} characters; the limit is {limit}).",
        ),
        fix=Words("あと{over}文字減らしてください。", "Remove {over} characters."),
        why=Words("一覧では、ひと目で読める長さだけが読まれます。", "In a list only what fits one glance is read."),
        bad="summary: " + "川辺の花を世話しています。" * 6,
        good="summary: 川辺の花を世話しています。",
    ),
    error(
        "line-break",
        says=Words("「{label}」は改行せずに一行で書いてください。", "“{name}” must be a single line."),
        fix=Words(
            "くわしいことは、長い文を書く項目（「活動紹介」「内容」「くわしい案内」など）に書けます。",
            "Put details into the description.",
        ),
        why=Words(
            "一行で出すところに改行があると、名前や見出しが途中で切れて見えます。",
            "A line break in a name or heading makes it look cut off.",
        ),
        bad='name_en: "River\\nLight"',
        good="name_en: River Light",
    ),
    error(
        "too-many",
        says=Words(
            "「{label}」が多すぎます（{length}件。{limit}件まで）。",
            "“{name}” has too many entries ({length}; the limit is {limit}).",
        ),
        fix=Words("大切なものから{limit}件を残してください。", "Keep the {limit} most important ones."),
        why=Words("多すぎると、いちばん伝えたいことが埋もれます。", "Too many entries bury the one that matters most."),
        bad="aliases: [あ会, い会, う会, え会, お会, か会, き会, く会, け会]",
        good="aliases: [あかり会]",
    ),
    error(
        "too-few",
        says=Words("「{label}」を一つ以上書いてください。", "“{name}” needs at least one entry."),
        fix=Words("例：{suggestion}", "Example: {suggestion}"),
        why=Words(
            "分野や地域が一つもないと、どの一覧にも出せません。",
            "With no field or area the group would stand in no list.",
        ),
        bad="fields: []",
        good="fields: [environment]",
    ),
    error(
        "too-long",
        says=Words("長すぎて読み取れません。", "Too long to be read."),
        fix=Words("短く書いてください。", "Shorten it."),
        why=Words(
            "読み取りには限りがあります。長い説明は、人が読む欄に書くほうが伝わります。",
            "Values are read up to a length; long explanations belong into a text for people.",
        ),
        bad="meetings: " + "毎週月曜" * 200,
        good="meetings: 毎週月曜 10:00-12:00",
    ),
    error(
        "unknown-term",
        says=Words("「{value}」という{vocabulary_ja}はありません。", "There is no {vocabulary_en} “{value}”."),
        fix=MEANT,
        why=Words(
            "決まった言葉でないと、分野や地域の一覧にまとめられません。",
            "Only agreed terms can be gathered into lists by field and area.",
        ),
        bad="kind: ボランテア団体",
        good="kind: ボランティア団体",
    ),
    error(
        "unknown-choice",
        says=Words("「{label}」に「{value}」は使えません。", "“{value}” cannot be used for “{name}”."),
        fix=CHOOSE,
        why=Words(
            "決まった言葉でないと、お休み中なのか、活動中なのかを正しく出せません。",
            "Only agreed words can be shown and filtered correctly.",
        ),
        bad="status: おやすみ",
        good="status: お休み中",
    ),
    error(
        "flag",
        says=Words(
            "「{label}」は「はい」か「いいえ」で書いてください（「{value}」とあります）。",
            "“{name}” is yes or no, not “{value}”.",
        ),
        fix=Words("「はい」か「いいえ」と書いてください。", "Write yes or no."),
        why=Words(
            "「はい」か「いいえ」が分からないと、初心者歓迎の印を付けてよいか決められません。",
            "Without a clear yes or no nobody can say whether beginners are welcome.",
        ),
        bad="recruiting:\n  - role: member\n    title: 一緒に花を育てる仲間\n    beginners_ok: たぶん",
        good="recruiting:\n  - role: member\n    title: 一緒に花を育てる仲間\n    beginners_ok: はい",
    ),
    error(
        "number",
        says=Words("「{value}」を数として読み取れません。", "“{value}” is not a number."),
        fix=WRITE,
        why=Words(
            "人数で選んだり並べたりするので、数として読めることが必要です。",
            "Numbers are used for sorting and choosing, so they must be numbers.",
        ),
        bad="members: たくさん",
        good="members: 25人",
    ),
    error(
        "out-of-range",
        says=Words("「{label}」の値が範囲の外です（{value}）。", "“{name}” is out of range ({value})."),
        fix=Words("数字を確かめてください。", "Check the number."),
        why=Words(
            "日本の外を指す位置は、数字の打ちまちがいか、緯度と経度の取りちがえです。",
            "A position outside Japan is a typing error, or latitude and longitude exchanged.",
        ),
        bad="lat: 139.5189\nlon: 139.5189",
        good="lat: 35.7725\nlon: 139.5189",
    ),
    error(
        "kana",
        says=Words(
            "「{label}」はひらがなで書いてください（「{value}」とあります）。",
            "“{name}” must be written in kana (found “{value}”).",
        ),
        fix=Words(
            "漢字や数字も読みのとおりに、ひらがなで書いてください（例：だいさん）。",
            "Write everything in hiragana as it is read.",
        ),
        why=Words(
            "五十音順に並べ、読みでさがすために使います。漢字や数字があると、正しい場所に並びません。",
            "It is used for sorting and for search by reading; kanji or digits would put the group in the wrong place.",
        ),
        bad="kana: 第3川あかりの会",
        good="kana: だいさんかわあかりのかい",
    ),
)
