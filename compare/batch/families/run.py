"""The passes of `compare.batch.families`, one after the other, and what goes from one to the next."""

from __future__ import annotations

import contextlib
import json
import tempfile
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from compare.batch.families.bands import BAND_ENTRIES, Bands, Blobs, bands_for
from compare.batch.families.judging import LARGE_COMPONENT, PART_PAIRS, PART_VERSIONS, Pieces, judged
from compare.batch.families.pairing import Band, BandWork, candidates
from compare.batch.families.profiling import ProfileWork, numbers_of
from compare.batch.families.resuming import SCRATCH_PREFIX, Resuming
from compare.batch.families.table import Rows, refuse
from compare.batch.local import Part, local_results
from compare.batch.survey import survey
from compare.batch.work import table_of
from compare.families.files import Skipped
from compare.report.phrases import counted
from compare.scores.signature import signature
from compare.settings import DEFAULTS, Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from compare.batch.cluster import Engine
    from compare.batch.manifest import Manifest
    from compare.batch.run import Watcher
    from compare.batch.survey import Survey
    from compare.batch.work import Work

PART_ROWS: Final = 100
"""Documents that are handed out together."""
EXACT_DOCUMENTS: Final = 50_000
"""Documents up to which all shingles are compared, and the answer is that of `compare.families` to the last digit."""
SAMPLE: Final = 128
"""Shingles of a text that are compared beyond that, about: 20 of them are shared by two texts that share a sixth."""
_FEW_DOCUMENTS: Final = 500
"""Documents up to which only reading is left to other processes."""
_WORDS_A_DOCUMENT: Final = 800
"""Guess, by which the first bands are cut; one that is too large is cut again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Documents to be grouped, and how.

    Args:
        manifest: names the documents.
        root: folder that their paths count from.
        scratch: folder for the files between the passes, some 10 KB a document of 800 words; they are taken away.
        encoding: of the files; told from the bytes where it is ``None``.
        limits: of a document; one that is longer, or takes longer, is left out.
        workers: processes on this machine.
        cluster: address of a scheduler, or ``local``; ``None`` for the processes of this machine.
        sample: shingles of a text that are compared, about; 0 for all; ``None`` for what the count of documents asks.
        kept: folder of the finished parts, with which the same run goes on where it was broken off; whoever has written
            the result takes it away (`finished`). ``None``: a run that is broken off begins anew.
        overwrite: take away what is kept there, and begin anew.
        allow_outside: whether paths may lead out of ``root``.
    """

    manifest: Manifest
    root: str
    scratch: Path
    encoding: str | None = None
    limits: Limits = DEFAULTS.limits
    workers: int = 1
    cluster: str | None = None
    sample: int | None = None
    kept: Path | None = None
    overwrite: bool = False
    allow_outside: bool = False


def grouped(collection: Collection, watcher: Watcher) -> tuple[Rows, list[Skipped]]:
    """Say which documents are versions of one piece.

    Args:
        collection: the documents.
        watcher: is told how far it is.

    Returns:
        A row a document, and the documents that were left out.

    Raises:
        BadInput: the manifest is broken or has changed since parts were kept, there is no room, or the cluster does
            not answer.
    """
    seen = survey(collection.manifest, files=collection.kept is not None)
    sample = collection.sample
    if sample is None:
        sample = 0 if seen.rows <= EXACT_DOCUMENTS else SAMPLE
    resuming = Resuming(collection.kept)
    resuming.begin(_facts(collection, seen, sample), overwrite=collection.overwrite)
    if resuming.is_begun():
        watcher.say("going on with what is done already")
    try:
        with (
            tempfile.TemporaryDirectory(
                prefix=SCRATCH_PREFIX, dir=collection.kept or collection.scratch
            ) as folder,
            _engine(collection) as engine,
        ):
            passes = _Passes(collection, Path(folder), seen.rows, sample, watcher, engine, resuming)
            try:
                passes.profile()
                passes.pair()
                return passes.judge(), passes.left_out
            finally:
                passes.blobs.close()
    finally:
        resuming.close()


