"""Reports made by hand: what the output forms draw must not change because a detector learns something."""

from __future__ import annotations

from compare.model import (
    Alignment,
    Bead,
    CheckReport,
    Deduction,
    Document,
    Finding,
    Relation,
    Report,
    Role,
    Scores,
    Sentence,
    Severity,
    Span,
)

REFERENCE = """The lighthouse at Pell Head

The lamp was lit in 1871. It burned colza oil and was seen from eleven miles.
The keeper, Ada Morrow, kept a diary for forty years. Nobody read it until 1998.
The county painted the tower grey last spring.
Boats still steer by it. Gulls nest on the gallery. Children climb the stairs. The door is never locked.
"""
CANDIDATE = """Home | Tides | Shop

The door is never locked.
The lighthouse at Pell Head

The lamp was lit in 1817. It burned colza oil and was seen, and was seen, and was seen from eleven miles.
The keeper, Ada Marrow, kept a diary. The county painted the tower gray last spring.
Boats still steer by it. Gulls nest on the gallery. Children climb the stairs. Tickets cost money.
"""


def document(name: str, text: str, *sentences: str | tuple[str, Role]) -> Document:
    """Cut a document by hand: each sentence is looked for after the one before."""
    found = []
    at = 0
    for index, entry in enumerate(sentences):
        words, role = entry if isinstance(entry, tuple) else (entry, "body")
        start = text.index(words, at)
        at = start + len(words)
        found.append(Sentence(index=index, start=start, end=at, text=words, role=role))
    return Document(name=name, text=text, sentences=tuple(found), language="en", encoding="utf-8")


def span(document: Document, words: str, after: str = "") -> Span:
    """Find words in a document, the first after some others."""
    start = document.text.index(words, document.text.index(after) + len(after))
    return document.span(start, start + len(words))


def place(document: Document, before: str) -> Span:
    """Give the empty place before some words."""
    start = document.text.index(before)
    return document.span(start, start)


