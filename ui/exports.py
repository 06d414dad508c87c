"""Reports to keep: the same output forms as on the command line."""

from __future__ import annotations

import json
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

import streamlit as st

from compare.report import markdown, page, table
from ui.words import EXPORTS, INPUTS

if TYPE_CHECKING:
    from compare.model import Report


def offer(report: Report) -> None:
    """Draw the menu of exports of a report."""
    stem = PurePath(report.candidate.name).stem or "report"
    with st.popover(INPUTS["export"], width="stretch"):
        for form, words in EXPORTS.items():
            ending = {"markdown": "md"}.get(form, form)
            st.download_button(
                words,
                data=partial(_written, report, form),
                file_name=f"{stem}.truecopy.{ending}",
                mime={"html": "text/html", "json": "application/json", "csv": "text/csv"}.get(
                    form, "text/plain"
                ),
                key=f"export {form}",
                on_click="ignore",
                width="stretch",
            )


def _written(report: Report, form: str) -> str:
    if form == "json":
        return json.dumps(report.to_dict(), ensure_ascii=False, indent=1)
    if form == "markdown":
        return markdown.render(report)
    return page.render(report) if form == "html" else table.render(report)
