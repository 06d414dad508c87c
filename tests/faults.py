"""Plant one fault into a text and say where it stands: loops, cuts, changed numbers, names and senses.

Everything is drawn from a seed, so that the same call gives the same fault on every machine. The text is cut into
words and sentences by plain rules of its own: a fault must not rest on the code that is held against it.

    fault = plant("negation", text, seed=3)
    fault.text[slice(*fault.candidate)]      # the changed words, empty where words were taken away
    text[slice(*fault.reference)]            # what stood there
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A text with one fault: its sort, its place on both sides, and the kinds of finding that say it."""

    sort: str
    text: str
    reference: Span
    candidate: Span
    kinds: frozenset[str]


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?]+[”’\"')]*(?=\s|$)")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_SMALL: Final = _list(
    """
    a an the of in on at by for with from to into and or but so as that which who it its he she they we i you
    is are was were be been has have had do does did will would can could should may might must not no this
    these those his her their our my your if when while than then there here all any each every some such
    only also very just more most other one two what how up out over about after before because
    """
)
_CLAUSE_OPENERS: Final = _list(
    """
    and but which who because although while after before where when with for in on from by through
    """
)
_NUMBER_WORDS: Final = _list(
    """
    two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty
    """
)
_MAGNITUDES: Final = {
    "hundred": "thousand", "hundreds": "thousands", "thousand": "million", "thousands": "millions",
    "million": "billion", "millions": "thousands", "billion": "million", "billions": "millions",
}  # fmt: skip
_AUXILIARIES: Final = _list(
    """
    is are was were will would can could should must may might
    """
)
OPPOSITES: Final = {
    "more": "less", "before": "after", "good": "bad", "best": "worst", "high": "low", "higher": "lower",
    "large": "small", "larger": "smaller", "early": "late", "first": "last", "old": "new", "new": "old",
    "young": "old", "long": "short", "strong": "weak", "rich": "poor", "cheap": "expensive",
    "fast": "slow", "always": "never", "increase": "decrease", "rise": "fall", "rose": "fell",
    "success": "failure", "win": "lose", "won": "lost", "open": "closed", "many": "few",
    "friend": "enemy", "easy": "difficult", "hard": "easy", "light": "dark", "right": "wrong",
    "north": "south", "east": "west", "begin": "end", "began": "ended", "accept": "reject", "buy": "sell",
    "bought": "sold", "love": "hate", "true": "false", "safe": "dangerous", "better": "worse",
    "big": "small", "small": "big", "great": "small", "day": "night", "up": "down", "inside": "outside",
    "above": "below", "happy": "sad", "public": "private", "allow": "forbid", "allowed": "forbidden",
    "remember": "forget", "strength": "weakness", "life": "death", "poor": "rich", "weak": "strong",
    "late": "early", "below": "above", "after": "before", "less": "more",
}  # fmt: skip


def plant(sort: str, text: str, seed: int = 0) -> Fault | None:
    """Plant one fault.

    Args:
        sort: one of ``SORTS``.
        text: prose of some sentences.
        seed: draws the place and the change.

    Returns:
        The fault, or ``None`` where the text has no place for this sort.
    """
    return SORTS[sort](text, random.Random(f"{sort} {seed}"))


def _fault(sort: str, text: str, span: Span, new: str, kinds: str) -> Fault:
    start, end = span
    return Fault(
        sort=sort,
        text=text[:start] + new + text[end:],
        reference=span,
        candidate=(start, start + len(new)),
        kinds=frozenset(kinds.split()),
    )


def _sentences(text: str) -> list[Span]:
    spans = []
    for match in _SENTENCE.finditer(text):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        spans.append((start, match.end()))
    return spans


def _words(text: str, span: Span) -> list[Span]:
    return [match.span() for match in _WORD.finditer(text, *span)]


def _content(text: str, spans: list[Span]) -> int:
    return sum(text[start:end].lower() not in _SMALL for start, end in spans)


def _loop(text: str, draw: random.Random) -> Fault | None:
    """A clause said again and again, each time a little otherwise."""
    runs = []
    for sentence in _sentences(text):
        words = _words(text, sentence)
        for low in range(1, len(words) - 5):
            run = words[low : low + draw.randint(4, 6)]
            if re.fullmatch(r"[\w’'\s-]+", text[run[0][0] : run[-1][1]]) and _content(text, run) >= 2:
                runs.append((run[0][0], run[-1][1]))
    if not runs:
        return None
    start, end = draw.choice(runs)
    unit = text[start:end].split()
    copies = [text[start:end]]
    for _ in range(draw.randint(4, 9)):
        drifted = list(unit)
        if draw.random() < 0.4:
            drifted.insert(draw.randrange(1, len(drifted)), draw.choice(["also", "even", "just"]))
        elif draw.random() < 0.3 and len(drifted) > 4:
            del drifted[draw.randrange(1, len(drifted) - 1)]
        copies.append(draw.choice(["", "but ", "and "]) + " ".join(drifted))
    return _fault("loop", text, (start, end), draw.choice([", ", " "]).join(copies), "repetition-loop")


def _doubled_word(text: str, draw: random.Random) -> Fault | None:
    spans = [
        span for sentence in _sentences(text) for span in _words(text, sentence)[1:] if span[1] - span[0] > 2
    ]
    if not spans:
        return None
    start, end = draw.choice(spans)
    word = text[start:end]
    return _fault("doubled word", text, (start, end), f"{word} {word}", "doubled-word repetition-loop")


