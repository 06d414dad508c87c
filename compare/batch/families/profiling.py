"""First pass: each document as numbers that mean the same in every process, and as the words that a verdict needs.

A long text of a large collection is known by a sample of its shingles, those with the lowest hashes: whatever two texts
share is in both samples or in none (Broder 1997, "modulo" sketches; Irber et al. 2022, FracMinHash). A MinHash of fixed
length cannot do that: it tells resemblance, and an excerpt of a fifth resembles its article by a fifth at the most.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from array import array
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from compare.batch.documents import row_document, row_name
from compare.batch.extras import pyarrow
from compare.errors import TruecopyError
from compare.families.candidates import shingle_numbers
from compare.model import ALIGNED_ROLES
from compare.report.visible import one_line
from compare.scores.vocabulary import Profile, words
from compare.settings import DEFAULTS, FamilySettings, Limits
from compare.text.forms import form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from compare.batch.rows import Row
    from compare.batch.work import Record
    from compare.model import Document
    from compare.scores.vocabulary import Vocabulary

NO_TEXT: Final = "holds no sentence of running text"
_ALL: Final = float(1 << 64)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileWork:
    """What is done with every document of a collection.

    Args:
        root: folder that paths count from.
        encoding: of the files; told from the bytes where it is ``None``.
        limits: of a document's length.
        sample: shingles of a text that are kept, about; 0 for all.
        timeout_seconds: that a document may take; 0 for no limit.
        allow_outside: whether paths may lead out of the folder.
        settings: thresholds.
    """

    root: str
    encoding: str | None = None
    limits: Limits = DEFAULTS.limits
    sample: int = 0
    timeout_seconds: float = 0.0
    allow_outside: bool = False
    settings: FamilySettings = field(default_factory=lambda: DEFAULTS.families)

    def schema(self) -> Any:
        """Give the columns of a profile."""
        arrow = pyarrow()
        return arrow.schema(
            [
                ("row", arrow.int64()),
                ("name", arrow.string()),
                ("error", arrow.string()),
                ("size", arrow.int32()),
                ("words", arrow.uint64()),
                ("shingles", arrow.large_binary()),
                ("sentences", arrow.large_binary()),
                ("profile", arrow.large_binary()),
            ]
        )

    def warm(self) -> None:
        """Load what cuts sentences."""
        from compare.text.documents import document

        document("The ferry left at noon on Monday. It carried forty cars.")

    def record(self, item: Row, *, error: str | None = None) -> Record:
        """Profile one document; what goes wrong with it is told in the record."""
        name = row_name(item)
        given: Record = {"row": item.number, "name": one_line(name) if not name.isprintable() else name}
        if error is None:
            try:
                return given | self._profiled(
                    row_document(
                        item,
                        self.root,
                        encoding=self.encoding,
                        limits=self.limits,
                        allow_outside=self.allow_outside,
                    )
                )
            except TruecopyError as problem:
                error = str(problem)
            except Exception as problem:
                error = f"a fault of the program, not of the text ({type(problem).__name__}: {problem})"
        return given | {"error": one_line(error)}

    def _profiled(self, document: Document) -> Record:
        import numpy

        sentences = [
            (sentence.index, list(words(sentence.text)))
            for sentence in document.sentences
            if sentence.role in ALIGNED_ROLES
        ]
        if not sentences:
            return {"error": NO_TEXT}
        numbers = numpy.array(
            [_form_number(word) for _, sentence in sentences for word in sentence], dtype=numpy.uint64
        )
        shingles = shingle_numbers(numbers, self.settings.shingle_words)
        kept = shingles
        if (share := sampled_share(len(shingles), self.sample)) < 1:
            kept = shingles[: int(numpy.searchsorted(shingles, numpy.uint64(int(share * _ALL))))]
        own = numpy.array(
            [_number(f"{document.language}\n" + "\n".join(sentence)) for _, sentence in sentences],
            dtype=numpy.uint64,
        )
        said = {
            "language": document.language,
            "has_elision": any(sentence.role == "elision" for sentence in document.sentences),
            "indices": [index for index, _ in sentences],
            "sentences": [sentence for _, sentence in sentences],
        }
        return {
            "size": len(shingles),
            # A text without words is nobody's copy.
            "words": int.from_bytes(hashlib.blake2b(numbers.tobytes(), digest_size=8).digest(), "big")
            if len(numbers)
            else None,
            "shingles": kept.tobytes(),
            "sentences": own.tobytes(),
            "profile": zlib.compress(
                json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass"), 1
            ),
        }


def sampled_share(size: int, sample: int) -> float:
    """Give the share of a text's shingles that are kept.

    >>> sampled_share(100, 128), sampled_share(1280, 128), sampled_share(1280, 0)
    (1.0, 0.1, 1.0)
    """
    return min(1.0, sample / size) if sample and size else 1.0


def profile_of(content: bytes, name: str, vocabulary: Vocabulary) -> Profile:
    """Give a profile back from what was kept of it, as entries of a vocabulary."""
    said = json.loads(zlib.decompress(content).decode("utf-8", "surrogatepass"))
    entries, ends = array("i"), array("i")
    for sentence in said["sentences"]:
        entries.extend(vocabulary.entry(word, said["language"]) for word in sentence)
        ends.append(len(entries))
    return Profile(
        name=name,
        language=said["language"],
        entries=entries,
        ends=ends,
        indices=array("i", said["indices"]),
        has_elision=said["has_elision"],
    )


def numbers_of(contents: Iterable[bytes]) -> list[Any]:
    """Give arrays of 64-bit numbers back from their bytes."""
    import numpy

    return [numpy.frombuffer(content, dtype=numpy.uint64) for content in contents]


@lru_cache(maxsize=1 << 18)
def _form_number(word: str) -> int:
    return _number(form(word))


def _number(text: str) -> int:
    content = text.encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(content, digest_size=8).digest(), "little")
