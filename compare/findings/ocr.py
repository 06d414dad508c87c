"""Noise of character recognition and of encodings: confused letters and digits, lost hyphens, ligatures and spaces.

Each is told by what the same document, or its reference, writes elsewhere: "Al" is a word, but not in an article that
writes "AI" forty times; "lowresource" is two words that stand side by side, or joined by a hyphen, elsewhere. Mojibake
(UTF-8 read as something else) is told by ftfy, which wordfreq brings.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from compare.findings.clues.closed_classes import closed_class
from compare.findings.clues.confusions import confused_letters, digits_for_letters, torn_words
from compare.findings.clues.ligatures import has_lost_ligatures, headless_words, lost_ligatures
from compare.findings.clues.scans import BROKEN_NUMBER, EVERYDAY, is_scanners_doing, look, misread
from compare.findings.clues.strange_words import strange_places
from compare.findings.clues.stream import beads_of_candidate, facing, own_sentences, reference_tokens
from compare.model import Finding
from compare.text.lexicon import UNKNOWN_RARITY, is_function_word, rarity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from compare.findings.clues.ligatures import Noise
    from compare.findings.evidence import Evidence
    from compare.model import Token

DIGITS: Final = str.maketrans("OlI", "011")
WHY: Final = {
    "look": "looks like",
    "hyphen": "has lost its hyphen:",
    "space": "has lost its space:",
    "torn": "is torn apart:",
}
LONGEST_WORD: Final = 30  # letters; what is longer is no word of any language with spaces
DIGIT: Final = re.compile(r"\d")
MOJIBAKE: Final = re.compile(r"[ÂÃâÐÑ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¡-¿]|\ufffd|ï¿½")


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find what a scanner or a wrong encoding did to the characters of the candidate."""
    document = evidence.candidate.document
    beads = beads_of_candidate(evidence)
    written = Counter(
        [token.text for tokens in evidence.candidate.tokens for token in tokens if token.kind != "mark"]
    )
    if evidence.reference is not None:
        written.update(
            token.text for tokens in evidence.reference.tokens for token in tokens if token.kind != "mark"
        )
    alike = _alike(written)
    has_zeros_for_letters = any(
        is_scanners_doing(word, other)
        for word, others in alike.items()
        if word.isdecimal() and word[0] == "0"
        for other in others
    )
    faced = list(_misread(evidence))
    yield from faced
    said = {finding.candidate.start for finding in faced if finding.candidate}
    strange = strange_places(evidence)
    mended: set[str] = set()  # without a reference to mend it by, a word that lost its beginning is told once
    for sentence, tokens in own_sentences(evidence):
        if sentence.role == "elision":
            continue
        bead = beads.get(sentence.index)
        there = reference_tokens(evidence, bead)
        own = {token.text for token in there} if there else set()
        forms = {token.form for token in there} if there else set()
        for start, end, expected, why, confidence in (
            *_confused(tokens, alike, own, evidence.settings.damage.ocr_times, document.language),
            *_zeros(tokens, has_zeros_for_letters),
            *(_broken_numbers(tokens) if DIGIT.search(sentence.text) else ()),
            *_glued(tokens, strange[sentence.index], written, forms, document.language),
            *(digits_for_letters(tokens, written) if DIGIT.search(sentence.text) else ()),
            *confused_letters(tokens, strange[sentence.index], written, document.language),
            *torn_words(tokens, strange[sentence.index], document.language),
            *lost_ligatures(tokens, strange[sentence.index], document.language, forms),
            *(
                noise
                for noise in headless_words(tokens, strange[sentence.index], document.language, forms)
                if not (evidence.reference is None and noise[2] in mended)
                and evidence.once("loses ligatures", has_lost_ligatures)
            ),
            *_mojibake(sentence.text, sentence.start),
        ):
            if start in said:
                continue
            mended.add(expected)
            yield Finding(
                kind="ocr",
                severity="minor",
                confidence=confidence,
                message=f"“{document.text[start:end]}” {why} “{expected}”",
                reference=facing(evidence, bead, start, end),
                candidate=document.span(start, end),
                bead=bead,
                details={"expected": expected},
            )


def _misread(evidence: Evidence) -> Iterator[Finding]:
    """What has the look of the words that it faces in the reference and is no way to write them."""
    if evidence.reference is None:
        return
    document, reference = evidence.candidate.document, evidence.reference.document
    for bead, edits in zip(evidence.alignment.beads, evidence.edits, strict=True):
        for item in misread(edits, document.language):
            why = WHY[item.sort]
            yield Finding(
                kind="ocr",
                severity="minor",
                confidence=evidence.settings.ocr_faced,
                message=f"“{document.text[item.start : item.end]}” {why} “{item.expected}”",
                reference=reference.span(item.reference_start, item.reference_end),
                candidate=document.span(item.start, item.end),
                bead=bead.index,
                details={"expected": item.expected},
            )


