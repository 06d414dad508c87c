"""Thresholds of damage: stray pieces, marks, lost capitals, misspellings, words left in another language, scans."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DamageSettings:
    """When damage is told (compare/findings/: fragments, punctuation, capitals, grammar, spelling, untranslated …)."""

    told_singly: int = 3
    """Findings of one habit (a space before a mark, no full stop) that are told one by one; more are one finding."""
    end_words: int = 4
    """Words of a line from which on it needs a mark at its end where the reference has one; shorter ones are labels."""
    heading_words: int = 25
    """Words of a paragraph of one sentence up to which it may be a heading or a caption, which needs none."""
    lost_capitals: int = 3
    """Words that the reference writes with a capital whose loss is that of the whole sentence."""
    grammar_words: int = 4
    """Tokens of a sentence that is looked at for grammar."""
    piece_words: int = 3
    """Words of a sentence that has lost its clause, at most: "Had done."."""
    line_words: int = 5
    """Words of a stray line, at most."""
    prose_share: float = 0.5
    """Share of a document's blocks that end like sentences, for a line without an end to be stray."""
    capital_habit: int = 3
    """Times that a capital inside a sentence is written on purpose."""
    title_share: float = 0.5
    """Share of a sentence's words with a capital from which on it is written like a title."""
    verse_lines: int = 3
    """Everyday words with a capital inside one sentence that are beginnings of lines of verse."""
    verse_rarity: float = 9.0
    """Nats up to which such a word is no name: "First", "Come"."""
    foreign_rarity: float = 15.0
    """Nats; rarer words of the document's language are hardly used in it."""
    foreign_everyday: float = 2e-6
    """Share of the running words of another language that makes a word an everyday one."""
    foreign_times: float = 8.0
    """Times as common there as in the document's language, at least."""
    foreign_letters: int = 4
    """Letters of a foreign word that is judged alone, against a reference."""
    foreign_run: int = 4
    """Foreign words in a row that no writer leaves without quotation marks."""
    foreign_english_nats: float = 3.0
    """Nats by which an English word is rarer in the document's language, where every language has borrowed some."""
    foreign_english_alone: float = 14.0
    """Nats of an English word in the document's language from which on it is told alone; "lunch" has 13 in German."""
    foreign_english_alone_nats: float = 3.5
    """Nats by which it must be rarer there than in English; of "feedback", in French, it is 3.3."""
    foreign_english_run: int = 5
    """Words in a row from which on such English is told; "last but not least" are four, in German too."""
    foreign_script_share: float = 0.02
    """Share of a document's letters from which on a second script is at home in it."""
    ocr_times: int = 2
    """Times that the right form must stand in the document for one word of its look to be wrong."""
