"""The command line: the only room that prints or exits, and one of two that look at the world outside."""

import os
import sys

import click

from generator import __version__
from generator.cli.check import check, rules
from generator.cli.comment import comment_command
from generator.cli.desk import desk
from generator.cli.format import fmt
from generator.cli.intake import export, import_, intake
from generator.cli.profiles import new, schema
from generator.cli.site import build, serve
from generator.cli.terminal import FINE, PROBLEMS


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="hiroba")
def main() -> None:
    """ひろば：団体のプロフィール（YAML）から、市民活動の案内サイトを作ります。"""
    for stream in (sys.stdout, sys.stderr):
        # A CP932 console has no em dash and no emoji; a message with a "?" in it is better than a crash.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


for command in (build, check, comment_command, rules, fmt, serve, new, schema, intake, import_, export, desk):
    main.add_command(command)


def run() -> None:
    """The console script: the commands, and then out at once.

    Python takes a large directory apart object by object before it ends, which nobody needs and which takes a tenth of
    a build of ten thousand profiles; the system does it in no time.
    """
    try:
        main()
        code: int | str | None = FINE
    except SystemExit as leaving:
        code = leaving.code
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else FINE if code is None else PROBLEMS)
