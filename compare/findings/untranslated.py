"""Words left in another language: told by their script, or as everyday words of another language only.

A word in another script than its document is sure. A word in Latin letters is told by word lists: rare or unknown in
the document's language and an everyday word of another one; alone it must face a reference that has no such word,
without a reference it takes four in a row. What the reference has too is a quotation.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from itertools import pairwise
from math import exp
from typing import TYPE_CHECKING, Final

from compare.findings.clues.scripts import LATIN, SCRIPTS_OF_LANGUAGES, script, scripts_of
from compare.findings.clues.stream import beads_of_candidate, facing, own_sentences, reference_tokens
from compare.model import Finding
from compare.text.frequencies import EverydayWords
from compare.text.lexicon import is_function_word, known, rarity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Edit, Token
    from compare.settings import DamageSettings

LATIN_LANGUAGES: Final = ("de", "es", "fr", "it", "pt", "nl", "pl", "cs", "en")
"""Languages whose everyday words are looked for, the most read first."""
NOUNS_WITH_CAPITAL: Final = "de"
"""The one language that writes every noun with a capital."""


@cache
def _everyday_words(language: str, least: float) -> EverydayWords:
    return EverydayWords(language, least)


@lru_cache(maxsize=32)
def _other_languages(language: str, settings: DamageSettings) -> Callable[[str], tuple[str, ...]]:
    """Give a function of a form.

    It gives the languages other than the document's in which the form is an everyday word, where it is rare in the
    document's. The settings, whose hash takes longer than the rest of a look-up, are asked once a document.
    """

    @lru_cache(maxsize=1 << 15)
    def languages(form: str) -> tuple[str, ...]:
        if rarity(form, language) < settings.foreign_rarity:
            return ()
        others = (other for other in LATIN_LANGUAGES if other != language)
        share = settings.foreign_times * exp(-rarity(form, language))
        everyday = settings.foreign_everyday
        return tuple(other for other in others if _everyday_words(other, everyday).share(form) >= share)

    return languages


@lru_cache(maxsize=32)
def _judge(language: str, settings: DamageSettings, *, single: bool) -> Callable[[str], tuple[str, ...]]:
    """Give a function of a written word: its languages, where it may be judged by lists: in small letters, so no name.

    English stands in every list of words, for every language quotes it; in a run it is enough that it is far more
    common there. Alone it must be next to unknown in the document's language: "lunch" and "feedback" are borrowed
    words, "oxygen" is none.
    """
    other_languages = _other_languages(language, settings)

    @lru_cache(maxsize=1 << 15)
    def judged(text: str) -> tuple[str, ...]:
        if not text.islower():
            return ()
        others = other_languages(text)
        if others or language == "en":
            return others
        own = rarity(text, language)
        nats = own - rarity(text, "en")
        if single:
            is_strange = own >= settings.foreign_english_alone and nats >= settings.foreign_english_alone_nats
            return ("en",) if is_strange else ()
        return ("en",) if nats >= settings.foreign_english_nats else ()

    return judged


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find words of another script or language than the document's."""
    yield from _other_script(evidence)
    yield from _other_language(evidence)


def _other_language(evidence: Evidence) -> Iterator[Finding]:
    """Find words in Latin letters that another language knows and the document's does not."""
    document = evidence.candidate.document
    if document.language not in LATIN_LANGUAGES:
        return
    beads = beads_of_candidate(evidence)
    # "Dr Hübner" of one sentence is "he" in another version, and "Hübner" in the next
    names = {
        token.text
        for sentence_tokens in (evidence.reference.tokens if evidence.reference else ())
        for token in sentence_tokens
        if token.kind == "word" and token.text[:1].isupper()
    }
    for sentence, tokens in own_sentences(evidence):
        if sentence.role in ("elision", "boilerplate"):
            continue
        bead = beads.get(sentence.index)
        facing_tokens = reference_tokens(evidence, bead)
        there = {key for token in facing_tokens for key in (token.form, token.stem)}
        edits = evidence.edits[bead] if bead is not None and facing_tokens else ()
        runs = [
            *_runs_of_language(
                tokens, document.language, evidence.settings.damage, single=bool(facing_tokens)
            ),
            *_nouns(tokens, edits, document.language, evidence.settings.damage),
        ]
        for run, language in runs:
            if all({token.form, token.stem} & there or token.text in names for token in run):
                continue
            if _is_gloss(tokens, run) or _is_species(tokens, run, document.language):
                continue
            place = document.span(run[0].start, run[-1].end)
            # One word that the list has after all may be a term: "calla" is Spanish for "hush", and a flower.
            is_term = len(run) == 1 and known(run[0].form, document.language)
            yield Finding(
                kind="untranslated",
                severity="major",
                confidence=0.6 if is_term else 0.85 if facing_tokens else 0.7,
                message=f"“{place.text}” is left in another language ({language})",
                reference=facing(evidence, bead, place.start, place.end),
                candidate=place,
                bead=bead,
                details={"language": language},
            )


def _is_species(tokens: Sequence[Token], run: Sequence[Token], language: str) -> bool:
    """Whether one word stands behind a capitalised one that no list has: "Calliphora vicina"."""
    place = next((at for at, token in enumerate(tokens) if token.start == run[0].start), 0)
    before = tokens[place - 1] if place else None
    if before is None or len(run) != 1 or before.kind != "word":
        return False
    return before.text[:1].isupper() and before.text[1:].islower() and not known(before.form, language)


