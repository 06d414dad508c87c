"""chrF, BLEU and TER, as sacrebleu computes them, with sacrebleu's signatures.

Popović (2015) for chrF, Papineni et al. (2002) for BLEU, Snover et al. (2006) for TER, Post (2018), "A Call for
Clarity in Reporting BLEU Scores", for the signature. A bead is a segment, so that a sentence split in two is not
an error.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from compare.errors import BadInput
from compare.scores.chrf import chrf_scores

if TYPE_CHECKING:
    from collections.abc import Sequence

METRICS: Final = ("chrf", "bleu", "ter")


@cache
def _metric(name: str, *, sentence: bool = False) -> Any:
    # Imported here: sacrebleu costs a tenth of a second, and only scoring needs it.
    from sacrebleu.metrics import BLEU, CHRF, TER

    match name:
        case "chrf":
            return CHRF()
        case "bleu":
            return BLEU(effective_order=sentence)
        case "ter":
            return TER()
        case _:
            raise BadInput(f"{name} is not a metric; choose among {', '.join(METRICS)}")


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
    return {
        name: round(_metric(name).corpus_score(list(candidates), [list(references)]).score, 4)
        for name in names
    }


def segment_chrf(references: Sequence[str], candidates: Sequence[str]) -> list[float]:
    """Compute sacrebleu's sentence chrF of each pair, 0 to 100; two empty segments agree entirely.

    >>> segment_chrf(["", "Snow fell."], ["", "Rain."])
    [100.0, 4.878]
    """
    scores = chrf_scores(references, candidates, _metric("chrf"))
    return [
        100.0 if reference == candidate else round(score, 4)
        for reference, candidate, score in zip(references, candidates, scores, strict=True)
    ]


def metric_signatures(names: Sequence[str]) -> dict[str, str]:
    """Give sacrebleu's signature of each metric, by name.

    >>> metric_signatures(["chrf"])["chrf"].startswith("nrefs:1|case:mixed")
    True
    """
    signatures = {}
    for name in names:
        metric = _metric(name)
        # The signature knows the number of references only after one score.
        metric.corpus_score(["x"], [["x"]])
        signatures[name] = str(metric.get_signature())
    return signatures
