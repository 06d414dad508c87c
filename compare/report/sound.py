"""A report from a file, read only where it is sound: every value of its type, every place inside its text.

Whoever draws a report trusts it. What a stranger's file holds is therefore looked at where it comes in: a bead that
names a sentence that there is not, or a span beyond the text, would else be a fault of the program on a later page.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from compare.errors import BadReport
from compare.model import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from compare.model import Document, Finding


_MOST: Final = 1e12
"""No number of a report is larger; not-a-number and infinity are none."""
_NAME: Final = re.compile(r"[^\x00-\x1f\x7f-\U0010ffff<>&\"'`\\]*")
"""Names that forms draw as they are: of kinds, of settings, of languages; plain ASCII without what steers anything."""


def sound_report(data: Any) -> Report:
    """Read a report from JSON, or say what is wrong with it.

    Args:
        data: what ``json.loads`` gave.

    Raises:
        BadReport: a part is missing, of another type, or points to what is not there.

    >>> sound_report({"schema": "truecopy.report/1"})
    Traceback (most recent call last):
    compare.errors.BadReport: not a whole report: KeyError 'reference'
    """
    try:
        report = Report.from_dict(data)
        is_well = _fits(report, Report)
    except (
        AttributeError,
        IndexError,
        KeyError,
        OverflowError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise BadReport(f"not a whole report: {type(error).__name__} {error}") from None
    if not is_well:
        raise BadReport("not a whole report: a value is of another type than it should be")
    for fault in _faults(report):
        raise BadReport(f"not a sound report: {fault}")
    return report


def _faults(report: Report) -> Iterator[str]:
    """Say what in a report points to what is not there, or is written as no program writes it."""
    names = [report.signature, report.version]
    for document in (report.reference, report.candidate):
        names += [document.language, document.encoding or ""]
    for finding in report.findings:
        names += [finding.id, finding.kind, finding.mqm]
    yield from (f"{name!a} is no name that the program gives" for name in names if not _NAME.fullmatch(name))
    for document in (report.reference, report.candidate):
        yield from _text_faults(document)
    beads = report.alignment.beads
    for side, document in (("reference", report.reference), ("candidate", report.candidate)):
        for bead in beads:
            yield from _missing(
                getattr(bead, side), len(document.sentences), f"bead {bead.index}: {side} sentence"
            )
    for place, bead in enumerate(beads):
        if bead.index != place:
            yield f"bead {place} has the index {bead.index}"
    for finding in report.findings:
        yield from _finding_faults(finding, report, len(beads))
    named = [deduction.bead for deduction in report.scores.deductions if deduction.bead is not None]
    yield from _missing(named, len(beads), "the sum of the fidelity: bead")


def _finding_faults(finding: Finding, report: Report, beads: int) -> Iterator[str]:
    yield from _missing([] if finding.bead is None else [finding.bead], beads, f"finding {finding.id}: bead")
    for span, document in ((finding.reference, report.reference), (finding.candidate, report.candidate)):
        if span is not None and not 0 <= span.start <= span.end <= len(document.text):
            yield f"finding {finding.id} lies outside its text"
        elif span is not None and document.text[span.start : span.end] != span.text:
            yield f"finding {finding.id} holds other words than its text"
    if finding.reference is None and finding.candidate is None:
        yield f"finding {finding.id} has no place"


def _text_faults(document: Document) -> Iterator[str]:
    before = 0
    for index, sentence in enumerate(document.sentences):
        if sentence.index != index:
            yield f"sentence {index} has the index {sentence.index}"
        if not before <= sentence.start <= sentence.end <= len(document.text):
            yield f"sentence {index} lies outside its text, or in another one"
        elif document.text[sentence.start : sentence.end] != sentence.text:
            yield f"sentence {index} holds other words than its text"
        before = sentence.end


def _missing(named: Iterable[int], count: int, what: str) -> Iterator[str]:
    yield from (f"{what} {index} is not there" for index in named if not 0 <= index < count)


def _fits(value: Any, hint: Any) -> bool:
    """Whether a value is of a type, with all that it holds."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return isinstance(value, str) and value in inner
    if origin in (Union, UnionType):
        return any(_fits(value, each) for each in inner)
    if origin is tuple and inner[-1] is ...:
        return isinstance(value, tuple) and all(_fits(each, inner[0]) for each in value)
    if origin is tuple:
        return isinstance(value, tuple) and len(value) == len(inner) and all(map(_fits, value, inner))
    if origin is dict:
        key, held = inner
        return isinstance(value, dict) and all(_fits(k, key) and _fits(v, held) for k, v in value.items())
    if hint is float:
        return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= _MOST
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if hint is Any:
        return True
    if is_dataclass(hint) and isinstance(hint, type):
        return isinstance(value, hint) and all(
            _fits(getattr(value, name), held) for name, held in _hints(hint)
        )
    return isinstance(value, hint)


@cache
def _hints(kind: Any) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in fields(kind))
