"""The stages, a line each: two documents in, one report out.

    align → word edits → findings → relation → scores → Report

Nothing is decided here; each stage is one call into its room.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from compare import __version__
from compare.align import align, word_edits
from compare.errors import BadInput
from compare.findings import Evidence, Side, find
from compare.model import (
    Alignment,
    Bead,
    CheckReport,
    Report,
)
from compare.scores import Line, score, segment_results, signature
from compare.scores.composite import composite
from compare.scores.relation import relation
from compare.settings import DEFAULTS, Settings
from compare.text.documents import line_document
from compare.text.line_breaks import tokens_of_versions
from compare.text.reading import read_text
from compare.text.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Document, Finding, SegmentResult, Token
    from compare.scores.units import Unit

    SentenceTokens = tuple[tuple[Token, ...], ...]

DEFAULT_METRICS = ("chrf", "bleu")


def compare_documents(
    reference: Document,
    candidate: Document,
    *,
    metrics: Sequence[str] = DEFAULT_METRICS,
    settings: Settings = DEFAULTS,
) -> Report:
    """Judge one version of a piece by another: align, diff, find, score.

    Args:
        reference: the version that counts as true.
        candidate: the version that is judged.
        metrics: which of ``chrf``, ``bleu``, ``ter`` to compute beside the fidelity.
        settings: every threshold and weight.

    Returns:
        The report, complete; ``report.to_dict()`` is its JSON.

    >>> from compare.text.documents import document
    >>> true = document("The ferry left at noon. It carried 40 cars.")
    >>> copy = document("The ferry left at noon. It carried 14 cars.")
    >>> report = compare_documents(true, copy)
    >>> report.scores.fidelity < 100
    True
    """
    return report_and_units(reference, candidate, metrics, settings)[0]


def report_and_units(
    reference: Document, candidate: Document, metrics: Sequence[str], settings: Settings
) -> tuple[Report, list[Unit]]:
    """Judge as `compare_documents` does, and give beside the report the units that systems are compared by."""
    ours, theirs = tokens_of_versions([reference, candidate])
    tokens = ours, theirs
    alignment = align(reference, candidate, settings=settings.align, tokens=tokens)
    evidence = evidence_of(reference, candidate, alignment, settings, tokens=tokens)
    found = find(evidence)
    kinship = relation(reference, candidate, alignment, found)
    if not kinship.same_piece:
        found = ()  # that they are strangers says all; sixty dropped and added sentences say no more
    scores, units = score(evidence, found, kinship, metrics=metrics, settings=settings.scores)
    report = Report(
        reference=reference,
        candidate=candidate,
        relation=kinship,
        alignment=alignment,
        findings=found,
        scores=scores,
        signature=signature(settings, metrics=metrics),
        version=__version__,
    )
    return report, units


def compare_with_references(
    references: Sequence[Document],
    candidate: Document,
    *,
    metrics: Sequence[str] = DEFAULT_METRICS,
    settings: Settings = DEFAULTS,
) -> Report:
    """Judge a version by several that count as true: of each passage, the one that fits best counts.

    Args:
        references: the versions that count as true, at least one; the first decides the order of passages, and ties.
        candidate: the version that is judged.
        metrics: which of ``chrf``, ``bleu``, ``ter`` to compute beside the fidelity.
        settings: every threshold and weight.

    Returns:
        A report whose reference is the document of the best passages; its remarks say how many are from where.

    Raises:
        BadInput: there is no reference.

    >>> from compare.text.documents import document
    >>> one = document("The ferry left at noon. Nobody was on board.", name="one")
    >>> other = document("At midday the boat sailed. There was no passenger.", name="other")
    >>> copy = document("The ferry left at noon. There was no passenger.")
    >>> report = compare_with_references([one, other], copy)
    >>> report.scores.fidelity, report.reference.name
    (100.0, 'one + other')
    """
    if not references:
        raise BadInput("there is no reference to compare with; give at least one")
    if len(references) == 1:
        return compare_documents(references[0], candidate, metrics=metrics, settings=settings)
    evidences = [
        evidence_of(reference, candidate, align(reference, candidate, settings=settings.align), settings)
        for reference in references
    ]
    best = composite(evidences, settings.scores)
    report = compare_documents(best.document, candidate, metrics=metrics, settings=settings)
    shares = ", ".join(
        f"{count} of {reference.name}" for reference, count in zip(references, best.sentences, strict=True)
    )
    remark = (
        f"{len(references)} references; of each passage the one that fits best counts (sentences: {shares})"
    )
    return replace(
        report,
        scores=replace(report.scores, remarks=(remark, *report.scores.remarks)),
        signature=f"{report.signature}|references:{len(references)}",
    )


def compare_texts(
    reference: str,
    candidate: str,
    *,
    metrics: Sequence[str] = DEFAULT_METRICS,
    settings: Settings = DEFAULTS,
) -> Report:
    """Judge one text by another, both as strings; all else is as in `compare_documents`.

    Args:
        reference: the text that counts as true.
        candidate: the text that is judged; it may be empty.
        metrics: which of ``chrf``, ``bleu``, ``ter`` to compute beside the fidelity.
        settings: every threshold and weight.

    Raises:
        UnreadableText: one of them is beyond a limit (``settings.limits``).

    >>> compare_texts("Snow fell on Monday.", "").scores.fidelity
    0.0
    """
    return compare_documents(
        read_text(reference, name="reference", limits=settings.limits),
        read_text(candidate, name="candidate", limits=settings.limits),
        metrics=metrics,
        settings=settings,
    )


def check_document(candidate: Document, *, settings: Settings = DEFAULTS) -> CheckReport:
    """Find what can be found in one document alone, without a reference.

    Args:
        candidate: the document that is judged.
        settings: every threshold and weight.

    Returns:
        The document with its findings, whose places are all in the candidate.

    >>> from compare.text.documents import document
    >>> check_document(document("The river rose by two metres in May.")).findings
    ()
    """
    side = Side(document=candidate, tokens=tokens_of_versions([candidate])[0])
    return CheckReport(
        document=candidate, findings=find(Evidence(candidate=side, settings=settings.findings))
    )


def evidence_of(
    reference: Document,
    candidate: Document,
    alignment: Alignment,
    settings: Settings = DEFAULTS,
    *,
    tokens: tuple[SentenceTokens, SentenceTokens] | None = None,
) -> Evidence:
    """Give what the detectors look at: both sides with their tokens, and the word edits of every bead."""
    ours, theirs = tokens or tokens_of_versions([reference, candidate])
    true, copy = Side(document=reference, tokens=ours), Side(document=candidate, tokens=theirs)
    edits = tuple(
        word_edits(
            true.tokens_of(bead.reference), copy.tokens_of(bead.candidate), language=reference.language
        )
        if bead.reference and bead.candidate
        else ()
        for bead in alignment.beads
    )
    return Evidence(
        reference=true, candidate=copy, alignment=alignment, edits=edits, settings=settings.findings
    )


def score_segments(
    references: Sequence[str],
    candidates: Sequence[str],
    sources: Sequence[str] | None = None,
    *,
    language: str = "en",
    findings: bool = True,
    also: Sequence[Sequence[str]] = (),
    settings: Settings = DEFAULTS,
) -> list[SegmentResult]:
    """Score lines that are versions of each other already, one result a line; empty lines are scored too.

    Args:
        references: the true lines.
        candidates: the judged lines, as many.
        sources: the same lines in the source language, where there are any.
        language: ISO 639-1 of references and candidates.
        findings: whether to look for findings; without them a line costs about a fifth, and its fidelity rests
            on words alone.
        also: the lines of further references; of each line the one that fits best counts, and the result says which.
        settings: every threshold and weight.

    Returns:
        A result a line, in order; offsets of findings count in that line.

    Raises:
        BadInput: the lists are not equally long.

    >>> results = score_segments(["The ferry left at noon.", ""], ["The ferry left.", ""])
    >>> [result.fidelity == 100 for result in results]
    [False, True]
    """
    for lines in (references, *also):
        if len(lines) != len(candidates):
            raise BadInput(
                f"{len(lines)} reference lines but {len(candidates)} candidate lines; "
                "line i of one must be a version of line i of the other"
            )
    if sources is not None and len(sources) != len(references):
        raise BadInput(f"{len(sources)} source lines but {len(references)} reference lines; give as many")

    def results(true_lines: Sequence[str]) -> list[SegmentResult]:
        judged = (
            judged_line(reference, candidate, source, language=language, findings=findings, settings=settings)
            for reference, candidate, source in zip_longest(true_lines, candidates, sources or ())
        )
        return segment_results(judged, language=language, settings=settings.scores)

    if not also:
        return results(references)
    versions = zip(*map(results, (references, *also)), strict=True)
    return [
        max(
            (replace(result, reference=place) for place, result in enumerate(rivals, start=1)),
            key=lambda result: result.fidelity,
        )
        for rivals in versions
    ]


def judged_line(
    reference: str,
    candidate: str,
    source: str | None = None,
    *,
    language: str = "en",
    findings: bool = True,
    settings: Settings = DEFAULTS,
) -> Line:
    """Give one line against one line with its words and what is found in it, not yet scored."""
    true = tokenize(reference, language=language)
    copy = tokenize(candidate, language=language)
    found: tuple[Finding, ...] = ()
    # A line that is its reference has no fault that the reference does not have as well.
    if findings and reference != candidate:
        bead = Bead(index=0, reference=(0,), candidate=(0,), kind="changed")
        evidence = Evidence(
            reference=Side(document=line_document([reference], language=language), tokens=(true,)),
            candidate=Side(document=line_document([candidate], language=language), tokens=(copy,)),
            alignment=Alignment(beads=(bead,)),
            edits=(word_edits(true, copy, language=language),),
            source=source,
            settings=settings.findings,
        )
        found = find(evidence)
    return Line(
        reference=reference,
        candidate=candidate,
        reference_tokens=true,
        candidate_tokens=copy,
        findings=found,
    )
