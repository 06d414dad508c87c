"""Several systems against one reference, best first, with what is known of their differences."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final

from compare.scores.significance import (
    SIGNIFICANCE,
    approximate_randomisation,
    clusters,
    holm,
    paired_bootstrap,
)
from compare.settings import DEFAULTS, ScoreSettings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from compare.model import Scores
    from compare.scores.units import Unit

SCHEMA: Final = "truecopy.ranking/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two systems, the better one first: by how much, and whether it may be chance.

    ``bootstrap`` and ``randomisation`` are p-values as tested, ``corrected`` is the larger of the two after Holm's
    correction for all pairs of the ranking.
    """

    better: str
    worse: str
    difference: float
    bootstrap: float
    randomisation: float
    corrected: float

    @property
    def is_significant(self) -> bool:
        """Whether the difference is unlikely to be chance, at 5 % after correction."""
        return self.corrected < SIGNIFICANCE

    def to_dict(self) -> dict[str, Any]:
        """Give the comparison as JSON has it."""
        return {
            "better": self.better,
            "worse": self.worse,
            "difference": self.difference,
            "bootstrap": self.bootstrap,
            "randomisation": self.randomisation,
            "corrected": self.corrected,
            "significant": self.is_significant,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """One system in its place: its scores, and the cluster of systems that it cannot be told from."""

    name: str
    rank: int
    cluster: int
    scores: Scores

    def to_dict(self) -> dict[str, Any]:
        """Give the system as JSON has it; the sum is left to the system's own report."""
        scores = self.scores.to_dict()
        del scores["sum"]
        return {"name": self.name, "rank": self.rank, "cluster": self.cluster, "scores": scores}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """All systems, best first, and every pair of them compared; ``baseline`` is what the others are held against."""

    reference: str
    baseline: str
    systems: tuple[Ranked, ...]
    comparisons: tuple[Comparison, ...]
    signature: str
    version: str
    remarks: tuple[str, ...] = ()

    def against_baseline(self) -> dict[str, Comparison]:
        """Give the comparison of each other system with the baseline, by the other's name."""
        return {
            comparison.worse if comparison.better == self.baseline else comparison.better: comparison
            for comparison in self.comparisons
            if self.baseline in (comparison.better, comparison.worse)
        }

    def to_dict(self) -> dict[str, Any]:
        """Give the ranking as JSON has it (``truecopy.ranking/1``)."""
        return {
            "schema": SCHEMA,
            "version": self.version,
            "signature": self.signature,
            "reference": self.reference,
            "baseline": self.baseline,
            "systems": [system.to_dict() for system in self.systems],
            "comparisons": [comparison.to_dict() for comparison in self.comparisons],
            "remarks": list(self.remarks),
        }


def ranking(
    scores: Mapping[str, Scores],
    units: Mapping[str, Sequence[Unit]],
    *,
    reference: str,
    signature: str,
    version: str,
    baseline: str | None = None,
    settings: ScoreSettings = DEFAULTS.scores,
) -> Ranking:
    """Order systems by fidelity and compare every pair.

    Args:
        scores: the scores of each system, by its name.
        units: the units of each system, over the same stretches of the reference.
        reference: name of the reference.
        signature: what the scores were made with.
        version: version of truecopy.
        baseline: name of the system that the others are held against; the best if left out.
        settings: samples and seed of the tests.
    """
    names = sorted(scores, key=lambda name: (-scores[name].fidelity, name))
    pairs = list(combinations(names, 2))
    masses = {name: [(unit.kept, unit.cost) for unit in units[name]] for name in names}
    bootstrap = [paired_bootstrap(masses[one], masses[two], settings) for one, two in pairs]
    randomisation = [approximate_randomisation(masses[one], masses[two], settings) for one, two in pairs]
    corrected = holm([max(chances) for chances in zip(bootstrap, randomisation, strict=True)])
    comparisons = tuple(
        Comparison(
            better=one,
            worse=two,
            difference=round(scores[one].fidelity - scores[two].fidelity, 6),
            bootstrap=round(bootstrap[place], 6),
            randomisation=round(randomisation[place], 6),
            corrected=round(corrected[place], 6),
        )
        for place, (one, two) in enumerate(pairs)
    )
    homes = clusters(names, dict(zip(pairs, corrected, strict=True)))
    remarks = _remarks(names, scores)
    return Ranking(
        reference=reference,
        baseline=names[0] if baseline is None and names else baseline or "",
        systems=tuple(
            Ranked(name=name, rank=place, cluster=home, scores=scores[name])
            for place, (name, home) in enumerate(zip(names, homes, strict=True), start=1)
        ),
        comparisons=comparisons,
        signature=signature,
        version=version,
        remarks=remarks,
    )


def _remarks(names: Sequence[str], scores: Mapping[str, Scores]) -> tuple[str, ...]:
    """Give each remark once, with the systems that it is of where it is not of all."""
    owners: dict[str, list[str]] = {}
    for name in names:
        for remark in scores[name].remarks:
            owners.setdefault(remark, []).append(name)
    return (
        *_inverted(names, scores),
        *(
            remark if len(own) == len(names) else f"{', '.join(own)}: {remark}"
            for remark, own in sorted(owners.items())
        ),
    )


def _inverted(names: Sequence[str], scores: Mapping[str, Scores]) -> tuple[str, ...]:
    """Say which systems stand above a system without critical errors that have some: the order is one of kept words."""
    critical = [scores[name].counts.get("critical", 0) for name in names]
    if 0 not in critical:
        return ()
    last = len(names) - 1 - critical[::-1].index(0)
    above = [name for place, name in enumerate(names[:last]) if critical[place]]
    sound = [name for place, name in enumerate(names) if not critical[place] and any(critical[:place])]
    if not above:
        return ()
    return (
        f"{', '.join(above)} with critical errors {'stands' if len(above) == 1 else 'stand'} above "
        f"{', '.join(sound)} without any: the order is one of kept words, so look at the findings, too",
    )
