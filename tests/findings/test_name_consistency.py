from __future__ import annotations

from compare.findings.name_consistency import find
from tests.findings.lines import lines
from tests.findings.making import alone


def test_two_spellings_are_told_once_with_all_places() -> None:
    text = "They use PayGlim. Nobody likes PayGlin. In May PayGlim failed, and PayGlyn with it."
    (finding,) = find(alone(text))
    assert finding.kind == "name-inconsistent"
    assert finding.message == "“PayGlim” is also written “PayGlin” (once) and “PayGlyn” (once)"
    assert finding.details["spellings"] == {"PayGlim": 2, "PayGlin": 1, "PayGlyn": 1}
    places = finding.details["places"]
    assert [text[place["start"] : place["end"]] for place in places] == [
        "PayGlim",
        "PayGlin",
        "PayGlim",
        "PayGlyn",
    ]
    assert finding.candidate is not None
    assert finding.candidate.text == "PayGlin"


def test_a_word_that_nobody_knows_beside_one_that_is_known() -> None:
    (finding,) = find(alone("He went to Toronto. The trains to Torotno were late."))
    assert finding.candidate is not None
    assert finding.candidate.text == "Torotno"


def test_a_companion_makes_two_unknown_words_one_name() -> None:
    (finding,) = find(alone("He met Ines Kvistan. Later Ines Kvisten left."))
    assert finding.details["spellings"] == {"Kvistan": 1, "Kvisten": 1}


def test_names_that_are_alike_are_not_one() -> None:
    texts = [
        "He went to Austria and to Australia.",
        "Between Iran and Iraq lies a river.",
        "They met Hanan, then Hanani, then Hananiah.",
        "The Chinese left China.",
        "He likes Kirkby. The Kirkbys like him.",
        "His sons were Joseph, Anders and Josech.",  # a list: three people
        "Joseph slept in the barn. They woke Josech at dawn.",
    ]
    assert [list(find(alone(text))) for text in texts] == [[]] * len(texts)


def test_what_the_reference_has_too_is_its_own_matter() -> None:
    reference = ["They use PayGlim.", "Nobody likes PayGlin."]
    assert list(find(lines(reference, reference))) == []
    (finding,) = find(lines(reference, ["They use PayGlim.", "Nobody likes PayGlyn."]))
    assert "PayGlyn" in finding.message
