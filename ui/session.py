"""What one visitor has open: documents by name, reports by pair. Nothing of one visitor reaches another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

import compare
from ui import reviews

if TYPE_CHECKING:
    from sqlalchemy.engine import Engine

    from compare.model import Document, Report


def documents() -> dict[str, Document]:
    """Give the open documents by name, in the order in which they came."""
    opened: dict[str, Document] = st.session_state.setdefault("documents", {})
    return opened


def add(document: Document) -> str:
    """Open a document; another text under a name that is taken gets a number behind it.

    Returns:
        The name under which it is open.
    """
    opened = documents()
    name, number = document.name, 2
    while name in opened and opened[name].text != document.text:
        name, number = f"{document.name} ({number})", number + 1
    opened.setdefault(name, document)
    return name


def remove(name: str) -> None:
    """Close a document."""
    documents().pop(name, None)


def report(reference: str, candidate: str) -> Report:
    """Give the report of a pair of open documents, computed at the first call."""
    opened = documents()
    first, second = opened[reference], opened[candidate]
    reports: dict[tuple[str, str, str, str], Report] = st.session_state.setdefault("reports", {})
    key = (reference, first.sha256, candidate, second.sha256)
    if key not in reports:
        reports[key] = compare.compare_documents(first, second)
    return reports[key]


def engine(url: str) -> Engine:
    """Give the database at a URL; one in memory belongs to this visitor alone."""
    if url != reviews.MEMORY:
        return _shared_engine(url)
    if "engine" not in st.session_state:
        st.session_state["engine"] = reviews.engine(url)
    opened: Engine = st.session_state["engine"]
    return opened


@st.cache_resource
def _shared_engine(url: str) -> Engine:
    return reviews.engine(url)
