"""How much of all the ways through two texts leads over each pair of sentences (forward and backward, Baum 1972).

One best alignment says nothing of how sure it is. Summed over all alignments that keep the order of both sides, a pair
whose neighbours are likely gains, and one off every likely way loses, however many words it shares.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy

if TYPE_CHECKING:
    from compare.align.measures import FloatArray
    from compare.settings import AlignSettings

_NEVER: Final = -1e9
MOST_LOG_ODDS: Final = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """``log_odds`` of each pair to lie on the way, -12 to 12, and the ``evidence`` for any way at all.

    The evidence, in nats a sentence of the shorter side, is what all ways together are worth beyond the way without a
    link: next to nothing for two strangers.
    """

    log_odds: FloatArray
    evidence: float


def paths(log_odds: FloatArray, *, settings: AlignSettings) -> Paths:
    """Sum over all ways that keep the order of both sides.

    Args:
        log_odds: of each pair by itself, reference sentences × candidate sentences, neither side empty.
        settings: what it costs to leave a sentence alone, and to give one a second partner.

    >>> import numpy
    >>> from compare.settings import DEFAULTS
    >>> seen = paths(numpy.array([[4.0, 0.0], [0.0, 4.0]]), settings=DEFAULTS.align).log_odds
    >>> bool(seen[0, 0] > 0 > seen[1, 0])
    True
    """
    worth = settings.path_trust * log_odds
    rows, columns = worth.shape
    both_ways = numpy.stack([worth, worth[::-1, ::-1]])
    (before, after), total = _ending(both_ways, settings.path_skip, settings.path_extend)
    # both hold the worth of the pair itself
    share = numpy.minimum(before + after[::-1, ::-1] - worth - total, -1e-9)
    odds = share - numpy.log(-numpy.expm1(share))
    return Paths(
        log_odds=numpy.clip(odds, -MOST_LOG_ODDS, MOST_LOG_ODDS),
        evidence=(total + settings.path_skip * (rows + columns)) / min(rows, columns),
    )


def _ending(worth: FloatArray, skip: float, extend: float) -> tuple[FloatArray, float]:
    """Give the logarithm of the summed worth of all ways that end with each pair, and that of all whole ways.

    Diagonal by diagonal: what a pair rests on lies on the two diagonals before its own. Several arrays of one shape go
    side by side, for most of the time is the call of numpy; the worth of all whole ways is that of the first.
    """
    count, rows, columns = worth.shape
    found = numpy.zeros((count, rows, columns))
    mirrored = worth[:, :, ::-1]

    def nothing() -> FloatArray:
        return numpy.full((count, rows + 1), _NEVER)

    # by place on the reference side: ways that end with a link; whose last link is in this row; all ways up to here
    link, in_row, whole, whole_before = nothing(), nothing(), nothing(), nothing()
    whole_before[:, 0] = 0.0
    whole[:, : min(1, rows) + 1] = -skip
    for diagonal in range(2, rows + columns + 1):
        low, high = max(1, diagonal - columns), min(rows, diagonal - 1)
        here, above = slice(low, high + 1), slice(low - 1, high)
        own = mirrored.diagonal(columns + 1 - diagonal, 1, 2)
        again = numpy.logaddexp(link[:, above], link[:, here]) - extend
        linked = own + numpy.logaddexp(whole_before[:, above], again)
        last_here = numpy.logaddexp(linked, in_row[:, here] - skip)
        up_to_here = numpy.logaddexp(last_here, whole[:, above] - skip)
        places = numpy.arange(low, high + 1)
        found[:, places - 1, diagonal - places - 1] = linked
        for spare in (link, in_row, whole_before):
            spare.fill(_NEVER)
        whole_before, whole = whole, whole_before
        link[:, here], in_row[:, here], whole[:, here] = linked, last_here, up_to_here
        if diagonal <= columns:
            whole[:, 0] = -skip * diagonal
        if diagonal <= rows:
            whole[:, diagonal] = -skip * diagonal
    return found, float(whole[0, rows])
