"""The closed lists that the program itself depends on; open lists are vocabularies, which are content."""

from generator.models.types import Choice, choice, choices


class Criterion(Choice):
    """The five things that make an activity 市民活動 (the preparatory committee's definition)."""

    VOLUNTARY = "voluntary", "自発的・自主的な活動です", "Voluntary and self-directed"
    COLLECTIVE = "collective", "複数の市民で活動しています", "Carried on by several citizens"
    CONTINUING = "continuing", "継続して活動しています", "Continuing"
    PUBLIC_BENEFIT = "public-benefit", "社会や地域のための活動です", "For the public good"
    NONPROFIT = "nonprofit", "営利を目的としていません", "Non-profit"


class GroupStatus(Choice):
    """Whether a group is at work now."""

    ACTIVE = "active", "活動中", "Active"
    RESTING = "resting", "お休み中", "Resting", "休止中", "休会中", "休み"
    ENDED = "ended", "終了", "Ended"


class Source(Choice):
    """By which way a profile came in."""

    FORM = "form", "フォーム", "Web form"
    PAPER = "paper", "用紙", "Paper"
    FAX = "fax", "ファクス", "Fax"
    PHONE = "phone", "電話", "Telephone"
    COUNTER = "counter", "窓口", "Counter"
    EMAIL = "email", "メール", "E-mail"
    PULL_REQUEST = "pull-request", "プルリクエスト", "Pull request"


class Succession(Choice):
    """Where a group stands in handing over its work."""

    NOT_NEEDED = "not-needed", "予定なし", "Not needed"
    LOOKING = "looking", "探しています", "Looking for a successor"
    TALKING = "talking", "相談中", "In talks"
    FOUND = "found", "決まりました", "Found"


class Via(Choice):
    """Who passes a message on when a group publishes no contact of its own."""

    CENTER = "center", "センター", "Through the centre"


class SocialKind(Choice):
    """A social network or page of a group."""

    X = "x", "X（旧Twitter）", "X"
    FACEBOOK = "facebook", "Facebook", "Facebook"
    INSTAGRAM = "instagram", "Instagram", "Instagram"
    LINE = "line", "LINE", "LINE"
    YOUTUBE = "youtube", "YouTube", "YouTube"
    BLOG = "blog", "ブログ", "Blog"
    OTHER = "other", "その他のページ", "Other page"


class Disclosure(Choice):
    """A contact detail that looks private and that the group wants to be public all the same."""

    PHONE = "phone", "電話番号", "Telephone number"
    FAX = "fax", "ファクス番号", "Fax number"
    EMAIL = "email", "メールアドレス", "E-mail address"
    ADDRESS = "address", "住所", "Address"


class EventStatus(Choice):
    """Whether an event takes place (schema.org EventStatusType, and full)."""

    SCHEDULED = "scheduled", "開催予定", "Scheduled"
    FULL = "full", "満席", "Full"
    POSTPONED = "postponed", "延期", "Postponed"
    CANCELLED = "cancelled", "中止", "Cancelled"
    MOVED_ONLINE = "moved-online", "オンライン開催に変更", "Moved online"


class ClosingRule(Choice):
    """What has to have happened on the last day of an application."""

    ARRIVED = "arrived", "必着", "Must have arrived", "当日必着", "締切日必着", "期日必着"
    POSTMARKED = "postmarked", "消印有効", "Must have been posted", "当日消印有効", "締切日消印有効", "当日の消印有効"


Criteria = choices(Criterion)
OneGroupStatus = choice(GroupStatus)
OneSource = choice(Source)
OneSuccession = choice(Succession)
OneVia = choice(Via)
OneSocialKind = choice(SocialKind)
Disclosures = choices(Disclosure)
OneEventStatus = choice(EventStatus)
OneClosingRule = choice(ClosingRule)
