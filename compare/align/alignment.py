"""From two documents to beads: windows, likelihood, the monotone programme, what moved, what stands outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from compare.model import ALIGNED_ROLES, Alignment, Bead, BeadKind
from compare.settings import DEFAULTS, AlignSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.align.beads import Draft
    from compare.align.opcodes import Opcode
    from compare.model import Document, Role, Token

Sentences = list[tuple["Token", ...]]


def align(
    reference: Document,
    candidate: Document,
    *,
    settings: AlignSettings = DEFAULTS.align,
    tokens: tuple[Sequence[tuple[Token, ...]], Sequence[tuple[Token, ...]]] | None = None,
) -> Alignment:
    """Set the sentences of two versions against each other.

    Args:
        reference: the version that counts as true.
        candidate: the version that is judged.
        settings: thresholds.
        tokens: those of every sentence of both, where they are cut already.

    Returns:
        Beads in the order of the candidate, what it lacks standing where the reference has it; every sentence whose
        role is title or body stands in exactly one.
    """
    from compare.align.fragments import with_fragments
    from compare.text.line_breaks import tokens_of_versions

    ours, theirs = tokens or tokens_of_versions([reference, candidate])
    rows = [sentence.index for sentence in reference.sentences if sentence.role in ALIGNED_ROLES]
    columns = [sentence.index for sentence in candidate.sentences if sentence.role in ALIGNED_ROLES]
    drafts = _drafts(
        [ours[row] for row in rows], [theirs[column] for column in columns], reference.language, settings
    )
    for draft, _ in drafts:
        draft.reference = [rows[place] for place in draft.reference]
        draft.candidate = [columns[place] for place in draft.candidate]
    emptied = with_fragments(
        [draft for draft, _ in drafts], reference, ours, is_reference=True, settings=settings
    ) | with_fragments(
        [draft for draft, _ in drafts], candidate, theirs, is_reference=False, settings=settings
    )
    drafts = [item for item in drafts if id(item[0]) not in emptied]
    apart = _outside(reference, candidate, [draft for draft, _ in drafts], ours, theirs, settings)
    return Alignment(
        beads=tuple(
            Bead(
                index=index,
                reference=tuple(draft.reference),
                candidate=tuple(draft.candidate),
                kind="outside" if id(draft) in apart else _kind(draft, ours, theirs),
                moved=draft.moved,
                similarity=round(likeness, 4) if draft.reference and draft.candidate else None,
            )
            for index, (draft, likeness) in enumerate(_in_reading_order(drafts))
        )
    )


def align_sentences(
    reference: Sequence[str], candidate: Sequence[str], *, settings: AlignSettings = DEFAULTS.align
) -> Alignment:
    """Set two lists of sentences against each other.

    Args:
        reference: the sentences of the version that counts as true; empty ones are sentences, too.
        candidate: the sentences of the version that is judged.
        settings: thresholds of the alignment.

    Returns:
        The beads; their indices of sentences are places in the two lists.

    >>> beads = align_sentences(["It rained.", "The ferry was late."], ["The ferry was late again."]).beads
    >>> [(bead.reference, bead.candidate, bead.kind) for bead in beads]
    [((0,), (), 'dropped'), ((1,), (0,), 'changed')]
    """
    from compare.text.documents import line_document

    return align(line_document(reference), line_document(candidate), settings=settings)


def _drafts(
    reference: Sentences, candidate: Sentences, language: str, settings: AlignSettings
) -> list[tuple[Draft, float]]:
    """Give drafts of the beads, with their similarity, in places of the two lists."""
    from compare.align.strays import with_strays
    from compare.align.windows import windows

    found: list[tuple[Draft, float]] = []
    cut = windows(reference, candidate, settings=settings)
    for low, high, start, end in cut:
        for draft, likeness in _window_drafts(reference[low:high], candidate[start:end], language, settings):
            draft.reference = [low + place for place in draft.reference]
            draft.candidate = [start + place for place in draft.candidate]
            found.append((draft, likeness))
    if len(cut) == 1:
        return found

    def aligned(rows: Sentences, columns: Sentences) -> list[tuple[Draft, float]]:
        return _window_drafts(rows, columns, language, settings)

    return with_strays(found, reference, candidate, aligned, settings=settings)


def _window_drafts(
    reference: Sentences, candidate: Sentences, language: str, settings: AlignSettings
) -> list[tuple[Draft, float]]:
    from compare.align.beads import Draft, best_beads
    from compare.align.refrains import stretches

    if not reference or not candidate:
        return [(Draft(reference=[place]), 0.0) for place in range(len(reference))] + [
            (Draft(candidate=[place]), 0.0) for place in range(len(candidate))
        ]
    equal = stretches(reference, candidate, times=settings.refrain_times)
    if equal:
        return _stretch_drafts(equal, reference, candidate, language, settings)
    from compare.align.likelihood import fair_threshold, link_chances
    from compare.align.lone_pairs import with_lone_pairs
    from compare.align.measures import measures, similarity
    from compare.align.moves import with_leftovers
    from compare.align.run_in import with_run_in

    measured = measures(reference, candidate, language=language, settings=settings)
    chances = link_chances(measured, settings=settings)
    threshold = fair_threshold(chances, settings=settings)
    drafts = with_leftovers(
        best_beads(chances, threshold=threshold), chances, threshold=threshold, settings=settings
    )
    drafts = with_run_in(drafts, reference, candidate, language=language, settings=settings)

    def likeness(draft: Draft) -> float:
        return similarity(measured, draft.reference, draft.candidate)

    drafts = with_lone_pairs(drafts, reference, candidate, likeness, settings=settings)
    return [(draft, likeness(draft)) for draft in drafts]


def _stretch_drafts(
    equal: Sequence[Opcode],
    reference: Sentences,
    candidate: Sentences,
    language: str,
    settings: AlignSettings,
) -> list[tuple[Draft, float]]:
    from compare.align.beads import Draft

    found = []
    for is_equal, low, high, start, end in equal:
        if is_equal:
            found += [
                (Draft(reference=[low + step], candidate=[start + step]), 1.0) for step in range(high - low)
            ]
            continue
        for draft, likeness in _window_drafts(reference[low:high], candidate[start:end], language, settings):
            draft.reference = [low + place for place in draft.reference]
            draft.candidate = [start + place for place in draft.candidate]
            found.append((draft, likeness))
    return found


def _kind(
    draft: Draft, reference: Sequence[Sequence[Token]], candidate: Sequence[Sequence[Token]]
) -> BeadKind:
    if not draft.candidate:
        return "dropped"
    if not draft.reference:
        return "added"
    ours = [token.form for row in draft.reference for token in reference[row]]
    theirs = [token.form for column in draft.candidate for token in candidate[column]]
    return "equal" if ours == theirs else "changed"


def _outside(
    reference: Document,
    candidate: Document,
    drafts: list[Draft],
    ours: Sequence[Sequence[Token]],
    theirs: Sequence[Sequence[Token]],
    settings: AlignSettings,
) -> set[int]:
    """Give the identities of the drafts that stand outside the common text."""
    from compare.align.outside import Layout, outside

    in_order = [draft for draft in drafts if draft.reference and draft.candidate and not draft.moved]
    in_order.sort(key=lambda draft: draft.reference[0])
    linked: list[tuple[int, int]] = []
    for draft in in_order:
        # a bead that took in a sentence from farther off ends where others begin: it tells no place
        linked += [corner for corner in _corners(draft) if not linked or _is_after(corner, linked[-1])]
    one = Layout(
        linked=linked,
        alone=sorted(draft.reference[0] for draft in drafts if not draft.candidate),
        elisions=_places(reference, "elision"),
        furniture=_places(reference, "boilerplate"),
        words=_words(reference, ours),
        blocks=[sentence.block for sentence in reference.sentences],
    )
    two = Layout(
        linked=[(column, row) for row, column in linked],
        alone=sorted(draft.candidate[0] for draft in drafts if not draft.reference),
        elisions=_places(candidate, "elision"),
        furniture=_places(candidate, "boilerplate"),
        words=_words(candidate, theirs),
        blocks=[sentence.block for sentence in candidate.sentences],
    )
    rows, columns = outside(one, two, settings=settings), outside(two, one, settings=settings)
    return {
        id(draft)
        for draft in drafts
        if (not draft.candidate and draft.reference[0] in rows)
        or (not draft.reference and draft.candidate[0] in columns)
    }


def _corners(draft: Draft) -> list[tuple[int, int]]:
    """Give the first and the last link of a bead: what lies inside it has no place of its own."""
    first, last = (draft.reference[0], draft.candidate[0]), (draft.reference[-1], draft.candidate[-1])
    return [first] if first == last else [first, last]


def _is_after(corner: tuple[int, int], before: tuple[int, int]) -> bool:
    return corner[0] >= before[0] and corner[1] >= before[1]


def _places(document: Document, role: Role) -> list[int]:
    return [sentence.index for sentence in document.sentences if sentence.role == role]


def _words(document: Document, tokens: Sequence[Sequence[Token]]) -> list[int]:
    return [
        sum(token.kind != "mark" for token in tokens[sentence.index]) if sentence.role in ALIGNED_ROLES else 0
        for sentence in document.sentences
    ]


def _in_reading_order(drafts: list[tuple[Draft, float]]) -> list[tuple[Draft, float]]:
    """Order the beads by the candidate; what only the reference has follows what stands before it there."""
    in_order = sorted(
        (draft for draft, _ in drafts if draft.reference and draft.candidate and not draft.moved),
        key=lambda draft: draft.reference[0],
    )
    from bisect import bisect_right

    rows = [draft.reference[0] for draft in in_order]

    def place(item: tuple[Draft, float]) -> tuple[int, int, int]:
        draft = item[0]
        if draft.candidate:
            return draft.candidate[0], 1, draft.reference[0] if draft.reference else -1
        before = bisect_right(rows, draft.reference[0])
        # after the bead that stands before it; the candidate place just behind that bead's last sentence
        behind = in_order[before - 1].candidate[-1] + 1 if before else 0
        return behind, 0, draft.reference[0]

    return sorted(drafts, key=place)
