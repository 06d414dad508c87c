"""``truecopy batch``: many pairs, or many documents, into one table; goes on where it stopped."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from compare.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from compare.batch.manifest import Manifest
    from compare.batch.run import Job
    from compare.batch.summary import Summary
    from compare.cli.progress import Progress

FORMATS: Final = ("text", "json", "github")


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    command = subparsers.add_parser(
        "batch",
        help="many pairs into one table of results",
        description=(
            "Judge every pair of a manifest (.csv, .tsv, .jsonl, .parquet), of two folders, or of the families of one, "
            "and write a row a pair, and all findings, to a .jsonl, .csv, .parquet or .duckdb file. A run that was "
            "stopped goes on where it was."
        ),
    )
    command.add_argument(
        "manifest",
        metavar="MANIFEST",
        nargs="?",
        help="columns reference, candidate (paths from its folder) or reference_text, candidate_text; perhaps id, "
        "system, source; or a folder, with --check or --families",
    )
    which = command.add_argument_group("instead of a manifest")
    which.add_argument("--references", metavar="DIR", help="with --candidates: files that share names")
    which.add_argument("--candidates", metavar="DIR", help="the versions that are judged")
    which.add_argument(
        "--families",
        action="store_true",
        help="MANIFEST is a folder: find the versions of one piece by itself",
    )
    command.add_argument("--check", action="store_true", help="documents alone, without references")
    options.add_metrics(command)
    options.add_reading(command, timeout="a row that takes longer is an error")
    command.add_argument(
        "--allow-outside", action="store_true", help="read paths that lead out of the manifest's folder, too"
    )
    command.add_argument("--reports", metavar="DIR", help="keep the whole report of each row there, as JSON")
    command.add_argument("--seconds", action="store_true", help="fill the column of what each row cost")
    work = command.add_argument_group("how it runs")
    number = options.whole_number
    work.add_argument(
        "--workers", type=number(1), metavar="N", help="processes on this machine (default: its cores)"
    )
    work.add_argument("--cluster", metavar="ADDRESS", help="tcp://HOST:PORT of a Dask scheduler, or local")
    work.add_argument("--part-rows", type=number(1), metavar="N", help="rows a part (default: 100)")
    work.add_argument("--max-errors", type=number(0), metavar="N", help="stop when more rows than N fail")
    again = work.add_mutually_exclusive_group()
    again.add_argument(
        "--resume",
        action="store_true",
        help="go on where an earlier run stopped, or be content if it did not",
    )
    again.add_argument("--overwrite", action="store_true", help="begin anew, whatever is there")
    work.add_argument("--retry-errors", action="store_true", help="judge rows that failed before again")
    options.add_gates(command, baseline=False)
    options.add_build_files(command)
    options.add_output(command, FORMATS)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Run the job, print its summary, and hold it against the gates."""
    from compare.batch.memory import keep_little
    from compare.batch.run import run as run_job
    from compare.cli import INTERRUPTED
    from compare.cli.output import tell
    from compare.cli.progress import Progress
    from compare.errors import BadInput

    keep_little()
    if arguments.output in (None, "-"):
        raise BadInput("a batch writes a file; name it with -o, ending in .jsonl, .csv, .parquet or .duckdb")
    with Progress(arguments) as progress:
        job = _job(arguments, progress)
        try:
            summary, said = run_job(job, progress, least=arguments.fail_under or 0.0)
        except KeyboardInterrupt:
            progress.say("stopped; what is done is kept: run again with --resume to go on")
            return INTERRUPTED
    _write_build_files(job, summary, arguments)
    _print(said, job, arguments)
    tell(f"results in {job.output}", arguments)
    return _exit_code(summary, arguments)


def _job(arguments: argparse.Namespace, progress: Progress) -> Job:
    from compare.batch.run import PART_ROWS, Job, default_workers
    from compare.batch.scoring import Task
    from compare.cli.glossary import own_settings
    from compare.cli.limits import limits_of

    manifest = _manifest(arguments, progress)
    first, second = (str(root.resolve()) for root in manifest.roots)
    task = Task(
        roots=(first, second),
        check=arguments.check,
        metrics=() if arguments.check else arguments.metrics,
        encoding=arguments.encoding,
        allow_outside=arguments.allow_outside,
        timeout_seconds=arguments.timeout,
        seconds=arguments.seconds,
        settings=replace(own_settings(), limits=limits_of(arguments)),
        reports=str(Path(arguments.reports).resolve()) if arguments.reports else None,
    )
    return Job(
        manifest=manifest,
        output=Path(arguments.output),
        task=task,
        workers=arguments.workers or default_workers(),
        cluster=arguments.cluster,
        part_rows=arguments.part_rows or PART_ROWS,
        resume=arguments.resume,
        overwrite=arguments.overwrite,
        retry_errors=arguments.retry_errors,
        max_errors=arguments.max_errors,
    )


