"""What users install is what runs here, also with the pip that comes with the oldest Python we name."""

from __future__ import annotations

import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.dependencies import carried

ROOT = Path(__file__).resolve().parents[2]


def direct() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [
        *project["dependencies"],
        *(line for lines in project["optional-dependencies"].values() for line in lines),
    ]
    return {canonicalize_name(Requirement(line).name) for line in lines}


def needs(name: str, extra: str) -> list[Requirement]:
    found = [Requirement(line) for line in metadata.requires(name) or []]
    return [one for one in found if one.marker is None or one.marker.evaluate({"extra": extra})]


def test_no_dependency_rests_on_an_extra_that_an_older_pip_does_not_find() -> None:
    """The pip of Python 3.11 compares extras letter for letter: ``html_clean`` is not ``html-clean`` to it."""
    lost = []
    for name in sorted(carried()):
        for asked in needs(name, ""):
            given = metadata.metadata(asked.name).get_all("Provides-Extra") or []
            for extra in sorted(asked.extras - set(given)):
                behind = {canonicalize_name(one.name) for one in needs(asked.name, extra.replace("_", "-"))}
                behind -= {canonicalize_name(one.name) for one in needs(asked.name, "")}
                lost += [
                    f"{name} needs {asked}: name {one} in pyproject.toml" for one in sorted(behind - direct())
                ]
    assert lost == []
