"""Stray fragments: a few words with a full stop of their own belong to the sentence that they were torn from.

"... with care. Had been." against "... as it had been with care." is one sentence against two, and not an addition. The
same holds of a fragment whose only words of content are said in the sentence before it: "It found ... . Was found."
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from compare.align.beads import Draft
    from compare.model import Document, Token
    from compare.settings import AlignSettings


def is_fragment(
    tokens: Sequence[Token], before: Sequence[Token], *, language: str, settings: AlignSettings
) -> bool:
    """Say whether a sentence is at most ``fragment_words`` words long and says nothing of its own.

    Its words are words without content, or such as the sentence ``before`` has, by their stem or by a kindred one; and
    the first is without content, so that "Rain. Rain." stays two sentences.

    Questions, exclamations and speech are whole even when short: ``"No."``, ``Why so?``
    """
    from compare.text.kin import kindred
    from compare.text.lexicon import is_function_word

    said = {token.stem for token in before if token.kind == "word"}
    words = [token for token in tokens if token.kind != "mark"]
    marks = {token.text for token in tokens if token.kind == "mark"}
    return (
        0 < len(words) <= settings.fragment_words
        and marks <= {".", ",", ";", "…", "..."}
        and all(token.kind == "word" for token in words)
        and is_function_word(words[0].form, language)
        and all(
            is_function_word(token.form, language)
            or token.stem in said
            or kindred([token.stem], said, language)
            for token in words
        )
    )


def with_fragments(
    drafts: Sequence[Draft],
    document: Document,
    tokens: Sequence[Sequence[Token]],
    *,
    is_reference: bool,
    settings: AlignSettings,
) -> set[int]:
    """Add each fragment without a partner to the bead of the sentence before it, in the same paragraph.

    Args:
        drafts: all beads, in sentence indices; those that gain a fragment are changed.
        document: the side that is looked at.
        tokens: the tokens of each of its sentences.
        is_reference: which side of the beads it is.
        settings: the most words of a fragment.

    Returns:
        The identities of the beads that held a fragment alone and are to be left out.
    """

    def own(draft: Draft) -> list[int]:
        return draft.reference if is_reference else draft.candidate

    ends = {own(draft)[-1]: draft for draft in drafts if draft.reference and draft.candidate}
    emptied = set()
    for draft in drafts:
        if draft.reference and draft.candidate:
            continue
        place = own(draft)[0] if own(draft) else 0
        bead = ends.get(place - 1)
        if (
            own(draft)
            and bead is not None
            and document.sentences[place].block == document.sentences[place - 1].block
            and is_fragment(tokens[place], tokens[place - 1], language=document.language, settings=settings)
        ):
            own(bead).append(place)
            emptied.add(id(draft))
    return emptied
