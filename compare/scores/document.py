"""The scores of one document: the counts of its beads, summed, with the waterfall and the intervals."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import fsum
from typing import TYPE_CHECKING, Final

from compare.model import Scores
from compare.scores.counts import BeadCounts, bead_counts
from compare.scores.fidelity import waterfall
from compare.scores.metrics import corpus_metrics, metric_signatures
from compare.scores.mqm import finding_weight, mqm_per_1000_words, severity_counts
from compare.scores.penalty import penalty
from compare.scores.steps import Step, bead_steps, finding_steps, findings_by_bead, merged
from compare.scores.units import Unit, intervals, paragraphs, sentence_units, short_remark
from compare.settings import DEFAULTS, ScoreSettings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from compare.findings import Evidence, Side
    from compare.model import Bead, Finding, Relation

_MUCH: Final = 0.2
"""Share of a candidate's words outside the common text from which on a remark says so, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredBead:
    """One bead with its counts and its two texts."""

    bead: Bead
    counts: BeadCounts
    reference: str
    candidate: str
    words: int
    """Words of the candidate side."""


def score(
    evidence: Evidence,
    findings: Sequence[Finding],
    kinship: Relation | None = None,
    *,
    metrics: Sequence[str] = (),
    settings: ScoreSettings = DEFAULTS.scores,
) -> tuple[Scores, list[Unit]]:
    """Score a candidate by its beads and findings.

    Args:
        evidence: both sides, the beads and the word edits, as the detectors saw them.
        findings: what they found.
        kinship: what the documents are to each other. In versions of one piece, text outside the excerpt is nobody's
            fault; where the candidate is another piece altogether, nothing is an excerpt and all of it counts.
        metrics: which of ``chrf``, ``bleu``, ``ter`` to compute.
        settings: the weights.

    Returns:
        The scores, and the unit of each reference sentence, which is what candidates are compared by.
    """
    is_other_piece = kinship is not None and not kinship.same_piece
    beads = scored_beads(evidence, with_outside=is_other_piece, settings=settings)
    touching = findings_by_bead(evidence, findings)
    charged = _charged(beads, findings, touching)
    steps = _steps(evidence, beads, touching, settings)
    points, deductions = waterfall(
        fsum(scored.counts.kept for scored in beads), merged([*steps, *finding_steps(charged, settings)])
    )
    each = _units(beads, steps, touching, set(map(id, charged)), settings)
    units = paragraphs(each, _blocks(evidence, beads), settings)
    words = sum(scored.words for scored in beads)
    scores = Scores(
        fidelity=points,
        penalty=round(fsum(unit.penalty for unit in units), 4),
        mqm_per_1000_words=mqm_per_1000_words(findings, words, settings),
        counts=severity_counts(findings),
        deductions=deductions,
        metrics=corpus_metrics(
            [scored.reference for scored in beads], [scored.candidate for scored in beads], metrics
        ),
        metric_signatures=metric_signatures(metrics),
        intervals=intervals(units, settings),
        remarks=(
            *_wording_remark(kinship),
            *(() if is_other_piece else _outside_remark(evidence)),
            *short_remark(units, settings),
        ),
    )
    sentences = len(evidence.reference.document.sentences) if evidence.reference else 0
    return scores, sentence_units(each, [scored.bead.reference for scored in beads], sentences)


def _wording_remark(kinship: Relation | None) -> tuple[str, ...]:
    """Say of a version told in words of its own what its fidelity does not say.

    A careful retranslation keeps half of the words, a bad machine copy three quarters: no count of words can tell that
    the first is the better one. The findings can.
    """
    if kinship is None or kinship.kind != "retold":
        return ()
    return (
        "told in other words: fidelity and penalty count kept words; judge it by its findings, and compare it with "
        "retold versions alone",
    )


def _outside_remark(evidence: Evidence) -> tuple[str, ...]:
    """Say that much of the candidate is somebody else's text, which no score speaks of."""
    words: Counter[bool] = Counter()
    for bead in evidence.alignment.beads:
        words[bead.kind == "outside"] += sum(
            token.kind != "mark" for token in evidence.candidate.tokens_of(bead.candidate)
        )
    share = words[True] / max(1, words.total())
    if share < _MUCH:
        return ()
    return (f"{100 * share:.0f} % of the candidate stands outside the common text and is not judged",)