def _manifest(arguments: argparse.Namespace, progress: Progress) -> Manifest:
    """Give the rows that the options name.

    Raises:
        BadInput: they name none, or two sorts of them.
    """
    from compare.batch.folders import FolderAlone, FolderPairs, family_pairs
    from compare.batch.manifest import FileManifest
    from compare.cli.limits import limits_of
    from compare.errors import BadInput
    from compare.report.phrases import counted

    if arguments.references or arguments.candidates:
        if not (arguments.references and arguments.candidates):
            raise BadInput("--references and --candidates go together; name both folders")
        if arguments.manifest or arguments.families or arguments.check:
            raise BadInput("--references and --candidates are all the manifest there is; leave the rest out")
        return FolderPairs(references=Path(arguments.references), candidates=Path(arguments.candidates))
    if arguments.manifest is None:
        raise BadInput("name a manifest, or two folders with --references and --candidates")
    path = Path(arguments.manifest)
    if arguments.families:
        if arguments.check:
            raise BadInput("--families pairs documents and --check takes them alone; leave one out")
        skipped: list[str] = []
        manifest, alone = family_pairs(
            path,
            encoding=arguments.encoding,
            left_out=lambda name, _: skipped.append(name),
            limits=limits_of(arguments),
        )
        progress.say(
            f"{counted(len(manifest.listed), 'pair')} in families; {counted(alone, 'document')} without another version"
        )
        if skipped:
            progress.say(f"{counted(len(skipped), 'file')} without text left out, such as {skipped[0]}")
        return manifest
    if arguments.check and path.is_dir():
        return FolderAlone(folder=path)
    if path.is_dir():
        raise BadInput(f"{path} is a folder; add --check or --families, or name a manifest")
    return FileManifest(path=path, check=arguments.check)


def _write_build_files(job: Job, summary: Summary, arguments: argparse.Namespace) -> None:
    from compare.batch.builds import batch_annotations, cases
    from compare.batch.results import read_findings, read_results
    from compare.cli.output import write_file

    if arguments.junit:
        from compare.report import junit

        def tests() -> Iterator[junit.Case]:
            return cases(read_results(job.output), least=arguments.fail_under, fail_on=arguments.fail_on)

        failures = sum(bool(case.failures) for case in tests())
        pieces = junit.render(tests(), tests=summary.rows, failures=failures, errors=summary.errors)
        write_file(Path(arguments.junit), "".join(pieces))
    if arguments.sarif:
        from compare import __version__
        from compare.report import sarif

        found = batch_annotations(read_findings(job.output), job.manifest)
        write_file(Path(arguments.sarif), sarif.render(found, version=__version__))


def _print(said: dict[str, Any], job: Job, arguments: argparse.Namespace) -> None:
    from compare.cli.output import write
    from compare.report.serial import json_text

    if arguments.format == "json":
        text = json_text(said)
    elif arguments.format == "github":
        from compare.batch.builds import batch_annotations
        from compare.batch.results import read_findings
        from compare.report import github

        text = github.render(batch_annotations(read_findings(job.output), job.manifest))
    else:
        from compare.batch.summary import text as drawn

        text = drawn(said)
    # The result has gone to -o; the summary is what standard output is for.
    write(text, argparse.Namespace(**{**vars(arguments), "output": None}))


def _exit_code(summary: Summary, arguments: argparse.Namespace) -> int:
    from compare.cli.review import failed
    from compare.model import SEVERITIES
    from compare.report.phrases import counted

    failures: list[str | None] = []
    if arguments.fail_under is not None and summary.rows_under:
        worst = summary.worst()[0]
        failures.append(
            f"gate failed: the fidelity of {summary.rows_under:,} of {counted(summary.rows, 'row')} is under "
            f"{arguments.fail_under:g}; the worst: {worst['id']}, {worst['fidelity']:.2f}"
        )
    if arguments.fail_on:
        counting = SEVERITIES[: SEVERITIES.index(arguments.fail_on) + 1]
        grave = sum(summary.rows_with[name] for name in counting)
        if grave:
            or_graver = "" if arguments.fail_on == "critical" else " or graver"
            failures.append(
                f"gate failed: findings, {arguments.fail_on}{or_graver}, in {grave:,} of {counted(summary.rows, 'row')}"
            )
    if summary.errors and (arguments.fail_under is not None or arguments.fail_on):
        # A build must not pass because its files are missing.
        failures.append(
            f"gate failed: {summary.errors:,} of {counted(summary.rows, 'row')} could not be judged"
        )
    return failed(failures)
