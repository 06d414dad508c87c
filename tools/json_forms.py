"""The forms of JSON as tables, read from the schema files that the tests hold every output to."""

from __future__ import annotations

import json
from typing import Any, Final

from tools.dependencies import ROOT

SCHEMAS: Final = ROOT / "compare" / "report" / "schema"
ORDER: Final = ("report", "check", "aligned", "alignment", "ranking", "collation", "families")
"""Of the files, from the one that most people need."""

Schema = dict[str, Any]


def json_forms() -> str:
    """Give a section for each schema file, with a table for each object in it; what two files share is told once.

    >>> json_forms().splitlines()[0]
    '## What truecopy score says of one candidate'
    """
    told: set[str] = set()
    return "\n".join(_section(name, told) for name in ORDER)


def _section(name: str, told: set[str]) -> str:
    schema: Schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    parts = [
        f"## {schema['title']}",
        f"`compare/report/schema/{name}.schema.json`",
        schema.get("description", ""),
    ]
    parts += _tables(schema)
    for word, inner in schema.get("$defs", {}).items():
        table = _table(inner)
        if not table or f"{word}{table}" in told:
            continue
        told.add(f"{word}{table}")
        parts += [f"### {word} ({name})", inner.get("description", ""), *_tables(inner)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _tables(schema: Schema) -> list[str]:
    """Give the table of an object, and those of the objects that its members list, each under the member's name."""
    tables = [_table(schema)]
    for name, member in schema.get("properties", {}).items():
        inner = member.get("items", member)
        if inner.get("properties"):
            each = "each of " if "items" in member else ""
            tables += [f"**{each}`{name}`**", *_tables(inner)]
    return tables


def _table(schema: Schema) -> str:
    """Give the members of an object, or nothing where it is none."""
    members = schema.get("properties")
    if not members:
        return ""
    required = set(schema.get("required", ()))
    rows = ["| member | type | meaning |", "|---|---|---|"]
    for name, member in members.items():
        meaning = member.get("description", "") or member.get("items", {}).get("description", "")
        absent = "" if name in required else "may be absent"
        said = "; ".join(part for part in (meaning, absent) if part)
        rows.append(f"| `{name}` | {_kind(member)} | {_cell(said)} |")
    return "\n".join(rows)


def _kind(member: Schema) -> str:
    """Give the type of a member in words."""
    if "$ref" in member:
        return str(member["$ref"]).rpartition("/")[2]
    if "const" in member:
        return f"`{json.dumps(member['const'])}`"
    if "enum" in member:
        return ", ".join(f"`{value}`" if value is not None else "null" for value in member["enum"])
    for choice in ("anyOf", "oneOf"):
        if choice in member:
            return " or ".join(_kind(one) for one in member[choice])
    kinds = member.get("type", "anything")
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return " or ".join(_single(kind, member) for kind in kinds)


def _single(kind: str, member: Schema) -> str:
    if kind == "object" and "properties" in member:
        return "object, below"
    if kind == "array":
        return f"list of {_kind(member['items'])}" if "items" in member else "list"
    low, high = member.get("minimum"), member.get("maximum")
    if kind in {"number", "integer"}:
        if low is not None and high is not None:
            return f"{kind}, {low} to {high}"
        return kind if low is None else f"{kind}, at least {low}"
    return kind


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
