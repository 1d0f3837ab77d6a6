"""A site as it was built, served on this machine, and the address at which that and a preview are served."""

from collections.abc import Callable
from pathlib import Path

from generator import static
from generator.configuration import Stopped


def serve_built(site: Path, address: str, ready: Callable[[], None]) -> None:
    """Serve a site as it was built until Ctrl+C, and tell when it can be looked at. Raises Stopped if it cannot."""
    host, port = host_and_port(address)
    if not (site / "index.html").is_file():
        raise Stopped(f"{site} にサイトがありません。先に hiroba build をしてください。", 2)
    try:
        static.serve(site, host, port, ready)
    except OSError as error:
        raise taken(address, error) from None


def host_and_port(address: str) -> tuple[str, int]:
    """The two halves of an address such as 127.0.0.1:8000. Raises Stopped for what is none."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit() or int(port) > 65535:
        raise Stopped(f"「{address}」は番地として読めません。127.0.0.1:8000 のように打ってください。", 2)
    return host.strip("[]"), int(port)


def taken(address: str, error: OSError) -> Stopped:
    """What is said of an address that cannot be listened at, with another to try."""
    port = address.rpartition(":")[2]
    words = f"{address} を使えません（{error.strerror or error}）。ほかの hiroba serve が動いていたら止めるか、"
    return Stopped(f"{words}「hiroba serve --address 127.0.0.1:{int(port) % 65535 + 1}」と打ってください。", 2)
