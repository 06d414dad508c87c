"""``truecopy score --aligned``: line i of one file is a version of line i of the other; one result a line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from compare.cli.inputs import read_all_lines
from compare.cli.limits import InTime
from compare.cli.output import columns, is_coloured, tell, write
from compare.cli.review import Review, failed
from compare.errors import BadInput
from compare.model import Document
from compare.report import gates, serial

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from compare.model import SegmentResult

_LINES_AT_ONCE: Final = 1000
"""A line is scored by itself; so many are done before more are begun, which are lost where the time is over."""
FORMATS: Final = ("text", "json", "jsonl", "csv")


def run(arguments: argparse.Namespace) -> int:
    """Score the lines, write a result for each, and hold them against the gates."""
    _refuse_what_does_not_suit(arguments)
    from compare.rescoring import line_without_dismissed

    review = Review(arguments)
    [candidate_name] = arguments.candidates
    true_names = [arguments.reference, *arguments.also_reference]
    names = [candidate_name, *true_names, *([arguments.source] if arguments.source else [])]
    results: list[SegmentResult] = []
    with InTime(arguments, results) as in_time:
        candidates, *lines = read_all_lines(names, arguments)
        _refuse_unequal(names, [candidates, *lines], arguments.reference)
        versions, sources = lines[: len(true_names)], lines[len(true_names) :]
        for start in range(0, len(candidates), _LINES_AT_ONCE):
            part = [own[start : start + _LINES_AT_ONCE] for own in (candidates, *versions, *sources)]
            scored = _results(
                part[0], part[1 : 1 + len(versions)], part[1 + len(versions) :], review, arguments
            )
            results.extend(replace(result, segment=start + result.segment) for result in scored)
    candidates = candidates[: len(results)]
    # Of several references each line has its own, the one that fits it best.
    references = [versions[(result.reference or 1) - 1][place] for place, result in enumerate(results)]
    with in_time.drawing():
        reviewed = []
        for result, reference, candidate in zip(results, references, candidates, strict=True):
            marked = replace(
                result, findings=review.marked(result.findings, _line(candidate_name, candidate))
            )
            counted = line_without_dismissed(marked, reference, candidate, settings=review.settings)
            reviewed.append(replace(counted, findings=review.shown(counted.findings)))
        results = reviewed
        text = _rendered(results, references, candidates, true_names, arguments)
    write(text, arguments)
    return in_time.exit_code(_exit_code(results, candidate_name, arguments))


def _refuse_unequal(names: Sequence[str], lines: Sequence[Sequence[str]], reference: str) -> None:
    count = len(lines[list(names).index(reference, 1)])
    for name, own in zip(names, lines, strict=True):
        if len(own) != count:
            raise BadInput(
                f"{reference} has {count} lines and {name} has {len(own)}: line i of each must belong "
                "together; leave --aligned out to have the sentences aligned"
            )


def _results(
    candidates: Sequence[str],
    references: Sequence[Sequence[str]],
    sources: Sequence[Sequence[str]],
    review: Review,
    arguments: argparse.Namespace,
) -> list[SegmentResult]:
    from compare.pipeline import score_segments

    return score_segments(
        references[0],
        candidates,
        sources[0] if sources else None,
        findings=not arguments.no_findings,
        also=references[1:],
        settings=review.settings,
    )


def _refuse_what_does_not_suit(arguments: argparse.Namespace) -> None:
    if len(arguments.candidates) > 1:
        raise BadInput("--aligned takes one candidate; run it once for each, or use truecopy rank")
    if arguments.format not in FORMATS:
        raise BadInput(f"--format {arguments.format} does not suit --aligned; choose {', '.join(FORMATS)}")
    if arguments.no_findings and (arguments.fail_on or arguments.kinds or arguments.source):
        raise BadInput(
            "--no-findings leaves nothing for --fail-on, --kinds or --source; leave one of them out"
        )
    for option in ("baseline", "dismiss", "explain", "junit", "min_coverage", "sarif"):
        if getattr(arguments, option):
            raise BadInput(f"--{option.replace('_', '-')} does not go with --aligned; leave one of them out")


def _rendered(
    results: Sequence[SegmentResult],
    references: Sequence[str],
    candidates: Sequence[str],
    names: Sequence[str],
    arguments: argparse.Namespace,
) -> str:
    if arguments.format == "json":
        return serial.render_json(results, always_list=True)
    if arguments.format == "jsonl":
        return serial.render_lines(results)

    from compare.report import segments

    if arguments.format == "csv":
        return segments.render_csv(results)
    width, colour = columns(), is_coloured(arguments)
    return segments.render(results, references, candidates, names=names, width=width, colour=colour)


def _exit_code(results: Sequence[SegmentResult], name: str, arguments: argparse.Namespace) -> int:
    failures: list[str | None] = []
    findings = [finding for result in results for finding in result.findings]
    if arguments.fail_under is not None:
        from compare.report.segments import mean_fidelity

        failures.append(gates.failed_fidelity(name, mean_fidelity(results), arguments.fail_under))
        if not any(failures) and not arguments.fail_on and (told := gates.passed_with_errors(name, findings)):
            tell(told, arguments)
    if arguments.fail_on:
        failures.append(gates.failed_severity(name, findings, arguments.fail_on, set()))
    return failed(failures)


def _line(name: str, text: str) -> Document:
    return Document(name=name, text=text, sentences=())
