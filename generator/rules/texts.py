"""Rules about wording: characters that do not travel, spaces where none belong, HTML, words that say nothing."""

from generator.rules.rule import Rule, Words, error, warning

RULES: tuple[Rule, ...] = (
    warning(
        "invisible-character",
        says=Words(
            "目に見えない文字（{detail}）がまじっています。", "There is an invisible character here ({detail})."
        ),
        fix=Words(
            "その場所の文字を消して、打ちなおしてください。ほかから写した文章によくまじります。",
            "Delete it and type the text again; it often comes along when text is copied.",
        ),
    ),
    warning(
        "machine-dependent",
        says=Words(
            "「{label}」に機種によって読めない文字「{value}」があります。",
            "“{name}” has a character that some devices cannot show: “{value}”.",
        ),
        fix=Words("「{suggestion}」のように書いてください。", "Write it like “{suggestion}”."),
    ),
    warning(
        "space-in-word",
        says=Words("「{value}」は言葉の中に空白があります。", "There are spaces inside the word “{value}”."),
        fix=Words(
            "「{suggestion}」と、つめて書いてください。空白があると検索で見つかりません。",
            "Close it up: “{suggestion}”. With spaces inside, search does not find it.",
        ),
    ),
    warning(
        "noon-or-midnight",
        says=Words(
            "「{value}」は昼の12時か夜中の12時か、読む人によって違います。昼の12時として読み取りました。",
            "“{value}” may mean noon or midnight; it was read as noon.",
        ),
        fix=Words(
            "昼なら「正午」、夜中なら「午前0時」か「24:00」と書いてください。",
            "Write 正午 for noon, and 午前0時 or 24:00 for midnight.",
        ),
    ),
    warning(
        "raw-html",
        says=Words(
            "「{value}」のような HTML は使えません。書いたままの文字が出ます。",
            "HTML such as “{value}” is not used; it appears as it was typed.",
        ),
        fix=Words(
            "消してください。太字は **言葉** 、箇条書きは行の頭に「- 」と書けます。",
            "Remove it. Use **word** for bold and lines that start with “- ” for a list.",
        ),
    ),
    warning(
        "unsafe-link",
        says=Words(
            "「{value}」へのリンクは使えません。言葉だけが出ます。",
            "A link to “{value}” is not used; only its words appear.",
        ),
        fix=Words(
            "http:// か https:// から始まるアドレスにしてください。",
            "Use an address that starts with http:// or https://.",
        ),
    ),
    warning(
        "summary-repeated",
        says=Words("「活動紹介」が「ひとこと紹介」と同じ内容です。", "The description only repeats the summary."),
        fix=Words(
            "いつ、どこで、だれと、何をしているか、初めての人はどうすればよいかを書き足してください。",
            "Say when, where, with whom and what you do, and how a newcomer starts.",
        ),
    ),
    error(
        "alt-missing",
        says=Words("写真「{value}」に説明（{name}）がありません。", "The photo “{value}” has no description ({name})."),
        fix=Words(
            "「{name}: {suggestion}」のように、写っているものを一行で書き足してください。",
            "Say in one line what it shows, e.g. “{name}: {suggestion}”.",
        ),
    ),
    warning(
        "alt-vague",
        says=Words(
            "写真の説明「{value}」では、何が写っているか伝わりません。",
            "The description “{value}” does not say what the photo shows.",
        ),
        fix=Words(
            "「{suggestion}」のように、写っている人・もの・場所を書いてください。",
            "Name what is in it, like “{suggestion}”.",
        ),
    ),
)
