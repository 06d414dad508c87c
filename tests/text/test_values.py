from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.text.atoms import atoms
from compare.text.tokens import tokenize
from compare.text.value_reader import Reader, may_begin_a_value
from compare.text.values import Value, is_converted, is_same_value, values


def only(text: str, language: str = "en") -> Value:
    found = [
        value for value in values(tokenize(text, language=language), language) if value.text != "century"
    ]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    "written",
    [
        "$6m",
        "$6M",
        "$6 million",
        "6,000,000 dollars",
        "six million dollars",
        "US$6m",
        "USD 6 million",
        "6 mn US dollars",
    ],
)
def test_ways_to_write_a_sum_are_one(written: str) -> None:
    value = only(f"It cost {written}, they said.")
    assert (value.kind, value.amount, value.unit) == ("money", 6e6, "dollar")
    assert value.text == written


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("6 per cent", "6%"),
        ("2,000 chips", "two thousand chips"),
        ("2000 chips", "2,000 chips"),
        ("the 21st of July", "July 21"),
        ("July twenty-first", "21 July"),
        ("9:30 p.m.", "21:30"),
        ("9.30 pm", "at 9:30"),
        ("15.00 UTC", "15:00 UTC"),
        ("half of them", "50 % of them"),
        ("a third of them", "one third of them"),
        ("the 1920s", "the twenties"),
        ("the 1800s", "the 19th century"),
        ("the third century", "the 3rd century"),
        ("2½ litres", "two and a half litres"),
        ("2 1/2 million", "2.5 million"),
        ("half a million", "500,000"),
        ("24 months", "two years"),
        ("five kilometres", "3 miles"),
        ("both brothers", "two brothers"),
        ("the 1st place", "first place"),
        ("a 24-year-old", "24 years old"),
        ("10 000 people", "ten thousand people"),
        ("COVID-19", "Covid-19"),
        ("a quarter of an hour", "15 minutes"),
        ("every half hour", "every 30 minutes"),
        ("a half-mile walk", "half a mile"),
        ("three quarters of a mile", "0.75 miles"),
        ("by a fifth", "by 20 per cent"),
        ("at a quarter to nine", "at 8:45"),
        ("ten past six", "6:10"),
        ("at ten minutes to six", "at 5:50 p.m."),
        ("half past two in the afternoon", "2:30 p.m."),
        ("an hour late", "60 minutes late"),
        ("a fortnight later", "two weeks later"),
        ("a mile", "1.6 km"),
    ],
)
def test_one_value(one: str, other: str) -> None:
    assert is_same_value(only(one), only(other))
    assert is_same_value(only(other), only(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$1.5 million", "$15 million"),
        ("$5", "£5"),
        ("5 km", "5 miles"),
        ("tens of millions", "the millions"),
        ("hundreds of sheep", "thousands of sheep"),
        ("17 July", "17 June"),
        ("on Monday", "on Tuesday"),
        ("in 1995", "in 1985"),
        ("20 %", "30 %"),
        (["the", "19", "of", "COVID-19"][-1], "19 %"),
        ("11:35", "11:45"),
        ("the 1920s", "the 1940s"),
        ("a third of them", "half of them"),
        ("a quarter of an hour", "25 minutes"),
        ("by a fifth", "by 25 per cent"),
        ("in March", "three months"),
        ("at a quarter to nine", "at a quarter past nine"),
        ("a millimetre", "a centimetre"),
        ("2 tablespoons", "2 teaspoons"),
        ("twice as much", "half as much"),
    ],
)
def test_two_values(one: str, other: str) -> None:
    assert not is_same_value(only(one), only(other))


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("They won 3-0.", [3, 0]),
        ("25-30 km", [25, 30]),
        ("a ratio of 3:2", [3, 2]),
        ("on 5/6/2020", [5, 6, 2020]),
        ("between 2008 and 2012", [2008, 2012]),
        ("version 1.2.3", [1, 2, 3]),
        ("eighty one-way tickets", [80, 1]),
        ("between four and thirty sheep", [4, 30]),
        ("May he come. March on!", []),
        ("No number is here.", []),
        ("", []),
    ],
)
def test_several_values(text: str, amounts: list[float]) -> None:
    assert [value.amount for value in values(tokenize(text))] == amounts


