"""The report as one self-contained HTML file: both texts side by side, the findings beside them, links both ways.

Nothing is loaded from anywhere: the style and the few lines of script stand in the page, and the content security
policy names them by their hashes, so that nothing else could run even if a text held a script. Text of strangers is
escaped, and what would steer the line (bidirectional controls) is written out.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from compare.model import SEVERITIES, CheckReport, Report
from compare.report.excerpts import line_number
from compare.report.explanation import steps
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
from compare.report.visible import one_line

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
    style, script = _resource("page.css"), _resource("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    title = _text(", ".join(_name(report) for report in reports)) or "truecopy"
    bodies = "\n".join(
        "\n".join(_report(report, Anchors(prefix=f"{number}-", findings=report.findings)))
        for number, report in enumerate(reports, 1)
    )
    return (
        "<!doctype html>\n"
        '<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title} · truecopy</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f"{bodies}\n<script>{script}</script>\n</body>\n</html>\n"
    )


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
        f'<p class="names"><b>{_text(report.candidate.name)}</b> against <b>{_text(report.reference.name)}</b></p>'
    )
    yield f"<h1>{_text(relation_sentence(relation))} {_text(verdict(report))}</h1>"
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
    yield from (f'<p class="keys">Note: {_text(remark)}.</p>' for remark in scores.remarks)
    yield '<details class="sum"><summary>How the fidelity comes about</summary><table>'
    yield "<tr><td>100.0</td><td>a copy that lost nothing</td></tr>"
    for step in steps(report):
        yield f"<tr><td>− {step.points}</td><td>{_text(step.reason)}</td></tr>"
    yield f"<tr><td><b>{scores.fidelity:.1f}</b></td><td><b>fidelity</b></td></tr></table>"
    yield f'<p class="signature">{_text(report.signature)}</p></details>'


def _single_head(report: CheckReport) -> Iterator[str]:
    yield f'<p class="names"><b>{_text(report.document.name)}</b> judged without a reference</p>'
    sentences = counted(len(report.document.sentences), "sentence")
    yield f"<h1>{_text(findings_in(report.findings))} in {sentences}.</h1>"


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
    for severity in SEVERITIES:
        group = [finding for finding in shown if finding.severity == severity]
        if not group:
            continue
        heading = "No errors, but different" if severity == "neutral" else severity
        listed = [
            f'<ol class="{severity}">',
            *(_item(report, finding, anchors) for finding in group),
            "</ol>",
        ]
        if severity == "neutral":
            yield f'<details><summary class="neutral">{heading} ({len(group)})</summary>'
            yield from [*listed, "</details>"]
        else:
            yield f'<h2 class="{severity}">{SIGNS[severity]} {heading} ({len(group)})</h2>'
            yield from listed
    dismissed = [finding for finding in report.findings if finding.dismissed is not None]
    if dismissed:
        yield f"<details><summary>Dismissed ({len(dismissed)})</summary><ol>"
        yield from (_item(report, finding, anchors) for finding in dismissed)
        yield "</ol></details>"


def _item(report: Report | CheckReport, finding: Finding, anchors: Anchors) -> str:
    candidate = report.candidate if isinstance(report, Report) else report.document
    where = []
    if finding.candidate is not None:
        where.append(f"line {line_number(candidate, finding.candidate.start)}")
    elif isinstance(report, Report) and finding.reference is not None:
        where.append(f"line {line_number(report.reference, finding.reference.start)} of the reference")
    where += [f"{round(100 * finding.confidence)} % sure", finding.mqm, finding.id]
    reason = f'<span class="said">dismissed: {_text(finding.dismissed)}</span>' if finding.dismissed else ""
    return (
        f'<li id="{anchors.item(finding)}"><a class="kind" href="#{anchors.place(finding)}">'
        f"{_text(noun(finding.kind, 1))}</a>"
        f'<span class="said">{_text(said(finding))}</span>{reason}'
        f'<span class="where">{_text(" · ".join(part for part in where if part))}</span></li>'
    )


def _name(report: Report | CheckReport) -> str:
    return report.candidate.name if isinstance(report, Report) else report.document.name


def _text(text: str) -> str:
    return escape(one_line(text))


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def _resource(name: str) -> str:
    return files("compare.report").joinpath("data", name).read_text(encoding="utf-8")
