"""What two documents are to each other, said before anything else is.

First whether they are versions of one piece at all: by their kinship, told without the alignment, so that a poor
alignment of strangers cannot make them relatives. Only where both sides find partners for much of their text in the
alignment too is a doubtful kinship enough: a tale told anew keeps few runs of words. Then what the candidate is, by
rules in this order:

- identical      the same words, differences of style at the most
- ocr            words spoilt as scanners spoil them, more often than the sense is wrong
- machine-made   a loop, or stray fragments, doubled, untranslated and garbled words, and with them wrong numbers, names
                 and senses, more often than people make them; other wording alone is no machine's mark
- excerpt        a stretch of the reference is missing, a shorter one where an elision says so
- retold         most words of the sentences that correspond are others
- edited         none of these
"""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Final

from compare.model import ALIGNED_ROLES, Relation, RelationKind
from compare.scores.kinship import Kinship, kinship
from compare.scores.vocabulary import Vocabulary, words
from compare.settings import DEFAULTS, FamilySettings
from compare.text.forms import LONGEST_WORD_LETTERS, form

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from compare.model import Alignment, Document, Finding

_TRACES: Final = frozenset(
    {"repetition-loop", "doubled-word", "fragment", "untranslated", "grammar", "name-inconsistent"}
)
"""What machines do to a text and people do not, be they ever so careless or free."""
_SENSE_KINDS: Final = frozenset({"number", "name", "polarity", "meaning"})
"""What both do; where traces of a machine stand beside them they are its doing."""
_SCANNED_KINDS: Final = frozenset({"ocr", "spelling"})
"""What scanners do to a text: words that are none. The numbers and names that they spoil are found as wrong, too."""
_GRAVE: Final = frozenset({"critical", "major"})
_LOOP: Final = "repetition-loop"
_GARBLED: Final = 0.7
"""Likeness of two forms of a name from which on one is the other spoilt; 1 - edits / letters."""
_DOUBTFUL: Final = 0.65
"""Confidence of a relation that the alignment alone speaks for."""
_SMALLEST_CUT: Final = 0.05
"""Share of the reference that a mark of elision must leave out for the version to be an excerpt."""
_LANGUAGE_SHARE: Final = 0.3
"""Containment of shingles from which on two texts are in one language, whatever was told of each."""


def relation(
    reference: Document,
    candidate: Document,
    alignment: Alignment,
    findings: Sequence[Finding],
    *,
    settings: FamilySettings = DEFAULTS.families,
) -> Relation:
    """Say what the candidate is to the reference.

    Args:
        reference: the version that counts as true.
        candidate: the version that is judged.
        alignment: their beads.
        findings: what was found in the candidate.
        settings: thresholds.

    >>> from compare.model import Alignment, Bead
    >>> from compare.text.documents import document
    >>> one, two = document("The tide came in at six."), document("Wheat is dearer than in May.")
    >>> beads = (Bead(index=0, reference=(0,), candidate=(), kind="dropped"),
    ...          Bead(index=1, reference=(), candidate=(0,), kind="added"))
    >>> found = relation(one, two, Alignment(beads=beads), [])
    >>> found.kind, found.same_piece, found.reference_coverage
    ('different', False, 0.0)
    """
    pairs = [bead for bead in alignment.beads if bead.reference and bead.candidate]
    of_reference = _coverage(reference, {index for bead in pairs for index in bead.reference})
    of_candidate = _coverage(candidate, {index for bead in pairs for index in bead.candidate})
    vocabulary = Vocabulary(settings)
    profiles = [vocabulary.profile(document) for document in (reference, candidate)]
    forms = [[vocabulary.forms[entry] for entry in profile.entries] for profile in profiles]
    kind: RelationKind
    if forms[0] == forms[1]:
        kind, confidence, reason = "identical", 0.99, "all words are the same"
    else:
        kin = kinship(profiles[0], profiles[1], vocabulary, settings=settings)
        strangers = _strangers(reference, candidate, kin, min(of_reference, of_candidate), settings)
        if strangers:
            kind, (confidence, reason) = "different", strangers
            if _are_foreign(reference, candidate, kin):
                of_reference = of_candidate = 0.0  # what was linked across languages are names and numbers
        else:
            kept = _kept(reference, candidate, alignment)
            kind, margin, reason = _kind(reference, candidate, alignment, findings, kept, settings)
            confidence = min(kin.confidence(settings) if kin.is_same_piece(settings) else _DOUBTFUL, margin)
    return Relation(
        kind=kind,
        same_piece=kind != "different",
        confidence=round(confidence, 2),
        reference_coverage=of_reference,
        candidate_coverage=of_candidate,
        reason=reason,
    )