@pytest.mark.parametrize(
    "text", ["one of the best", "no one came", "the first time", "a second look", "both of them", "once"]
)
def test_small_words_are_soft(text: str) -> None:
    assert [value.is_soft for value in values(tokenize(text))] == [True]


@pytest.mark.parametrize(
    "text", ["one per cent", "a hundred sheep", "third place", "two sheep", "one hundred"]
)
def test_numbers_are_hard(text: str) -> None:
    assert not only(text).is_soft


def test_the_language_decides_between_thousand_and_decimal() -> None:
    assert only("Es waren 1.234 Leute.", "de").amount == 1234
    assert only("1,5 Millionen", "de").amount == 1_500_000
    assert only("٢٥", "ar").amount == 25


def test_a_unit_that_stands_for_another_is_told() -> None:
    assert is_converted(only("5 km"), only("3 miles"))
    assert not is_converted(only("5 km"), only("9 miles"))
    assert not is_converted(only("5 km"), only("3 hours"))


def test_a_letter_is_a_unit_in_lower_case_only() -> None:
    assert only("a 5g sample").unit == "gram"
    assert only("a 5G network").unit == ""


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="0123456789.,:/-' $%½²kmst one two hundred and a half July", max_size=40))
def test_values_stand_where_they_say(text: str) -> None:
    tokens = tokenize(text)
    end = 0
    for value in values(tokens):
        assert end <= value.start < value.end <= len(text)
        assert tokens[value.first].start <= value.start
        assert value.end <= tokens[value.last - 1].end
        assert value.text.split() == text[value.start : value.end].split()
        end = value.end


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0, max_value=10**12))
def test_thousands_marks_change_nothing(number: int) -> None:
    plain, marked = values(tokenize(f"{number} sheep")), values(tokenize(f"{number:,} sheep"))
    assert is_same_value(plain[0], marked[0])


def test_digits_without_end_are_no_number() -> None:
    assert values(tokenize("9" * 5000)) == ()
    assert values(tokenize("9" * 400 + ":30")) == ()


def test_a_range_shares_its_scale() -> None:
    first, last = values(tokenize("18 to 21 billion crowns"))
    assert is_same_value(first, only("18 billion crowns"))
    assert is_same_value(last, only("21 billion crowns"))


def test_short_years_and_roman_numbers() -> None:
    assert is_same_value(only("the summer of '92"), only("the summer of 1992"))
    assert is_same_value(only("at level II"), only("at level two"))
    assert only("at level II").is_soft


