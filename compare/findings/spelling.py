"""Misspellings: words that exist nowhere, or not where their partner stands.

A word is judged three times: by its document (what comes again is a name or a term), by its partner (a
reference that has a near form at hand makes the case sure), and by a word list (unknown, not made of known
parts, and one slip away from a common word). Names are left to the detector of names.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from compare.findings.clues.misspelt import Verdict, is_inflected, is_older_english, judged_alone
from compare.findings.clues.other_speech import holds_strange_words, is_dialect
from compare.findings.clues.strange_words import strange_places
from compare.findings.clues.stream import beads_of_candidate, facing, own_sentences, reference_tokens
from compare.findings.clues.wording import wording
from compare.findings.clues.wordlists import base
from compare.model import Finding
from compare.text.lexicon import is_function_word, known, rarity
from compare.text.names import TITLES
from compare.text.namesakes import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Edit, Token
    from compare.settings import SpellingSettings

_INFIXES: Final = frozenset({"zu", "ge"})
SHORTEST_BASE: Final = 4  # letters of a word that others are made from


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find words that are no words, or not the word that should stand there."""
    document = evidence.candidate.document
    language = document.language
    settings = evidence.settings.spelling
    beads = beads_of_candidate(evidence)
    strange = strange_places(evidence)
    if evidence.reference is None and not any(strange):
        return
    times = Counter(
        [token.form for tokens in evidence.candidate.tokens for token in tokens if token.kind == "word"]
    )
    capitalised = _written_with_capital(evidence)
    for sentence, tokens in own_sentences(evidence):
        if sentence.role == "elision":
            continue
        bead = beads.get(sentence.index)
        there = reference_tokens(evidence, bead)
        if not there and not strange[sentence.index]:
            continue
        here = {token.form for token in tokens} if there else set()
        known_there = {key for other in there for key in (other.form, other.stem)}
        missing = [other for other in there if other.kind == "word" and other.form not in here]
        is_other_speech: bool | None = None
        is_free = bead is not None and wording(evidence).is_free(bead)
        # of a word that only a version told anew has the reference says nothing
        is_retold = is_free and wording(evidence).freedom(bead) == 1.0
        faced = _faced_words(evidence.edits[bead]) if bead is not None and missing else {}
        # without a reference only words that a list hardly knows are judged
        for position in range(len(tokens)) if there else strange[sentence.index]:
            token = tokens[position]
            if (
                token.kind != "word"
                or not 2 <= len(token.form) <= settings.word_letters
                or not token.form.isalpha()
            ):
                continue
            if token.form in known_there or (
                token.stem in known_there and rarity(token.form, language) < settings.web_rarity
            ):
                continue
            verdict = None
            if missing:
                begins = all(other.kind == "mark" for other in tokens[:position])
                around = faced.get(token.start, ()) if known(token.form, language) else missing
                verdict = _against_reference(
                    token, around, language, settings, is_free=is_free, begins=begins
                )
            if verdict is None and _can_be_judged(token, position, tokens, capitalised, settings):
                verdict = judged_alone(
                    token, times, language, settings, certain=bool(there) and not is_retold
                )
                if verdict is not None and not there:
                    if is_other_speech is None:
                        nearby = evidence.candidate.tokens[
                            max(0, sentence.index - settings.dialogue) : sentence.index
                            + settings.dialogue
                            + 1
                        ]
                        is_other_speech = holds_strange_words(tokens, language, settings) or any(
                            is_dialect(other, language, settings) for other in nearby
                        )
                    verdict = None if is_other_speech else verdict
            if verdict is None:
                continue
            yield Finding(
                kind="spelling",
                severity="minor",
                confidence=verdict.confidence,
                message=f"“{token.text}” is no word; “{verdict.expected}” is"
                if not known(token.form, language)
                else f"“{token.text}” may be a slip for “{verdict.expected}”",
                reference=facing(evidence, bead, token.start, token.end),
                candidate=document.span(token.start, token.end),
                bead=bead,
                details={"expected": verdict.expected},
            )


def _faced_words(edits: Sequence[Edit]) -> dict[int, list[Token]]:
    """For the start of each changed word the words of the reference that stand in its place."""
    return {
        token.start: [other for other in edit.reference if other.kind == "word"]
        for edit in edits
        if edit.kind != "equal" and edit.reference
        for token in edit.candidate
    }


def _written_with_capital(evidence: Evidence) -> frozenset[str]:
    """Forms that stand with a capital inside a sentence somewhere in either text: they may be names."""
    sides = [side for side in (evidence.candidate, evidence.reference) if side is not None]
    return frozenset(
        token.form
        for side in sides
        for tokens in side.tokens
        for token in tokens[1:]
        if token.kind == "word" and token.text[:1].isupper()
    )


