"""A ranking of systems as text, Markdown, LaTeX and CSV: one table, written out in each.

A line is drawn between clusters: every system above it is better than every system below, and those between two
lines cannot be told apart (as the tables of the Conference on Machine Translation have it).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from rich.table import Table
from rich.text import Text

from compare.report.markdown import escaped
from compare.report.painting import drawn
from compare.report.table import csv_text
from compare.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from compare.scores.ranking import Ranked, Ranking

METRICS: Final = {"chrf": "chrF", "bleu": "BLEU", "ter": "TER"}
NOTE: Final = (
    "c/M/m: critical, major and minor findings. p: chance that the difference from the baseline is none (the larger "
    "of paired bootstrap and approximate randomisation, Holm’s correction). Systems of one cluster cannot be told "
    "apart at 5 %; a line parts clusters."
)
_LATEX_MARKS: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
        "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One system, each cell as it is shown, and whether a line parts it from the one above."""

    cells: tuple[str, ...]
    is_parted: bool


def render(ranking: Ranking, *, width: int = 100, colour: bool = False) -> str:
    """Draw the table for a terminal."""
    return drawn(_parts(ranking, width), width=width, colour=colour)


def render_markdown(ranking: Ranking) -> str:
    """Write the table as Markdown, a row of dashes between clusters."""
    heading = _heading(ranking)
    lines = [
        f"### Candidates ranked against {escaped(ranking.reference)}",
        "",
        f"| {' | '.join(heading)} |",
        f"|{'|'.join('---' if name == 'system' else '---:' for name in heading)}|",
    ]
    for line in _lines(ranking):
        lines += [f"|{' — |' * len(heading)}"] * line.is_parted
        lines.append(f"| {' | '.join(map(escaped, line.cells))} |")
    for remark in ranking.remarks:
        lines += ["", f"Note: {escaped(remark)}"]
    lines += ["", NOTE, "", f"<sub>signature {escaped(ranking.signature)}</sub>"]
    return "\n".join(lines) + "\n"


def render_latex(ranking: Ranking) -> str:
    r"""Write the table as LaTeX (package booktabs), a ``\midrule`` between clusters."""
    heading = _heading(ranking)
    columns = "".join("l" if name == "system" else "r" for name in heading)
    lines = [f"% signature {one_line(ranking.signature)}", rf"\begin{{tabular}}{{{columns}}}", r"\toprule"]
    lines.append(" & ".join(map(_latex, heading)) + r" \\")
    for line in _lines(ranking):
        lines += [r"\midrule"] * line.is_parted
        lines.append(" & ".join(map(_latex, line.cells)) + r" \\")
    return "\n".join([*lines, r"\bottomrule", r"\end{tabular}"]) + "\n"


def render_csv(ranking: Ranking) -> str:
    """Write the figures in full as CSV, a row a system."""
    names = list(METRICS)
    severities = ("critical", "major", "minor", "neutral")
    heading = (
        "rank", "cluster", "system", "fidelity", "fidelity_low", "fidelity_high", "penalty", "mqm_per_1000_words",
        *names, *severities, "p_against_baseline",
    )  # fmt: skip
    against = ranking.against_baseline()
    rows = []
    for system in ranking.systems:
        scores = system.scores
        low, high = scores.intervals.get("fidelity", (None, None))
        compared = against.get(system.name)
        rows.append(
            (
                system.rank, system.cluster, system.name, scores.fidelity, low, high, scores.penalty,
                scores.mqm_per_1000_words, *(scores.metrics.get(name) for name in names),
                *(scores.counts.get(severity, 0) for severity in severities), compared.corrected if compared else None,
            )
        )  # fmt: skip
    return csv_text([heading, *rows])


def _parts(ranking: Ranking, width: int) -> Iterator[RenderableType]:
    yield Text(f"Candidates ranked against {one_line(ranking.reference)}", "bold")
    yield ""
    heading, lines = _heading(ranking), list(_lines(ranking))
    table = Table(
        box=None, pad_edge=False, padding=(0, _gap(heading, lines, width), 0, 0), header_style="dim"
    )
    for name in heading:
        is_system = name == "system"
        table.add_column(
            name, justify="left" if is_system else "right", overflow="fold", no_wrap=not is_system
        )
    for line in lines:
        if line.is_parted:
            table.add_row(*("─" * max(2, min(6, len(cell))) for cell in line.cells), style="dim")
        table.add_row(*map(one_line, line.cells))
    yield table
    yield ""
    for remark in ranking.remarks:
        yield Text(f"Note: {one_line(_shortened(ranking, remark))}")
    if ranking.remarks:
        yield ""
    yield Text(NOTE, "dim")


def _gap(heading: Sequence[str], lines: Sequence[_Line], width: int) -> int:
    """Give the white space between columns: two places, or one where names would break."""
    rows = [heading, *(line.cells for line in lines)]
    return 2 if sum(max(map(len, column)) + 2 for column in zip(*rows, strict=True)) - 2 <= width else 1


def _shortened(ranking: Ranking, remark: str) -> str:
    """Name the systems of a remark as the table does, without their folders."""
    short = _short_names(ranking)
    for name in sorted(short, key=len, reverse=True):
        remark = remark.replace(name, short[name])
    return remark


def _heading(ranking: Ranking) -> tuple[str, ...]:
    # Three counts in one column: with one each, a terminal of 80 columns has no room for the names.
    return ("rank", "system", "fidelity", "95 %", "penalty", *_metrics(ranking).values(), "c/M/m", "p")


def _metrics(ranking: Ranking) -> dict[str, str]:
    computed = {name for system in ranking.systems for name in system.scores.metrics}
    return {name: label for name, label in METRICS.items() if name in computed}


def _lines(ranking: Ranking) -> Iterator[_Line]:
    cluster = 1
    for system in ranking.systems:
        yield _Line(cells=tuple(_cells(ranking, system)), is_parted=system.cluster != cluster)
        cluster = system.cluster


def _cells(ranking: Ranking, system: Ranked) -> Iterator[str]:
    scores = system.scores
    yield from (str(system.rank), _short_names(ranking)[system.name], f"{scores.fidelity:.1f}")
    low_high = scores.intervals.get("fidelity")
    yield f"{low_high[0]:.1f}–{low_high[1]:.1f}" if low_high else ""
    yield f"{scores.penalty:.1f}"
    for name in _metrics(ranking):
        value = scores.metrics.get(name)
        yield "" if value is None else f"{value:.1f}"
    yield "/".join(str(scores.counts.get(severity, 0)) for severity in ("critical", "major", "minor"))
    compared = ranking.against_baseline().get(system.name)
    if system.name == ranking.baseline:
        yield "baseline"
    elif compared is None:
        yield ""
    else:
        yield "<0.001" if compared.corrected < 0.001 else f"{compared.corrected:.3f}"


def _short_names(ranking: Ranking) -> dict[str, str]:
    """Give the names without their folders, where that leaves them apart."""
    short = {system.name: PurePath(system.name).name or system.name for system in ranking.systems}
    return short if len(set(short.values())) == len(short) else {name: name for name in short}


def _latex(text: str) -> str:
    return one_line(text).translate(_LATEX_MARKS).replace("–", "--").replace("<", "$<$").replace(">", "$>$")
