"""Results of ``score --aligned`` in one glance: means, counts, and the segments to look at first."""

from __future__ import annotations

from collections import Counter
from math import fsum
from typing import TYPE_CHECKING, Final

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from compare.model import SEVERITIES
from compare.report.painting import drawn
from compare.report.phrases import counted, said, severity_line
from compare.report.table import csv_text
from compare.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from compare.model import Finding, SegmentResult

WORST: Final = 10
"""How many of the least faithful segments are shown."""


def mean_fidelity(results: Sequence[SegmentResult]) -> float:
    """Give the mean fidelity of some segments, 0 to 100; of none it is 100."""
    return fsum(result.fidelity for result in results) / len(results) if results else 100.0


def render(
    results: Sequence[SegmentResult],
    references: Sequence[str],
    candidates: Sequence[str],
    *,
    names: Sequence[str] = (),
    width: int = 100,
    colour: bool = False,
) -> str:
    """Draw the summary, and the least faithful segments with what the two sides say.

    Args:
        results: one a line.
        references: of each line the reference that counts.
        candidates: the judged lines.
        names: what the references are called, where there are several.
        width: of the terminal, in columns.
        colour: whether it shows colours.
    """
    return drawn(_parts(results, references, candidates, names), width=width, colour=colour)


def render_csv(results: Sequence[SegmentResult]) -> str:
    """Give one row a segment as CSV."""
    are_several = any(result.reference for result in results)
    heading = ("segment", "fidelity", "penalty", "chrf", *SEVERITIES, "kinds", *("reference",) * are_several)
    rows = []
    for result in results:
        counts = Counter(finding.severity for finding in result.findings)
        kinds = sorted({finding.kind for finding in result.findings})
        scores = (result.segment, result.fidelity, result.penalty, result.chrf)
        graded = (counts[severity] for severity in SEVERITIES)
        rows.append((*scores, *graded, " ".join(kinds), *(result.reference,) * are_several))
    return csv_text([heading, *rows])


def _parts(
    results: Sequence[SegmentResult],
    references: Sequence[str],
    candidates: Sequence[str],
    names: Sequence[str],
) -> Iterator[RenderableType]:
    findings = [finding for result in results for finding in result.findings]
    count = max(1, len(results))
    yield Text(counted(len(results), "segment"), "bold")
    yield ""
    figures = Table.grid(padding=(0, 2))
    figures.add_row("  fidelity", f"{mean_fidelity(results):.1f} of 100 in the mean")
    figures.add_row("  findings", severity_line(findings))
    figures.add_row(
        "  penalty", f"{fsum(result.penalty for result in results) / count:.2f} MQM points a segment"
    )
    figures.add_row("  chrF", f"{fsum(result.chrf for result in results) / count:.1f} in the mean")
    yield figures
    if len(names) > 1:
        chosen = Counter(result.reference for result in results)
        shares = ", ".join(
            f"{chosen[place]} of {one_line(name)}" for place, name in enumerate(names, start=1)
        )
        note = f"Note: {len(names)} references; of each line the one that fits best counts ({shares})"
        yield Padding(Text(note), (0, 0, 0, 2))
    worst = sorted((result for result in results if result.fidelity < 100), key=lambda one: one.fidelity)[
        :WORST
    ]
    if worst:
        yield ""
        yield Text("LEAST FAITHFUL", "bold")
    for result in worst:
        yield ""
        said_of_it = "".join(f" · {messages}" for messages in _messages(result.findings))
        line = Text(f"segment {result.segment} · fidelity {result.fidelity:.1f}{said_of_it}")
        yield Padding(line, (0, 0, 0, 2))
        sides = Table.grid(padding=(0, 2))
        sides.add_column(style="dim", no_wrap=True)
        sides.add_column()
        sides.add_row("    candidate", one_line(candidates[result.segment - 1]) or "(empty)")
        sides.add_row("    reference", one_line(references[result.segment - 1]) or "(empty)")
        yield sides


def _messages(findings: Sequence[Finding]) -> Iterator[str]:
    """Give what the findings of a segment say, by severity: a guess that does not count must not read like an error."""
    for severity in SEVERITIES:
        told = dict.fromkeys(said(finding) for finding in findings if finding.severity == severity)
        if told:
            yield f"{'not counted' if severity == 'neutral' else severity}: {'; '.join(told)}"