def _can_be_judged(
    token: Token,
    position: int,
    tokens: Sequence[Token],
    capitalised: frozenset[str],
    settings: SpellingSettings,
) -> bool:
    """Whether a word can be judged by a list: neither a name nor an abbreviation, as far as its form tells."""
    if not settings.letters <= len(token.form) <= settings.most_letters:
        return False
    if token.text.islower():
        return token.form not in capitalised
    alone = len(tokens) <= 3 and sum(other.kind != "mark" for other in tokens) == 1
    first = position <= 3 and all(other.kind == "mark" for other in tokens[:position])
    return token.text[1:].islower() and first and (alone or token.form not in capitalised)


def _against_reference(
    token: Token,
    missing: Sequence[Token],
    language: str,
    settings: SpellingSettings,
    *,
    is_free: bool,
    begins: bool,
) -> Verdict | None:
    """Judge a word by the reference's words that are missing here: does one slip turn one of them into this one?

    A known word must stand in the place of the missing one: "home" for "household" is no slip for a "some" elsewhere.
    In a sentence that is freely reworded it is another choice: "put" is no slip for "but". A known word with a capital
    inside a sentence is part of a name, which has a detector of its own. Accents are no matter of spelling
    where both ways are known: "café" and "cafe".
    """
    from rapidfuzz.distance import OSA

    form = token.form
    is_known = known(form, language)
    # what the web makes of a word is no choice of words, however free the sentence
    is_choice = is_free and rarity(form, language) < settings.web_rarity
    if is_known and (is_choice or (token.text[:1].isupper() and not begins)):
        return None
    best: tuple[int, str] | None = None
    for other in missing:
        expected = other.form
        if (
            not settings.partner_letters <= len(expected) <= settings.word_letters
            or abs(len(expected) - len(form)) > 2
        ):
            continue
        is_rare = is_known and _is_rare_beside(form, expected, language, settings)
        is_title = token.text[:1].isupper() and not begins
        limit = (
            2 if len(expected) > settings.long_letters and not is_title and (is_rare or not is_known) else 1
        )
        if is_older_english(form, language):
            break
        if (
            _is_derived(form, expected)
            or _is_infixed(form, expected, language)
            or (language == "en" and plain(form) == plain(expected))
        ):
            continue
        distance = OSA.distance(form, expected, score_cutoff=limit)
        if distance > limit or not expected.isalpha() or (best is not None and (distance, expected) >= best):
            continue
        if (
            is_known
            and not is_rare
            and (
                not _is_likely_slip(token, other, language, settings.more_common)
                or plain(form) == plain(expected)
            )
        ):
            continue
        best = (distance, expected)
    if best is None:
        return None
    expected = best[1]
    original = next(other for other in missing if other.form == expected)
    if original.text[:1].isupper() and token.text[:1].isupper() and not known(expected, language):
        return None  # a corrupted name
    if is_known:
        return Verdict(original.text, 0.85 if _is_rare_beside(form, expected, language, settings) else 0.6)
    return Verdict(original.text, 0.95)


def _is_rare_beside(form: str, expected: str, language: str, settings: SpellingSettings) -> bool:
    """Whether a listed "word" is what the web makes of its partner ("occured"), and not another form of it."""
    return (
        rarity(form, language) >= settings.web_rarity
        and rarity(form, language) - rarity(expected, language) >= settings.rare_beside
        and form[0] == expected[0]
        # "come" and "came" are two forms of a verb; two that end alike are not
        and (base(form) != base(expected) or form[-2:] == expected[-2:])
        and not is_inflected(form, expected, language, settings.letters - 1)
    )


def _is_derived(form: str, expected: str) -> bool:
    """Whether a word is made from the other by what stands before or behind: "reconsidered", "rescuers", "Harbours".

    A last letter doubled is a slip: "untill".
    """
    if form.endswith(expected) and len(form) > len(expected) + 1:
        return True
    ending = form.removeprefix(expected)
    return ending != form and ending != expected[-1] and len(expected) > SHORTEST_BASE


def _is_infixed(form: str, expected: str, language: str) -> bool:
    """Whether two German verbs differ by what stands inside them alone: "einzutopfen" and "eintopfen"."""
    shorter, longer = sorted((form, expected), key=len)
    return language == "de" and any(
        longer[place : place + 2] in _INFIXES and longer[:place] + longer[place + 2 :] == shorter
        for place in range(2, len(longer) - 3)
    )


def _is_likely_slip(token: Token, other: Token, language: str, least: float) -> bool:
    """Whether a real word is rather a slip for its partner than another choice of word."""
    form, expected = token.form, other.form
    if token.text[:1].isupper() != other.text[:1].isupper() or is_function_word(form, language):
        return False
    if form in TITLES and expected in TITLES:
        return False  # "Ms" beside "Mrs"
    if len(form) > len(expected):
        return False  # letters are lost and exchanged more often than gained: "area" beside "are" is another word
    if language == "en" and base(form) == base(expected):
        return False  # "came" beside "come"
    shorter, longer = sorted((form, expected), key=len)
    if longer.startswith(shorter) and longer[len(shorter) :] in {"s", "d", "n", "r", "e", "t", "y"}:
        return False  # another form of the word: live and lives
    return rarity(form, language) - rarity(expected, language) >= least
