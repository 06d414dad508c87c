"""Punctuation that is broken: marks doubled, pairs left open, an end without its mark, spaces on the wrong side.

A reference tells what is house style: where it leaves out the mark at the end, so may the candidate; where its
quotation stays open (one paragraph of several), the candidate's may too.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from compare.findings.clues.closed_classes import closed_class
from compare.findings.clues.stream import beads_of_candidate, own_sentences
from compare.findings.clues.wording import wording
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Sentence, Severity, Token

    Place = tuple[int, int, str, Severity, float]
    """Start and end in code points, what is wrong, how grave, how sure."""

END_MARKS: Final = ".!?…:;。！？؟।"
CLOSERS: Final = "\"'”’»)]}«*_』」）›‹“"
SPACES: Final = " \u00a0\u202f"  # between the full stop and the mark that closes the speech, in French
PAIRS: Final[dict[str, str]] = {"(": ")", "[": "]", "{": "}", "（": "）", "「": "」", "『": "』"}
QUOTES: Final = ('"',)
CLOSED_BY: Final = {closer: opener for opener, closer in PAIRS.items()}
BRACKET: Final = re.compile(f"[{re.escape(''.join((*PAIRS, *PAIRS.values())))}]")
PAIRED: Final = re.compile(f"[{re.escape(''.join((*PAIRS, *PAIRS.values(), *QUOTES)))}]")
DOUBLED: Final = re.compile(
    r",\s*[,;:]|[;:]\s*[,;:]|(?<![.…])\.\s*,\s|,\s*\.(?![.\d…])|(?<![.…])\.\.(?![.…])|[!?],\s"
)
TWO_MARKS: Final = re.compile(r"[,;:.!?]\s*[,;:.]")
"""What every match of ``DOUBLED`` holds; told first, for its looks behind cost ten times as much."""
ABBREVIATED: Final = re.compile(r"\b(?:[A-Za-z]\.)+,|\b[A-Za-z]{1,5}\.,\s?")
SPACE_BEFORE: Final = re.compile(
    r"(?<=[\w)\"”]) +[,;.!?:](?=[\s\"”)]|$)|(?<=\w) +['’]s\b|\( +(?=\w)|(?<=\w) +\)|(?<=\w) - (?=year|old)"
)
SPACE_AND_MARK: Final = re.compile(r" [,;.!?:'’)-]|\( ")
"""What every match of ``SPACE_BEFORE`` holds."""
BEHIND_NO_DETERMINER: Final = frozenset(',;:.?!"”')
QUOTED: Final = frozenset("\"'“‘«")
STRANGE_MARKS: Final = frozenset("~^#@_{}|\\*<>=+`¬§")
SPACE: Final = "a space before a mark"
NO_PARTNER: Final = "has no partner"
NO_END: Final = "the sentence stops without a mark"
SURE: Final = 0.9
FRENCH_SPACING: Final = frozenset({"fr"})


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find broken punctuation."""
    document = evidence.candidate.document
    settings = evidence.settings.damage
    beads = beads_of_candidate(evidence)
    blocks: dict[int, Counter[str]] = {}
    sentences_of: Counter[int] = Counter()
    begins: dict[int, str] = {}
    habits: dict[str, list[Finding]] = {SPACE: [], NO_END: [], NO_PARTNER: []}
    for sentence in document.sentences:
        sentences_of[sentence.block] += 1
        marks = blocks.setdefault(sentence.block, Counter())
        marks.update(PAIRED.findall(sentence.text))
        begins.setdefault(sentence.block, sentence.text[:1])
    opens_next = dict(zip(begins, [*begins.values()][1:], strict=False))
    for sentence, tokens in own_sentences(evidence):
        if sentence.role in ("elision", "boilerplate") or not sentence.text.strip():
            continue
        bead = beads.get(sentence.index)
        there = _reference_sentences(evidence, bead)
        here: list[Place] = [
            *_doubled(sentence, there),
            *_spaces(sentence, there, document.language),
            *_stray(
                sentence,
                tokens,
                there,
                document.language,
                blocks[sentence.block],
                _joined(evidence, bead),
                opens_next.get(sentence.block, ""),
            ),
            *_no_end(evidence, sentence, tokens, bead, there, is_alone=sentences_of[sentence.block] == 1),
            *_open_pairs(sentence, tokens, there, blocks[sentence.block], settings.told_singly),
        ]
        for start, end, message, severity, confidence in here:
            finding = Finding(
                kind="punctuation",
                severity=severity,
                confidence=confidence,
                message=message,
                candidate=document.span(start, end),
                bead=bead,
            )
            if message.startswith(SPACE) and not there:
                habits[SPACE].append(finding)
            elif message == NO_END and confidence < SURE:
                habits[NO_END].append(finding)
            elif message.endswith(NO_PARTNER):
                habits[NO_PARTNER].append(finding)
            else:
                yield finding
    for habit, found in habits.items():
        if len(found) <= settings.told_singly:
            yield from found
        else:
            places = [[one.candidate.start, one.candidate.end] for one in found if one.candidate]
            what = "quotation marks without a partner" if habit == NO_PARTNER else habit
            message = f"{what}, in {len(found)} sentences; this is the first"
            sure = min(found[0].confidence, 0.5) if habit == NO_PARTNER else found[0].confidence
            yield replace(found[0], message=message, confidence=sure, details={"places": places})