def _strangers(
    reference: Document, candidate: Document, kin: Kinship, covered: float, settings: FamilySettings
) -> tuple[float, str] | None:
    """Give confidence and reason if the two are no versions of one piece, else ``None``.

    Args:
        reference: one document.
        candidate: the other.
        kin: their kinship.
        covered: share of words with a partner in the alignment, on the side that has less.
        settings: thresholds.
    """
    if _are_foreign(reference, candidate, kin):
        return 0.95, (
            f"the reference is in {_language(reference.language)}, the candidate in {_language(candidate.language)}; "
            "only versions in one language can be compared"
        )
    if kin.is_same_piece(settings) or covered >= settings.retold_coverage:
        return None
    if covered >= settings.doubtful_coverage and kin.evidence >= settings.doubtful_evidence:
        return None
    if not any(_has_words(document) for document in (reference, candidate)):
        return 0.99, "neither holds running text"
    for name, document in (("reference", reference), ("candidate", candidate)):
        if not _has_words(document):
            return 0.99, f"the {name} holds no running text"
    return kin.confidence(settings), (
        f"they share {_percent(kin.containment)} of the shorter one’s runs of {settings.shingle_words} words, and "
        f"{_percent(kin.share * kin.order)} of its sentences in order"
    )


def _are_foreign(reference: Document, candidate: Document, kin: Kinship) -> bool:
    """Whether the two are in two languages, as they say and as their words show."""
    languages = {reference.language, candidate.language} - {"und"}
    return len(languages) == 2 and kin.containment < _LANGUAGE_SHARE


def _kind(
    reference: Document,
    candidate: Document,
    alignment: Alignment,
    findings: Sequence[Finding],
    kept: float,
    settings: FamilySettings,
) -> tuple[RelationKind, float, str]:
    """Give the kind of a version, how sure it is, and by what it was told."""
    counts = Counter(finding.kind for finding in findings if finding.kind in _SCANNED_KINDS)
    traces = Counter(finding.kind for finding in findings if _is_trace(finding))
    counts.update(traces)
    counts.update(
        finding.kind
        for finding in findings
        if finding.kind in _SENSE_KINDS and finding.severity in _GRAVE and not _is_trace(finding)
    )
    thousands = max(1, sum(_lengths(candidate).values())) / 1000
    scanned = sum(counts[kind] for kind in _SCANNED_KINDS)
    machine = sum(counts.values()) - scanned
    # one word that looks scanned may be chance, and a poor typist misspells without any
    is_scanned = counts["ocr"] >= 2 and scanned > machine
    gap, missing, elided = _gap(reference, alignment)
    given = _given_before_the_end(reference, alignment)
    if is_scanned and scanned >= settings.ocr_findings and scanned / thousands >= settings.ocr_rate:
        return "ocr", _sureness(scanned / thousands, settings.ocr_rate), f"{scanned} scanning errors"
    is_retold = kept < settings.retold_kept
    has_traces = traces.total() >= (settings.machine_findings if is_retold else 1)
    if counts[_LOOP] or (
        has_traces and machine >= settings.machine_findings and machine / thousands >= settings.machine_rate
    ):
        told = ", ".join(f"{kind} {counts[kind]}" for kind in sorted(counts) if kind not in _SCANNED_KINDS)
        sure = 0.95 if counts[_LOOP] else _sureness(machine / thousands, settings.machine_rate)
        return "machine-made", sure, f"faults as machines make them: {told}"
    if gap >= settings.excerpt_gap or (elided and gap >= _SMALLEST_CUT):
        is_marked = any(sentence.role == "elision" for sentence in candidate.sentences)
        how = (
            "it marks what it leaves out"
            if elided and is_marked
            else f"it ends after {_percent(given)} of the reference"
            if given is not None
            else f"it gives passages of the reference and leaves out {_percent(missing)}"
            if elided or missing > gap
            else f"a stretch of {_percent(gap)} of the reference is missing"
        )
        return "excerpt", 0.95 if elided else _sureness(gap, settings.excerpt_gap), how
    if is_retold:
        share = 1 - kept
        return (
            "retold",
            _sureness(share, 1 - settings.retold_kept),
            f"{_percent(share)} of the words are others",
        )
    return (
        "edited",
        _sureness(kept, settings.retold_kept),
        f"{_percent(min(kept, 0.99))} of the words are the same",
    )


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _is_trace(finding: Finding) -> bool:
    """Whether a finding is a machine's mark: of kinds that people do not make, or a name in a form that nobody has."""
    if finding.kind == "doubled-word":
        return finding.severity != "neutral"
    if finding.severity not in _GRAVE:
        return False
    return finding.kind in _TRACES or (finding.kind == "name" and _is_garbled(finding))


