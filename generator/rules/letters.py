"""What a letter to a group says where the rule book speaks to somebody at a file: no keys, no file names, no YAML."""

import re
from collections import defaultdict
from dataclasses import replace
from typing import NamedTuple

from generator.problems import Problem
from generator.rules import advice, message


class LetterText(NamedTuple):
    """What is unclear, and what the group may answer."""

    says: str
    asks: str


# Rules that are the centre's own work: a group that wrote on paper has nothing to do with them.
FOR_STAFF = frozenset(
    {
        "encoding",
        "not-utf8",
        "unreadable",
        "too-many-problems",
        "too-big",
        "too-deep",
        "empty-file",
        "syntax",
        "duplicate-key",
        "alias",
        "tag",
        "several-documents",
        "file-name",
        "word-list-shape",
        "term-nowhere",
        "succession-history-order",
        "succession-history-repeats",
        "unknown-field",
        "wrong-shape",
        "empty-text",
        "line-break",
        "too-long",
        "unknown-group",
        "unknown-place",
        "file-outside",
        "file-missing",
        "linked-file",
        "stray-file",
        "slug-clash",
        "invisible-character",
        "raw-html",
        "unsafe-link",
        "bound",
        "bound-turned",
        "no-limit",
        "years-absurd",
        "years-contradict",
        "members-absurd",
        "kinds-nowhere",
        "amount-zero",
        "rate-above-one",
        "rule-without-day",
        "yearly-without-opens",
        "grant-long-over",
    }
)

