"""Rules about single values: dates, times, telephone numbers, amounts, addresses of pages."""

from generator.rules.rule import WRITE, WRITE_REST, Rule, Words, error

RULES: tuple[Rule, ...] = (
    error(
        "date",
        says=Words("「{value}」を日付として読み取れません。", "“{value}” is not a date."),
        fix=WRITE_REST,
        why=Words(
            "日付が読めないと、一覧にも、暦にも出せません。",
            "A date that is not understood can stand in no list and no calendar.",
        ),
        bad="confirmed: きのう",
        good="confirmed: 2026-10-01",
    ),
    error(
        "impossible-date",
        says=Words("「{value}」という日はありません。", "The date “{value}” does not exist."),
        fix=Words("暦を確かめてください（例：{suggestion}）。", "Check the calendar (e.g. {suggestion})."),
        why=Words("暦にない日では、だれも来られません。", "Nobody can come on a day that is not in the calendar."),
        bad="dates: 2026年2月30日 10:00-12:00",
        good="dates: 2027年2月28日 10:00-12:00",
    ),
    error(
        "impossible-era",
        says=Words("「{value}」は元号と年が合いません。", "“{value}” does not exist in that era."),
        fix=Words("「{suggestion}」ではありませんか。", "Perhaps “{suggestion}”?"),
        why=Words(
            "元号と年が合わない日は、改元のときの書きまちがいです。", "The era had ended, or not begun, on that day."
        ),
        bad="confirmed: 平成31年5月1日",
        good="confirmed: 令和8年5月1日",
    ),
    error(
        "closing-rule",
        says=Words(
            "「{value}」では、必着か消印有効かが分かりません。",
            "“{value}” says both that it must have arrived and been posted.",
        ),
        fix=Words("どちらか一つを書いてください。", "Write one of the two."),
        why=Words(
            "最後の日に郵便で出す人が、間に合うかどうか分かりません。",
            "Whoever posts an application on the last day cannot tell whether it is in time.",
        ),
        bad="booking:\n  closes: 2026年12月1日必着（消印有効）",
        good="booking:\n  closes: 2026年12月1日消印有効",
    ),
    error(
        "weekday-mismatch",
        says=Words("「{value}」は日付と曜日が合いません。", "In “{value}” the weekday does not fit the date."),
        fix=Words(
            "「{suggestion}」が正しい組み合わせです。日と曜日のどちらが正しいか確かめてください。",
            "“{suggestion}” would fit; check which of the two is right.",
        ),
        why=Words(
            "日と曜日のどちらが正しいか分からないまま公開すると、ちがう日に人が来てしまいます。",
            "People would come on the wrong day.",
        ),
        bad="dates: 2026年12月5日（日）10:00-12:00",
        good="dates: 2026年12月5日（土）10:00-12:00",
    ),
    error(
        "date-without-year",
        says=Words("「{value}」に年がありません。", "“{value}” has no year."),
        fix=WRITE,
        why=Words(
            "年がないと、来年になったとき、終わったイベントかどうか分かりません。",
            "Without a year nobody can tell next year whether it is over.",
        ),
        bad="dates: 12月5日（土）10:00-12:00",
        good="dates: 2026年12月5日（土）10:00-12:00",
    ),
    error(
        "time",
        says=Words("「{value}」を時刻として読み取れません。", "“{value}” is not a time."),
        fix=WRITE_REST,
        why=Words(
            "時刻が読めないと、午前か午後かでさがす人に見つけてもらえません。",
            "People search by morning, afternoon and evening.",
        ),
        bad="dates: 2026-12-05 おひるごろ",
        good="dates: 2026-12-05 12:00-13:00",
    ),
    error(
        "ambiguous-time",
        says=Words("「{value}」は午前か午後か分かりません。", "“{value}” could be morning or afternoon."),
        fix=WRITE_REST,
        why=Words(
            "朝の1時と昼の1時では、半日ちがいます。",
            "One in the morning and one in the afternoon are half a day apart.",
        ),
        bad="dates:\n  - start_date: 2026-12-05\n    start_time: 1時",
        good="dates:\n  - start_date: 2026-12-05\n    start_time: 午後1時",
    ),
    error(
        "end-before-start",
        says=Words("「{value}」は終わりが始まりより前です。", "“{value}” ends before it starts."),
        fix=Words("始まりと終わりを確かめてください。{left_ja}", "Check start and end.{left_en}"),
        why=Words(
            "始まりより前に終わるイベントは、打ちまちがいです。",
            "Nothing ends before it begins; one of the two was mistyped.",
        ),
        bad="dates: 2026-12-05 14:00-12:00",
        good="dates: 2026-12-05 12:00-14:00",
    ),
    error(
        "recurrence",
        says=Words("「{value}」を活動日として読み取れません。", "“{value}” is not understood as a recurrence."),
        fix=WRITE_REST,
        why=Words(
            "曜日が読めると、「土曜の午後」のように、都合のつく日でさがしてもらえます。",
            "When the days are understood, people can search for “Saturday afternoon”.",
        ),
        bad="meetings: 気が向いたとき",
        good="meetings: 毎月第2・第4土曜 9:00-12:00",
    ),
    error(
        "date-missing",
        says=Words("日時が書かれていません。", "There is no date."),
        fix=Words(
            "「日時」「開始日」「くりかえし」のどれかを書いてください。", "Give one of moment, start_date or repeat."
        ),
        why=Words("日時のないイベントには、だれも来られません。", "Nobody can come to an event without a date."),
        bad="dates:\n  - note: 未定です",
        good="dates:\n  - moment: 2026-12-05 10:00-12:00",
    ),
    error(
        "phone",
        says=Words(
            "「{value}」を電話番号として読み取れません{digits_ja}。", "“{value}” is not a telephone number{digits_en}."
        ),
        fix=WRITE,
        why=Words(
            "一けた足りない番号にかけた人は、知らない家につながってしまいます。",
            "With a digit missing, callers reach a stranger or nobody.",
        ),
        bad="contact:\n  phone: 042-000-001",
        good="contact:\n  phone: 042-000-0011",
    ),
    error(
        "money",
        says=Words("「{value}」を金額として読み取れません。", "“{value}” is not an amount."),
        fix=WRITE,
        why=Words(
            "金額が読めないと、無料のイベントをさがす人に見つけてもらえません。",
            "People search for what is free and compare what is not.",
        ),
        bad="fees:\n  yearly: ひみつです",
        good="fees:\n  yearly: 1,000円",
    ),
    error(
        "url",
        says=Words(
            "「{value}」はホームページのアドレスとして使えません。", "“{value}” cannot be used as a web address."
        ),
        fix=Words(
            "「{suggestion}」のように http:// か https:// から書いてください（「名前:パスワード@」は入れません）。",
            "Start with http:// or https://, like “{suggestion}”, without a name or password before an “@”.",
        ),
        why=Words(
            "ここを押した人が、まちがったところへ行かないようにするためです。「javascript:」などは、見る人の画面で勝手に動くことがあります。「@」の前に何かあると、行き先を見まちがえ、パスワードも知られます。",
            "A link must lead to a page; other schemes can run programs, and an “@” hides where it leads.",
        ),
        bad="contact:\n  website: htp://example.org/",
        good="contact:\n  website: https://example.org/",
    ),
    error(
        "email",
        says=Words("「{value}」はメールアドレスとして読み取れません。", "“{value}” is not an e-mail address."),
        fix=WRITE,
        why=Words(
            "「@」や「.」が抜けたアドレスには、メールが届きません。", "Without its @ or its dots no mail arrives."
        ),
        bad="contact:\n  email: kai.example.org",
        good="contact:\n  email: kai@example.org",
    ),
    error(
        "corporate-number-length",
        says=Words(
            "法人番号は13けたです（{digits}けたあります）。", "A corporate number has 13 digits (found {digits})."
        ),
        fix=Words(
            "国税庁の法人番号公表サイトで確かめてください。", "Check it on the tax agency's corporate number site."
        ),
        why=Words("法人番号は13けたと決まっています。", "A corporate number always has 13 digits."),
        bad="corporate_number: '800001201003'",
        good="corporate_number: '8000012010038'",
    ),
    error(
        "corporate-number",
        says=Words(
            "法人番号「{value}」は検査数字が合いません。", "The check digit of corporate number “{value}” is wrong."
        ),
        fix=Words("打ち間違いがないか、13けたを確かめてください。", "Check the 13 digits for a typing error."),
        why=Words(
            "はじめの数字は、残りの12けたから計算できます。合わないのは、打ちまちがいです。",
            "The first digit follows from the other twelve; if it does not fit, one was mistyped.",
        ),
        bad="corporate_number: '8000012010039'",
        good="corporate_number: '8000012010038'",
    ),
)
