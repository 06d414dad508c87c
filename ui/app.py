"""The page: which versions, the verdict, and one panel at a time."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

import streamlit as st

from ui import (
    address,
    batch,
    exports,
    facts,
    guide,
    header,
    inputs,
    review,
    session,
    summary,
    texts,
    versions,
    waiting,
)
from ui.look import ICON, STYLE
from ui.words import INPUTS, PANELS, PRODUCT

if TYPE_CHECKING:
    from compare.model import Report

FIRST: Final = "texts"
_LOG: Final = logging.getLogger("truecopy")


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title=PRODUCT, page_icon=ICON, layout="wide")
    st.html(STYLE)
    inputs.open_named_files()
    batch.arrive()
    pair, export = header.show()
    inputs.show_failures()
    if pair is None:
        without_pair()
        return
    reference, candidate = pair
    report = waiting.report(reference, candidate)
    if report is not None:
        report = review.with_dismissals(report)
        with export:
            exports.offer(report)
        batch.way_back()
        summary.headline(report)
    panel = choose_panel()
    if panel == "batch":
        batch.show()
    elif panel == "help":
        guide.show()
    elif panel == "versions":
        versions.show(reference)
    elif panel == "facts":
        facts.show(reference)
    elif report is None:
        pass
    elif panel == "summary":
        summary.show(report)
    elif panel == "review":
        review.show(report)
    else:
        side_by_side(report, key="\n".join(session.pair(reference, candidate)))
        return
    # When the side by side comes back, it begins with what the address says.
    st.session_state["shown"] = None


def without_pair() -> None:
    """Draw what there is to see with fewer than two versions open."""
    if batch.is_open():
        batch.show()
        return
    st.info(INPUTS["two"] if session.documents() else INPUTS["none"], icon=":material/info:")
    with st.container(width=560):
        inputs.add_versions()
    guide.show()


def choose_panel() -> str:
    """Draw the choice of panels; give the one to show. The address names it by a word that no translation changes."""
    state = st.session_state
    if state.get("panel") not in PANELS:
        wanted = address.value("panel")
        state["panel"] = wanted if wanted in PANELS else FIRST
    chosen = st.segmented_control(
        INPUTS["panel"],
        list(PANELS),
        format_func=lambda name: PANELS[name],
        key="panel",
        label_visibility="collapsed",
        required=True,
    )
    address.put(panel="" if chosen in (None, FIRST) else str(chosen))
    return chosen or FIRST


def side_by_side(report: Report, *, key: str) -> None:
    """Draw the texts with the findings; what is chosen goes into the address, what is judged is kept."""
    texts.show(
        report,
        key=key,
        verdicts=review.verdicts(report),
        on_view=address.remember,
        on_review=lambda: review.take(report),
    )


def guarded() -> None:
    """Draw the page; a fault of the program is told in it in plain words."""
    try:
        main()
    except Exception as fault:
        _LOG.exception("the page could not be drawn")
        st.error(INPUTS["fault"].format(fault=type(fault).__name__), icon=":material/error:")


guarded()
