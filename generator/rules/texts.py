"""Rules about wording: characters that do not travel, spaces where none belong, HTML, words that say nothing."""

from generator.rules.rule import Rule, Words, error, warning

RULES: tuple[Rule, ...] = (
    error(
        "starter-value",
        says=Words(
            "「{label}」が見本のままです：「{value}」。",
            "“{name}” is still the example of the starter file: “{value}”.",
        ),
        fix=Words(
            "ほんとうの内容に書きかえてください。書くことがなければ、その行を消してください。",
            "Write your own, or delete the line if there is nothing to say.",
        ),
        why=Words(
            "見本の名前や電話番号がのると、いない団体や、つながらない番号を案内することになります。",
            "With the example’s name or number the site would show a group that is not there, or a dead number.",
        ),
        bad="name: 見本の会",
        good="name: 川あかりの会",
    ),
    warning(
        "invisible-character",
        says=Words(
            "目に見えない文字（{detail}）がまじっています。", "There is an invisible character here ({detail})."
        ),
        fix=Words(
            "その場所の文字を消して、打ちなおしてください。ほかから写した文章によくまじります。",
            "Delete it and type the text again; it often comes along when text is copied.",
        ),
        why=Words(
            "見えない文字があると、同じに見える言葉が検索で見つからず、文字の並びが逆に見えることもあります。",
            "Words that look the same are not found, and text may even be shown backwards.",
        ),
        bad="summary: 川辺の\u200b花を世話しています。",
        good="summary: 川辺の花を世話しています。",
    ),
    warning(
        "machine-dependent",
        says=Words(
            "「{label}」に機種によって読めない文字「{value}」があります。",
            "“{name}” has a character that some devices cannot show: “{value}”.",
        ),
        fix=Words("「{suggestion}」のように書いてください。", "Write it like “{suggestion}”."),
        why=Words(
            "①や㈱は、端末によって別の字に見え、読み上げでも正しく読まれません。名前は、だれにでも同じに見えることが大切です。",
            "Such characters look different on different devices and are read aloud wrongly.",
        ),
        bad="name: ㈱川あかりの会",
        good="name: 株式会社川あかりの会",
    ),
    warning(
        "space-in-word",
        says=Words("「{value}」は言葉の中に空白があります。", "There are spaces inside the word “{value}”."),
        fix=Words(
            "「{suggestion}」と、つめて書いてください。空白があると検索で見つかりません。",
            "Close it up: “{suggestion}”. With spaces inside, search does not find it.",
        ),
        why=Words(
            "「日\u3000時」のように字をはなすと、検索では「日時」として見つかりません。読み上げでも一字ずつ読まれます。",
            "Search does not find the word, and screen readers spell it letter by letter.",
        ),
        bad="summary: 会\u3000場は川辺の花壇です。",
        good="summary: 会場は川辺の花壇です。",
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
        why=Words(
            "「午前12時」を昼と読む人と、夜中と読む人がいます。", "Some read 午前12時 as noon, some as midnight."
        ),
        bad="meetings: 毎週土曜 午前10時から午前12時",
        good="meetings: 毎週土曜 午前10時から正午",
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
        why=Words(
            "知らない人の書いた HTML を動かすと、見る人が危ないことがあります。ひろばでは、すべて文字として出します。",
            "HTML from strangers can harm readers, so all of it is shown as text.",
        ),
        bad="description: <b>毎月</b>、川辺の花壇に集まります。",
        good='description: "**毎月**、川辺の花壇に集まります。"',
    ),
    warning(
        "unsafe-link",
        says=Words(
            "「{value}」へのリンクは使えません。言葉だけが出ます。",
            "A link to “{value}” is not used; only its words appear.",
        ),
        fix=Words(
            "http:// か https:// から始まるアドレスにしてください（「名前:パスワード@」は入れません）。",
            "Use an address that starts with http:// or https://, without a name or password before an “@”.",
        ),
        why=Words(
            "ほかのものは、押すと何が起こるか分かりません。「@」の前に何かあると、行き先を見まちがえます。",
            "Nobody knows what other kinds of link do, and what stands before an “@” hides where one leads.",
        ),
        bad="description: 予定は[こちら](javascript:alert(1))です。",
        good="description: 予定は[こちら](https://example.org/)です。",
    ),
    warning(
        "summary-repeated",
        says=Words("「活動紹介」が「ひとこと紹介」と同じ内容です。", "The description only repeats the summary."),
        fix=Words(
            "いつ、どこで、だれと、何をしているか、初めての人はどうすればよいかを書き足してください。",
            "Say when, where, with whom and what you do, and how a newcomer starts.",
        ),
        why=Words(
            "同じ文が二度続くと、初めての人が知りたいこと（いつ、どこで、何を）が分からないままになります。",
            "The same sentence twice leaves a newcomer’s questions unanswered.",
        ),
        bad="summary: 川辺の花を世話しています。\ndescription: 川辺の花を世話しています",
        good="summary: 川辺の花を世話しています。\ndescription: 毎月、川辺の花壇に集まります。",
    ),
    error(
        "alt-missing",
        says=Words("写真「{value}」に説明（{name}）がありません。", "The photo “{value}” has no description ({name})."),
        fix=Words(
            "「{name}: {suggestion}」のように、写っているものを一行で書き足してください。",
            "Say in one line what it shows, e.g. “{name}: {suggestion}”.",
        ),
        why=Words(
            "写真が見えない人、画面を読み上げて聞く人にも、何の写真かが伝わるようにするためです。",
            "People who cannot see the photo hear its description.",
        ),
        bad="photos:\n  - file: kawa.jpg",
        good="photos:\n  - file: kawa.jpg\n    alt: 川岸の花壇に水をやる会員たち",
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
        why=Words("「写真」と読み上げられても、何も分かりません。", "Hearing “photo” tells nobody anything."),
        bad="photos:\n  - file: kawa.jpg\n    alt: 写真",
        good="photos:\n  - file: kawa.jpg\n    alt: 川岸の花壇に水をやる会員たち",
    ),
)