def _runs_of_language(
    tokens: Sequence[Token], language: str, settings: DamageSettings, *, single: bool
) -> Iterator[tuple[list[Token], str]]:
    """Runs of words of one other language, with that language.

    Where ``single`` is not set, a run must be longer than what writers leave without quotation marks.
    """
    judge = _judge(language, settings, single=single)
    judged = [judge(token.text) if token.kind == "word" else () for token in tokens]
    if not any(judged):
        return
    at = 0
    while at < len(tokens):
        shared = set(judged[at])
        if not shared:
            at += 1
            continue
        first, rare = at, 0
        while at < len(tokens) and tokens[at].kind == "word":
            common = {
                other
                for other in shared
                if _everyday_words(other, settings.foreign_everyday).share(tokens[at].text.lower())
            }
            if not common:
                break
            rare += bool(judged[at])
            shared = common
            at += 1
        while not judged[at - 1]:
            at -= 1
        run = list(tokens[first:at])
        fewest = settings.foreign_run
        if not single and shared == {"en"}:
            fewest = settings.foreign_english_run
        if (single and len(run[0].form) >= settings.foreign_letters) or (
            len(run) >= fewest and rare >= fewest - 1
        ):
            yield run, next(other for other in LATIN_LANGUAGES if other in shared)


def _nouns(
    tokens: Sequence[Token], edits: Sequence[Edit], language: str, settings: DamageSettings
) -> Iterator[tuple[list[Token], str]]:
    """German nouns, by their capital inside a sentence, where the reference has words in small letters: no name."""
    if language == NOUNS_WITH_CAPITAL:
        return
    if not edits:
        return
    other_languages = _other_languages(language, settings)
    inside = {token.start for before, token in pairwise(tokens) if before.kind == "word"}
    # where the words stand in another order, what faces the noun may be another word that has no partner
    elsewhere = [
        other
        for edit in edits
        if edit.kind != "equal"
        for other in edit.reference
        if other.kind == "word" and not is_function_word(other.form, language)
    ]
    for edit in edits:
        words = [other for other in edit.reference if other.kind == "word"] or elsewhere
        if edit.kind == "equal" or not words or not all(other.text.islower() for other in words):
            continue
        for token in edit.candidate:
            if (
                token.start in inside
                and token.kind == "word"
                and token.text[1:].islower()
                and token.text[:1].isupper()
                and NOUNS_WITH_CAPITAL in other_languages(token.form)
            ):
                yield [token], NOUNS_WITH_CAPITAL


def _other_script(evidence: Evidence) -> Iterator[Finding]:
    """Find words of another script than the document's, and words that mix two scripts."""
    document = evidence.candidate.document
    letters = Counter(filter(None, map(script, document.text))) if not document.text.isascii() else Counter()
    if len(letters) < 2 and evidence.reference is None:
        return
    everything = sum(letters.values())
    at_home = {
        name
        for name, count in letters.items()
        if count >= evidence.settings.damage.foreign_script_share * everything
    }
    main = SCRIPTS_OF_LANGUAGES.get(document.language, frozenset({LATIN}))
    beads = beads_of_candidate(evidence)
    for sentence, tokens in own_sentences(evidence):
        if sentence.role == "elision" or sentence.text.isascii():
            continue
        bead = beads.get(sentence.index)
        there = "".join(token.text for token in reference_tokens(evidence, bead))
        # Without a reference a script that the document is used to is at home; with one, the reference says so.
        home = main | (scripts_of(there) if there else frozenset(at_home if len(document.text) > 400 else ()))
        for run in _foreign_runs(tokens, home):
            place = document.span(run[0].start, run[-1].end)
            if place.text in there:
                continue
            glossed = _is_gloss(tokens, run)
            if glossed and not there:
                continue
            yield Finding(
                kind="untranslated",
                severity="minor" if glossed else "major",
                confidence=0.6 if glossed else 0.95 if there else 0.8,
                message=f"“{place.text}” is left in another script",
                reference=facing(evidence, bead, place.start, place.end),
                candidate=place,
                bead=bead,
                details={"scripts": sorted(scripts_of(place.text))},
            )


def _foreign_runs(tokens: Sequence[Token], home: frozenset[str]) -> Iterator[list[Token]]:
    """Runs of words that hold letters of a script that is not at home."""
    run: list[Token] = []
    for token in tokens:
        scripts = scripts_of(token.text)
        if len(token.text) == 1 and scripts == {"GREEK"}:
            scripts = frozenset()  # α and β are signs
        if scripts and not scripts <= home:
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _is_gloss(tokens: Sequence[Token], run: Sequence[Token]) -> bool:
    """Whether a run stands in brackets or quotation marks, as the original of a name does."""
    at = tokens.index(run[0])
    after = tokens.index(run[-1]) + 1
    opens = at > 0 and tokens[at - 1].text in {"(", "（", "[", "“", '"', "«", "「", "《", "‘", "'"}
    closes = after < len(tokens) and tokens[after].text in {
        ")",
        "）",
        "]",
        "”",
        '"',
        "»",
        "」",
        "》",
        "’",
        "'",
    }
    return opens and closes
