"""Charts of many results: how the fidelity is spread, and one system against another on the same pieces."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import altair
import pandas  # type: ignore[import-untyped]

from ui.words import BATCH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.results import Result

CHOSEN: Final = "chosen"
"""Name of the selection that a click on a dot makes."""
_INK: Final = "#1b5fa8"
_SYSTEMS: Final = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8a8a8a", "#b8a800")
"""Told apart also by the colour-blind; Okabe & Ito (2008), the yellow darkened and a grey for black."""


def spread(results: Sequence[Result]) -> altair.Chart:
    """Give the histogram of the fidelity, a colour a system where there are several."""
    frame = pandas.DataFrame(
        {
            "fidelity": [each.fidelity for each in results if each.fidelity is not None],
            "system": [each.system for each in results if each.fidelity is not None],
        }
    )
    chart = altair.Chart(frame).mark_bar(color=_INK)
    several = 1 < frame["system"].nunique() <= 8
    encodings: dict[str, Any] = {
        "x": altair.X("fidelity:Q", bin=altair.Bin(step=5, extent=[0, 100]), title=BATCH["fidelity"]),
        "y": altair.Y("count():Q", title=BATCH["pairs"]),
        "tooltip": [altair.Tooltip("count():Q", title=BATCH["pairs"])],
    }
    if several:
        encodings["color"] = altair.Color(
            "system:N", title=BATCH["system"], scale=altair.Scale(range=list(_SYSTEMS))
        )
    encoded: altair.Chart = chart.encode(**encodings)
    return encoded.properties(height=200)


def against(results: Sequence[Result], one: str, other: str) -> altair.LayerChart | altair.FacetChart | None:
    """Give a dot for each piece that two systems have, one system a side; ``None`` where they share no piece.

    A dot under the line is a piece that the first system does better.
    """
    frame = pandas.DataFrame(shared(results, one, other), columns=["id", "one", "other"])
    if frame.empty:
        return None
    scale = altair.Scale(domain=[0, 100])
    dots = (
        altair.Chart(frame)
        .mark_circle(size=90, color=_INK, opacity=0.75)
        .encode(
            x=altair.X("one:Q", scale=scale, title=one),
            y=altair.Y("other:Q", scale=scale, title=other),
            tooltip=[
                altair.Tooltip("id:N", title=BATCH["id"]),
                altair.Tooltip("one:Q", title=one, format=".1f"),
                altair.Tooltip("other:Q", title=other, format=".1f"),
            ],
        )
        .add_params(altair.selection_point(name=CHOSEN, fields=["id"]))
    )
    ends = pandas.DataFrame({"one": [0, 100], "other": [0, 100]})
    line = altair.Chart(ends).mark_line(strokeDash=[4, 4], color="gray").encode(x="one:Q", y="other:Q")
    return altair.layer(line, dots).properties(height=380)


def shared(results: Sequence[Result], one: str, other: str) -> list[tuple[str, float, float]]:
    """Give both fidelities of the pieces that two systems have, under the id of the other system's result.

    Two results are of one piece where their ids are equal, or else where each is its system's only result against the
    same reference: a manifest of several systems gives every row an id of its own.
    """
    judged = [result for result in results if result.fidelity is not None]
    first, second = ([each for each in judged if each.system == system] for system in (one, other))
    by_id = {result.id: result for result in first}
    by_reference, references = _only_ones(first), _only_ones(second)
    found = []
    for result in second:
        partner = by_id.get(result.id)
        if partner is None and references.get(result.reference) is result:
            partner = by_reference.get(result.reference)
        if partner is not None and partner.fidelity is not None and result.fidelity is not None:
            found.append((result.id, partner.fidelity, result.fidelity))
    return found


def _only_ones(results: Sequence[Result]) -> dict[str, Result]:
    """Give the results by the file of their reference, of references that only one of them has."""
    counts = Counter(result.reference for result in results)
    return {
        result.reference: result for result in results if result.reference and counts[result.reference] == 1
    }
