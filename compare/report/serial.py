"""JSON and JSON Lines of every result, to the letter of the schema files in ``compare/report/schema``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol

from compare.report.visible import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Serial(Protocol):
    """Whatever knows its JSON form: a Report, a CheckReport, a SegmentResult, a Collation."""

    def to_dict(self) -> dict[str, Any]:
        """Give the value as JSON has it."""
        ...


def json_text(value: Any) -> str:
    """Give any JSON value as indented text with a line feed at its end.

    >>> print(json_text({"names": ["Zoë"]}), end="")
    {
      "names": [
        "Zoë"
      ]
    }
    """
    return escaped(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def json_line(value: Any) -> str:
    r"""Give any JSON value on one line.

    >>> json_line({"segment": 1})
    '{"segment": 1}\n'
    """
    return escaped(json.dumps(value, ensure_ascii=False)) + "\n"


def render_json(results: Sequence[Serial], *, always_list: bool = False) -> str:
    """Give one result as one object, several as a list."""
    values = [result.to_dict() for result in results]
    return json_text(values if len(values) != 1 or always_list else values[0])


def render_lines(results: Iterable[Serial]) -> str:
    """Give one object a line, in order."""
    return "".join(json_line(result.to_dict()) for result in results)