def lighthouse() -> Report:
    """A copy with one fault of most sorts: a loop, a number, a name, a cut, a move, style."""
    reference = document(
        "lighthouse.txt",
        REFERENCE,
        ("The lighthouse at Pell Head", "title"),
        "The lamp was lit in 1871.",
        "It burned colza oil and was seen from eleven miles.",
        "The keeper, Ada Morrow, kept a diary for forty years.",
        "Nobody read it until 1998.",
        "The county painted the tower grey last spring.",
        "Boats still steer by it.",
        "Gulls nest on the gallery.",
        "Children climb the stairs.",
        "The door is never locked.",
    )
    candidate = document(
        "copy.txt",
        CANDIDATE,
        ("Home | Tides | Shop", "boilerplate"),
        "The door is never locked.",
        ("The lighthouse at Pell Head", "title"),
        "The lamp was lit in 1817.",
        "It burned colza oil and was seen, and was seen, and was seen from eleven miles.",
        "The keeper, Ada Marrow, kept a diary.",
        "The county painted the tower gray last spring.",
        "Boats still steer by it.",
        "Gulls nest on the gallery.",
        "Children climb the stairs.",
        "Tickets cost money.",
    )
    loop = span(candidate, "was seen, and was seen, and was seen")
    findings = (
        finding(
            "moved",
            "minor",
            0.9,
            "“The door is never locked.” stands earlier than in the reference",
            9,
            span(reference, "The door is never locked."),
            span(candidate, "The door is never locked."),
        ),
        finding(
            "number",
            "critical",
            0.97,
            "1817 stands for 1871",
            1,
            span(reference, "1871"),
            span(candidate, "1817"),
        ),
        finding(
            "repetition-loop",
            "critical",
            0.98,
            "“was seen, and” is said 3 times in a row",
            2,
            span(reference, "was seen"),
            loop,
            unit="was seen, and",
            count=3,
        ),
        finding(
            "name",
            "major",
            0.9,
            "“Ada Marrow” stands for “Ada Morrow”",
            3,
            span(reference, "Ada Morrow"),
            span(candidate, "Ada Marrow"),
        ),
        finding(
            "dropped-clause",
            "major",
            0.8,
            "“for forty years” is missing",
            3,
            span(reference, "for forty years"),
            place(candidate, ". The county"),
        ),
        finding(
            "dropped-sentence",
            "major",
            0.95,
            "a sentence is missing",
            4,
            span(reference, "Nobody read it until 1998."),
            place(candidate, " The county"),
        ),
        finding(
            "style",
            "neutral",
            1.0,
            "“gray” for “grey”",
            5,
            span(reference, "grey"),
            span(candidate, "gray"),
        ),
        finding(
            "added-sentence",
            "minor",
            0.7,
            "a sentence that the reference does not have",
            10,
            None,
            span(candidate, "Tickets cost money."),
        ),
    )
    return Report(
        reference=reference,
        candidate=candidate,
        relation=Relation(
            kind="machine-made",
            same_piece=True,
            confidence=0.96,
            reference_coverage=0.93,
            candidate_coverage=0.96,
        ),
        alignment=Alignment(
            beads=(
                bead(0, [0], [2], "equal"),
                bead(1, [1], [3], "changed"),
                bead(2, [2], [4], "changed"),
                bead(3, [3], [5], "changed"),
                bead(4, [4], [], "dropped"),
                bead(5, [5], [6], "changed"),
                bead(6, [6], [7], "equal"),
                bead(7, [7], [8], "equal"),
                bead(8, [8], [9], "equal"),
                bead(9, [9], [1], "equal", moved=True),
                bead(10, [], [10], "added"),
            )
        ),
        findings=findings,
        scores=Scores(
            fidelity=68.25,
            penalty=66.0,
            mqm_per_1000_words=942.9,
            counts={"critical": 2, "major": 3, "minor": 2, "neutral": 1},
            deductions=(
                Deduction(points=12.25, reason="dropped", finding=findings[5].id, bead=4),
                Deduction(points=8.0, reason="words added", finding=findings[2].id, bead=2),
                Deduction(points=4.5, reason="words replaced", finding=findings[1].id, bead=1),
                Deduction(points=3.5, reason="words dropped", bead=3),
                Deduction(points=3.5, reason="words dropped", bead=5),
            ),
            metrics={"chrf": 79.1, "bleu": 61.4},
            metric_signatures={"chrf": "nrefs:1|case:mixed"},
            intervals={"fidelity": (52.0, 81.5)},
            remarks=("a short text: the interval is a rough one",),
        ),
        signature="truecopy:0|find:1",
        version="0",
    )


def gulls() -> CheckReport:
    """One text alone, with one doubled word."""
    alone = document(
        "gulls.txt", "The gulls gulls sleep. The tide turns.\n", "The gulls gulls sleep.", "The tide turns."
    )
    return CheckReport(
        document=alone,
        findings=(
            finding(
                "doubled-word",
                "minor",
                0.97,
                "“gulls” stands twice in a row",
                None,
                None,
                span(alone, "gulls gulls"),
            ),
        ),
    )


def bead(index: int, reference: list[int], candidate: list[int], kind: str, *, moved: bool = False) -> Bead:
    return Bead.from_dict(
        {
            "index": index,
            "reference": reference,
            "candidate": candidate,
            "kind": kind,
            "moved": moved,
            "similarity": 0.5 if reference and candidate else None,
        }
    )


def finding(
    kind: str,
    severity: Severity,
    confidence: float,
    message: str,
    bead: int | None,
    reference: Span | None,
    candidate: Span | None,
    **details: object,
) -> Finding:
    return Finding(
        id=f"{kind}-1",
        kind=kind,
        mqm="Accuracy/Mistranslation",
        severity=severity,
        confidence=confidence,
        message=message,
        reference=reference,
        candidate=candidate,
        bead=bead,
        details=details,
    )
