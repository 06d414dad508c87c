"""Fragments: pieces of sentences left standing, and sentences that run into each other.

No parser: closed classes of words and the form of the letters say enough. An article with a capital inside a sentence
begins another one; a sentence that is nothing but auxiliaries has lost its clause; no sentence ends with an article;
after a full stop no small letter follows. A reference that writes the same excuses all of it.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from compare.findings.clues.closed_classes import closed_class
from compare.findings.clues.stream import beads_of_candidate, facing, own_sentences, reference_tokens
from compare.model import Finding
from compare.text.lexicon import is_function_word, known, rarity
from compare.text.wordlists import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Sentence, Severity, Token
    from compare.settings import DamageSettings

    Piece = tuple[int, int, str, Severity, float]
    """Start and end in code points, what is wrong, how grave, how sure without a reference."""

END_MARKS: Final = frozenset(".!?…:;。！？")
FINITE: Final = frozenset({"is", "are", "was", "were", "has", "had"})


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find stray pieces and run-together sentences."""
    document = evidence.candidate.document
    language = document.language
    beads = beads_of_candidate(evidence)
    stray = set(_stray_lines(evidence))
    settings = evidence.settings.damage
    for sentence, tokens in own_sentences(evidence):
        if sentence.role not in ("body", "title") or not tokens:
            continue
        bead = beads.get(sentence.index)
        there = reference_tokens(evidence, bead)
        texts = [token.text for token in there]
        pairs = set(pairwise(texts)) if there else set()
        pieces: list[Piece] = []
        if sentence.role == "body":
            pieces = [*_lost_clause(tokens, language, settings.piece_words), *_cannot_end(tokens, language)]
            pieces += [
                *_capital_inside(evidence, sentence, tokens, pairs),
                *_stop_inside(tokens, language, pairs),
            ]
        if sentence.index in stray:
            pieces.append((tokens[0].start, tokens[-1].end, "a stray line without a sentence", "major", 0.7))
        plain = " ".join(sentence.text.split()) if pieces else ""
        for start, end, message, severity, confidence in pieces:
            if there and plain in " ".join(texts):
                continue
            yield Finding(
                kind="fragment",
                severity=severity,
                confidence=min(0.95, confidence + 0.15) if there else confidence,
                message=f"“{' '.join(document.text[start:end].split())}”: {message}",
                reference=facing(evidence, bead, start, end),
                candidate=document.span(start, end),
                bead=bead,
            )


SACRED: Final = frozenset(
    {"he", "him", "his", "himself", "me", "my", "mine", "thee", "thou", "thy", "thine", "who"}
)


def _capitals_by_habit(evidence: Evidence) -> frozenset[str]:
    """Function words that the candidate writes with a capital inside sentences time and again: "He" of a god."""
    inside = Counter(
        after.form
        for tokens in evidence.candidate.tokens
        for before, after in pairwise(tokens)
        if before.kind == "word"
        and before.text.islower()
        and after.text[:1].isupper()
        and after.text[1:].islower()
    )
    habits = frozenset(
        form for form, times in inside.items() if times >= evidence.settings.damage.capital_habit
    )
    # an object with a capital begins no clause: it is the pronoun of a god, and so are the others of the text
    is_sacred = any(
        inside[form] for form in closed_class("object-pronouns", evidence.candidate.document.language)
    )
    return habits | (SACRED if is_sacred else frozenset())


def _lost_clause(tokens: Sequence[Token], language: str, longest: int) -> Iterator[Piece]:
    """A sentence of auxiliaries alone: "Had done." Questions and orders have a subject, a mark or a verb of content."""
    said = [token for token in tokens if token.kind != "mark"]
    auxiliaries = closed_class("auxiliaries", language)
    if not 2 <= len(said) <= longest or tokens[-1].text != ".":
        return
    is_auxiliaries = all(token.form in auxiliaries for token in said)
    # "Is kept." has no subject; "Be quiet." and "Have fun." need none, and "Is it." has one
    is_predicate = (
        len(said) == 2
        and said[0].form in FINITE
        and said[1].kind == "word"
        and not is_function_word(said[1].form, language)
    )
    if (is_auxiliaries or is_predicate) and len({token.form for token in said}) == len(said):
        yield tokens[0].start, tokens[-1].end, "a piece of a sentence", "major", 0.85


def _cannot_end(tokens: Sequence[Token], language: str) -> Iterator[Piece]:
    """A last word that another must follow: "in front of the."."""
    if len(tokens) < 4 or tokens[-1].text not in {".", "!", "?"}:
        return
    last, before = tokens[-2], tokens[-3]
    followed = closed_class("determiners", language)
    if last.text.islower() and last.form in followed and before.kind == "word":
        yield last.start, tokens[-1].end, "a sentence cannot end so", "major", 0.8


