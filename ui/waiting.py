"""From a pair of open documents to its report: at once where it is short, with a clock and a stop where it is long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

import compare
from compare.cli.glossary import own_settings
from compare.errors import BadReport, MissingExtra, TookTooLong, UnreadableText
from compare.settings import DEFAULTS
from compare.time_limits import TimeLimit
from ui import session
from ui.plain import plain
from ui.words import INPUTS
from ui.work import Work, is_long

if TYPE_CHECKING:
    from compare.model import Report

_POLL_SECONDS = 0.5


def report(reference: str, candidate: str) -> Report | None:
    """Give the report of two open documents, or ``None`` while it is computed, was stopped, or failed.

    What there is to say instead is then said in the page.
    """
    key = session.pair(reference, candidate)
    known = session.report(key)
    if known is not None:
        return known
    true, copy = session.documents()[reference], session.documents()[candidate]
    if not is_long(true, copy):
        with st.spinner(INPUTS["comparing"].format(reference=plain(reference), candidate=plain(candidate))):
            try:
                with TimeLimit(DEFAULTS.limits.seconds):
                    session.keep(key, compare.compare_documents(true, copy, settings=own_settings()))
            except TookTooLong:
                st.info(INPUTS["too_slow"].format(seconds=DEFAULTS.limits.seconds))
            except (BadReport, MissingExtra, UnreadableText) as error:  # of truecopy.toml
                st.error(str(error))
        return session.report(key)
    running: dict[session.Pair, Work] = st.session_state.setdefault("works", {})
    for other in [each for each in running if each != key]:
        running.pop(other).stop()
    stopped: set[session.Pair] = st.session_state.setdefault("stopped", set())
    if key in stopped:
        st.info(INPUTS["stopped"])
        st.button(INPUTS["again"], on_click=stopped.discard, args=(key,))
        return None
    if key not in running:
        running[key] = Work(true, copy)
    _wait(key, plain(reference), plain(candidate))
    return None


def short_report(reference: str, candidate: str) -> Report | None:
    """Give the report of two open documents where it is known or quickly had."""
    known = session.report(session.pair(reference, candidate))
    opened = session.documents()
    if known is not None or is_long(opened[reference], opened[candidate]):
        return known
    return report(reference, candidate)


@st.fragment(run_every=_POLL_SECONDS)
def _wait(key: session.Pair, reference: str, candidate: str) -> None:
    running: dict[session.Pair, Work] = st.session_state["works"]
    work = running.get(key)
    if work is None:
        st.rerun()
    if work.is_done():
        del running[key]
        try:
            session.keep(key, work.report())
        except RuntimeError as error:
            st.session_state["stopped"].add(key)
            session.fail(key[2], str(error))
        st.rerun()
    if work.seconds > DEFAULTS.limits.seconds:
        _stop(key)
        session.fail(key[2], INPUTS["too_slow"].format(seconds=DEFAULTS.limits.seconds))
        st.rerun()
    st.info(
        INPUTS["comparing_long"].format(reference=reference, candidate=candidate, seconds=int(work.seconds)),
        icon=":material/hourglass_top:",
    )
    st.button(INPUTS["stop"], on_click=_stop, args=(key,))


def _stop(key: session.Pair) -> None:
    work = st.session_state["works"].pop(key, None)
    if work is not None:
        work.stop()
    st.session_state["stopped"].add(key)
