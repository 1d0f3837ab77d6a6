"""Profiles in which every field is filled in, as data and as YAML, in English keys and in Japanese ones."""

import json
from typing import Any

from generator.models.base import Record, inner_record

_PHOTO = {"file": "kawa.jpg", "alt": "川辺に立つ会員", "caption": "秋の花壇"}

FULL_GROUP: dict[str, Any] = {
    "name": "川あかりの会",
    "kana": "かわあかりのかい",
    "name_en": "River Light",
    "aliases": ["川あかり", "あかり会"],
    "kind": "npo",
    "corporate_number": "8000012010038",
    "fields": ["environment", "children"],
    "areas": ["citywide", "kiyose"],
    "audiences": ["anyone", "children"],
    "summary": "川辺の花を世話しています。",
    "description": "毎月、川辺の花壇に集まります。\n\n- 種をまく\n- 水をやる\n",
    "criteria": ["voluntary", "collective", "continuing", "public-benefit", "nonprofit"],
    "meetings": [{"when": "毎月第2・第4土曜 9:00-12:00", "place": "kawabe", "note": "雨の日は翌週です。"}],
    "members": {"total": "25人", "residents": "20人", "ages": "10代から80代", "note": "男性10人"},
    "fees": {
        "joining": "1,000円",
        "yearly": "2,000円",
        "monthly": "500円",
        "per_time": "300円",
        "note": "材料費は実費です",
    },
    "founded": "平成16年4月",
    "recruiting": [
        {
            "role": "volunteer",
            "title": "水やりを手伝う方",
            "text": "週に一度、30分です。",
            "when": "毎週水曜 7:00",
            "place": "kawabe",
            "until": "2027-03-31",
            "number": "5人",
            "beginners_ok": "はい",
            "once": "はい",
            "with_children": "はい",
            "from_home": "いいえ",
            "ages": "高校生以上",
            "conditions": "長ぐつをお持ちください",
            "posted": "2026-10-01",
            "id": "a7ac7a",
        }
    ],
    "succession": {
        "status": "looking",
        "since": "2026年4月",
        "needs": "月に一度、土曜の午前に出られる方",
        "hands_over": "道具一式と花壇の記録",
        "help_for": "1年間",
        "note": "代表を引き継ぐ方を探しています",
        "history": [{"status": "not-needed", "day": "2025年4月", "note": "代表が元気に続けていました"}],
    },
    "offers": [{"kind": "equipment", "text": "テントをお貸しします", "when": "土曜・日曜", "until": "2027-03-31"}],
    "seeks": [{"kind": "people", "text": "運ぶ人手がほしい", "when": "土曜", "until": "2027-04-30"}],
    "contact": {
        "via": "center",
        "phone": "042-000-0011 内線12（水野公民館）",
        "phone_hours": "平日 10:00-16:00",
        "fax": "042-000-0012",
        "email": "akari@example.org",
        "form": "https://example.org/form",
        "website": "https://example.org/",
        "social": [{"kind": "instagram", "url": "https://example.org/akari"}],
        "address": "清瀬市中里",
        "public": ["phone", "address"],
    },
    "languages": ["ja", "en"],
    "accessibility": ["wheelchair", "writing"],
    "photos": [_PHOTO],
    "documents": [{"file": "kaiho.pdf", "title": "会報 第12号"}],
    "translations": {"en": {"name": "River Light", "summary": "We grow flowers.", "description": "Join us."}},
    "confirmed": "2026-10-01",
    "source": "paper",
    "status": "active",
}

FULL_EVENT: dict[str, Any] = {
    "title": "花の種まき",
    "kana": "はなのたねまき",
    "kind": "living",
    "organizer": ["kawa-akari", "花を育てる有志"],
    "dates": [
        {
            "moment": "2026-12-05 10:00-12:00",
            "note": "受付は9時30分から",
        },
        {"start_date": "2026-12-12", "end_date": "2026-12-13", "start_time": "10:00", "end_time": "12:00"},
        {"repeat": "毎月第1水曜 14:00-15:30", "start_date": "2027-01-01", "except_dates": ["2027-02-03"]},
    ],
    "place": "kawabe",
    "address": "清瀬市中里1丁目",
    "online": "https://example.org/live",
    "summary": "春に咲く花の種をまきます。",
    "description": "道具はこちらで用意します。",
    "audience": ["anyone"],
    "audience_note": "小学3年生以上",
    "capacity": "30人",
    "capacity_note": "先着順",
    "fee": {"amount": "500円", "note": "材料費として"},
    "booking": {
        "required": "はい",
        "how": "電話でお知らせください",
        "phone": "042-000-0011",
        "fax": "042-000-0012",
        "email": "akari@example.org",
        "url": "https://example.org/form",
        "opens": "2026-11-10",
        "closes": "2026-12-01",
        "rule": "arrived",
        "public": ["phone"],
    },
    "status": "scheduled",
    "rain": "小雨決行",
    "accessibility": ["wheelchair"],
    "languages": ["en"],
    "photos": [_PHOTO],
    "part_of": "夏の体験ボランティア",
}

FULL_PLACE: dict[str, Any] = {
    "name": "川辺の家",
    "kana": "かわべのいえ",
    "kind": "hall",
    "address": "清瀬市中里1丁目",
    "lat": "35.7725",
    "lon": "139.5189",
    "access": "清瀬駅から歩いて4分",
    "phone": "042-000-0099",
    "hours": "9:00〜21:30",
    "description": "川のそばの家です。",
    "rooms": [{"name": "会議室1", "capacity": "24人", "fee": "無料", "equipment": ["ホワイトボード"]}],
    "equipment": ["プロジェクター"],
    "accessibility": ["wheelchair"],
    "url": "https://example.org/hall",
}


def yaml_text(data: Any) -> str:
    """The data as YAML: JSON with its characters as they are is a part of it."""
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def in_japanese(record: type[Record] | None, data: Any) -> Any:
    """The same data with every key replaced by the field's Japanese label."""
    if isinstance(data, list):
        return [in_japanese(record, each) for each in data]
    if not isinstance(data, dict):
        return data
    fields = record.model_fields if record else {}
    out = {}
    for name, value in data.items():
        info = fields.get(name)
        inner = inner_record(info.annotation) if info else record
        out[str(info.title) if info else name] = in_japanese(inner, value)
    return out


def filled(record: Record) -> dict[type[Record], set[str]]:
    """For each kind of record inside a record, which of its fields are given somewhere."""
    found: dict[type[Record], set[str]] = {type(record): set(record.model_fields_set)}
    for name in record.model_fields_set:
        value = getattr(record, name)
        several = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        for inner in several:
            if isinstance(inner, Record):
                for kind, names in filled(inner).items():
                    found.setdefault(kind, set()).update(names)
    return found
