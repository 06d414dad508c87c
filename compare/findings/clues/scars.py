"""Scars: neighbours that no sound sentence has, where something was cut out.

A preposition before a full stop, two commas in a row, a possessive that belongs to nobody, a verb where the sentence
begins. English words; marks of any language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from compare.text.names import POSSESSIVES, TITLES
from compare.text.numerals import NUMBER_WORDS
from compare.text.wordlists import words

if TYPE_CHECKING:
    from compare.model import Token

Window = tuple["Token | None", "Token | None", "Token | None", "Token | None"]
"""Two tokens before a gap and two after it."""

STRICT: Final = words("scars", "strict")
"""Words after which a noun has to come, whatever the sentence."""
GOVERNING: Final = STRICT | words("scars", "governing")
"""Words after which a noun comes, or an adverb or a clause."""
FOLLOWERS: Final = words("scars", "followers")
"""Words that do not come where a noun has to."""
ESTIMATES: Final = words("scars", "estimates")
"""Those of them that may come before a number: "in about 20 years"."""
VERBS: Final = words("scars", "verbs")
OBJECTS: Final = words("scars", "objects")
"""Words that begin an object: after one in -ed that is a verb."""
CLOSING: Final = frozenset({",", ".", ";", ":", "!", "?", ")"})

SURE: Final = 5.0  # points of a hole that nothing else can be
DEEP: Final = 3.5
SHALLOW: Final = 2.5


def scar(near: Window) -> float:
    """How much a gap looks like a hole, in points, 0 to 5.

    Args:
        near: two tokens before the gap and two after it, None beyond the ends of the sentence.

    >>> from compare.text.tokens import tokenize
    >>> lives, on, stop = tokenize("lives on.")[-3:]
    >>> scar((lives, on, stop, None)), scar((None, lives, on, stop))
    (3.5, 0.0)
    """
    earlier, previous, following, later = near
    if following is None:
        return 2.0 if previous is not None and previous.form in GOVERNING else 0.0
    if _is_possessive(following, later):
        # glued to "it" or "that" an 's is a verb; after a space or a mark it belongs to nobody
        is_alone = previous is None or previous.end < following.start
        return (
            SURE
            if is_alone
            else DEEP
            if previous is not None and previous.text in {",", ".", ";", ":"}
            else 0.0
        )
    if previous is None:
        return _at_the_beginning(following, later)
    return max(
        _between_marks(previous, following),
        _after_a_title(earlier, previous, following),
        _without_a_subject(earlier, previous, following, later),
        _without_a_noun(previous, following, later),
    )


def _is_possessive(following: Token, later: Token | None) -> bool:
    if following.text in POSSESSIVES:
        return True
    is_apostrophe = following.text in {"'", "’"}
    return is_apostrophe and later is not None and later.text == "s" and later.start == following.end


def _at_the_beginning(following: Token, later: Token | None) -> float:
    """A sentence that begins with a comma, a hyphen glued to a word, or a verb."""
    is_tied = following.text == "-" and later is not None and later.start == following.end
    if is_tied or following.text in {",", ";"}:
        return SURE
    is_verb = following.form in VERBS or following.form.endswith("ed")
    return 2.0 if is_verb or following.form in {"and", "or"} else 0.0


def _between_marks(previous: Token, following: Token) -> float:
    """Empty brackets, two commas in a row."""
    if previous.text == "(" and following.text == ")":
        return SURE
    return DEEP if following.text in {",", "."} and previous.text in {",", "(", ";", ":"} else 0.0


def _after_a_title(earlier: Token | None, previous: Token, following: Token) -> float:
    """Such as "Dr. began", "President has"."""
    if earlier is not None and earlier.form in TITLES and previous.text == ".":
        return DEEP if following.text[:1].islower() else 0.0
    is_title = previous.form in TITLES and previous.text[:1].isupper()
    return SHALLOW if is_title and following.form in VERBS else 0.0


def _without_a_subject(
    earlier: Token | None, previous: Token, following: Token, later: Token | None
) -> float:
    """Such as "…”, said in March", "In 1902, was destroyed", "Besides, added that"."""
    if previous.form in {"said", "says"} and earlier is not None and earlier.kind == "mark":
        return SHALLOW if following.form in FOLLOWERS or following.text == "," else 0.0
    if earlier is None and previous.form == '"' and following.form in VERBS:
        return SHALLOW
    if previous.text != ",":
        return 0.0
    if following.form.endswith("ed") and later is not None and later.form == "that":
        return 2.0
    return 1.5 if following.form in VERBS else 0.0


def _without_a_noun(previous: Token, following: Token, later: Token | None) -> float:
    """Such as "lives in.", "a town of in the west", "from are", "in exceeded 4 %"; "in about 20 years" is sound."""
    if previous.form not in GOVERNING:
        return 0.0
    if previous.form in STRICT and following.form in FOLLOWERS:
        counts = later is not None and (later.kind == "number" or later.form in NUMBER_WORDS)
        return 0.0 if counts and following.form in ESTIMATES else DEEP
    if following.text in CLOSING or _closes_a_quotation(following, later):
        return DEEP
    if following.form in VERBS or following.form in {"who", "and", "or"} or _is_past_tense(following, later):
        return SHALLOW
    return 2.0 if following.text == "(" else 0.0


def _closes_a_quotation(following: Token, later: Token | None) -> bool:
    """Whether a quotation mark ends a sentence: "for the sea and for "."; one that opens has a word behind it."""
    return following.form == '"' and (later is None or later.text in CLOSING)


def _is_past_tense(following: Token, later: Token | None) -> bool:
    """Whether a word in -ed is a verb with an object: "reached the", not "reached goals"."""
    has_object = later is not None and (later.kind == "number" or later.form in OBJECTS)
    return has_object and following.form.endswith("ed")
