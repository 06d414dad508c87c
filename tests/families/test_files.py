"""Which files stand under some paths: each once, whatever links, rights and devices there are."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from compare.errors import BadInput
from compare.families.files import files

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, text: str = "Text.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_folders_are_searched_to_the_bottom_in_order(tmp_path: Path) -> None:
    wanted = [write(tmp_path / name) for name in ("a/b/one.txt", "a/two.txt", "c.txt")]
    write(tmp_path / ".git" / "config")
    write(tmp_path / "a" / ".hidden")
    assert files([tmp_path]) == (tuple(str(path) for path in wanted), ())


def test_data_files_are_taken_only_where_they_are_named(tmp_path: Path) -> None:
    article, labels = write(tmp_path / "one.txt"), write(tmp_path / "labels.json")
    found, skipped = files([tmp_path])
    assert found == (str(article),)
    assert [entry.path for entry in skipped] == [str(labels)]
    assert files([labels])[0] == (str(labels),)


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    one = write(tmp_path / "a" / "one.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    found, skipped = files([tmp_path])
    assert found == (str(one),)
    assert [os.path.basename(entry.path) for entry in skipped] == ["self"]  # noqa: PTH119


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    one = write(tmp_path / "named" / "one.txt")
    secret = write(tmp_path / "elsewhere" / "secret.txt")
    (tmp_path / "named" / "file.txt").symlink_to(secret)
    (tmp_path / "named" / "folder").symlink_to(secret.parent, target_is_directory=True)
    (tmp_path / "named" / "same.txt").symlink_to("../named/./one.txt")
    found, skipped = files([tmp_path / "named"])
    assert found == (str(one),)
    assert sum("leads out of the folder" in entry.reason for entry in skipped) == 2
    # A link that is named itself is meant.
    assert files([tmp_path / "named" / "file.txt"])[0] == (str(tmp_path / "named" / "file.txt"),)


def test_the_same_file_twice_is_read_once(tmp_path: Path) -> None:
    one = write(tmp_path / "one.txt")
    (tmp_path / "two.txt").symlink_to(one)
    (tmp_path / "three.txt").hardlink_to(one)
    found, skipped = files([one, tmp_path])
    assert found == (str(one),)
    assert len(skipped) == 3
    assert {entry.reason for entry in skipped} == {f"the same file as {one}"}


def test_a_link_to_nowhere_and_a_pipe_are_skipped(tmp_path: Path) -> None:
    (tmp_path / "broken").symlink_to(tmp_path / "gone")
    os.mkfifo(tmp_path / "pipe")
    found, skipped = files([tmp_path])
    assert found == ()
    assert [entry.reason for entry in skipped] == ["a link that leads nowhere", "no ordinary file"]


def test_a_folder_that_may_not_be_read_is_skipped(tmp_path: Path) -> None:
    one = write(tmp_path / "one.txt")
    closed = tmp_path / "closed"
    write(closed / "two.txt")
    closed.chmod(0)
    try:
        if os.access(closed, os.R_OK):
            pytest.skip("this user may read everything")
        found, skipped = files([tmp_path])
    finally:
        closed.chmod(0o700)
    assert found == (str(one),)
    assert [entry.reason for entry in skipped] == ["permission denied"]


def test_a_path_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="does not exist"):
        files([tmp_path / "nowhere"])


def test_hundreds_of_folders_deep(tmp_path: Path) -> None:
    here = os.getcwd()  # noqa: PTH109
    try:
        os.chdir(tmp_path)
        for _ in range(300):
            os.mkdir("d")  # noqa: PTH102
            os.chdir("d")
        with open("deep.txt", "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write("Text.")
    finally:
        os.chdir(here)
    found, _ = files([tmp_path])
    assert len(found) == 1
