"""How much is read, and how long that may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much is read, and how long that may take; 0 stands for no limit.

    For whoever reads what strangers send (compare/text/reading.py, compare/time_limits.py). No limit changes a result:
    a text is read whole or refused.
    """

    most_bytes: int = 20_000_000
    """Bytes of a file: three million words of English, four Bibles. A score of two such texts takes some minutes."""
    most_sentences: int = 250_000
    """Sentences of a text, or lines where a line counts as one; twenty million bytes of prose have fewer."""
    most_unpacked_bytes: int = 200_000_000
    """Bytes that a packed file (DOCX, PDF) may unpack to: prose packs to a third, a trap to a thousandth."""
    most_parts: int = 5_000
    """Files inside a DOCX, pages of a PDF."""
    most_depth: int = 200
    """Elements inside each other in the XML of a DOCX; tables in tables reach 50."""
    reading_seconds: float = 60.0
    """Seconds for one file that is unpacked (DOCX, PDF, HTML); a book of 1,000 pages takes 20."""
    seconds: float = 600.0
    """Seconds for the whole of a command, or of one row of a batch, or one comparison in the viewer."""
