"""Manifests: every form gives the same rows; what is wrong is told with what would be right."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pytest

from compare.batch.folders import FolderPairs, family_pairs, names, texts
from compare.batch.manifest import FileManifest
from compare.batch.survey import survey
from compare.errors import BadInput, UnreadableText
from tests.batch.conftest import write_lines

if TYPE_CHECKING:
    from pathlib import Path

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

ROWS = [
    {"id": "x", "reference": "r/1.txt", "candidate": "c/1.txt", "system": "one"},
    {"id": "y", "reference": "r/2.txt", "candidate": "c/2, again.txt", "system": "two"},
]


def written(folder: Path, ending: str) -> Path:
    path = folder / f"m{ending}"
    if ending == ".jsonl":
        return write_lines(path, ROWS)
    if ending == ".parquet":
        parquet.write_table(pyarrow.Table.from_pylist(ROWS), path)
        return path
    gap = "," if ending == ".csv" else "\t"
    lines = [list(ROWS[0]), *(list(row.values()) for row in ROWS)]
    quoted = [
        gap.join(f'"{cell}"' if ending == ".csv" and "," in cell else cell for cell in line) for line in lines
    ]
    path.write_text("\ufeff" + "\n".join(quoted) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".jsonl", ".parquet"])
def test_every_form_gives_the_same_rows(tmp_path: Path, ending: str) -> None:
    rows = list(FileManifest(path=written(tmp_path, ending)).rows())
    assert [(row.number, row.id, row.reference, row.candidate, row.system) for row in rows] == [
        (1, "x", "r/1.txt", "c/1.txt", "one"),
        (2, "y", "r/2.txt", "c/2, again.txt", "two"),
    ]
    assert survey(FileManifest(path=tmp_path / f"m{ending}")).rows == 2


def test_forms_of_one_manifest_have_one_fingerprint(tmp_path: Path) -> None:
    prints = {survey(FileManifest(path=written(tmp_path, e))).sha256 for e in (".csv", ".jsonl", ".parquet")}
    assert len(prints) == 1


def test_a_quotation_mark_that_opens_a_field_of_tsv_is_speech(tmp_path: Path) -> None:
    path = tmp_path / "m.tsv"
    path.write_text('reference_text\tcandidate_text\n"No," she said.\t"No, she said.\n', encoding="utf-8")
    [row] = FileManifest(path=path).rows()
    assert (row.reference_text, row.candidate_text) == ('"No," she said.', '"No, she said.')


def test_rows_stream(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_text("reference,candidate\n" + "r.txt,c.txt\n" * 10 + '"never closed', encoding="utf-8")
    assert len(list(islice(FileManifest(path=path).rows(), 5))) == 5


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("reference,candiate", ["'candiate'", "candidate"]),
        ("Reference,candidate", ["'Reference'", "reference"]),
        ("reference,candidate,sytem", ["'sytem'", "system"]),
        ("reference,candidate,candidate", ["two columns candidate"]),
        ("alpha,beta", ["no column candidate", "alpha, beta"]),
    ],
)
def test_a_wrong_column_is_named_with_the_nearest_right_one(
    tmp_path: Path, heading: str, words: list[str]
) -> None:
    path = tmp_path / "m.csv"
    path.write_text(f"{heading}\nr,c,x\n", encoding="utf-8")
    with pytest.raises(BadInput) as told:
        list(FileManifest(path=path).rows())
    for word in words:
        assert word in str(told.value)


def test_columns_of_somebody_else_are_left_aside(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_text("reference_id,reference,candidate,remark\n7,r,c,good\n", encoding="utf-8")
    [row] = FileManifest(path=path).rows()
    assert (row.reference, row.candidate, row.error) == ("r", "c", None)


def test_a_broken_row_is_an_error_of_that_row(tmp_path: Path) -> None:
    path = tmp_path / "m.csv"
    path.write_text("reference,candidate\nr\nr,c\n,c\n", encoding="utf-8")
    rows = list(FileManifest(path=path).rows())
    assert [row.error for row in rows] == [
        "the row has 1 fields, the heading 2",
        None,
        "the row names no reference",
    ]
    lines = tmp_path / "m.jsonl"
    lines.write_text('{"reference_text": "a", "candidate_text": ""}\n{oops\n[1]\n', encoding="utf-8")
    errors = [row.error for row in FileManifest(path=lines).rows()]
    assert errors[0] is None
    assert "not JSON" in str(errors[1])
    assert errors[2] == "the line is no JSON object"


def test_a_file_that_is_no_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableText, match="does not exist"):
        list(FileManifest(path=tmp_path / "none.csv").rows())
    for name, content, word in [
        ("m.txt", b"reference,candidate\n", "by its ending"),
        ("m.csv", b"", "first line the heading"),
        ("n.csv", b"reference,candidate\nr,\xff\n", "not UTF-8"),
        ("o.csv", b'reference,candidate\n"r" x,c\n', "line 2"),
        ("m.parquet", b"reference,candidate\n", "no Parquet file"),
        ("m.jsonl", b"reference,candidate\n", "first line is not JSON"),
    ]:
        (tmp_path / name).write_bytes(content)
        with pytest.raises((BadInput, UnreadableText), match=word):
            list(FileManifest(path=tmp_path / name).rows())


def test_doubled_ids_are_refused_by_name(tmp_path: Path) -> None:
    rows = [{"id": str(number % 90), "reference": "r", "candidate": "c"} for number in range(100)]
    with pytest.raises(BadInput, match="rows 1 and 91 have the same id, 0"):
        survey(FileManifest(path=write_lines(tmp_path / "m.jsonl", rows)))


def test_two_folders(tmp_path: Path) -> None:
    for name in ("r/one.txt", "r/deep/two.txt", "r/only.txt", "c/one.txt", "c/deep/two.txt", "c/more.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Text.", encoding="utf-8")
    (tmp_path / "r" / ".hidden").write_text("x", encoding="utf-8")
    pairs = FolderPairs(references=tmp_path / "r", candidates=tmp_path / "c")
    rows = list(pairs.rows())
    assert [row.id for row in rows] == ["deep/two.txt", "one.txt", "only.txt", "more.txt"]
    assert [row.error is None for row in rows] == [True, True, False, False]
    with pytest.raises(BadInput, match="not a folder"):
        list(names(tmp_path / "none"))


def test_families_pair_by_themselves(tmp_path: Path) -> None:
    true = (
        "The harbour office burned down on Tuesday night. Forty boats lay at anchor. Nobody was hurt. "
        "The mayor blamed a faulty stove in the customs kitchen. Rebuilding will take two summers."
    )
    (tmp_path / "whole.txt").write_text(true, encoding="utf-8")
    (tmp_path / "part.txt").write_text(true[: true.index("The mayor")], encoding="utf-8")
    (tmp_path / "other.txt").write_text(
        "Wheat prices rose again after a dry spring in Hungary.", encoding="utf-8"
    )
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    left: list[str] = []
    manifest, alone = family_pairs(tmp_path, encoding=None, left_out=lambda name, _: left.append(name))
    assert [(row.reference, row.candidate) for row in manifest.rows()] == [("whole.txt", "part.txt")]
    assert (alone, left) == (1, ["empty.txt"])


def test_a_folder_gives_its_texts_and_no_data(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl.parts").mkdir()
    (tmp_path / "sub.parts.txt").write_text("The mill is old.", encoding="utf-8")
    for name in ("a.txt", "b.html", "labels.json", "out.jsonl", "out.jsonl.parts/plan", "t.parquet"):
        (tmp_path / name).write_text("The mill is old.", encoding="utf-8")
    assert list(texts(tmp_path)) == ["a.txt", "b.html", "sub.parts.txt"]
