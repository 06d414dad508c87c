"""Every form in which a report is drawn, for what must hold of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.report import markdown, page, parallel, serial, table, terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from compare.model import Report

FORMS: Final[dict[str, Callable[[Report], str]]] = {
    "terminal": lambda report: terminal.render(report, width=60, explain=True),
    "parallel": lambda report: parallel.render(report, width=140, whole=True),
    "parallel, narrow": lambda report: parallel.render(report, width=60),
    "markdown": lambda report: markdown.render(report, explain=True),
    "page": page.render,
    "table": table.render,
    "json": lambda report: serial.render_json([report]),
}
