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
from compare.scores.collection import collection_scores
from compare.scores.ranking import Ranking, ranking
from compare.scores.relation import relation
from compare.scores.system import system_scores
from compare.settings import DEFAULTS, Settings
from compare.text.documents import document, line_document
from compare.text.tokens import sentence_tokens, tokenize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from compare.model import Document, Finding, SegmentResult
    from compare.scores.units import Unit

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
    return _compared(reference, candidate, metrics, settings)[0]


def _compared(
    reference: Document, candidate: Document, metrics: Sequence[str], settings: Settings
) -> tuple[Report, list[Unit]]:
    alignment = align(reference, candidate, settings=settings.align)
    evidence = evidence_of(reference, candidate, alignment, settings)
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


def compare_texts(
    reference: str,
    candidate: str,
    *,
    metrics: Sequence[str] = DEFAULT_METRICS,
    settings: Settings = DEFAULTS,
) -> Report:
    """Judge one text by another, both as strings; see `compare_documents`.

    >>> compare_texts("Snow fell on Monday.", "").scores.fidelity
    0.0
    """
    return compare_documents(
        document(reference, name="reference"),
        document(candidate, name="candidate"),
        metrics=metrics,
        settings=settings,
    )


def check_document(candidate: Document, *, settings: Settings = DEFAULTS) -> CheckReport:
    """Find what can be found in one document alone, without a reference.

    >>> from compare.text.documents import document
    >>> check_document(document("The river rose by two metres in May.")).findings
    ()
    """
    side = Side(document=candidate, tokens=sentence_tokens(candidate))
    return CheckReport(
        document=candidate, findings=find(Evidence(candidate=side, settings=settings.findings))
    )


def rank_documents(
    reference: Document,
    candidates: Sequence[Document],
    *,
    baseline: str | None = None,
    metrics: Sequence[str] = DEFAULT_METRICS,
    settings: Settings = DEFAULTS,
) -> Ranking:
    """Order several versions of one piece by their fidelity, and say which differences may be chance.

    Args:
        reference: the version that counts as true.
        candidates: the versions that are judged, each with a name of its own.
        baseline: name of the candidate that the others are held against; the best if left out.
        metrics: which of ``chrf``, ``bleu``, ``ter`` to compute beside the fidelity.
        settings: every threshold and weight.

    Returns:
        The ranking, best first; the order in which candidates are given does not matter.

    Raises:
        BadInput: two candidates have one name, or the baseline is none of them.

    >>> from compare.text.documents import document
    >>> true = document("The ferry left at noon. It carried 40 cars.", name="true")
    >>> copies = [document("The ferry left.", name="short"), document(true.text, name="whole")]
    >>> [system.name for system in rank_documents(true, copies).systems]
    ['whole', 'short']
    """
    names = [candidate.name for candidate in candidates]
    doubled = sorted({name for name in names if names.count(name) > 1})
    if doubled:
        raise BadInput(f"two candidates are called {doubled[0]}; give each a name of its own")
    if baseline is not None and baseline not in names:
        raise BadInput(f"{baseline} is none of the candidates; choose among {', '.join(names)}")
    scores, units = {}, {}
    for candidate in candidates:
        report, units[candidate.name] = _compared(reference, candidate, metrics, settings)
        scores[candidate.name] = report.scores
    return ranking(
        scores,
        units,
        reference=reference.name,
        signature=signature(settings, metrics=metrics),
        version=__version__,
        baseline=baseline,
        settings=settings.scores,
    )


def rank_collections(
    references: Sequence[Document],
    candidates: Mapping[str, Sequence[Document]],
    *,
    baseline: str | None = None,
    metrics: Sequence[str] = DEFAULT_METRICS,
    settings: Settings = DEFAULTS,
) -> Ranking:
    """Order several systems by their fidelity over the same documents; see `rank_documents`.

    Args:
        references: the documents that count as true.
        candidates: by the name of each system its versions of them, in the same order.
        baseline: name of the system that the others are held against; the best if left out.
        metrics: which of ``chrf``, ``bleu``, ``ter`` to compute beside the fidelity.
        settings: every threshold and weight.

    Raises:
        BadInput: a system has more or fewer documents, or the baseline is none of the systems.

    >>> from compare.text.documents import document
    >>> true = [document("The ferry left at noon."), document("It carried 40 cars.")]
    >>> copies = {"short": [true[0], document("It carried.")], "whole": true}
    >>> [system.name for system in rank_collections(true, copies).systems]
    ['whole', 'short']
    """
    if baseline is not None and baseline not in candidates:
        raise BadInput(f"{baseline} is none of the systems; choose among {', '.join(candidates)}")
    scores, units = {}, {}
    for name, versions in candidates.items():
        if len(versions) != len(references):
            raise BadInput(f"{name} has {len(versions)} documents, the reference {len(references)}")
        pairs = zip(references, versions, strict=True)
        judged = [_compared(reference, version, (), settings) for reference, version in pairs]
        documents = [found for _, found in judged]
        scores[name] = collection_scores(
            [report for report, _ in judged], documents, metrics=metrics, settings=settings.scores
        )
        units[name] = [unit for document_units in documents for unit in document_units]
    return ranking(
        scores,
        units,
        reference=f"{len(references)} documents",
        signature=signature(settings, metrics=metrics),
        version=__version__,
        baseline=baseline,
        settings=settings.scores,
    )


