"""The ranking in each of its forms."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

from compare.model import Scores
from compare.report import ranking as table
from compare.scores.ranking import Comparison, Ranked, Ranking
from tests.report.golden import assert_golden


def scores(fidelity: float, **counts: int) -> Scores:
    return Scores(
        fidelity=fidelity,
        penalty=100 - fidelity,
        mqm_per_1000_words=2.5,
        counts=counts,
        metrics={"chrf": fidelity - 5},
        intervals={"fidelity": (fidelity - 3, fidelity + 2)},
    )


def three_systems() -> Ranking:
    return Ranking(
        reference="texts/harbour.txt",
        baseline="out/first_50%.txt",
        systems=(
            Ranked(name="out/first_50%.txt", rank=1, cluster=1, scores=scores(91.04, minor=2)),
            Ranked(name="out/second.txt", rank=2, cluster=1, scores=scores(90.2, major=1, minor=12)),
            Ranked(name="out/=third|.txt", rank=3, cluster=2, scores=scores(70.0, critical=3)),
        ),
        comparisons=(
            comparison("out/first_50%.txt", "out/second.txt", 0.4),
            comparison("out/first_50%.txt", "out/=third|.txt", 0.0002),
            comparison("out/second.txt", "out/=third|.txt", 0.0004),
        ),
        signature="truecopy:0|find:1",
        version="0",
        remarks=("short text",),
    )


def comparison(better: str, worse: str, chance: float) -> Comparison:
    return Comparison(
        better=better, worse=worse, difference=1.0, bootstrap=chance, randomisation=chance, corrected=chance
    )


def test_every_form() -> None:
    ranking = three_systems()
    forms = (table.render(ranking, width=80), table.render_markdown(ranking), table.render_latex(ranking))
    assert_golden("\n".join(forms), "ranking.txt")
    assert max(map(len, forms[0].splitlines())) <= 80


def test_csv_holds_the_figures_in_full() -> None:
    rows = list(csv.DictReader(StringIO(table.render_csv(three_systems()))))
    assert [row["cluster"] for row in rows] == ["1", "1", "2"]
    assert rows[0]["fidelity"] == "91.04"
    assert rows[0]["p_against_baseline"] == ""
    assert rows[2]["p_against_baseline"] == "0.0002"
    assert rows[1]["minor"] == "12"
    assert rows[2]["system"] == "out/=third|.txt"


def test_folders_are_shown_where_the_names_need_them() -> None:
    ranking = three_systems()
    first, second, third = ranking.systems
    text = table.render(replace(ranking, systems=(first, replace(second, name="other/first_50%.txt"), third)))
    assert "out/first_50%.txt" in text
    assert "other/first_50%.txt" in text


def test_long_names_get_the_room_between_the_columns() -> None:
    ranking = three_systems()
    long = "out/a-name-as-long-as-that.txt"
    systems = (replace(ranking.systems[0], name=long), *ranking.systems[1:])
    drawn = table.render(replace(ranking, systems=systems, baseline=long), width=80)
    assert "a-name-as-long-as-that.txt" in drawn
    assert max(map(len, drawn.splitlines())) <= 80


def test_a_remark_names_its_system_as_the_table_does() -> None:
    ranking = replace(three_systems(), remarks=("out/second.txt: told in other words",))
    assert "Note: second.txt: told in other words" in table.render(ranking, width=80)
