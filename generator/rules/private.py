"""Rules about what looks private: it is stopped at the door unless the profile says that it is meant to be public."""

from generator.rules.rule import Rule, Words, error

RULES: tuple[Rule, ...] = (
    error(
        "private-phone",
        says=Words(
            "「{value}」は携帯電話の番号のようです。このままでは公開されます。",
            "“{value}” looks like a mobile number and would be public.",
        ),
        fix=Words(
            "個人の番号なら消して「via: center」（センター経由）にしてください。"
            "公開してよい番号なら「public: [{item}]」と書き足してください。",
            "Remove it and write `via: center`, or add `public: [{item}]` if it is meant to be public.",
        ),
        why=Words(
            "一度公開された番号は、消してもどこかに残ります。個人の電話は、本人が望むときだけのせます。",
            "Once published, a number never quite disappears; a private one is published only if its owner wants it.",
        ),
        bad="contact:\n  phone: 090-0000-0000",
        good="contact:\n  phone: 090-0000-0000\n  public: [phone]",
    ),
    error(
        "private-address",
        says=Words(
            "「{value}」は番地まで書かれています。個人の家ではありませんか。",
            "“{value}” has a house number; is it somebody's home?",
        ),
        fix=Words(
            "町名までにしてください。公開してよい住所なら「public: [address]」と書き足してください。",
            "Leave the number out, or add `public: [address]` if it is meant to be public.",
        ),
        why=Words("番地まで出すと、だれの家かが分かります。", "With its number anybody can find whose home it is."),
        bad="contact:\n  phone: 042-000-0011\n  address: ひろば市中町1-2-3",
        good="contact:\n  phone: 042-000-0011\n  address: ひろば市中町",
    ),
    error(
        "private-email",
        says=Words(
            "「{value}」には個人の名前らしい文字があります。このままでは公開されます。",
            "“{value}” seems to hold a personal name and would be public.",
        ),
        fix=Words(
            "個人のアドレスなら消して「via: center」（センター経由）にしてください。"
            "公開してよいなら「public: [email]」と書き足してください。",
            "Remove it and write `via: center`, or add `public: [email]` if it is meant to be public.",
        ),
        why=Words(
            "名前の入ったアドレスは個人のものです。迷惑メールも、代が替わったあとの連絡も、その人に届き続けます。",
            "An address with a name in it is a person’s; junk mail and late enquiries go on reaching them.",
        ),
        bad="contact:\n  email: hanako.yamada@example.org",
        good="contact:\n  email: kawa-akari@example.org",
    ),
    error(
        "private-name",
        says=Words(
            "「{label}」の番号のあとに、人の名前らしい「{value}」があります。このままでは公開されます。",
            "“{value}” behind the number looks like somebody’s name and would be public.",
        ),
        fix=Words(
            "名前を消してください。どこの番号かは書けます（例：042-000-0011（水野公民館））。",
            "Take the name out; whose office it is may stay: 042-000-0011（水野公民館）.",
        ),
        why=Words(
            "名前と番号がそろうと、その人あての電話になり、係が代わっても続きます。団体の電話に、名前は要りません。",
            "With a name beside it a number is a person’s, and stays so when somebody else has taken over.",
        ),
        bad="contact:\n  phone: 042-000-0011（山田 花子）",
        good="contact:\n  phone: 042-000-0011（水野公民館）",
    ),
    error(
        "private-in-text",
        says=Words(
            "「{label}」の文の中に、個人のものらしい連絡先「{value}」があります。",
            "“{name}” mentions what looks like a private contact: “{value}”.",
        ),
        fix=Words(
            "文から消してください。公開してよい連絡先は「連絡先」に書き、「public: [{item}]」と書き足してください。",
            "Take it out of the text; a contact that is meant to be public goes into contact, with `public: [{item}]`.",
        ),
        why=Words(
            "文の中に書いた連絡先も、検索され、写されます。",
            "A contact inside a text is found and copied like any other.",
        ),
        bad="description: 見学は代表（090-0000-0000）へお電話ください。",
        good="description: 見学は「参加するには」の電話へどうぞ。",
    ),
)
