"""What README and docs show is what the program prints. `make readme` writes the examples anew."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from compare.cli import parser
from tools import examples
from tools.pages import leaves

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DOCUMENTS = [path for path in examples.documents() if examples.PART.search(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_examples_are_what_the_program_prints(path: Path) -> None:
    assert examples.written(path) == path.read_text(encoding="utf-8"), "run `make readme`"


def test_an_example_that_has_gone_stale_is_told(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text(
        "<!-- file: one.txt -->\n```\nThe ferry left.\n```\n\n"
        "<!-- example (sh, lines 2-2): cat one.txt one.txt one.txt -->\n    stale\n<!-- end -->\n",
        encoding="utf-8",
    )
    assert examples.written(document).endswith(
        "-->\n    $ cat one.txt one.txt one.txt\n\n    […]\n    The ferry left.\n    […]\n<!-- end -->\n"
    )


def test_an_example_with_another_exit_code_fails(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text("<!-- example (sh): exit 3 -->\n<!-- end -->\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="left with 3, not 0"):
        examples.written(document)


def test_python_of_one_document_is_one_session(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text("```python\none = 1\n```\n\n```python\nassert one == 2\n```\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="assert one == 2"):
        examples.written(document)


def test_every_command_of_the_readme_exists() -> None:
    named = set(re.findall(r"^\| `truecopy (\w+)", README, re.MULTILINE))
    done = subprocess.run(
        [sys.executable, "-m", "compare", "--help"], capture_output=True, encoding="utf-8", check=True
    )
    assert named == set(re.findall(r"^    (\w+) ", done.stdout, re.MULTILINE))


@pytest.mark.parametrize("path", examples.documents(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_option_that_a_document_names_exists(path: Path) -> None:
    told: dict[str, str] = {}
    for command in leaves(parser()):  # bench has commands of its own
        name = command.prog.split()[1]
        told[name] = told.get(name, "") + command.format_help()
    for name, rest in re.findall(
        r"\btruecopy ([a-z]+)\b((?:[^`\n|]|\\\n)*)", path.read_text(encoding="utf-8")
    ):
        if name in told:
            options = re.findall(r"(?<![\w-])--[a-z][a-z-]*", rest)
            assert [option for option in options if not re.search(rf"{option}\b(?!-)", told[name])] == [], (
                name,
                rest,
            )


def test_every_extra_is_named_in_the_readme() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]
    [table] = re.findall(r"^\| extra \| for \|\n(.*?)\n\n", README, re.DOTALL | re.MULTILINE)
    assert set(re.findall(r"`(\w+)`(?=[, ].*\|.*\|)", table)) >= set(extras)


if __name__ == "__main__":
    sys.exit(examples.main())
