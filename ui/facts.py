"""Every name and every value in all versions, the odd ones marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from compare.align.facts import facts_of
from ui import versions
from ui.components import component
from ui.words import FACTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.align.collated import Collation
    from compare.align.facts import Fact


def show(base: str) -> None:
    """Draw the panel; the base is the version that is the reference."""
    collation = versions.collation(base)
    if collation is None:
        return
    found = _facts(collation)
    if not found:
        st.info(FACTS["none"])
        return
    differing = sum(not fact.is_unanimous for fact in found)
    st.markdown(FACTS["count"].format(all=len(found), differing=differing))
    component("facts")(data=facts_data(collation, found), key="facts")


def _facts(collation: Collation) -> tuple[Fact, ...]:
    kept: tuple[int, tuple[Fact, ...]] | None = st.session_state.get("facts_found")
    if kept is None or kept[0] != id(collation):
        kept = (id(collation), facts_of(collation))
        st.session_state["facts_found"] = kept
    return kept[1]


def facts_data(collation: Collation, found: Sequence[Fact]) -> dict[str, Any]:
    """Give the facts as the component reads them: a line a fact, a cell a version."""
    return {
        "names": [each.name for each in collation.documents],
        "lines": [
            {
                "kind": FACTS["kinds"].get(fact.kind, fact.kind),
                "isName": fact.kind == "name",
                "differs": not fact.is_unanimous,
                "cells": [
                    {
                        "state": collation.rows[fact.row].cells[version].state,
                        "text": " ".join(span.text.split()) if span else "",
                        "odd": version in fact.odd,
                        "reading": _reading(fact, version),
                        "around": _around(collation, fact, version),
                    }
                    for version, span in enumerate(fact.spans)
                ],
            }
            for fact in found
        ],
        "words": FACTS,
    }


def _reading(fact: Fact, version: int) -> int:
    """Give the number of the reading that a version has, 0 the one that most have."""
    return next((place for place, each in enumerate(fact.readings) if version in each.versions), 0)


def _around(collation: Collation, fact: Fact, version: int) -> str:
    """Give the sentence in which a version has a fact, or should have it."""
    document = collation.documents[version]
    sentences = collation.rows[fact.row].cells[version].sentences
    return " ".join(" ".join(document.sentences[index].text.split()) for index in sentences)