_CUT: Final = "dropped-clause dropped-name dropped-number dropped-sentence"


def _dropped_clause(text: str, draw: random.Random) -> Fault | None:
    """A clause between two commas, or from a conjunction to the end of its sentence, is taken away."""
    spans = []
    for start, end in _sentences(text):
        close = re.search(r"[.!?]+[”’\"')]*$", text[start:end])
        last = start + close.start() if close else end
        commas = [match.start() for match in re.finditer(",", text[start:last])]
        edges = [start + place for place in commas] + [last]
        spans += [(low, high) for low, high in pairwise(edges)]
        for low, high in _words(text, (start, last))[3:]:
            if text[low:high].lower() in _CLAUSE_OPENERS and "," not in text[low:last]:
                spans.append((low - 1, last))
    fitting = [
        span
        for span in spans
        if 4 <= len(_words(text, span)) <= 20
        and _content(text, _words(text, span)) >= 3
        and not re.search(r"[“”\"()—–;:]", text[slice(*span)])
    ]
    return _fault("dropped clause", text, draw.choice(fitting), "", _CUT) if fitting else None


def _dropped_sentence(text: str, draw: random.Random) -> Fault | None:
    spans = [span for span in _sentences(text)[1:-1] if len(_words(text, span)) >= 6]
    if not spans:
        return None
    start, end = draw.choice(spans)
    while end < len(text) and text[end] == " ":
        end += 1
    return _fault("dropped sentence", text, (start, end), "", _CUT)


def _number(text: str, draw: random.Random) -> Fault | None:
    digits = [match.span() for match in re.finditer(r"(?<![\w.,])\d[\d,.]*\d|(?<![\w.,])\d(?![\w.,])", text)]
    words = [match.span() for match in _WORD.finditer(text) if match[0].lower() in _NUMBER_WORDS]
    spans = digits + words
    if not spans:
        return None
    start, end = draw.choice(spans)
    old = text[start:end]
    if old[0].isdigit():
        place = draw.choice([i for i, character in enumerate(old) if character.isdigit()])
        new = old[:place] + draw.choice([c for c in "123456789" if c != old[place]]) + old[place + 1 :]
    else:
        new = draw.choice([word for word in _NUMBER_WORDS if word != old.lower()])
    return _fault("number", text, (start, end), new, "number dropped-number meaning")


def _magnitude(text: str, draw: random.Random) -> Fault | None:
    spans = [match.span() for match in _WORD.finditer(text) if match[0].lower() in _MAGNITUDES]
    if not spans:
        return None
    start, end = draw.choice(spans)
    return _fault("magnitude", text, (start, end), _MAGNITUDES[text[start:end].lower()], "number meaning")


def _name(text: str, draw: random.Random) -> Fault | None:
    """A name gets a wrong letter, loses one, or two change places."""
    spans = [
        (start, end)
        for sentence in _sentences(text)
        for start, end in _words(text, sentence)[1:]
        if text[start].isupper() and end - start >= 5
        and text[start + 1 : end].isalpha() and text[start + 1 : end].islower()
        and text[start - 1] == " " and text[start - 2].isalpha()
    ]  # fmt: skip
    if not spans:
        return None
    start, end = draw.choice(spans)
    name = text[start:end]
    place = draw.randrange(2, len(name) - 1)
    changes = [
        name[:place] + draw.choice([c for c in "bdfgklmnprstvz" if c != name[place]]) + name[place + 1 :],
        name[:place] + name[place + 1 :],
    ]
    if name[place] != name[place + 1]:
        changes.append(name[:place] + name[place + 1] + name[place] + name[place + 2 :])
    return _fault(
        "name", text, (start, end), draw.choice(changes), "name name-inconsistent ocr spelling dropped-name"
    )


def _negation(text: str, draw: random.Random) -> Fault | None:
    """ "Not" is put behind an auxiliary, or taken away."""
    spans = []
    for sentence in _sentences(text):
        words = _words(text, sentence)
        for (start, end), (low, high) in pairwise(words):
            following = text[low:high].lower()
            if text[end:low] == " " and text[start:end] in _AUXILIARIES:
                if following == "not":
                    spans.append((end, high))
                elif following not in {"no", "never", "i", "he", "she", "it", "we", "they", "you", "there"}:
                    spans.append((end, end))
    if not spans:
        return None
    span = draw.choice(spans)
    new = " not" if span[0] == span[1] else ""
    return _fault("negation", text, span, new, "polarity meaning")


def _antonym(text: str, draw: random.Random) -> Fault | None:
    spans = [match.span() for match in _WORD.finditer(text) if match[0] in OPPOSITES]
    if not spans:
        return None
    start, end = draw.choice(spans)
    return _fault("antonym", text, (start, end), OPPOSITES[text[start:end]], "meaning polarity number")


SORTS: Final[dict[str, Callable[[str, random.Random], Fault | None]]] = {
    "loop": _loop,
    "doubled word": _doubled_word,
    "dropped clause": _dropped_clause,
    "dropped sentence": _dropped_sentence,
    "number": _number,
    "magnitude": _magnitude,
    "name": _name,
    "negation": _negation,
    "antonym": _antonym,
}