def finished(collection: Collection) -> None:
    """Take away what was kept of a run whose result is written."""
    Resuming(collection.kept).remove()


def _facts(collection: Collection, seen: Survey, sample: int) -> dict[str, Any]:
    """Write down all that the result depends on."""
    facts: dict[str, Any] = {
        "rows": seen.rows,
        "sha256": seen.sha256,
        "root": collection.root,
        "encoding": collection.encoding,
        "allow_outside": collection.allow_outside,
        "limits": asdict(collection.limits),
        "sample": sample,
        "parts": [PART_ROWS, PART_PAIRS, PART_VERSIONS, LARGE_COMPONENT, BAND_ENTRIES],
        "signature": signature(DEFAULTS, metrics=()),
        "files": seen.files_sha256,
    }
    # as it is read again from the file
    return dict(json.loads(json.dumps(facts)))


@contextlib.contextmanager
def _engine(collection: Collection) -> Iterator[Engine]:
    """Give what hands parts out: processes of this machine, or a cluster that stays the same for all passes."""
    if collection.cluster is not None:
        from compare.batch.cluster import cluster_engine

        with cluster_engine(collection.cluster, collection.workers) as engine:
            yield engine
    else:
        yield lambda parts, work, on_rows: local_results(
            parts, work, workers=collection.workers, on_rows=on_rows
        )


