"""Rules about single values: dates, times, telephone numbers, amounts, addresses of pages."""

from generator.rules.rule import WRITE, Rule, Words, error

RULES: tuple[Rule, ...] = (
    error(
        "date",
        says=Words("「{value}」を日付として読み取れません。", "“{value}” is not a date."),
        fix=WRITE,
    ),
    error(
        "impossible-date",
        says=Words("「{value}」という日はありません。", "The date “{value}” does not exist."),
        fix=Words("暦を確かめてください（例：{suggestion}）。", "Check the calendar (e.g. {suggestion})."),
    ),
    error(
        "impossible-era",
        says=Words("「{value}」は元号と年が合いません。", "“{value}” does not exist in that era."),
        fix=Words("「{suggestion}」ではありませんか。", "Perhaps “{suggestion}”?"),
    ),
    error(
        "weekday-mismatch",
        says=Words("「{value}」は日付と曜日が合いません。", "In “{value}” the weekday does not fit the date."),
        fix=Words(
            "「{suggestion}」が正しい組み合わせです。日と曜日のどちらが正しいか確かめてください。",
            "“{suggestion}” would fit; check which of the two is right.",
        ),
    ),
    error(
        "date-without-year",
        says=Words("「{value}」に年がありません。", "“{value}” has no year."),
        fix=WRITE,
    ),
    error(
        "time",
        says=Words("「{value}」を時刻として読み取れません。", "“{value}” is not a time."),
        fix=WRITE,
    ),
    error(
        "ambiguous-time",
        says=Words("「{value}」は午前か午後か分かりません。", "“{value}” could be morning or afternoon."),
        fix=WRITE,
    ),
    error(
        "end-before-start",
        says=Words("「{value}」は終わりが始まりより前です。", "“{value}” ends before it starts."),
        fix=Words("始まりと終わりを確かめてください。", "Check start and end."),
    ),
    error(
        "recurrence",
        says=Words("「{value}」を活動日として読み取れません。", "“{value}” is not understood as a recurrence."),
        fix=WRITE,
    ),
    error(
        "date-missing",
        says=Words("日時が書かれていません。", "There is no date."),
        fix=Words(
            "「日時」「開始日」「くりかえし」のどれかを書いてください。", "Give one of moment, start_date or repeat."
        ),
    ),
    error(
        "phone",
        says=Words(
            "「{value}」を電話番号として読み取れません{digits_ja}。", "“{value}” is not a telephone number{digits_en}."
        ),
        fix=WRITE,
    ),
    error(
        "money",
        says=Words("「{value}」を金額として読み取れません。", "“{value}” is not an amount."),
        fix=WRITE,
    ),
    error(
        "url",
        says=Words(
            "「{value}」はホームページのアドレスとして使えません。", "“{value}” cannot be used as a web address."
        ),
        fix=Words(
            "「{suggestion}」のように http:// か https:// から書いてください。",
            "Start with http:// or https://, like “{suggestion}”.",
        ),
    ),
    error(
        "email",
        says=Words("「{value}」はメールアドレスとして読み取れません。", "“{value}” is not an e-mail address."),
        fix=WRITE,
    ),
    error(
        "corporate-number-length",
        says=Words(
            "法人番号は13けたです（{digits}けたあります）。", "A corporate number has 13 digits (found {digits})."
        ),
        fix=Words(
            "国税庁の法人番号公表サイトで確かめてください。", "Check it on the tax agency's corporate number site."
        ),
    ),
    error(
        "corporate-number",
        says=Words(
            "法人番号「{value}」は検査数字が合いません。", "The check digit of corporate number “{value}” is wrong."
        ),
        fix=Words("打ち間違いがないか、13けたを確かめてください。", "Check the 13 digits for a typing error."),
    ),
)
