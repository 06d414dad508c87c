"""One word said twice with next to nothing between: "timber and timber", "Ana Lopes Ana", "Lisbon's Lisbon".

Where a writer names two things, a tired translator or a machine may write one of them twice. A reference is needed to
know that: it says the word less often. By itself "X and X" is a way of speaking in many languages, for what goes on
and on ("he ran and ran"), grows ("higher and higher") or is many ("miles and miles"); verbs, comparatives and measures
are told only where the reference joins the word with another one.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from compare.findings.clues.closed_classes import closed_class
from compare.findings.clues.repeats_there import is_repeated_in_source
from compare.findings.clues.stream import beads_of_candidate, facing, reference_tokens, running_words
from compare.findings.clues.wordlists import irregular_time, number_words
from compare.model import Finding
from compare.text.lexicon import known

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.clues.stream import Words
    from compare.findings.evidence import Evidence
    from compare.model import Token

VERB_ENDINGS = ("ed", "ing")


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find words that are joined to themselves where the reference says them less often."""
    if evidence.reference is None:
        return
    stream = running_words(evidence)
    beads = beads_of_candidate(evidence)
    here: dict[int, Counter[str]] = {}
    for index in _pairs(stream):
        bead = beads.get(stream.sentences[index])
        first, second = stream.tokens[index], stream.tokens[index + 2]
        if bead is None or first is None or second is None:
            continue
        there = [token for token in reference_tokens(evidence, bead) if token.kind != "mark"]
        if bead not in here:
            sentences = evidence.alignment.beads[bead].candidate
            here[bead] = Counter(token.stem for token in evidence.candidate.tokens_of(sentences))
        if not there or here[bead][second.stem] <= sum(token.stem == second.stem for token in there):
            continue
        confidence = _confidence(stream, index, there)
        if not confidence or is_repeated_in_source(evidence, 2):
            continue
        place = stream.span(index, index + 3)
        yield Finding(
            kind="repetition-loop",
            severity="major",
            confidence=confidence,
            message=f"“{second.text}” is said 2 times",
            reference=facing(evidence, bead, place.start, place.end),
            candidate=place,
            bead=bead,
            details={"unit": second.text, "count": 2},
        )


def _pairs(stream: Words) -> Iterator[int]:
    """Places of words of content that come again after one other word, and neither before nor after that."""
    forms = stream.forms
    for index in range(len(forms) - 2):
        form = forms[index]
        if form is None or form != forms[index + 2] or forms[index + 1] in (None, form):
            continue
        if form in forms[max(0, index - 2) : index] or form in forms[index + 3 : index + 5]:
            continue  # a longer loop has a finding of its own
        if index and forms[index - 1] == forms[index + 1]:
            continue  # so has a phrase: "and ropes and ropes"
        if stream.is_content(index):
            yield index


def _confidence(stream: Words, index: int, there: Sequence[Token]) -> float:
    """How sure it is that the second time says nothing new."""
    language = stream.side.document.language
    first, between, second = stream.tokens[index : index + 3]
    if first is None or between is None or second is None:
        return 0.0
    seams = stream.marks[index + 1] + stream.marks[index + 2]
    is_name = first.text[:1].isupper() and second.text[:1].isupper()
    stems = [token.stem for token in there]
    if between.form in closed_class("conjunctions", language):
        if seams.strip(",") or first.kind == "number":
            return 0.0
        if _is_verb(stream, index) or second.form in number_words():
            return 0.0
        is_joined = _joins(there, second.stem, language)
        is_whole = _is_whole(stream, index + 3, second, stems, seams=seams, is_name=is_name and not is_joined)
        if not is_whole or is_joined:
            return 0.85 if is_whole else 0.0
        return 0.0 if is_name or _is_measure(second.form, language) else 0.7
    if seams or not is_name or second.stem not in stems:
        return 0.0
    if between.form in ("'s", "’s"):
        return 0.8
    is_framed = between.text[:1].isupper() and (
        (second.stem, between.stem) in pairwise(stems) or (between.stem, second.stem) in pairwise(stems)
    )
    return 0.8 if is_framed else 0.0


def _is_whole(
    stream: Words, end: int, word: Token, stems: Sequence[str], *, seams: str, is_name: bool
) -> bool:
    """Whether the second time ends what is joined: "food and food products" names two things."""
    follower = stream.tokens[end] if end < len(stream.tokens) else None
    if follower is None:
        return True
    if stream.marks[end]:
        return stream.marks[end][:1] not in "'’-‐‑" and follower.form not in ("'s", "’s")
    language = stream.side.document.language
    if stream.is_content(end):
        if (word.stem, follower.stem) in pairwise(stems):
            return True  # the reference says "food products" alone
        behind = stream.forms[end + 1] if end + 1 < len(stream.forms) else None
        # "status and status drive the market": a verb
        return not (seams or is_name) and behind in closed_class("determiners", language)
    goes_on = follower.form in closed_class("clause-goes-on", language)
    return not goes_on or not (seams or is_name or follower.form in ("'s", "’s"))


def _joins(there: Sequence[Token], stem: str, language: str) -> bool:
    """Whether the reference joins the word with another one: "timber and turf"."""
    conjunctions = closed_class("conjunctions", language)
    return any(
        before.form in conjunctions
        and ((at and there[at - 1].stem == stem) or (at + 1 < len(there) and there[at + 1].stem == stem))
        for at, before in enumerate(there)
    )


def _is_verb(stream: Words, index: int) -> bool:
    """Whether a word may be a verb, which is said twice for what goes on: "they talk and talk"."""
    language = stream.side.document.language
    form = stream.forms[index] or ""
    before = stream.forms[index - 1] if index else None
    return (
        form.endswith(VERB_ENDINGS)
        or irregular_time(form) is not None
        or before in closed_class("leads-to-verb", language)
        or before in closed_class("auxiliaries", language)
    )


def _is_measure(form: str, language: str) -> bool:
    """Whether a word is said twice for much or more of it: "miles and miles", "higher and higher"."""
    listed = closed_class("said-twice-for-much", language)
    # of a language without a list nothing is known
    return not listed or form in listed or (form.endswith("er") and known(form[:-2] + "est", language))
