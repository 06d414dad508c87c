"""A clause said again, word for word or nearly, somewhere else in its passage: judged by counting.

Whoever reads two versions side by side sees at once that one of them says something once more. The candidate's words
of content are aligned with themselves (a local alignment, Smith & Waterman 1981, over pairs of equal stems): a chain of
pairs that keeps its order is a clause and the same clause again, be it in other inflection or with words between. What
counts in a chain are the words that the candidate says more often than the reference does; a rhetoric that both have
counts nothing. On real translations every chain of four such words was a clause said again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from compare.findings.clues.repeats_there import is_repeated_in_source, is_rhetoric
from compare.findings.clues.stream import SENTENCE_END_MARKS, facing, is_content
from compare.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.evidence import Evidence
    from compare.model import Token
    from compare.settings import RepeatSettings

LONGEST_QUOTE: Final = 60  # code points of the clause that a message quotes


@dataclass(frozen=True, slots=True)
class Chain:
    """Words ``first`` to ``first_end`` of a list of words of content, said again as ``second`` to ``second_end``."""

    score: float
    first: int
    first_end: int
    second: int
    second_end: int


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find clauses that the candidate says twice and the reference does not."""
    if evidence.reference is None:
        return
    settings = evidence.settings.repeats
    for bead, reference, candidate in _passages(evidence):
        here = evidence.candidate.tokens_of(candidate)
        said = _content(here, evidence.candidate.document.language)
        if len(said) - len({token.stem for token in said}) < 2:
            continue  # two words at least are said again in a clause that is
        there = [token for token in evidence.reference.tokens_of(reference) if token.kind != "mark"]
        chain = _clause_again(said, there, settings)
        partnered = evidence.candidate.tokens_of(evidence.alignment.beads[bead].candidate)
        if chain is None or said[chain.first].start >= partnered[-1].end:
            continue  # what an added passage says twice was never said once by the reference
        least = settings.again_content
        if chain.score < least and not _is_fragment(here, said, chain, settings):
            continue
        if _says_its_own(said, there, chain, evidence):
            continue
        if is_repeated_in_source(evidence, 2):
            continue
        start, second, end = _grown(here, said, chain)
        place = evidence.candidate.document.span(start, end)
        again = evidence.candidate.document.span(second, end)
        unit = " ".join(again.text.split())
        quoted = unit if len(unit) <= LONGEST_QUOTE else unit[: LONGEST_QUOTE - 1] + "…"
        yield Finding(
            kind="repetition-loop",
            severity="major",
            confidence=0.85 if chain.score >= least else 0.6,
            message=f"“{quoted}” is said again",
            reference=facing(evidence, bead, place.start, place.end),
            candidate=place,
            bead=bead,
            details={"unit": unit, "count": 2},
        )


def _passages(evidence: Evidence) -> Iterator[tuple[int, tuple[int, ...], tuple[int, ...]]]:
    """Each bead with both sides, and the candidate's sentences without a counterpart that follow it."""
    pending: tuple[int, tuple[int, ...], tuple[int, ...]] | None = None
    for position, bead in enumerate(evidence.alignment.beads):
        if not bead.candidate:
            continue
        if bead.kind == "outside":
            continue  # another piece beside this one repeats itself as headline and first sentence do
        if not bead.reference and pending is not None:
            pending = (pending[0], pending[1], (*pending[2], *bead.candidate))
            continue
        if pending is not None:
            yield pending
        pending = (position, tuple(bead.reference), tuple(bead.candidate)) if bead.reference else None
    if pending is not None:
        yield pending


def _content(tokens: Sequence[Token], language: str) -> list[Token]:
    return [token for token in tokens if is_content(token, language)]


def _clause_again(said: Sequence[Token], there: Sequence[Token], settings: RepeatSettings) -> Chain | None:
    """The best chain of a passage, if it says at least two words again that the reference does not."""
    stems = [token.stem for token in said]
    count = Counter(stems)
    once_there = Counter(token.stem for token in there)
    again = {stem for stem, times in count.items() if times > 1 and times > once_there[stem]}
    if sum(count[stem] - 1 for stem in again) < 2 or _pairs(count) > settings.again_pairs:
        return None
    return best_chain(stems, again, settings)