def _broken_numbers(tokens: Sequence[Token]) -> Iterator[Noise]:
    """Numbers with letters among their digits: "2O14"."""
    for place, token in enumerate(tokens):
        if not token.text[0].isdecimal() or (place and tokens[place - 1].end == token.start):
            continue
        last = place
        while (
            last + 1 < len(tokens)
            and tokens[last + 1].start == tokens[last].end
            and tokens[last + 1].kind != "mark"
        ):
            last += 1
        written = "".join(item.text for item in tokens[place : last + 1])
        if BROKEN_NUMBER.fullmatch(written):
            mended = written.translate(DIGITS)
            yield token.start, tokens[last].end, mended, "looks like", 0.85


def _alike(written: Counter[str]) -> dict[str, dict[str, int]]:
    """Words that another one has the look of, each with all of that look and how often they are written."""
    by_look: dict[str, list[str]] = {}
    if len(set(map(look, written))) == len(written):
        return {}
    for word in written:
        by_look.setdefault(look(word), []).append(word)
    groups = [words for words in by_look.values() if len(words) > 1]
    return {word: {other: written[other] for other in words} for words in groups for word in words}


def _confused(
    tokens: Sequence[Token],
    alike: Mapping[str, Mapping[str, int]],
    own: set[str],
    fewest: int,
    language: str,
) -> Iterator[Noise]:
    """Words that look like another word that the document, or the reference, writes."""
    if not alike:
        return
    for token in tokens:
        others = alike.get(token.text)
        if others is None or token.kind == "mark" or len(token.text) < 2 or token.text in own:
            continue
        for other, times in sorted(others.items(), key=lambda item: (-item[1], item[0])):
            if not is_scanners_doing(token.text, other):
                continue
            if (
                other not in own
                and other.islower()
                and rarity(other, language) > rarity(token.form, language)
            ):
                continue  # "lm" is a piece of "film"; the rarer word is no likelier
            # A zero before a digit is wrong wherever the letter is right once; else the right form is the usual one.
            if other in own or token.text.isdecimal():
                yield token.start, token.end, other, "looks like", 0.9
            elif times >= max(fewest, others[token.text]):
                yield token.start, token.end, other, "looks like", 0.9 if times > 3 else 0.8
            else:
                continue
            break


def _zeros(tokens: Sequence[Token], has_zeros_for_letters: bool) -> Iterator[Noise]:
    """A zero before one digit, in a document that has written a zero for the letter elsewhere."""
    if not has_zeros_for_letters:
        return
    for token in tokens:
        if len(token.text) == 2 and token.text.isdecimal() and token.text[0] == "0":
            yield token.start, token.end, f"o{token.text[1]}", "looks like", 0.8


def _glued(
    tokens: Sequence[Token], strange: Sequence[int], written: Counter[str], there: set[str], language: str
) -> Iterator[Noise]:
    """Two words in one: a hyphen lost at the end of a line, or a space."""
    for place in strange:
        token = tokens[place]
        form = token.form
        if (
            token.kind != "word"
            or not token.text.islower()
            or not form.isalpha()
            or not 6 <= len(form) <= LONGEST_WORD
            or form in there
        ):
            continue
        if rarity(form, language) < UNKNOWN_RARITY - 0.5 or written[token.text] > 1:
            continue
        if form in closed_class("archaic", language):
            continue  # "thereinto"
        for cut in range(1, len(form)):
            head, tail = form[:cut], form[cut:]
            if rarity(head, language) > EVERYDAY or rarity(tail, language) > EVERYDAY:
                continue
            if head in closed_class("prefixes", language):
                continue
            if f"{head}-{tail}" in written or f"{head}-{tail}" in there:
                yield token.start, token.end, f"{head}-{tail}", "has lost its hyphen:", 0.95
                break
            if head in there and tail in there:
                yield token.start, token.end, f"{head} {tail}", "has lost its space:", 0.95
                break
            if min(len(head), len(tail)) < (2 if is_function_word(head, language) else 3):
                continue
            is_little = is_function_word(head, language) or is_function_word(tail, language)
            if is_little and max(rarity(head, language), rarity(tail, language)) < 9 and len(tail) > 2:
                yield token.start, token.end, f"{head} {tail}", "has lost its space:", 0.9
                break


def _mojibake(text: str, offset: int) -> Iterator[Noise]:
    """Characters that come of reading UTF-8 as another encoding."""
    if text.isascii() or not MOJIBAKE.search(text):
        return
    import ftfy

    for match in re.finditer(r"\S+", text):
        word = match[0]
        if not MOJIBAKE.search(word):
            continue
        mended = ftfy.fix_encoding(word)
        if mended != word or "\ufffd" in word:
            expected = mended if mended != word else "?"
            yield offset + match.start(), offset + match.end(), expected, "is garbled:", 0.95
