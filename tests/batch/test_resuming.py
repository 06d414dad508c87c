"""Families in passes, broken off and gone on with: nothing is done twice, and the answer is that of an unbroken run."""

from __future__ import annotations

import os
import random
import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("pyarrow", reason="the extra batch is not installed")

from compare.batch.families import run as run_module
from compare.batch.families.kindred import KinWork
from compare.batch.families.resuming import Resuming
from compare.batch.families.run import Collection, finished, grouped
from compare.batch.local import Part
from compare.batch.manifest import FileManifest
from compare.batch.work import table_of
from compare.errors import BadInput
from tests.batch.conftest import write_lines
from tests.cli.conftest import process
from tests.families.test_families import BEES, FERRY, invented, sentences

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterable, Iterator

    from compare.batch.work import Work

ROUNDS = int(os.environ.get("TRUECOPY_KILL_ROUNDS", "1"))


class Saying:
    """Remembers what it is told."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def begin(self, rows: int, done: int) -> None: ...
    def add(self, rows: int) -> None: ...
    def add_errors(self, errors: int) -> None: ...
    def say(self, message: str) -> None:
        self.said.append(message)


class Engine:
    """Does parts in this process, until it has done as many as it may."""

    def __init__(self, most: int) -> None:
        self.most, self.done = most, 0

    def __call__(
        self,
        parts: Iterable[Part],
        work: Work,
        *,
        workers: int = 1,
        on_rows: Callable[[int], None] | None = None,
    ) -> Iterator[tuple[Part, Any]]:
        for part in parts:
            if self.done == self.most:
                raise KeyboardInterrupt
            self.done += 1
            yield part, table_of((work.record(item) for item in part.rows), work.schema())


def rows() -> list[dict[str, str]]:
    lines = sentences(FERRY)
    texts = {"ferry": FERRY, "part": " ".join(lines[:4]), "bees": BEES, "copy": BEES}
    texts |= {f"invented {number}": invented(number) for number in range(8)}
    texts |= {f"again {number}": f"{invented(number)} So it was." for number in range(8)}
    return [{"id": name, "candidate_text": text} for name, text in texts.items()]


@pytest.fixture
def collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Collection:
    monkeypatch.setattr(run_module, "PART_ROWS", 3)
    monkeypatch.setattr(run_module, "_FEW_DOCUMENTS", 0)
    manifest = FileManifest(path=write_lines(tmp_path / "m.jsonl", rows()), check=True)
    return Collection(manifest=manifest, root=".", scratch=tmp_path, kept=tmp_path / "out.parts")


def test_what_is_done_is_not_done_again(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Engine(10**6)
    monkeypatch.setattr(run_module, "local_results", whole)
    unbroken = grouped(collection, Saying())[0].table()
    finished(collection)
    assert collection.kept is not None
    assert not collection.kept.exists()
    for most in range(whole.done):
        broken = Engine(most)
        monkeypatch.setattr(run_module, "local_results", broken)
        with pytest.raises(KeyboardInterrupt):
            grouped(collection, Saying())
        rest, watcher = Engine(10**6), Saying()
        monkeypatch.setattr(run_module, "local_results", rest)
        assert grouped(collection, watcher)[0].table().equals(unbroken)
        assert rest.done == whole.done - most
        assert any("going on" in said for said in watcher.said) == bool(most)
        finished(collection)


def test_another_manifest_is_refused_and_named(
    collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_module, "local_results", Engine(2))
    with pytest.raises(KeyboardInterrupt):
        grouped(collection, Saying())
    write_lines(tmp_path / "m.jsonl", [{"candidate_text": "Snow fell."}, *rows()[1:]])
    monkeypatch.setattr(run_module, "local_results", Engine(10**6))
    with pytest.raises(BadInput, match=r"changed since then: the manifest \(its contents\);.*--overwrite"):
        grouped(collection, Saying())


def test_a_changed_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_module, "_FEW_DOCUMENTS", 0)
    monkeypatch.setattr(run_module, "local_results", Engine(1))
    (tmp_path / "one.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "two.txt").write_text(FERRY + " So it was.", encoding="utf-8")
    manifest = FileManifest(
        path=write_lines(tmp_path / "m.jsonl", [{"candidate": "one.txt"}, {"candidate": "two.txt"}]),
        check=True,
    )
    collection = Collection(
        manifest=manifest, root=str(tmp_path), scratch=tmp_path, kept=tmp_path / "out.parts"
    )
    with pytest.raises(KeyboardInterrupt):
        grouped(collection, Saying())
    (tmp_path / "two.txt").write_text(BEES, encoding="utf-8")
    with pytest.raises(BadInput, match="the texts that the manifest names"):
        grouped(collection, Saying())


@pytest.mark.timeout(60 * ROUNDS + 120)
def test_killed_and_run_again_the_bytes_are_the_same(tmp_path: Path) -> None:
    write_lines(
        tmp_path / "m.jsonl",
        [{**row, "id": f"{row['id']} {turn}"} for turn in range(8) for row in rows()],
    )

    def start() -> subprocess.Popen[bytes]:
        options = ("--workers", "2", "--quiet", "-o", "out.csv")
        return process("families", "--manifest", "m.jsonl", *options, cwd=tmp_path)

    def taken() -> bytes:
        assert sorted(path.name for path in tmp_path.iterdir()) == ["m.jsonl", "out.csv"]
        content = (tmp_path / "out.csv").read_bytes()
        (tmp_path / "out.csv").unlink()
        return content

    def finish() -> None:
        running = start()
        _, said = running.communicate(timeout=120)
        assert running.returncode == 0, said

    begun = time.monotonic()
    finish()
    seconds = time.monotonic() - begun
    unbroken = taken()
    draw = random.Random(5)
    for _ in range(ROUNDS):
        running = start()
        time.sleep(draw.uniform(0.2, 0.9) * seconds)
        running.kill()
        running.communicate()
        finish()
        assert taken() == unbroken


def test_what_failed_is_tried_again() -> None:
    schema = KinWork().schema()
    failed, good = (
        table_of([{**dict.fromkeys(schema.names), "row": 1, "error": error}], schema)
        for error in ("no memory", None)
    )
    for keeps_errors, times in ((False, 2), (True, 1)):
        with TemporaryDirectory() as folder:
            asked: list[int] = []
            resuming = Resuming(Path(folder) / "kept")
            (Path(folder) / "kept").mkdir()

            def engine(
                parts: Iterable[Part], table: Any, asked: list[int] = asked
            ) -> Iterator[tuple[Part, Any]]:
                for part in parts:
                    asked.append(part.number)
                    yield part, table

            for table in (failed, good):
                list(
                    resuming.results(
                        2,
                        [Part(number=0, rows=(1,))],
                        KinWork(),
                        partial(engine, table=table),
                        keeps_errors=keeps_errors,
                    )
                )
            assert len(asked) == times
