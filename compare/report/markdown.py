"""The report as Markdown, for the comment on a pull request or the summary of a build."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from compare.model import SEVERITIES, CheckReport, Report
from compare.report.excerpts import sides
from compare.report.explanation import steps
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

    from compare.model import Finding
    from compare.report.excerpts import Excerpt

LONGEST: Final = 50
"""Findings in the table; a comment on GitHub holds 65,536 characters, which some 100 rows would fill."""

_MARKS: Final = re.compile(r"[\\`*_{}\[\]<>|~&$]")
_MENTION: Final = re.compile(r"(?<!\w)([@#])(?=\w)")
_LINK: Final = re.compile(r"(?i)\b(https?|ftp|www)(:|\.)")


def render(report: Report, *, explain: bool = False) -> str:
    """Write a report as Markdown.

    Args:
        report: what is known of the candidate.
        explain: whether to write the score out as a sum.
    """
    return "\n".join(_lines(report, explain=explain)) + "\n"


def render_check(report: CheckReport) -> str:
    """Write what was found in one document alone as Markdown."""
    lines = [
        f"### {escaped(report.document.name)}",
        "",
        f"{findings_in(report.findings)} in {counted(len(report.document.sentences), 'sentence')}, "
        "judged without a reference.",
        *_table(report, report.findings),
    ]
    return "\n".join(lines) + "\n"


def escaped(text: str) -> str:
    r"""Give text of strangers as Markdown that shows it and does nothing: no mark, no link, no mention.

    >>> escaped("*five* <b>stars</b> | @editor")
    '\\*five\\* \\<b\\>stars\\</b\\> \\| @<!-- -->editor'
    """
    line = _MARKS.sub(r"\\\g<0>", one_line(text))
    # An empty comment parts the sign from the name: GitHub then neither tells the person nor links the issue.
    line = _LINK.sub(r"\1<!-- -->\2", _MENTION.sub(r"\1<!-- -->", line))
    # At the beginning of a line these would make a list, a heading or a rule.
    return re.sub(r"^(\d*)([-+#=>]|(?<=\d)[.)](?=\s|$))", r"\1\\\2", line)


def _lines(report: Report, *, explain: bool) -> Iterator[str]:
    scores = report.scores
    yield f"### {escaped(report.candidate.name)} against {escaped(report.reference.name)}"
    yield ""
    yield escaped(f"{relation_sentence(report.relation)} {verdict(report)}")
    yield ""
    interval = ""
    if "fidelity" in scores.intervals:
        low, high = scores.intervals["fidelity"]
        interval = f" ({low:.1f} to {high:.1f})"
    found = f"findings: {severity_line(report.findings)}"
    yield f"**Fidelity {scores.fidelity:.1f}**{interval} · {found} · {coverage(report)}"
    for remark in scores.remarks:
        yield ""
        yield f"Note: {escaped(remark)}"
    yield from _table(report, report.findings)
    if explain:
        yield ""
        yield from _explanation(report)
    yield ""
    yield f"<sub>signature {escaped(report.signature)}</sub>"


def _table(report: Report | CheckReport, findings: Sequence[Finding]) -> Iterator[str]:
    # The graver first: a reader of a pull request may read no further than the first rows.
    errors = sorted(
        (finding for finding in standing(findings) if finding.severity != "neutral"),
        key=lambda finding: SEVERITIES.index(finding.severity),
    )
    if errors:
        has_reference = isinstance(report, Report)
        yield ""
        yield f"| severity | finding | candidate |{' reference |' if has_reference else ''}"
        yield f"|---|---|---|{'---|' if has_reference else ''}"
    for finding in errors[:LONGEST]:
        shown = sides(report, finding)
        cells = [
            finding.severity,
            f"{noun(finding.kind, 1)} `{finding.id}`: {escaped(said(finding))}",
            *(_excerpt(shown.get(side)) for side in ("candidate", "reference")),
        ]
        yield f"| {' | '.join(cells if isinstance(report, Report) else cells[:3])} |"
    if len(errors) > LONGEST:
        yield ""
        yield f"… and {counted(len(errors) - LONGEST, 'further finding')}, which the JSON report lists."


def _excerpt(shown: Excerpt | None) -> str:
    if shown is None:
        return ""
    marked = escaped(shown.marked)
    if shown.is_marked and not marked:
        marked = "‸"
    elif shown.marked[:1].isalnum() and shown.marked[-1:].isalnum():
        marked = f"**{marked}**"
    elif marked:
        # Stars beside a quotation mark are no emphasis where a letter stands on their other side.
        marked = f"<b>{marked}</b>"
    return f"line {shown.line}: {escaped(shown.before)}{marked}{escaped(shown.after)}"


def _explanation(report: Report) -> Iterator[str]:
    yield "| points | for |"
    yield "|---:|---|"
    yield "| 100.0 | a copy that lost nothing |"
    for step in steps(report):
        yield f"| −{step.points} | {escaped(step.reason)} |"
    yield f"| **{report.scores.fidelity:.1f}** | **fidelity** |"