def _pairs(count: Counter[str]) -> int:
    """How many pairs of equal stems there are."""
    return sum(times * (times - 1) // 2 for times in count.values())


def best_chain(stems: Sequence[str], again: set[str], settings: RepeatSettings) -> Chain | None:
    """Align a list of words with itself: the clause and its second time that share most.

    Args:
        stems: the words of content of a passage.
        again: those that count.
        settings: how many words may stand between two that are shared.

    Returns:
        The chain of the highest score: a point for each word of ``again``, less for words passed over; the second
        time begins where the first has ended. ``None`` where nothing is shared.

    >>> from compare.settings import RepeatSettings
    >>> best_chain("mend the old pier soon mend old pier".split(), {"mend", "old", "pier"}, RepeatSettings())
    Chain(score=2.6, first=0, first_end=4, second=5, second_end=8)
    """
    places: dict[str, list[int]] = {}
    best: dict[tuple[int, int], Chain] = {}
    for second, stem in enumerate(stems):
        for first in places.get(stem, ()):
            point = 1.0 if stem in again else 0.0
            chain = Chain(point, first, first + 1, second, second + 1)
            for behind in range(1, settings.again_gap + 2):
                for beside in range(1, settings.again_gap + 2):
                    before = best.get((first - beside, second - behind))
                    if before is None or before.second <= first:
                        continue
                    score = round(before.score + point - settings.again_cost * (max(behind, beside) - 1), 3)
                    if score > chain.score:
                        chain = Chain(score, before.first, first + 1, before.second, second + 1)
            best[first, second] = chain
        places.setdefault(stem, []).append(second)
    return max(
        best.values(),
        key=lambda chain: (chain.score, -chain.first, -chain.second, chain.second_end),
        default=None,
    )


def _grown(here: Sequence[Token], said: Sequence[Token], chain: Chain) -> tuple[int, int, int]:
    """Where a chain begins, where its second time begins and ends, with the little words that both have around it."""
    tokens = [token for token in here if token.kind != "mark"]
    place = {token.start: at for at, token in enumerate(tokens)}
    first, second = place[said[chain.first].start], place[said[chain.second].start]
    first_end, end = place[said[chain.first_end - 1].start], place[said[chain.second_end - 1].start]
    while first and second - 1 > first_end and tokens[first - 1].form == tokens[second - 1].form:
        first, second = first - 1, second - 1
    while (
        end + 1 < len(tokens)
        and first_end + 1 < second
        and tokens[first_end + 1].form == tokens[end + 1].form
    ):
        first_end, end = first_end + 1, end + 1
    return tokens[first].start, tokens[second].start, tokens[end].end


def _is_fragment(
    here: Sequence[Token], said: Sequence[Token], chain: Chain, settings: RepeatSettings
) -> bool:
    """Whether the second time is a few words that stand alone at the end, like a piece that was left over."""
    if chain.score < 2 or chain.second_end != len(said):
        return False
    last_word = max(at for at, token in enumerate(here) if token.kind != "mark")
    begin = last_word
    while begin and not SENTENCE_END_MARKS.issuperset(here[begin - 1].text):
        begin -= 1
    words = [token for token in here[begin:] if token.kind != "mark"]
    content = sum(token.start >= words[0].start for token in said)
    return (
        begin > 0
        and len(words) <= settings.again_fragment
        and said[chain.second].start >= words[0].start
        and 3 * (chain.second_end - chain.second) >= 2 * content
    )


def _says_its_own(said: Sequence[Token], there: Sequence[Token], chain: Chain, evidence: Evidence) -> bool:
    """Whether the reference says something again as well, in words that the candidate does not say so often."""
    settings = evidence.settings.repeats
    assert evidence.reference is not None
    language = evidence.reference.document.language
    if is_rhetoric(there, settings.again_rhetoric):
        return True
    own = [token for token in there if is_content(token, language)]
    stems = [token.stem for token in own]
    times = Counter(stems)
    here = Counter(token.stem for token in said)
    again = {stem for stem, count in times.items() if count > 1 and count > here[stem]}
    if sum(times[stem] - 1 for stem in again) < 2 or _pairs(times) > settings.again_pairs:
        return False
    other = best_chain(stems, again, settings)
    return other is not None and other.score >= chain.score / 2
