"""The command line: a file a command, arguments → pipeline → renderer → exit code; the only place that prints.

Exit codes: 0 done and every gate passed, 1 a gate failed, 2 bad use or unreadable input (one line on standard error),
130 interrupted. A command is a module with ``register(subparsers)`` and ``run(arguments)``; it imports the rest of the
program inside ``run``, so that ``truecopy --help`` answers at once.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
from typing import TYPE_CHECKING, Final, NoReturn

from compare.errors import TruecopyError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS: Final = ("score", "check", "diff", "align", "rank", "collate", "families", "batch", "view", "bench")
"""Modules of this package, in the order in which ``truecopy --help`` lists them."""

DONE: Final = 0
GATE_FAILED: Final = 1
BAD_USE: Final = 2
INTERRUPTED: Final = 130

_NEW_OBJECTS: Final = 50_000
"""After so many the collector looks for cycles. By itself it does after 700: a tenth of a run on two articles, in which
modules and word lists are loaded and nothing is found."""

DESCRIPTION: Final = (
    "Compare versions of the same text: align them, "
    "score how faithful each copy is, and find what went wrong."
)
EPILOG: Final = (
    "examples:\n"
    "  truecopy score original.txt translation.txt            what went wrong, and how much\n"
    "  truecopy score original.txt translation.txt --fail-on critical   a gate for a build\n"
    "  truecopy check translation.txt                         what shows without the original\n"
    "  truecopy diff original.txt translation.txt             side by side\n"
    "\n"
    "exit codes: 0 done, 1 a gate failed, 2 bad use or unreadable input, 130 interrupted"
)


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one line that ends in what to do."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong on one line of standard error, and leave with 2."""
        from compare.cli.meant import with_what_was_meant

        said = with_what_was_meant(" ".join(message.split()), self.option_names)
        self.exit(BAD_USE, f"{self.prog}: {said} (see {self.prog} --help)\n")

    @property
    def option_names(self) -> list[str]:
        """All options of this parser, such as ``--format``."""
        return [name for action in self._actions for name in action.option_strings]


class _Version(argparse.Action):
    """Reads the version only when it is asked for: that costs as much as all the rest of ``--help``."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> NoReturn:
        from compare import __version__

        print(f"truecopy {__version__}")
        parser.exit(DONE)


def parser() -> argparse.ArgumentParser:
    """Give the parser with every command registered."""
    whole = Parser(
        prog="truecopy",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action=_Version, nargs=0, help="show the version and leave")
    subparsers = whole.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    for name in COMMANDS:
        importlib.import_module(f"compare.cli.{name}").register(subparsers)
        subparsers.choices[name].set_defaults(parser=subparsers.choices[name])
    return whole


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code.

    Args:
        argv: the arguments without the program's name; those of the process where left out.
    """
    gc.set_threshold(_NEW_OBJECTS)
    try:
        whole = parser()
        arguments, unknown = whole.parse_known_args(argv)
        if unknown:
            # The help of the command lists the options, that of the whole does not.
            arguments.parser.error(f"unrecognized arguments: {' '.join(unknown)}")
        code: int = arguments.run(arguments)
    except TruecopyError as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        # Python would leave with 1, which here says that a gate failed.
        if os.environ.get("TRUECOPY_TRACEBACK"):
            raise
        name = type(error).__name__
        return _complain(
            f"a fault of the program, not of your files ({name}: {error}); "
            "set TRUECOPY_TRACEBACK=1 to see where, and please report it"
        )
    return code


def _complain(message: str) -> int:
    from compare.report.visible import one_line

    print(f"truecopy: {one_line(message)}", file=sys.stderr)
    return BAD_USE
