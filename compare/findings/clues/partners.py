"""Which word of one side of a bead has which partner on the other, wherever it stands.

Word edits keep the order of the text; in a free version words of the same meaning stand in another order and in other
forms. This goes over what the edits left alone: the same word elsewhere, another form of it, a word derived from it, a
number in figures or in letters, an abbreviation of several words, a near meaning (by our own list, and by WordNet where
the user asks for it); at last words of unlike form that stand alone between the same partners. A content word without
any partner is what the sense detectors look at. After the word aligners of machine translation evaluation (Denkowski &
Lavie 2014, "Meteor universal", section 3).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compare.findings.clues.content import is_english
from compare.findings.clues.pairing import Pairing
from compare.findings.clues.senses import is_near_meaning, is_opposite
from compare.findings.clues.word_pairs import has_same_stem, is_derived, is_form
from compare.text.wordnet import are_related, are_synonyms, wordnet

if TYPE_CHECKING:
    from collections.abc import Callable

    from compare.findings.clues.pairing import How
    from compare.findings.evidence import Evidence
    from compare.model import Edit, Token
    from compare.text.wordnet import WordNet

MOST_WORDS: Final = 250  # words a side up to which every word is tried with every other
LONGEST_BEAD: Final = (
    3000  # words a side; a longer bead is a loop or a text without sentences, not one statement
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Partners:
    """The words of both sides of one bead with their partners: places in the other side's tokens, -1 for none."""

    bead: int
    reference: tuple[Token, ...]
    candidate: tuple[Token, ...]
    of_reference: tuple[int, ...]
    of_candidate: tuple[int, ...]
    how: dict[int, How]
    """Why the reference word at a place has its partner."""
    reference_content: tuple[bool, ...]
    candidate_content: tuple[bool, ...]
    edits: tuple[Edit, ...]


def partners(evidence: Evidence) -> tuple[Partners, ...]:
    """The partners in every bead that has words on both sides and is not equal."""
    return evidence.once("partners", _all_partners)


def _all_partners(evidence: Evidence) -> tuple[Partners, ...]:
    found = []
    lexicon = wordnet() if evidence.settings.synonyms else None
    if evidence.reference is not None:
        for bead, edits in zip(evidence.alignment.beads, evidence.edits, strict=False):
            if bead.kind != "changed" or not edits:
                continue
            sizes = [sum(len(edit.reference) for edit in edits), sum(len(edit.candidate) for edit in edits)]
            if min(sizes) and max(sizes) <= LONGEST_BEAD:
                found.append(_partners(bead.index, edits, evidence.reference.document.language, lexicon))
    return tuple(found)


def _partners(bead: int, edits: tuple[Edit, ...], language: str, lexicon: WordNet | None) -> Partners:
    reference = tuple(token for edit in edits for token in edit.reference)
    candidate = tuple(token for edit in edits for token in edit.candidate)
    pairing = Pairing(reference, candidate, language)
    pairing.take_edits(edits)
    if len(reference) <= MOST_WORDS and len(candidate) <= MOST_WORDS:
        pairing.pair("equal", lambda one, other: one.form == other.form)
        # our lists of endings are English; elsewhere the stems of the language say what is a form of what
        pairing.pair("form", is_form if is_english(language) else has_same_stem)
        pairing.pair_abbreviations()
        pairing.pair("derived", is_derived)
        pairing.pair_compounds()
        if is_english(language):
            pairing.pair("meaning", lambda one, other: is_near_meaning(one.form, other.form))
            pairing.pair("opposite", lambda one, other: is_opposite(one.form, other.form))
            if lexicon is not None:
                pairing.pair("meaning", lambda one, other: _are(are_synonyms, one, other, lexicon))
                pairing.pair("related", lambda one, other: _are(are_related, one, other, lexicon))
        pairing.pair_facing()
    return Partners(
        bead=bead,
        reference=reference,
        candidate=candidate,
        of_reference=tuple(pairing.of_reference),
        of_candidate=tuple(pairing.of_candidate),
        how=pairing.how,
        reference_content=tuple(pairing.reference_content),
        candidate_content=tuple(pairing.candidate_content),
        edits=edits,
    )


def _are(alike: Callable[[str, str, WordNet], bool], one: Token, other: Token, lexicon: WordNet) -> bool:
    """Whether two words are alike by a lexicon; numbers and names are not for it to say."""
    if one.kind != "word" or other.kind != "word" or one.text[0].isupper() or other.text[0].isupper():
        return False
    return alike(one.form, other.form, lexicon)
