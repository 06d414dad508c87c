"""Who pays: the costs of a bead, shared out among its word edits and the findings that explain them.

A bead's cost is known as a sum. Each edit bears the part that its words caused, and where a finding covers the edit,
the finding bears it, with its own surcharge by severity and confidence. So the waterfall names findings, and beads for
what no finding explains.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compare.model import SEVERITIES
from compare.scores.mqm import finding_cost
from compare.scores.weights import Weights, weights_for
from compare.settings import DEFAULTS, ScoreSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.findings import Evidence
    from compare.model import Document, Edit, EditKind, Finding, Span
    from compare.scores.counts import BeadCounts

EDIT_REASONS: Final[dict[EditKind, str]] = {
    "equal": "words in another style",
    "stem": "another form of the word",
    "near": "a word spelt otherwise",
    "replace": "words replaced",
    "delete": "words dropped",
    "insert": "words added",
}
OWN_REASONS: Final = {"manner": "capitals, final mark or spacing", "style": "style alone"}
"""Counts that belong to the whole bead and to none of its edits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One cost with the finding or bead that it is written to."""

    mass: float
    reason: str
    bead: int | None = None
    finding: str | None = None


def bead_steps(
    bead: int,
    counts: BeadCounts,
    edits: Sequence[Edit],
    findings: Sequence[Finding],
    *,
    reason: str = "words changed",
    language: str = "en",
    settings: ScoreSettings = DEFAULTS.scores,
) -> list[Step]:
    """Share the cost of one bead out; the masses of the steps sum to the bead's cost.

    Args:
        bead: index of the bead.
        counts: what it counted.
        edits: its word edits; none where one of its sides is empty.
        findings: the findings that touch it.
        reason: what to call a cost that no edit bears.
        language: ISO 639-1, for the weights.
        settings: the prices.
    """
    costs = counts.costs(settings)
    steps = [
        Step(mass=costs.pop(name), reason=own, bead=bead)
        for name, own in OWN_REASONS.items()
        if name in costs
    ]
    rest = sum(costs.values())
    weights = weights_for(language, settings)
    shares = [(edit, _share(edit, weights)) for edit in edits if edit.kind != "equal"]
    total = sum(share for _, share in shares)
    if total <= 0.0:
        finding = _gravest(findings)
        steps.append(_step(rest, finding, reason, bead))
    for edit, share in shares if total > 0.0 else []:
        finding = _gravest([finding for finding in findings if _covers(finding, edit)])
        kind = "words moved" if edit.moved else EDIT_REASONS[edit.kind]
        steps.append(_step(rest * share / total, finding, kind, bead))
    return [step for step in steps if step.mass > 0.0]


def finding_steps(findings: Iterable[Finding], settings: ScoreSettings = DEFAULTS.scores) -> list[Step]:
    """Give the surcharge of each finding, beside what its words cost."""
    return [
        Step(mass=mass, reason=finding.kind, bead=finding.bead, finding=finding.id or None)
        for finding in findings
        if (mass := finding_cost(finding, settings)) > 0.0
    ]


def merged(steps: Iterable[Step]) -> list[Step]:
    """Add up the steps of one finding, and those of one bead that have the same reason; order of first mention."""
    found: dict[tuple[str | None, int | None, str], Step] = {}
    for step in steps:
        key = (step.finding, None, "") if step.finding else (None, step.bead, step.reason)
        before = found.get(key)
        found[key] = (
            step
            if before is None
            else Step(
                mass=before.mass + step.mass, reason=before.reason, bead=before.bead, finding=before.finding
            )
        )
    return list(found.values())


def findings_by_bead(evidence: Evidence, findings: Sequence[Finding]) -> dict[int, list[Finding]]:
    """Give the findings that touch each bead, also those that run over several."""
    found: dict[int, list[Finding]] = {}
    sides = [(evidence.candidate, "candidate")]
    if evidence.reference is not None:
        sides.append((evidence.reference, "reference"))
    homes = {
        name: {index: bead.index for bead in evidence.alignment.beads for index in getattr(bead, name)}
        for _, name in sides
    }
    starts = {name: [sentence.start for sentence in side.document.sentences] for side, name in sides}
    for finding in findings:
        touched = set() if finding.bead is None else {finding.bead}
        for side, name in sides:
            span: Span | None = getattr(finding, name)
            if span is not None:
                touched.update(
                    homes[name][index]
                    for index in _sentences(side.document, starts[name], span)
                    if index in homes[name]
                )
        for bead in sorted(touched):
            found.setdefault(bead, []).append(finding)
    return found


def _sentences(document: Document, starts: Sequence[int], span: Span) -> range:
    first = max(0, bisect_right(starts, span.start) - 1)
    last = max(first + 1, bisect_left(starts, span.end))
    if first < len(starts) and document.sentences[first].end <= span.start < span.end:
        first += 1
    return range(first, min(last, len(starts)))


def _step(mass: float, finding: Finding | None, reason: str, bead: int) -> Step:
    if finding is None or not finding.id:
        return Step(mass=mass, reason=reason, bead=bead)
    # a name that is spelled in several ways is told of the whole text, and still its words stand in this bead
    home = bead if finding.bead is None else finding.bead
    return Step(mass=mass, reason=finding.kind, bead=home, finding=finding.id)


def _share(edit: Edit, weights: Weights) -> float:
    share = sum(weights[token.form] for token in (*edit.reference, *edit.candidate))
    # Words that only moved or changed their ending pay for a small part of their weight.
    return share * (0.2 if edit.moved or edit.kind in ("stem", "near") else 1.0)


def _covers(finding: Finding, edit: Edit) -> bool:
    return _touches(finding.reference, edit.reference_start, edit.reference_end) or _touches(
        finding.candidate, edit.candidate_start, edit.candidate_end
    )


def _touches(span: Span | None, start: int, end: int) -> bool:
    if span is None or span.start == span.end or start == end:
        return False
    return span.start < end and start < span.end


def _gravest(findings: Sequence[Finding]) -> Finding | None:
    graded = [finding for finding in findings if finding.severity != "neutral"]
    return min(
        graded,
        key=lambda finding: (SEVERITIES.index(finding.severity), -finding.confidence, finding.id),
        default=None,
    )
