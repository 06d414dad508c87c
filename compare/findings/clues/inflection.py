"""What grammar alone tells: the gender of a person, the time of a statement, the degree of a quality.

Versions differ in grammar freely; told is only what the other side rules out: "she" where every person of the reference
is "he", "will" where nothing in the reference speaks of the future, "not good" where it was "not the best".
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from compare.findings.clues.measures import has_same_slot
from compare.findings.clues.negation import is_negator
from compare.findings.clues.replaced import found
from compare.findings.clues.wording import wording
from compare.findings.clues.wordlists import base, irregular_time, word_groups
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.clues.partners import Partners
    from compare.findings.evidence import Evidence
    from compare.model import Token

PRONOUNS: Final[dict[str, str]] = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
}  # fmt: skip
CONTRACTED_WILL: Final = ("'ll", "’ll")


@cache
def _group(part: str) -> frozenset[str]:
    return frozenset(word_groups("time.txt")[part])


@cache
def _gendered() -> dict[str, str]:
    return {word: gender for gender, words in word_groups("gendered.txt").items() for word in words}


def genders(evidence: Evidence, bead: Partners) -> Iterator[Finding]:
    """Find pronouns of one gender where the reference has only the other.

    Told is a pronoun without an equal partner in a bead whose reference tells a gender, and not this one.
    """
    table = _gendered()
    before = _gender_counts(bead.reference, table)
    after = _gender_counts(bead.candidate, table)
    for gender, other_gender in (("she", "he"), ("he", "she")):
        if after[gender] <= before[gender] or before[other_gender] <= after[other_gender]:
            continue
        for other, token in enumerate(bead.candidate):
            if PRONOUNS.get(token.form) == gender and bead.of_candidate[other] < 0:
                place = _pronoun(bead, other_gender)
                yield _plain(
                    evidence, bead, place, other, f"“{token.text}” where the reference has {other_gender}"
                )
                break


def _gender_counts(tokens: Sequence[Token], table: dict[str, str]) -> dict[str, int]:
    counts = {"he": 0, "she": 0}
    for token in tokens:
        gender = table.get(token.form)
        if gender:
            counts[gender] += 1
    return counts


def _pronoun(bead: Partners, gender: str) -> int:
    """The place of a reference pronoun of a gender without an equal partner, else the first, else -1."""
    fitting = [place for place, token in enumerate(bead.reference) if PRONOUNS.get(token.form) == gender]
    return next((place for place in fitting if bead.of_reference[place] < 0), fitting[0] if fitting else -1)


def _plain(evidence: Evidence, bead: Partners, place: int, other: int, message: str) -> Finding:
    assert evidence.reference is not None
    one, two = (bead.reference[place] if place >= 0 else None), bead.candidate[other]
    return Finding(
        kind="meaning",
        severity="major",
        confidence=0.8,
        message=message,
        reference=evidence.reference.document.span(one.start, one.end) if one else None,
        candidate=evidence.candidate.document.span(two.start, two.end),
        bead=bead.bead,
        details={"why": "gender"} | ({"expected": one.text} if one else {}),
    )


def futures(evidence: Evidence, bead: Partners) -> Iterator[Finding]:
    """Find "will" in a bead whose reference has nothing that speaks of what is to come."""
    may_be = _group("may be future") | _group("future")
    if any(token.form in may_be or token.form.endswith(CONTRACTED_WILL) for token in bead.reference):
        return
    for other, token in enumerate(bead.candidate):
        if token.form in _group("future") and bead.of_candidate[other] < 0:
            span = evidence.candidate.document.span(token.start, token.end)
            is_free = wording(evidence).is_free(bead.bead)
            yield Finding(
                kind="meaning",
                severity="minor" if is_free else "major",
                confidence=0.55 if is_free else 0.8,
                message=f"“{token.text}” puts into the future what the reference does not",
                reference=None,
                candidate=span,
                bead=bead.bead,
                details={"why": "time"},
            )
            return


def times(evidence: Evidence, bead: Partners) -> Iterator[Finding]:
    """Find an auxiliary of the past in a statement about the present, or the other way round.

    Told only where one side has forms of one time alone: "he says that he was there" has both and tells nothing.
    """
    for is_past, auxiliaries, opposed, change in (
        (True, _group("past"), _group("present"), "past"),
        (False, _group("present"), _group("past"), "present"),
    ):
        if not any(token.form in opposed for token in bead.reference):
            continue
        if any(token.form in auxiliaries or (is_past and _is_past(token.form)) for token in bead.reference):
            continue
        for other, token in enumerate(bead.candidate):
            # "'s" is a possessive more often than "is"
            if token.form not in auxiliaries or token.form == "'s" or bead.of_candidate[other] >= 0:
                continue
            if not is_past and _is_perfect(bead.candidate, other):
                continue  # "had returned" and "has returned" stand for each other in reports
            if any(
                row.form in opposed
                and bead.of_reference[place] < 0
                # and "was there ever" for "has there ever been"
                and not (is_past and _is_perfect(bead.reference, place))
                and has_same_slot(bead, place, other)
                for place, row in enumerate(bead.reference)
            ):
                yield Finding(
                    kind="meaning",
                    severity="minor",
                    confidence=0.75,
                    message=f"“{token.text}” puts into the {change} what the reference does not",
                    candidate=evidence.candidate.document.span(token.start, token.end),
                    bead=bead.bead,
                    details={"why": "time"},
                )
                return


def _is_perfect(tokens: Sequence[Token], place: int) -> bool:
    """Whether "has" or "have" at a place is followed by a participle within three words."""
    return tokens[place].form in ("has", "have") and any(
        token.form.endswith(("ed", "en")) or irregular_time(token.form) == "past"
        for token in tokens[place + 1 : place + 4]
    )


def _is_past(word_form: str) -> bool:
    return irregular_time(word_form) == "past" or (word_form.endswith("ed") and len(word_form) > 4)


DEGREES: Final[dict[str, int]] = {
    "good": 0, "better": 1, "best": 2, "bad": 0, "worse": 1, "worst": 2,
    "far": 0, "further": 1, "farther": 1, "furthest": 2, "farthest": 2,
}  # fmt: skip


def degree(word_form: str) -> int:
    """0 for a plain form, 1 for a comparative, 2 for a superlative, by its ending.

    >>> degree("cheap"), degree("cheaper"), degree("cheapest"), degree("best")
    (0, 1, 2, 2)
    """
    if word_form in DEGREES:
        return DEGREES[word_form]
    return 2 if word_form.endswith("est") else 1 if word_form.endswith("er") else 0


def degrees(evidence: Evidence, bead: Partners) -> Iterator[Finding]:
    """Find a quality whose degree changed: grave behind a negation, "not the best" being far from "not good"."""
    for place, how in sorted(bead.how.items()):
        if how != "form":
            continue
        one, two = bead.reference[place], bead.candidate[bead.of_reference[place]]
        if base(one.form) != base(two.form) or one.form == two.form:
            continue
        here, there = degree(one.form), degree(two.form)
        if here == there or not _is_quality(one.form, two.form):
            continue
        is_negated = _is_negated(bead.reference, place) and _is_negated(
            bead.candidate, bead.of_reference[place]
        )
        yield found(
            evidence,
            bead,
            place,
            severity="major" if is_negated else "minor",
            confidence=0.85 if is_negated else 0.6,
            message=f"“{one.text}” became “{two.text}”, another degree"
            + (" behind a negation" if is_negated else ""),
            why="degree",
        )


def _is_quality(one: str, two: str) -> bool:
    """Whether two forms are degrees of one quality and not a verb and its doer ("paint", "painter")."""
    if one in DEGREES and two in DEGREES:
        return True
    plain = {
        form[:-3] if form.endswith("est") else form[:-2] if form.endswith("er") else form
        for form in (one, two)
    }
    return len(plain) == 1 and ("est" in (one[-3:], two[-3:]) or next(iter(plain)) in _group("compared"))


def _is_negated(tokens: Sequence[Token], place: int) -> bool:
    """Whether a negator stands at most four words before a place, in the same clause."""
    for token in reversed(tokens[max(0, place - 4) : place]):
        if token.kind == "mark":
            return False
        if is_negator(token.form):
            return True
    return False
