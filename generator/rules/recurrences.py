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
    error(
        "repeat-in-moment",
        says=Words(
            "「{value}」には、くりかえしが書かれています。",
            "“{value}” has a recurrence in it.",
        ),
        fix=Words(
            "くりかえし（repeat）に「{suggestion}」、開始日と終了日（start_date、end_date）に「{span}」の日を、分けて書いてください。",
            "Write `repeat: {suggestion}`, and the days {span} as start_date and end_date.",
        ),
        why=Words(
            "期間のうち一部の日だけのものが、毎日あるように見えないためです。",
            "So that what is on some days of a span does not look as if it were on every day.",
        ),
        bad="dates: 2026-12-05/2027-01-30 毎週土曜 10:00-12:00",
        good="dates:\n  - start_date: 2026-12-05\n    end_date: 2027-01-30\n    repeat: 毎週土曜 10:00-12:00",
    ),
    warning(
        "repeat-in-note",
        says=Words(
            "「{value}」は、期間中の毎日ではなく、くりかえしのようです。",
            "“{value}” beside a span of days is a recurrence.",
        ),
        fix=Words(
            "補足から消して、「repeat: {suggestion}」（くりかえし）と書いてください。",
            "Take it out of the note and write `repeat: {suggestion}`.",
        ),
        why=Words(
            "補足に書いたくりかえしは、暦や、曜日でさがす人には伝わりません。",
            "What stands in a note is not known to calendars and to people who search by day.",
        ),
        bad="dates:\n  - start_date: 2026-12-05\n    end_date: 2027-01-30\n    note: 期間中の土曜日のみ",
        good="dates:\n  - start_date: 2026-12-05\n    end_date: 2027-01-30\n    repeat: 毎週土曜日",
    ),
    warning(
        "days-in-note",
        says=Words(
            "「{value}」からは、期間のうちどの日に行うのか分かりません。",
            "“{value}” does not tell on which days of the span it takes place.",
        ),
        fix=Words(
            "毎日でないときは「repeat: 毎週土曜日」（くりかえし）のように書くか、日をひとつずつ書いてください。",
            "Unless it is daily, write `repeat: 毎週土曜日` or one entry for each day.",
        ),
        why=Words(
            "どの日か分からないものは、その日のイベントの一覧に出せません。",
            "What is on days that nobody can tell stands in no list of a day.",
        ),
        bad="dates:\n  - start_date: 2026-12-05\n    end_date: 2027-01-30\n    note: 主に土曜日",
        good="dates:\n  - start_date: 2026-12-05\n    end_date: 2027-01-30\n    repeat: 毎週土曜日",
    ),
    warning(
        "total-differs",
        says=Words(
            "「{value}」とありますが、期間の中で当たる日を数えると{count}日です。",
            "It says “{value}”, but {count} days of the span are named.",
        ),
        fix=Words(
            "開始日、終了日、くりかえし、休みの日を確かめてください。", "Check start, end, recurrence and except dates."
        ),
        why=Words(
            "休みの日が抜けていると、行われない日に人が来てしまいます。",
            "Where a day off is missing, people come on a day on which nothing takes place.",
        ),
        bad="dates:\n  - start_date: 2026-12-05\n    end_date: 2027-01-30\n    repeat: 毎週土曜日（全8回）",
        good="dates:\n  - start_date: 2026-12-05\n    end_date: 2027-01-30\n    repeat: 毎週土曜日（全8回）\n"
        "    except_dates: 2027-01-02",
    ),
    error(
        "moment-twice",
        says=Words(
            "「日時」のほかに「{other}」があり、どちらが正しいか分かりません。",
            "There is “moment” and “{name}”; nobody can tell which of the two holds.",
        ),
        fix=Words("どちらか一方だけを残してください。", "Keep one of the two."),
        why=Words("日時が二通りあると、片方がだまって消えてしまいます。", "One of the two would silently be dropped."),
        bad="dates:\n  - moment: 2026-12-05 10:00-12:00\n    start_date: 2026-12-12",
        good="dates:\n  - 2026-12-05 10:00-12:00\n  - 2026-12-12 10:00-12:00",
    ),
    warning(
        "end-time-alone",
        says=Words(
            "終わりの時刻（{value}）だけで、始まりの時刻がありません。", "It ends at {value}, but begins at no time."
        ),
        fix=Words("「開始時刻」も書いてください。", "Give a start time too."),
        why=Words(
            "何時に行けばよいか分からず、時間でさがす人にも見つけてもらえません。",
            "Nobody knows when to come, and who searches by time does not find it.",
        ),
        bad="dates:\n  - start_date: 2026-12-05\n    end_time: 12:00",
        good="dates:\n  - start_date: 2026-12-05\n    start_time: 10:00\n    end_time: 12:00",
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
