"""chrF, BLEU and TER: the numbers of sacrebleu, with its signatures.

Popović (2015) for chrF, Papineni et al. (2002) for BLEU, Snover et al. (2006) for TER, Post (2018), "A Call for
Clarity in Reporting BLEU Scores", for the signature. A bead is a segment, so that a sentence split in two is not
an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from compare.errors import BadInput
from compare.scores.bleu import corpus_bleu
from compare.scores.chrf import chrf_scores, corpus_chrf
from compare.scores.versions import installed_version

if TYPE_CHECKING:
    from collections.abc import Sequence

METRICS: Final = ("chrf", "bleu", "ter")
_SIGNATURES: Final = {
    "chrf": "nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no",
    "bleu": "nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp",
    "ter": "nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no",
}
"""What sacrebleu writes of its defaults, but for its version; a test holds it so."""


def corpus_metrics(
    references: Sequence[str], candidates: Sequence[str], names: Sequence[str]
) -> dict[str, float]:
    """Compute some metrics over aligned segments.

    Args:
        references: the true segments.
        candidates: the judged segments, as many.
        names: which of ``chrf``, ``bleu``, ``ter``.

    Returns:
        By name, in the order of ``names``: chrF and BLEU 0 to 100, TER 0 and up, where less is better.

    >>> corpus_metrics(["The cat sat there."], ["The cat sat there."], ["chrf"])
    {'chrf': 100.0}
    """
    if not references:
        return dict.fromkeys(names, 0.0)
    return {name: round(_corpus_score(name, references, candidates), 4) for name in names}


def _corpus_score(name: str, references: Sequence[str], candidates: Sequence[str]) -> float:
    match name:
        case "chrf":
            return corpus_chrf(references, candidates)
        case "bleu":
            return corpus_bleu(references, candidates)
        case "ter":
            return float(_ter().corpus_score(list(candidates), [list(references)]).score)
        case _:
            raise BadInput(_unknown(name))


def _ter() -> Any:
    # Imported here: sacrebleu costs a tenth of a second, and only this metric needs it.
    from sacrebleu.metrics import TER

    return TER()


def _unknown(name: str) -> str:
    return f"{name} is not a metric; choose among {', '.join(METRICS)}"


def segment_chrf(references: Sequence[str], candidates: Sequence[str]) -> list[float]:
    """Compute sacrebleu's sentence chrF of each pair, 0 to 100; two empty segments agree entirely.

    >>> segment_chrf(["", "Snow fell."], ["", "Rain."])
    [100.0, 4.878]
    """
    scores = chrf_scores(references, candidates)
    return [
        100.0 if reference == candidate else round(score, 4)
        for reference, candidate, score in zip(references, candidates, scores, strict=True)
    ]


def metric_signatures(names: Sequence[str]) -> dict[str, str]:
    """Give sacrebleu's signature of each metric, by name.

    >>> metric_signatures(["chrf"])["chrf"].startswith("nrefs:1|case:mixed")
    True
    """
    for name in names:
        if name not in _SIGNATURES:
            raise BadInput(_unknown(name))
    version = installed_version("sacrebleu")
    return {name: f"{_SIGNATURES[name]}|version:{version}" for name in names}
