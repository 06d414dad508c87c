"""All versions in one table, with a vote wherever they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from compare.align.collation import collate
from ui import session
from ui.components import component
from ui.words import VERSIONS

if TYPE_CHECKING:
    from compare.align.collation import Collation, Row
    from compare.model import Document


def show(base: str) -> None:
    """Draw the panel; the base is the version that is the reference."""
    opened = session.documents()
    ordered = (opened[base], *(each for name, each in opened.items() if name != base))
    with st.spinner(VERSIONS["collating"]):
        collation = _collation(ordered)
    for note in collation.notes:
        st.caption(note)
    component("collation")(data=collation_data(collation), key="collation")


def _collation(documents: tuple[Document, ...]) -> Collation:
    kept: dict[tuple[str, ...], Collation] = st.session_state.setdefault("collations", {})
    key = tuple(f"{each.name} {each.sha256}" for each in documents)
    if key not in kept:
        kept[key] = collate(documents)
    return kept[key]


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