class _Passes:
    """What is known of a collection between the passes; arrays have an element a document."""

    def __init__(
        self,
        collection: Collection,
        folder: Path,
        documents: int,
        sample: int,
        watcher: Watcher,
        engine: Engine,
        resuming: Resuming,
    ) -> None:
        import numpy

        self._collection = collection
        self._folder = folder
        self._documents = documents
        self._sample = sample
        self._watcher = watcher
        self._engine = engine
        self._resuming = resuming
        self._pass = 0
        self.left_out: list[Skipped] = []
        self.blobs = Blobs(folder / "profiles", documents)
        self._names: Any = numpy.full(documents, None, dtype=object)
        self._sizes = numpy.zeros(documents, dtype=numpy.int64)
        self._words = numpy.zeros(documents, dtype=numpy.uint64)
        self._is_worded = numpy.zeros(documents, dtype=bool)
        bands = bands_for(documents * (sample or _WORDS_A_DOCUMENT))
        self._shingles = Bands(folder / "shingles", bands=bands)
        self._sentences = Bands(folder / "sentences", bands=bands_for(documents * 40))

    def profile(self) -> None:
        """Read every document once."""
        import numpy

        self._watcher.begin(self._documents, 0)
        collection = self._collection
        work = ProfileWork(
            root=collection.root,
            encoding=collection.encoding,
            limits=collection.limits,
            sample=self._sample,
            timeout_seconds=collection.limits.seconds,
            allow_outside=collection.allow_outside,
        )
        skipped: list[tuple[int, Skipped]] = []
        parts = _parts(self._collection.manifest.rows(), PART_ROWS)
        for part, table in self._results(parts, work, told=True):
            if not part.rows:
                self._watcher.add(table.num_rows)  # kept by an earlier run
            for row in table.to_pylist():
                number = row["row"] - 1
                if row["error"] is not None:
                    skipped.append((number, Skipped(path=row["name"], reason=row["error"])))
                    continue
                self._names[number] = row["name"]
                self._sizes[number] = row["size"]
                if row["words"] is not None:
                    self._words[number], self._is_worded[number] = row["words"], True
                shingles, sentences = numbers_of((row["shingles"], row["sentences"]))
                self._shingles.add(shingles, number)
                self._sentences.add(numpy.unique(sentences), number)
                count_bytes = len(sentences).to_bytes(4, "little")
                self.blobs.add(number, count_bytes + row["sentences"] + row["profile"])
        self.left_out = [one for _, one in sorted(skipped, key=lambda pair: pair[0])]
        self._find_copies()

    def _find_copies(self) -> None:
        """Give each document the first of those that have its very words; and of these the first by name."""
        import numpy

        self._canon = numpy.arange(self._documents)
        self._copies: dict[int, list[int]] = {}
        worded = numpy.flatnonzero(self._is_worded)
        order = worded[numpy.argsort(self._words[worded], kind="stable")]
        words = self._words[order]
        starts = numpy.flatnonzero(numpy.concatenate(([True], words[1:] != words[:-1])))
        ends = numpy.append(starts[1:], len(order))
        for start, end in zip(
            starts[ends - starts > 1].tolist(), ends[ends - starts > 1].tolist(), strict=True
        ):
            same = order[start:end].tolist()
            self._canon[same] = same[0]
            self._copies[same[0]] = sorted(same, key=lambda number: (self._names[number], number))
        self._is_first = self._canon == numpy.arange(self._documents)
        self._is_said = self._is_first.copy()
        for first, same in self._copies.items():
            self._is_said[first] = False
            self._is_said[same[0]] = True

    def pair(self) -> None:
        """Count shared shingles band by band, and see what is connected."""
        import numpy

        shared = Bands(self._folder / "pairs", bands=bands_for(self._documents * 64))

        def bands() -> Iterator[Part]:
            for number, (shingles, owners) in enumerate(self._shingles.read()):
                wanted = self._is_first[owners]
                item = Band(
                    number=number, shingles=shingles[wanted].tobytes(), owners=owners[wanted].tobytes()
                )
                yield Part(number=number, rows=(item,))

        seconds = self._collection.limits.seconds
        for _, table in self._results(bands(), BandWork(timeout_seconds=seconds)):
            for row in table.to_pylist():
                refuse(row["error"])
                pairs = numpy.frombuffer(row["pairs"], dtype=numpy.uint64)
                shared.add(pairs, numpy.frombuffer(row["counts"], dtype=numpy.uint32))
        settings = BandWork().settings
        self._first, self._second, self._share = candidates(
            shared, self._sizes, sample=self._sample, settings=settings
        )
        self._repeated = self._repeated_sentences(settings.furniture_documents)
        if len(self._first):
            self._watcher.say(f"{counted(len(self._first), 'pair')} of documents to be looked at closely")

    def _repeated_sentences(self, documents: int) -> Any:
        """Give the numbers of the sentences that more documents than that have, sorted."""
        import numpy

        found = [numpy.empty(0, dtype=numpy.uint64)]
        if len(self._first):
            for sentences, owners in self._sentences.read():
                values, counts = numpy.unique(sentences[self._is_said[owners]], return_counts=True)
                found.append(values[counts > documents])
        return numpy.sort(numpy.concatenate(found))

    def judge(self) -> Rows:
        """Judge what is connected, and gather the families."""
        pieces = Pieces(names=self._names, copies=self._copies, repeated=self._repeated, blobs=self.blobs)
        firsts = (
            number
            for number, is_first in enumerate(self._is_first.tolist())
            if is_first and self._names[number] is not None
        )
        pairs = self._first, self._second, self._share
        return judged(pieces, firsts, pairs, self._results, self._collection.limits.seconds)

    def _results(
        self, parts: Iterable[Part], work: Work, *, told: bool = False
    ) -> Iterator[tuple[Part, Any]]:
        on_rows: Callable[[int], None] | None = self._watcher.add if told else None

        def engine(missing: Iterable[Part]) -> Iterator[tuple[Part, Any]]:
            if self._documents <= _FEW_DOCUMENTS and not told:
                # To start a process costs more than the work; and no text is read any more that could kill.
                return ((part, table_of(map(work.record, part.rows), work.schema())) for part in missing)
            return self._engine(missing, work, on_rows)

        self._pass += 1
        # a text that cannot be read is left out; what fails later ends the run
        return self._resuming.results(self._pass, parts, work, engine, keeps_errors=told)


def _parts(rows: Iterable[Any], size: int) -> Iterator[Part]:
    gathered: list[Any] = []
    numbers = count()
    for row in rows:
        gathered.append(row)
        if len(gathered) == size:
            yield Part(number=next(numbers), rows=tuple(gathered))
            gathered = []
    if gathered:
        yield Part(number=next(numbers), rows=tuple(gathered))
