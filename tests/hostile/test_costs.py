"""The cost of a text grows with its length and no faster, whatever it is made of, at every stage and in every form.

By itself each text is small. With ``TRUECOPY_SLOW=1`` in the environment all are as large as a server may be sent, and
none may take a minute.
"""

from __future__ import annotations

import os
import random
import time
from typing import TYPE_CHECKING, Final

import pytest

from compare.pipeline import check_document, compare_documents
from compare.text.documents import document
from tests.report.every_form import FORMS

if TYPE_CHECKING:
    from collections.abc import Callable

    from compare.model import Document, Report

MOST_RATIO: Final = 10.0
"""Of the costs of texts four times as long: 4 where it is linear, 16 where it is a square."""
NEGLIGIBLE_SECONDS: Final = 0.4
SLOW: Final = bool(os.environ.get("TRUECOPY_SLOW"))
SOBER: Final = document("The harbour at Saint Orme was dug in 1842 by forty convicts. It silted up. " * 5)
MARKS: Final = ".,;:!?-()[]\"'…—"


def marks(count: int) -> str:
    draw = random.Random(1)
    return "".join(draw.choice(MARKS) for _ in range(count))


TEXTS: Final[dict[str, tuple[Callable[[int], str], int, int]]] = {
    "combining marks on a letter": (
        lambda n: f"The cat e{chr(0x301) * n} sat. It was late.",
        8_000,
        100_000,
    ),
    "sentences of one word": (lambda n: "Word. " * n, 250, 100_000),
    "lines of one word": (lambda n: "word\n" * n, 2_000, 1_000_000),
    "marks": (marks, 2_000, 1_000_000),
    "marks with spaces": (lambda n: " ".join(marks(n)), 2_000, 500_000),
    "one line of letters": (lambda n: "a" * n, 20_000, 10_000_000),
    "one line of words": (lambda n: "gull and sea " * n, 400, 770_000),
    "blank lines": (lambda n: "One.\n" + "\n" * n + "Two.\n", 50_000, 1_000_000),
    "zero-width spaces": (lambda n: f"One two.{chr(0x200B) * n} three.", 20_000, 1_000_000),
    "digits": (lambda n: "7" * n, 20_000, 1_000_000),
    "numbers": (lambda n: "7 " * n, 500, 500_000),
    "numbers with commas": (lambda n: "7," * n, 10_000, 500_000),
    "quotation marks": (lambda n: '"' * n, 1_000, 1_000_000),
    "brackets": (lambda n: "(" * n + ")" * n, 500, 500_000),
    "dots": (lambda n: f"a{'.' * n}b", 20_000, 1_000_000),
    "hyphens": (lambda n: "a-" * n, 4_000, 500_000),
    "at signs": (lambda n: f"a www.b {'@' * 500}\n\n" * n, 10, 2_000),
    "words for numbers": (lambda n: "one hundred million " * n, 250, 100_000),
    "names": (lambda n: "Ada " * n, 500, 300_000),
    "elisions": (lambda n: "(...) " * n, 500, 200_000),
    "ideographs": (lambda n: "漢" * n, 1_000, 1_000_000),
    "half pairs": (lambda n: "\ud800" * n, 2_500, 200_000),
    "headings": (lambda n: "Heading Line\n\n" * n, 200, 100_000),
    "comments": (lambda n: "Comments\n\n" * n, 200, 100_000),
    "marks of other scripts": (lambda n: "॥" * n + "x", 5_000, 1_000_000),
}
"""By name: how a text is made, how long it is here, and how long a server may be sent it."""


def stages(text: Document) -> None:
    check_document(text)
    for pair in ((text, text), (SOBER, text), (text, SOBER)):
        compare_documents(*pair)


def cost_seconds(made: Callable[[int], str], count: int) -> float:
    begun = time.process_time()
    stages(document(made(count)))
    return time.process_time() - begun


