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

SEVERITIES: Final = {"critical": "critical", "major": "major", "minor": "minor", "neutral": "not counted"}

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
    "clear": "Clear filters",
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
    "link": "Copy link",
    "linked": "Copied",
    "linkHelp": "A link to this finding. It opens wherever this viewer has the same files.",
    "othersSaid": "Others",
    "elsewhereShort": "{number} on the other side",
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
        "/": "search; Enter goes to the next place in the text",
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

TEXTS: Final = {"sentence": "s. {number}"}

INPUTS: Final = {
    "panel": "What to show",
    "reference": "Reference: the version that counts as true",
    "candidate": "Candidate: the version that is judged",
    "against": "against",
    "swap": "Swap",
    "swap_help": "Let the candidate count as true, and judge the reference by it",
    "add": "Add versions",
    "upload": "Text files, up to {limit} MB each; several at once",
    "upload_help": "Text, Markdown, HTML, DOCX, PDF. Results of many pairs (JSON, JSONL, CSV, Parquet) open in Batch.",
    "paste": "Or paste a text",
    "paste_name": "Name of the pasted text",
    "paste_add": "Add it",
    "paste_empty": "There is nothing to add: paste a text first.",
    "pasted": "pasted {number}",
    "opened": "Open now",
    "remove": "Remove",
    "remove_help": "Remove {name}",
    "reading": "Reading {name} …",
    "comparing": "Comparing {candidate} with {reference} …",
    "comparing_long": "Comparing {candidate} with {reference}: {seconds} s. They are long; it may take a minute.",
    "stop": "Stop",
    "stopped": "Stopped. Nothing was changed; other versions can be chosen above.",
    "again": "Compare after all",
    "two": "Add a second version: it takes two to compare.",
    "none": "Add two versions of a text: upload files or paste them.",
    "gone": "{name} is not open here; the page shows another pair. Add the file to follow the link.",
    "too_slow": "Stopped after {seconds:.0f} s. The command line allows more: truecopy score --timeout",
    "too_large": "is {size:.1f} MB; the page takes {limit:.0f} MB. Compare it with: truecopy score REFERENCE CANDIDATE",
    "understood": "Understood",
    "fault": "A fault of the program, not of your files ({fault}). Choose another pair or reload; please report it.",
    "export": "Export",
}

GUESS: Final = {
    "demonstration": "A demonstration: an invented editorial and five versions of it. Add versions of your own.",
    "sentence": "{name} counts as true here because it is {reasons} ({detail}). Choose another above if it should not.",
    "both": "the fullest and {sound}",
    "excerpt": "{sound} that holds enough, {percent} % of the fullest",
    "soundest": "the soundest",
    "sound": "as sound as any",
    "detail": "{faults} faults that show without another version, {furniture} lines of web furniture",
}

NOTICES: Final[dict[str, Any]] = {
    "languages": (
        "{reference} seems to be {reference_language}, {candidate} {candidate_language}. "
        "Versions are compared word by word and must be in one language."
    ),
    "different": (
        "{candidate} seems to be no version of {reference}: they share too little. Choose another pair above."
    ),
    "names": {
        "en": "English",
        "de": "German",
        "fr": "French",
        "es": "Spanish",
        "pt": "Portuguese",
        "it": "Italian",
        "nl": "Dutch",
        "ru": "Russian",
        "zh": "Chinese",
        "ja": "Japanese",
    },
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
    "default_reason": "dismissed in the viewer",
    "no_database": "The database takes no verdicts ({reason}); they are kept only while this page is open.",
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
    "strangers": "Left out, being no versions of the same piece: {names}.",
    "overview": "Against {name}",
    "votesTitle": "Who has what",
    "votes": "{count} of {all} have",
    "nothing": "nothing",
    "onlyVariants": "Only rows in which the versions differ",
}

