"""Misspellings: words that exist nowhere, or not where their partner stands.

A word is judged three times: by its document (what comes again is a name or a term), by its partner (a
reference that has a near form at hand makes the case sure), and by a word list (unknown, not made of known
parts, and one slip away from a common word). Names are left to the detector of names.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compare.findings.clues.closed_classes import closed_class
from compare.findings.clues.neighbours import COMMON, is_made_of_known_parts, one_slip_away
from compare.findings.clues.stream import beads_of_candidate, facing, own_sentences, reference_tokens
from compare.findings.clues.wording import wording
from compare.findings.clues.wordlists import base
from compare.model import Finding
from compare.text.lexicon import KNOWN_RARITY, UNKNOWN_RARITY, is_function_word, known, rarity
from compare.text.names import TITLES
from compare.text.namesakes import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Edit, Token

LONGEST_WORD: Final = 30  # letters; what is longer is no word of any language with spaces
SHORTEST: Final = 4  # letters of an unknown word; shorter ones are abbreviations and sounds
LONGEST: Final = (
    45  # letters of a word that is judged; each cut is looked up, which a megabyte without a blank forbids
)
SHORTEST_PARTNER: Final = 3  # letters of a word in the reference that one slip turned into another word
WEB_MISSPELLING: Final = (
    12.8  # nats; rarer "words" of the list are often misspellings that the web is full of
)
FAR_MORE_COMMON: Final = 6.0  # nats between such a word and the word that it would be
RARE_BESIDE: Final = 3.0  # nats between such a word and the one of the reference that it stands for
MORE_COMMON: Final = 0.5  # nats between a real word and its partner in the reference
VERY_COMMON: Final = 10.0  # nats: a word that stands in every newspaper
APOSTROPHES: Final = "'’"
OPEN_QUOTES: Final = frozenset({"'", "‘"})
DIALOGUE: Final = 8  # sentences before and behind in which people talk as in this one
LONG: Final = 6  # letters of an unknown word that is hardly a rare word by itself


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What a word should have been, if anything is known, and how sure that is."""

    expected: str
    confidence: float


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find words that are no words, or not the word that should stand there."""
    document = evidence.candidate.document
    language = document.language
    beads = beads_of_candidate(evidence)
    times = Counter(
        token.form for tokens in evidence.candidate.tokens for token in tokens if token.kind == "word"
    )
    capitalised = _written_with_capital(evidence)
    for sentence, tokens in own_sentences(evidence):
        if sentence.role == "elision":
            continue
        bead = beads.get(sentence.index)
        there = reference_tokens(evidence, bead)
        here = {token.form for token in tokens}
        known_there = {key for other in there for key in (other.form, other.stem)}
        missing = [other for other in there if other.kind == "word" and other.form not in here]
        is_other_speech: bool | None = None
        is_free = bead is not None and wording(evidence).is_free(bead)
        faced = _faced_words(evidence.edits[bead]) if bead is not None and missing else {}
        for position, token in enumerate(tokens):
            if token.kind != "word" or not 2 <= len(token.form) <= LONGEST_WORD or not token.form.isalpha():
                continue
            if token.form in known_there or (
                token.stem in known_there and rarity(token.form, language) < WEB_MISSPELLING
            ):
                continue
            verdict = None
            if missing:
                begins = all(other.kind == "mark" for other in tokens[:position])
                around = faced.get(token.start, ()) if known(token.form, language) else missing
                verdict = _against_reference(token, around, language, is_free=is_free, begins=begins)
            if verdict is None and _can_be_judged(token, position, tokens, capitalised):
                verdict = _alone(token, times, language, certain=bool(there))
                if verdict is not None and not there:
                    if is_other_speech is None:
                        nearby = evidence.candidate.tokens[
                            max(0, sentence.index - DIALOGUE) : sentence.index + DIALOGUE + 1
                        ]
                        is_other_speech = _holds_strange_words(tokens, language) or any(
                            _is_dialect(other, language) for other in nearby
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


def _can_be_judged(token: Token, position: int, tokens: Sequence[Token], capitalised: frozenset[str]) -> bool:
    """Whether a word can be judged by a list: neither a name nor an abbreviation, as far as its form tells."""
    if not SHORTEST <= len(token.form) <= LONGEST:
        return False
    if token.text.islower():
        return token.form not in capitalised
    alone = len(tokens) <= 3 and sum(other.kind != "mark" for other in tokens) == 1
    first = position <= 3 and all(other.kind == "mark" for other in tokens[:position])
    return token.text[1:].islower() and first and (alone or token.form not in capitalised)


def _against_reference(
    token: Token, missing: Sequence[Token], language: str, *, is_free: bool, begins: bool
) -> _Verdict | None:
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
    is_choice = is_free and rarity(form, language) < WEB_MISSPELLING
    if is_known and (is_choice or (token.text[:1].isupper() and not begins)):
        return None
    best: tuple[int, str] | None = None
    for other in missing:
        expected = other.form
        if not SHORTEST_PARTNER <= len(expected) <= LONGEST_WORD or abs(len(expected) - len(form)) > 2:
            continue
        is_rare = is_known and _is_rare_beside(form, expected, language)
        limit = 2 if len(expected) >= 6 and (is_rare or not is_known) else 1
        if form.endswith(expected) and len(form) > len(expected) + 1:
            continue  # "reconsidered" for "considered" is another word
        distance = OSA.distance(form, expected, score_cutoff=limit)
        if distance > limit or not expected.isalpha() or (best is not None and (distance, expected) >= best):
            continue
        if (
            is_known
            and not is_rare
            and (not _is_likely_slip(token, other, language) or plain(form) == plain(expected))
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
        return _Verdict(original.text, 0.85 if _is_rare_beside(form, expected, language) else 0.6)
    return _Verdict(original.text, 0.95)


def _is_rare_beside(form: str, expected: str, language: str) -> bool:
    """Whether a listed "word" is what the web makes of its partner ("occured"), and not another form of it."""
    return (
        rarity(form, language) >= WEB_MISSPELLING
        and rarity(form, language) - rarity(expected, language) >= RARE_BESIDE
        and form[0] == expected[0]
        # "come" and "came" are two forms of a verb; two that end alike are not
        and (base(form) != base(expected) or form[-2:] == expected[-2:])
    )


def _is_likely_slip(token: Token, other: Token, language: str) -> bool:
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
    return rarity(form, language) - rarity(expected, language) >= MORE_COMMON


def _is_dialect(tokens: Sequence[Token], language: str) -> bool:
    """Whether a sentence is in dialect, which leaves letters out: "wi' t' lads", "sin' then"."""
    quoted = False
    for token, after, behind in zip(tokens, [*tokens[1:], None], [*tokens[2:], None, None], strict=False):
        if token.kind == "mark":
            quoted = quoted or token.text in OPEN_QUOTES
            continue
        if token.form[-1] in APOSTROPHES and not token.form.endswith(("s'", "s’")):
            return True
        is_cut = after is not None and after.text in APOSTROPHES and after.start == token.end and not quoted
        if is_cut and len(token.form) < SHORTEST and token.form[-1] != "s":
            goes_on = behind is not None and behind.text.islower()
            if goes_on or not known(token.form, language):
                return True
    return False


def _holds_strange_words(tokens: Sequence[Token], language: str) -> bool:
    """Whether a sentence holds words of another language, which are near to none of ours: a list says nothing there."""
    for token in tokens:
        if token.kind != "word" or len(token.form) > LONGEST:
            continue
        is_strange = token.text.islower() and token.form.isalpha() and len(token.form) >= SHORTEST
        if is_strange and rarity(token.form, language) >= UNKNOWN_RARITY:
            is_strange = token.form not in closed_class("archaic", language)
            if is_strange and next(iter(one_slip_away(token.form, language)), None) is None:
                return True
    return False


def _alone(token: Token, times: Counter[str], language: str, *, certain: bool) -> _Verdict | None:
    """Judge a word by its document and by the word list.

    A word with a capital that opens a sentence may be a name that the list does not know, and short words
    that it does not know are often real ("vaper", "prised"): they must look like a word of the document, or
    a very common one.
    """
    form = token.form
    if times[form] > 1 or form in closed_class("archaic", language):
        return None
    if known(form, language):
        return _web_misspelling(form, language)
    if is_made_of_known_parts(form, language):
        return None
    nearest = next(iter(one_slip_away(form, language)), None)
    if nearest is None or rarity(nearest, language) > COMMON:
        return None
    expected = nearest
    if rarity(form, language) < UNKNOWN_RARITY and (
        certain is False and rarity(form, language) - rarity(expected, language) < FAR_MORE_COMMON + 1
    ):
        return None  # "straggled" is rare, not wrong
    likely = expected in times or (rarity(expected, language) < VERY_COMMON and len(form) >= LONG)
    if not token.text.islower() and not certain and len(form) < LONG:
        return None  # "Parly said" opens with a name
    if likely and form[0] == expected[0]:
        return _Verdict(expected, 0.85)
    if certain or (len(form) >= LONG and form[0] == expected[0] and token.text.islower()):
        return _Verdict(expected, 0.8 if certain else 0.7)
    return None


def _web_misspelling(form: str, language: str) -> _Verdict | None:
    """A "word" that the list only has because the web misspells it: "thier", "goverment"."""
    if rarity(form, language) < WEB_MISSPELLING:
        return None
    for at in range(len(form) - 1):
        word = form[:at] + form[at + 1] + form[at] + form[at + 2 :]
        if word != form and rarity(form, language) - rarity(word, language) >= FAR_MORE_COMMON + 1.5:
            return _Verdict(word, 0.8)
    if len(form) <= LONG:
        return None
    word = next(iter(one_slip_away(form, language)), form)
    if word[0] != form[0] or word[-1] != form[-1] or rarity(word, language) > VERY_COMMON:
        return None
    if _is_inflected(form, word, language):
        return None
    far = rarity(form, language) - rarity(word, language) >= FAR_MORE_COMMON
    return _Verdict(word, 0.8) if far else None


def _is_inflected(form: str, word: str, language: str) -> bool:
    """Whether a rare word is another form of one that is less rare: "cowered" of "cower", "planing" of "plane".

    A form of the same verb as the common ``word`` is not excused: "begining" should double its letter, "comming" not.
    """
    for ending in ("ed", "ing"):
        base = form.removesuffix(ending)
        if base == form or len(base) < SHORTEST - 1 or word in (base + base[-1] + ending, base[:-1] + ending):
            continue
        return any(rarity(other, language) < KNOWN_RARITY for other in (base, base + "e"))
    return False
