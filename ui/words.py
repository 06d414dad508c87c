"""Every word of the interface in one place, so that it can be translated."""

from __future__ import annotations

from typing import Any, Final

PRODUCT: Final = "truecopy"

PANELS: Final = {
    "texts": "Side by side",
    "summary": "Summary",
    "versions": "Versions",
    "facts": "Facts",
    "review": "Review",
    "batch": "Batch",
    "help": "Help",
}

SEVERITIES: Final = {"critical": "critical", "major": "major", "minor": "minor", "neutral": "style"}

KINDS: Final = {
    "repetition-loop": "loop",
    "doubled-word": "doubled word",
    "dropped-sentence": "dropped sentence",
    "dropped-clause": "dropped clause",
    "dropped-name": "dropped name",
    "dropped-number": "dropped number",
    "added-sentence": "added sentence",
    "added-clause": "added clause",
    "number": "number",
    "name": "name",
    "name-inconsistent": "name in several spellings",
    "polarity": "sense reversed",
    "meaning": "meaning",
    "untranslated": "untranslated",
    "fragment": "fragment",
    "grammar": "grammar",
    "punctuation": "punctuation",
    "spelling": "spelling",
    "ocr": "scanning error",
    "style": "style",
    "moved": "moved",
}

VERDICTS: Final = {"accepted": "accepted", "dismissed": "dismissed", "open": "open"}

COMPONENT: Final[dict[str, Any]] = {
    "search": "Search findings and texts",
    "findings": "Findings",
    "sideBySide": "Reference and candidate side by side",
    "map": "Map of the document: a mark for each finding; a click goes there",
    "reference": "reference",
    "candidate": "candidate",
    "count": "{shown} of {all} findings",
    "none": "No findings.",
    "noneLeft": "No finding passes the filters.",
    "more": "{count} more",
    "kind": "Kind",
    "allKinds": "All kinds",
    "anyConfidence": "Any confidence",
    "atLeast": "At least {percent} % sure",
    "hideDone": "Hide reviewed",
    "folding": "Fold equal",
    "show": "show",
    "hide": "hide",
    "folds": {
        "equal": "{count} sentences alike",
        "outside": "{count} sentences outside the excerpt",
        "boilerplate": "{count} lines of web furniture",
    },
    "moved": "moved",
    "dropped": "dropped",
    "added": "added",
    "boilerplate": "web furniture",
    "elsewhere": "stands at sentence {number} on the other side: go there",
    "gap": "Something is missing here",
    "severity": "Severity",
    "category": "MQM",
    "confidence": "Confidence",
    "referenceSays": "Reference",
    "candidateSays": "Candidate",
    "reason": "Why (optional)",
    "correct": "Correct the severity",
    "accept": "Accept",
    "dismiss": "Dismiss",
    "undo": "Take back",
    "verdicts": VERDICTS,
    "severities": SEVERITIES,
    "keysTitle": "Keys",
    "keys": {
        "n": "next finding",
        "p": "previous finding",
        "j": "next row",
        "k": "previous row",
        "/": "search",
        "f": "fold or unfold what is alike",
        "?": "this help",
    },
    "marks": {
        "changed": "other words",
        "dropped": "dropped",
        "added": "added",
        "moved": "moved",
        "loop": "loop",
        "style": "style",
    },
}

INPUTS: Final = {
    "panel": "What to show",
    "reference": "Reference",
    "candidate": "Candidate",
    "against": "against",
    "add": "Add a version",
    "upload": "Text files",
    "paste": "Paste a text",
    "paste_name": "Name of the pasted text",
    "paste_add": "Add it",
    "pasted": "pasted {number}",
    "remove": "Remove",
    "demonstration": "the demonstration",
    "reading": "Reading {name} …",
    "comparing": "Comparing {candidate} with {reference} …",
    "two": "Add a second version: it takes two to compare.",
    "gone": "{name} is not open any more; the page shows another pair.",
    "export": "Export",
}

EXPORTS: Final = {
    "html": "Report as a page (HTML)",
    "markdown": "Report as Markdown",
    "json": "Report as JSON",
    "csv": "Findings as a table (CSV)",
}

REVIEW: Final = {
    "reviewer": "Your name, kept with each verdict",
    "anonymous": "anonymous",
    "left": "{open} of {all} findings still open",
    "kept": "Kept in {place}.",
    "passing": "Kept only while this page is open: start with files named, or with --reviews URL.",
    "finding": "Finding",
    "text": "Text",
    "verdict": "Verdict",
    "severity": "Severity",
    "why": "Why",
    "by": "By",
    "others": "Others said",
    "none": "Nothing was reviewed yet: choose a finding in the side by side and accept or dismiss it.",
    "csv": "Verdicts as a table (CSV)",
    "marot": "Verdicts for Marot (TSV)",
    "toml": "Dismissals for the command line (TOML)",
    "bulk": "Dismiss all open findings of a kind",
    "bulk_kind": "Kind",
    "bulk_reason": "Why",
    "bulk_go": "Dismiss {count}",
    "bulk_needs": "Say why: a dismissal without a reason helps nobody later.",
}

VERSIONS: Final = {
    "collating": "Setting all versions in one table …",
    "base": "base",
    "lacking": "not here",
    "lackingOdd": "not here, but most others have it",
    "outside": "beyond this excerpt",
    "moved": "moved",
    "votesTitle": "Who has what",
    "votes": "{count} of {all} have",
    "nothing": "nothing",
    "onlyVariants": "Only rows in which the versions differ",
}

GUIDE: Final = """
#### What you see

The **reference** is the version that counts as true; the **candidate** is judged against it. Both are cut into
sentences and set against each other. The list on the left holds what was found; choose a finding and the texts go
there. Stretches that are alike, outside an excerpt, or furniture of a web page fold to a line; choose the line to open it.

#### How to read the marks

- ~~struck through~~ with a bar: stands in the reference, missing in the candidate; `⌄` is the place where it belongs
- underlined: stands only in the candidate
- dashed: other words for the same place
- dotted: a difference of style alone, such as British and American spelling; it takes nothing off the score
- `⇅`: stands elsewhere on the other side; choose the tag to go there
- `⟲ ×12`: something is said twelve times over

#### The score

Fidelity is 100 less the points that *Summary* lists one by one. In brackets stands the range in which it would lie with
95 % confidence if the same hand had made another text of this length.

#### Review

Accept a finding, dismiss it with a reason, or correct its severity. *Review* shows how much is left and gives the
verdicts as files; the dismissals file makes the command line silent about the same findings.

#### Keys
"""

SUMMARY: Final = {
    "fidelity": "Fidelity",
    "interval": "{low}–{high}",
    "interval_help": "95 % interval, by bootstrap over the document",
    "covers": "Reference covered",
    "candidate_covers": "Candidate explained",
    "mqm": "MQM per 1,000 words",
    "penalty": "Expected MQM penalty",
    "sum": "How the score adds up: 100 less these points",
    "points": "Points",
    "reason": "For",
    "metrics": "Metrics",
    "signature": "Computed with",
    "counts": "Findings by severity and kind",
    "kind": "Kind",
    "nothing": "Nothing was taken off.",
}
