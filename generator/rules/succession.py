"""Rules about handing an activity over: whom to ask, what it is about, and states that follow one another."""

from generator.rules.rule import Rule, Words, warning

_HISTORY = "succession:\n  status: found\n  since: 2026年10月\n  history:\n    - "
_LOOKING = "succession:\n  status: looking"

RULES: tuple[Rule, ...] = (
    warning(
        "succession-unreachable",
        says=Words(
            "引き継ぐ方を探していますが、連絡のとりようがありません。",
            "Somebody is sought to take over, but nobody can be reached.",
        ),
        fix=Words(
            "contact に電話・ファクス・メール・フォームのどれかか、「via: center」（センター）を書いてください。",
            "Give a phone, fax, e-mail or form in contact, or write `via: center`.",
        ),
        why=Words(
            "引き継ぎたいと思った方が、声をかけられないまま終わってしまいます。",
            "Whoever would take it over finds no way to say so.",
        ),
        bad="contact:\n  website: https://example.org/akari",
        good="contact:\n  via: center",
    ),
    warning(
        "succession-still-open",
        says=Words(
            "引き継ぎは「{state}」ですが、後継者の募集「{title}」がまだ出ています。",
            "The succession is “{state_en}”, but the call “{title}” for a successor is still open.",
        ),
        fix=Words(
            "決まったのなら募集を消し、まだ探しているのなら「探しています」に直してください。",
            "Delete the call if somebody was found, or change the state to “looking”.",
        ),
        why=Words(
            "どちらが正しいか分からないと、声をかけた方をがっかりさせてしまいます。",
            "Somebody may offer to take over what is already settled.",
        ),
        bad="succession:\n  status: found",
        good="succession:\n  status: looking",
    ),
    warning(
        "succession-in-future",
        says=Words(
            "引き継ぎの「{label}」（{value}）は、まだ来ていません。",
            "The succession is said to stand since {value}, which has not come yet.",
        ),
        fix=Words(
            "いまの状況になった年や月を書き、これからの予定は補足（note）に書いてください。",
            "Write since when it is so, and put what is planned into the note.",
        ),
        why=Words(
            "いつから待っているかの順にならべるため、これからの日ではならべられません。",
            "The list is ordered by how long each has waited.",
        ),
        bad="succession:\n  status: found\n  since: 2027年4月",
        good="succession:\n  status: found\n  since: 2025年4月",
    ),
    warning(
        "succession-history-order",
        says=Words(
            "「これまで」の「{value}」が、そのあとの「{later}」より新しい日になっています。",
            "In the history, “{value}” is later than “{later}”, which comes after it.",
        ),
        fix=Words("古いものから順に書いてください。", "Write the oldest first."),
        why=Words("順番がちがうと、いまどうなっているのかを取りちがえます。", "Out of order, it tells another story."),
        bad=f"{_HISTORY}{{status: looking, day: 2026年4月}}\n    - {{status: talking, day: 2025年9月}}",
        good=f"{_HISTORY}{{status: looking, day: 2024年4月}}\n    - {{status: talking, day: 2025年9月}}",
    ),
    warning(
        "succession-history-repeats",
        says=Words(
            "「これまで」に、同じ「{state}」が続けて書かれています。", "The history says “{state_en}” twice in a row."
        ),
        fix=Words(
            "状況が変わったときのものだけを残してください。",
            "Keep only what changed.",
        ),
        why=Words("同じ状況が二つあると、いつ変わったのか分かりません。", "It hides when things changed."),
        bad=f"{_HISTORY}{{status: looking, day: 2024年4月}}\n    - {{status: looking, day: 2025年9月}}",
        good=f"{_HISTORY}{{status: looking, day: 2024年4月}}\n    - {{status: talking, day: 2025年9月}}",
    ),
    warning(
        "succession-without-words",
        says=Words(
            "引き継ぐ方を探していますが、何を引き継ぐのかが書かれていません。",
            "Somebody is sought to take over, but not a word says what.",
        ),
        fix=Words(
            "「引き継ぐ方に必要なこと」「引き継ぐもの」「補足」のどれかを、一言だけでも書いてください。",
            "Add a word in needs, hands_over or note.",
        ),
        why=Words(
            "何をどのくらいするのかが見えると、自分にもできそうだと思う方が現れます。",
            "People come forward once they see what it takes.",
        ),
        bad=_LOOKING,
        good=f"{_LOOKING}\n  needs: 月に一度、土曜の午前に出られる方",
    ),
    warning(
        "succession-waiting-long",
        says=Words(
            "引き継ぐ方を{value}から探していますが、最後の確認（{confirmed}）から1年以上たっています。",
            "A successor has been sought since {value}, and the profile was last confirmed on {confirmed}.",
        ),
        fix=Words(
            "まだ探しているか、ようすが変わっていないかを、団体にたずねてください。",
            "Ask the group whether it is still so.",
        ),
        why=Words(
            "長く待っている団体には、電話一本が力になります。もう決まっていることもあります。",
            "A group that waits long is helped by a call, and somebody may have been found.",
        ),
        bad="confirmed: 2025-03-01",
        good="confirmed: 2026-10-01",
    ),
)
