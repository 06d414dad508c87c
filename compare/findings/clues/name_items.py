"""What one side of a bead names and the other does not: the words of names that have no counterpart."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final

from compare.text.capital_nouns import follows_determiner, has_noun_capitals, is_common_noun
from compare.text.lexicon import rarity
from compare.text.names import DOUBTFUL, SURE, distinctive, opening_word
from compare.text.namesakes import groups, plain
from compare.text.ordinary import is_ordinary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.model import Edit, Token
    from compare.text.names import Name
    from compare.text.namesakes import Vocabulary

UNHEARD_NATS: Final = 12.5
"""Rarity from which a word that opens a sentence is rather a name: one in 270,000."""
OPENING_STRENGTH: Final = 0.2
"""Strength of a word that may be a name only because it opens a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameItem:
    """Neighbouring words of a name that the other side lacks.

    ``is_whole``: nothing that tells the name is left on the other side. ``is_ordinary``: all are words of the language
    too. ``is_opening``: a word at the start of a sentence that may be no name. ``is_surplus``: the name stands on both
    sides, but on this one more often.
    """

    tokens: tuple[Token, ...]
    sentence: tuple[Token, ...]
    before: Token | None
    after: Token | None
    strength: float
    is_whole: bool
    is_ordinary: bool
    is_opening: bool = False
    is_surplus: bool = False

    @property
    def start(self) -> int:
        """Where the words begin, in code points."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.tokens[-1].end

    @property
    def words(self) -> tuple[str, ...]:
        """The plain forms of the words."""
        return tuple(plain(token.form) for token in self.tokens if token.kind != "mark")

    @property
    def is_sure(self) -> bool:
        """Whether nothing but a name can be meant."""
        return self.strength >= SURE and not self.is_ordinary

    @property
    def is_unheard(self) -> bool:
        """Whether it is a name of several words, or of one that hardly any text has."""
        return not self.is_ordinary and (len(self.words) > 1 or rarity(self.words[0]) > UNHEARD_NATS)

    @property
    def has_digits(self) -> bool:
        """Whether it is a name with a number, such as "COVID-19", which is often shortened."""
        return any(letter.isdigit() for word in self.words for letter in word)

    @property
    def is_known_place(self) -> bool:
        """Whether it is one of the countries and peoples of our own list."""
        return bool(groups(self.words[0]))


def name_items(
    tokens: Sequence[Token],
    found: Sequence[Name],
    own: Vocabulary,
    other: Vocabulary,
    *,
    language: str = "en",
) -> list[NameItem]:
    """What one sentence names and the other side lacks, and its opening word if the other side lacks that.

    Args:
        tokens: the sentence.
        found: its names.
        own: the words of this side of the bead.
        other: the words of the other side.
        language: ISO 639-1.
    """
    items = [item for name in found if (item := _item(name, tokens, own, other, language))]
    opening = None if has_noun_capitals(language) else opening_word(tokens, language)
    if opening is None or any(name.first <= opening < name.last for name in found):
        return items
    token = tokens[opening]
    if not other.has(plain(token.form), token.stem):
        is_plain_word = _is_ordinary(token, language)
        items.append(
            _made(
                tokens, [token], OPENING_STRENGTH, is_whole=True, is_ordinary=is_plain_word, is_opening=True
            )
        )
    return items


def facing_nouns(
    lost: Sequence[NameItem],
    tokens: Sequence[Token],
    edits: Sequence[Edit],
    other: Vocabulary,
    *,
    language: str,
) -> list[NameItem]:
    """Common nouns in the place of a name, in a language where their capital does not make them names.

    "Rang" says nothing by itself, but where the reference writes "sagte Lang" it is what became of the name.

    Args:
        lost: what the reference names and the candidate lacks.
        tokens: the candidate's words of the bead.
        edits: the word edits of the bead.
        other: the words of the reference's side.
        language: ISO 639-1.
    """
    places = {token.start: place for place, token in enumerate(tokens)}
    items = []
    for edit in edits:
        if edit.kind != "replace" or len(edit.reference) != 1 or len(edit.candidate) != 1:
            continue
        token = edit.candidate[0]
        is_noun = token.kind == "word" and token.text[:1].isupper() and token.start in places
        if not is_noun or follows_determiner(tokens, places[token.start], language):
            continue
        is_faced = any(item.start < edit.reference_end and edit.reference_start < item.end for item in lost)
        if is_faced and not other.has(plain(token.form), token.stem):
            items.append(_made(tokens, [token], DOUBTFUL, is_whole=True, is_ordinary=True))
    return items


def _item(
    name: Name, tokens: Sequence[Token], own: Vocabulary, other: Vocabulary, language: str
) -> NameItem | None:
    known = distinctive(tokens[name.first : name.last], language)
    initials = "".join(plain(token.form)[:1] for token in known)
    if len(known) > 1 and _is_abbreviated(initials, other) and not _is_abbreviated(initials, own):
        return None
    missing = [token for token in known if not other.has(plain(token.form), token.stem)]
    if not missing:
        return _surplus(name, tokens, known, own, other, language)
    short = [token for token in missing if token.text.isupper() and other.abbreviates(plain(token.form))]
    # an abbreviation beside its full form is a gloss: the full form alone is nearly as much
    gloss = [token for token in short if own.abbreviates(plain(token.form))]
    unexplained = [token for token in missing if token not in short or token in gloss]
    missing = other.without_groups(unexplained)
    if not missing:
        is_surplus = bool(unexplained) and own.pair_count(unexplained) > other.pair_count(unexplained)
        if not is_surplus:
            return None
        return _made(tokens, unexplained, name.strength, is_whole=True, is_ordinary=True, is_surplus=True)
    kept = [token for token in known if token not in missing and not _is_ordinary(token, language)]
    telling = [token for token in missing if not _is_ordinary(token, language)]
    is_whole = len(missing) == len(known) or bool(telling and not kept)
    # of "Ines Hale" the given name may go, the surname may not
    is_whole = is_whole or (len(telling) > 1 and telling[-1] is known[-1])
    is_plain = all(_is_ordinary(token, language) or token in gloss for token in missing)
    return _made(tokens, missing, name.strength, is_whole=is_whole, is_ordinary=is_plain)


def _is_abbreviated(initials: str, vocabulary: Vocabulary) -> bool:
    """Whether a side has the initials of a name as a word, or with a letter before them: CSRC for the SRC of China."""
    if vocabulary.counts[initials]:
        return True
    return len(initials) > 2 and any(vocabulary.counts[letter + initials] for letter in ascii_lowercase)


def _surplus(
    name: Name, tokens: Sequence[Token], known: list[Token], own: Vocabulary, other: Vocabulary, language: str
) -> NameItem | None:
    if not known or not all(
        own.count(plain(token.form)) > other.count(plain(token.form)) > 0 for token in known
    ):
        return None
    is_plain = all(_is_ordinary(token, language) for token in known)
    return _made(tokens, known, name.strength, is_whole=True, is_ordinary=is_plain, is_surplus=True)


def _made(
    tokens: Sequence[Token],
    missing: Sequence[Token],
    strength: float,
    *,
    is_whole: bool,
    is_ordinary: bool,
    is_opening: bool = False,
    is_surplus: bool = False,
) -> NameItem:
    first = bisect_left(tokens, missing[0].start, key=_start)
    last = bisect_left(tokens, missing[-1].start, key=_start)
    return NameItem(
        tokens=tuple(tokens[first : last + 1]),
        sentence=tuple(tokens),
        before=tokens[first - 1] if first else None,
        after=tokens[last + 1] if last + 1 < len(tokens) else None,
        strength=strength,
        is_whole=is_whole,
        is_ordinary=is_ordinary,
        is_opening=is_opening,
        is_surplus=is_surplus,
    )


def _start(token: Token) -> int:
    return token.start


def _is_ordinary(token: Token, language: str) -> bool:
    """Whether a word is one of the language and not written as an abbreviation or coinage."""
    capitals = sum(letter.isupper() for letter in token.text)
    if len(token.text) > 2 and capitals > 1 and "-" not in token.text:
        return False
    if has_noun_capitals(language):
        return is_common_noun(token.form, language)
    return is_ordinary(plain(token.form), language)
