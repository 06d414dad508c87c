"""Every module that finds stands in the tuple of detectors, and no detector knows another."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path

import compare.findings
from compare.findings import DETECTORS

FOLDER = Path(compare.findings.__file__).parent
DETECTOR_MODULES = sorted(detector.__module__.rpartition(".")[2] for detector in DETECTORS)


def imported(path: Path) -> set[str]:
    """The modules of compare.findings that a file imports, for types too."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name.split(".")[2] for name in found if name.startswith("compare.findings.")}


def test_every_module_that_finds_is_a_detector() -> None:
    finding = [
        path.stem
        for path in sorted(FOLDER.glob("*.py"))
        if path.stem != "__init__"
        and hasattr(importlib.import_module(f"compare.findings.{path.stem}"), "find")
    ]
    assert finding == DETECTOR_MODULES


def test_no_detector_and_no_clue_imports_a_detector() -> None:
    for path in [*(FOLDER / f"{name}.py" for name in DETECTOR_MODULES), *sorted(FOLDER.glob("clues/*.py"))]:
        assert not imported(path) & set(DETECTOR_MODULES), path.name
