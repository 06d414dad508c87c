"""Several systems against one reference: by documents, by collections of documents, or by lines.

Each system's versions go through the stages of `compare.pipeline`; what is added here is the comparison of systems.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from compare import __version__
from compare.errors import BadInput
from compare.pipeline import DEFAULT_METRICS, judged_line, report_and_units
from compare.report.phrases import counted
from compare.scores import signature
from compare.scores.collection import collection_scores
from compare.scores.ranking import Ranking, ranking
from compare.scores.system import system_scores
from compare.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from compare.model import Document


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
        report, units[candidate.name] = report_and_units(reference, candidate, metrics, settings)
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
            raise BadInput(
                f"{name} has {counted(len(versions), 'document')}, the reference {len(references)}"
            )
        pairs = zip(references, versions, strict=True)
        judged = [report_and_units(reference, version, (), settings) for reference, version in pairs]
        documents = [found for _, found in judged]
        scores[name] = collection_scores(
            [report for report, _ in judged], documents, metrics=metrics, settings=settings.scores
        )
        units[name] = [unit for document_units in documents for unit in document_units]
    return ranking(
        scores,
        units,
        reference=counted(len(references), "document"),
        signature=signature(settings, metrics=metrics),
        version=__version__,
        baseline=baseline,
        settings=settings.scores,
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
            raise BadInput(
                f"{name} has {counted(len(lines), 'line')}, the first reference {len(references[0])}"
            )
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
        reference=counted(len(references[0]), "line"),
        signature=signature(settings, metrics=metrics, segments=True),
        version=__version__,
        baseline=baseline,
        settings=settings.scores,
    )
    if len(references) == 1:
        return found
    remark = f"{len(references)} references; of each line the one that fits best counts"
    return replace(found, remarks=(remark, *found.remarks))
