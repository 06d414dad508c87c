"""What a person would say: the relation of two versions and the verdict on one of them, in a sentence or two."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from compare.model import SEVERITIES
from compare.report.neutral import UNSURE, neutral_groups
from compare.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Finding, Relation, Report

_RELATIONS: Final = {
    "identical": "The same text as the reference, word for word",
    "edited": "An edited version of the same piece",
    "machine-made": "A machine-made copy of the same piece",
    "ocr": "The same piece, damaged in scanning",
    "excerpt": "An excerpt of the same piece",
    "retold": "The same piece told in other words",
    "different": "Not a version of the same piece",
}
_NOUNS: Final = {
    "repetition-loop": ("loop", "loops"),
    "doubled-word": ("doubled word", "doubled words"),
    "dropped-sentence": ("dropped sentence", "dropped sentences"),
    "dropped-clause": ("dropped clause", "dropped clauses"),
    "dropped-name": ("dropped name", "dropped names"),
    "dropped-number": ("dropped number", "dropped numbers"),
    "added-sentence": ("added sentence", "added sentences"),
    "added-clause": ("added clause", "added clauses"),
    "number": ("wrong number", "wrong numbers"),
    "name": ("wrong name", "wrong names"),
    "name-inconsistent": ("name spelt in several ways", "names spelt in several ways"),
    "polarity": ("reversed sense", "reversed senses"),
    "meaning": ("change of meaning", "changes of meaning"),
    "untranslated": ("untranslated passage", "untranslated passages"),
    "fragment": ("stray fragment", "stray fragments"),
    "grammar": ("fault of grammar", "faults of grammar"),
    "punctuation": ("fault of punctuation", "faults of punctuation"),
    "spelling": ("misspelling", "misspellings"),
    "ocr": ("scanning error", "scanning errors"),
    "style": ("difference of style", "differences of style"),
    "moved": ("moved passage", "moved passages"),
}
_DOUBTFUL: Final = 0.7
"""Confidence in the relation below which it is told as probable, 0 to 1."""
_WORDING_DIFFERS: Final = 97.0
"""Fidelity under which a text without any finding is not called sound, 0 to 100."""
_SURE: Final = 0.8
"""Confidence from which on a critical finding decides the verdict on a retold version, too, 0 to 1."""
_NAMED_KINDS: Final = 3
"""How many kinds of grave findings the verdict names."""


def noun(kind: str, count: int) -> str:
    """Give the name of a kind of finding for people.

    >>> noun("repetition-loop", 2)
    'loops'
    """
    singular, plural = _NOUNS.get(kind, (kind.replace("-", " "), f"{kind.replace('-', ' ')} findings"))
    return singular if count == 1 else plural


def counted(count: int, singular: str, plural: str | None = None) -> str:
    """Give a count with its noun.

    >>> counted(1, "error"), counted(1200, "error")
    ('1 error', '1,200 errors')
    """
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"


def listed(parts: Sequence[str]) -> str:
    """Join parts as prose does.

    >>> listed(["a loop", "two names", "a number"])
    'a loop, two names and a number'
    """
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def percent(share: float) -> str:
    """Give a share as a whole per cent; only all is 100, only nothing is 0.

    >>> percent(0.998), percent(1.0), percent(0.001)
    ('99 %', '100 %', '1 %')
    """
    rounded = round(100 * share)
    if share < 1:
        rounded = min(rounded, 99)
    if share > 0:
        rounded = max(rounded, 1)
    return f"{rounded} %"


def standing(findings: Sequence[Finding]) -> list[Finding]:
    """Give the findings that nobody has dismissed."""
    return [finding for finding in findings if finding.dismissed is None]


def said(finding: Finding) -> str:
    """Give the message of a finding as part of a line: safe to show, and without a full stop at its end."""
    message = one_line(finding.message)
    return message[:-1] if message.endswith(".") and not message.endswith("..") else message


def severity_line(findings: Sequence[Finding]) -> str:
    """Count the findings by severity.

    >>> severity_line([])
    'none'
    """
    counts = Counter(finding.severity for finding in standing(findings))
    parts = [f"{counts[severity]} {severity}" for severity in SEVERITIES if counts[severity]]
    dismissed = len(findings) - sum(counts.values())
    if dismissed:
        parts.append(f"{dismissed} dismissed")
    return " · ".join(parts) or "none"


def findings_in(findings: Sequence[Finding]) -> str:
    """Begin a sentence with the number of findings by severity.

    >>> findings_in([])
    'Nothing found'
    """
    count = len(standing(findings))
    return f"{counted(count, 'finding')} ({severity_line(findings)})" if findings else "Nothing found"


def relation_sentence(relation: Relation) -> str:
    """Say what the candidate is to the reference.

    >>> from compare.model import Relation
    >>> print(relation_sentence(Relation(kind="excerpt", same_piece=True, confidence=0.6,
    ...                                  reference_coverage=0.4, candidate_coverage=1.0)))
    Probably an excerpt of the same piece.
    """
    phrase = _RELATIONS[relation.kind]
    if relation.confidence < _DOUBTFUL:
        phrase = f"Probably {phrase[0].lower()}{phrase[1:]}"
    # What makes a copy look like a machine's is in the verdict that follows; that nothing differs needs no reason.
    if relation.reason and relation.kind not in ("identical", "machine-made"):
        return f"{phrase}: {one_line(relation.reason)}."
    return f"{phrase}."


def verdict(report: Report) -> str:
    """Say whether the candidate can be trusted, and what is worst about it."""
    if report.relation.kind == "different":
        return "No findings are listed: the two cannot be compared, and the figures below say only that."
    findings = standing(report.findings)
    grave = [finding for finding in findings if finding.severity in ("critical", "major")]
    minor = sum(finding.severity == "minor" for finding in findings)
    if grave:
        counts = Counter(finding.severity for finding in grave)
        sure = [one for one in grave if one.severity == "critical" and one.confidence >= _SURE]
        if report.relation.kind == "retold" and not sure:
            return (
                "What it says is told in other words, so that findings on single words are hints: "
                f"{counted(len(grave), 'place')} to look at{_named(grave)}."
            )
        how_many = listed([f"{counts[level]} {level}" for level in ("critical", "major") if counts[level]])
        last = counts["major"] or counts["critical"]  # the noun goes with the number before it
        opening = "Not to be used as it stands" if counts["critical"] else "To be looked at before use"
        return f"{opening}: {how_many} {'error' if last == 1 else 'errors'}{_named(grave)}."
    if minor and report.relation.kind != "retold":
        mild = [finding for finding in findings if finding.severity == "minor"]
        return f"Nothing grave, but {counted(minor, 'minor fault')}{_named(mild)}."
    if report.relation.kind == "retold":
        return (
            "Nothing grave was found; fidelity counts how many of the words were kept, and these are others."
        )
    if report.scores.fidelity < _WORDING_DIFFERS:
        return "No fault was found by name, but the wording differs."
    groups = dict(neutral_groups(findings))
    nothing = "Nothing is wrong in what it gives" if report.relation.kind == "excerpt" else "Nothing is wrong"
    if UNSURE in groups:
        return f"Nothing that counts was found; {counted(len(groups[UNSURE]), 'place')} may be worth a look."
    if groups:
        return f"{nothing}; what differs is style."
    return f"{nothing}."


def coverage(report: Report) -> str:
    """Say how much of each side has a partner on the other."""
    relation = report.relation
    return (
        f"{percent(relation.reference_coverage)} of the reference’s words have a partner, "
        f"{percent(relation.candidate_coverage)} of the candidate’s"
    )


def _named(findings: Sequence[Finding]) -> str:
    """Name the kinds of some findings, the graver and the more frequent first."""
    kinds: dict[str, list[int]] = {}
    for finding in findings:
        entry = kinds.setdefault(finding.kind, [len(SEVERITIES), 0])
        entry[0] = min(entry[0], SEVERITIES.index(finding.severity))
        entry[1] += 1
    order = sorted(kinds, key=lambda kind: (kinds[kind][0], -kinds[kind][1], kind))
    named = [f"{kinds[kind][1]} {noun(kind, kinds[kind][1])}" for kind in order[:_NAMED_KINDS]]
    return f" ({', '.join(named)})" if len(order) <= _NAMED_KINDS else f", among them {listed(named)}"
