"""What pages of docs/ take from the program when they are built: help, and the forms of JSON (a hook of MkDocs)."""

from __future__ import annotations

import argparse
import os
from typing import Any, Final

from tools.json_forms import json_forms

COMMANDS: Final = "*The help of each command stands here once the pages are built: `make docs`.*"
"""Stands in docs/reference/commands.md where the help goes."""
JSON_FORMS: Final = "*The tables of every form stand here once the pages are built: `make docs`.*"
"""Stands in docs/reference/json.md where the tables go."""
WIDTH: Final = "100"


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Give the text of a page with all that belongs in it; MkDocs calls this for every page."""
    if COMMANDS in markdown:
        markdown = markdown.replace(COMMANDS, commands())
    if JSON_FORMS in markdown:
        markdown = markdown.replace(JSON_FORMS, json_forms())
    return markdown


def commands() -> str:
    """Give a section for each command, made of what it says with ``--help``.

    >>> commands().splitlines()[0]
    '## truecopy score'
    """
    from compare.cli import parser

    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = WIDTH  # argparse asks there how wide a line may be
    try:
        sections = [_section(command) for command in leaves(parser())]
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before
    return "\n".join(sections)


def leaves(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    """Give the parsers of all commands, a command before its own commands."""
    found = []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                found += [command, *leaves(command)]
    return found


def _section(command: argparse.ArgumentParser) -> str:
    return f"## {command.prog}\n\n```text\n{command.format_help().rstrip()}\n```\n"
