"""docs/scale.md names every column, with its type and meaning, and its commands exist."""

from __future__ import annotations

import re
from pathlib import Path

from compare.batch.columns import COLUMNS
from compare.batch.schema import FINDING_COLUMNS, OWNER_COLUMNS, RESULT_COLUMNS
from compare.cli import parser

DOCS = Path(__file__).resolve().parents[2] / "docs"
SCALE = (DOCS / "scale.md").read_text(encoding="utf-8")
TYPES = {"text": "text", "whole": "whole number", "real": "number", "truth": "true or false"}


def test_every_column_is_documented() -> None:
    for columns in (RESULT_COLUMNS, OWNER_COLUMNS + FINDING_COLUMNS):
        rows = "\n".join(f"| `{name}` | {TYPES[kind]} | {meaning} |" for name, kind, meaning in columns)
        assert rows in SCALE
    for name in COLUMNS:
        assert f"`{name}`" in SCALE


def test_every_option_that_is_named_exists() -> None:
    for name in ("scale.md", "ci.md"):
        text = (DOCS / name).read_text(encoding="utf-8")
        commands = re.findall(r"truecopy ((?:batch|score|check|families) [^`\n]*)", text)
        assert commands
        for command in commands:
            words = re.sub(r"\$\(.*?\)|\"|\\$|…|:.*$", "", command.split("  ")[0]).split()
            options = [word for word in words if word.startswith("--")]
            told = subcommand_help(words[0])
            for option in options:
                assert option in told, command


def subcommand_help(name: str) -> str:
    import argparse

    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return str(action.choices[name].format_help())
    raise AssertionError(name)
