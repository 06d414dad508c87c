"""The address in the browser holds the versions, the panel, the filters and the finding: a link shows the same."""

from __future__ import annotations

from typing import Any

import streamlit as st


def value(name: str) -> str:
    """Give what the address says of something, or nothing."""
    return st.query_params.get(name, "")


def put(**values: str) -> None:
    """Write values into the address; empty ones are taken out."""
    for name, text in values.items():
        if text:
            if st.query_params.get(name) != text:
                st.query_params[name] = text
        elif name in st.query_params:
            del st.query_params[name]


def filters() -> dict[str, Any]:
    """Give the filters that the address names."""
    chosen: dict[str, Any] = {
        "severities": [name for name in value("severity").split(",") if name],
        "kinds": [name for name in value("kind").split(",") if name],
        "search": value("search"),
        "done": value("reviewed") != "hidden",
    }
    try:
        chosen["confidence"] = min(1.0, max(0.0, float(value("confidence") or "0")))
    except ValueError:
        chosen["confidence"] = 0.0
    return chosen


def remember() -> None:
    """Put into the address what was chosen in the side by side."""
    view = st.session_state["side_by_side"]["view"] or {}
    put(
        finding=view.get("selected", ""),
        severity=",".join(view.get("severities", ())),
        kind=",".join(view.get("kinds", ())),
        confidence=str(view["confidence"]) if view.get("confidence") else "",
        search=view.get("search", ""),
        reviewed="" if view.get("done", True) else "hidden",
    )


def go_to_finding(finding: str) -> None:
    """Turn to the side by side with one finding chosen, whatever the filters were."""
    put(finding=finding, severity="", kind="", confidence="", search="", reviewed="", panel="")
    st.session_state["panel"] = "texts"
    st.session_state["shown"] = None
