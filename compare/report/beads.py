"""Beads a line, ``[0,1]:[0]``: the form that sentence aligners share (vecalign, Bertalign)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.model import Alignment


def render(alignment: Alignment) -> str:
    r"""Give every bead on a line of its own, reference indices first, counted from 0.

    >>> from compare.model import Alignment, Bead
    >>> bead = Bead(index=0, reference=(0, 1), candidate=(0,), kind="changed")
    >>> render(Alignment(beads=(bead,)))
    '[0,1]:[0]\n'
    """
    return "".join(f"{_indices(bead.reference)}:{_indices(bead.candidate)}\n" for bead in alignment.beads)


def _indices(indices: tuple[int, ...]) -> str:
    return f"[{','.join(map(str, indices))}]"
