"""What the README shows is what the program prints: its examples are run. `make readme` writes them anew."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
EXAMPLE = re.compile(r"(<!-- example: (truecopy [^\n]*) -->\n)(.*?)(<!-- end -->)", re.DOTALL)
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)


def printed(command: str) -> str:
    """Give what a command of the README prints, at 100 columns and without colour."""
    done = subprocess.run(
        [sys.executable, "-m", "compare", *shlex.split(command)[1:]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def block(command: str) -> str:
    """Give an example as it stands in the README: the command and what it prints."""
    lines = [f"$ {command}", "", *printed(command).splitlines()]
    return "".join(f"    {line}".rstrip() + "\n" for line in lines)


def write() -> None:
    """Write the examples of the README anew."""
    text = README.read_text(encoding="utf-8")
    text = EXAMPLE.sub(lambda match: f"{match[1]}{block(match[2])}{match[4]}", text)
    README.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("number", range(len(EXAMPLE.findall(README.read_text(encoding="utf-8")))))
def test_examples_are_what_the_program_prints(number: int) -> None:
    _, command, shown, _ = EXAMPLE.findall(README.read_text(encoding="utf-8"))[number]
    assert shown == block(command), "run `make readme`"


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    [code] = PYTHON.findall(README.read_text(encoding="utf-8"))
    exec(compile(code, "README.md", "exec"), {})
    out = capsys.readouterr().out
    assert out.startswith("number 1970")
    assert 0 < float(out.splitlines()[-1]) < 100


def test_every_command_of_the_readme_exists() -> None:
    named = set(re.findall(r"^\| `truecopy (\w+)", README.read_text(encoding="utf-8"), re.MULTILINE))
    listed = set(re.findall(r"^    (\w+) ", printed("truecopy --help"), re.MULTILINE))
    assert named == listed


if __name__ == "__main__":
    write()
