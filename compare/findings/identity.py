"""Short names of findings that outlive an edit elsewhere: baselines and dismissals rest on them.

A finding is known by its kind, by the words it points at on both sides and by the few words that follow in
its sentence. What stands *before* a finding has no part in it, so text added before leaves the name as it
was; equal findings are told apart by counting from the end of the text, for the same reason.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Document, Finding, Span

HEX_DIGITS: Final = 8
CONTEXT_WORDS: Final = 3
LONGEST_CONTEXT: Final = (
    80  # code points read for the context, so that a line of 10 MB costs no more than another
)


def _following(document: Document, place: Span, sentence_ends: Sequence[int]) -> str:
    """The first words after a place, within its sentence."""
    from bisect import bisect_left

    at = bisect_left(sentence_ends, place.end)
    end = min(sentence_ends[at] if at < len(sentence_ends) else place.end, place.end + LONGEST_CONTEXT)
    return " ".join(document.text[place.end : end].split()[:CONTEXT_WORDS])


def with_ids(
    findings: Sequence[Finding], candidate: Document, reference: Document | None
) -> tuple[Finding, ...]:
    """The same findings, each with an ``id`` of eight hexadecimal digits that no other of them has.

    Args:
        findings: findings in the order of the text.
        candidate: the document that their candidate spans lie in.
        reference: the document that their reference spans lie in, if there is one.

    Returns:
        The findings in the same order; an ``id`` that was already there is replaced.
    """
    from dataclasses import replace

    ends = {
        id(document): [sentence.end for sentence in document.sentences]
        for document in (candidate, reference)
        if document is not None
    }

    def known_by(finding: Finding) -> str:
        parts = [finding.kind]
        for place, document in ((finding.candidate, candidate), (finding.reference, reference)):
            if place is None or document is None:
                parts.append("")
                continue
            parts.append(" ".join(place.text.split()))
            if document is candidate or finding.candidate is None:
                parts.append(_following(document, place, ends[id(document)]))
        return "\x1f".join(parts)

    times: dict[str, int] = {}
    taken: set[str] = set()
    named: list[Finding] = []
    for finding in reversed(findings):
        key = known_by(finding)
        ordinal = times[key] = times.get(key, -1) + 1
        name, attempt = "", 0
        while not name or name in taken:
            salted = f"{key}\x1f{ordinal}\x1f{attempt}".encode("utf-8", "surrogatepass")
            name = hashlib.sha256(salted).hexdigest()[:HEX_DIGITS]
            attempt += 1
        taken.add(name)
        named.append(replace(finding, id=name))
    return tuple(reversed(named))
