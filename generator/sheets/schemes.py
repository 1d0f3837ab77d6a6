"""The 34 columns of 支援制度（給付金）情報, what each holds of a grant, and how much may stand in it.

Source: 推奨データセット 支援制度（給付金）情報; further names are those of GIF 制度 (451-4).
"""

from typing import NamedTuple

from generator.kinds import GRANT
from generator.sheets.columns import Column, Vocabularies
from generator.sheets.layout import layouts
from generator.sheets.registry import UNUSED, Head

COLUMNS: tuple[str, ...] = (
    *("制度番号", "全国地方公共団体コード", "法人番号", "元制度番号", "制度変更区分"),
    *("タイトル（制度名）", "サブタイトル（通称）", "対象者", "用途・対象物", "対象地域"),
    *("対象地域群", "概要", "内容", "利用・申請方法", "受付開始日", "受付終了日", "受付備考"),
    *("根拠法令", "詳細参照先", "実施組織・支援機関", "お問い合わせ先", "電子申請URL"),
    *("標準産業分類", "（事業者対象）事業ステージ分類", "（事業者対象）行政サービス分類"),
    *("（事業者対象）お困りごと分類", "（個人対象）ライフステージ分類", "（個人対象）行政サービス分類"),
    *("（個人対象）お困りごと分類", "災害名", "キーワード", "制度集", "公開日", "公開終了日"),
)


class Place(NamedTuple):
    """The column that holds a field, and how many letters may stand there; 0 for any number."""

    column: str
    most: int = 0


# Fields that have a column of their own.
PLACES: dict[str, Place] = {
    "slug": Place("制度番号"),
    "title": Place("タイトル（制度名）", 40),
    "summary": Place("概要", 200),
    "purpose": Place("用途・対象物", 200),
    "areas": Place("対象地域群"),
    "apply": Place("利用・申請方法", 500),
    "opens": Place("受付開始日"),
    "closes": Place("受付終了日"),
    "url": Place("詳細参照先"),
    "funder": Place("実施組織・支援機関", 100),
    "description": Place("内容"),
}
# Fields that share a column, each in a line that begins with its label; what begins so belongs to which column.
SHARED: dict[str, Place] = {
    "eligible.": Place("対象者", 500),
    "contact.": Place("お問い合わせ先", 1000),
    **dict.fromkeys(("closes", "rule", "yearly", "round"), Place("受付備考")),
}
# What stands behind numbers, which are plain in our own sheets.
UNITS = {"eligible.years": "年以上", "eligible.years_most": "年以内", "eligible.members": "人以上", "amount.most": "円"}
# Columns of ours that have none there stand at the end of 内容, below this line.
MARK = "【そのほかの項目】"
_NOWHERE = "くわしい案内"

HEADS: tuple[Head, ...] = (
    Head("slug", "番地", ("制度番号",)),
    Head("code", "番地", ("全国地方公共団体コード",)),
    Head("title", "助成金の名前", ("タイトル（制度名）", "タイトル", "制度名")),
    Head("subtitle", _NOWHERE, ("サブタイトル（通称）", "サブタイトル")),
    Head("who", "対象になる団体", ("対象者",)),
    Head("asked", "対象になる団体", ("対象者条件",)),
    Head("purpose", "使いみち", ("用途・対象物",)),
    Head("region", _NOWHERE, ("対象地域", "地域")),
    Head("areas", "対象の地域", ("対象地域群", "地域群")),
    Head("summary", "ひとこと紹介", ("概要",)),
    Head("description", "くわしい案内", ("内容",)),
    Head("apply", "申し込み方法", ("利用・申請方法", "申請届出方法")),
    Head("opens", "受付開始", ("受付開始日", "公募開始日")),
    Head("closes", "締切", ("受付終了日", "公募終了日")),
    Head("when", "締切", ("受付備考", "公募備考")),
    Head("season", _NOWHERE, ("募集時期",)),
    Head("most", "助成額・上限", ("給付上限額",)),
    Head("rate", "助成額・割合", ("最大補助率",)),
    Head("law", _NOWHERE, ("根拠法令",)),
    Head("url", "案内のページ", ("詳細参照先", "詳細URL")),
    Head("funder", "助成する団体", ("実施組織・支援機関", "制度所管組織")),
    Head("contact", "問い合わせ先", ("お問い合わせ先", "連絡先情報")),
    Head("form", _NOWHERE, ("電子申請URL",)),
    Head("keywords", "対象の分野", ("キーワード",)),
    Head("papers", _NOWHERE, ("手続書類",)),
    Head("disaster", _NOWHERE, ("災害名",)),
    Head("collection", _NOWHERE, ("制度集",)),
    Head("", UNUSED, ("法人番号", "元制度番号", "制度変更区分", "公開日", "公開終了日", "標準産業分類")),
    Head("", UNUSED, ("（事業者対象）事業ステージ分類", "（事業者対象）行政サービス分類")),
    Head("", UNUSED, ("（事業者対象）お困りごと分類", "（個人対象）ライフステージ分類")),
    Head("", UNUSED, ("（個人対象）行政サービス分類", "（個人対象）お困りごと分類")),
)
# What has no field becomes a line of the description under this name.
EXTRAS = {
    "subtitle": "通称",
    "region": "対象地域",
    "season": "募集時期",
    "law": "根拠法令",
    "form": "電子申請",
    "papers": "手続書類",
    "disaster": "災害名",
    "collection": "制度集",
}


def columns() -> tuple[Column, ...]:
    """Our own columns of a grant, the one for its address apart."""
    return tuple(column for column in layouts(GRANT.folder)[0].columns if column.name != "slug")


def short_label(column: Column) -> str:
    """What a column is called beside others of its record: 団体の種類, not 対象になる団体・団体の種類."""
    return column.label.rpartition("・")[2]


def labels(lead: str) -> dict[str, str]:
    """The fields that share a column, by what their lines begin with."""
    return {short_label(c): c.name for c in columns() if SHARED.get(_group(c.name)) == SHARED.get(lead)}


def tail_labels() -> dict[str, str]:
    """Every field by the whole label that a line at the end of 内容 begins with."""
    return {column.label: column.name for column in columns()}


def _group(name: str) -> str:
    head, dot, _ = name.partition(".")
    return f"{head}{dot}"


def group_of(name: str) -> str:
    """The key in `SHARED` of a field; empty for one that shares no column."""
    return _group(name) if _group(name) in SHARED else ""


def fields_in(text: str, vocabularies: Vocabularies) -> tuple[str, str]:
    """Keywords that are fields of ours, as a list, and those that are not."""
    known = vocabularies.get("fields")
    words = [word.strip() for word in text.replace("；", ";").replace("、", ";").split(";") if word.strip()]
    ours = [word for word in words if known and known.find(word)]
    return "、".join(ours), "、".join(word for word in words if word not in ours)
