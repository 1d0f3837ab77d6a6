"""Japanese labels of ways, actions, states and proofs."""

from collections.abc import Mapping

from generator.desk.auth.edit_links import Proof
from generator.desk.inbox.journal import ACCEPT, ASK, DECLINE
from generator.desk.inbox.submissions import ASKED, DONE, WAITING
from generator.models.choices import Source

WAYS: Mapping[str, str] = {
    **{str(way): way.label for way in Source},
    "issue": "課題の投稿",
    "sheet": "表計算のファイル",
}
# The ways by which something comes to staff, who enter it themselves.
BY_STAFF = ("paper", "fax", "phone", "counter", "email")
ACTIONS: Mapping[str, str] = {
    ACCEPT: "受け付け",
    ASK: "問い合わせ",
    DECLINE: "見送り",
    "enter": "職員が登録",
    "mend": "職員が訂正",
    "link": "修正用リンクを発行",
    "build": "サイトの作成",
    "met": "決まったことを記録",
    "unmet": "決まったことの記録を取り消し",
}
# What a decision is called once it is made.
DONE_WORDS: Mapping[str, str] = {
    ACCEPT: "受け付けました",
    ASK: "問い合わせ中にしました",
    DECLINE: "見送りにしました",
    "mend": "訂正しました",
}
_GOING_ON: Mapping[str, str] = {
    ACCEPT: "受け付けている",
    ASK: "問い合わせ中にしている",
    DECLINE: "見送りにしている",
    "mend": "訂正している",
}
STATES: Mapping[str, str] = {WAITING: "受付待ち", ASKED: "問い合わせ中", DONE: "済み"}
PROOFS: Mapping[Proof, str] = {
    Proof.NONE: "",
    Proof.VALID: "本人確認ずみのリンクから",
    Proof.EXPIRED: "期限の切れたリンクから（本人かどうか確かめてください）",
    Proof.OTHER: "ほかの団体のリンクから（本人かどうか確かめてください）",
    Proof.FORGED: "正しくないリンクから（本人かどうか確かめてください）",
}


def known_way(text: str) -> str:
    """A way if it is known; `form` for anything else."""
    return text if text in WAYS else "form"


def conflict_words(staff: str, action: str, under_way: bool) -> str:
    """Who decided about a submission before somebody else, or is deciding now (`under_way`)."""
    who = f"{staff}さん" if staff else "ほかの人"
    if under_way:
        return f"いま{who}が{_GOING_ON.get(action, '扱っている')}ところです"
    return f"もう{who}が{DONE_WORDS.get(action, '扱いました')}"
