"""Charts of many results: how the fidelity is spread, and one system against another on the same pieces."""

from __future__ import annotations

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
    """Give the id and both fidelities of the pieces that two systems have, in the order of the results."""
    fidelities: dict[str, dict[str, float]] = {}
    for result in results:
        if result.fidelity is not None and result.system in (one, other):
            fidelities.setdefault(result.id, {})[result.system] = result.fidelity
    return [(name, each[one], each[other]) for name, each in fidelities.items() if len(each) == 2]
