"""Which word of one side of a bead has which partner on the other, wherever it stands.

Word edits keep the order of the text; in a free version words of the same meaning stand in another order and in other
forms. This goes over what the edits left alone: the same word elsewhere, another form of it, a word derived from it, a
number in figures or in letters, an abbreviation of several words, a near meaning; at last words of unlike form that
stand alone between the same partners. A content word without any partner is what the sense detectors look at. After
the word aligners of machine translation evaluation (Denkowski & Lavie 2014, "Meteor universal", section 3).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal

from compare.findings.clues.senses import is_near_meaning, is_opposite
from compare.findings.clues.wordlists import base, function_words, is_adverb, number_words
from compare.text.lexicon import is_function_word, rarity

if TYPE_CHECKING:
    from collections.abc import Callable

    from compare.findings.evidence import Evidence
    from compare.model import Edit, Token

How = Literal["equal", "form", "derived", "meaning", "opposite", "facing"]
"""Why two words are partners, the surest first: ``facing`` says only that one stands in the place of the other."""

COMMON_PREFIX: Final = 5  # letters that two derived words share at least ("administer", "administration")
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


@lru_cache(maxsize=1 << 16)
def content_weight(word_form: str) -> float:
    """How much one content word says, about 1: 0.4 for a frequent word, 1.4 for one that hardly occurs.

    >>> content_weight("thing") < content_weight("zeppelin")
    True
    """
    return min(1.4, max(0.4, rarity(word_form, "en") / 11.0))


def is_english(language: str) -> bool:
    """Whether our lists may be asked: English, and text whose language nobody told."""
    return language in ("en", "und")


def is_content(token: Token, language: str) -> bool:
    """Whether a token carries content: a number, or a word outside the closed classes.

    For other languages than English the most frequent words stand for the closed classes.
    """
    if token.kind != "word":
        return token.kind == "number"
    if not token.form[:1].isalnum():
        return False
    return (
        token.form not in function_words()
        if is_english(language)
        else not is_function_word(token.form, language)
    )


def partners(evidence: Evidence) -> tuple[Partners, ...]:
    """The partners in every bead that has words on both sides and is not equal.

    The last answer is kept, since several detectors ask for it one after another.
    """
    global _last
    if _last is not None and _last[0] is evidence:
        return _last[1]
    found = []
    if evidence.reference is not None:
        for bead, edits in zip(evidence.alignment.beads, evidence.edits, strict=False):
            if bead.kind != "changed" or not edits:
                continue
            sizes = [sum(len(edit.reference) for edit in edits), sum(len(edit.candidate) for edit in edits)]
            if min(sizes) and max(sizes) <= LONGEST_BEAD:
                found.append(_partners(bead.index, edits, evidence.reference.document.language))
    answer = tuple(found)
    _last = (evidence, answer)
    return answer


_last: tuple[Evidence, tuple[Partners, ...]] | None = None


def _partners(bead: int, edits: tuple[Edit, ...], language: str) -> Partners:
    reference = tuple(token for edit in edits for token in edit.reference)
    candidate = tuple(token for edit in edits for token in edit.candidate)
    pairing = _Pairing(reference, candidate, language)
    pairing.take_edits(edits)
    if len(reference) <= MOST_WORDS and len(candidate) <= MOST_WORDS:
        pairing.pair("equal", lambda one, other: one.form == other.form)
        pairing.pair("form", _is_form)
        pairing.pair_abbreviations()
        pairing.pair("derived", _is_derived)
        if is_english(language):
            pairing.pair("meaning", lambda one, other: is_near_meaning(one.form, other.form))
            pairing.pair("opposite", lambda one, other: is_opposite(one.form, other.form))
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


@lru_cache(maxsize=1 << 16)
def _figures(word_form: str) -> str:
    """A number's figures, also of a number word; the form itself for any other word."""
    word = number_words().get(word_form, word_form)
    if word[:1].isdigit():
        return "".join(character for character in word if character.isdigit() or character in "./:")
    return word.replace("-", "")


def _is_form(one: Token, other: Token) -> bool:
    return base(one.form) == base(other.form) or _figures(one.form) == _figures(other.form)


@lru_cache(maxsize=1 << 16)
def _parts(word_form: str) -> tuple[str, ...]:
    return tuple(base(part) for part in word_form.split("-") if len(part) > 2) if "-" in word_form else ()


def _is_derived(one: Token, other: Token) -> bool:
    return _are_derived(one.form, other.form)


@lru_cache(maxsize=1 << 17)
def _are_derived(one: str, other: str) -> bool:
    """Whether one word is derived from the other, or a compound with it, or a near spelling of it."""
    if is_opposite(one, other):
        return False
    if one[0] == other[0]:
        shorter, longer = sorted((len(one), len(other)))
        shared = 0
        for left_letter, right_letter in zip(one, other, strict=False):
            if left_letter != right_letter:
                break
            shared += 1
        if shared >= COMMON_PREFIX and shared >= 0.5 * longer:
            return True
        if shared >= 4 and shared >= 0.8 * shorter:
            return True
    if "-" in one or "-" in other:
        here, there = _parts(one) or (base(one),), _parts(other) or (base(other),)
        return not set(here).isdisjoint(there)
    if len(one) > 4 and len(other) > 4 and abs(len(one) - len(other)) <= 2:
        from rapidfuzz.distance import Indel

        return Indel.normalized_similarity(one, other) >= 0.8
    return False