@pytest.mark.parametrize("name", TEXTS)
def test_the_cost_of_a_text_is_in_proportion(name: str) -> None:
    made, count, _ = TEXTS[name]
    # The first run of a stage reads its word lists.
    short = min(cost_seconds(made, count) for _ in range(2))
    long = cost_seconds(made, 4 * count)
    if not _is_in_proportion(short, long):  # the longer text may be the first that needs a list as a table
        long = min(cost_seconds(made, 4 * count) for _ in range(2))
    assert _is_in_proportion(short, long), f"{short:.3f} s, then {long:.3f} s"


def _is_in_proportion(short: float, long: float) -> bool:
    return long < NEGLIGIBLE_SECONDS or long / short < MOST_RATIO


@pytest.mark.skipif(not SLOW, reason="takes ten minutes; set TRUECOPY_SLOW=1")
@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.timeout(900)
def test_no_text_takes_a_minute(name: str) -> None:
    made, _, count = TEXTS[name]
    text = made(count)
    figures = []
    for stage in (lambda each: each, check_document, *(_against(way) for way in ("itself", "it", "by it"))):
        begun = time.process_time()
        stage(document(text))
        figures.append(time.process_time() - begun)
    print(name, len(text), *(f"{seconds:.1f}" for seconds in figures))  # noqa: T201
    assert max(figures) < 60, figures


def _against(way: str) -> Callable[[Document], Report]:
    def judged(text: Document) -> Report:
        pairs = {"itself": (text, text), "it": (text, SOBER), "by it": (SOBER, text)}
        return compare_documents(*pairs[way])

    return judged


def test_two_endless_words_are_not_compared_letter_by_letter() -> None:
    """What compares letters is compiled: no alarm interrupts it, and it costs a square."""
    draw = random.Random(2)

    def seconds(count: int) -> float:
        one, other = ("".join(draw.choice("abcdefgh") for _ in range(count)) for _ in range(2))
        begun = time.process_time()
        compare_documents(document(f"The {one} sank."), document(f"The {other} sank."))
        return time.process_time() - begun

    short, long = seconds(10_000), seconds(40_000)
    assert _is_in_proportion(short, long), f"{short:.3f} s, then {long:.3f} s"


@pytest.mark.parametrize("words", [5, 1_000_000])
def test_of_strangers_not_every_word_is_compared_with_every_word(words: int) -> None:
    """A thousand words a side make a million pairs; without full stops, as speech is written down, in one bead."""
    draw = random.Random(3)
    syllables = [consonant + vowel for consonant in "bcdfghjklmnprstvwz" for vowel in "aeiou"]

    def stranger(count: int) -> Document:
        made = ["".join(draw.choices(syllables, k=3)) for _ in range(count)]
        sentences = (" ".join(made[start : start + words]).capitalize() for start in range(0, count, words))
        return document(f"It was late. {'. '.join(sentences)}. It rained.")

    def seconds(count: int) -> float:
        one, other = stranger(count), stranger(count)
        begun = time.process_time()
        compare_documents(one, other)
        return time.process_time() - begun

    short, long = seconds(300), seconds(1_200)
    assert _is_in_proportion(short, long), f"{short:.3f} s, then {long:.3f} s"


@pytest.mark.parametrize("form", FORMS)
def test_the_cost_of_a_form_is_in_proportion(form: str) -> None:
    def seconds(count: int) -> float:
        sentences = [
            f"Line {number} says that {number * 7} gulls sat on the wall." for number in range(count)
        ]
        copy = [
            line.replace("gulls", "ghouls") if number % 3 else line for number, line in enumerate(sentences)
        ]
        report = compare_documents(document(" ".join(sentences)), document(" ".join(copy)), metrics=())
        begun = time.process_time()
        FORMS[form](report)
        return time.process_time() - begun

    short, long = seconds(60), seconds(240)
    assert _is_in_proportion(short, long), f"{short:.3f} s, then {long:.3f} s"
