"""Each output form over one report made by hand, as golden files that people can read."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from html.parser import HTMLParser
from io import StringIO

import pytest

from compare.model import Report, Span
from compare.report import markdown, page, parallel, table, terminal
from compare.report.explanation import steps
from tests.report.examples import document, finding, gulls, lighthouse
from tests.report.golden import assert_golden

EVIL = "\x1b[2J\x1b[31m\u202eevil\x07\x9b1A <script>alert(1)</script> =1+1 | *x* @editor \u2066"
STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def dismissing(report: Report) -> Report:
    first, *rest = report.findings
    return replace(report, findings=(replace(first, dismissed="meant so"), *rest))


def evil_report() -> Report:
    """A pair whose texts, names and messages try everything."""
    reference = document(f"reference {EVIL}", f"{EVIL} was lit in 1871.", f"{EVIL} was lit in 1871.")
    candidate = document(f"candidate {EVIL}", f"{EVIL} was lit in 1817.", f"{EVIL} was lit in 1817.")
    whole = Span(start=0, end=len(EVIL), text=EVIL)
    return replace(
        lighthouse(),
        reference=reference,
        candidate=candidate,
        alignment=replace(
            lighthouse().alignment,
            beads=(replace(lighthouse().alignment.beads[1], reference=(0,), candidate=(0,)),),
        ),
        findings=(
            finding("number", "critical", 0.9, f"message {EVIL}", 1, whole, whole),
            finding("style", "neutral", 0.9, f"message {EVIL}", 1, whole, whole),
            replace(
                finding("name", "minor", 0.9, f"message {EVIL}", 1, whole, whole), dismissed=f"reason {EVIL}"
            ),
        ),
    )


@pytest.mark.parametrize("width", [80, 160])
def test_text(width: int) -> None:
    text = terminal.render(dismissing(lighthouse()), width=width, explain=width == 80)
    assert_golden(text, f"report-{width}.txt")
    assert max(map(len, text.splitlines())) <= width


@pytest.mark.parametrize("width", [80, 160])
def test_diff(width: int) -> None:
    text = parallel.render(lighthouse(), width=width)
    assert_golden(text, f"diff-{width}.txt")
    assert max(map(len, text.splitlines())) <= width


def test_diff_of_everything_folds_nothing() -> None:
    text = parallel.render(lighthouse(), width=120, whole=True)
    assert "Home | Tides | Shop" in text
    assert "···" not in text


def test_check() -> None:
    assert_golden(
        terminal.render_check(gulls(), width=80) + "\n" + markdown.render_check(gulls()), "check-80.txt"
    )


def test_markdown() -> None:
    assert_golden(markdown.render(dismissing(lighthouse()), explain=True), "report.md")


def test_csv() -> None:
    text = table.render(lighthouse())
    assert_golden(text, "findings.csv")
    rows = list(csv.DictReader(StringIO(text)))
    assert [row["candidate_text"] for row in rows[:2]] == ["The door is never locked.", "1817"]
    assert CANDIDATE_SLICE(rows[1]) == "1817"


def CANDIDATE_SLICE(row: dict[str, str]) -> str:  # noqa: N802
    return lighthouse().candidate.text[int(row["candidate_start"]) : int(row["candidate_end"])]


def test_colour_is_colour_and_nothing_else() -> None:
    plain = terminal.render(lighthouse(), width=100)
    coloured = terminal.render(lighthouse(), width=100, colour=True)
    assert "\x1b[" not in plain
    assert "\x1b[" in coloured
    bare = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert re.sub(r"\s+", "", plain).replace("⟦", "").replace("⟧", "") == re.sub(r"\s+", "", bare)


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("colour", [False, True])
def test_texts_cannot_steer_the_terminal(width: int, *, colour: bool) -> None:
    report = evil_report()
    for text in (
        terminal.render(report, width=width, colour=colour, explain=True),
        parallel.render(report, width=width, colour=colour, whole=True),
        markdown.render(report, explain=True),
        page.render(report),
        table.render(report),
    ):
        own = re.sub(r"\x1b\[[\d;]*m", "", text) if colour else text
        assert not STEERING.search(own)
        assert "evil" in own
        if colour:
            # Colours of ours are there, but the one of the text is not.
            assert "\x1b[2J" not in text


def test_markdown_shows_and_does_nothing() -> None:
    text = markdown.render(evil_report())
    assert "<script" not in text.replace("\\<script", "")
    assert "@editor" not in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {5}


def test_spreadsheets_see_no_formula() -> None:
    reference = document("=1+1", "=cmd() was. +1 is.", "=cmd() was.", "+1 is.")
    report = replace(
        lighthouse(),
        reference=reference,
        candidate=reference,
        findings=(finding("name", "minor", 0.5, "-2", None, reference.span(0, 6), reference.span(12, 14)),),
    )
    [row] = csv.DictReader(StringIO(table.render(report)))
    assert row["file"] == "'=1+1"
    assert row["reference_text"] == "'=cmd()"
    assert row["candidate_text"] == "'+1"
    assert row["message"] == "'-2"


def test_the_sum_adds_up_as_it_is_shown() -> None:
    report = lighthouse()
    shown = sum(round(10 * float(step.points)) for step in steps(report))
    assert shown + round(10 * report.scores.fidelity) == 1000


class Page(HTMLParser):
    """Anchors, links and elements of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.attributes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            if name == "href":
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_page_is_whole_and_its_links_lead_somewhere() -> None:
    read = Page(page.render_all([lighthouse(), dismissing(lighthouse()), gulls()]))
    assert not read.open
    assert len(read.ids) == len(set(read.ids))
    assert read.links
    assert {link.removeprefix("#") for link in read.links} <= set(read.ids)


def test_page_holds_both_texts_and_all_findings() -> None:
    shown = re.sub(r"\s+", " ", "".join(Page(page.render(lighthouse())).texts))
    for sentence in lighthouse().reference.sentences:
        assert sentence.text in shown
    for one in lighthouse().findings:
        assert one.message in shown
    assert "⟲ ×3 was seen, and was seen, and was seen" in shown


def test_page_loads_nothing_and_runs_only_its_own() -> None:
    text = page.render(evil_report())
    assert "default-src 'none'" in text
    assert text.count("<script") == 1
    assert not re.search(r"(?i)\b(src|srcset)\s*=|url\(|@import|https?://", text)
    # The policy forbids inline style and handlers; one would be an error in the console.
    assert not {"style", "onclick", "onload"} & Page(text).attributes


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1])
def test_page_can_be_read_in_both_themes(theme: int) -> None:
    """WCAG 2.1, 1.4.3: text against its ground at least 4.5 : 1."""
    root = re.findall(r":root \{(.*?)\}", page.render(lighthouse()), re.DOTALL)[theme]
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", root))
    inks = [
        *((ink, "paper") for ink in ("ink", "quiet", "link", "critical", "major", "minor", "neutral")),
        *((f"{mark}-ink", mark) for mark in ("dropped", "added", "moved", "loop", "found")),
        *((f"{mark}-ink", "paper") for mark in ("dropped", "added")),
        ("ink", "target"),
    ]
    for ink, ground in inks:
        assert contrast(colours[ink], colours[ground]) >= 4.5, (ink, ground)
