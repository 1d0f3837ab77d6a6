"""A place (施設) as it is written in `content/places/<slug>.yaml`."""

from typing import Annotated

from pydantic import Field

from generator.models.base import Record, field
from generator.models.shared import Accessibility, PlaceKinds
from generator.models.types import Count, Decimal, Kana, Line, LongText, Many, PhoneNumber, Text, Url


class Room(Record):
    """A room that can be used."""

    name: Line = field("部屋の名前", "Name", example="会議室1")
    capacity: Count | None = field("定員", "Capacity", default=None, example="24人")
    fee: Line | None = field("使用料", "Fee", default=None, example="登録団体は無料")
    equipment: Annotated[tuple[Line, ...], Many] = field("設備", "Equipment", default=(), example="ホワイトボード")


class Place(Record):
    """A building, park or riverside where groups meet."""

    name: Annotated[Line, Field(max_length=60)] = field("施設名", "Name", example="見本ホール", own=True)
    kana: Kana = field("ふりがな", "Reading", example="みほんほーる", own=True)
    kind: PlaceKinds = field("種類", "Kind", example="hall")
    address: Line | None = field("所在地", "Address", default=None, example="ひろば市本町1丁目")
    lat: Decimal | None = field("緯度", "Latitude", "十進の度", default=None, example="35.772500", ge=20, le=46)
    lon: Decimal | None = field("経度", "Longitude", "十進の度", default=None, example="139.518900", ge=122, le=154)
    access: Text | None = field("行き方", "Access", default=None, example="ひろば駅北口から歩いて4分")
    phone: PhoneNumber | None = field("電話", "Telephone", default=None, example="042-000-0003", own=True)
    hours: Text | None = field("開館時間", "Hours", default=None, example="9:00〜21:30（月曜休館）")
    description: LongText | None = field("案内", "Description", default=None, example="駅前の大きなホールです。")
    rooms: Annotated[tuple[Room, ...], Many] = field("部屋", "Rooms", default=(), max_length=30)
    equipment: Annotated[tuple[Line, ...], Many] = field(
        "借りられる備品", "Equipment to borrow", default=(), example="プロジェクター", max_length=40
    )
    accessibility: Accessibility = field("バリアフリー対応", "Accessibility", default=(), example="wheelchair")
    url: Url | None = field("ホームページ", "Website", default=None, example="https://example.org/hall")
