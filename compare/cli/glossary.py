"""What truecopy.toml says beside dismissals: names and terms to be kept as written, and where synonyms are looked up.

::

    [names]
    keep = ["Elias Tarn", "Saint Orme"]

    [terms]
    keep = ["tide mill"]

    [compare]
    synonyms = "wordnet"
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
    """Give the settings with what the truecopy.toml of this folder says, if there is one.

    Args:
        settings: what else holds.

    Raises:
        UnreadableText: the file cannot be read.
        BadReport: it does not hold what it should.
        MissingExtra: it wants a lexicon that is not on this machine.
    """
    path = Path(SETTINGS_FILE)
    if not path.exists():
        return settings
    try:
        return settings_in(text_of(path), SETTINGS_FILE, settings)
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


def settings_in(toml: str, name: str, settings: Settings = DEFAULTS) -> Settings:
    r"""Give the settings with the names, the terms and the lexicon of a TOML file; its other tables are left alone.

    Args:
        toml: the text of the file, which is known to be TOML.
        name: what to call the file in an error.
        settings: what else holds.

    Raises:
        BadReport: a table says something that is not understood.
        MissingExtra: the lexicon is not on this machine.
        UnreadableText: it cannot be read.

    >>> settings_in('[names]\nkeep = ["Elias Tarn"]', "truecopy.toml").findings.kept_names
    ('Elias Tarn',)
    """
    tables = tomllib.loads(toml)
    kept = {key: _kept(tables.get(key, {}), key, name) for key in ("names", "terms")}
    synonyms = _synonyms(tables.get("compare", {}), name)
    if not any(kept.values()) and not synonyms:
        return settings
    findings = replace(
        settings.findings, kept_names=kept["names"], kept_terms=kept["terms"], synonyms=synonyms
    )
    return replace(settings, findings=findings)


def _kept(table: object, key: str, name: str) -> tuple[str, ...]:
    listed = table.get("keep", []) if isinstance(table, dict) else None
    is_list = isinstance(listed, list) and all(isinstance(entry, str) and entry.strip() for entry in listed)
    if not is_list or (isinstance(table, dict) and set(table) - {"keep"}):
        raise BadReport(f'{name}: [{key}] takes one line, keep = ["…", "…"]; mend it')
    assert isinstance(listed, list)
    return tuple(listed)


def _synonyms(table: object, name: str) -> str:
    """The lexicon that is asked for, found on this machine: a run of an hour should not begin without it."""
    if not table:
        return ""
    if table != {"synonyms": "wordnet"}:
        raise BadReport(f'{name}: [compare] takes one line, synonyms = "wordnet"; mend it')
    from compare.text.wordnet import wordnet

    wordnet()
    return "wordnet"