GUIDE: Final = """
## What you see

The **reference** is the version that counts as true; the **candidate** is judged against it. Both are cut into
sentences and set against each other. The list on the left holds what was found; choose a finding and the texts go
there. Stretches that are alike, outside an excerpt, or furniture of a web page fold to a line that opens when chosen.

## How to read the marks

- ~~struck through~~ with a bar: stands in the reference, missing in the candidate; `⌄` is the place where it belongs
- underlined: stands only in the candidate
- dashed: other words for the same place
- dotted: a difference of style alone, such as British and American spelling; it takes nothing off the score
- `⇅`: stands elsewhere on the other side; choose the tag to go there
- `⟲ ×12`: something is said twelve times over

## The score

Fidelity is 100 less the points that *Summary* lists one by one. In small stands the range in which it would lie with
95 % confidence if the same hand had made another text of this length.

## Review

Accept a finding, dismiss it with a reason, or correct its severity. *Review* shows how much is left and gives the
verdicts as files; the dismissals file makes the command line silent about the same findings.

## Keys
"""

SUMMARY: Final[dict[str, Any]] = {
    "fidelity": "Fidelity",
    "interval_help": "0 to 100; in small, the 95 % interval for a text of this length by the same hand",
    "covers": "Reference covered",
    "candidate_covers": "Candidate explained",
    "covers_line": "covers {reference} of the reference; {candidate} of the candidate has a partner",
    "dismissed": "{count} dismissed",
    "no_findings": "nothing found",
    "mqm": "MQM per 1,000 words",
    "penalty": "Expected MQM penalty",
    "sum": "How the score adds up",
    "metrics": "Metrics",
    "signature": "Computed with",
    "counts": "Findings by kind and severity",
    "kind": "Kind",
    "table": {
        "caption": "From 100 down to the fidelity: points taken off, and for what",
        "start": "A perfect copy",
        "points": "Points",
        "reason": "For",
        "left": "Left",
        "result": "Fidelity",
        "rest": "{count} smaller ones together",
        "all": "Show all",
        "nothing": "Nothing was taken off.",
        "go": "Show it in the text",
    },
}

FACTS: Final[dict[str, Any]] = {
    "none": "These versions hold no name and no figure.",
    "count": "**{all}** names and values in these versions; **{differing}** are not the same in all.",
    "kind": "What",
    "base": "base",
    "lacking": "sentence not here",
    "absent": "not here",
    "outside": "beyond this excerpt",
    "onlyDiffering": "Only those that differ",
    "all": "Names and values",
    "names": "Names",
    "values": "Values",
    "search": "Search names and values",
    "nothing": "Nothing passes these filters.",
    "odd": "stands against what most have",
    "kinds": {
        "name": "name",
        "number": "number",
        "money": "money",
        "percent": "per cent",
        "year": "year",
        "date": "date",
        "month": "month",
        "measure": "measure",
        "ordinal": "ordinal",
        "fraction": "fraction",
        "magnitude": "magnitude",
        "decade": "decade",
        "day": "day",
        "weekday": "weekday",
        "time": "time",
    },
}

BATCH: Final[dict[str, Any]] = {
    "upload": "Results of many pairs: JSON reports, JSON Lines, CSV, Parquet or DuckDB",
    "upload_help": "What truecopy batch writes; or truecopy score --format json, one report or a list.",
    "none": (
        "No results are open. Upload some, or start the viewer with a folder of JSON reports or a results file."
    ),
    "count": "{shown} of {all} pairs; {failed} failed",
    "how": "Choose a cell to read that pair side by side.",
    "search": "Search",
    "systems": "Systems",
    "kinds": "Findings",
    "range": "Fidelity",
    "sort": "Order",
    "sorts": {"worst": "worst first", "best": "best first", "id": "by piece", "system": "by system"},
    "id": "Piece",
    "system": "System",
    "fidelity": "Fidelity",
    "coverage": "Covered",
    "relation": "Relation",
    "error": "Error",
    "pairs": "Pairs",
    "spread": "How the fidelity is spread",
    "against": "System against system",
    "one": "Along",
    "other": "Up",
    "nothing_shared": "These two systems have no piece in common.",
    "no_texts": "{id}: the results name no texts that are here. Open whole reports, or results beside their files.",
    "back": "Back to the batch",
    "close": "Close the results",
}
