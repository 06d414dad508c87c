"""Schema: the columns of results and of findings, their types and their meaning, the same for every ending.

The tables below are the only place where a column is named; docs/scale.md prints them, and a test holds it to that.
"""

from __future__ import annotations

from typing import Any, Final, Literal

from compare.batch.extras import pyarrow
from compare.findings.categories import CATEGORIES

Type = Literal["text", "whole", "real", "truth"]


def count_column(kind: str) -> str:
    """Give the column that counts the findings of a kind.

    >>> count_column("doubled-word")
    'count_doubled_word'
    """
    return f"count_{kind.replace('-', '_')}"


SEVERITY_COLUMNS: Final = ("critical", "major", "minor", "neutral")
COUNT_COLUMNS: Final = {kind: count_column(kind) for kind in CATEGORIES}

RESULT_COLUMNS: Final[tuple[tuple[str, Type, str], ...]] = (
    ("row", "whole", "number of the row in the manifest, from 1"),
    ("id", "text", "the manifest's id; the number of the row, or the name of the file, where it has none"),
    ("system", "text", "as in the manifest"),
    ("source", "text", "as in the manifest"),
    ("reference", "text", "path of the reference as in the manifest; null where the text itself was given"),
    ("candidate", "text", "path of the candidate, likewise"),
    ("fidelity", "real", "0 to 100; null with --check and where there is an error, as all that follow"),
    ("fidelity_low", "real", "lower end of the 95 % interval of the fidelity"),
    ("fidelity_high", "real", "upper end of it"),
    ("penalty", "real", "expected MQM penalty of the whole text, at least 0"),
    ("mqm_per_1000_words", "real", "MQM points of the findings, a thousand words"),
    ("chrf", "real", "0 to 100; null where it was not asked for"),
    ("bleu", "real", "0 to 100; null where it was not asked for"),
    ("ter", "real", "at least 0; null where it was not asked for"),
    ("relation", "text", "what the two are to each other: identical, edited, excerpt, different …"),
    ("same_piece", "truth", "whether they are versions of one piece"),
    ("relation_confidence", "real", "0 to 1"),
    ("reference_coverage", "real", "share of the reference's words that have a partner, 0 to 1"),
    ("candidate_coverage", "real", "share of the candidate's words that have a partner, 0 to 1"),
    ("findings", "whole", "how many findings; null where there is an error, as the counts that follow"),
    *((name, "whole", f"findings of severity {name}") for name in SEVERITY_COLUMNS),
    *((column, "whole", f"findings of kind {kind}") for kind, column in COUNT_COLUMNS.items()),
    ("seconds", "real", "what the row cost; null without --seconds, for it differs from run to run"),
    ("report", "text", "path of the whole report, from the folder of --reports; null without it"),
    ("error", "text", "why the row could not be judged; null where it was"),
)

FINDING_COLUMNS: Final[tuple[tuple[str, Type, str], ...]] = (
    ("finding", "text", "id of the finding, which stays when text is added before it"),
    ("kind", "text", "what it is, such as dropped-clause"),
    ("mqm", "text", "MQM category"),
    ("severity", "text", "critical, major, minor or neutral"),
    ("confidence", "real", "0 to 1"),
    ("message", "text", "in plain words"),
    ("bead", "whole", "index of the bead in the alignment"),
    (
        "reference_line",
        "whole",
        "line of the reference, from 1; null where it has no place there, as what follows",
    ),
    ("reference_start", "whole", "place in the reference, in code points"),
    ("reference_end", "whole", "its end"),
    ("reference_text", "text", "what stands there"),
    ("candidate_line", "whole", "line of the candidate, likewise"),
    ("candidate_start", "whole", "place in the candidate, in code points"),
    ("candidate_end", "whole", "its end"),
    ("candidate_text", "text", "what stands there"),
)

OWNER_COLUMNS: Final[tuple[tuple[str, Type, str], ...]] = (
    ("row", "whole", "number of the row in the manifest"),
    ("id", "text", "id of the row"),
    ("system", "text", "as in the manifest"),
    ("reference", "text", "path of the reference, null where the text itself was given"),
    ("candidate", "text", "path of the candidate, likewise"),
)
"""Columns of the table of findings that say whose they are; they stand before those of the finding."""


def _type(name: Type) -> Any:
    arrow = pyarrow()
    return {"text": arrow.string, "whole": arrow.int64, "real": arrow.float64, "truth": arrow.bool_}[name]()


def _fields(columns: tuple[tuple[str, Type, str], ...]) -> list[Any]:
    return [pyarrow().field(name, _type(kind)) for name, kind, _ in columns]


def results_schema() -> Any:
    """Give the Arrow schema of the table of results."""
    return pyarrow().schema(_fields(RESULT_COLUMNS))


def findings_schema() -> Any:
    """Give the Arrow schema of the table of findings."""
    return pyarrow().schema(_fields(OWNER_COLUMNS + FINDING_COLUMNS))


def scored_schema() -> Any:
    """Give the Arrow schema of what ``score_table`` gives: results, with each row's findings as a list."""
    arrow = pyarrow()
    found = arrow.field("found", arrow.list_(arrow.struct(_fields(FINDING_COLUMNS))))
    return results_schema().append(found)
