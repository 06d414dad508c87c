"""How sure it is that words said again were not meant to be: what people say twice on purpose is excused.

Idiom ("day by day"), calls ("Come in, come in!"), a sentence that takes up the last word of the one before, "the sons
and the sons' sons", lists whose items share a word. What the reference repeats as well is excused elsewhere
(repeats_there).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.findings.clues.closed_classes import closed_class
from compare.findings.clues.stream import SENTENCE_END_MARKS

if TYPE_CHECKING:
    from compare.findings.clues.repeats import Echo, Run
    from compare.findings.clues.stream import Words
    from compare.settings import FindingSettings

CALL_MARKS: Final = frozenset("!?¡¿！？")
ITEM_MARKS: Final = frozenset({",", ";", "，", "、", "；"})
APOSTROPHES: Final = frozenset({"'", "’"})


def content_count(stream: Words, start: int, end: int) -> int:
    """How many of the words from ``start`` to ``end`` carry content."""
    return sum(stream.is_content(index) for index in range(start, end))


def run_confidence(
    stream: Words, run: Run, settings: FindingSettings, *, against_reference: bool = False
) -> float:
    """How sure it is that a run is no way of speaking that people use on purpose; 0 where it may well be."""
    language = stream.side.document.language
    seams = [stream.marks[run.start + times * run.period] for times in range(1, run.times)]
    if run.period == 1:
        return _one_word_confidence(stream, run, seams, settings, against_reference=against_reference)
    content = content_count(stream, run.start, run.start + run.period)
    unit = set(filter(None, stream.forms[run.start : run.start + run.period]))
    if not content:
        leads = not unit.isdisjoint(closed_class("articles", language))
        return _little_words_confidence(run, seams, against_reference=against_reference or leads)
    if run.period == 2 and unit & closed_class("conjunctions", language):
        # "round and round and round", "he may come, and come, and come"
        fewest = settings.loop_fewest_rounds if against_reference else settings.loop_many_rounds
        if run.times >= fewest:
            return 0.95
        return 0.7 if against_reference and not any(seams) else 0.0  # "sales and sales and"
    if run.times > 2:
        is_call = run.times == 3 and all(seams) and any(map(CALL_MARKS.intersection, seams))
        return 0.0 if is_call and run.period < settings.loop_sure_period and not against_reference else 0.95
    if _is_owner(stream, run.end) or _has_mark_inside(stream, run, settings.repeats.item_words):
        return 0.0
    if any(seams):
        if run.period >= settings.loop_sure_period and content >= 2:
            return 0.8
        # "Row the boat, row the boat": a way of speaking, unless the reference does not speak so
        if not against_reference or run.period < settings.repeats.clause_words:
            return 0.0
        if any(map(SENTENCE_END_MARKS.intersection, seams)):
            is_whole = run.end == len(stream.marks) or bool(stream.marks[run.end])
            return (
                0.75 if content >= 2 and is_whole else 0.0
            )  # else a sentence takes up the last words before it
        return 0.75 if content >= 2 else 0.65
    naming = closed_class("naming-verbs", language)
    if not naming.isdisjoint(filter(None, stream.forms[max(0, run.start - 2) : run.start])):
        return 0.0  # to call a spade a spade
    return 0.9


def _one_word_confidence(
    stream: Words, run: Run, seams: list[str], settings: FindingSettings, *, against_reference: bool
) -> float:
    """A word said three times may be a call, and some words are said more often: "ha ha ha ha"."""
    language = stream.side.document.language
    if stream.forms[run.start] in closed_class("called-out", language):
        return 0.95 if run.times >= 2 * settings.loop_many_rounds else 0.0
    is_meant = stream.forms[run.start] in closed_class("doubled-on-purpose", language)
    if run.times == 3 and any(seams) and not all(seams):
        return 0.0 if is_meant else 0.9  # "insects, insects insects but": none but a call is said so
    if run.times == 3 and all(seams) and against_reference and not any(map(CALL_MARKS.intersection, seams)):
        return 0.0 if is_meant or not stream.is_content(run.start) else 0.7  # "to mend, mend, mend the pier"
    return 0.95 if run.times >= 4 or (run.times == 3 and not any(seams)) else 0.0


def _little_words_confidence(run: Run, seams: list[str], *, against_reference: bool) -> float:
    """How sure it is that little words alone go round: "at the at the bottom"; "is it, is it" is a way of speaking."""
    if any(seams):
        return 0.0
    if run.times > 2:
        return 0.9
    return 0.8 if against_reference else 0.0


def _is_owner(stream: Words, end: int) -> bool:
    """Whether the word before ``end`` owns what follows: "you and your sons and your sons' wives"."""
    return end < len(stream.forms) and (
        stream.forms[end] in {"'s", "’s"} or stream.marks[end][:1] in APOSTROPHES
    )


def _has_mark_inside(stream: Words, run: Run, longest: int) -> bool:
    """Whether two rounds of a few words are parts of three items: "male servants, female servants, female asses"."""
    return run.period <= longest and any(
        stream.marks[at] in ITEM_MARKS
        and stream.marks[at + run.period] in ITEM_MARKS
        and at + 2 * run.period > run.end
        for at in range(run.start + 1, run.end - run.period)
    )


def echo_confidence(
    stream: Words, echo: Echo, settings: FindingSettings, *, against_reference: bool
) -> float:
    """How sure it is that a phrase said again was not meant to be; 0 where it may well be.

    "The beach and the beach" says nothing new after its conjunction. "The United Kingdom and the United
    States" does: the phrase that comes again must be whole, so its last word carries content and a function
    word or a mark follows. A long phrase again in a short sentence leaves little else that the sentence
    could say.
    """
    first = echo.start - echo.distance
    end = echo.start + echo.length
    between = stream.forms[first + echo.length : echo.start]
    if echo.gap < 1 or None in between:
        return 0.0
    content = content_count(stream, echo.start, end)
    is_near = (
        echo.gap <= settings.repeats.echo_gap and echo.length >= settings.loop_sure_period and content >= 3
    )
    if against_reference and (content >= settings.loop_echo_content or is_near):
        return 0.7  # a clause said again, be it in the next sentence
    if stream.sentences[first] != stream.sentences[end - 1]:
        return 0.0
    said = stream.forms[first : first + echo.length]
    if echo.gap == 1 and between[0] in said and content >= 2 and echo.length > settings.repeats.clause_words:
        return 0.7  # "the pilot said that that the pilot said that": the same loop with a hitch
    conjunctions = closed_class("conjunctions", stream.side.document.language)
    seam = stream.marks[first + 1 : echo.start + 1]
    only_joined = (
        echo.gap <= 3
        and not conjunctions.isdisjoint(filter(None, between))
        and not content_count(stream, first + echo.length, echo.start)
        and not any(SENTENCE_END_MARKS.intersection(marks) for marks in seam)
    )
    if content and only_joined and stream.is_content(end - 1) and not _goes_on(stream, end):
        if against_reference:
            return 0.75
        if echo.length >= settings.loop_sure_period and content >= 3 and echo.gap == 1:
            return 0.75
        return 0.0 if any(seam) else 0.6
    if (
        against_reference
        and echo.gap <= 2
        and content >= 2
        and echo.length >= settings.repeats.clause_words
        and not content_count(stream, first + echo.length, echo.start)
        and not any(seam)
        and stream.is_content(end - 1)
        and not _goes_on(stream, end)
    ):
        return 0.65  # "to weigh the cost of the barge with the cost of the barge"
    pointing = closed_class("demonstratives", stream.side.document.language)
    if not against_reference or content < 3 or stream.forms[echo.start - 1] in pointing:
        return 0.0  # "small boats are dear to those who love these small boats": said again to point at it
    return 0.45 if _fills_its_sentence(stream, first, end, 2 * echo.length, settings) else 0.0


def _fills_its_sentence(stream: Words, first: int, end: int, words: int, settings: FindingSettings) -> bool:
    """Whether a phrase and its echo are so much of their sentence that it can say little else.

    Looked at no further than decides: a line of a million words must not be walked again for every echo.
    """
    furthest = int(words / settings.loop_filling_share) + 1
    sentence = stream.sentences[first]
    low, high = first, end
    while low > 0 and high - low <= furthest and stream.sentences[low - 1] == sentence:
        low -= 1
    while high < len(stream.forms) and high - low <= furthest and stream.sentences[high] == sentence:
        high += 1
    return words >= settings.loop_filling_share * (high - low)


def _goes_on(stream: Words, end: int) -> bool:
    """Whether the phrase that ends before word ``end`` may be the beginning of a longer one."""
    if end >= len(stream.tokens) or stream.tokens[end] is None:
        return False
    if stream.marks[end]:
        return _is_owner(stream, end)
    return stream.is_content(end) or stream.forms[end] in closed_class(
        "clause-goes-on", stream.side.document.language
    )
