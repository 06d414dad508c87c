"""Families found in passes over files: the same as those found in memory, whatever is cut where."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

numpy = pytest.importorskip("numpy")
pytest.importorskip("pyarrow", reason="the extra batch is not installed")

from compare.batch.families import bands as bands_module  # noqa: E402
from compare.batch.families import judging  # noqa: E402
from compare.batch.families import run as run_module  # noqa: E402
from compare.batch.families.bands import Bands, Blobs  # noqa: E402
from compare.batch.families.run import Collection, grouped  # noqa: E402
from compare.batch.families.table import families_of  # noqa: E402
from compare.batch.manifest import FileManifest  # noqa: E402
from compare.batch.work import table_of  # noqa: E402
from compare.families import Families, families  # noqa: E402
from compare.families.candidates import counted_pairs  # noqa: E402
from compare.text.documents import document  # noqa: E402
from tests.batch.conftest import write_lines  # noqa: E402
from tests.families.test_families import BEES, FERRY, SIMPLER, invented, sentences  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from compare.batch.local import Part
    from compare.batch.work import Work

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FURNITURE = "Subscribe now and read every story of the Northern Herald without advertisements on any device."


class Silent:
    def begin(self, rows: int, done: int) -> None: ...
    def add(self, rows: int) -> None: ...
    def add_errors(self, errors: int) -> None: ...
    def say(self, message: str) -> None: ...


def here(
    parts: Iterable[Part], work: Work, *, workers: int = 1, on_rows: Callable[[int], None] | None = None
) -> Iterator[tuple[Part, Any]]:
    """An engine without processes, which gives the parts back in another order."""
    done = [(part, table_of((work.record(item) for item in part.rows), work.schema())) for part in parts]
    yield from reversed(done)


@pytest.fixture
def passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Families]:
    monkeypatch.setattr(run_module, "local_results", here)
    monkeypatch.setattr(run_module, "PART_ROWS", 3)

    def found(texts: dict[str, str], **options: Any) -> Families:
        rows = [{"id": name, "candidate_text": text} for name, text in texts.items()]
        manifest = FileManifest(path=write_lines(tmp_path / "m.jsonl", rows), check=True)
        collection = Collection(manifest=manifest, root=".", scratch=tmp_path, **options)
        table, _ = grouped(collection, Silent())
        assert [path.name for path in tmp_path.iterdir()] == ["m.jsonl"]
        return families_of(table.table())

    return found


def versions() -> dict[str, str]:
    """Pieces with copies, excerpts, loose retellings, furniture, and texts that are nothing of the kind."""
    lines = sentences(FERRY)
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}
    texts |= {"ferry": FERRY, "simple": SIMPLER, "bees": BEES, "shout": FERRY.upper(), "b copy": BEES}
    texts |= {
        "part": " ".join(lines[:4]),
        "rest": "(...) " + " ".join(lines[3:]),
        "word": "Ferry",
        "mark": "* 12 *",
    }
    texts |= {f"invented {number}": invented(number) for number in range(5)}
    texts |= {
        f"herald {number}": f"{invented(100 + number)}\n\n{FURNITURE}\n\n{FURNITURE}" for number in range(6)
    }
    texts |= {f"many {number}": f"{BEES} {invented(200)} Number {number}." for number in range(40)}
    names = sorted(texts)
    random.Random(3).shuffle(names)
    return {name: texts[name] for name in names}


def in_memory(texts: dict[str, str]) -> Families:
    return families(document(text, name=name) for name, text in texts.items())


def test_the_same_families_as_in_memory(passes: Callable[..., Families]) -> None:
    texts = versions()
    assert passes(texts) == in_memory(texts)


def test_nor_does_it_matter_where_bands_are_cut_and_what_is_large(
    passes: Callable[..., Families], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bands_module, "BAND_ENTRIES", 100)
    monkeypatch.setattr(bands_module, "_WAITING_ENTRIES", 50)
    monkeypatch.setattr(judging, "LARGE_COMPONENT", 3)
    monkeypatch.setattr(judging, "PART_VERSIONS", 2)
    monkeypatch.setattr(judging, "PART_PAIRS", 4)
    monkeypatch.setattr(judging, "LIKELIEST", 1)
    texts = versions()
    assert passes(texts) == in_memory(texts)


def test_a_sample_of_shingles_finds_excerpts_too(passes: Callable[..., Families]) -> None:
    texts = {f"whole {number}": f"{invented(number)} {invented(number + 50)}" for number in range(20)}
    texts |= {f"part {number}": " ".join(sentences(texts[f"whole {number}"])[5:9]) for number in range(20)}
    found = passes(texts, sample=64)
    assert found == in_memory(texts)
    assert [len(family.members) for family in found.families] == [2] * 20


def test_pairs_are_counted_as_they_share() -> None:
    draw = random.Random(1)
    held = {number: draw.sample(range(60), 12) for number in range(30)}
    counts: Counter[tuple[int, int]] = Counter()
    for shingle in range(60):
        owners = [number for number, own in held.items() if shingle in own]
        counts.update(combinations(owners, 2) if len(owners) <= 6 else pairwise(owners))
    entries = [(shingle, number) for number, own in held.items() for shingle in own]
    draw.shuffle(entries)
    shingles, owners_of = (numpy.array(column) for column in zip(*entries, strict=True))
    pairs, times = counted_pairs(shingles.astype(numpy.uint64), owners_of, most_documents=6)
    found = {
        (key >> 32, key & 0xFFFFFFFF): time for key, time in zip(pairs.tolist(), times.tolist(), strict=True)
    }
    assert found == dict(counts)


@pytest.mark.parametrize("count", [1, 4])
def test_equal_values_come_back_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    monkeypatch.setattr(bands_module, "BAND_ENTRIES", 50)
    draw = random.Random(2)
    kept = Bands(tmp_path / "bands", bands=count)
    given = [(draw.randrange(2**64 - 50, 2**64), number) for number in range(1000)]
    for start in range(0, 1000, 70):
        values, companions = zip(*given[start : start + 70], strict=True)
        kept.add(numpy.array(values, dtype=numpy.uint64), numpy.array(companions))
    pieces = [list(zip(*map(list, piece), strict=True)) for piece in kept.read()]
    assert sorted(entry for piece in pieces for entry in piece) == sorted(given)
    homes = Counter(value for piece in pieces for value in {value for value, _ in piece})
    assert set(homes.values()) == {1}
    assert len(pieces) > 5


def test_blobs_are_found_again(tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / "blobs", 3)
    blobs.add(2, b"two")
    blobs.add(0, b"zero")
    assert [blobs.get(number) for number in range(3)] == [b"zero", b"", b"two"]
    blobs.close()


def test_what_is_no_text_is_left_out_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_module, "local_results", here)
    (tmp_path / "outside.txt").write_text(BEES, encoding="utf-8")
    here_only = tmp_path / "inside"
    here_only.mkdir()
    rows = [
        {"candidate": "gone.txt"},
        {"id": "empty", "candidate_text": " \n "},
        {"candidate_text": FERRY},
        {"candidate": "../outside.txt"},
    ]
    manifest = FileManifest(path=write_lines(here_only / "m.jsonl", rows), check=True)
    collection = Collection(manifest=manifest, root=str(here_only), scratch=tmp_path)
    table, left_out = grouped(collection, Silent())
    assert [(one.path, one.reason.split(";")[0].split(" ")[0]) for one in left_out] == [
        ("gone.txt", "gone.txt"),
        ("empty", "holds"),
        ("../outside.txt", "../outside.txt"),
    ]
    assert "--allow-outside" in left_out[2].reason
    assert json.loads(json.dumps(table.table().to_pylist())) == [
        {"family": 1, "document": "3", "role": "full", "coverage": 1.0}
    ]
    table, left_out = grouped(replace(collection, allow_outside=True), Silent())
    assert table.table()["document"].to_pylist() == ["../outside.txt", "3"]