def _is_garbled(finding: Finding) -> bool:
    """Whether the two forms of a name differ in a few letters: "Dunne" and "Dune", not "Rita" and "Ruth"."""
    if finding.reference is None or finding.candidate is None:
        return False
    from rapidfuzz.distance import Indel

    one, other = (span.text[:LONGEST_WORD_LETTERS] for span in (finding.reference, finding.candidate))
    return Indel.normalized_similarity(one, other) >= _GARBLED


def _sureness(value: float, threshold: float) -> float:
    """Give a confidence from how far a value lies above its threshold: half on it, nearly sure at twice as much."""
    return 0.5 + 0.45 * min(1.0, math.sqrt(math.log2(max(value, threshold) / threshold)))


def _kept(reference: Document, candidate: Document, alignment: Alignment) -> float:
    """Give the share of words that both sides of the beads have, of all words of these beads (Dice)."""
    shared = total = 0
    for bead in alignment.beads:
        if bead.reference and bead.candidate:
            one, other = (
                " ".join(document.sentences[index].text for index in indices)
                for document, indices in ((reference, bead.reference), (candidate, bead.candidate))
            )
            ours = Counter(map(form, words(one)))
            theirs = ours if one == other else Counter(map(form, words(other)))
            shared += 2 * (ours & theirs).total()
            total += ours.total() + theirs.total()
    return shared / total if total else 0.0


def _gap(reference: Document, alignment: Alignment) -> tuple[float, float, bool]:
    """Give what of the reference lacks partners, the longest stretch and all (0 to 1), and whether some is outside."""
    lengths = _lengths(reference)
    lacking = {index for bead in alignment.beads if not bead.candidate for index in bead.reference}
    elided = any(bead.kind == "outside" and bead.reference for bead in alignment.beads)
    longest = missing = 0
    for index, length in lengths.items():
        missing = missing + length if index in lacking else 0
        longest = max(longest, missing)
    total = max(1, sum(lengths.values()))
    return longest / total, sum(lengths[index] for index in lacking if index in lengths) / total, elided


def _given_before_the_end(reference: Document, alignment: Alignment) -> float | None:
    """Give the share of the reference that a version has, if what it lacks is the end alone: it may have broken off."""
    lacking = {index for bead in alignment.beads if not bead.candidate for index in bead.reference}
    lengths = _lengths(reference)
    rest = min((index for index in lengths if index in lacking), default=None)
    if rest is None or any(index > rest and index not in lacking for index in lengths):
        return None
    return sum(length for index, length in lengths.items() if index < rest) / max(1, sum(lengths.values()))


def _lengths(document: Document) -> dict[int, int]:
    return {
        sentence.index: len(sentence.text.split())
        for sentence in document.sentences
        if sentence.role in ALIGNED_ROLES
    }


def _has_words(document: Document) -> bool:
    return any(_lengths(document).values())


def _coverage(document: Document, partnered: Iterable[int]) -> float:
    found = set(partnered)
    lengths = _lengths(document)
    total = sum(lengths.values())
    return (
        round(sum(count for index, count in lengths.items() if index in found) / total, 4) if total else 0.0
    )


def _language(code: str) -> str:
    names = {
        "de": "German",
        "en": "English",
        "es": "Spanish",
        "fr": "French",
        "it": "Italian",
        "ja": "Japanese",
        "nl": "Dutch",
        "pt": "Portuguese",
        "ru": "Russian",
        "zh": "Chinese",
    }
    return names.get(code, f"the language “{code}”")