def _capital_inside(
    evidence: Evidence, sentence: Sentence, tokens: Sequence[Token], pairs: set[tuple[str, str]]
) -> Iterator[Piece]:
    """A function word with a capital where no sentence begins and no title stands."""
    language, settings = evidence.candidate.document.language, evidence.settings.damage
    places = [
        position
        for position in range(1, len(tokens))
        if (token := tokens[position]).kind == "word"
        and token.text[0].isupper()
        and tokens[position - 1].kind == "word"
        and len(token.text) > 1
        and token.text[1:].islower()
        and is_function_word(token.form, language)
    ]
    if not places:
        return
    said = [token for token in tokens if token.kind == "word"]
    capitals = sum(token.text[:1].isupper() for token in said)
    if len(said) < 4 or capitals > settings.title_share * len(said):
        return
    excused = (
        closed_class("capital-on-purpose", language)
        | closed_class("no-clause-begins", language)
        | evidence.once("capitals by habit", _capitals_by_habit)
    )
    if _is_verse(tokens, language, settings):
        return
    determiners = closed_class("determiners", language)
    # Neither ends a clause: "the city of On", "that He hath", nor before what is quoted: "the motto Your money back".
    goes_through = (
        closed_class("clause-goes-through", language)
        | closed_class("quoting", language)
        | closed_class("naming-verbs", language)
        | closed_class("auxiliaries", language)
    )
    naming = closed_class("naming-verbs", language)
    leading = closed_class("prepositions", language)
    speaks_of_god = any(token.form in closed_class("divine", language) for token in said)
    for position in places:
        token, before = tokens[position], tokens[position - 1]
        if token.form in excused:
            continue
        if speaks_of_god and token.form in closed_class("reverential", language):
            continue  # "that God hath fed His hens"
        after = tokens[position + 1] if position + 1 < len(tokens) else None
        if (before.text, token.text) in pairs or token.text[0] == "I":
            continue  # "I'm", and "It" and "In" where a title is quoted
        if before.form in goes_through or (position > 1 and tokens[position - 2].form in naming):
            continue  # also "they called it The Witness"
        if before.text[:1].isupper() and token.form not in determiners:
            continue  # part of a name: "House Of Cards"
        if "\n" in sentence.text[before.end - sentence.start : token.start - sentence.start]:
            continue  # verse
        if after is not None and after.kind == "word" and not after.text.islower():
            continue  # "in The Hague"
        at_end = after is None or (
            after.kind == "mark" and after.text in END_MARKS and position + 2 >= len(tokens)
        )
        if at_end and is_function_word(before.form, language) and token.form in leading:
            continue  # "the priest in On": a name
        if at_end:
            yield before.start, token.end, "a stray word at the end of a sentence", "minor", 0.85
        elif after is not None and after.kind == "word":
            yield (
                before.start,
                after.end,
                "a capital inside a sentence: two clauses run together",
                "major",
                0.8,
            )


def _is_verse(tokens: Sequence[Token], language: str, settings: DamageSettings) -> bool:
    """Whether capitals on little words come again and again: lines of verse, printed as prose."""
    begun = sum(
        token.text[:1].isupper()
        and token.text[1:].islower()
        and (is_function_word(token.form, language) or rarity(token.form, language) < settings.verse_rarity)
        for before, token in pairwise(tokens)
        if before.kind == "word" or before.text in {",", ";"}
    )
    return begun >= settings.verse_lines


def _stop_inside(tokens: Sequence[Token], language: str, pairs: set[tuple[str, str]]) -> Iterator[Piece]:
    """A full stop with a small letter behind it, and no abbreviation before it, such as "No." or the Spanish "UU."."""
    stops = [place for place in range(1, len(tokens) - 1) if tokens[place].text == "."]
    if not stops:
        return
    abbreviations = words("abbreviations", language) | {"cent"}
    for place in stops:
        before, stop, after = tokens[place - 1 : place + 2]
        if before.kind != "word" or after.kind != "word" or before.end != stop.start:
            continue
        if stop.end == after.start or not after.text.islower() or (".", after.text) in pairs:
            continue
        short = (
            before.form in abbreviations or before.form + "." in abbreviations or len(set(before.form)) < 2
        )
        if short or (
            not before.text.isupper() and (not known(before.form, language) or len(before.text) < 4)
        ):
            continue
        yield before.start, after.end, "a full stop inside a sentence", "major", 0.85


def _stray_lines(evidence: Evidence) -> Iterator[int]:
    """Blocks of a few words in small letters, without an end, that stand alone in prose."""
    document = evidence.candidate.document
    blocks: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        if sentence.role in ("body", "title"):
            blocks.setdefault(sentence.block, []).append(sentence)
    body = [block for block in blocks.values() if block[-1].role == "body"]
    ended = sum(block[-1].text.rstrip("\"'”’)» ")[-1:] in END_MARKS for block in body)
    if len(body) < 4 or ended < evidence.settings.damage.prose_share * len(body):
        return

    def is_stray(block: list[Sentence]) -> bool:
        tokens = evidence.candidate.tokens[block[0].index]
        said = [token for token in tokens if token.kind == "word"]
        return (
            len(block) == 1
            and 2 <= len(said) <= evidence.settings.damage.line_words
            and all(token.kind != "mark" for token in tokens)
            and block[0].text[:1].islower()
        )

    ordered = [blocks[number] for number in sorted(blocks)]
    for position, block in enumerate(ordered):
        around = ordered[max(0, position - 1) : position] + ordered[position + 1 : position + 2]
        if is_stray(block) and not any(is_stray(other) for other in around):
            before = ordered[position - 1][-1].text.rstrip() if position else "."
            if before[-1:] in '.!?”"':
                yield block[0].index
