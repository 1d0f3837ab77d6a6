"""What the form says where the rule book speaks to somebody at a file: no keys, no file names, no YAML.

Rules that are not here are said in the form in the words of the book.
"""

from typing import NamedTuple


class Said(NamedTuple):
    """What is wrong (in the words of the book if there are none), and what to do in the form."""

    says: str
    fix: str


_CHOOSE_SHOW = "下の「公開しない」か「個人のものだが、公開してよい」を選んでください。"

FORM: dict[str, Said] = {
    "missing-field": Said("「{label}」が書かれていません。", "必ず要るところです。"),
    "too-few": Said("「{label}」が選ばれていません。", "一つ以上要ります。"),
    "too-many": Said("「{label}」が多すぎます（{limit}件まで）。", "大切なものを{limit}件まで選んでください。"),
    "starter-value": Said("「{label}」が記入例の「{value}」のままです。", "ほんとうの内容を書いてください。"),
    "wrong-shape": Said("「{label}」の書き方が違います。", "書きなおしてください。"),
    "unknown-term": Said("「{value}」は選べないことばです。", "ならんでいる中から選んでください。"),
    "unknown-choice": Said("「{value}」は選べないことばです。", "ならんでいる中から選んでください。"),
    "unknown-field": Said("「{value}」という項目はありません。", "センターへお知らせください。"),
    "empty-text": Said("「{label}」が空いています。", "何か書くか、いらなければ消してください。"),
    "recurrence": Said("", "「毎週土曜 10時〜12時」のような形なら、曜日でさがしてもらえます。"),
    "date-missing": Said("日時が書かれていません。", "「日時」か「くりかえし」を書いてください。"),
    "repeat-in-moment": Said(
        "", "「くりかえし」に「{suggestion}」と、「開始日」「終了日」に「{span}」の日を書いてください。"
    ),
    "repeat-in-note": Said("", "補足から消して、「くりかえし」に「{suggestion}」と書いてください。"),
    "days-in-note": Said("", "毎日でないときは、「くりかえし」に「毎週土曜日」のように書いてください。"),
    "bound": Said("", "「{suggestion}」のように書いてください。数で言えない条件は、「条件」に文のまま書いてください。"),
    "bound-turned": Said("", "「{other}」に「{suggestion}」と書いてください。"),
    "no-limit": Said("", "「{label}」は空けて、「補足」に「上限なし」と書いてください。"),
    "grant-long-over": Said("", "いまも募集があれば、新しい日付に直してください。"),
    "unknown-place": Said("「{value}」という施設は登録されていません。", "施設の名前をふつうの言葉で書いてください。"),
    "unknown-group": Said("「{value}」という団体は登録されていません。", "団体の名前をふつうの言葉で書いてください。"),
    "no-contact": Said(
        "連絡先が一つも書かれていません。",
        "電話・ファクス・メールのどれかを書くか、センターを窓口にする印をつけてください。",
    ),
    "duplicate-name": Said(
        "「{value}」は、もうのっています。",
        "内容を直すときは、その団体のページの「このページの内容を直す」から開いてください。"
        "同じ名前の別の団体なら、区別できる言葉（地域など）を足してください。",
    ),
    "same-reading": Said(
        "「{value}」というふりがなの団体が、もうのっています。", "同じ団体なら、その団体のページから直してください。"
    ),
    "same-body": Said(
        "「NPO法人」などの言葉のほかは「{value}」と同じ団体が、もうのっています。",
        "同じ団体なら、その団体のページから直してください。",
    ),
    "alt-missing": Said(
        "写真の説明がありません。", "見えない方にも伝わるように、写っているものを一行で書いてください。"
    ),
    "criteria-missing": Said(
        "市民活動の要件のうち、「{missing}」に印がありません。", "当てはまるときは印をつけてください。"
    ),
    "status-announced": Said(
        "", "「いつ」の「開催状況」で「{status_ja}」を選んでください。一部の日だけのことなら、その日を消してください。"
    ),
    "succession-unreachable": Said(
        "",
        "電話・ファクス・メールのどれかを書くか、センターを窓口にする印をつけてください。センターがお取り次ぎします。",
    ),
    "succession-still-open": Said(
        "", "決まったのなら、募集を消してください。まだのときは「探しています」を選んでください。"
    ),
    "succession-in-future": Said("", "いまの状況になった年や月を書き、これからの予定は「補足」に書いてください。"),
    "succession-history-order": Said("", "センターへお知らせください。こちらで直します。"),
    "succession-history-repeats": Said("", "センターへお知らせください。こちらで直します。"),
    "succession-without-words": Said(
        "引き継ぐのがどんなことか、もう少し教えてください。",
        "「引き継ぐ方に必要なこと」「引き継ぐもの」「補足」のどれかに、一言だけでもあると、声をかけやすくなります。",
    ),
    "succession-waiting-long": Said(
        "", "いまもこのとおりか、確かめてください。変わっていなければ、そのままでかまいません。"
    ),
    "private-phone": Said("", _CHOOSE_SHOW),
    "private-address": Said("", _CHOOSE_SHOW),
    "private-email": Said("", _CHOOSE_SHOW),
    "private-in-text": Said(
        "",
        "文から消してください。公開してよい連絡先は「連絡先」のところに書いてください。",
    ),
}
