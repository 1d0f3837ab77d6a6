"""Rules about what repeats."""

from generator.rules.rule import Rule, Words, error, warning

RULES: tuple[Rule, ...] = (
    error(
        "repeat-without-days",
        says=Words(
            "「{value}」に当たる日が、期間（{span}）の中に一日もありません。",
            "“{value}” falls on no day of its span ({span}).",
        ),
        fix=Words(
            "くりかえし、開始日、終了日、休みの日を確かめてください（「隔週」には開始日が要ります）。",
            "Check recurrence, start, end and except dates (every other week needs a start date).",
        ),
        why=Words(
            "一日も開かれない催しは、暦に載らず、終わったものに見えます。",
            "What takes place on no day is in no calendar, and looks as if it were over.",
        ),
        bad="dates:\n  - start_date: 2026-12-07\n    end_date: 2026-12-11\n    repeat: 毎週日曜",
        good="dates:\n  - start_date: 2026-12-07\n    end_date: 2026-12-13\n    repeat: 毎週日曜",
    ),
    warning(
        "recurrence-remark",
        says=Words(
            "「{value}」は、日や時刻としては読み取れないので、ことばのまま載せます。",
            "“{value}” is shown as it stands; days and times are worked out without it.",
        ),
        fix=Words(
            "ページの文で正しく伝わるか確かめてください。日ごとに分けて書けるときは、分けてください。",
            "Make sure the page says what you mean, or write the days separately.",
        ),
        why=Words(
            "一部の日だけちがうことは、暦や、曜日と時間でさがすしくみには伝わりません。",
            "Calendar and search know nothing of what is different on some days only.",
        ),
        bad="meetings: 毎日 9:00-17:00（木曜は21時まで）",
        good="meetings: 毎日 9:00-17:00（要予約）",
    ),
    warning(
        "recurrence-in-words",
        says=Words(
            "「{value}」は、読み取らずに、ことばのまま載せます。", "“{value}” is shown as it stands, not understood."
        ),
        fix=Words(
            "曜日が決まっていれば「毎週土曜 10:00-12:00」のように書いてください。",
            "If there are weekdays, write them like “毎週土曜 10:00-12:00”.",
        ),
        why=Words(
            "ことばのままでは、曜日や時間でさがす人に見つけてもらえません。",
            "Nobody who searches by day or time will find it.",
        ),
        bad="meetings: ことばのまま：月末の午後",
        good="meetings: 毎月末日 14:00-16:00",
    ),
)
