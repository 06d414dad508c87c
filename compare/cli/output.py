"""Where a result goes: standard output, or a file that is whole or not there at all."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from compare.errors import BadInput

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping


def write(text: str, arguments: argparse.Namespace) -> None:
    """Write a result to ``-o FILE`` if one was given, else to standard output.

    Raises:
        BadInput: the file cannot be written.
    """
    if arguments.output is None or arguments.output == "-":
        _print(text)
        return
    write_file(Path(arguments.output), text)


def write_file(path: Path, text: str) -> None:
    """Write a file by way of a temporary one beside it, so that what stood there is never lost by half.

    Raises:
        BadInput: the file cannot be written.
    """
    try:
        # Through a link the file it points to is replaced, and the link stays. A device such as /dev/null or a pipe
        # cannot be renamed over: it is written to.
        target = path.resolve()
        if target.exists() and not target.is_file() and not target.is_dir():
            target.write_bytes(_encoded(text))
            return
        if target.is_dir():
            raise BadInput(f"{path} is a folder; give -o the name of a file in it")
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_encoded(text))
            temporary.chmod(mode)
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except FileNotFoundError as error:
        raise BadInput(
            f"cannot write {path}: the folder {path.parent} does not exist; make it first"
        ) from error
    except OSError as error:
        raise BadInput(
            f"cannot write {path}: {(error.strerror or str(error)).lower()}; choose another place"
        ) from error


def unread_code(unread: Mapping[str, str], code: int) -> int:
    """Say on standard error which files could not be read, and give the exit code, which such a file decides."""
    from compare.cli import BAD_USE
    from compare.report.visible import one_line

    for told in unread.values():
        print(f"truecopy: {one_line(told)}", file=sys.stderr)
    return BAD_USE if unread else code


def tell(message: str, arguments: argparse.Namespace) -> None:
    """Say something beside the result on standard error, unless ``--quiet``."""
    if not arguments.quiet:
        print(f"truecopy: {message}", file=sys.stderr)


def is_coloured(arguments: argparse.Namespace) -> bool:
    """Whether the result is drawn in colour: as asked, or where a person looks and NO_COLOR is not set."""
    if arguments.color != "auto":
        return bool(arguments.color == "always")
    if arguments.output not in (None, "-") or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def columns() -> int:
    """How many columns the result may be wide: the terminal's, or COLUMNS, or 100; from 40 to 200."""
    import shutil

    return max(40, min(200, shutil.get_terminal_size((100, 24)).columns))


def _print(text: str) -> None:
    # As bytes: the same result on every machine, whatever encoding and line ends the terminal is set to.
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(_encoded(text))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader went away (`| head`), and nothing is wrong: the gates are still held. Python would
        # complain when it flushes standard output on the way out, so that goes to nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise BadInput(f"cannot write the result: {(error.strerror or str(error)).lower()}") from error


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
