"""The heads of public event lists: 推奨データセット (32 columns), base registry (50 columns), and local additions."""

from typing import NamedTuple


class Head(NamedTuple):
    """What a column of a public list means to us: its part in an event, where that goes, and what it is called."""

    part: str
    goes: str
    called: tuple[str, ...]


UNUSED = "使いません"
HEADS: tuple[Head, ...] = (
    Head(
        "code",
        "番地",
        ("都道府県コード又は市区町村コード", "全国地方公共団体コード", "市区町村コード", "都道府県コード"),
    ),
    Head("number", "番地", ("NO", "ID", "No.")),
    Head("title", "イベント名", ("名称", "イベント名", "イベント名称")),
    Head("kana", "ふりがな", ("名称(カナ)", "イベント名_カナ", "名称_カナ", "イベント名称_カナ")),
    Head("subtitle", "内容", ("サブタイトル",)),
    Head("summary", "ひとこと紹介", ("概要",)),
    Head("description", "内容", ("説明", "内容")),
    Head("kind", "種類", ("イベント種類", "カテゴリー", "カテゴリ")),
    Head("url", "内容", ("URL",)),
    Head("state", "開催状況", ("状態",)),
    Head("start_date", "日時", ("開始日",)),
    Head("end_date", "日時", ("終了日",)),
    Head("start_time", "日時", ("開始時刻", "開始時間")),
    Head("end_time", "日時", ("終了時刻", "終了時間")),
    Head("when", "日時", ("日時備考", "開始日時特記事項")),
    Head("place", "会場", ("場所名称", "会場名")),
    Head("meeting_point", "会場", ("集合場所",)),
    Head("building", "会場", ("建物名等", "建物名等(方書)", "方書")),
    Head("address", "会場の住所", ("住所", "所在地_連結表記", "所在地")),
    Head("prefecture", "会場の住所", ("住所都道府県", "所在地_都道府県")),
    Head("city", "会場の住所", ("住所市区町村", "所在地_市区町村", "区")),
    Head("town", "会場の住所", ("住所町名", "所在地_町字")),
    Head("lot", "会場の住所", ("住所丁目以下", "所在地_番地以下")),
    Head("organizer", "主催", ("主催団体", "主催者")),
    Head("with", "主催", ("共催団体", "共催協力")),
    Head("helpers", "内容", ("その他関係団体",)),
    Head("audience", "対象の補足", ("対象者", "参加条件_詳細", "参加条件")),
    Head("capacity", "定員", ("定員",)),
    Head("fee", "参加費", ("料金(基本)", "料金")),
    Head("fee_note", "参加費", ("料金(詳細)",)),
    Head("languages", "内容", ("外国語対応",)),
    Head("closes", "申し込み", ("申込期限日", "参加申込終了日")),
    Head("closes_at", "申し込み", ("申込期限時刻", "参加申込終了時間")),
    Head("how", "申し込み", ("申込方法", "参加申込方法")),
    Head("access", "内容", ("アクセス方法",)),
    Head("parking", "内容", ("駐車場情報", "駐車場_有無")),
    Head("bicycles", "内容", ("駐輪場情報",)),
    Head("nursery", "内容", ("託児所_詳細", "託児所_有無", "子育て情報")),
    Head("contact", "申し込み", ("連絡先名称",)),
    Head("phone", "申し込み", ("連絡先電話番号", "電話番号")),
    Head("extension", "申し込み", ("連絡先内線番号", "内線番号")),
    Head("email", "申し込み", ("連絡先メールアドレス",)),
    Head("note", "内容", ("備考",)),
    # Of our own, for an office that adds it to a list: what looks private and is meant to be public.
    Head("public", "公開してよいもの", ("公開してよいもの", "申し込み・公開してよいもの")),
    Head("", UNUSED, ("都道府県名", "市区町村名", "名称(英字)", "イベント名_英語", "名称(通称)", "サブイベント")),
    Head("", UNUSED, ("画像URL", "画像", "画像_ライセンス", "画像_詳細", "対象となる産業", "ステージ", "郵便番号")),
    Head("", UNUSED, ("緯度", "経度", "公開日", "更新日", "最終確認日", "施設No.")),
)
# What is left over becomes a line of the description under this name.
EXTRAS = {
    "helpers": "関係団体",
    "languages": "外国語対応",
    "access": "行き方",
    "parking": "駐車場",
    "bicycles": "駐輪場",
    "nursery": "託児",
    "note": "備考",
}
STATES = {"中止": "cancelled", "延期": "postponed", "満席": "full", "満員": "full", "予約期間終了": "full"}
