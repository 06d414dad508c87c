"""Families of small collections, of the demonstration, and of labelled data where it is at hand."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from compare.families import Families, families
from compare.text.documents import document

if TYPE_CHECKING:
    from compare.model import Document

SEEDS = Path(__file__).resolve().parents[2] / "seeds"

FERRY = """The night ferry to Orlestad was cancelled on Friday after a bolt sheared in the port engine. Some 340
passengers slept in the terminal, most of them on benches. Captain Ilse Dorn said that she had asked for a new engine
three times since April. The company, Norrund Lines, replied that its budget had been settled by the ministry in
January. A second ship, the Halvard, arrived at dawn and took the lorries first. Farmers waiting with calves complained
loudly. By noon the quay was empty, but for a bicycle and a pair of boots. The harbour master has promised an inquiry,
the fourth in two years, and nobody in Orlestad expects it to find anything."""
BEES = """Beekeepers in the Tavel hills lost a third of their hives over the winter, says a survey by the union. The
mite is to blame for most of it, and a wet autumn for the rest. Rosa Menke, who keeps sixty hives above the village,
treats hers with thyme oil and lost only four. Scientists at the institute in Brenn are trying her method on forty
colonies of their own. Honey will be dearer this summer: a jar that cost five crowns now costs seven. Orchards need bees
more than breakfast tables do, though, and pear growers have begun to rent hives from the south."""
SIMPLER = """The night ferry to Orlestad did not sail on Friday because a bolt broke in its engine. About 340 passengers
had to sleep in the terminal. Captain Ilse Dorn had asked for a new engine three times since April. Norrund
Lines said that the ministry decided its budget in January. The Halvard, a second ship, came at dawn and
took the lorries first. The farmers, who had calves with them, were angry. The harbour master has promised
an inquiry. It is the fourth in two years and people in Orlestad do not think it will find anything."""


def made(name: str, text: str) -> Document:
    return document(text, name=name, language="en")


def invented(seed: int) -> str:
    """Eight sentences of words that no other text has."""
    draw = random.Random(seed)
    words = [
        "".join(draw.choices(("ba", "ko", "ril", "sen", "tum", "dar", "vo", "ques"), k=4)) for _ in range(80)
    ]
    return " ".join(" ".join(words[at : at + 10]).capitalize() + "." for at in range(0, 80, 10))


def grouped(found: Families) -> list[list[str]]:
    return [[member.path for member in family.members] for family in found.families]


def roles(found: Families) -> dict[str, str]:
    return {member.path: member.role for family in found.families for member in family.members}


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in made("x", text).sentences]


def test_a_simplified_version_is_family_and_another_article_is_not() -> None:
    found = families([made("bees", BEES), made("simple", SIMPLER), made("ferry", FERRY)])
    assert grouped(found) == [["ferry", "simple"], ["bees"]]
    assert roles(found) == {"ferry": "full", "simple": "full", "bees": "full"}


def test_an_excerpt_is_told_with_what_it_covers() -> None:
    lines = sentences(FERRY)
    found = families([made("part", " ".join(lines[2:5])), made("ferry", FERRY)])
    part = found.families[0].members[1]
    assert (part.path, part.role) == ("part", "excerpt")
    words = [len(line.split()) for line in lines]
    assert part.coverage == pytest.approx(sum(words[2:5]) / sum(words), abs=0.06)


def test_marks_of_elision_make_an_excerpt_where_no_long_stretch_is_missing() -> None:
    lines = sentences(FERRY)
    text = " ".join([lines[0], "(...)", *lines[2:4], "(...)", *lines[5:]])
    assert roles(families([made("ferry", FERRY), made("marked", text)]))["marked"] == "excerpt"


def test_copies_and_near_copies_are_told_apart() -> None:
    near = FERRY.replace("loudly", "bitterly")
    found = families([made("c", near), made("b", FERRY.upper()), made("a", FERRY)])
    assert roles(found) == {"a": "full", "b": "copy", "c": "near-copy"}
    assert [member.coverage for member in found.families[0].members] == [1.0, 1.0, 1.0]


def test_two_parts_that_share_nothing_are_one_family_through_the_whole() -> None:
    lines = sentences(FERRY)
    parts = [made("one", " ".join(lines[:4])), made("two", " ".join(lines[4:]))]
    assert grouped(families(parts)) == [["one"], ["two"]]
    (together,) = grouped(families([*parts, made("whole", FERRY)]))
    assert together[0] == "whole"
    assert sorted(together) == ["one", "two", "whole"]


def test_parts_that_overlap_at_their_edges_are_one_family() -> None:
    lines = sentences(FERRY)
    found = families([made("one", " ".join(lines[:5])), made("two", " ".join(lines[2:]))])
    assert len(found.families) == 1


def test_a_loop_makes_no_version_the_fullest() -> None:
    shorter = " ".join(sentences(FERRY)[:-1])
    looped = shorter.replace("loudly.", "loudly" + ", and the calves complained" * 40 + ".")
    found = families([made("a-loop", looped), made("whole", FERRY)])
    assert found.families[0].members[0].path == "whole"


def test_letters_confused_in_scanning_do_not_part_versions() -> None:
    draw = random.Random(4)
    words = [
        word.replace("e", "c", 1).replace("l", "1", 1) if draw.random() < 0.15 else word
        for word in FERRY.split()
    ]
    assert len(families([made("ferry", FERRY), made("scanned", " ".join(words))]).families) == 1


def test_the_furniture_of_a_site_makes_no_family() -> None:
    furniture = (
        "Readers of the Quay Gazette can now listen to every article on their way to work. Our reporters answer "
        "letters on Thursday afternoons, and the best of them are printed in the Saturday magazine. Tell the "
        "newsroom what you saw by telephone, or come to the counter in Mill Street."
    )
    pieces = [FERRY, BEES, *(invented(seed) for seed in range(4))]
    pages = [made(f"page{number}", f"{text} {furniture}") for number, text in enumerate(pieces)]
    assert len(families(pages).families) == len(pages)


def test_more_copies_than_a_rare_shingle_may_have() -> None:
    lines = sentences(FERRY)
    documents = [
        made(f"{number:02}", " ".join([*lines[: 6 + number % 3], f"Edition {number}."]))
        for number in range(80)
    ]
    assert len(families([*documents, made("bees", BEES)]).families) == 2


def test_nothing_and_next_to_nothing() -> None:
    assert families([]).families == ()
    found = families([made("empty", ""), made("also", ""), made("word", "Calves."), made("ferry", FERRY)])
    assert grouped(found) == [["also"], ["empty"], ["ferry"], ["word"]]


def test_json_and_back() -> None:
    found = families([made("bees", BEES), made("simple", SIMPLER), made("ferry", FERRY)])
    data = found.to_dict()
    assert data["schema"] == "truecopy.families/1"
    assert data["families"][1] == {"members": [{"path": "bees", "role": "full", "coverage": 1.0}]}
    assert Families.from_dict(data) == found


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_the_documents_changes_nothing(seed: int) -> None:
    lines = sentences(FERRY)
    documents = [
        made("ferry", FERRY),
        made("copy", FERRY),
        made("simple", SIMPLER),
        made("bees", BEES),
        made("half bees", " ".join(sentences(BEES)[1:4])),
        made("part", " ".join(lines[:3])),
        made("end", " ".join(lines[4:])),
    ]
    expected = families(documents)
    random.Random(seed).shuffle(documents)
    assert families(documents) == expected


def test_the_demonstration() -> None:
    from compare.text.reading import read

    names = ("reference.txt", "roundtrip.txt", "excerpt.txt", "ocr.txt", "edited.txt", "related.txt")
    found = families(read(SEEDS / name, name=name) for name in names)
    assert [sorted(group) for group in grouped(found)] == [sorted(names[:-1]), ["related.txt"]]
    assert roles(found)["excerpt.txt"] == "excerpt"


def test_the_five_articles() -> None:
    from compare.text.reading import read

    folder = Path(__file__).resolve().parents[3] / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("the articles are not here")
    found = families(read(path, name=path.name[:3]) for path in sorted(folder.glob("0*.txt")))
    assert grouped(found) == [["000", "001"], ["002"], ["003"], ["004"]]


def test_three_levels_of_one_article_and_excerpts_of_them() -> None:
    data = Path(__file__).resolve().parents[3] / "shared" / "data"
    if not (data / "onestop.jsonl.gz").is_file():
        pytest.skip("the labelled data is not here")
    from benchmarks.quality.families import excerpt, figures, found_pairs, onestop, true_pairs

    full = [text for text in onestop(data) if text[0] < "K"]  # the first third of the alphabet, to be quick
    assert figures(found_pairs(full), true_pairs(full)) == (1.0, 1.0)
    draw = random.Random(7)
    half = [(piece, name, excerpt(text, draw) if draw.random() < 0.5 else text) for piece, name, text in full]
    precision, recall = figures(found_pairs(half), true_pairs(half))
    assert precision == 1.0
    assert recall >= 0.9  # the floor of 0.95 is for all pieces; of a third of them a family is 2 %
