"""Names and terms to be kept as written: the tables ``[names]`` and ``[terms]`` of truecopy.toml.

::

    [names]
    keep = ["Elias Tarn", "Saint Orme"]

    [terms]
    keep = ["tide mill"]
"""

from __future__ import annotations

import tomllib
from dataclasses import replace

from compare.errors import BadReport
from compare.settings import DEFAULTS, Settings


def with_kept_words(toml: str, name: str, settings: Settings = DEFAULTS) -> Settings:
    r"""Give the settings with the names and terms of a TOML file; its other tables are left alone.

    Args:
        toml: the text of the file, which is known to be TOML.
        name: what to call the file in an error.
        settings: what else holds.

    Raises:
        BadReport: a table says something that is not understood.

    >>> with_kept_words('[names]\nkeep = ["Elias Tarn"]', "truecopy.toml").findings.kept_names
    ('Elias Tarn',)
    """
    tables = tomllib.loads(toml)
    kept = {key: _kept(tables.get(key, {}), key, name) for key in ("names", "terms")}
    if not any(kept.values()):
        return settings
    findings = replace(settings.findings, kept_names=kept["names"], kept_terms=kept["terms"])
    return replace(settings, findings=findings)


def _kept(table: object, key: str, name: str) -> tuple[str, ...]:
    listed = table.get("keep", []) if isinstance(table, dict) else None
    is_list = isinstance(listed, list) and all(isinstance(entry, str) and entry.strip() for entry in listed)
    if not is_list or (isinstance(table, dict) and set(table) - {"keep"}):
        raise BadReport(f'{name}: [{key}] takes one line, keep = ["…", "…"]; mend it')
    assert isinstance(listed, list)
    return tuple(listed)