def _joined(evidence: Evidence, bead: int | None) -> frozenset[int]:
    """Where marks begin that were put between two words which stand side by side, both the same, in the reference."""
    if bead is None or bead >= len(evidence.edits) or wording(evidence).freedom(bead) == 1.0:
        return frozenset()  # who words a text anew sets its marks anew
    return frozenset(
        between.candidate[0].start
        for before, between, after in zip(*(evidence.edits[bead][skip:] for skip in range(3)), strict=False)
        if before.kind == after.kind == "equal"
        and not between.reference
        and len(between.candidate) == 1
        and before.reference[-1].kind == after.reference[0].kind == "word"
    )


def _reference_sentences(evidence: Evidence, bead: int | None) -> tuple[Sentence, ...]:
    if evidence.reference is None or bead is None:
        return ()
    return tuple(
        evidence.reference.document.sentences[index] for index in evidence.alignment.beads[bead].reference
    )


def _doubled(sentence: Sentence, there: Sequence[Sentence]) -> Iterator[Place]:
    """Two marks where one belongs: ``,,`` and ``..`` and ``.,`` that no abbreviation explains."""
    if not TWO_MARKS.search(sentence.text):
        return
    for match in DOUBLED.finditer(sentence.text):
        marks = match[0].strip()
        if marks[0] in "?!" and not there:
            continue  # a title may end in a mark: “Where Are We Now?, the single”
        if marks[0] == "." and ABBREVIATED.search(sentence.text, max(0, match.start() - 6), match.end() + 1):
            continue
        if any("".join(marks.split()) in "".join(other.text.split()) for other in there):
            continue
        start = sentence.start + match.start()
        yield start, start + len(match[0].rstrip()), f"“{marks}”: one mark too many", "minor", 0.9


def _spaces(sentence: Sentence, there: Sequence[Sentence], language: str) -> Iterator[Place]:
    """Spaces before or inside marks, as text cut into tokens has them; one finding a sentence."""
    if language in FRENCH_SPACING or not SPACE_AND_MARK.search(sentence.text):
        return
    matches = list(SPACE_BEFORE.finditer(sentence.text))
    if not matches or any(SPACE_BEFORE.search(other.text) for other in there):
        return
    times = f" ({len(matches)} times)" if len(matches) > 1 else ""
    yield (
        sentence.start + matches[0].start(),
        sentence.start + matches[-1].end(),
        f"{SPACE}{times}",
        "minor",
        0.9 if len(matches) > 1 or there else 0.7,
    )


