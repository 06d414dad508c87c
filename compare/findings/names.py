"""Names that became others or were lost, told by what one side names and the other does not.

A name of one side is looked for on the other in every form that means the same. What is not found is paired: two near
forms are a name misspelled, two others in one place a name replaced; a name of the reference alone is lost.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from compare.findings.clues.name_items import facing_nouns, name_items
from compare.findings.clues.name_pairs import have_same_letters, name_pairs
from compare.findings.clues.named_near import is_named_near, is_pronoun_now
from compare.findings.clues.names_of_sides import names_of_sides
from compare.findings.clues.vacancies import vacancy
from compare.findings.clues.wording import wording
from compare.model import Finding
from compare.text.capital_nouns import has_noun_capitals
from compare.text.lexicon import rarity
from compare.text.names import POSSESSIVES, SURE
from compare.text.namesakes import Vocabulary, is_misspelling
from compare.text.ordinary import is_opener

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from compare.findings.clues.name_items import NameItem
    from compare.findings.clues.name_pairs import PairKind
    from compare.findings.clues.vacancies import Vacancy
    from compare.findings.evidence import Evidence, Side
    from compare.model import Bead, Edit, Severity, Span, Token
    from compare.text.names import Name


def find(evidence: Evidence) -> Iterator[Finding]:
    """Give the names that became others (``name``) and those that were lost (``dropped-name``).

    Nothing is said of a name that has become a pronoun, a shorter form of itself, its people or its abbreviation, and
    of one that stands in the neighbouring sentence. Another spelling of a romanised name is neutral between independent
    tellings; where the candidate is written after the reference, it is a slip.
    """
    if evidence.reference is None:
        return
    search = _Search(evidence, evidence.reference)
    for bead in evidence.alignment.beads:
        if bead.reference and bead.candidate and bead.kind != "equal":
            yield from search.findings(bead)


class _Search:
    """The names of both documents, and what is asked of them bead by bead."""

    def __init__(self, evidence: Evidence, reference: Side) -> None:
        self.evidence = evidence
        self.settings = evidence.settings
        self.reference = reference
        self.candidate = evidence.candidate
        self.language = evidence.candidate.document.language
        theirs, ours = names_of_sides(evidence)
        self.reference_names = _by_sentence(theirs)
        self.candidate_names = _by_sentence(ours)
        self._vocabularies: dict[bool, Vocabulary] = {}

    def _whole(self, *, of_candidate: bool) -> Vocabulary:
        """The words of a whole document, gathered when they are first asked for."""
        if of_candidate not in self._vocabularies:
            side = self.candidate if of_candidate else self.reference
            every = (token for sentence in side.tokens for token in sentence)
            self._vocabularies[of_candidate] = Vocabulary(every, self.language)
        return self._vocabularies[of_candidate]

    def _is_house_spelling(self, item: NameItem, rival: NameItem) -> bool:
        """Whether the candidate always writes the name so, more than once: somebody's choice, not a slip."""
        ours, theirs = self._whole(of_candidate=True), self._whole(of_candidate=False)
        written = [word for word in rival.words if word not in theirs.counts]
        left = [word for word in item.words if word not in rival.words and ours.counts[word]]
        return not left and bool(written) and all(ours.counts[word] > 1 for word in written)

    def _is_mended(self, item: NameItem, rival: NameItem) -> bool:
        """Whether it is the reference that misspells the name."""
        return len(item.words) == len(rival.words) and any(
            is_misspelling(theirs, ours, self.language)
            for theirs, ours in zip(item.words, rival.words, strict=True)
        )

    def findings(self, bead: Bead) -> Iterator[Finding]:
        """Give the findings of one bead that has sentences on both sides."""
        reference_tokens = self.reference.tokens_of(bead.reference)
        candidate_tokens = self.candidate.tokens_of(bead.candidate)
        edits = self.evidence.edits[bead.index]
        if not candidate_tokens or all(edit.kind == "equal" for edit in edits):
            return
        expected = Vocabulary(reference_tokens, self.language)
        found = Vocabulary(candidate_tokens, self.language)
        lost = self._items(self.reference, self.reference_names, bead.reference, expected, found)
        gained = self._items(self.candidate, self.candidate_names, bead.candidate, found, expected)
        if lost and not gained and has_noun_capitals(self.language):
            gained = facing_nouns(lost, candidate_tokens, edits, expected, language=self.language)
        if not any(not item.is_opening for item in (*lost, *gained)) and not lost:
            return
        if len(lost) * len(gained) > self.settings.most_pairs:
            return  # no sentence against its version: a list, or a text without full stops
        everywhere = self._whole(of_candidate=True) if lost and gained else found
        pairs = name_pairs(lost, gained, edits, everywhere, language=self.language)
        for pair in pairs:
            if pair.kind != "same":
                yield self._paired(bead, lost[pair.lost], gained[pair.gained], pair.kind, edits)
        paired = {pair.lost for pair in pairs}
        holes: set[int] = set()
        for place, item in enumerate(lost):
            if place in paired:
                continue
            finding = self._lost(bead, item, candidate_tokens, edits)
            # one scar tells of one loss
            if finding and finding.candidate and not (item.is_surplus and finding.candidate.start in holes):
                holes.add(finding.candidate.start)
                yield finding
        paired = {pair.gained for pair in pairs}
        for place, item in enumerate(gained):
            if place not in paired and not item.is_opening and not item.is_surplus:
                yield from self._gained(bead, item, expected)

    def _items(
        self,
        side: Side,
        by_sentence: dict[int, list[Name]],
        sentences: Sequence[int],
        own: Vocabulary,
        other: Vocabulary,
    ) -> list[NameItem]:
        return [
            item
            for sentence in sentences
            for item in name_items(
                side.tokens[sentence], by_sentence.get(sentence, ()), own, other, language=self.language
            )
        ]

    def _paired(
        self, bead: Bead, item: NameItem, rival: NameItem, kind: PairKind, edits: Sequence[Edit]
    ) -> Finding:
        expected = self.reference.document.span(item.start, item.end)
        found = self.candidate.document.span(rival.start, rival.end)
        severity: Severity = "major"
        confidence = self.settings.name_corrupted
        message = f"the name “{expected.text}” became “{found.text}”"
        if kind == "variant" and (self._is_house_spelling(item, rival) or self._is_mended(item, rival)):
            severity, confidence = "neutral", self.settings.name_variant
            message = f"the name “{expected.text}” is spelled “{found.text}” here"
        elif kind == "variant" and wording(self.evidence).is_copy():
            confidence = self.settings.name_miscopied
        elif kind == "variant":
            is_copied = wording(self.evidence).is_copied(
                bead.index, besides_words=len(item.words) + len(rival.words)
            )
            severity = "minor" if is_copied else "neutral"
            confidence = self.settings.name_miscopied_here if is_copied else self.settings.name_variant
            message = f"the name “{expected.text}” is spelled “{found.text}” here"
        elif kind == "replaced":
            is_sure = item.is_sure and rival.is_sure and (item.is_whole or rival.is_whole)
            confidence = self.settings.name_replaced if is_sure else self.settings.name_replaced_doubtful
            severity = "critical" if is_sure else "major"
            message = f"“{found.text}” stands where the reference names “{expected.text}”"
        return Finding(
            kind="name",
            severity=severity,
            confidence=confidence,
            message=message,
            reference=expected,
            candidate=found,
            bead=bead.index,
            details={"expected": expected.text, "found": found.text},
        )

    def _lost(
        self, bead: Bead, item: NameItem, candidate_tokens: tuple[Token, ...], edits: Sequence[Edit]
    ) -> Finding | None:
        if self._stands_beside(bead, item):
            return None
        hole = vacancy(item.tokens, item.sentence, candidate_tokens, edits)
        is_taken_up = hole.scar < self.settings.name_deep_scar and is_pronoun_now(item, edits)
        if is_taken_up and self._is_known(item):
            return None
        if hole.scar < self.settings.name_scar and is_named_near(self.evidence, bead, item.words):
            return None
        if item.is_opening and wording(self.evidence).freedom(bead.index) >= self.settings.name_free:
            return None  # a free version opens its sentences as it likes: "Relevance alone", "Correlation in itself"
        confidence = self._loss_confidence(item, hole, candidate_tokens)
        if not confidence:
            return None
        expected = self.reference.document.span(item.start, item.end)
        return Finding(
            kind="dropped-name",
            severity="major",
            confidence=confidence,
            message=f"the name “{expected.text}” is missing",
            reference=expected,
            candidate=self._empty(hole.place),
            bead=bead.index,
            details={"expected": expected.text},
        )

    def _loss_confidence(self, item: NameItem, hole: Vacancy, candidate_tokens: Sequence[Token]) -> float:
        """How sure a loss is, 0 for not at all: the less the words must be a name, the deeper the scar must be."""
        settings = self.settings
        is_scarred = hole.scar >= settings.name_scar
        if item.is_surplus:
            return (
                settings.name_lost_scarred if item.is_whole and hole.scar >= settings.name_deep_scar else 0.0
            )
        if item.is_opening:
            begins = hole.place == candidate_tokens[0].start
            follows = item.after is not None and candidate_tokens[0].stem == item.after.stem
            # "Based on it" may become "On the basis of it", but "Coalition and allies" not "And allies"
            follows = follows and (not _is_opener(item.after, self.language) or (begins and is_scarred))
            is_cut = begins and hole.scar >= settings.name_deep_scar
            return settings.name_lost_doubtful if follows or is_cut else 0.0
        if not item.is_whole:
            has_place = not item.is_ordinary and hole.points > settings.name_place
            return settings.name_lost_doubtful if has_place or hole.scar >= settings.name_scar + 0.5 else 0.0
        if item.is_ordinary:
            has_place = hole.points >= settings.name_doubtful_place and len(item.tokens[0].text) > 2
            return settings.name_lost_doubtful if has_place or is_scarred else 0.0
        if is_scarred:
            return settings.name_lost_scarred
        if item.has_digits:
            return 0.0
        if item.strength < SURE:
            is_rare = rarity(item.words[0], self.language) > settings.name_rarity
            is_owner = item.after is not None and item.after.text in POSSESSIVES
            return settings.name_lost_doubtful if is_rare or item.is_known_place or is_owner else 0.0
        return settings.name_lost

    def _stands_beside(self, bead: Bead, item: NameItem) -> bool:
        """Whether the neighbouring sentences of the candidate hold the words."""
        for place in (bead.candidate[0] - 1, bead.candidate[-1] + 1):
            if 0 <= place < len(self.candidate.tokens):
                beside = Vocabulary(self.candidate.tokens[place], self.language)
                if any(beside.counts[word] for word in item.words) and not item.is_opening:
                    return True
        return False

    def _is_known(self, item: NameItem) -> bool:
        """Whether a pronoun may stand for a name: the candidate names it somewhere, or is a line without a text."""
        if wording(self.evidence).whole is None:
            return True
        everywhere = self._whole(of_candidate=True)
        return any(everywhere.has(word) for word in item.words)

    def _gained(self, bead: Bead, item: NameItem, expected: Vocabulary) -> Iterator[Finding]:
        """A near form of a name of the bead, or a name of several words that the reference has nowhere."""
        found = self.candidate.document.span(item.start, item.end)
        for word in item.words:
            near = expected.near(word, self.settings.name_near) if len(word) > 4 else ""
            if near and is_misspelling(word, near, self.language) and not have_same_letters(word, near):
                yield Finding(
                    kind="name",
                    severity="major",
                    confidence=self.settings.name_corrupted,
                    message=f"“{found.text}” looks like a slip for a name of the reference, “{near.capitalize()}”",
                    candidate=found,
                    bead=bead.index,
                    details={"found": found.text},
                )
                return
        if not item.is_whole or not item.is_sure or len(item.tokens) < 2:
            return
        theirs = self._whole(of_candidate=False)
        if not any(theirs.has(word) for word in item.words):
            yield Finding(
                kind="name",
                severity="major",
                confidence=self.settings.name_gained,
                message=f"the reference does not name “{found.text}”",
                candidate=found,
                bead=bead.index,
                details={"found": found.text},
            )

    def _empty(self, place: int) -> Span:
        return self.candidate.document.span(place, place)


def _is_opener(token: Token | None, language: str) -> bool:
    return token is None or is_opener(token.form, language)


def _by_sentence(found: Sequence[Name]) -> dict[int, list[Name]]:
    by_sentence: dict[int, list[Name]] = defaultdict(list)
    for name in found:
        by_sentence[name.sentence].append(name)
    return by_sentence
