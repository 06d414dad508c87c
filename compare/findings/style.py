"""House style: differences between the two sides that are no errors, told once for each habit.

British and American spelling, quotation marks, dashes, the look of numbers, capitals: two words or marks of equal form
that are written differently. One finding a habit, neutral, with every place in its details; nothing of it counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.model import Finding
from compare.text.forms import is_written_alike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.findings.evidence import Evidence
    from compare.model import Token

NAMES: Final[dict[str, str]] = {
    "spelling": "another spelling",
    "quotation marks": "other quotation marks",
    "dashes": "other dashes",
    "full stops": "abbreviations with or without a full stop",
    "number": "another look of numbers",
    "capitals": "other capitals",
}
"""Habits in the order in which they are told, with what a message calls them."""

LONGEST_LIST: Final = 3  # examples that a message names


def find(evidence: Evidence) -> Iterator[Finding]:
    """Find differences of style alone."""
    if evidence.reference is None:
        return
    places: dict[str, list[tuple[Token, Token, int]]] = {habit: [] for habit in NAMES}
    for position, edits in enumerate(evidence.edits):
        first = True
        for edit in edits:
            if edit.kind != "equal":
                first = False
                continue
            for reference, candidate in zip(edit.reference, edit.candidate, strict=True):
                habit = _habit(reference, candidate, first=first)
                first = first and reference.kind == "mark"
                if habit:
                    places[habit].append((reference, candidate, position))
    for habit, found in places.items():
        if not found:
            continue
        reference, candidate, bead = found[0]
        examples = list(dict.fromkeys(f"{there.text} → {here.text}" for there, here, _ in found))
        shown = ", ".join(examples[:LONGEST_LIST]) + (", …" if len(examples) > LONGEST_LIST else "")
        times = "once" if len(found) == 1 else f"{len(found)} times"
        yield Finding(
            kind="style",
            severity="neutral",
            confidence=0.95,
            message=f"{NAMES[habit]}, {times}: {shown}",
            reference=evidence.reference.document.span(reference.start, reference.end),
            candidate=evidence.candidate.document.span(candidate.start, candidate.end),
            bead=bead,
            details={
                "convention": habit,
                "count": len(found),
                "places": [[there.start, there.end, here.start, here.end] for there, here, _ in found],
            },
        )


def _habit(reference: Token, candidate: Token, *, first: bool) -> str:
    """The habit in which two tokens of equal form differ, empty where they do not."""
    if reference.text == candidate.text:
        return ""
    if is_written_alike(reference.text, candidate.text):
        return ""
    if reference.kind == "mark":
        return {'"': "quotation marks", "'": "quotation marks", "-": "dashes"}.get(reference.form, "")
    if reference.kind == "number":
        return "number"
    if reference.text.casefold() == candidate.text.casefold():
        return "" if first else "capitals"
    letters = [
        "".join(filter(str.isalnum, token.text.casefold().replace("’", "'")))
        for token in (reference, candidate)
    ]
    if letters[0] != letters[1]:
        return "spelling"
    written = {letter for token in (reference, candidate) for letter in token.text if not letter.isalnum()}
    if "." in set(reference.text) ^ set(candidate.text):
        return "full stops"
    return "quotation marks" if "’" in written else "dashes"
