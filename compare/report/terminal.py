"""The report as people read it in a terminal: the verdict in a sentence, the figures, the findings by severity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from compare.model import SEVERITIES, CheckReport, Finding, Report
from compare.report.excerpts import Excerpt, is_extracted, sides
from compare.report.explanation import steps
from compare.report.neutral import UNSURE, neutral_groups
from compare.report.painting import SEVERITY_STYLES, drawn, painted_excerpt
from compare.report.phrases import (
    counted,
    coverage,
    findings_in,
    noun,
    relation_sentence,
    said,
    severity_line,
    standing,
    verdict,
)
from compare.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

WIDE: Final = 120
"""From so many columns on the two sides of a finding stand beside each other."""
_NAMED_DIFFERENCES: Final = 8
"""How many differences of style the grouped line names."""


def render(report: Report, *, width: int = 100, colour: bool = False, explain: bool = False) -> str:
    """Draw a report.

    Args:
        report: what is known of the candidate.
        width: of the terminal, in columns.
        colour: whether to draw in colour.
        explain: whether to write the score out as a sum.
    """
    return drawn(_parts(report, width=width, colour=colour, explain=explain), width=width, colour=colour)


def render_check(report: CheckReport, *, width: int = 100, colour: bool = False) -> str:
    """Draw what was found in one document alone."""
    return drawn(_check_parts(report, width=width, colour=colour), width=width, colour=colour)


def _parts(report: Report, *, width: int, colour: bool, explain: bool) -> Iterator[RenderableType]:
    yield Text(f"{one_line(report.candidate.name)} against {one_line(report.reference.name)}", "bold")
    yield ""
    yield f"{relation_sentence(report.relation)} {verdict(report)}"
    yield ""
    yield _figures(report)
    for remark in report.scores.remarks:
        yield Padding(Text(f"Note: {one_line(remark)}"), (0, 0, 0, 2))
    if explain:
        yield ""
        yield from _explanation(report)
    yield from _findings(report, report.findings, width=width, colour=colour)


def _check_parts(report: CheckReport, *, width: int, colour: bool) -> Iterator[RenderableType]:
    yield Text(one_line(report.document.name), "bold")
    yield ""
    sentences = counted(len(report.document.sentences), "sentence")
    yield f"{findings_in(report.findings)} in {sentences}, judged without a reference."
    yield from _findings(report, report.findings, width=width, colour=colour)


def _figures(report: Report) -> Table:
    scores = report.scores
    fidelity = f"{scores.fidelity:.1f} of 100"
    if "fidelity" in scores.intervals:
        low, high = scores.intervals["fidelity"]
        fidelity += f", with 95 % confidence {low:.1f} to {high:.1f}"
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column()
    rows = [("fidelity", fidelity)]
    if report.relation.same_piece:  # of strangers nothing is listed, so that no count says anything
        rows.append(("findings", severity_line(report.findings)))
    rows.append(("coverage", coverage(report)))
    if report.relation.same_piece:
        rows.append(("MQM", f"{scores.mqm_per_1000_words:.1f} penalty points per 1,000 words"))
    if scores.metrics:
        names = {"chrf": "chrF", "bleu": "BLEU", "ter": "TER"}
        rows.append(
            ("metrics", " · ".join(f"{names[name]} {value:.1f}" for name, value in scores.metrics.items()))
        )
    for label, value in rows:
        table.add_row(f"  {label}", Text(value, "bold" if label == "fidelity" else ""))
    return table


def _explanation(report: Report) -> Iterator[RenderableType]:
    yield Text("How the fidelity comes about", "bold")
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1)
    table.add_row("  100.0", "a copy that lost nothing")
    for step in steps(report):
        table.add_row(f"− {step.points}", f"{step.reason} [{step.finding}]" if step.finding else step.reason)
    table.add_row(f"= {report.scores.fidelity:.1f}", "fidelity")
    yield table
    yield ""
    yield Text(f"signature {report.signature}", "dim")


def _findings(
    report: Report | CheckReport, findings: Sequence[Finding], *, width: int, colour: bool
) -> Iterator[RenderableType]:
    shown = standing(findings)
    for severity in SEVERITIES[:-1]:
        group = [finding for finding in shown if finding.severity == severity]
        if group:
            yield ""
            yield Text(f"{severity.upper()} ({len(group)})", SEVERITY_STYLES[severity])
        for finding in group:
            yield ""
            yield from _finding(report, finding, width=width, colour=colour)
    for title, group in neutral_groups(shown):
        yield ""
        yield Text(f"{title.upper()} ({len(group)})", SEVERITY_STYLES["neutral"])
        yield from _neutral(group, is_possible=title == UNSURE)
    dismissed = [finding for finding in findings if finding.dismissed is not None]
    if dismissed:
        yield ""
        yield Text(f"DISMISSED ({len(dismissed)})", "dim")
        for finding in dismissed:
            yield Padding(f"{finding.kind} [{finding.id}]: {one_line(finding.dismissed or '')}", (0, 0, 0, 2))


def _finding(
    report: Report | CheckReport, finding: Finding, *, width: int, colour: bool
) -> Iterator[RenderableType]:
    excerpts = sides(report, finding)
    place = next((_place(side, shown, report) for side, shown in excerpts.items() if shown.is_marked), "")
    head = Text("  ")
    head.append(f"{noun(finding.kind, 1)}", SEVERITY_STYLES[finding.severity])
    head.append(f" · {place} · {round(100 * finding.confidence)} % sure · {finding.id}", "dim")
    yield head
    yield Padding(Text(said(finding)), (0, 0, 0, 2))
    yield Padding(_sides(excerpts, finding, width=width, colour=colour), (0, 0, 0, 4))


def _place(side: str, shown: Excerpt, report: Report | CheckReport) -> str:
    """Say in which line a finding stands; of a page or a scan, in which line of what was read from it."""
    document = report.document if isinstance(report, CheckReport) else getattr(report, side)
    where = " of the text read" if is_extracted(document) else ""
    return f"line {shown.line}{where}{' of the reference' if side == 'reference' else ''}"


def _sides(excerpts: dict[str, Excerpt], finding: Finding, *, width: int, colour: bool) -> Table:
    texts = {
        side: painted_excerpt(shown, finding.severity, colour=colour) for side, shown in excerpts.items()
    }
    if width >= WIDE and len(texts) == 2:
        table = Table.grid(padding=(0, 2), expand=True)
        for side in texts:
            table.add_column(style="dim", no_wrap=True, width=len(side))
            table.add_column(ratio=1)
        table.add_row(*(cell for side, text in texts.items() for cell in (side, text)))
        return table
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column()
    for side, text in texts.items():
        table.add_row(side, text)
    return table


def _neutral(findings: Sequence[Finding], *, is_possible: bool) -> Iterator[RenderableType]:
    """Give one line for each kind of neutral finding: such differences are many."""
    for kind in dict.fromkeys(finding.kind for finding in findings):
        group = [finding for finding in findings if finding.kind == kind]
        name = f"possible {noun(kind, len(group))}" if is_possible else noun(kind, len(group))
        pairs = list(dict.fromkeys(_difference(finding) for finding in group))
        named = ", ".join(pairs[:_NAMED_DIFFERENCES])
        more = f" and {len(pairs) - _NAMED_DIFFERENCES} more" if len(pairs) > _NAMED_DIFFERENCES else ""
        yield Padding(f"{len(group)} {name}: {named}{more}", (0, 0, 0, 2))


def _difference(finding: Finding) -> str:
    words = [_few_words(span.text) for span in (finding.reference, finding.candidate) if span and span.text]
    return " → ".join(words) or finding.id


def _few_words(text: str) -> str:
    line = one_line(text[:120])
    return line if len(line) <= 50 else f"{line[:50].rpartition(' ')[0] or line[:50]} …"
