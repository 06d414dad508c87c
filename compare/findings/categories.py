"""The MQM category of each kind of finding (Freitag et al. 2021, appendix)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from compare.model import Finding

CATEGORIES: Final[dict[str, str]] = {
    "repetition-loop": "Fluency/Repetition",
    "doubled-word": "Fluency/Repetition",
    "dropped-sentence": "Accuracy/Omission",
    "dropped-clause": "Accuracy/Omission",
    "dropped-name": "Accuracy/Omission",
    "dropped-number": "Accuracy/Omission",
    "added-sentence": "Accuracy/Addition",
    "added-clause": "Accuracy/Addition",
    "number": "Accuracy/Mistranslation",
    "name": "Accuracy/Mistranslation",
    "polarity": "Accuracy/Mistranslation",
    "meaning": "Accuracy/Mistranslation",
    "name-inconsistent": "Terminology/Inconsistent",
    "untranslated": "Accuracy/Untranslated",
    "fragment": "Fluency/Grammar",
    "grammar": "Fluency/Grammar",
    "punctuation": "Fluency/Punctuation",
    "spelling": "Fluency/Spelling",
    "ocr": "Fluency/Character encoding",
    "style": "Style/House style",
    "moved": "Fluency/Order",
}
"""Every kind that the program knows, in the order of contract and documentation."""

LOCALE_CONVENTIONS: Final[dict[str, str]] = {
    "spelling": "Locale convention/Spelling variety",
    "number": "Locale convention/Number format",
    "quotation marks": "Locale convention/Quotation marks",
    "dashes": "Locale convention/Dashes",
    "capitals": "Style/Capitals",
}
"""Categories of a neutral difference, by ``details["convention"]``."""


def category(finding: Finding) -> str:
    """The MQM category of a finding, from its kind and, for loops and style, from its details.

    Args:
        finding: any finding; one that already names its category keeps it.

    Returns:
        A category such as ``Accuracy/Omission``; ``Other`` for a kind that is not in the table.

    >>> from compare.model import Finding, Span
    >>> place = Span(start=0, end=2, text="no")
    >>> category(Finding(kind="polarity", severity="major", confidence=0.9, message="", candidate=place))
    'Accuracy/Mistranslation'
    """
    if finding.mqm:
        return finding.mqm
    if finding.kind == "repetition-loop" and finding.details.get("replaced"):
        return "Accuracy/Addition"
    if finding.kind == "style":
        return LOCALE_CONVENTIONS.get(str(finding.details.get("convention")), CATEGORIES["style"])
    return CATEGORIES.get(finding.kind, "Other")
