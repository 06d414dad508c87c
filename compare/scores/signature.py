"""A short line that names everything which changes a number, after sacrebleu's (Post 2018).

    truecopy:0.1.0|splitter:punkt-3.9|settings:5f1c…|weights:a83e…|metrics:2.6.0|python:no

Two reports compare only under equal signatures; `difference` says in words what sets two apart.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from compare.scores.rules import rules_digest
from compare.scores.versions import installed_version
from compare.settings import DEFAULTS, Settings
from compare.text.wordnet import wordnet_digest

if TYPE_CHECKING:
    from collections.abc import Sequence

MEANINGS: Final = {
    "truecopy": "version of truecopy",
    "nltk": "version of the sentence splitter",
    "wordfreq": "version of the word frequencies",
    "sacrebleu": "version of sacrebleu",
    "metrics": "metrics that were computed",
    "input": "form of the input",
    "findings": "whether findings were looked for",
    "layout": "settings of the layout",
    "align": "settings of the alignment",
    "find": "settings of the findings",
    "synonyms": "lexicon of synonyms beside the lists",
    "rules": "constants and word lists of the rules",
    "scores": "settings of the scores",
    "weights": "fitted weights of the penalty",
    "references": "references of which the best passages count",
    "dismissed": "findings that were dismissed and do not count",
}
"""What each key of a signature stands for, in the order in which they are written."""


def signature(
    settings: Settings = DEFAULTS,
    *,
    metrics: Sequence[str] = (),
    segments: bool = False,
    findings: bool = True,
) -> str:
    """Write the signature of scores made with these settings.

    Args:
        settings: every threshold and weight.
        metrics: names of the metrics that were computed.
        segments: whether the input was aligned line by line, not as documents.
        findings: whether findings were looked for.

    >>> signature().split("|")[0].startswith("truecopy:")
    True
    """
    from compare import __version__

    lexicon = settings.findings.synonyms
    parts = {
        "truecopy": __version__,
        "nltk": installed_version("nltk"),
        "wordfreq": installed_version("wordfreq"),
        "sacrebleu": installed_version("sacrebleu"),
        "metrics": "+".join(metrics) or "none",
        "input": "lines" if segments else "documents",
        "findings": "yes" if findings else "no",
        **_settings_hashes(settings),
        **({"synonyms": f"{lexicon}-{wordnet_digest()}"} if lexicon else {}),
        "rules": rules_digest(),
        "weights": _weights_hash(),
    }
    return "|".join(f"{key}:{value}" for key, value in parts.items())


def difference(first: str, second: str) -> tuple[str, ...]:
    """Say in words what sets two signatures apart; empty where scores made under them compare.

    >>> difference("truecopy:0.1.0|scores:1f", "truecopy:0.2.0|scores:1f")
    ('version of truecopy: 0.1.0 against 0.2.0',)
    >>> difference("truecopy:0.1.0", "truecopy:0.1.0")
    ()
    """
    one, two = _parts(first), _parts(second)
    keys = [key for key in MEANINGS if key in one or key in two]
    keys += sorted((one.keys() | two.keys()) - set(keys))
    return tuple(
        f"{MEANINGS.get(key, key)}: {one.get(key, 'none')} against {two.get(key, 'none')}"
        for key in keys
        if one.get(key) != two.get(key)
    )


def _parts(text: str) -> dict[str, str]:
    return dict(part.partition(":")[::2] for part in text.split("|") if part)


@lru_cache(maxsize=16)
def _settings_hashes(settings: Settings) -> dict[str, str]:
    return {
        "layout": _hash(asdict(settings.layout)),
        "align": _hash(asdict(settings.align)),
        # which lexicon was asked has a key of its own, that says its contents too
        "find": _hash({key: value for key, value in asdict(settings.findings).items() if key != "synonyms"}),
        "scores": _hash(asdict(settings.scores)),
    }


def _hash(value: Any) -> str:
    written = json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(written.encode()).hexdigest()[:8]


@cache
def _weights_hash() -> str:
    folder = files("compare.scores") / "data"
    digest = hashlib.sha256()
    for item in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if item.name.endswith(".json"):
            digest.update(item.read_bytes())
    return digest.hexdigest()[:8]
