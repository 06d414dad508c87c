"""Many pairs: a manifest in, a table of results out, on one machine or on a cluster, and never twice the same work.

    manifest → rows → parts → a worker each → part files → one result, its findings, its summary

``score_table`` is the part that does the work: a table in, a table out, nothing read and nothing written, so that any
engine can call it. Everything else only feeds it and keeps what it gives.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from compare.batch.tables import score_table

__all__ = ["score_table"]


def __getattr__(name: str) -> Any:
    """Load the public name when it is first asked for (PEP 562): pyarrow is an extra."""
    if name == "score_table":
        from compare.batch.tables import score_table

        return score_table
    raise AttributeError(f"module 'compare.batch' has no attribute {name!r}")