def _stray(
    sentence: Sentence,
    tokens: Sequence[Token],
    there: Sequence[Sentence],
    language: str,
    block: Counter[str],
    joined: frozenset[int],
    opens_next: str,
) -> Iterator[Place]:
    """Marks where no mark can stand: behind an article, a sign of another trade, where the reference has none."""
    determiners = closed_class("determiners", language)
    said_there = Counter("".join(other.text for other in there)) if there else Counter()
    text, offset = sentence.text, sentence.start
    for place in [place for place in range(1, len(tokens) - 1) if tokens[place].kind == "mark"]:
        before, token, after = tokens[place - 1 : place + 2]
        if before.kind == "mark" or before.end != token.start or token.end == after.start:
            continue
        mark = token.text
        goes_on = after.text[:1].islower()
        letter = before.text == "A" and before.start > sentence.start
        letter = letter or text[max(0, before.start - offset - 1)] in QUOTED  # 'turned an "a" in its place'
        if (
            before.form in determiners
            and not letter
            and mark in BEHIND_NO_DETERMINER
            and (goes_on or mark in ",;")
        ):
            confidence = 0.9 if there else 0.7
            yield token.start, token.end, f"“{mark}” behind “{before.text}”", "minor", confidence
        elif not there or said_there[mark]:
            continue
        elif mark in STRANGE_MARKS:
            yield token.start, token.end, f"a stray “{mark}”", "minor", 0.9
        elif mark in "?!" and goes_on:
            yield token.start, token.end, f"“{mark}” inside a sentence", "minor", 0.85
        elif mark in ":;" and goes_on and token.start in joined:
            yield token.start, token.end, f"“{mark}” parts what belongs together", "minor", 0.7
    for mark in QUOTES if there else ():
        mixed = any(curly in text for curly in "“”„«»")
        is_open = text.count(mark) % 2 and block[mark] % 2  # else speech goes on in a later sentence
        if not mixed and is_open and said_there[mark] % 2 == 0:
            at = offset + text.rfind(mark)
            # speech that goes on over paragraphs is opened in each and closed in the last
            goes_on_behind = text.count(mark) == 1 and text.startswith(mark)
            if goes_on_behind and opens_next == mark:
                continue
            yield at, at + 1, f"{mark} {NO_PARTNER}", "minor", 0.5 if goes_on_behind else 0.8


def _no_end(
    evidence: Evidence,
    sentence: Sentence,
    tokens: Sequence[Token],
    bead: int | None,
    there: Sequence[Sentence],
    *,
    is_alone: bool,
) -> Iterator[Place]:
    """A sentence that stops without a mark where the reference has one.

    Headings and captions need none; a short line that is a paragraph by itself may be one.
    """
    text = sentence.text.rstrip()
    if (
        sentence.role != "body"
        or not text
        or text.rstrip(CLOSERS + SPACES)[-1:] in END_MARKS
        or text[-1] in END_MARKS + "-–—,"
    ):
        return
    if not there:
        return
    words = sum(token.kind != "mark" for token in tokens)
    last = there[-1].text.rstrip()
    ends_there = last.rstrip(CLOSERS + SPACES)[-1:] in END_MARKS
    position = evidence.alignment.beads[bead].candidate if bead is not None else ()
    if (
        ends_there
        and words >= evidence.settings.damage.end_words
        and position
        and position[-1] == sentence.index
    ):
        at = sentence.start + len(text)
        start = tokens[-1].start if tokens else at
        is_heading = is_alone and words <= evidence.settings.damage.heading_words
        yield start, at, NO_END, "minor", 0.5 if is_heading else SURE


def _open_pairs(
    sentence: Sentence,
    tokens: Sequence[Token],
    there: Sequence[Sentence],
    block: Counter[str],
    most: int,
) -> Iterator[Place]:
    """Brackets that open and do not close in a sentence, or the other way round."""
    if not BRACKET.search(sentence.text):
        return
    stack: list[Token] = []
    loose: list[Token] = []
    for position, token in enumerate(tokens):
        if token.text in PAIRS:
            stack.append(token)
        elif token.text in CLOSED_BY:
            if stack and stack[-1].text == CLOSED_BY[token.text]:
                stack.pop()
            elif not (
                token.text == ")" and position and len(tokens[position - 1].text) == 1
            ):  # "1)" counts items
                loose.append(token)
    said = Counter(token.text for token in tokens)
    open_ones = [*stack, *loose]
    if len(open_ones) > most:
        message = f"{len(open_ones)} brackets without a partner; this is the first"
        first = min(open_ones, key=lambda token: token.start)
        yield first.start, first.end, message, "minor", 0.6
        return
    for token in open_ones:
        partner = PAIRS.get(token.text) or CLOSED_BY[token.text]
        if there:
            other = Counter("".join(sentence.text for sentence in there))
            if other[token.text] - other[partner] == said[token.text] - said[partner]:
                continue
        elif (
            sentence.text.count(":")
            and token.text in ")("
            and _is_smiley(sentence.text, token.start - sentence.start)
        ):
            continue
        elif block[token.text] == block[partner]:
            continue  # it closes in a later sentence
        confidence = 0.85 if there else 0.6
        side = "is not closed" if token.text in PAIRS else "was not opened"
        yield token.start, token.end, f"“{token.text}” {side}", "minor", confidence


def _is_smiley(text: str, at: int) -> bool:
    return at > 0 and text[at - 1] in ":;-"
