"""What keeps a site from being built although nothing is wrong with the profiles: one sentence each, and what to do."""

import errno

from generator.assets.modules import BrokenScript
from generator.pages.facts import NoSuchFact
from generator.pages.frame import NoMarks, mark
from generator.pages.render import TemplateError
from generator.publishing.edition import AddressTaken
from generator.publishing.inplace import HalfReplaced
from generator.publishing.lock import Busy, Holder
from generator.publishing.stage import NotOurs, NotWhole
from generator.search.index import SearchIndexError
from generator.search.kana import NoDictionary
from generator.shares import HelperKilled

_STAYS = "（前のサイトはそのままです）"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}


def waiting_for(holder: Holder | None) -> str:
    """For whom a build waits."""
    return f"{at_work(holder)}終わるのを待っています…（やめるときは Ctrl+C）"


def sentence(error: Exception) -> str:
    """What an error means and what to do; empty for one that is nobody's but ours."""
    match error:
        case Busy():
            return f"{at_work(error.holder)}終わってから、もう一度ためしてください。"
        case NotOurs():
            return f"{error} には目印のファイル（.hiroba）がないため、書きかえません。"
        case AddressTaken():
            words = f"{error.name} は、プログラムが作るファイルと重なります。"
            return f"{words}pages フォルダの中の、もとのファイルの名前を変えてください。"
        case NotWhole():
            return f"作ったはずのファイル {error.name} など {error.count}件が見あたりません。もう一度ためしてください。"
        case HalfReplaced():
            return f"入れかえが途中で止まりました（{error}）。もう一度 hiroba build をすると、続きをします。"
        case NoMarks():
            return f"サイトを作れませんでした{_STAYS}。{_of_the_marks(error)}"
        case NoSuchFact():
            fact = f"{{{{ {error.name} }}}}"
            return f"ページ {error.page} に {fact} とありますが、mkdocs.yml の設定にその値がありません。"
        case SearchIndexError():
            return f"サイトを作れませんでした{_STAYS}。{error}"
        case NoDictionary():
            return f"設定 word_readings を使うには、辞書を入れてください：{error}"
        case HelperKilled():
            return f"作業の一部が途中で止められました。メモリーがたりないのかもしれません{_STAYS}。"
        case TemplateError():
            return f"サイトを作れませんでした{_STAYS}。{_of_a_template(error)}"
        case BrokenScript():
            what = "スタイル" if ".css" in str(error) else "スクリプト"
            return f"サイトを作れませんでした{_STAYS}。テーマの{what}を使えません（{error}）。もどしてください。"
        case UnicodeDecodeError():
            return f"サイトを作れませんでした{_STAYS}。{_of_the_letters(error)}"
        case OSError():
            return f"サイトを作れませんでした{_STAYS}。{of_the_disk(error)}"
    return ""


def at_work(holder: Holder | None) -> str:
    """Who is building the site, and since when."""
    if holder is None:
        return "ほかの人かプログラムが、いまこのサイトを作っています。"
    since = holder.since
    return f"{holder.who} が {since.month}月{since.day}日 {since:%H:%M} から、このサイトを作っています。"


def _of_the_marks(error: NoMarks) -> str:
    if error.missing:
        return f"テーマ（theme/main.html など）に、目印 {_written(error.missing)} がありません。もどしてください。"
    where = "設定の site_name などか、テーマ（theme/main.html など）"
    return f"目印 {_written(error.others)} がよけいにあります。{where}から消してください。"


def _of_a_template(error: TemplateError) -> str:
    """Which file of the theme cannot be used, if the error knows it, and why."""
    name, line = getattr(error, "name", None), getattr(error, "lineno", 0)
    name = name or getattr(error, "filename", None)
    where = f"テーマの {name}{f' の{line}行目' if line else ''}" if name else "テーマのひな形のどれか"
    return f"{where}を使えません（{error.message}）。もどしてください。"


def _of_the_letters(error: UnicodeDecodeError) -> str:
    """Which line is in another encoding, as it reads in the one that is usual on Japanese computers."""
    before, after = error.object[: error.start], error.object[error.start :]
    line = before.rpartition(b"\n")[2] + after.partition(b"\n")[0]
    shown = line.decode("cp932", errors="replace").strip()[:40]
    where = f"テーマか案内のページに、UTF-8 でないファイルがあります（「{shown}」の行）。"
    return f"{where}UTF-8 で保存しなおしてください。"


def _written(names: tuple[str, ...]) -> str:
    return "、".join(map(mark, names))


def of_the_disk(error: OSError) -> str:
    """What the system means by an error about a file or folder."""
    where = error.filename or ""
    if error.errno in _FULL:
        return "ディスクの空きがたりません。空きをふやして、もう一度ためしてください。"
    if error.errno == errno.EROFS or isinstance(error, PermissionError):
        return f"{where} を使えません。フォルダの権限と、ほかのプログラムで開いていないかを確かめてください。"
    return f"{where} を読み書きできません（{error.strerror or error}）。"
