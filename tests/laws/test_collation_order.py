"""Laws of collations and families: no order of the versions matters, no sentence is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from compare.align.collation import collate
from compare.families import families
from compare.text.documents import document, line_document

if TYPE_CHECKING:
    from compare.align.collated import Collation

LINES = (
    "The ferry left Orlestad at six with calves on board.",
    "Captain Dorn had asked for a new engine three times.",
    "Norrund Lines replied that its budget was settled in January.",
    "By noon the quay was empty but for a bicycle.",
    "The harbour master promised an inquiry, the fourth in two years.",
    "Nobody expects it to find anything at all.",
    "Snow fell on the lighthouse all the same.",
)
CHANGES = {"three": "four", "January": "June", "bicycle": "tricycle", "calves": "halves", "fourth": "fifth"}


@some.composite
def version(draw: some.DrawFn) -> tuple[str, ...]:
    kept = draw(some.lists(some.sampled_from(LINES), min_size=1, max_size=7, unique=True))
    changed = draw(some.sets(some.sampled_from(sorted(CHANGES)), max_size=2))
    for word in sorted(changed):
        kept = [line.replace(word, CHANGES[word]) for line in kept]
    return tuple(kept)


def essence(table: Collation) -> list[Any]:
    """The rows with the texts of the versions in the place of their numbers."""
    texts = [one.text for one in table.documents]
    return [
        (
            {(texts[number], cell) for number, cell in enumerate(row.cells)},
            texts[row.lead],
            {texts[number] for number in row.odd},
            [
                [
                    (reading.text, sorted(texts[number] for number in reading.versions))
                    for reading in variant.readings
                ]
                for variant in row.variants
            ],
        )
        for row in table.rows
    ]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    version(), some.lists(version(), min_size=2, max_size=4, unique=True), some.randoms(use_true_random=False)
)
def test_the_versions_after_the_base_stand_in_no_order(
    base: tuple[str, ...], others: list[tuple[str, ...]], dice: Any
) -> None:
    versions = [
        line_document(list(lines), name=str(number), language="en") for number, lines in enumerate(others)
    ]
    first = line_document(list(base), name="base", language="en")
    table = collate([first, *versions])
    for number, one in enumerate(table.documents):
        placed = [index for row in table.rows for index in row.cells[number].sentences]
        assert sorted(placed) == list(range(len(one.sentences)))
    turned = versions[:]
    dice.shuffle(turned)
    assert essence(collate([first, *turned])) == essence(table)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.lists(version(), max_size=6), some.randoms(use_true_random=False))
def test_every_document_stands_in_one_family_in_any_order(texts: list[tuple[str, ...]], dice: Any) -> None:
    documents = [
        document(" ".join(lines), name=str(number), language="en") for number, lines in enumerate(texts)
    ]
    found = families(documents)
    paths = [member.path for family in found.families for member in family.members]
    assert sorted(paths) == sorted(one.name for one in documents)
    dice.shuffle(documents)
    assert families(documents) == found
