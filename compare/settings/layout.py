"""Thresholds of the layout: what is text at all, and in which role."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutSettings:
    """Blocks, roles, and lines broken in mid-sentence (compare/text/layout.py)."""

    longest_title_words: int = 22
    """Words; a longer line without a full stop is a paragraph that lost its end."""
    longest_furniture_words: int = 60
    """Words; longer blocks are judged as prose whatever words they hold."""
    longest_furniture_chars: int = 600
    """Code points; the same limit for scripts without spaces, and a bound on the cost of judging."""
    longest_label_words: int = 14
    """Words of a line such as "Photo: …" or "Tags: …"; a longer one is a sentence that begins with such a word."""
    comments_share: float = 0.5
    """Words after a line that announces comments, against those before it, up to which they are comments."""
    furniture_share: float = 0.3
    """Share of a block's words that must be phrases of web pages; on prose about such pages it stays under 0.25."""
    shortest_prose_words: int = 20
    """Words; the first and the last block of this length bound the text, what is outside is head and foot."""
    shortest_broken_chars: int = 40
    """Code points of a line that may go on after a blank line; a shorter one is a heading or a list item."""
    longest_wrapped_chars: int = 120
    """Code points; lines of hand-wrapped text are shorter, paragraphs written on one line longer."""
    wrapped_share: float = 0.7
    """Share of the lines that have a next line which must be nearly full for a text to count as wrapped."""
    running_head_count: int = 3
    """How often a short line must return, but for its digits, to be the running head of a page."""
    running_head_lines: int = 3
    """Lines in a row that may be the foot of one page and the head of the next; more are a list."""
