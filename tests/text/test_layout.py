"""Layout: roles on invented pages in many languages, lines that go on, and what is never furniture."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from compare.text.documents import document, line_document
from compare.text.furniture import is_byline, is_furniture
from compare.text.layout import blocks

GOLDEN = Path(__file__).parent.parent / "golden" / "pages.txt"
ROLES = {"T": "title", "B": "body", "X": "boilerplate", "E": "elision"}


class Page(NamedTuple):
    name: str
    text: str
    roles: list[tuple[str, str]]


def pages() -> list[Page]:
    found: list[Page] = []
    for line in GOLDEN.read_text(encoding="utf-8").splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "=":
            found.append(Page(rest, "", []))
        elif found and kind in {"-", "T", "B", "B+", "X", "E"}:
            page = found.pop()
            roles = [] if kind == "-" else [(ROLES[kind[0]], rest)]
            found.append(Page(page.name, page.text + rest + "\n", page.roles + roles))
    return found


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_every_line_of_a_page_has_its_role(page: Page) -> None:
    laid_out = document(page.text)
    wrong = []
    position = 0
    for role, line in page.roles:
        position = page.text.index(line, position)
        end = position + len(line)
        given = {s.role for s in laid_out.sentences if s.start < end and s.end > position} - {"elision"}
        if role == "elision":
            given = {s.role for s in laid_out.sentences if s.start < end and s.end > position}
        if given != {role}:
            wrong.append((role, sorted(given), line))
        position = end
    assert not wrong


def test_a_sentence_goes_on_over_a_broken_paragraph() -> None:
    text = (
        "The council decided that the harbour would stay closed until the\n\nend of March. Nobody objected."
    )
    sentences = document(text).sentences
    assert [sentence.text for sentence in sentences] == [text[: text.index(" Nobody")], "Nobody objected."]


def test_a_sentence_never_reaches_over_furniture() -> None:
    text = "\n".join(
        f"The council said on that night, as it was late, that the harbour of {name} would be kept by the\n"
        f"Page {number} of 3\n"
        f"town. Nobody objected to that for a very long time, it must be said, in {name}."
        for number, name in enumerate(["Aa", "Bb", "Cc"], 1)
    )
    laid_out = document(text)
    assert [s.text for s in laid_out.sentences if s.role == "boilerplate"] == [
        f"Page {n} of 3" for n in (1, 2, 3)
    ]
    assert not any("Page" in s.text for s in laid_out.sentences if s.role == "body")


def test_hand_wrapped_text_is_one_block_a_paragraph() -> None:
    paragraph = (
        "The harbour froze in the first week of the year and the ferry\n"
        "could not leave. Old men said that they had never seen so much\n"
        "Ice before, and Anna Hill wrote their names in the log of the\n"
        "harbour. Nobody read it."
    )
    laid_out = document(paragraph + "\n\n" + paragraph)
    assert [sentence.block for sentence in laid_out.sentences] == [0, 0, 0, 1, 1, 1]
    assert laid_out.sentences[0].text.endswith("could not leave.")


def test_paragraphs_on_consecutive_lines_stay_apart() -> None:
    text = "It rained all day and nobody came to the pier.\nThe dog slept by the fire until the evening.\n"
    assert len(blocks(text)) == 2


def test_markdown_marks_of_a_heading_are_not_in_its_sentence() -> None:
    laid_out = document("## The Ice\n\nIt was cold.\n", markdown=True)
    assert [(s.role, s.text) for s in laid_out.sentences] == [("title", "The Ice"), ("body", "It was cold.")]


@pytest.mark.parametrize(
    "line",
    [
        "© 1999 The Example",
        "#harbour #ice #winter",
        "https://example.org/a/b",
        "[Home](/) [News](/news)",
        "![the pier](pier.jpg)",
        "Home > News > Harbour",
        "A ferry in the ice on Monday. EXAMPLE/Ann Other",
        "3 Comments",
        "Follow her on X @example",
        "Story continues below advertisement",
        "More from The Example",
        "[Read: Ten birds of the coast]",
        "Sign up for our weekly newsletter",
        "This site uses cookies to improve your experience.",
        "You must be logged in to post a comment.",
        "---",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The company changed its privacy policy last year, and its users were not asked.",
        "She signed up for the army in spring.",
        "He was home.",
        "More from habit than from hope",
        "Read the last page first",
        "Watch the Birds: a boy and his dog walk along the sea and do not speak for nine days",
        "Comments like this one hurt.",
        "The source of the river is a lake.",
        "Photo albums lay on the table.",
        "| a | b |",
        "1",
        "Chapter 3",
        "Anna – Bert – Carl, they all came to the pier that night.",
        "News of the world",
        "He/she must sign the form and/or the letter.",
    ],
)
def test_no_furniture(line: str) -> None:
    assert not is_furniture(line)


def test_a_section_called_like_a_menu_entry_is_a_title() -> None:
    prose = (
        "The harbour froze in the first week of the year, and nobody in the town had seen such ice before, "
        "not even the oldest."
    )
    roles = {s.text: s.role for s in document(f"{prose}\n\nWeather\n\n{prose}\n\nWeather\n").sentences}
    assert roles["Weather"] == "boilerplate"  # the last one, behind the text
    first = next(s for s in document(f"{prose}\n\nWeather\n\n{prose}\n").sentences if s.text == "Weather")
    assert first.role == "title"


def test_items_of_a_list_are_no_running_heads() -> None:
    laid_out = document("\n".join(f"item {number} of the list" for number in range(9)))
    assert {s.role for s in laid_out.sentences} == {"body"}


def test_bylines() -> None:
    assert is_byline("By Ann Example and Bert Other")
    assert is_byline("Daily Example | 3 January 1999")
    assert not is_byline("By the river")
    assert not is_byline("Battle of Example 1999")
    assert not is_byline("Report on the Winter of 1999")


def test_lines_are_taken_as_they_are() -> None:
    lines = ["© 1999", "", "It rained. Nobody came.", "(...)"]
    laid_out = line_document(lines)
    assert [s.text for s in laid_out.sentences] == lines
    assert {s.role for s in laid_out.sentences} == {"body"}
    assert line_document([]).sentences == ()


def test_what_readers_wrote_below_a_text_is_furniture() -> None:
    prose = ["The keeper of the old mill at Tarn kept herons, and fed them with trout from his own pond."] * 4
    tail = [
        "2 comments",
        "gull77 says:",
        "What a lovely heron.",
        "Dora says:",
        "Two ponds! I laughed out loud.",
    ]
    found = blocks("\n\n".join([*prose, *tail]))
    assert [block.role for block in found] == ["body"] * 4 + ["boilerplate"] * 5


def test_a_count_of_comments_above_a_text_opens_nothing() -> None:
    prose = ["The keeper of the old mill at Tarn kept herons, and fed them with trout from his own pond."] * 4
    found = blocks("\n\n".join(["A Mill at Tarn", "4 comments", *prose]))
    assert [block.role for block in found] == ["title", "boilerplate", *["body"] * 4]


def test_a_heading_of_comments_in_a_report_opens_nothing() -> None:
    prose = ["The keeper of the old mill at Tarn kept herons, and fed them with trout from his own pond."] * 4
    found = blocks(
        "\n\n".join([*prose, "Comments", "The committee was of another opinion about the herons."])
    )
    assert found[-1].role == "body"


WRAPPED = """\
The report on the hens of the island was at long last and for all
published on Thursday by the keeper of the hens, Ann Hill, whom we
have known for a long time. In the book there is a note on how to
subscribe to the newsletter of the island, which is free, and the
copyright © 1919 was printed on each page that we were shown. All
of it can be read by whoever wants to on the island's own and new
home page.
"""


def test_a_line_of_a_wrapped_paragraph_is_no_furniture() -> None:
    assert [block.role for block in blocks(WRAPPED)] == ["body"]


def test_furniture_below_a_wrapped_paragraph_is_furniture() -> None:
    text = (
        WRAPPED + "\nSubscribe to our newsletter\n\nPublished on Thursday, 3 May 1920\n\n© 1920 The Island\n"
    )
    assert [block.role for block in blocks(text)] == ["body", "boilerplate", "boilerplate", "boilerplate"]


def test_a_number_that_ends_a_sentence_at_the_beginning_of_a_line() -> None:
    text = WRAPPED.replace(
        "home page.\n", "210. People say that there are more, and that they are all white.\n"
    )
    assert len(blocks(text)) == 1
    listed = "Bring with you for the long day on the island and its hens:\n1. bread\n2. cheese\n3. a hat\n"
    assert len(blocks(WRAPPED + "\n" + listed)) == 5


@pytest.mark.parametrize("mark", ["---", "[snip]", "> […]", "* * *"])
def test_marks_of_what_is_left_out(mark: str) -> None:
    text = f"{WRAPPED}\n{mark}\n\nThe hens were sold in the autumn of that year.\n"
    assert [block.role for block in blocks(text)] == ["body", "elision", "body"]


def test_a_rule_above_the_foot_of_a_page_leaves_nothing_out() -> None:
    assert [block.role for block in blocks(f"{WRAPPED}\n---\n\n© 1920 The Island\n")][1] == "boilerplate"
