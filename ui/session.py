"""What one visitor has open: documents by name, reports by pair. Nothing of one visitor reaches another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st
from sqlalchemy.exc import SQLAlchemyError

from compare.families.reference import ReferenceGuess, likely_reference
from ui import reviews
from ui.kept import once, shared
from ui.work import LONG_CHARACTERS

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from compare.model import Document, Report

Pair = tuple[str, str, str, str]


def documents() -> dict[str, Document]:
    """Give the open documents by name, in the order in which they came."""
    opened: dict[str, Document] = st.session_state.setdefault("documents", {})
    return opened


def add(document: Document) -> str:
    """Open a document; another text under a name that is taken gets a number behind it.

    Returns:
        The name under which it is open, which is then its name everywhere.
    """
    opened = documents()
    name, number = document.name, 2
    while name in opened and opened[name].text != document.text:
        name, number = f"{document.name} ({number})", number + 1
    if name not in opened:
        opened[name] = document if name == document.name else replace(document, name=name)
    return name


def remove(name: str) -> None:
    """Close a document."""
    documents().pop(name, None)


def guess() -> ReferenceGuess:
    """Give the version that is likeliest to be the true one; told anew when other documents are open."""
    opened = tuple(documents().values())
    key = ("guess", *((each.name, each.sha256) for each in opened))
    return once(key, lambda: likely_reference(opened))


def is_long() -> bool:
    """Whether what is open is long enough for every pass over it to be felt."""
    return sum(len(each.text) for each in documents().values()) >= LONG_CHARACTERS


def pair(reference: str, candidate: str) -> Pair:
    """Give the names and the texts of a pair as a key."""
    opened = documents()
    return (reference, opened[reference].sha256, candidate, opened[candidate].sha256)


def report(key: Pair) -> Report | None:
    """Give the report of a pair where it is known: opened by this visitor, or computed for anyone."""
    opened: dict[Pair, Report] = st.session_state.setdefault("reports", {})
    if key not in opened:
        computed: Report | None = shared().get(("report", key))
        return computed
    return opened[key]


def keep(key: Pair, report: Report) -> None:
    """Keep the report that was computed of a pair."""
    shared().put(("report", key), report)


def open_report(report: Report) -> tuple[str, str]:
    """Open the two texts of a finished report, and the report with them.

    Returns:
        The names under which reference and candidate are open.
    """
    names = add(report.reference), add(report.candidate)
    st.session_state.setdefault("reports", {})[pair(*names)] = report
    return names


def fail(name: str, message: str) -> None:
    """Keep what went wrong with a file, to be shown in the page."""
    st.session_state.setdefault("failures", {})[name] = message


def engine(url: str) -> Engine:
    """Give the database at a URL; one in memory belongs to this visitor alone.

    A database that cannot be opened is told in the page (``st.session_state["no_database"]``), and what is said is
    then kept while the page is open.
    """
    if url != reviews.MEMORY and not st.session_state.get("no_database"):
        try:
            return _shared_engine(url)
        except (SQLAlchemyError, ImportError, OSError) as error:
            st.session_state["no_database"] = str(getattr(error, "orig", None) or error).splitlines()[0]
    if "engine" not in st.session_state:
        st.session_state["engine"] = reviews.engine(reviews.MEMORY)
    opened: Engine = st.session_state["engine"]
    return opened


@st.cache_resource(show_spinner=False)
def _shared_engine(url: str) -> Engine:
    return reviews.engine(url)
