"""Rules about fields: which there are, what shape they have, how long they may be."""

from generator.rules.rule import CHOOSE, MEANT, WRITE, Rule, Words, error

RULES: tuple[Rule, ...] = (
    error(
        "unknown-field",
        says=Words("「{value}」という項目はありません。", "There is no field “{value}”."),
        fix=MEANT,
    ),
    error(
        "missing-field",
        says=Words("「{label}」（{name}）が書かれていません。", "“{name}” is missing."),
        fix=Words("「{name}: {suggestion}」のように書き足してください。", "Add a line such as “{name}: {suggestion}”."),
    ),
    error(
        "wrong-shape",
        says=Words(
            "「{label}」の書き方が違います。{expected_ja}で書いてください。",
            "“{name}” has the wrong shape: {expected_en} expected.",
        ),
        fix=Words("例：{suggestion}", "Example: {suggestion}"),
    ),
    error(
        "empty-text",
        says=Words("「{label}」が空です。", "“{name}” is empty."),
        fix=Words("書くことがなければ、行ごと消してください。", "If there is nothing to say, delete the line."),
    ),
    error(
        "text-too-long",
        says=Words(
            "「{label}」が長すぎます（{length}文字。{limit}文字まで）。",
            "“{name}” is too long ({length} characters; the limit is {limit}).",
        ),
        fix=Words("あと{over}文字減らしてください。", "Remove {over} characters."),
    ),
    error(
        "line-break",
        says=Words("「{label}」は改行せずに一行で書いてください。", "“{name}” must be a single line."),
        fix=Words("くわしいことは「活動紹介」や「内容」に書けます。", "Put details into the description."),
    ),
    error(
        "too-many",
        says=Words(
            "「{label}」が多すぎます（{length}件。{limit}件まで）。",
            "“{name}” has too many entries ({length}; the limit is {limit}).",
        ),
        fix=Words("大切なものから{limit}件を残してください。", "Keep the {limit} most important ones."),
    ),
    error(
        "too-few",
        says=Words("「{label}」を一つ以上書いてください。", "“{name}” needs at least one entry."),
        fix=Words("例：{suggestion}", "Example: {suggestion}"),
    ),
    error(
        "too-long",
        says=Words("長すぎて読み取れません。", "Too long to be read."),
        fix=Words("短く書いてください。", "Shorten it."),
    ),
    error(
        "unknown-term",
        says=Words("「{value}」という{vocabulary_ja}はありません。", "There is no {vocabulary_en} “{value}”."),
        fix=MEANT,
    ),
    error(
        "unknown-choice",
        says=Words("「{label}」に「{value}」は使えません。", "“{value}” cannot be used for “{name}”."),
        fix=CHOOSE,
    ),
    error(
        "flag",
        says=Words(
            "「{label}」は「はい」か「いいえ」で書いてください（「{value}」とあります）。",
            "“{name}” is yes or no, not “{value}”.",
        ),
        fix=Words("「はい」か「いいえ」と書いてください。", "Write yes or no."),
    ),
    error(
        "number",
        says=Words("「{value}」を数として読み取れません。", "“{value}” is not a number."),
        fix=WRITE,
    ),
    error(
        "out-of-range",
        says=Words("「{label}」の値が範囲の外です（{value}）。", "“{name}” is out of range ({value})."),
        fix=Words("数字を確かめてください。", "Check the number."),
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
    ),
)
