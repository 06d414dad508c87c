"""The report as one self-contained HTML file: both texts side by side, the findings beside them, links both ways.

Nothing is loaded from anywhere; `web_page` sees to that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.model import SEVERITIES, CheckReport, Report
from compare.report.excerpts import line_number
from compare.report.explanation import steps
from compare.report.neutral import neutral_groups
from compare.report.page_rows import Anchors, rows_html
from compare.report.phrases import (
    counted,
    findings_in,
    noun,
    percent,
    relation_sentence,
    said,
    standing,
    verdict,
)
from compare.report.web_page import inert, web_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.model import Finding

METRICS: Final = {"chrf": "chrF", "bleu": "BLEU", "ter": "TER"}
SIGNS: Final = {"critical": "●", "major": "◆", "minor": "○", "neutral": "·"}
"""A severity is told by form as well as by colour."""


def render(report: Report | CheckReport) -> str:
    """Draw one report as a page."""
    return render_all([report])


def render_all(reports: Sequence[Report | CheckReport]) -> str:
    """Draw some reports, one under the other, as one page."""
    title = inert(", ".join(_name(report) for report in reports)) or "truecopy"
    bodies = "\n".join(
        "\n".join(_report(report, Anchors(prefix=f"{number}-", findings=report.findings)))
        for number, report in enumerate(reports, 1)
    )
    return web_page(title, bodies, style="page.css", script="page.js")


def _report(report: Report | CheckReport, anchors: Anchors) -> Iterator[str]:
    is_pair = isinstance(report, Report)
    yield f'<article class="report{"" if is_pair else " alone"}">'
    rows = list(rows_html(report, anchors))
    yield "<header>"
    yield from _pair_head(report) if isinstance(report, Report) else _single_head(report)
    yield _legend(is_pair=is_pair)
    yield "</header>"
    yield '<div class="layout">'
    yield '<nav class="list" aria-label="Findings">'
    yield from _list(report, anchors)
    yield "</nav>"
    yield "<main>"
    yield from rows
    yield "</main>"
    yield "</div>"
    yield "</article>"


def _pair_head(report: Report) -> Iterator[str]:
    scores, relation = report.scores, report.relation
    yield (
        f'<p class="names"><b>{inert(report.candidate.name)}</b> against <b>{inert(report.reference.name)}</b></p>'
    )
    yield f"<h1>{inert(relation_sentence(relation))} {inert(verdict(report))}</h1>"
    interval = ""
    if "fidelity" in scores.intervals:
        low, high = scores.intervals["fidelity"]
        interval = f" <small>({low:.0f} to {high:.0f}, 95 % interval)</small>"
    yield '<dl class="figures">'
    yield f'<div class="fidelity"><dt>Fidelity, of 100</dt><dd>{scores.fidelity:.1f}{interval}</dd></div>'
    yield f"<div><dt>Findings</dt><dd>{_severities(report.findings)}</dd></div>"
    yield _figure(
        "Covered: reference · candidate",
        f"{percent(relation.reference_coverage)} · {percent(relation.candidate_coverage)}",
    )
    yield _figure("MQM penalty per 1,000 words", f"{scores.mqm_per_1000_words:.1f}")
    metrics = [(label, scores.metrics.get(name)) for name, label in METRICS.items()]
    told = [(label, f"{value:.1f}") for label, value in metrics if value is not None]
    if told:
        yield _figure(" · ".join(label for label, _ in told), " · ".join(value for _, value in told))
    yield "</dl>"
    yield from (f'<p class="keys">Note: {inert(remark)}.</p>' for remark in scores.remarks)
    yield '<details class="sum"><summary>How the fidelity comes about</summary><table>'
    yield "<tr><td>100.0</td><td>a copy that lost nothing</td></tr>"
    for step in steps(report):
        yield f"<tr><td>− {step.points}</td><td>{inert(step.reason)}</td></tr>"
    yield f"<tr><td><b>{scores.fidelity:.1f}</b></td><td><b>fidelity</b></td></tr></table>"
    yield f'<p class="signature">{inert(report.signature)}</p></details>'


def _single_head(report: CheckReport) -> Iterator[str]:
    yield f'<p class="names"><b>{inert(report.document.name)}</b> judged without a reference</p>'
    sentences = counted(len(report.document.sentences), "sentence")
    yield f"<h1>{inert(findings_in(report.findings))} in {sentences}.</h1>"


def _figure(label: str, value: str) -> str:
    return f"<div><dt>{label}</dt><dd>{value}</dd></div>"


def _severities(findings: Sequence[Finding]) -> str:
    shown = standing(findings)
    counts = {severity: sum(finding.severity == severity for finding in shown) for severity in SEVERITIES}
    parts = [
        f'<span class="{severity}">{SIGNS[severity]} {count} {severity}</span>'
        for severity, count in counts.items()
        if count
    ]
    if len(shown) < len(findings):
        parts.append(f"{len(findings) - len(shown)} dismissed")
    return " &ensp;".join(parts) or "none"


def _legend(*, is_pair: bool) -> str:
    keys = '<p class="keys">Keys: n next finding, p previous, f folds.</p>'
    if not is_pair:
        return keys
    return (
        '<p class="legend"><span><del>dropped</del></span><span><ins>added</ins></span>'
        '<span><del class="changed">changed</del> <ins class="changed">changed</ins></span>'
        '<span class="moved">↔ moved</span><span class="loop">⟲ loop</span>'
        f'<span class="style">style</span></p>{keys}'
    )


def _list(report: Report | CheckReport, anchors: Anchors) -> Iterator[str]:
    shown = standing(report.findings)
    if not shown:
        yield "<p>No findings.</p>"
    for severity in SEVERITIES[:-1]:
        group = [finding for finding in shown if finding.severity == severity]
        if group:
            yield f'<h2 class="{severity}">{SIGNS[severity]} {severity} ({len(group)})</h2>'
            yield from _ordered(report, group, anchors, severity)
    for heading, group in neutral_groups(shown):
        yield f'<details><summary class="neutral">{heading} ({len(group)})</summary>'
        yield from [*_ordered(report, group, anchors, "neutral"), "</details>"]
    dismissed = [finding for finding in report.findings if finding.dismissed is not None]
    if dismissed:
        yield f"<details><summary>Dismissed ({len(dismissed)})</summary><ol>"
        yield from (_item(report, finding, anchors) for finding in dismissed)
        yield "</ol></details>"


def _ordered(
    report: Report | CheckReport, findings: Sequence[Finding], anchors: Anchors, severity: str
) -> Iterator[str]:
    yield f'<ol class="{severity}">'
    yield from (_item(report, finding, anchors) for finding in findings)
    yield "</ol>"


def _item(report: Report | CheckReport, finding: Finding, anchors: Anchors) -> str:
    candidate = report.candidate if isinstance(report, Report) else report.document
    where = []
    if finding.candidate is not None:
        where.append(f"line {line_number(candidate, finding.candidate.start)}")
    elif isinstance(report, Report) and finding.reference is not None:
        where.append(f"line {line_number(report.reference, finding.reference.start)} of the reference")
    where += [f"{round(100 * finding.confidence)} % sure", finding.mqm, finding.id]
    reason = f'<span class="said">dismissed: {inert(finding.dismissed)}</span>' if finding.dismissed else ""
    return (
        f'<li id="{anchors.item(finding)}"><a class="kind" href="#{anchors.place(finding)}">'
        f"{inert(noun(finding.kind, 1))}</a>"
        f'<span class="said">{inert(said(finding))}</span>{reason}'
        f'<span class="where">{inert(" · ".join(part for part in where if part))}</span></li>'
    )


def _name(report: Report | CheckReport) -> str:
    return report.candidate.name if isinstance(report, Report) else report.document.name
