"""Which mentions of a name or a value are one fact, and what stands at its place in a version that has it otherwise.

    mentions of each version in a row → slots: the same reading, else a near one, else the same place, else a new slot
    a version without a mention → the words of its own that face the mention, where they are much like it

"3O metres" is no value and "2O14" no year, yet a reader wants to see them in the line of 30 metres and of 2014.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from compare.align.edits import word_edits
from compare.text.forms import LONGEST_WORD_LETTERS
from compare.text.names import Name, names
from compare.text.quantities import Value, is_same_value
from compare.text.values import values

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.align.collated import Collation, Row
    from compare.model import Document, Span, Token
    from compare.settings import AlignSettings


_LOOK_ALIKE: Final = str.maketrans({"0": "o", "1": "l", "i": "l", "|": "l", "5": "s", "8": "b"})
"""What a scanner reads for one another, after case folding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name or a value at its place; ``fact`` is ``None`` where other words stand at the place of one."""

    fact: Name | Value | None
    span: Span

    @property
    def text(self) -> str:
        """The words in one line."""
        return " ".join(self.span.text.split())


Slot = dict[int, Mention]
"""A fact: the mention of each version that has one."""


def is_same(one: Mention, other: Mention) -> bool:
    """Say whether two mentions read alike; two ways to write a value do."""
    if isinstance(one.fact, Name):
        return isinstance(other.fact, Name) and one.fact.words == other.fact.words
    if isinstance(one.fact, Value):
        return isinstance(other.fact, Value) and is_same_value(one.fact, other.fact)
    return other.fact is None and one.text == other.text


def mentions(document: Document, tokens: Sequence[Sequence[Token]]) -> dict[int, list[Mention]]:
    """Give the names and values of each sentence that has some, in the order of the text."""
    found: dict[int, list[Mention]] = {}
    for index, sentence in enumerate(tokens):
        for value in values(sentence, document.language):
            # "one", "both", "a decade" may stand for a number, but need not; the digit of "sai1ors" does not
            if value.is_soft or _is_inside_a_word(document.text, value.start, value.end):
                continue
            found.setdefault(index, []).append(
                Mention(fact=value, span=document.span(value.start, value.end))
            )
    for name in names(tokens, language=document.language):
        span = document.span(name.start, name.end)
        # "Forty-two turbines" begins with a capital, and is a number all the same
        if not any(
            span.start < other.span.end and other.span.start < span.end
            for other in found.get(name.sentence, ())
        ):
            found.setdefault(name.sentence, []).append(Mention(fact=name, span=span))
    for inside in found.values():
        inside.sort(key=lambda mention: (mention.span.start, mention.span.end))
    return found


def _is_inside_a_word(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalpha() and text[end : end + 1].isalpha()


def slots_of(
    collation: Collation,
    row: Row,
    here: dict[int, list[Mention]],
    words: dict[int, list[Token]],
    *,
    settings: AlignSettings,
) -> list[Slot]:
    """Set the mentions of one row against each other.

    Args:
        collation: the table that the row is of.
        row: of the table.
        here: of each version that has the row its mentions there.
        words: of each of these versions its words there.
        settings: ``fact_similarity``.
    """
    order = sorted(
        here, key=lambda version: (version != row.lead, collation.documents[version].sha256, version)
    )

    @cache
    def facing(holder: int, version: int) -> list[tuple[Sequence[Token], Sequence[Token]]]:
        edits = word_edits(
            words[holder], words[version], language=collation.documents[holder].language, settings=settings
        )
        return [
            pair
            for edit in edits
            for pair in (
                [((one,), (other,)) for one, other in zip(edit.reference, edit.candidate, strict=True)]
                if edit.kind == "equal"
                else [(edit.reference, edit.candidate)]
            )
        ]

    def opposite(holder: int, version: int, span: Span) -> Mention | None:
        run = [
            token
            for ours, theirs in facing(holder, version)
            if any(token.start < span.end and span.start < token.end for token in ours)
            for token in theirs
        ]
        return _nearest(collation.documents[version], run, span, settings.fact_similarity)

    slots: list[Slot] = []
    for version in order:
        left = here[version]
        for is_place in (False, True):
            left = _joined(slots, version, left, row=row if is_place else None, settings=settings)
        for mention in left:
            says_it_again = any(version in slot and is_same(slot[version], mention) for slot in slots)
            holder = row.lead if row.lead in here and row.lead != version else None
            # "caIm" begins no name: it faces the ordinary word that it was misread from
            is_misprint = holder is not None and opposite(version, holder, mention.span) is not None
            if not says_it_again and not is_misprint:
                slots.append({version: mention})
    for slot in slots:
        holder = min(slot, key=order.index)
        for version in order:
            if version == holder:
                continue
            other = opposite(holder, version, slot[holder].span)
            # of "3O metres" the value is 3; what a reader is to see is the whole
            if other is not None and (version not in slot or _is_wider(other.span, slot[version].span)):
                slot[version] = other
    return slots


def _is_wider(one: Span, other: Span) -> bool:
    return one.start <= other.start and other.end <= one.end and one.end - one.start > other.end - other.start


def _joined(
    slots: list[Slot], version: int, left: Sequence[Mention], *, row: Row | None, settings: AlignSettings
) -> list[Mention]:
    """Put mentions into the slots that hold the same, or, given the row, a near name or another at the same place."""
    rest = []
    for mention in left:
        open_slots = [slot for slot in slots if version not in slot]
        if row is None:
            slot = next(
                (slot for slot in open_slots if any(is_same(mention, each) for each in slot.values())), None
            )
        else:
            near = [(_likeness(mention, slot), -number) for number, slot in enumerate(open_slots)]
            best, number = max(near, default=(0.0, 0))
            slot = (
                open_slots[-number]
                if best >= settings.fact_similarity
                else next((slot for slot in open_slots if _is_same_place(row, slot, version, mention)), None)
            )
        if slot is None:
            rest.append(mention)
        else:
            slot[version] = mention
    return rest


def _likeness(mention: Mention, slot: Slot) -> float:
    """Give how near a name is to those of a slot, 0 to 1; values are near only as values."""
    if not isinstance(mention.fact, Name):
        return 0.0
    return max(
        (_ratio(mention.text, each.text) for each in slot.values() if isinstance(each.fact, Name)),
        default=0.0,
    )


def _ratio(one: str, other: str) -> float:
    from rapidfuzz.distance import Indel

    folded = [text.casefold().translate(_LOOK_ALIKE) for text in (one, other)]
    letters = [
        "".join(letter for letter in text[:LONGEST_WORD_LETTERS] if letter.isalnum()) for text in folded
    ]
    return Indel.normalized_similarity(*letters) if all(letters) else 0.0


def _is_same_place(row: Row, slot: Slot, version: int, mention: Mention) -> bool:
    """Say whether a mention stands where a version of the slot has another of its sort."""
    is_name = isinstance(mention.fact, Name)
    own = _places(row, version, mention.span)
    return bool(own) and any(
        isinstance(other.fact, Name) == is_name and own & _places(row, holder, other.span)
        for holder, other in slot.items()
    )


def _places(row: Row, version: int, span: Span) -> set[int]:
    """Give the numbers of the differing places that a mention touches."""
    return {
        number
        for number, variant in enumerate(row.variants)
        if (place := variant.spans[version]) is not None and place.start < span.end and span.start < place.end
    }


def _nearest(document: Document, run: Sequence[Token], span: Span, least: float) -> Mention | None:
    """Give the words of a run that are most like those of a span, where they are alike enough."""
    length = len(span.text.split())
    best, found = least, None
    for first in range(len(run)):
        for last in range(first + max(1, length - 1), min(len(run), first + length + 2) + 1):
            low, high = run[first].start, run[last - 1].end
            if low >= high:  # from two sentences that stand the other way round
                continue
            alike = _ratio(document.text[low:high], span.text)
            if alike > best or (found is None and alike >= best):
                best, found = alike, (low, high)
    return Mention(fact=None, span=document.span(*found)) if found else None
