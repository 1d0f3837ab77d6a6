"""The command line: the only room that prints or exits, and one of two that look at the world outside."""

import os
import sys
from importlib import import_module

import click

from generator import __version__

# Each command with the module that has it, its name there, and its line in the list; only what is used is imported.
COMMANDS: dict[str, tuple[str, str, str]] = {
    "build": (
        "site",
        "build",
        "サイトを作って公開用フォルダに入れます。直すところがあれば作らず、前のサイトを残します。",
    ),
    "check": ("check", "check", "PATHS（content フォルダか、その中のファイル）を点検し、直すところをすべて出します。"),
    "comment": (
        "comment",
        "comment_command",
        "FOLDER にある点検の結果から、提案（プルリクエストや申し込み）へのお返事を作ります。",
    ),
    "desk": ("desk", "desk", "フォームから送られたものを受けとり、職員が確かめて受け付ける「職員の机」を開きます。"),
    "export": (
        "intake",
        "export",
        "団体（--kind event ならイベント）を、FILE（.xlsx か .csv）に書き出します。直して import で戻せます。",
    ),
    "fmt": ("format", "fmt", "プロフィールの書き方（項目の順、項目名、日付など）をそろえます。# のメモは残ります。"),
    "import": (
        "intake",
        "import_",
        "FILE（Excel か CSV の表）から、団体やイベントを取り込みます。初めは、変わるところを見せるだけです。",
    ),
    "intake": (
        "intake",
        "intake",
        "FILES（保存したフォーム、メール、申し込み用紙の文、希望カード）を読み、変わるところと直すところを出します。",
    ),
    "met": (
        "met",
        "met",
        "団体の募集や求めていることが「決まった」と記録します（数だけ。名前は記録しません）。",
    ),
    "new": ("profiles", "new", "新しいプロフィールの見本か、新しいまちのサイト一式（site）を作ります。"),
    "report": (
        "report",
        "report_command",
        "募集、後継者、助け合い、助成金などの数と、前の月からの変わり方を、職員のためにまとめます。",
    ),
    "rules": (
        "check",
        "rules",
        "点検のきまりを出します。NAME（きまりの名前）を打つと、その理由と、よい例・よくない例が出ます。",
    ),
    "schema": (
        "profiles",
        "schema",
        "入力を助けるファイル（content/schema の JSON Schema と、GitHub の申し込み用紙）を書きます。",
    ),
    "serve": (
        "site",
        "serve",
        "手元で見ながら直します。保存すると、すぐページに出ます（検索に出るのは、その少しあとです）。",
    ),
    "upgrade": (
        "sites",
        "upgrade",
        "この版のひろばに合わせて変えるもの（設定、用語、自動で動く作業、書くときの助け）を見せ、聞いてから変えます。",
    ),
    "wishes": (
        "wishes",
        "wishes",
        "希望カードの登録簿の希望ごとに、合う募集や会が新しく出ていないか見せます。",
    ),
}


class Commands(click.Group):
    """A group that knows its commands by their lines and imports one when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the alphabet."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, name, _ = COMMANDS[cmd_name]
        made = getattr(import_module(f"generator.cli.{module}"), name)
        assert isinstance(made, click.Command)
        return made

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in the help, without importing what it names."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, COMMANDS[name][2]) for name in self.list_commands(ctx)])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="hiroba")
def main() -> None:
    """ひろば：団体のプロフィール（YAML）から、市民活動の案内サイトを作ります。"""
    for stream in (sys.stdout, sys.stderr):
        # A CP932 console has no em dash and no emoji; a message with a "?" in it is better than a crash.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def run() -> None:
    """The console script: the commands, and then out at once.

    Python takes a large directory apart object by object before it ends, which nobody needs and which takes a tenth of
    a build of ten thousand profiles; the system does it in no time.
    """
    try:
        main()
        code: int | str | None = 0
    except SystemExit as leaving:
        code = leaving.code
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else 0 if code is None else 1)
