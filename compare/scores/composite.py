"""Several references for one candidate: one document of the passages that fit the candidate best.

A piece may have been translated twice by people, and a candidate may follow now the one, now the other. The passages
are what the alignments of all references agree on: sentences of the candidate that no bead of any of them holds
together part two passages. Of each passage the reference with the best fidelity, by words alone, is taken; what was
dropped belongs to the passage before it. The result is a document like any other, so that everything that is said of
a report's reference holds of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compare.model import Document, Sentence
from compare.scores.counts import BeadCounts, bead_counts
from compare.settings import DEFAULTS, ScoreSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.findings import Evidence
    from compare.model import Bead

PARAGRAPH: Final = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Composite:
    """A document of the best passages, and how many sentences of it each reference gave."""

    document: Document
    sentences: tuple[int, ...]


def composite(evidences: Sequence[Evidence], settings: ScoreSettings = DEFAULTS.scores) -> Composite:
    """Choose, passage by passage, the reference that a candidate fits best.

    Args:
        evidences: the candidate against each of its references, in the order in which a tie is decided.
        settings: the weights.

    Returns:
        A reference as it is, where all passages are of it; else a new document, named after all that it is made of.
    """
    homes = _passages(evidences)
    parts = [_parts(evidence, homes) for evidence in evidences]
    chosen: list[tuple[int, tuple[int, ...]]] = []
    for passage in _in_order(homes, parts[0]):
        fits = [
            _likeness(evidence, part.get(passage, []), settings)
            for evidence, part in zip(evidences, parts, strict=True)
        ]
        best = fits.index(max(fits))
        beads = parts[best].get(passage, [])
        chosen.append((best, tuple(sorted(index for bead in beads for index in bead.reference))))
    documents = [_reference(evidence) for evidence in evidences]
    given = tuple(
        sum(len(indices) for source, indices in chosen if source == place) for place in range(len(documents))
    )
    if sum(map(bool, given)) < 2:
        whole = max(range(len(given)), key=lambda place: (given[place], -place))
        return Composite(document=documents[whole], sentences=given)
    names = [document.name for document, count in zip(documents, given, strict=True) if count]
    return Composite(document=_assembled(" + ".join(names), documents, chosen), sentences=given)


def _reference(evidence: Evidence) -> Document:
    assert evidence.reference is not None
    return evidence.reference.document


def _passages(evidences: Sequence[Evidence]) -> dict[int, int]:
    """Give the passage of each aligned sentence of the candidate: the first sentence of it."""
    leaders: dict[int, int] = {}

    def leader(sentence: int) -> int:
        while leaders.setdefault(sentence, sentence) != sentence:
            sentence = leaders[sentence]
        return sentence

    for evidence in evidences:
        for bead in evidence.alignment.beads:
            for sentence in bead.candidate:
                first, second = sorted((leader(bead.candidate[0]), leader(sentence)))
                leaders[second] = first
    return {sentence: leader(sentence) for sentence in sorted(leaders)}


def _parts(evidence: Evidence, homes: dict[int, int]) -> dict[int, list[Bead]]:
    """Give the beads of each passage against one reference; a dropped one goes to the passage before it."""
    found: dict[int, list[Bead]] = {}
    beads = evidence.alignment.beads
    with_reference = sorted((bead for bead in beads if bead.reference), key=lambda bead: bead.reference)
    first = next((homes[bead.candidate[0]] for bead in with_reference if bead.candidate), None)
    last = first if first is not None else min(homes.values(), default=0)
    for bead in with_reference:
        last = homes[bead.candidate[0]] if bead.candidate else last
        found.setdefault(last, []).append(bead)
    for bead in beads:
        if not bead.reference:
            found.setdefault(homes[bead.candidate[0]], []).append(bead)
    return found


def _in_order(homes: dict[int, int], main: dict[int, list[Bead]]) -> list[int]:
    """Give the passages in the order of the first reference; one that it lacks follows its neighbour."""
    keys: dict[int, tuple[int, int]] = {}
    last = -1
    for passage in sorted({*homes.values(), *main}):
        own = [index for bead in main.get(passage, []) if bead.candidate for index in bead.reference]
        last = min(own, default=last)
        keys[passage] = (last, passage)
    return sorted(keys, key=lambda passage: keys[passage])


def _likeness(evidence: Evidence, beads: Sequence[Bead], settings: ScoreSettings) -> float:
    total = BeadCounts()
    true, copy = evidence.reference, evidence.candidate
    assert true is not None
    for bead in beads:
        if bead.kind != "outside":
            total += bead_counts(
                true.tokens_of(bead.reference),
                copy.tokens_of(bead.candidate),
                reference_text=" ".join(true.document.sentences[index].text for index in bead.reference),
                candidate_text=" ".join(copy.document.sentences[index].text for index in bead.candidate),
                language=true.document.language,
                settings=settings,
            )
    mass = total.kept + total.cost(settings)
    return total.kept / mass if mass > 0.0 else 0.0


def _assembled(
    name: str, documents: Sequence[Document], chosen: Sequence[tuple[int, tuple[int, ...]]]
) -> Document:
    """Write the chosen sentences one behind the other, each with the white space that it had where it stood."""
    text, block = "", 0
    found: list[Sentence] = []
    before: tuple[int, int] | None = None
    for source, indices in chosen:
        document = documents[source]
        for index in _with_elisions(document, indices):
            sentence = document.sentences[index]
            if before == (source, index - 1):
                previous = document.sentences[index - 1]
                gap, is_new = document.text[previous.end : sentence.start], previous.block != sentence.block
            else:
                is_new = index == 0 or document.sentences[index - 1].block != sentence.block
                gap = PARAGRAPH if is_new else " "
            if found:
                text, block = text + gap, block + is_new
            start = len(text)
            text += document.text[sentence.start : sentence.end]
            found.append(
                Sentence(
                    index=len(found),
                    start=start,
                    end=len(text),
                    text=sentence.text,
                    role=sentence.role,
                    block=block,
                )
            )
            before = (source, index)
    return Document(name=name, text=text, sentences=tuple(found), language=documents[0].language)


def _with_elisions(document: Document, indices: Sequence[int]) -> list[int]:
    """Give sentences with the marks of elision before them: what an editor left out is nobody's fault here either."""
    wanted = set(indices)
    for index in indices:
        before = index - 1
        while before >= 0 and document.sentences[before].role == "elision":
            wanted.add(before)
            before -= 1
    return sorted(wanted)