def scored_beads(
    evidence: Evidence, *, with_outside: bool = False, settings: ScoreSettings = DEFAULTS.scores
) -> list[ScoredBead]:
    """Count every bead but those outside, which neither side has to answer for."""
    true, copy = evidence.reference, evidence.candidate
    assert true is not None
    found = []
    for bead in evidence.alignment.beads:
        if bead.kind == "outside" and not with_outside:
            continue
        reference, candidate = _text(true, bead.reference), _text(copy, bead.candidate)
        candidate_tokens = copy.tokens_of(bead.candidate)
        counts = bead_counts(
            true.tokens_of(bead.reference),
            candidate_tokens,
            reference_text=reference,
            candidate_text=candidate,
            language=true.document.language,
            settings=settings,
        )
        words = sum(token.kind != "mark" for token in candidate_tokens)
        found.append(
            ScoredBead(bead=bead, counts=counts, reference=reference, candidate=candidate, words=words)
        )
    return found


def _charged(
    beads: Sequence[ScoredBead], findings: Sequence[Finding], touching: Mapping[int, Sequence[Finding]]
) -> list[Finding]:
    """Give the findings that cost points: those that touch a bead whose words differ.

    A clumsy sentence that the reference has as well is worth a word, but the copy is faithful; and what stands in web
    furniture or outside the excerpt is no part of the copy.
    """
    changed = [scored.bead.index for scored in beads if scored.counts.is_changed]
    charged = {id(finding) for index in changed for finding in touching.get(index, ())}
    return [finding for finding in findings if id(finding) in charged]


def _steps(
    evidence: Evidence,
    beads: Sequence[ScoredBead],
    touching: Mapping[int, Sequence[Finding]],
    settings: ScoreSettings,
) -> list[Step]:
    assert evidence.reference is not None
    edits = {bead.index: found for bead, found in zip(evidence.alignment.beads, evidence.edits, strict=True)}
    steps: list[Step] = []
    for scored in beads:
        bead = scored.bead
        steps += bead_steps(
            bead.index,
            scored.counts,
            edits[bead.index],
            touching.get(bead.index, ()),
            reason=_whole_reason(bead),
            language=evidence.reference.document.language,
            settings=settings,
        )
        if bead.moved and scored.counts.kept > 0.0:
            mass = settings.moved_bead_cost * scored.counts.kept
            steps.append(Step(mass=mass, reason="sentence moved", bead=bead.index))
    return steps


def _whole_reason(bead: Bead) -> str:
    if not bead.candidate:
        return "sentence dropped"
    return "words changed" if bead.reference else "sentence added"


def _units(
    beads: Sequence[ScoredBead],
    steps: Sequence[Step],
    touching: Mapping[int, Sequence[Finding]],
    charged: set[int],
    settings: ScoreSettings,
) -> list[Unit]:
    """Give each bead as a unit of the bootstrap; a finding over several beads counts in the first alone."""
    owned: dict[int, list[Finding]] = {}
    seen: set[int] = set()
    for index in sorted(touching):
        fresh = [finding for finding in touching[index] if id(finding) not in seen]
        seen.update(map(id, fresh))
        owned[index] = fresh
    costs: dict[int, float] = {}
    for step in steps:
        assert step.bead is not None
        costs[step.bead] = costs.get(step.bead, 0.0) + step.mass
    units = []
    for scored in beads:
        index = scored.bead.index
        found = [finding for finding in owned.get(index, []) if id(finding) in charged]
        surcharge = fsum(step.mass for step in finding_steps(found, settings))
        units.append(
            Unit(
                kept=scored.counts.kept,
                cost=costs.get(index, 0.0) + surcharge,
                penalty=penalty(scored.counts, found, settings),
                mqm=fsum(finding_weight(finding, settings) for finding in found),
                words=scored.words,
            )
        )
    return units


def _blocks(evidence: Evidence, beads: Sequence[ScoredBead]) -> list[int]:
    """Give the paragraph of each bead; an addition belongs to the one before it."""
    assert evidence.reference is not None
    sentences = evidence.reference.document.sentences
    found: list[int] = []
    for scored in beads:
        if scored.bead.reference:
            found.append(sentences[scored.bead.reference[0]].block)
        else:
            found.append(found[-1] if found else 0)
    return found


def _text(side: Side, sentences: Sequence[int]) -> str:
    return " ".join(side.document.sentences[index].text for index in sentences)
