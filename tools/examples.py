"""What README and docs show is what the program prints: every example is run, and written anew by ``make readme``.

A document carries its examples between two comments, which no reader sees:

    <!-- example: truecopy score seeds/reference.txt seeds/ocr.txt -->
    …
    <!-- end -->

The examples of one document run in order in one empty folder that holds ``seeds/``, so that a later command finds
what an earlier one wrote. In brackets after the word may stand ``exit 1`` (the exit code that is right), ``sh`` (the
line goes to a shell instead), ``from WORDS`` (only what is printed from the first line on that has these words) and
``lines 3-12`` (of that, only those). ``<!-- file: NAME -->`` before a fenced block puts the block into the folder as a
file. Blocks of Python run there too, in order, in one session a document, unless ``<!-- not run: REASON -->`` stands
before them.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
COLUMNS: Final = 100
PART: Final = re.compile(
    r"(?P<head><!-- example(?: \((?P<options>[^)\n]*)\))?: (?P<command>[^\n]*) -->\n).*?(?P<tail><!-- end -->)"
    r"|<!-- file: (?P<name>[^\n]*) -->\n+```\w*\n(?P<content>.*?)```"
    r"|<!-- not run: [^\n]* -->\n+```python\n.*?```"
    r"|^```python\n(?P<code>.*?)```",
    re.DOTALL | re.MULTILINE,
)
OMITTED: Final = "[…]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What stands in brackets after the word ``example``."""

    exit_code: int = 0
    words: str = ""
    first: int = 1
    last: int | None = None
    is_shell: bool = False

    @classmethod
    def read(cls, written: str | None) -> Options:
        """Read the brackets.

        >>> Options.read("exit 1, lines 2-4")
        Options(exit_code=1, words='', first=2, last=4, is_shell=False)
        """
        parts = [part.strip() for part in (written or "").split(",") if part.strip()]
        code, words, first, last, is_shell = 0, "", 1, None, False
        for part in parts:
            if match := re.fullmatch(r"exit (\d+)", part):
                code = int(match[1])
            elif match := re.fullmatch(r"lines (\d+)-(\d+)", part):
                first, last = int(match[1]), int(match[2])
            elif part.startswith("from "):
                words = part.removeprefix("from ")
            elif part == "sh":
                is_shell = True
            else:
                raise ValueError(f"an example may say exit N, from WORDS, lines N-M or sh, not {part!r}")
        return cls(exit_code=code, words=words, first=first, last=last, is_shell=is_shell)


def documents() -> list[Path]:
    """Give every document that may hold examples: the README, then docs/ by name."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def written(document: Path) -> str:
    """Run all that a document holds, in order, and give the document as it should stand.

    Raises:
        AssertionError: a command left with another exit code than its example says, or Python raised.
    """
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        shutil.copytree(ROOT / "seeds", folder / "seeds")
        session = ""

        def fresh(match: re.Match[str]) -> str:
            nonlocal session
            if match["name"]:
                path = folder / match["name"].strip()
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(match["content"], encoding="utf-8")
            elif match["code"]:
                session += match["code"]
                _run([sys.executable, "-c", session], folder, 0)
            elif match["command"]:
                options = Options.read(match["options"])
                return f"{match['head']}{_block(match['command'], options, folder)}{match['tail']}"
            return match[0]

        return PART.sub(fresh, document.read_text(encoding="utf-8"))


def _block(command: str, options: Options, folder: Path) -> str:
    """Give an example as it stands in a document: the command and what it prints, set in by four blanks."""
    if options.is_shell:
        arguments = ["sh", "-c", command]
    else:
        arguments = [sys.executable, "-m", "compare", *shlex.split(command)[1:]]
    printed = _run(arguments, folder, options.exit_code).splitlines()
    before = [i for i, line in enumerate(printed) if options.words in line]
    assert before or not printed, f"nothing that {command} prints has the words {options.words!r}"
    start = (before[0] if before else 0) + options.first - 1
    end = len(printed) if options.last is None else before[0] + options.last
    chosen = [
        *([OMITTED] if start > 0 else []),
        *printed[start:end],
        *([OMITTED] if end < len(printed) else []),
    ]
    lines = [f"$ {command}", *(["", *chosen] if chosen else [])]
    return "".join(f"    {line}".rstrip() + "\n" for line in lines)


def _run(arguments: list[str], folder: Path, exit_code: int) -> str:
    """Run a command as a reader would, at 100 columns and without colour; what it complains of comes last."""
    path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    plain = {"COLUMNS": str(COLUMNS), "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        arguments,
        cwd=folder,
        env={**os.environ, **plain, "PYTHONPATH": path, "PATH": programs},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    said = f"{shlex.join(arguments)} left with {done.returncode}, not {exit_code}:\n{done.stderr}"
    assert done.returncode == exit_code, said
    return done.stdout + done.stderr


def main() -> int:
    """Write the examples of the documents named, or of all, anew."""
    for path in [Path(name).resolve() for name in sys.argv[1:]] or documents():
        text = written(path)
        if text != path.read_text(encoding="utf-8"):
            path.write_text(text, encoding="utf-8")
            print(f"written anew: {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
