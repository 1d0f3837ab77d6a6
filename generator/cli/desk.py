"""The command that receives what people send and helps staff with it: desk."""

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.terminal import PROBLEMS, config_option, project
from generator.clock import now_here
from generator.installing import pip

if TYPE_CHECKING:
    from generator.desk.office import Office, Paths
    from generator.settings import Settings

# What the extra `desk` brings; the other commands do without.
_NEEDED = ("starlette", "uvicorn", "itsdangerous", "python_multipart")
_PASSWORD = "パスワード（10文字以上）"

inbox_option = click.option(
    "--inbox", type=click.Path(file_okay=False, path_type=Path), help="受付箱のフォルダ（設定の desk.inbox のかわり）。"
)


@click.group(invoke_without_command=True)
@config_option
@inbox_option
@click.option("--address", "-a", default="127.0.0.1:8100", show_default=True, help="開くアドレスとポート。")
@click.option("--with-site", is_flag=True, help="作ったサイトも、同じアドレスで見せます。")
@click.pass_context
def desk(context: click.Context, config_file: Path, inbox: Path | None, address: str, with_site: bool) -> None:
    """フォームから送られたものを受けとり、職員が確かめて受け付ける「職員の机」を開きます。"""
    if context.invoked_subcommand:
        context.obj = (config_file, inbox)
        return
    _need_libraries()
    from generator.desk.auth.staff import read_staff
    from generator.desk.decisions.execute import finish_pending

    host, port = _address(address)
    office = _office(config_file, inbox, with_site, host)
    for plan, why in finish_pending(office):
        click.echo(f"{plan.title}（{plan.receipt}）の受け付けが途中です: {why}", err=True)
    office.pusher.start()
    if not read_staff(office.inbox):
        click.echo("まだ職員がいません。「hiroba desk add 名前」で作ってください。", err=True)
    _serve(office, host, port, address)


def _serve(office: "Office", host: str, port: int, address: str) -> None:
    from generator.desk.server import server

    def opened() -> None:
        click.echo(f"職員の机: http://{address}/desk/　フォームの送り先: http://{address}/submit")
        click.echo("終わるときは Ctrl+C です。")
        sys.stdout.flush()

    try:
        server(office, host, port, opened).run()
    except SystemExit:
        click.echo(f"{address} で開けませんでした。ほかのプログラムが使っていないか確かめてください。", err=True)
        sys.exit(PROBLEMS)
    except KeyboardInterrupt:
        click.echo("閉じました。")


@desk.command()
@click.argument("name")
@click.pass_context
def add(context: click.Context, name: str) -> None:
    """NAME（名前）の職員を加えるか、そのパスワードを変えます。パスワードは2回たずねます。"""
    _need_libraries()
    from generator.desk.auth.staff import member, name_fault, normal_name, password_fault, read_staff, write_staff

    inbox, name = _inbox(context), normal_name(name)
    if wrong := name_fault(name):
        raise click.UsageError(wrong)
    password = click.prompt(_PASSWORD, hide_input=True, confirmation_prompt="もう一度")
    if wrong := password_fault(password):
        raise click.UsageError(wrong)
    write_staff(inbox, read_staff(inbox) | {name: member(password)})
    click.echo(f"{name} さんが、サインインできるようになりました。")


@desk.command()
@click.argument("name")
@click.pass_context
def remove(context: click.Context, name: str) -> None:
    """NAME（名前）の職員を外します。サインインしていても、すぐに使えなくなります。"""
    _need_libraries()
    from generator.desk.auth.staff import normal_name, read_staff, write_staff

    inbox, name = _inbox(context), normal_name(name)
    members = read_staff(inbox)
    if name not in members:
        raise click.UsageError(f"「{name}」という職員はいません。")
    write_staff(inbox, {each: told for each, told in members.items() if each != name})
    click.echo(f"{name} さんを外しました。")


@desk.command()
@click.pass_context
def staff(context: click.Context) -> None:
    """サインインできる職員の名前を出します。"""
    _need_libraries()
    from generator.desk.auth.staff import read_staff

    for name in sorted(read_staff(_inbox(context))) or ["まだ職員がいません。"]:
        click.echo(name)


def _need_libraries() -> None:
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        line = pip("starlette", "uvicorn", "itsdangerous", "python-multipart")
        raise click.UsageError(f"職員の机を使うには、先に「{line}」で部品を入れてください。")


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isdigit() or not 0 < int(port) < 65536:
        raise click.UsageError(f"アドレスは 127.0.0.1:8100 のように書いてください: {text}")
    return host.strip("[]"), int(port)


def _inbox(context: click.Context) -> Path:
    """The inbox that a subcommand is about, made if there is none."""
    from generator.desk.inbox.submissions import open_inbox

    _, paths = _paths(*context.obj)
    open_inbox(paths.inbox)
    return paths.inbox


def _office(config_file: Path, inbox: Path | None, with_site: bool, host: str) -> "Office":
    from generator.desk.http.networks import InvalidNetwork
    from generator.desk.office import open_office

    settings, paths = _paths(config_file, inbox, with_site, host)
    try:
        return open_office(settings, paths, now_here)
    except InvalidNetwork as wrong:
        raise click.UsageError(
            f"設定 desk の networks か proxies の「{wrong}」は、ネットワークではありません。"
        ) from None
    except OSError as error:
        raise click.UsageError(f"受付箱 {paths.inbox} を開けません: {error}") from None


def _paths(config_file: Path, inbox: Path | None, with_site: bool = False, host: str = "") -> "tuple[Settings, Paths]":
    """The settings and where everything lies; a folder that is published can be no inbox."""
    from generator.desk.office import Paths

    told = project(config_file)
    folder, site = config_file.resolve().parent, told.site.resolve()
    box = (inbox or folder / told.settings.desk.inbox).resolve()
    if any(box.is_relative_to(public) for public in ((folder / told.content).resolve(), site)):
        raise click.UsageError(f"受付箱 {box} は、公開するフォルダの外に置いてください。")
    shown = site if with_site else None
    paths = Paths(config_file, told.content, told.themes, told.icons, box, site, shown, host)
    return told.settings, paths
