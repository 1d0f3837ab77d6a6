"""An event (イベント) as it is written in `content/events/<slug>.yaml`."""

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from generator.models.base import Record, field
from generator.models.choices import Disclosures, EventStatus, OneClosingRule, OneEventStatus
from generator.models.shared import Accessibility, Audiences, EventKinds, Fee, Languages, Photo, UntilThen
from generator.models.types import (
    Clock,
    ClosingDay,
    Count,
    Day,
    Email,
    Flag,
    Kana,
    Line,
    LongText,
    Many,
    MomentText,
    PhoneNumber,
    Repeat,
    Text,
    Url,
    refuse,
)


class When(Record):
    """One entry of an event's dates: a day, a span of days, or a recurrence between two days."""

    shorthand: ClassVar[str] = "moment"

    moment: MomentText | None = field(
        "日時", "Date and time", "一行で書くとき", default=None, example="2026-12-05 10:00-12:00"
    )
    start_date: Day | None = field("開始日", "Start date", default=None, example="2026-12-05")
    end_date: Day | None = field("終了日", "End date", "何日も続くとき", default=None, example="2026-12-07")
    start_time: Clock | None = field("開始時刻", "Start time", default=None, example="10:00")
    end_time: Clock | None = field("終了時刻", "End time", default=None, example="12:00")
    repeat: Repeat | None = field(
        "くりかえし", "Recurrence", "開始日から終了日まで", default=None, example="毎月第1水曜 14:00-15:30"
    )
    except_dates: Annotated[tuple[Day, ...], Many] = field("休みの日", "Except dates", default=(), example="2027-01-06")
    note: Line | None = field("補足", "Note", default=None, example="受付は9時30分から")

    @model_validator(mode="after")
    def _has_a_day(self) -> "When":
        if self.moment is None and self.start_date is None and self.repeat is None:
            raise refuse("date-missing", "")
        if self.start_date and self.end_date and self.end_date < self.start_date:
            raise refuse("end-before-start", f"{self.start_date}〜{self.end_date}")
        if self.start_time and self.end_time and self.end_time <= self.start_time and not _goes_on(self):
            raise refuse("end-before-start", f"{self.start_time:%H:%M}〜{self.end_time:%H:%M}")
        return self


def _goes_on(when: When) -> bool:
    """Whether an entry ends on a later day than it begins."""
    return bool(when.start_date and when.end_date and when.end_date > when.start_date and when.repeat is None)


class Booking(UntilThen):
    """Whether and how to book."""

    required: Flag | None = field("申し込みが必要", "Required", default=None, example="はい")
    how: Text | None = field("方法", "How", default=None, example="電話かファクスで、名前と人数をお知らせください")
    phone: PhoneNumber | None = field("電話", "Telephone", default=None, example="042-000-0001", own=True)
    fax: PhoneNumber | None = field("ファクス", "Fax", default=None, example="042-000-0002", own=True)
    email: Email | None = field("メール", "E-mail", default=None, example="mihon@example.org", own=True)
    url: Url | None = field("アドレス", "Address", default=None, example="https://example.org/mihon/form", own=True)
    opens: Day | None = field("受付開始", "Opens", default=None, example="2026-11-10")
    closes: ClosingDay | None = field("受付終了", "Closes", default=None, example="2026-12-01")
    rule: OneClosingRule | None = field("締切の決まり", "Closing rule", default=None, example="arrived")
    public: Disclosures = field(
        "公開してよいもの", "Meant to be public", "個人のものに見えても公開してよい連絡先", default=(), example="phone"
    )


class Event(Record):
    """One event, on one or more days."""

    title: Annotated[Line, Field(max_length=80)] = field("イベント名", "Title", example="秋の川辺を歩こう", own=True)
    kana: Kana | None = field("ふりがな", "Reading", default=None, example="あきのかわべをあるこう")
    kind: EventKinds = field("種類", "Kind", example="living")
    organizer: Annotated[tuple[Line, ...], Many] = field(
        "主催", "Organizer", "団体の番号（ファイル名）か名前", example="kawa-no-kai", min_length=1, max_length=10
    )
    dates: Annotated[tuple[When, ...], Many] = field("日時", "Dates", min_length=1, max_length=60)
    place: Line | None = field(
        "会場", "Place", "施設の番号（ファイル名）か場所の名前", default=None, example="shimin-hall"
    )
    address: Line | None = field("会場の住所", "Address", default=None, example="ひろば市本町1丁目")
    online: Url | None = field("オンライン参加先", "Online address", default=None, example="https://example.org/live")
    summary: Annotated[Text, Field(max_length=80)] = field(
        "ひとこと紹介", "Summary", "80文字まで", example="川沿いを歩き、鳥を観察します。", own=True
    )
    description: LongText | None = field(
        "内容", "Description", default=None, example="川沿いを2時間ほど歩きます。", own=True
    )
    audience: Audiences = field("対象", "Audience", default=(), example="anyone")
    audience_note: Line | None = field("対象の補足", "Audience note", default=None, example="小学3年生以上")
    capacity: Count | None = field("定員", "Capacity", default=None, example="30人")
    capacity_note: Line | None = field("定員の補足", "Capacity note", default=None, example="先着順")
    fee: Fee | None = field("参加費", "Fee", default=None)
    booking: Booking | None = field("申し込み", "Booking", default=None)
    status: OneEventStatus = field(
        "開催状況",
        "Status",
        "延期の新しい日が決まったら、日時を書きかえて「開催予定」に戻します",
        default=EventStatus.SCHEDULED,
        example="scheduled",
    )
    rain: Line | None = field("雨のとき", "In case of rain", default=None, example="小雨決行、荒天中止")
    accessibility: Accessibility = field("バリアフリー対応", "Accessibility", default=(), example="wheelchair")
    languages: Languages = field("対応言語", "Languages", default=(), example="en")
    photos: Annotated[tuple[Photo, ...], Many] = field("写真", "Photos", default=(), max_length=6)
    part_of: Line | None = field(
        "大きなイベントの名前", "Part of", "その一部のとき", default=None, example="夏の体験ボランティア"
    )