def evidence_of(
    reference: Document, candidate: Document, alignment: Alignment, settings: Settings = DEFAULTS
) -> Evidence:
    """Give what the detectors look at: both sides with their tokens, and the word edits of every bead."""
    true = Side(document=reference, tokens=sentence_tokens(reference))
    copy = Side(document=candidate, tokens=sentence_tokens(candidate))
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
    settings: Settings = DEFAULTS,
) -> list[SegmentResult]:
    """Score lines that are versions of each other already, one result a line; empty lines are scored too.

    Args:
        references: the true lines.
        candidates: the judged lines, as many.
        sources: the same lines in the source language, where there are any.
        language: ISO 639-1 of references and candidates.
        findings: whether to look for findings; without them a line costs a third, and its fidelity rests
            on words alone.
        settings: every threshold and weight.

    Returns:
        A result a line, in order; offsets of findings count in that line.

    Raises:
        BadInput: the lists are not equally long.

    >>> results = score_segments(["The ferry left at noon.", ""], ["The ferry left.", ""])
    >>> [result.fidelity == 100 for result in results]
    [False, True]
    """
    if len(references) != len(candidates):
        raise BadInput(
            f"{len(references)} reference lines but {len(candidates)} candidate lines; "
            "line i of one must be a version of line i of the other"
        )
    if sources is not None and len(sources) != len(references):
        raise BadInput(f"{len(sources)} source lines but {len(references)} reference lines; give as many")
    lines = (
        judged_line(reference, candidate, source, language=language, findings=findings, settings=settings)
        for reference, candidate, source in zip_longest(references, candidates, sources or ())
    )
    return segment_results(lines, language=language, settings=settings.scores)


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


def rank_segments(
    references: Sequence[Sequence[str]],
    candidates: Mapping[str, Sequence[str]],
    *,
    language: str = "en",
    baseline: str | None = None,
    metrics: Sequence[str] = DEFAULT_METRICS,
    settings: Settings = DEFAULTS,
) -> Ranking:
    """Order several systems by their fidelity on one test set, line by line, and say which differences may be chance.

    Args:
        references: one or several true versions of the test set, each a list of lines; of each line the reference that
            fits best counts.
        candidates: the lines of each system, by its name.
        language: ISO 639-1 of references and candidates.
        baseline: name of the system that the others are held against; the best if left out.
        metrics: which of ``chrf``, ``bleu``, ``ter`` to compute beside the fidelity.
        settings: every threshold and weight.

    Returns:
        The ranking, best first.

    Raises:
        BadInput: there is no reference, not all lists are equally long, or the baseline is none of the systems.

    >>> true = ["The ferry left at noon.", "It carried 40 cars."]
    >>> found = rank_segments([true], {"one": true, "two": ["The ferry left.", "It carried 14 cars."]})
    >>> [system.name for system in found.systems]
    ['one', 'two']
    """
    if not references:
        raise BadInput("there is no reference to rank against; give at least one")
    if baseline is not None and baseline not in candidates:
        raise BadInput(f"{baseline} is none of the systems; choose among {', '.join(candidates)}")
    for name, lines in [*candidates.items(), *(("a reference", lines) for lines in references)]:
        if len(lines) != len(references[0]):
            raise BadInput(f"{name} has {len(lines)} lines, the first reference {len(references[0])}")
    scores, units = {}, {}
    for name, lines in candidates.items():
        versions = (
            [judged_line(reference, line, language=language, settings=settings) for reference in true]
            for line, *true in zip(lines, *references, strict=True)
        )
        scores[name], units[name] = system_scores(
            versions, metrics=metrics, language=language, settings=settings.scores
        )
    found = ranking(
        scores,
        units,
        reference="reference",
        signature=signature(settings, metrics=metrics, segments=True),
        version=__version__,
        baseline=baseline,
        settings=settings.scores,
    )
    if len(references) == 1:
        return found
    remark = f"{len(references)} references; of each line the one that fits best counts"
    return replace(found, remarks=(remark, *found.remarks))
