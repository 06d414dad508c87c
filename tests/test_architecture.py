"""ARCHITECTURE.md and the contracts of import-linter name what is there, and all of it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

import compare.model
import compare.settings
from compare.findings import DETECTORS

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
CONTRACTS = {
    contract["type"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
}
LONGEST_MODULE_LINES = 400
ROOMS = sorted(
    path.stem
    for path in (ROOT / "compare").iterdir()
    if (path.suffix == ".py" and not path.stem.startswith("__")) or (path / "__init__.py").is_file()
)


def test_every_room_has_its_place_in_the_order_of_imports() -> None:
    layers = [layer.strip("()").removeprefix("compare.") for layer in CONTRACTS["layers"]["layers"]]
    assert sorted(layers) == ROOMS


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_is_on_the_page(room: str) -> None:
    assert re.search(rf"`(?:compare/)?{room}(?:/|\.py)`", PAGE)


def test_every_detector_is_held_apart_from_the_others() -> None:
    held = set(CONTRACTS["independence"]["modules"])
    assert sorted({detector.__module__ for detector in DETECTORS} - held) == []
    assert all((ROOT / f"{name.replace('.', '/')}.py").is_file() for name in held)


def test_every_path_on_the_page_is_there() -> None:
    named = re.findall(r"`((?:[a-z_]+/)*[a-z_]+(?:\.(?:py|json|css|md)|/))`", PAGE)
    assert len(named) > 20
    rooms = [ROOT, ROOT / "compare", *(ROOT / "compare" / room for room in ROOMS), ROOT / "ui"]
    assert [name for name in named if not any((room / name).exists() for room in rooms)] == []


def test_no_module_is_too_long_to_hold_one_idea() -> None:
    found = {}
    for room in ("compare", "ui", "tools", "benchmarks", "tests"):
        for path in (ROOT / room).rglob("*.py"):
            found[path.relative_to(ROOT).as_posix()] = len(path.read_text(encoding="utf-8").splitlines())
    assert len(found) > 300
    assert {name: lines for name, lines in found.items() if lines > LONGEST_MODULE_LINES} == {}


def test_every_detector_is_described() -> None:
    page = (ROOT / "docs" / "findings.md").read_text(encoding="utf-8")
    table = page.partition("## The detectors")[2].partition("\n## ")[0]
    described = set(re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (.*?) \|", table, re.MULTILINE))))
    assert sorted({detector.__module__.rpartition(".")[2] for detector in DETECTORS} - described) == []


TYPES = [
    value
    for module in (compare.model, compare.settings)
    for value in (getattr(module, name) for name in module.__all__)
    if is_dataclass(value) and isinstance(value, type)
]


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_every_type_is_a_value(kind: type) -> None:
    """Frozen, so that no stage changes what it was given; made by keywords alone, so that a field can be added."""
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert hasattr(kind, "__slots__")
    assert all(field.kw_only for field in fields(kind))
