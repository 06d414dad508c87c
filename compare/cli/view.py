"""``truecopy view``: the viewer in the browser, served from this machine to this machine."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import argparse

ADDRESS: Final = "127.0.0.1"
"""The loopback alone: articles that nobody has published yet are not for the whole network."""

LARGEST_UPLOAD_MB: Final = 200
"""Results of many pairs; what a text may have is less, and asked in the page (ui/inputs.py)."""

FIRST_PORT: Final = 8501
"""Where Streamlit's pages usually are; the first free port from here on is taken."""
PORTS: Final = 100
"""How many ports are tried."""

SERVER_TAKES_OVER: Final = os.name == "posix"
"""Whether the system can put the server in the place of the process that started it."""


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = subparsers.add_parser(
        "view",
        help="the viewer in the browser",
        description="Open versions of a piece, or results of many pairs, in the browser; "
        "without files, the demonstration.",
    )
    command.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        help="a version, a file of results (.json, .jsonl, .csv, .parquet, .duckdb), or a folder of either; "
        "the reference can be chosen there",
    )
    command.add_argument(
        "--reviews",
        metavar="URL",
        help="database of the reviews, as SQLAlchemy writes it, such as postgresql+psycopg://host/name "
        "(default: truecopy-reviews.db beside the first file)",
    )
    command.add_argument(
        "--port", type=int, metavar="N", help="port to listen on (default: 8501, or the next free)"
    )
    command.add_argument(
        "--address", default=ADDRESS, help=f"address to listen on (default: {ADDRESS}, this machine)"
    )
    command.add_argument(
        "--headless", action="store_true", help="open no browser; only say where the viewer is"
    )
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve the viewer until it is stopped.

    Raises:
        MissingExtra: Streamlit, or the viewer itself, is not installed.
        UnreadableText: a file that was named is not there.
    """
    import subprocess
    import sys

    from compare.cli import INTERRUPTED

    command = _command(arguments)
    if SERVER_TAKES_OVER:
        # The server takes the place of this process, so that whoever ends one has ended the other.
        sys.stdout.flush()
        os.execv(command[0], command)
    process = subprocess.Popen(command)
    try:
        return process.wait()
    except KeyboardInterrupt:
        # The terminal has sent the interrupt to the server too; let it close its port before this process ends.
        process.wait()
        return INTERRUPTED


def _command(arguments: argparse.Namespace) -> list[str]:
    import sys
    from importlib.util import find_spec
    from pathlib import Path

    from compare.errors import MissingExtra, UnreadableText

    viewer = find_spec("ui")
    if find_spec("streamlit") is None or viewer is None or viewer.origin is None:
        raise MissingExtra("the viewer needs Streamlit; install it with: pip install 'truecopy[viewer]'")
    for name in arguments.files:
        if not Path(name).exists():
            raise UnreadableText(f"{name} does not exist; check the path")
    port = free_port(arguments.address) if arguments.port is None else arguments.port
    host = "localhost" if arguments.address in ("0.0.0.0", "::", "") else arguments.address
    host = f"[{host}]" if ":" in host else host
    print(f"The viewer is at http://{host}:{port} (Ctrl+C stops it)", file=sys.stderr, flush=True)
    settings = {
        "server.address": arguments.address,
        "server.headless": "true" if arguments.headless else "false",
        "server.showEmailPrompt": "false",
        "server.fileWatcherType": "none",
        "server.maxUploadSize": str(LARGEST_UPLOAD_MB),
        "browser.gatherUsageStats": "false",
        # With its greeting Streamlit advertises add-ons, over the page too; the address is told above.
        "logger.hideWelcomeMessage": "true",
        "server.port": str(port),
    }
    options = [part for name, value in settings.items() for part in (f"--{name}", value)]
    files = [str(Path(name).resolve()) for name in arguments.files]
    reviews = [] if arguments.reviews is None else ["--reviews", arguments.reviews]
    app = str(Path(viewer.origin).with_name("app.py"))
    return [sys.executable, "-m", "ui.serve", "run", app, *options, "--", *reviews, *files]


def free_port(address: str) -> int:
    """Give the first port from 8501 on that nobody listens on, or the first of all where every one is taken.

    Args:
        address: to listen on; a name or a number.

    Raises:
        BadInput: nobody knows the address.
    """
    import socket

    from compare.errors import BadInput

    try:
        family = socket.getaddrinfo(address or None, FIRST_PORT, type=socket.SOCK_STREAM)[0][0]
    except OSError as error:
        raise BadInput(f"--address {address} names no address of a machine; take {ADDRESS}") from error
    for port in range(FIRST_PORT, FIRST_PORT + PORTS):
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            if os.name == "posix":  # elsewhere it would let a port be bound that is taken
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((address, port))
            except OSError:
                continue
        return port
    return FIRST_PORT
