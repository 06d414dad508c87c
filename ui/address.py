"""The address in the browser holds the filters and the finding, so that a link shows the same to someone else."""

from __future__ import annotations

from typing import Any

import streamlit as st


def filters() -> dict[str, Any]:
    """Give the filters that the address names."""
    query = st.query_params
    chosen: dict[str, Any] = {
        "severities": [name for name in query.get("severity", "").split(",") if name],
        "kinds": [name for name in query.get("kind", "").split(",") if name],
        "search": query.get("search", ""),
        "done": query.get("reviewed", "") != "hidden",
    }
    try:
        chosen["confidence"] = min(1.0, max(0.0, float(query.get("confidence", "0"))))
    except ValueError:
        chosen["confidence"] = 0.0
    return chosen


def finding() -> str:
    """Give the id of the finding that the address names, or nothing."""
    return st.query_params.get("finding", "")


def remember() -> None:
    """Put into the address what was chosen in the side by side."""
    view = st.session_state["side_by_side"]["view"] or {}
    values = {
        "finding": view.get("selected", ""),
        "severity": ",".join(view.get("severities", ())),
        "kind": ",".join(view.get("kinds", ())),
        "confidence": str(view["confidence"]) if view.get("confidence") else "",
        "search": view.get("search", ""),
        "reviewed": "" if view.get("done", True) else "hidden",
    }
    for name, value in values.items():
        if value:
            st.query_params[name] = value
        elif name in st.query_params:
            del st.query_params[name]
