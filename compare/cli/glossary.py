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
from pathlib import Path
from typing import Final

from compare.errors import BadReport, UnreadableText
from compare.settings import DEFAULTS, Settings

SETTINGS_FILE: Final = "truecopy.toml"
"""Read where the program is started."""


def own_settings(settings: Settings = DEFAULTS) -> Settings:
    """Give the settings with the names and terms of the truecopy.toml of this folder, if it has one.

    Args:
        settings: what else holds.

    Raises:
        UnreadableText: the file cannot be read.
        BadReport: it does not hold what it should.
    """
    path = Path(SETTINGS_FILE)
    if not path.exists():
        return settings
    try:
        return with_kept_words(text_of(path), SETTINGS_FILE, settings)
    except tomllib.TOMLDecodeError as error:
        raise BadReport(f"{SETTINGS_FILE} is not TOML ({error}); mend it") from error


def text_of(path: Path) -> str:
    """Give the text of a small file that the user wrote.

    Raises:
        UnreadableText: the file cannot be read.
        BadReport: it is not UTF-8 text.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadReport(f"{path} is not UTF-8 text; save it as UTF-8") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableText(f"{path} cannot be read ({reason}); check the path") from error


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
