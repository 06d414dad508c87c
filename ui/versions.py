"""All versions in one table, with a vote wherever they differ."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import streamlit as st

from compare.align.collation import collate
from compare.errors import TruecopyError
from compare.model import SEVERITIES
from compare.report import phrases
from ui import address, session, waiting
from ui.components import component
from ui.plain import plain
from ui.words import SEVERITIES as SEVERITY_WORDS
from ui.words import VERSIONS

if TYPE_CHECKING:
    from compare.align.collated import Collation, Row
    from compare.model import Document, Report


def show(base: str) -> None:
    """Draw the panel; the base is the version that is the reference."""
    _overview(base)
    found = collation(base)
    if found is None:
        return
    for note in found.notes:
        st.caption(plain(note))
    component("collation")(data=collation_data(found), key="collation")


def collation(base: str) -> Collation | None:
    """Give the collation of all open versions of the base's piece; says in the page why there is none."""
    opened = session.documents()
    related = session.guess().versions
    ordered = (opened[base], *(each for name, each in opened.items() if name != base and name in related))
    strangers = [name for name in opened if name not in related and name != base]
    if base not in related:
        # The base is of another piece than most: then there is nothing to leave out by.
        ordered, strangers = (opened[base], *(each for name, each in opened.items() if name != base)), []
    if strangers:
        st.caption(VERSIONS["strangers"].format(names=", ".join(plain(name) for name in strangers)))
    kept: dict[tuple[str, ...], Collation] = st.session_state.setdefault("collations", {})
    key = tuple(f"{each.name} {each.sha256}" for each in ordered)
    if key not in kept:
        try:
            with st.spinner(VERSIONS["collating"]):
                kept[key] = collate(ordered)
        except TruecopyError as error:
            st.warning(plain(str(error)))
            return None
    return kept[key]


def _overview(base: str) -> None:
    """Draw one line a candidate: what it is, and how faithful; a button leads to its side by side."""
    candidates = [name for name in session.documents() if name != base]
    if len(candidates) < 2:
        return
    st.markdown(f"## {VERSIONS['overview'].format(name=plain(base))}")
    with st.container(key="overview"):
        for name in candidates:
            report = waiting.short_report(base, name)
            with st.container(horizontal=True, vertical_alignment="center"):
                st.button(name, key=f"open {name}", on_click=_open, args=(name,), width=220)
                if report is None:
                    continue
                score = f"**{report.scores.fidelity:.0f}**" if report.relation.same_piece else "–"
                st.markdown(score, width=48)
                said = phrases.relation_sentence(report.relation)
                st.markdown(f"{plain(said)} {_counts(report)}", width="stretch")


def _counts(report: Report) -> str:
    if not report.relation.same_piece:
        return ""
    counts = Counter(finding.severity for finding in phrases.standing(report.findings))
    return " · ".join(f"{counts[name]} {SEVERITY_WORDS[name]}" for name in SEVERITIES if counts[name])


def _open(name: str) -> None:
    st.session_state["candidate"] = name
    st.session_state["panel"] = "texts"
    address.put(finding="")


def collation_data(collation: Collation) -> dict[str, Any]:
    """Give the table as the component reads it."""
    return {
        "names": [each.name for each in collation.documents],
        "rows": [_row(row, collation.documents) for row in collation.rows],
        "words": VERSIONS,
    }


def _row(row: Row, documents: tuple[Document, ...]) -> dict[str, Any]:
    return {
        "index": row.index,
        "odd": list(row.odd),
        "cells": [
            {
                "state": cell.state,
                "moved": cell.moved,
                "pieces": _pieces(row, version, documents[version]),
            }
            for version, cell in enumerate(row.cells)
        ],
        "variants": [
            {
                "voters": sum(len(reading.versions) for reading in variant.readings),
                "readings": [
                    {"text": reading.text, "versions": list(reading.versions)} for reading in variant.readings
                ],
            }
            for variant in row.variants
        ],
    }


def _pieces(row: Row, version: int, document: Document) -> list[tuple[str, int | None, bool]]:
    """Cut the sentences of a cell where the words differ."""
    pieces: list[tuple[str, int | None, bool]] = []
    places = sorted(
        (span.start, span.end, number)
        for number, variant in enumerate(row.variants)
        if (span := variant.spans[version])
    )
    for index in row.cells[version].sentences:
        sentence = document.sentences[index]
        at = sentence.start
        if pieces:
            pieces.append((" ", None, False))
        for start, end, number in places:
            if not at <= start <= end <= sentence.end:
                continue
            pieces.append((document.text[at:start], None, False))
            pieces.append((document.text[start:end], number, version in row.variants[number].odd))
            at = end
        pieces.append((document.text[at : sentence.end], None, False))
    return [piece for piece in pieces if piece[0] or piece[1] is not None]
