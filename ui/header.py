"""The top of the page: which version counts as true, which is judged by it, and what can be added and taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui import address, inputs, session
from ui.plain import plain
from ui.words import GUESS, INPUTS, PRODUCT

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.delta_generator import DeltaGenerator


def show() -> tuple[tuple[str, str] | None, DeltaGenerator]:
    """Draw the choice of versions; give the pair to show, where there are two, and the place of the exports."""
    line = st.container(horizontal=True, vertical_alignment="center", key="header")
    line.markdown(f"# {PRODUCT}", width="content")
    inputs.show_pasted()
    names = list(session.documents())
    pair = _pair(line, names) if len(names) >= 2 else None
    if pair:
        with line.popover(INPUTS["add"], icon=":material/add:", width="content"):
            inputs.add_versions()
    export = line.container(width="content")
    if pair:
        address.put(reference=pair[0], candidate=pair[1])
        _say_why(pair[0])
    return pair, export


def _pair(line: DeltaGenerator, names: list[str]) -> tuple[str, str]:
    state = st.session_state
    _settle("reference", names, lambda: _likely_reference(names))
    reference = line.selectbox(
        INPUTS["reference"],
        names,
        key="reference",
        on_change=_chosen,
        args=("reference",),
        label_visibility="collapsed",
        width=240,
    )
    line.markdown(INPUTS["against"], width="content")
    others = [name for name in names if name != reference]
    _settle("candidate", others, lambda: _likely_candidate(others))
    candidate = line.selectbox(
        INPUTS["candidate"],
        others,
        key="candidate",
        on_change=_chosen,
        args=("candidate",),
        label_visibility="collapsed",
        width=240,
    )
    line.button(
        INPUTS["swap"],
        icon=":material/swap_horiz:",
        on_click=_swap,
        args=(reference, candidate),
        help=INPUTS["swap_help"],
    )
    state["pair"] = (reference, candidate)
    return reference, candidate


def _likely_reference(names: list[str]) -> str:
    # Of the demonstration it is known, and whoever waits for the first sight need not wait for a guess.
    return names[0] if st.session_state.get("demonstration") else session.guess().name


def _likely_candidate(names: list[str]) -> str:
    if st.session_state.get("demonstration"):
        return names[0]
    versions = session.guess().versions
    return next((name for name in names if name in versions), names[0])


def _settle(role: str, names: list[str], guess: Callable[[], str]) -> None:
    """Let a role be played by the version that was chosen, else the one in the address, else the guess."""
    state = st.session_state
    if state.get(role) in names:
        return
    wanted = address.value(role) if role not in state else ""
    if wanted in names:
        if role == "reference":
            # To guess takes a while with long texts, and here it would only say why.
            state["by_hand"] = session.is_long() or wanted != guess()
        state[role] = wanted
        return
    if wanted and wanted not in session.documents():
        st.warning(INPUTS["gone"].format(name=plain(wanted)))
    state[role] = guess()


def _chosen(role: str) -> None:
    if role == "reference":
        st.session_state["by_hand"] = True
        # The old reference is the most natural candidate where the new one was the candidate.
        before = st.session_state.get("pair")
        if before and st.session_state["reference"] == before[1]:
            st.session_state["candidate"] = before[0]
    address.put(finding="")


def _swap(reference: str, candidate: str) -> None:
    st.session_state.update(reference=candidate, candidate=reference, by_hand=True)
    address.put(finding="")


def _say_why(reference: str) -> None:
    """Say on what the choice of the reference rests, as long as nobody has made it by hand."""
    if st.session_state.get("demonstration"):
        st.caption(GUESS["demonstration"])
        return
    if st.session_state.get("by_hand"):
        return
    guess = session.guess()
    if guess.name != reference:
        return
    sound = GUESS["soundest"] if guess.is_soundest else GUESS["sound"]
    reasons = GUESS["both" if guess.is_fullest else "excerpt"].format(
        sound=sound, percent=round(100 * guess.coverage)
    )
    detail = GUESS["detail"].format(faults=guess.faults, furniture=guess.furniture)
    st.caption(GUESS["sentence"].format(name=plain(reference), reasons=reasons, detail=detail))
