"""Every rule once: its name, its level, what its message says and what it tells you to do, in Japanese and English.

The sentences are templates over the facts of a problem; a fact that is missing becomes nothing.
"""

from collections import defaultdict
from dataclasses import dataclass

from generator.problems import Level, Problem


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the rule book."""

    name: str
    level: Level
    ja: str
    en: str
    help_ja: str = ""
    help_en: str = ""


def _error(name: str, ja: str, en: str, help_ja: str = "", help_en: str = "") -> Rule:
    return Rule(name, Level.ERROR, ja, en, help_ja, help_en)


def _warning(name: str, ja: str, en: str, help_ja: str = "", help_en: str = "") -> Rule:
    return Rule(name, Level.WARNING, ja, en, help_ja, help_en)


_WRITE_JA = "「{suggestion}」のように書いてください。"
_WRITE_EN = "Write it like “{suggestion}”."
_MEANT_JA = "「{suggestion}」のことでしょうか。"
_MEANT_EN = "Did you mean “{suggestion}”?"

_CHOOSE = ("次から選んでください：{choices}", "Choose from: {choices}")

_FILE_RULES = (
    _error(
        "encoding",
        "このファイルの文字を読めません（{detail}）。",
        "The characters of this file cannot be read ({detail}).",
        "メモ帳などで「UTF-8」を選んで保存しなおしてください。",
        "Save the file again as UTF-8.",
    ),
    _warning(
        "not-utf8",
        "このファイルは{encoding}で保存されています。読み取りはできました。",
        "This file is saved as {encoding}; it could be read all the same.",
        "「UTF-8」で保存しなおしてください。",
        "Save it again as UTF-8.",
    ),
    _error(
        "too-big",
        "ファイルが大きすぎます（{size}バイト。上限は{limit}バイト）。",
        "The file is too big ({size} bytes; the limit is {limit}).",
        "長い文章は要点をまとめて短くしてください。",
        "Shorten long texts.",
    ),
    _error(
        "too-deep",
        "字下げが深すぎます（{limit}段まで）。",
        "The entries are nested too deeply (limit {limit}).",
        "見本のファイルと同じ段数になおしてください。",
        "Use the same depth as in the sample files.",
    ),
    _error(
        "empty-file",
        "ファイルに何も書かれていません。",
        "The file is empty.",
        "「hiroba new group」で見本を作れます。",
        "`hiroba new group` writes a starter file.",
    ),
    _error(
        "syntax",
        "書き方の決まりに合わないところがあります。",
        "This does not follow the rules of YAML.",
        "{hint_ja}",
        "{hint_en}",
    ),
    _error(
        "duplicate-key",
        "「{key}」が2回書かれています。",
        "“{key}” is given twice.",
        "どちらか一つだけを残してください。",
        "Keep only one of them.",
    ),
    _error(
        "alias",
        "「&」や「*」で始まる省略の書き方は使えません。",
        "Anchors and aliases (& and *) cannot be used.",
        "文字として書きたいときは、全体を「'」で囲んでください。",
        "If it is meant as text, put it in quotes.",
    ),
    _error(
        "tag",
        "「!」で始まる書き方は使えません。",
        "Tags (!) cannot be used.",
        "文字として書きたいときは、全体を「'」で囲んでください。",
        "If it is meant as text, put it in quotes.",
    ),
    _error(
        "several-documents",
        "「---」で区切って二つ以上を書くことはできません。",
        "A file holds one profile only; “---” starts a second one.",
        "一つのファイルに一つの団体（イベント、施設）を書いてください。",
        "Write one record per file.",
    ),
    _error(
        "file-name",
        "ファイル名「{value}」は使えません。",
        "The file name “{value}” cannot be used.",
        "半角の英小文字・数字・ハイフンだけにして、最後を「.yaml」にしてください（例：{suggestion}.yaml）。",
        "Use only a–z, 0–9 and hyphens, ending in .yaml (e.g. {suggestion}.yaml).",
    ),
)

_FIELD_RULES = (
    _error(
        "unknown-field",
        "「{value}」という項目はありません。",
        "There is no field “{value}”.",
        _MEANT_JA,
        _MEANT_EN,
    ),
    _error(
        "missing-field",
        "「{label}」（{name}）が書かれていません。",
        "“{name}” is missing.",
        "「{name}: {suggestion}」のように書き足してください。",
        "Add a line such as “{name}: {suggestion}”.",
    ),
    _error(
        "wrong-shape",
        "「{label}」の書き方が違います。{expected_ja}で書いてください。",
        "“{name}” has the wrong shape: {expected_en} expected.",
        "例：{suggestion}",
        "Example: {suggestion}",
    ),
    _error(
        "empty-text",
        "「{label}」が空です。",
        "“{name}” is empty.",
        "書くことがなければ、行ごと消してください。",
        "If there is nothing to say, delete the line.",
    ),
    _error(
        "text-too-long",
        "「{label}」が長すぎます（{length}文字。{limit}文字まで）。",
        "“{name}” is too long ({length} characters; the limit is {limit}).",
        "あと{over}文字減らしてください。",
        "Remove {over} characters.",
    ),
    _error(
        "line-break",
        "「{label}」は改行せずに一行で書いてください。",
        "“{name}” must be a single line.",
        "くわしいことは「活動紹介」や「内容」に書けます。",
        "Put details into the description.",
    ),
    _error(
        "too-many",
        "「{label}」が多すぎます（{length}件。{limit}件まで）。",
        "“{name}” has too many entries ({length}; the limit is {limit}).",
        "大切なものから{limit}件を残してください。",
        "Keep the {limit} most important ones.",
    ),
    _error(
        "too-few",
        "「{label}」を一つ以上書いてください。",
        "“{name}” needs at least one entry.",
        "例：{suggestion}",
        "Example: {suggestion}",
    ),
    _error("too-long", "長すぎて読み取れません。", "Too long to be read.", "短く書いてください。", "Shorten it."),
    _error(
        "unknown-term",
        "「{value}」という{vocabulary_ja}はありません。",
        "There is no {vocabulary_en} “{value}”.",
        _MEANT_JA,
        _MEANT_EN,
    ),
    _error(
        "unknown-choice",
        "「{label}」に「{value}」は使えません。",
        "“{value}” cannot be used for “{name}”.",
        "次から選んでください：{choices}",
        "Choose from: {choices}",
    ),
    _error(
        "flag",
        "「{label}」は「はい」か「いいえ」で書いてください（「{value}」とあります）。",
        "“{name}” is yes or no, not “{value}”.",
        "「はい」か「いいえ」と書いてください。",
        "Write yes or no.",
    ),
    _error("number", "「{value}」を数として読み取れません。", "“{value}” is not a number.", _WRITE_JA, _WRITE_EN),
    _error(
        "out-of-range",
        "「{label}」の値が範囲の外です（{value}）。",
        "“{name}” is out of range ({value}).",
        "数字を確かめてください。",
        "Check the number.",
    ),
    _error(
        "kana",
        "「{label}」はひらがなで書いてください（「{value}」とあります）。",
        "“{name}” must be written in kana (found “{value}”).",
        "漢字や数字も読みのとおりに、ひらがなで書いてください（例：だいさん）。",
        "Write everything in hiragana as it is read.",
    ),
)

_VALUE_RULES = (
    _error("date", "「{value}」を日付として読み取れません。", "“{value}” is not a date.", _WRITE_JA, _WRITE_EN),
    _error(
        "impossible-date",
        "「{value}」という日はありません。",
        "The date “{value}” does not exist.",
        "暦を確かめてください（例：{suggestion}）。",
        "Check the calendar (e.g. {suggestion}).",
    ),
    _error(
        "impossible-era",
        "「{value}」は元号と年が合いません。",
        "“{value}” does not exist in that era.",
        "「{suggestion}」ではありませんか。",
        "Perhaps “{suggestion}”?",
    ),
    _error(
        "weekday-mismatch",
        "「{value}」は日付と曜日が合いません。",
        "In “{value}” the weekday does not fit the date.",
        "「{suggestion}」が正しい組み合わせです。日と曜日のどちらが正しいか確かめてください。",
        "“{suggestion}” would fit; check which of the two is right.",
    ),
    _error(
        "date-without-year",
        "「{value}」に年がありません。",
        "“{value}” has no year.",
        _WRITE_JA,
        _WRITE_EN,
    ),
    _error("time", "「{value}」を時刻として読み取れません。", "“{value}” is not a time.", _WRITE_JA, _WRITE_EN),
    _error(
        "ambiguous-time",
        "「{value}」は午前か午後か分かりません。",
        "“{value}” could be morning or afternoon.",
        _WRITE_JA,
        _WRITE_EN,
    ),
    _error(
        "end-before-start",
        "「{value}」は終わりが始まりより前です。",
        "“{value}” ends before it starts.",
        "始まりと終わりを確かめてください。",
        "Check start and end.",
    ),
    _error(
        "recurrence",
        "「{value}」を活動日として読み取れません。",
        "“{value}” is not understood as a recurrence.",
        _WRITE_JA,
        _WRITE_EN,
    ),
    _error(
        "date-missing",
        "日時が書かれていません。",
        "There is no date.",
        "「日時」「開始日」「くりかえし」のどれかを書いてください。",
        "Give one of moment, start_date or repeat.",
    ),
    _error(
        "phone",
        "「{value}」を電話番号として読み取れません{digits_ja}。",
        "“{value}” is not a telephone number{digits_en}.",
        _WRITE_JA,
        _WRITE_EN,
    ),
    _error("money", "「{value}」を金額として読み取れません。", "“{value}” is not an amount.", _WRITE_JA, _WRITE_EN),
    _error(
        "url",
        "「{value}」はホームページのアドレスとして使えません。",
        "“{value}” cannot be used as a web address.",
        "「{suggestion}」のように http:// か https:// から書いてください。",
        "Start with http:// or https://, like “{suggestion}”.",
    ),
    _error(
        "email",
        "「{value}」はメールアドレスとして読み取れません。",
        "“{value}” is not an e-mail address.",
        _WRITE_JA,
        _WRITE_EN,
    ),
    _error(
        "corporate-number-length",
        "法人番号は13けたです（{digits}けたあります）。",
        "A corporate number has 13 digits (found {digits}).",
        "国税庁の法人番号公表サイトで確かめてください。",
        "Check it on the tax agency's corporate number site.",
    ),
    _error(
        "corporate-number",
        "法人番号「{value}」は検査数字が合いません。",
        "The check digit of corporate number “{value}” is wrong.",
        "打ち間違いがないか、13けたを確かめてください。",
        "Check the 13 digits for a typing error.",
    ),
)

_RECORD_RULES = (
    _error(
        "unknown-group",
        "「{value}」という団体のファイルはありません。",
        "There is no group file “{value}”.",
        _MEANT_JA,
        _MEANT_EN,
    ),
    _error(
        "unknown-place",
        "「{value}」という施設のファイルはありません。",
        "There is no place file “{value}”.",
        _MEANT_JA,
        _MEANT_EN,
    ),
    _error(
        "file-outside",
        "「{value}」はフォルダの外を指しています。",
        "“{value}” points outside its folder.",
        "プロフィールと同じフォルダ（か、その中のフォルダ）に置いてください。",
        "Put the file beside the profile.",
    ),
    _error(
        "file-missing",
        "「{value}」というファイルが見つかりません。",
        "The file “{value}” is not there.",
        "{meant_ja}",
        "{meant_en}",
    ),
    _error(
        "not-an-image",
        "「{value}」は写真として使えません。",
        "“{value}” is not a usable picture.",
        "JPEG（.jpg）、PNG（.png）、WebP（.webp）の画像にしてください。",
        "Use a JPEG, PNG or WebP picture.",
    ),
    _error(
        "not-a-pdf",
        "「{value}」は資料として使えません。",
        "“{value}” is not a usable document.",
        "PDF（.pdf）にしてください。",
        "Use a PDF.",
    ),
    _error(
        "file-too-large",
        "「{value}」が大きすぎます（{size}MB。{limit}MBまで）。",
        "“{value}” is too large ({size} MB; the limit is {limit} MB).",
        "小さくしてから置きなおしてください。",
        "Make it smaller.",
    ),
    _error(
        "private-phone",
        "「{value}」は携帯電話の番号のようです。このままでは公開されます。",
        "“{value}” looks like a mobile number and would be public.",
        "個人の番号なら消して「via: center」（センター経由）にしてください。"
        "公開してよい番号なら「public: [{item}]」と書き足してください。",
        "Remove it and write `via: center`, or add `public: [{item}]` if it is meant to be public.",
    ),
    _error(
        "private-address",
        "「{value}」は番地まで書かれています。個人の家ではありませんか。",
        "“{value}” has a house number; is it somebody's home?",
        "町名までにしてください。公開してよい住所なら「public: [address]」と書き足してください。",
        "Leave the number out, or add `public: [address]` if it is meant to be public.",
    ),
    _error(
        "no-contact",
        "連絡先が一つもありません。",
        "There is no way to reach this group.",
        "電話・ファクス・メールのどれかか、「via: center」（センター経由）を書いてください。",
        "Give a phone, fax or e-mail, or `via: center`.",
    ),
    _error(
        "duplicate-name",
        "「{value}」という名前は {other} でも使われています。",
        "The name “{value}” is also used in {other}.",
        "同じ団体なら、ファイルを一つにまとめてください。",
        "If it is the same group, keep one file.",
    ),
    _warning(
        "criteria-missing",
        "市民活動の要件のうち、「{missing}」が書かれていません。",
        "Of the five criteria, “{missing}” is not declared.",
        "当てはまるなら criteria に書き足してください。趣味の会など、当てはまらない場合はそのままで構いません。",
        "Add it to criteria if it holds.",
    ),
    _warning(
        "not-confirmed",
        "最後の確認（{value}）から1年以上たっています。",
        "Last confirmed on {value}, more than a year ago.",
        "団体に内容を確かめて、confirmed を新しい日付にしてください。",
        "Ask the group and renew `confirmed`.",
    ),
    _warning(
        "until-past",
        "「{label}」の締切（{value}）が過ぎています。サイトには出しません。",
        "The closing date of “{name}” ({value}) has passed; it is not shown.",
        "続けるなら新しい締切に、終わったなら消してください。",
        "Renew the date or delete the entry.",
    ),
)

RULES: dict[str, Rule] = {rule.name: rule for rule in _FILE_RULES + _FIELD_RULES + _VALUE_RULES + _RECORD_RULES}


def level(problem: Problem) -> Level:
    """How bad a problem is."""
    return RULES[problem.rule].level


def message(problem: Problem, lang: str = "ja") -> str:
    """What is wrong, in one or two sentences of the wanted language."""
    rule = RULES[problem.rule]
    return _fill(rule.en if lang == "en" else rule.ja, problem)


def advice(problem: Problem, lang: str = "ja") -> str:
    """What to type instead; empty when there is nothing sure to say."""
    rule = RULES[problem.rule]
    template = rule.help_en if lang == "en" else rule.help_ja
    facts = dict(problem.facts)
    if "{suggestion}" in template and not facts.get("suggestion"):
        template = _CHOOSE[lang == "en"] if facts.get("choices") else ""
    return _fill(template, problem)


def _fill(template: str, problem: Problem) -> str:
    facts: defaultdict[str, str] = defaultdict(str, problem.facts)
    return template.format_map(facts)