LETTERS: dict[str, LetterText] = {
    "missing-field": LetterText(
        "「{label}」が書かれていません。",
        "「{suggestion}」のようにお書きください。",
    ),
    "starter-value": LetterText(
        "「{label}」が、記入例の「{value}」のままでした。", "正しい内容をお書きください。なければ「なし」で結構です。"
    ),
    "too-few": LetterText("「{label}」が書かれていません。", "一つ以上お書きください。"),
    "too-many": LetterText(
        "「{label}」が{limit}件を超えています。",
        "大切なものを{limit}件まで選んでください。",
    ),
    "text-too-long": LetterText(
        "「{label}」が長く、一覧に入りきりません（{length}文字。{limit}文字まで）。",
        "{over}文字ほど短くしたものをお書きください。",
    ),
    "unknown-term": LetterText(
        "「{value}」が、{vocabulary_ja}のどれに当たるか分かりませんでした。", "「{suggestion}」でよろしいですか。"
    ),
    "unknown-choice": LetterText(
        "「{label}」の「{value}」が、どれに当たるか分かりませんでした。", "次から選んでください：{choices}"
    ),
    "flag": LetterText(
        "「{label}」の「{value}」が、はい・いいえのどちらか分かりませんでした。",
        "どちらかに○を付けてください：はい　いいえ",
    ),
    "out-of-range": LetterText("「{label}」の値をお確かめください。", "正しい値をお書きください。"),
    "date-missing": LetterText("いつ行うかが書かれていません。", "日と時刻をお書きください。"),
    "repeat-in-moment": LetterText(
        "「{value}」は、期間のうちの「{suggestion}」のことでしょうか。", "どの日に行うのかをお書きください。"
    ),
    "repeat-in-note": LetterText(
        "「{value}」とありますが、毎日ではありませんか。", "「{suggestion}」としてのせてよろしいですか。"
    ),
    "days-in-note": LetterText(
        "「{value}」とありますが、期間のうちどの日に行うのか分かりませんでした。", "日にちか曜日をお書きください。"
    ),
    "moment-twice": LetterText("日時が二通り書かれていました。", "正しいほうをお書きください。"),
    "end-time-alone": LetterText(
        "終わりの時刻（{value}）だけで、始まりの時刻がありませんでした。", "始まりの時刻をお書きください。"
    ),
    "corporate-number-length": LetterText(
        "法人番号のけた数が合いません（13けた）。",
        "正しい番号をお書きください。",
    ),
    "corporate-number": LetterText("法人番号に打ちまちがいがあるようです。", "正しい13けたをお書きください。"),
    "machine-dependent": LetterText(
        "「{value}」は、見る人の端末によって別の字に見えることがあります。", "「{suggestion}」としてよろしいですか。"
    ),
    "space-in-word": LetterText(
        "「{value}」の字の間があいています。",
        "「{suggestion}」としてのせてよろしいですか。",
    ),
    "summary-repeated": LetterText(
        "「活動紹介」が「ひとこと紹介」と同じ文でした。",
        "いつ、どこで、どんなことをしているか、初めての方に向けて少しお書き足しください。",
    ),
    "alt-missing": LetterText(
        "写真に写っているものの説明がありません。", "「{suggestion}」のように、一行でお書きください。"
    ),
    "alt-vague": LetterText(
        "写真の説明だけでは、何が写っているか伝わりません。", "「{suggestion}」のように、一行でお書きください。"
    ),
    "not-an-image": LetterText("お預かりした写真を開けませんでした。", "もう一度お持ちいただくか、お送りください。"),
    "picture-too-large": LetterText(
        "お預かりした写真が大きすぎて、のせられませんでした。",
        "小さくしたものをお送りください。センターでもお手伝いします。",
    ),
    "not-a-pdf": LetterText("お預かりした資料を開けませんでした。", "もう一度お持ちいただくか、お送りください。"),
    "file-too-large": LetterText(
        "お預かりした資料（写真）が大きすぎて、のせられませんでした。",
        "小さくしたものをお送りください。センターでもお手伝いします。",
    ),
    "url": LetterText(
        "「{value}」のホームページを開けません。", "「{suggestion}」のような、正しいアドレスをお書きください。"
    ),
    "opening-vague": LetterText(
        "募集「{title}」の、「{missing}」が分かりませんでした。",
        "手伝おうと思う方がまず知りたいことです。決まっていれば、お書きください。",
    ),
    "home-with-place": LetterText(
        "家でもできるとありますが、場所（{value}）も書かれていました。",
        "来ていただくのか、家でよいのか、お書きください。",
    ),
    "nobody-wanted": LetterText(
        "募集「{title}」の人数が、0人でした。", "募集を続けますか。続けるなら、人数をお書きください。"
    ),
    "opening-over": LetterText(
        "募集「{title}」の日（{value}）は、もう過ぎています。", "またあるなら、つぎの日をお書きください。"
    ),
    "openings-alike": LetterText(
        "同じ見出しの募集が、二つあります（{title}）。", "どこがちがうのか（曜日や場所など）を、お書きください。"
    ),
    "founded-in-future": LetterText(
        "設立（{value}）が、これからの日になっています。", "設立された年をお書きください。"
    ),
    "members-differ": LetterText(
        "会員は{total}人、うち市内が{value}人と書かれていました。", "正しい人数をお書きください。"
    ),
    "no-contact": LetterText(
        "連絡先が書かれていません。",
        "電話・ファクス・メールのどれかをお書きください。のせたくないときは「センターで取り次ぐ」とお書きください。",
    ),
    "private-phone": LetterText(
        "この番号は、個人の携帯電話のようです。このままでは、だれでも見られるようになります。",
        "公開してよい番号でしたら「公開してよい」、そうでなければ「センターで取り次ぐ」とお書きください。",
    ),
    "private-address": LetterText(
        "番地まで書かれています。個人のお宅でしたら、番地は公開しません。",
        "公開してよい住所でしたら「公開してよい」、そうでなければ町名までをお書きください。",
    ),
    "private-email": LetterText(
        "このアドレスには、個人のお名前が入っているようです。このままでは、だれでも見られるようになります。",
        "公開してよいアドレスでしたら「公開してよい」、そうでなければ「センターで取り次ぐ」とお書きください。",
    ),
    "private-name": LetterText(
        "番号のあとに、人のお名前があるようです。お名前は公開しません。",
        "どこの番号か（公民館など）だけを残すか、番号だけをお書きください。",
    ),
    "private-in-text": LetterText(
        "「{label}」の文の中に、個人のものらしい連絡先があります。このままでは、だれでも見られるようになります。",
        "消してよろしいですか。公開してよい連絡先でしたら「公開してよい」とお書きください。",
    ),
    "duplicate-name": LetterText(
        "同じお名前の団体が、ほかにも登録されています。",
        "同じ団体かどうか、お知らせください。",
    ),
    "same-reading": LetterText(
        "ふりがなの同じ団体が、ほかにも登録されています。",
        "同じ団体でしたら、お知らせください。",
    ),
    "same-body": LetterText(
        "「NPO法人」などの言葉のほかは同じお名前の団体が、ほかにも登録されています。",
        "同じ団体でしたら、お知らせください。",
    ),
    "criteria-missing": LetterText(
        "市民活動の要件のうち、「{missing}」に印がありません。", "当てはまるときは「当てはまる」とお書きください。"
    ),
    "not-confirmed": LetterText(
        "最後に内容を確かめてから、1年以上たっています（{value}）。",
        "変わったところがあればお書きください。なければ「変わりなし」で結構です。",
    ),
    "until-past": LetterText(
        "「{label}」の締切（{value}）が過ぎたため、今はのせていません。",
        "続けるときは新しい締切を、終わったときは「終わり」とお書きください。",
    ),
    "exchange-vague": LetterText(
        "「{label}」の「{value}」だけでは、何のことか分かりませんでした。",
        "何を、いくつ、どんなときに、をお書きください。",
    ),
    "exchange-kind": LetterText(
        "「{value}」は、「{kind_ja}」ではなく「{suggestion}」のことでしょうか。",
        "「{suggestion}」としてよろしいですか。",
    ),
    "succession-unreachable": LetterText(
        "引き継ぐ方を探しておられますが、連絡先がのっていません。",
        "電話・ファクス・メールのどれかをお書きください。のせたくないときは「センターで取り次ぐ」とお書きください。",
    ),
    "succession-still-open": LetterText(
        "引き継ぎは「{state}」ですが、後継者の募集「{title}」がまだのっています。",
        "決まったときは「決まった」、まだのときは「まだ」とお書きください。",
    ),
    "succession-in-future": LetterText(
        "引き継ぎの「{label}」（{value}）が、これからの日になっています。", "いまの状況になった年と月をお書きください。"
    ),
    "succession-without-words": LetterText(
        "引き継ぐ方を探しておられますが、どんなことを引き継ぐのかがのっていません。",
        "何をどのくらいするのか、渡せるものは何か、一言だけでもお書きください。",
    ),
    "succession-waiting-long": LetterText(
        "引き継ぐ方を{value}から探しておられます。",
        "いまも探しておられるか、お知らせください。センターもいっしょに考えます。",
    ),
    "event-past": LetterText(
        "{value}のイベントが「{status_ja}」のままになっています。", "新しい日時か、「中止」かをお書きください。"
    ),
    "status-announced": LetterText(
        "「{value}」とありますが、イベントの案内では、まだ「{status_ja}」になっていません。",
        "「{status_ja}」としてのせてよろしいですか。一部の日だけのことでしたら、その日をお書きください。",
    ),
    "closes-after-end": LetterText(
        "申し込みの締切（{value}）が、イベントの日より後になっています。", "正しい締切をお書きください。"
    ),
    "closes-told-otherwise": LetterText(
        "申し込みの締切が、二通り書かれています（{told}と{value}）。", "正しいほうをお書きください。"
    ),
}

# 「volunteer（ボランティア団体）」 is for somebody at a file; on paper the words are enough.
_DAY = re.compile(r"(?<![0-9])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")
_TERM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*（([^（）]+)）")


def in_words(text: str) -> str:
    """Words without the ids beside the labels of terms, and with days as people write them."""
    return _DAY.sub(lambda m: f"{m[1]}年{int(m[2])}月{int(m[3])}日", _TERM.sub(r"\1", text))


def on_paper(problem: Problem) -> Problem:
    """The problem with its facts in such words."""
    return replace(problem, facts=tuple((name, in_words(value)) for name, value in problem.facts))


def letter_text(problem: Problem) -> LetterText:
    """The text of a problem in a letter, or that of the rule book where it speaks of no files."""
    words = LETTERS.get(problem.rule)
    if words is None:
        return LetterText(message(problem), advice(problem))
    facts: defaultdict[str, str] = defaultdict(str, problem.facts)
    asks = words.asks.format_map(facts)
    if "{suggestion}" in words.asks and not facts["suggestion"]:
        asks = advice(problem) or "お手数ですが、お電話でお知らせください。"
    return LetterText(words.says.format_map(facts), asks)