def test_a_date_in_figures_is_the_day_of_its_month() -> None:
    def dated(text: str) -> list[tuple[str, float, str]]:
        return sorted((value.kind, value.amount, value.unit) for value in values(tokenize(text)))

    assert dated("Sent on 2021-03-09.") == dated("Sent on 9 March 2021.")
    assert dated("Call 2021-33-09.") != dated("Call on 9 March 2021.")


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "6 h 42", "6h42"),
        ("fr", "19 h", "19h00"),
        ("fr", "1 850 €", "1850 euros"),
        ("fr", "12 %", "12 %"),
        ("fr", "38 milliards d'euros", "38 Md €"),
        ("fr", "41 mètres", "41 m"),
        ("fr", "7 heures du soir", "19 h"),
        ("de", "30. Mai", "30 Mai"),
        ("de", "sieben Uhr abends", "19 Uhr"),
        ("de", "6.42 Uhr", "6 Uhr 42"),
        ("de", "3 Mio. Euro", "3 Millionen Euro"),
        ("de", "5 Kilometer", "5 km"),
        ("es", "7 de la tarde", "19 h"),
        ("es", "3 millones de euros", "3 000 000 €"),
        ("ru", "3 млн", "3 миллиона"),
        ("en", "seven in the morning", "7 a.m."),
        ("en", "noon", "12 p.m."),
        ("en", "60 km/h", "60 kilometres an hour"),
        ("en", "5 mg", "5mg"),
        ("de", "zweihundert Jahre", "zwei Jahrhunderte"),
        ("de", "eine halbe Stunde", "30 Minuten"),
        ("de", "eine Viertelstunde", "15 Minuten"),
        ("de", "anderthalb Stunden", "90 Minuten"),
        ("de", "zweieinhalb Stunden", "150 Minuten"),
        ("fr", "trois quarts d'heure", "45 minutes"),
        ("fr", "deux heures et demie", "150 minutes"),
        ("es", "un cuarto de hora", "15 minutos"),
        ("it", "mezz'ora", "30 minuti"),
        ("nl", "een half uur", "30 minuten"),
        ("de", "um Viertel vor neun", "um 8.45 Uhr"),
        ("de", "um Viertel vor eins", "um 12.45 Uhr"),
        ("es", "a la una y media", "a las 13:30"),
        ("es", "el cuarto año", "el 4.º año"),
        ("de", "zehn nach sechs", "6.10 Uhr"),
        ("es", "a las nueve menos cuarto", "a las 8:45"),
        ("es", "a las dos y media", "a las 2:30"),
        ("fr", "à neuf heures moins le quart", "à 8 h 45"),
    ],
)
def test_one_value_in_several_languages(language: str, one: str, other: str) -> None:
    assert is_same_value(only(one, language), only(other, language))


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fr", "6 h 42", "6h24"),
        ("fr", "38 millions", "38 milliards"),
        ("fr", "30 mai", "30 mars"),
        ("fr", "mardi", "jeudi"),
        ("fr", "midi", "minuit"),
        ("fr", "164 mètres", "164 kilomètres"),
        ("de", "3 Millionen", "3 Milliarden"),
        ("de", "30. Mai", "30. März"),
        ("de", "7 Uhr morgens", "7 Uhr abends"),
        ("it", "lunedì", "venerdì"),
        ("ru", "5 мая", "5 марта"),
        ("en", "7 a.m.", "7 p.m."),
        ("en", "5 mg", "5 g"),
        ("en", "110 bpm", "110 mmHg"),
        ("en", "12%", "12 percentage points"),
        ("de", "einen Millimeter", "einen Zentimeter"),
        ("de", "doppelt so viel", "halb so viel"),
        ("es", "dos horas y media", "dos horas y cuarto"),
    ],
)
def test_two_values_in_several_languages(language: str, one: str, other: str) -> None:
    assert not is_same_value(only(one, language), only(other, language))


def test_a_word_of_the_calendar_is_read_as_its_language_writes_it() -> None:
    assert not values(tokenize("On va sur Mars.", language="fr"), "fr")
    assert not values(tokenize("Elle vient du Midi cet après-midi.", language="fr"), "fr")
    assert [value.kind for value in values(tokenize("Er kam im Mai.", language="de"), "de")] == ["month"]


def test_half_an_hour_before_the_hour_in_german() -> None:
    assert only("Um halb drei ging sie.", "de").amount == 2.5
    assert is_same_value(only("Um halb drei ging sie.", "de"), only("Um 14:30 ging sie.", "de"))
    assert is_same_value(only("Um halb drei ging sie.", "de"), only("Um 14.30 Uhr ging sie.", "de"))
    assert not is_same_value(only("Um halb drei ging sie.", "de"), only("Um 15.30 Uhr ging sie.", "de"))


WORDS = (
    "May", "may", "mai", "Monday", "lundi", "noon", "midi", "II", "a", "an", "two", "twenties", "dozen",
    "several", "half", "first", "zwei", "dreißig", "beide", "halb", "deux", "both", "of", "and", "ship",
    "hundreds", "uhr", "dollars", "once", "twice", "7", "%",
    "viertel", "nach", "vor", "quarter", "past", "to", "cuarto", "media", "y", "menos", "quart",
    "demie", "heures", "moins",
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=7), st.sampled_from(["en", "und", "de", "fr", "es", "sv", "xx"])
)
def test_a_word_that_may_begin_no_value_begins_none(words: list[str], language: str) -> None:
    reader = Reader(atoms(tokenize(" ".join(words), language=language)), language)
    for place, atom in enumerate(reader.atoms):
        if atom.kind == "word" and not may_begin_a_value(atom.text, language):
            assert reader.read(place) is None
