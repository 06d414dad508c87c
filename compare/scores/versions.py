"""Which version of a package is installed, read off the name of the folder that says so.

``importlib.metadata`` reads the whole description and imports the parsers of e-mail for it: 0.04 s for three numbers
in a signature. It is asked where the folder does not stand beside the package.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

MISSING = "none"


@cache
def installed_version(package: str) -> str:
    """Give the version of an installed package, ``none`` where there is no such package.

    Args:
        package: its name, the same as that of its folder.

    >>> installed_version("no-such-package")
    'none'
    """
    spec = find_spec(package)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        found = sorted(Path(place).parent.glob(f"{package}-*.dist-info"))
        if len(found) == 1:
            return found[0].name.removesuffix(".dist-info").partition("-")[2]
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return MISSING
