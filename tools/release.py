"""A release: source archive, wheel, bill of materials and checksums, all in ``dist/``.

The bill of materials (CycloneDX, JSON) lists what the product brings with every extra, with licences and with who needs
whom. It is made from the environment here, which the lock file describes to the byte, less the tools of development.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING, Any, Final

from packaging.utils import canonicalize_name

from tools.dependencies import ROOT, carried
from tools.licences import Allowance, verdicts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DIST: Final = ROOT / "dist"


def built(folder: Path) -> list[Path]:
    """Build the source archive, and the wheel from it, with what is installed here (nothing is downloaded).

    Args:
        folder: where the archives go.

    Returns:
        Their paths, sorted.
    """
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise RuntimeError(f"the build failed:\n{done.stdout}{done.stderr}")
    return sorted(path for path in folder.iterdir() if path.suffix in {".whl", ".gz"})


def bill_of_materials() -> dict[str, Any]:
    """Give the bill of materials as CycloneDX has it, held against its schema."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    command = [
        sys.executable,
        "-m",
        "cyclonedx_py",
        "environment",
        "--pyproject",
        str(ROOT / "pyproject.toml"),
    ]
    # Not validated there: that takes six seconds, and once is enough, below, when it is what it shall be.
    command += ["--mc-type", "application", "--output-reproducible", "--sv", "1.6", "--no-validate"]
    done = subprocess.run(
        [*command, sys.executable], check=True, capture_output=True, text=True, encoding="utf-8"
    )
    licences = {one.name: one.licence for one in verdicts(Allowance.from_file())}
    bill = with_licences(only(json.loads(done.stdout), carried()), licences)
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(json.dumps(bill))
    if wrong is not None:
        raise ValueError(f"the bill of materials is not CycloneDX 1.6: {wrong}")
    return bill


def only(bill: dict[str, Any], names: frozenset[str]) -> dict[str, Any]:
    """Keep the components of some names, and what is said of who depends on whom among them.

    >>> whole = {
    ...     "metadata": {"component": {"bom-ref": "root"}},
    ...     "components": [{"bom-ref": "one", "name": "One"}, {"bom-ref": "two", "name": "two"}],
    ...     "dependencies": [{"ref": "root", "dependsOn": ["one", "two"]}, {"ref": "two"}],
    ... }
    >>> kept = only(whole, frozenset({"one"}))
    >>> kept["components"], kept["dependencies"]
    ([{'bom-ref': 'one', 'name': 'One'}], [{'ref': 'root', 'dependsOn': ['one']}])
    """
    components = [part for part in bill["components"] if canonicalize_name(part["name"]) in names]
    refs = {bill["metadata"]["component"]["bom-ref"], *(part["bom-ref"] for part in components)}
    dependencies = []
    for entry in bill["dependencies"]:
        if entry["ref"] not in refs:
            continue
        needed = [ref for ref in entry.get("dependsOn", []) if ref in refs]
        dependencies.append({"ref": entry["ref"], **({"dependsOn": needed} if needed else {})})
    return {**bill, "components": components, "dependencies": dependencies}


def with_licences(bill: dict[str, Any], licences: Mapping[str, str]) -> dict[str, Any]:
    """Name the licence of each component that names none, as a person has read it.

    >>> with_licences({"components": [{"name": "One"}]}, {"one": "MIT"})["components"]
    [{'name': 'One', 'licenses': [{'expression': 'MIT'}]}]
    """
    components = [
        part
        if part.get("licenses")
        else {**part, "licenses": [{"expression": licences[canonicalize_name(part["name"])]}]}
        for part in bill["components"]
    ]
    return {**bill, "components": components}


def main() -> int:
    """Write everything anew into ``dist/`` and name it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    files = built(DIST)
    bill = DIST / f"{project['name']}-{project['version']}.cdx.json"
    bill.write_text(json.dumps(bill_of_materials(), indent=2, sort_keys=True) + "\n", encoding="utf-8")
    sums = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in [*files, bill]]
    (DIST / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")
    for path in sorted(DIST.iterdir()):
        print(f"{path.stat().st_size:>10,} bytes  {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
