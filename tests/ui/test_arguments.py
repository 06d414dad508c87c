"""What the page is started with: texts, results and folders told apart, reviews beside the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.arguments import parsed

if TYPE_CHECKING:
    from pathlib import Path


def test_texts_results_and_folders(tmp_path: Path) -> None:
    texts, reports = tmp_path / "texts", tmp_path / "reports"
    for folder, names in ((texts, ("b.txt", "a.md", "c.png")), (reports, ("one.json", "note.txt"))):
        folder.mkdir()
        for name in names:
            (folder / name).touch()
    given = parsed([str(tmp_path / "x.txt"), str(texts), str(reports), str(tmp_path / "rows.parquet")])
    assert [path.name for path in given.texts] == ["x.txt", "a.md", "b.txt"]
    assert [path.name for path in given.results] == ["reports", "rows.parquet"]
    assert given.reviews == f"sqlite:///{tmp_path.resolve()}/truecopy-reviews.db"


def test_reviews_by_url_and_none_without_files() -> None:
    assert parsed([]).reviews is None
    assert parsed(["--reviews", "postgresql://host/team"]).reviews == "postgresql://host/team"
