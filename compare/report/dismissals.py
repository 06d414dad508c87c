"""Dismissals: findings that a person has looked at and does not want to hear of again, each with a reason.

They stand in a TOML file (``truecopy.toml``, or any other named with ``--dismissals``), one table each::

    [[dismiss]]
    kind = "spelling"
    text = "Tidewell"
    reason = "the firm's own name"

A finding is dismissed where everything holds that its table says: ``id``, ``kind`` (one or a list), ``file`` (a
pattern for the candidate's name, such as ``*-de.txt``), ``sentence`` (of the candidate, counted from 1), ``text`` (the
very words on either side), ``pattern`` (a regular expression that finds something in the words of either side).
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from compare.errors import BadReport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.model import Document, Finding

_CRITERIA: Final = ("id", "kind", "file", "sentence", "text", "pattern")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """What is dismissed, and why; a criterion that is ``None`` holds for every finding."""

    reason: str
    id: str | None = None
    kind: tuple[str, ...] | None = None
    file: str | None = None
    sentence: int | None = None
    text: str | None = None
    pattern: re.Pattern[str] | None = None

    def covers(self, finding: Finding, candidate: Document) -> bool:
        """Whether everything that the dismissal says holds for a finding."""
        words = [span.text for span in (finding.reference, finding.candidate) if span is not None]
        return (
            (self.id is None or self.id == finding.id)
            and (self.kind is None or finding.kind in self.kind)
            and (self.file is None or _is_named(candidate.name, self.file))
            and (self.sentence is None or self._is_in_sentence(finding, candidate))
            and (self.text is None or self.text in words)
            and (self.pattern is None or any(self.pattern.search(text) for text in words))
        )

    def _is_in_sentence(self, finding: Finding, candidate: Document) -> bool:
        if finding.candidate is None or self.sentence is None or self.sentence > len(candidate.sentences):
            return False
        sentence = candidate.sentences[self.sentence - 1]
        return sentence.start <= finding.candidate.start <= sentence.end


def dismissals(toml: str, name: str) -> tuple[Dismissal, ...]:
    r"""Read the dismissals of a TOML file; its other tables are left alone.

    Args:
        toml: the text of the file.
        name: what to call the file in an error.

    Raises:
        BadReport: it is not TOML, or a table says something that is not understood.

    >>> [only] = dismissals('[[dismiss]]\nkind = "style"\nreason = "house style"', "truecopy.toml")
    >>> only.kind, only.reason
    (('style',), 'house style')
    """
    try:
        tables = tomllib.loads(toml).get("dismiss", [])
    except tomllib.TOMLDecodeError as error:
        raise BadReport(f"{name} is not TOML: {error}; mend that line") from error
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise BadReport(f"{name}: dismissals are written as tables, each under a line [[dismiss]]")
    return tuple(_dismissal(table, f"{name}: dismissal {number}") for number, table in enumerate(tables, 1))


def dismissed(
    findings: Iterable[Finding], candidate: Document, dismissals: Iterable[Dismissal]
) -> tuple[Finding, ...]:
    """Give the findings, in order, those that a dismissal covers with its reason."""
    known = tuple(dismissals)
    return tuple(
        next(
            (replace(finding, dismissed=entry.reason) for entry in known if entry.covers(finding, candidate)),
            finding,
        )
        for finding in findings
    )


def toml_table(finding: Finding, candidate: Document, reason: str) -> str:
    """Write the dismissal of one finding as a table to append to the file.

    The comment says what it was: an id alone tells a later reader nothing.
    """
    said = " ".join(finding.message.split())
    comment = "".join(character for character in said if character.isprintable())
    return (
        f"\n# {comment} ({PurePath(candidate.name).name!r}, {finding.kind})\n"
        f"[[dismiss]]\nid = {_toml_string(finding.id)}\nreason = {_toml_string(reason)}\n"
    )


def _dismissal(table: dict[str, Any], where: str) -> Dismissal:
    unknown = sorted(set(table) - {*_CRITERIA, "reason"})
    if unknown:
        raise BadReport(
            f"{where}: {unknown[0]!r} is not understood; choose {', '.join(_CRITERIA)} and reason"
        )
    reason = table.get("reason")
    if not isinstance(reason, str) or not reason.strip():
        raise BadReport(f'{where} has no reason; add reason = "…"')
    if len(table) < 2:
        raise BadReport(f"{where} would dismiss everything; add one of {', '.join(_CRITERIA)}")
    for key in ("id", "file", "text", "pattern"):
        if not isinstance(table.get(key, ""), str):
            raise BadReport(f"{where}: {key} must be a string")
    sentence = table.get("sentence")
    if sentence is not None and (not isinstance(sentence, int) or isinstance(sentence, bool) or sentence < 1):
        raise BadReport(f"{where}: sentence must be a number from 1")
    return Dismissal(
        reason=reason,
        id=table.get("id"),
        kind=_kinds(table.get("kind"), where),
        file=table.get("file"),
        sentence=sentence,
        text=table.get("text"),
        pattern=_pattern(table.get("pattern"), where),
    )


def _kinds(value: object, where: str) -> tuple[str, ...] | None:
    if value is None:
        return None
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(kind, str) for kind in values):
        raise BadReport(f"{where}: kind must be a string or a list of strings")
    return tuple(values)


def _pattern(value: str | None, where: str) -> re.Pattern[str] | None:
    if value is None:
        return None
    try:
        return re.compile(value)
    except re.error as error:
        raise BadReport(f"{where}: pattern is not a regular expression: {error}") from error


def _is_named(name: str, pattern: str) -> bool:
    return fnmatchcase(name, pattern) or fnmatchcase(PurePath(name).name, pattern)


def _toml_string(text: str) -> str:
    # A JSON string is a TOML string but for DEL, which TOML wants escaped. Its surrogate escapes are not TOML,
    # so everything beyond ASCII stands as it is.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
