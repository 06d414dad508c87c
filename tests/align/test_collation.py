"""Collation: rows, cells, votes; the same table in any order of the versions after the base."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from compare.align.collation import collate
from compare.align.facts import facts, facts_of
from compare.errors import BadInput
from compare.text.documents import document

if TYPE_CHECKING:
    from compare.align.collated import Collation
    from compare.model import Document

SEEDS = Path(__file__).resolve().parents[2] / "seeds"

BASE = (
    "The mill at Orven was built in 1788 by two brothers from Tarn. Its wheel is an infinitesimal wonder of oak and "
    "iron. For a century it ground barley for eleven parishes. Then the railway came, and the barley went by train. "
    "A painter rented the loft in 1921. She left a mural of herons, which nobody has dared to cover."
)


def made(name: str, text: str) -> Document:
    return document(text, name=name, language="en")


def states(table: Collation) -> list[str]:
    letters = {"present": "P", "lacking": "-", "outside": "o"}
    return ["".join(letters[cell.state] for cell in row.cells) for row in table.rows]


def test_a_vote_names_the_odd_version_also_when_it_is_the_base() -> None:
    versions = [made("a", BASE.replace("1788", "1878").replace("infinitesimal", "infinite"))]
    versions += [made("b", BASE), made("c", BASE.replace("eleven", "seven")), made("d", BASE + " ")]
    table = collate(versions)
    told = {
        variant.readings[0].text: ([reading.versions for reading in variant.readings], variant.odd)
        for row in table.rows
        for variant in row.variants
    }
    assert told == {
        "1788": ([(1, 2, 3), (0,)], (0,)),
        "infinitesimal": ([(1, 2, 3), (0,)], (0,)),
        "eleven": ([(0, 1, 3), (2,)], (2,)),
    }
    assert table.odd_counts() == (2, 0, 1, 0)


def test_between_two_nobody_is_odd() -> None:
    table = collate([made("a", BASE), made("b", BASE.replace("1788", "1878"))])
    assert [variant.odd for row in table.rows for variant in row.variants] == [()]


def test_style_is_no_variant() -> None:
    table = collate(
        [made("a", BASE), made("b", BASE.replace("parishes", "Parishes").replace(", and", " — and"))]
    )
    assert not any(row.variants for row in table.rows)


def test_the_same_value_written_otherwise_is_no_variant() -> None:
    first = "The mill was sold for $1.2 million, and its cellar flooded twelve times."
    second = first.replace("1.2 million", "1.2m").replace("twelve", "12")
    third = first.replace("1.2 million", "12 million")
    assert not collate([made("a", first), made("b", second)]).rows[0].variants
    (variant,) = collate([made("a", first), made("b", second), made("c", third)]).rows[0].variants
    assert variant.odd == (2,)


def test_what_several_add_is_one_row() -> None:
    added = "The herons are said to blink when the river rises."
    lines = [sentence.text for sentence in made("x", BASE).sentences]
    table = collate(
        [
            made("a", BASE),
            made("b", " ".join([*lines[:3], added, *lines[3:]])),
            made("c", " ".join([*lines[:3], added.replace("rises", "swells"), *lines[3:]])),
        ]
    )
    assert states(table) == ["PPP", "PPP", "PPP", "-PP", "PPP", "PPP", "PPP"]
    assert table.rows[3].odd == (0,)
    assert {reading.text for reading in table.rows[3].variants[0].readings} == {"rises", "swells"}


def test_what_is_left_out_is_odd_and_what_an_excerpt_leaves_out_is_not() -> None:
    lines = [sentence.text for sentence in made("x", BASE).sentences]
    cut = " ".join([*lines[:2], *lines[3:]])
    excerpt = " ".join(["(...)", *lines[3:5], "(...)"])
    table = collate([made("a", BASE), made("b", cut), made("c", excerpt)])
    assert [state[1] for state in states(table)] == ["P", "P", "-", "P", "P", "P"]
    assert [state[2] for state in states(table)] == ["o", "o", "o", "P", "P", "o"]
    assert not any(2 in row.odd for row in table.rows)


def test_what_a_page_says_round_the_text_is_left_out_by_nobody() -> None:
    page = f"Countryside\n\nHome | News | Opinion | Subscribe\n\n{BASE}\n\nShare this article: Facebook | Twitter\n"
    table = collate([made("base", BASE), made("page", page), made("copy", BASE)])
    [line] = [row for row in table.rows if row.cells[0].state != "present"]
    assert [cell.state for cell in line.cells] == ["lacking", "present", "lacking"]
    assert line.odd == (1,)


def test_sentences_run_together_share_a_row() -> None:
    together = BASE.replace(
        "Then the railway came, and the barley went", "Then, as the railway came, the barley went"
    )
    together = together.replace("parishes. Then,", "parishes, but then,")
    table = collate([made("a", BASE), made("b", together), made("c", BASE)])
    row = next(row for row in table.rows if "parishes" in table.text(row, 1))
    assert "railway" in table.text(row, 0)
    assert "railway" in table.text(row, 2)


@pytest.mark.parametrize("seed", range(3))
def test_every_sentence_stands_in_exactly_one_cell(seed: int) -> None:
    for table in (shuffled(seed), collate([made("a", BASE), made("b", ""), made("c", BASE)])):
        for version, one in enumerate(table.documents):
            placed = [index for row in table.rows for index in row.cells[version].sentences]
            running = [sentence.index for sentence in one.sentences if sentence.role in ("title", "body")]
            assert sorted(placed) == running
        base = [index for row in table.rows for index in row.cells[0].sentences]
        assert base == sorted(base)


def shuffled(seed: int) -> Collation:
    draw = random.Random(seed)
    lines = [sentence.text for sentence in made("x", BASE).sentences]
    versions = []
    for number in range(4):
        kept = [line for line in lines if draw.random() < 0.8]
        kept.insert(draw.randrange(len(kept) + 1), f"Version {number} says that the sluice leaks in May.")
        versions.append(made(str(number), " ".join(kept).replace("oak", draw.choice(["oak", "elm", "ash"]))))
    return collate(versions)


def test_spans_are_the_readings() -> None:
    table = shuffled(2)
    variants = [(row, variant) for row in table.rows for variant in row.variants]
    assert len({cell.state for row, _ in variants for cell in row.cells}) > 1
    for row in table.rows:
        for variant in row.variants:
            for reading in variant.readings:
                for version in reading.versions:
                    span = variant.spans[version]
                    assert span is not None
                    assert table.documents[version].text[span.start : span.end] == span.text
                    assert bool(span.text) == bool(reading.text)
            absent = [version for version, cell in enumerate(row.cells) if cell.state != "present"]
            assert all(variant.spans[version] is None for version in absent)


def test_fewer_than_two_versions() -> None:
    with pytest.raises(BadInput, match="two or more"):
        collate([made("a", BASE)])


def test_notes_name_what_a_reader_should_know() -> None:
    other = "Bread rises because yeast eats sugar. Flour from the new lift is stronger than what bakers had before."
    german = document(
        "Die Mühle wurde von zwei Brüdern gebaut und steht noch heute dort.", name="g", language="de"
    )
    table = collate([made("a", BASE), made("b", ""), made("c", BASE), german, made("e", other)])
    assert [one.name for one in table.documents] == ["a", "b", "c", "e"]
    assert "g is in another language" in table.notes[0]
    assert "b holds no sentence" in table.notes[1]
    assert "c has the very words of a" in table.notes[2]
    assert "e shares next to nothing with a" in table.notes[3]
    with pytest.raises(BadInput, match="nothing is left"):
        collate([made("a", BASE), german])


def by_name(table: Collation) -> list[object]:
    """The table with names in the place of column numbers, which is what must not change."""
    names = [one.name for one in table.documents]

    def named(versions: tuple[int, ...]) -> frozenset[str]:
        return frozenset(names[version] for version in versions)

    return [
        (
            {names[version]: cell for version, cell in enumerate(row.cells)},
            names[row.lead],
            named(row.odd),
            [
                (
                    {names[version]: span for version, span in enumerate(variant.spans)},
                    [(reading.text, named(reading.versions)) for reading in variant.readings],
                    named(variant.odd),
                )
                for variant in row.variants
            ],
        )
        for row in table.rows
    ]


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_the_versions_after_the_base_changes_nothing(seed: int) -> None:
    table = shuffled(seed)
    base, *others = table.documents
    expected = by_name(table)
    for turn in range(3):
        random.Random(turn).shuffle(others)
        assert by_name(collate([base, *others])) == expected


def test_the_demonstration_in_two_orders() -> None:
    from compare.text.reading import read

    names = ["reference.txt", "roundtrip.txt", "edited.txt", "excerpt.txt", "ocr.txt"]
    documents = [read(SEEDS / name, name=name) for name in names]
    table = collate(documents)
    assert by_name(collate([documents[0], *documents[:0:-1]])) == by_name(table)
    counts = dict(zip(names, table.odd_counts(), strict=True))
    assert max(counts, key=lambda name: counts[name]) == "roundtrip.txt"
    assert counts["reference.txt"] == 0


def test_facts_over_versions() -> None:
    versions = [
        made("a", "Ada Morrow bought the mill in 1788 for $6m. Its herons are famous in Tarn."),
        made(
            "b", "Ada Marrow bought the mill in 1788 for six million dollars. Its herons are famous in Tarn."
        ),
        made("c", "Ada Morrow bought the mill in 1878 for $6m."),
    ]
    found = {fact.readings[0].text: fact for fact in facts(versions)}
    assert found["Ada Morrow"].odd == (1,)
    assert found["1788"].odd == (2,)
    assert found["$6m"].is_unanimous
    assert found["Tarn"].spans[2] is None
    assert [fact.to_dict()["kind"] for fact in facts_of(collate(versions))] == [
        "name",
        "year",
        "money",
        "name",
    ]


def test_facts_name_what_stands_at_the_place_of_a_value() -> None:
    true = "The quay at Harsk is 30 metres long and was built in 2014 by Ilsa Morrow. The sailors were calm."
    misread = true.replace("30", "3O").replace("2014", "2O14").replace("sailors", "sai1ors")
    versions = [made("a", true), made("b", misread.replace("calm", "caIm")), made("c", true)]
    assert [
        (fact.kind, [reading.text for reading in fact.readings], fact.odd)
        for fact in facts(versions)
        if not fact.is_unanimous
    ] == [("measure", ["30 metres", "3O metres"], (1,)), ("year", ["2014", "2O14"], (1,))]


def test_facts_hold_a_corrupted_name_in_the_line_of_the_name() -> None:
    versions = [
        made("a", "Marisol Quint, Tidewell's founder, laughed. The boats of Orrin Bay were late."),
        made("b", "Marisol Quint, the founder of Tidwell, laughed. The boats of Orrin Bay were late."),
        made("c", "Marisol Quint, Tidewell's founder, laughed. The boats of Orin Bay were late."),
    ]
    assert {fact.readings[0].text: [each.text for each in fact.readings] for fact in facts(versions)} == {
        "Marisol Quint": ["Marisol Quint"],
        "Tidewell": ["Tidewell", "Tidwell"],
        "Orrin Bay": ["Orrin Bay", "Orin Bay"],
    }


def test_facts_count_a_loop_once() -> None:
    true = "A crew of forty can swap one in a tide. The mill at Tarn is old."
    looped = true.replace("can swap one", "can swap one, and a crew of forty can swap one")
    found = facts([made("a", true), made("b", looped), made("c", true)])
    assert [fact.readings[0].text for fact in found] == ["forty", "Tarn"]
    assert all(fact.is_unanimous for fact in found)


def test_a_month_is_no_count_of_months() -> None:
    texts = ["It went on for three months, until March.", "It went on for three months, until May."]
    found = facts([made(f"{number}.txt", text) for number, text in enumerate((*texts, texts[0]))])
    assert [(fact.kind, [reading.text for reading in fact.readings]) for fact in found] == [
        ("measure", ["three months"]),
        ("month", ["March", "May"]),
    ]
