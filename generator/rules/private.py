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
    ),
)
