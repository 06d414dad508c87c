"""Run: a manifest through an engine into a result, from where an earlier run stopped if there was one."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from compare.batch.keeping import told
from compare.batch.local import Part, local_results
from compare.batch.parts import MEANINGS, Parts, Plan
from compare.batch.results import checked_ending, findings_path, read_results, summary_path, write_results
from compare.batch.schema import scored_schema
from compare.batch.summary import Summary
from compare.batch.survey import Survey, changed_files, named_files, newer_file, survey
from compare.errors import BadInput, BadReport
from compare.report.phrases import counted, listed
from compare.scores.signature import signature

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from compare.batch.manifest import Manifest
    from compare.batch.rows import Row
    from compare.batch.scoring import Task

PART_ROWS: Final = 100
"""Rows of a part: of whole articles 5 to 10 seconds of work, what a death of everything costs a worker."""


class Watcher(Protocol):
    """Whoever wants to see how far a run is."""

    def begin(self, rows: int, done: int) -> None:
        """A run of so many rows begins, of which some are done already."""
        ...

    def add(self, rows: int) -> None:
        """So many rows were judged; called from several threads."""
        ...

    def add_errors(self, errors: int) -> None:
        """So many of them could not be judged."""
        ...

    def say(self, message: str) -> None:
        """Something that a person may want to know."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One run: what, where to, and how.

    Args:
        manifest: the rows.
        output: path of the result; its ending says the form.
        task: what is done with a row.
        workers: processes on this machine.
        cluster: address of a scheduler, or ``local``; ``None`` for the engine of this machine.
        part_rows: rows that are kept and handed out together.
        resume: go on with, or be content with, what is there.
        overwrite: take away what is there.
        retry_errors: judge parts with failed rows again.
        max_errors: failed rows above which the run stops; ``None`` for no limit.
    """

    manifest: Manifest
    output: Path
    task: Task
    workers: int = 1
    cluster: str | None = None
    part_rows: int = PART_ROWS
    resume: bool = False
    overwrite: bool = False
    retry_errors: bool = False
    max_errors: int | None = None


def run(job: Job, watcher: Watcher, *, least: float = 0.0) -> tuple[Summary, dict[str, Any]]:
    """Judge every row of a manifest once, and write the result when all are there.

    Args:
        job: the run.
        watcher: is told how far it is.
        least: fidelity under which rows are counted.

    Returns:
        The summary, and its JSON form, which also stands beside the result.

    Raises:
        BadInput: something is there already, has changed meanwhile, or cannot be written; too many rows failed.
    """
    checked_ending(job.output)
    if not job.output.parent.is_dir():
        raise BadInput(f"the folder {job.output.parent} does not exist; make it first, or name another -o")
    if job.output.is_dir():
        raise BadInput(f"{job.output} is a folder; name a file for the result")
    seen = survey(job.manifest, files=True)
    plan = plan_of(job, seen)
    parts = Parts(job.output.with_name(f"{job.output.name}.parts"))
    if job.overwrite:
        _take_away(job.output, parts)
    elif _is_finished(job, plan, parts):
        watcher.say(f"{job.output} is whole already; nothing is left to do")
        return _summed_up(job, plan, read_results(job.output), least)
    before = parts.files()
    if before is not None and len(before) == len(seen.files):
        _refuse_changed_files(job, plan, parts, changed_files(before, seen.files))
    parts.open(plan, seen.files)
    try:
        _work(job, plan, parts, watcher)
        summary = Summary(check=job.task.check, least=least)
        said: dict[str, Any] = {}

        def tables() -> Iterator[Any]:
            for table in parts.tables(plan):
                summary.add(table)
                yield table

        def write_summary() -> None:
            said.update(_said(summary, plan))
            path = summary_path(job.output)
            part = path.with_name(f".{path.name}.part")
            part.write_text(json.dumps(said, indent=2) + "\n", encoding="ascii")
            part.replace(path)

        write_results(job.output, tables(), write_summary)
        parts.remove()
    finally:
        parts.let_go()
    return summary, said


def plan_of(job: Job, seen: Survey) -> Plan:
    """Write down all that the result depends on."""
    task = job.task
    return Plan(
        rows=seen.rows,
        sha256=seen.sha256,
        roots=task.roots,
        check=task.check,
        metrics=task.metrics,
        encoding=task.encoding,
        allow_outside=task.allow_outside,
        timeout_seconds=task.timeout_seconds,
        seconds=task.seconds,
        reports=task.reports,
        signature=signature(task.settings, metrics=task.metrics),
        part_rows=job.part_rows,
        columns=hashlib.sha256(str(scored_schema()).encode()).hexdigest()[:12],
        files=seen.files_sha256,
    )


def default_workers() -> int:
    """Give the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def _is_finished(job: Job, plan: Plan, parts: Parts) -> bool:
    """Whether the result is there already, made under the same plan.

    Raises:
        BadInput: it is there and was not expected, or it or its parts belong to another plan.
    """
    if job.output.exists():
        if not job.resume:
            raise BadInput(
                f"{job.output} exists; add --resume to go on with it, --overwrite to begin anew, or name another"
            )
        changed = plan.differences(_facts_of(job.output))
        if changed == [MEANINGS["files"]]:
            newer = newer_file(job.manifest, job.output.stat().st_mtime)
            changed = [f"{changed[0]}{f', {newer} for one' if newer else ''}"]
        _refuse_changes(changed, f"{job.output} was made of something else")
        parts.remove()
        return True
    before = parts.facts()
    if before is not None and parts.is_begun():
        _refuse_changes(plan.differences(before), f"{parts.folder} holds the parts of another run")
    return False


