"""Paired tests: sure of what is plain, unsure of what is chance."""

from __future__ import annotations

import random

import pytest

from compare.errors import BadInput
from compare.scores.significance import approximate_randomisation, clusters, holm, paired_bootstrap
from compare.systems import rank_documents, rank_segments
from compare.text.documents import document

Masses = list[tuple[float, float]]


def system(loss: float, seed: int) -> Masses:
    draw = random.Random(seed)
    return [(10.0, draw.expovariate(1 / loss)) for _ in range(60)]


def test_both_tests_see_a_plain_difference() -> None:
    better, worse = system(1.0, 1), system(4.0, 2)
    assert paired_bootstrap(better, worse) < 0.01
    assert approximate_randomisation(better, worse) < 0.01


def test_neither_is_sure_of_chance() -> None:
    one, two = system(1.0, 1), system(1.0, 2)
    assert paired_bootstrap(one, two) > 0.05
    assert approximate_randomisation(one, two) > 0.05


def test_equal_systems_are_never_told_apart() -> None:
    same = system(1.0, 1)
    assert paired_bootstrap(same, same) == approximate_randomisation(same, same) == 1.0


def test_chance_alone_is_significant_about_once_in_twenty() -> None:
    found = sum(
        approximate_randomisation(system(1.0, seed), system(1.0, seed + 500)) < 0.05 for seed in range(80)
    )
    assert found <= 10


def test_holm_against_values_worked_out_by_hand() -> None:
    assert holm([0.01, 0.02, 0.03, 0.005]) == pytest.approx([0.03, 0.04, 0.04, 0.02])
    assert holm([]) == []
    assert holm([0.9, 0.8]) == [1.0, 1.0]


def test_a_cluster_ends_where_all_above_beat_all_below() -> None:
    chances = {("a", "b"): 0.01, ("a", "c"): 0.01, ("b", "c"): 0.5}
    assert clusters(["a", "b", "c"], chances) == [1, 2, 2]
    assert clusters(["a", "b", "c"], {**chances, ("a", "c"): 0.3}) == [1, 1, 1]


TEXT = " ".join(
    f"Boat number {number} carried {number * 3} barrels of {cargo} to the island of {island}."
    for number, (cargo, island) in enumerate(
        [("salt", "Harra"), ("flour", "Ulsta"), ("coal", "Gutcher"), ("wool", "Fetlar"), ("tar", "Burra")]
        * 3,
        start=2,
    )
)


def test_ranking_does_not_depend_on_the_order_of_candidates() -> None:
    true = document(TEXT, name="true")
    copies = [
        document(TEXT.replace("barrels", "boxes"), name="boxes"),
        document(TEXT.replace("carried", "took").replace("island", "port"), name="took"),
        document(TEXT.replace("Boat number", "Ship").replace("barrels of", "times"), name="ship"),
        document(TEXT, name="whole"),
    ]
    found = rank_documents(true, copies)
    assert found.to_dict() == rank_documents(true, copies[::-1]).to_dict()
    assert [system.name for system in found.systems][0::3] == ["whole", "ship"]
    assert found.baseline == "whole"
    assert set(found.against_baseline()) == {"boxes", "took", "ship"}
    assert found.against_baseline()["ship"].is_significant


def test_ranking_refuses_what_it_cannot_name() -> None:
    true = document(TEXT, name="true")
    with pytest.raises(BadInput, match="two candidates are called copy"):
        rank_documents(true, [document(TEXT, name="copy"), document(TEXT, name="copy")])
    with pytest.raises(BadInput, match="none of the candidates"):
        rank_documents(true, [document(TEXT, name="copy")], baseline="other")


def test_of_several_references_the_best_fitting_line_counts() -> None:
    first = [f"Boat {number} left the harbour at noon." for number in range(12)]
    second = [f"Ship {number} sailed from port at midday." for number in range(12)]
    mixed = [*first[:6], *second[6:]]
    both = rank_segments([first, second], {"mixed": mixed})
    assert both.systems[0].scores.fidelity == 100
    assert both.remarks == ("2 references; of each line the one that fits best counts",)
    assert rank_segments([first], {"mixed": mixed}).systems[0].scores.fidelity < 90


def test_lines_must_be_as_many() -> None:
    with pytest.raises(BadInput, match="short has 1 line, the first reference 2"):
        rank_segments([["a", "b"]], {"short": ["a"]})
    with pytest.raises(BadInput, match="no reference"):
        rank_segments([], {"any": ["a"]})
