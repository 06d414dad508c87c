"""Partners of a bead's words are found one reason after another: what the word edits say first, then the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from compare.findings.clues.content import content_of
from compare.findings.clues.senses import is_opposite
from compare.findings.clues.word_pairs import may_face, parts_of_compound
from compare.findings.clues.wordlists import base

if TYPE_CHECKING:
    from collections.abc import Callable

    from compare.model import Edit, Token

How = Literal["equal", "form", "derived", "meaning", "opposite", "related", "facing"]
"""Why two words are partners, the surest first.

``related`` says that a large lexicon knows one as a kind of the other, or both as kinds of one thing, and ``facing``
only that one stands in the place of the other: neither says that they mean the same.
"""


class Pairing:
    """The partners while they are looked for, one reason after another, the surest first."""

    def __init__(self, reference: tuple[Token, ...], candidate: tuple[Token, ...], language: str) -> None:
        self.reference, self.candidate = reference, candidate
        self.of_reference = [-1] * len(reference)
        self.of_candidate = [-1] * len(candidate)
        self.reference_content = content_of(reference, language)
        self.candidate_content = content_of(candidate, language)
        self.how: dict[int, How] = {}
        self._rows = [place for place, is_word in enumerate(self.reference_content) if is_word]
        self._columns = [place for place, is_word in enumerate(self.candidate_content) if is_word]

    def pair_compounds(self) -> None:
        """Pair the parts of a compound with a hyphen that stand as words of their own on the other side.

        Of "hot air" and "hot-air balloon" one part alone would find the compound and the other stand for nothing. The
        compound keeps the partner that it has.
        """
        rows, columns = self.free()
        for here, there, free, is_reference in (
            (self.reference, self.candidate, columns, True),
            (self.candidate, self.reference, rows, False),
        ):
            if not free:
                continue
            for place, token in enumerate(here):
                if "-" not in token.form:
                    continue
                parts = parts_of_compound(token.form)
                for other in [other for other in free if base(there[other].form) in parts]:
                    free.remove(other)
                    row, column = (place, other) if is_reference else (other, place)
                    if is_reference:
                        self.of_candidate[column] = row
                        if self.of_reference[row] < 0:
                            self.set(row, column, "derived")
                    else:
                        self.of_reference[row] = column
                        self.how[row] = "derived"
                        if self.of_candidate[column] < 0:
                            self.set(row, column, "derived")

    def set(self, place: int, other: int, how: How) -> None:
        """Make two words partners."""
        self.of_reference[place], self.of_candidate[other], self.how[place] = other, place, how

    def take_edits(self, edits: tuple[Edit, ...]) -> None:
        """Take over the pairs that the word edits have made in the order of the text."""
        place = other = 0
        for edit in edits:
            if edit.kind == "equal":
                end, last = place + len(edit.reference), other + len(edit.reference)
                self.of_reference[place:end] = range(other, last)
                self.of_candidate[other:last] = range(place, end)
                self.how.update(dict.fromkeys(range(place, end), "equal"))
            elif edit.kind in ("stem", "near") and len(edit.reference) == len(edit.candidate) == 1:
                one, two = edit.reference[0].form, edit.candidate[0].form
                if edit.kind == "stem" or not is_opposite(one, two):
                    self.set(place, other, "form" if edit.kind == "stem" else "derived")
            place += len(edit.reference)
            other += len(edit.candidate)

    def free(self) -> tuple[list[int], list[int]]:
        """The places of content words that have no partner yet, on both sides."""
        # who has a partner keeps one: each time fewer words have to be asked
        self._rows = [place for place in self._rows if self.of_reference[place] < 0]
        self._columns = [place for place in self._columns if self.of_candidate[place] < 0]
        return self._rows.copy(), self._columns.copy()

    def pair(self, how: How, fits: Callable[[Token, Token], bool]) -> None:
        """Pair free content words that fit, each with the one that stands nearest to its own relative place."""
        rows, columns = self.free()
        if not rows or not columns:
            return
        slope = len(self.candidate) / max(1, len(self.reference))
        for place in rows:
            one = self.reference[place]
            fitting = [other for other in columns if fits(one, self.candidate[other])]
            if fitting:
                nearest = min(fitting, key=lambda other: (abs(other - place * slope), other))
                columns.remove(nearest)
                self.set(place, nearest, how)

    def pair_abbreviations(self) -> None:
        """Pair "UN" with "United Nations": the capitals of one word begin a run of words on the other side."""
        rows, columns = self.free()
        for place in rows:
            self._spell_out(place, columns, self.reference, self.candidate, is_reference=True)
        rows, columns = self.free()
        for other in columns:
            self._spell_out(other, rows, self.candidate, self.reference, is_reference=False)

    def _spell_out(
        self,
        place: int,
        others: list[int],
        here: tuple[Token, ...],
        there: tuple[Token, ...],
        *,
        is_reference: bool,
    ) -> None:
        if not here[place].text.isupper():
            return
        letters = here[place].text.replace(".", "")
        if not 2 <= len(letters) <= 6:
            return
        for first in range(len(others) - len(letters) + 1):
            run = others[first : first + len(letters)]
            if "".join(there[i].text[0].upper() for i in run) == letters and run[-1] - run[0] < 2 * len(run):
                for i in run:
                    if is_reference:
                        self.of_candidate[i] = place
                    else:
                        self.of_reference[i] = place
                        self.how[i] = "meaning"
                if is_reference:
                    self.of_reference[place] = run[0]
                    self.how[place] = "meaning"
                else:
                    self.of_candidate[place] = run[0]
                return

    def pair_facing(self) -> None:
        """Pair a free word with the one free word that stands between the same partners on the other side."""
        rows, columns = self.free()
        if not rows or not columns:
            return
        open_columns = set(columns)
        reference_content = [i for i, is_word in enumerate(self.reference_content) if is_word]
        candidate_content = [i for i, is_word in enumerate(self.candidate_content) if is_word]
        place_in = {place: rank for rank, place in enumerate(candidate_content)}
        for rank, place in enumerate(reference_content):
            if self.of_reference[place] >= 0:
                continue
            before = self.of_reference[reference_content[rank - 1]] if rank else -1
            after = (
                self.of_reference[reference_content[rank + 1]] if rank + 1 < len(reference_content) else -1
            )
            for known, step in ((before, 1), (after, -1)):
                if known < 0 or known not in place_in:
                    continue
                facing = place_in[known] + step
                if (
                    0 <= facing < len(candidate_content)
                    and candidate_content[facing] in open_columns
                    and may_face(self.reference[place], self.candidate[candidate_content[facing]])
                ):
                    open_columns.discard(candidate_content[facing])
                    self.set(place, candidate_content[facing], "facing")
                    break
