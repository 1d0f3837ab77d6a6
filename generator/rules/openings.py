"""Rules about calls for people: what those who might come look for, and what cannot be true."""

from generator.rules.rule import Rule, Words, warning

_VOLUNTEER = "recruiting:\n  - role: volunteer\n    title: "
_WRITER = _VOLUNTEER + "会報の原稿を書く方\n    when: 毎月第1月曜 10:00-12:00\n"
_MEMBER = (
    "recruiting:\n  - role: member\n    title: 花を育てる仲間\n    when: 毎週月曜 9:00-9:30\n    place: 川辺の花壇\n"
)
# Another call in the same list, on another day.
_SECOND = _MEMBER.partition("\n")[2].rstrip().replace("毎週月曜", "毎週金曜")

RULES: tuple[Rule, ...] = (
    warning(
        "opening-vague",
        says=Words(
            "募集「{title}」に、「{missing}」が書かれていません。", "The call “{title}” does not say: {missing_en}."
        ),
        fix=Words(
            "だれに、いつ、どこで、何を、いつまで手伝ってほしいのかが分かるように書き足してください。"
            "決まっていなければ「相談して決めます」でも構いません。",
            "Say who, when, where, what and until when; “to be arranged” will do.",
        ),
        why=Words(
            "手伝おうと思う人がまず見るのは、場所と日時と内容です。分からないと、応募できません。",
            "Place, time and what is to be done are what volunteers look at first.",
        ),
        bad=_VOLUNTEER + "ボランティア募集中",
        good=_VOLUNTEER + "花壇に水をやってくださる方\n    when: 毎週月曜 9:00-9:30\n    place: 川辺の花壇",
    ),
    warning(
        "home-with-place",
        says=Words(
            "「家でもできる」とありますが、場所（{value}）もあります。",
            "It can be done from home, and there is a place ({value}).",
        ),
        fix=Words(
            "家だけでできるなら、場所を消してください。来ていただくなら、「家でもできる」を消してください。どちらでもよければ、そのままで構いません。",
            "Remove one of the two, unless both are possible.",
        ),
        why=Words(
            "外に出られない人が、家でできると思って応募することがあります。",
            "Somebody who cannot go out may count on doing it from home.",
        ),
        bad=_WRITER + "    place: 川辺の家\n    from_home: はい",
        good=_WRITER + "    from_home: はい",
    ),
    warning(
        "nobody-wanted",
        says=Words("募集「{title}」の人数が、0人です。", "The call “{title}” is for nobody."),
        fix=Words(
            "足りているなら、この募集を消してください。決まっていなければ、人数を空けてください。",
            "Remove the call, or leave the number out.",
        ),
        why=Words("だれも要らない募集に、応募する人がいないようにするためです。", "So that nobody answers in vain."),
        bad=_MEMBER + "    number: 0",
        good=_MEMBER + "    number: 3",
    ),
    warning(
        "opening-over",
        says=Words(
            "募集「{title}」の日（{value}）は、もう過ぎています。一覧には出ません。",
            "The only day of the call “{title}” ({value}) is past; no list shows it.",
        ),
        fix=Words(
            "終わった募集なら、消してください。またあるなら、つぎの日を書いてください。",
            "Remove the call, or write its next day.",
        ),
        why=Words("もう済んだことに、応募する人がいないようにするためです。", "So that nobody answers in vain."),
        bad=_MEMBER.replace("毎週月曜 9:00-9:30", "2020年4月5日 9:00-11:00"),
        good=_MEMBER.replace("毎週月曜 9:00-9:30", "2099年4月5日 9:00-11:00"),
    ),
    warning(
        "openings-alike",
        says=Words(
            "同じ役割で同じ見出しの募集が、もうひとつあります（{title}）。",
            "Another call has the same role and title ({title}).",
        ),
        fix=Words(
            "曜日や場所など、ちがうところを見出しに足してください。同じ募集なら、ひとつを消してください。",
            "Put into the titles what differs, or remove one of the two.",
        ),
        why=Words(
            "応募する人が見分けられません。片方を消すと、そのページのアドレスがもう片方のものになることもあります。",
            "Nobody can tell them apart, and when one goes its address may become the other's.",
        ),
        bad=_MEMBER + _SECOND,
        good=_MEMBER + _SECOND.replace("仲間", "仲間（金曜）"),
    ),
)
