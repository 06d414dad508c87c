"""Tables: the pure function, a table of texts in and a table of results out, for any engine to call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from compare.batch.columns import COLUMNS, checked_columns
from compare.batch.rows import Row
from compare.batch.schema import scored_schema
from compare.batch.scoring import Task, record
from compare.batch.work import table_of
from compare.errors import BadInput
from compare.settings import DEFAULTS, Settings

if TYPE_CHECKING:
    from collections.abc import Sequence


def score_table(
    table: Any,
    *,
    check: bool = False,
    metrics: Sequence[str] = ("chrf", "bleu"),
    settings: Settings = DEFAULTS,
) -> Any:
    """Judge every row of a table of texts; nothing is read but the table, and nothing is written.

    Args:
        table: a ``pyarrow.Table`` (or a ``RecordBatch``) with the columns ``reference_text`` and ``candidate_text``,
            and perhaps ``id``, ``system``, ``source``; other columns are left aside.
        check: look at ``candidate_text`` alone, without a reference.
        metrics: which of ``chrf``, ``bleu``, ``ter`` to compute.
        settings: every threshold and weight.

    Returns:
        A ``pyarrow.Table`` with a row for each row, in order: the columns of the results (docs/scale.md), and
        ``found``, a list of its findings. A row that cannot be judged has an ``error``. ``row`` counts in this table.

    Raises:
        BadInput: the columns of the texts are missing.

    >>> import pyarrow
    >>> true, copy = "The ferry left at noon.", "The ferry left at noon noon."
    >>> table = pyarrow.table({"reference_text": [true, true], "candidate_text": [true, copy]})
    >>> score_table(table)["relation"].to_pylist()
    ['identical', 'edited']
    """
    names = checked_columns(table.schema.names, "the table", check=check)
    for side in ("candidate",) if check else ("candidate", "reference"):
        if f"{side}_text" not in names:
            raise BadInput(f"the table has no column {side}_text; this function reads no files")
    task = Task(check=check, metrics=tuple(metrics), settings=settings)
    columns = [name for name in names if name in COLUMNS and name not in ("reference", "candidate")]
    values = table.select(columns).to_pylist()
    records = (record(_row(number, value, check=check), task) for number, value in enumerate(values, 1))
    return table_of(records, scored_schema())


def _row(number: int, value: dict[str, Any], *, check: bool) -> Row:
    fields = {name: None if one is None else str(one) for name, one in value.items()}
    fields["id"] = fields.get("id") or str(number)
    error = None
    for side in ("candidate",) if check else ("reference", "candidate"):
        if fields.get(f"{side}_text") is None:
            error = f"the row has no {side}_text"
    return Row(number=number, error=error, **fields)  # type: ignore[arg-type]