def _facts_of(output: Path) -> dict[str, Any]:
    path = summary_path(output)
    try:
        facts = dict(json.loads(path.read_text(encoding="utf-8"))["plan"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadReport(
            f"{path} is missing or spoilt, so nobody can tell what {output} was made of; add --overwrite"
        ) from error
    facts.pop("part_rows", None)
    return facts


def _refuse_changes(changed: list[str], what: str) -> None:
    if changed:
        raise BadInput(
            f"{what}; changed since then: {listed(changed)}; set it back, or add --overwrite to begin anew"
        )


def _refuse_changed_files(job: Job, plan: Plan, parts: Parts, changed: list[tuple[int, str]]) -> None:
    """Refuse to go on where a file has changed whose row is judged already."""
    if not changed:
        return
    done = parts.done(plan, with_errors=not job.retry_errors, clear=False)
    stale = [one for one in changed if (one[0] - 1) // plan.part_rows in done]
    if stale:
        first = named_files(job.manifest, stale[:1])[0]
        others = f" and {len(stale) - 1:,} more" if len(stale) > 1 else ""
        raise BadInput(
            f"{parts.folder} holds the parts of another run; changed since then: {first} (row {stale[0][0]}){others}; "
            "set it back, or add --overwrite to begin anew"
        )


def _take_away(output: Path, parts: Parts) -> None:
    with told(output.parent):
        for path in (output, findings_path(output), summary_path(output)):
            if path is not None:
                path.unlink(missing_ok=True)
    parts.remove()


def _work(job: Job, plan: Plan, parts: Parts, watcher: Watcher) -> None:
    """Judge the parts that are not there yet."""
    done = parts.done(plan, with_errors=not job.retry_errors)
    ready = sum(plan.rows_of(number) for number in done)
    watcher.begin(plan.rows, ready)
    if not plan.rows:
        watcher.say(f"{job.manifest.name} has no rows; there is nothing to judge")
    if ready:
        watcher.say(f"going on: {ready:,} of {counted(plan.rows, 'row')} done already")
    errors = 0
    if job.max_errors is not None:
        errors = sum(parts.errors(number) for number in sorted(done))
        _refuse_too_many(errors, job.max_errors)
    if len(done) == plan.parts:
        return
    for part, table in _engine(job, watcher.add)(_cut(job.manifest.rows(), plan, done)):
        parts.write(part.number, table)
        failed = table.num_rows - table["error"].null_count
        if failed:
            watcher.add_errors(failed)
            errors += failed
            if job.max_errors is not None:
                _refuse_too_many(errors, job.max_errors)


def _refuse_too_many(errors: int, most: int) -> None:
    if errors > most:
        raise BadInput(
            f"stopped: {counted(errors, 'row')} could not be judged, more than --max-errors {most}; mend them and add "
            "--resume --retry-errors, or allow more"
        )


def _engine(
    job: Job, on_rows: Callable[[int], None]
) -> Callable[[Iterable[Part]], Iterator[tuple[Part, Any]]]:
    if job.cluster is None:
        return lambda parts: local_results(parts, job.task, workers=job.workers, on_rows=on_rows)
    from compare.batch.cluster import cluster_results

    address = job.cluster
    return lambda parts: cluster_results(
        parts, job.task, address=address, workers=job.workers, on_rows=on_rows
    )


def _cut(rows: Iterator[Row], plan: Plan, done: set[int]) -> Iterator[Part]:
    """Cut the rows into parts, and give those that are not done."""
    gathered: list[Row] = []
    number = 0
    for row in rows:
        if number not in done:
            gathered.append(row)
        if row.number % plan.part_rows == 0 or row.number == plan.rows:
            if gathered:
                yield Part(number=number, rows=tuple(gathered))
            gathered = []
            number += 1


def _summed_up(job: Job, plan: Plan, tables: Iterable[Any], least: float) -> tuple[Summary, dict[str, Any]]:
    summary = Summary(check=job.task.check, least=least)
    for table in tables:
        summary.add(table)
    return summary, _said(summary, plan)


def _said(summary: Summary, plan: Plan) -> dict[str, Any]:
    facts = plan.facts()
    # The size of a part changes no result, and so must not change the bytes.
    del facts["part_rows"]
    return {**summary.to_dict(), "signature": plan.signature, "plan": facts}
