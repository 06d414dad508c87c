"""The page: which versions, the verdict, and one panel at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import address, exports, guide, inputs, review, session, summary, texts, versions
from ui.look import ICON, STYLE
from ui.words import INPUTS, PANELS, PRODUCT

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from compare.model import Report


def main() -> None:
    """Draw the page."""
    st.set_page_config(page_title=PRODUCT, page_icon=ICON, layout="wide")
    st.html(STYLE)
    inputs.open_named_files()
    pair, export = header()
    inputs.show_failures()
    panel = st.session_state.get("panel") or "texts"
    if pair is None:
        st.info(INPUTS["two"])
        return
    reference, candidate = pair
    with st.spinner(INPUTS["comparing"].format(reference=reference, candidate=candidate)):
        report = session.report(reference, candidate)
    with export:
        exports.offer(report)
    summary.headline(report)
    panel = choose_panel()
    if panel == "texts":
        side_by_side(report, key=f"{reference}\n{candidate}")
    elif panel == "summary":
        summary.show(report)
    elif panel == "versions":
        versions.show(reference)
    elif panel == "help":
        guide.show()
    elif panel == "review":
        review.show(report)


def header() -> tuple[tuple[str, str] | None, DeltaGenerator]:
    """Draw the choice of versions; give the pair to show, where there are two, and the place of the exports."""
    columns = st.columns([2, 4, 1, 4, 2.4, 1.8], vertical_alignment="center")
    columns[0].markdown(f"### {PRODUCT}")
    with columns[4].popover(INPUTS["add"], width="stretch"):
        inputs.add_versions()
    names = list(session.documents())
    if len(names) < 2:
        return None, columns[5]
    reference = columns[1].selectbox(
        INPUTS["reference"], names, key="reference", bind="query-params", label_visibility="collapsed"
    )
    columns[2].markdown(INPUTS["against"])
    others = [name for name in names if name != reference]
    candidate = columns[3].selectbox(
        INPUTS["candidate"], others, key="candidate", bind="query-params", label_visibility="collapsed"
    )
    return (reference, candidate), columns[5]


def choose_panel() -> str:
    """Draw the choice of panels; give the one to show."""
    chosen = st.segmented_control(
        INPUTS["panel"],
        list(PANELS),
        format_func=lambda name: PANELS[name],
        key="panel",
        default="texts",
        bind="query-params",
        label_visibility="collapsed",
        required=True,
    )
    return chosen or "texts"


def side_by_side(report: Report, *, key: str) -> None:
    """Draw the texts with the findings; what is chosen goes into the address, what is judged is kept."""
    texts.show(
        report,
        key=key,
        filters=address.filters(),
        selected=address.finding(),
        verdicts=review.verdicts(report),
        reviewable=True,
        on_view=address.remember,
        on_review=lambda: review.take(report),
    )


main()
