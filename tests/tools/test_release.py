"""The built wheel in an environment that has nothing of this folder, and the bill of materials.

The new environment borrows the *dependencies* from the one that runs the tests, so that nothing is downloaded; truecopy
itself comes from the wheel alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from tools import release
from tools.dependencies import carried

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return release.built(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def installed(archives: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of programs of a new environment that has the wheel."""
    home = tmp_path_factory.mktemp("empty")
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    [wheel] = [path for path in archives if path.suffix == ".whl"]
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index"]
    subprocess.run([*install, "--quiet", "--disable-pip-version-check", str(wheel)], check=True)
    [packages] = home.glob("lib/python*/site-packages")
    # A plain path: the .pth files over there, such as that of an editable truecopy, are not read.
    (packages / "borrowed.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    return home / "bin"


def run(program: Path, *arguments: str, folder: Path) -> str:
    environment = {**os.environ, "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    environment.pop("PYTHONPATH", None)
    done = subprocess.run(
        [str(program), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_wheel_runs_by_itself(installed: Path, tmp_path: Path) -> None:
    where = run(
        installed / "python",
        "-c",
        "import compare, ui; print(compare.__file__, ui.__file__)",
        folder=tmp_path,
    )
    assert all(Path(path).is_relative_to(installed.parent) for path in where.split())
    assert "score" in run(installed / "truecopy", "--help", folder=tmp_path)
    (tmp_path / "true.txt").write_text("The ferry left at noon. It carried 40 cars.\n", encoding="utf-8")
    (tmp_path / "copy.txt").write_text("The ferry left at noon. It carried 14 cars.\n", encoding="utf-8")
    out = run(installed / "truecopy", "score", "true.txt", "copy.txt", folder=tmp_path)
    assert "wrong number" in out
    assert "“40” became “14”" in out
    page = run(installed / "truecopy", "score", "true.txt", "copy.txt", "--format", "html", folder=tmp_path)
    assert "</html>" in page


def test_the_viewer_finds_its_demonstration(installed: Path, tmp_path: Path) -> None:
    asked = (
        "import ui.inputs as i; print(i.SEEDS); print(*[(i.SEEDS / n).is_file() for n in i.DEMONSTRATION])"
    )
    folder, there = run(installed / "python", "-c", asked, folder=tmp_path).splitlines()
    assert Path(folder).is_relative_to(installed.parent)
    assert set(there.split()) == {"True"}


def test_the_wheel_has_every_file_of_the_packages(archives: list[Path]) -> None:
    [wheel] = [path for path in archives if path.suffix == ".whl"]
    packed = set(zipfile.ZipFile(wheel).namelist())
    kept = subprocess.run(
        ["git", "ls-files", "compare", "ui"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    if kept.returncode != 0:
        pytest.skip("not a git checkout: nothing says which files belong to the packages")
    assert sorted(set(kept.stdout.split()) - packed) == []
    assert not [name for name in packed if name.startswith(("tests/", "tools/", "benchmarks/"))]


def test_the_source_archive_has_what_its_makefile_needs(archives: list[Path]) -> None:
    [source] = [path for path in archives if path.suffix == ".gz"]
    with tarfile.open(source) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        "Makefile",
        "requirements.lock",
        "requirements-dev.lock",
        "tools/licences.toml",
        "seeds/labels.json",
    } <= packed


def test_the_bill_of_materials_lists_what_users_get_and_no_more() -> None:
    bill = release.bill_of_materials()  # validated against the schema in there
    names = {part["name"].casefold().replace("_", "-") for part in bill["components"]}
    assert names <= carried()
    assert {"levenshtein", "nltk", "numpy", "streamlit"} <= names
    assert "pytest" not in names
    assert all(part["licenses"] for part in bill["components"])
    root = bill["metadata"]["component"]
    assert root["name"] == "truecopy"
    [needs] = [entry["dependsOn"] for entry in bill["dependencies"] if entry["ref"] == root["bom-ref"]]
    assert any(ref.startswith("nltk") for ref in needs)
    assert str(ROOT) not in str(bill)