def are_akin(one: Token, other: Token, language: str) -> bool:
    """Whether two words are forms of one word, derived from each other, or of near meaning."""
    return (
        _is_form(one, other)
        or _is_derived(one, other)
        or (is_english(language) and is_near_meaning(one.form, other.form))
    )


def _may_face(one: Token, other: Token) -> bool:
    """Whether one word may stand in the place of another: a number faces a number, "quickly" no noun."""
    if (one.kind == "number") != (other.kind == "number"):
        return False
    return is_adverb(one.form) == is_adverb(other.form)


class _Pairing:
    """The partners while they are looked for, one reason after another, the surest first."""

    def __init__(self, reference: tuple[Token, ...], candidate: tuple[Token, ...], language: str) -> None:
        self.reference, self.candidate = reference, candidate
        self.of_reference = [-1] * len(reference)
        self.of_candidate = [-1] * len(candidate)
        self.reference_content = [is_content(token, language) for token in reference]
        self.candidate_content = [is_content(token, language) for token in candidate]
        self.how: dict[int, How] = {}

    def set(self, place: int, other: int, how: How) -> None:
        self.of_reference[place], self.of_candidate[other], self.how[place] = other, place, how

    def take_edits(self, edits: tuple[Edit, ...]) -> None:
        place = other = 0
        for edit in edits:
            if edit.kind == "equal":
                for offset in range(len(edit.reference)):
                    self.set(place + offset, other + offset, "equal")
            elif edit.kind in ("stem", "near") and len(edit.reference) == len(edit.candidate) == 1:
                one, two = edit.reference[0].form, edit.candidate[0].form
                if edit.kind == "stem" or not is_opposite(one, two):
                    self.set(place, other, "form" if edit.kind == "stem" else "derived")
            place += len(edit.reference)
            other += len(edit.candidate)

    def free(self) -> tuple[list[int], list[int]]:
        """The places of content words that have no partner yet, on both sides."""
        return (
            [i for i, is_free in enumerate(self.reference_content) if is_free and self.of_reference[i] < 0],
            [i for i, is_free in enumerate(self.candidate_content) if is_free and self.of_candidate[i] < 0],
        )

    def pair(self, how: How, fits: Callable[[Token, Token], bool]) -> None:
        """Pair free content words that fit, each with the one that stands nearest to its own relative place."""
        rows, columns = self.free()
        if not rows or not columns:
            return
        slope = len(self.candidate) / max(1, len(self.reference))
        for place in rows:
            one = self.reference[place]
            fitting = [other for other in columns if fits(one, self.candidate[other])]
            if fitting:
                nearest = min(fitting, key=lambda other: (abs(other - place * slope), other))
                columns.remove(nearest)
                self.set(place, nearest, how)

    def pair_abbreviations(self) -> None:
        """Pair "UN" with "United Nations": the capitals of one word begin a run of words on the other side."""
        rows, columns = self.free()
        for place in rows:
            self._spell_out(place, columns, self.reference, self.candidate, is_reference=True)
        rows, columns = self.free()
        for other in columns:
            self._spell_out(other, rows, self.candidate, self.reference, is_reference=False)

    def _spell_out(
        self,
        place: int,
        others: list[int],
        here: tuple[Token, ...],
        there: tuple[Token, ...],
        *,
        is_reference: bool,
    ) -> None:
        letters = here[place].text.replace(".", "")
        if not (2 <= len(letters) <= 6 and letters.isupper()):
            return
        for first in range(len(others) - len(letters) + 1):
            run = others[first : first + len(letters)]
            if "".join(there[i].text[0].upper() for i in run) == letters and run[-1] - run[0] < 2 * len(run):
                for i in run:
                    if is_reference:
                        self.of_candidate[i] = place
                    else:
                        self.of_reference[i] = place
                        self.how[i] = "meaning"
                if is_reference:
                    self.of_reference[place] = run[0]
                    self.how[place] = "meaning"
                else:
                    self.of_candidate[place] = run[0]
                return

    def pair_facing(self) -> None:
        """Pair a free word with the one free word that stands between the same partners on the other side."""
        rows, columns = self.free()
        if not rows or not columns:
            return
        open_columns = set(columns)
        reference_content = [i for i, is_word in enumerate(self.reference_content) if is_word]
        candidate_content = [i for i, is_word in enumerate(self.candidate_content) if is_word]
        place_in = {place: rank for rank, place in enumerate(candidate_content)}
        for rank, place in enumerate(reference_content):
            if self.of_reference[place] >= 0:
                continue
            before = self.of_reference[reference_content[rank - 1]] if rank else -1
            after = (
                self.of_reference[reference_content[rank + 1]] if rank + 1 < len(reference_content) else -1
            )
            for known, step in ((before, 1), (after, -1)):
                if known < 0 or known not in place_in:
                    continue
                facing = place_in[known] + step
                if (
                    0 <= facing < len(candidate_content)
                    and candidate_content[facing] in open_columns
                    and _may_face(self.reference[place], self.candidate[candidate_content[facing]])
                ):
                    open_columns.discard(candidate_content[facing])
                    self.set(place, candidate_content[facing], "facing")
                    break
