"""Some texts of a collection judged alone, by the very code that judges a collection in memory."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, overload

from compare.batch.extras import pyarrow
from compare.batch.families.profiling import profile_of
from compare.families.grouping import joined
from compare.families.roles import family
from compare.families.verdicts import Verdicts
from compare.scores.vocabulary import Profile, Vocabulary
from compare.settings import DEFAULTS, FamilySettings

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable

    from compare.batch.work import Record
    from compare.families.members import Family

_LOADED: Final = 500
"""Profiles of a large component that are in memory at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One text of a component.

    ``profile`` is what was kept of it, ``names`` those of all documents that have its very words, in order, and
    ``repeated`` the places of its sentences that many texts of the collection have.
    """

    profile: bytes
    names: tuple[str, ...]
    repeated: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """Texts that candidates connect, in the order of the collection, and the candidates as places among them."""

    number: int
    versions: Sequence[Version]
    pairs: tuple[tuple[float, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KinWork:
    """What is done with some pairs: each is judged by itself."""

    timeout_seconds: float = 0.0
    settings: FamilySettings = field(default_factory=lambda: DEFAULTS.families)

    def schema(self) -> Any:
        """Give the columns: what speaks for each pair, not a number where they are not versions of one piece."""
        arrow = pyarrow()
        return arrow.schema(
            [
                ("row", arrow.int64()),
                ("error", arrow.string()),
                ("evidence", arrow.list_(arrow.float64())),
            ]
        )

    def warm(self) -> None:
        """Load the frequencies of words."""
        _warm(self.settings)

    def record(self, item: Component, *, error: str | None = None) -> Record:
        """Judge pairs."""
        if error is not None:
            return {"row": item.number, "error": error}
        _, verdicts = _judges(item, self.settings)
        found = [verdicts.kinship(first, second) for _, first, second in item.pairs]
        return {"row": item.number, "evidence": [math.nan if one is None else one.evidence for one in found]}


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyWork:
    """What is done with every component: its families are told, and what each member is."""

    timeout_seconds: float = 0.0
    settings: FamilySettings = field(default_factory=lambda: DEFAULTS.families)

    def schema(self) -> Any:
        """Give the columns: families as JSON."""
        arrow = pyarrow()
        return arrow.schema([("row", arrow.int64()), ("error", arrow.string()), ("families", arrow.string())])

    def warm(self) -> None:
        """Load the frequencies of words."""
        _warm(self.settings)

    def record(self, item: Component, *, error: str | None = None) -> Record:
        """Tell the families of a component."""
        if error is not None:
            return {"row": item.number, "error": error}
        found = [
            [[member.path, member.role, member.coverage] for member in one.members]
            for one in families_of(item, self.settings)
        ]
        return {"row": item.number, "families": json.dumps(found)}


def _warm(settings: FamilySettings) -> None:
    Vocabulary(settings).entry("ferry", "en")


def _judges(component: Component, settings: FamilySettings) -> tuple[Sequence[Profile], Verdicts]:
    vocabulary = Vocabulary(settings)
    profiles = _Profiles(component.versions, vocabulary)
    repeated = [version.repeated for version in component.versions]
    return profiles, Verdicts(profiles, vocabulary, repeated=repeated, settings=settings)


def families_of(component: Component, settings: FamilySettings = DEFAULTS.families) -> list[Family]:
    """Give the families of a component."""
    versions = component.versions
    profiles, verdicts = _judges(component, settings)
    groups = joined(profiles, list(component.pairs), verdicts, settings)
    return [
        family(
            [[profiles[place], *_copies(profiles[place], versions[place].names[1:])] for place in group],
            verdicts.vocabulary,
            settings=settings,
        )
        for group in groups
    ]


def _copies(profile: Profile, names: Sequence[str]) -> list[Profile]:
    return [
        Profile(
            name=name,
            language=profile.language,
            entries=profile.entries,
            ends=profile.ends,
            indices=profile.indices,
            has_elision=profile.has_elision,
        )
        for name in names
    ]


class _Profiles(Sequence[Profile]):
    """The profiles of some versions, the latest ones in memory."""

    def __init__(self, versions: Sequence[Version], vocabulary: Vocabulary) -> None:
        def made(place: int) -> Profile:
            version = versions[place]
            return profile_of(version.profile, version.names[0], vocabulary)

        self._count = len(versions)
        self._made = lru_cache(maxsize=_LOADED)(made)

    @overload
    def __getitem__(self, place: int) -> Profile: ...
    @overload
    def __getitem__(self, place: slice) -> list[Profile]: ...
    def __getitem__(self, place: int | slice) -> Profile | list[Profile]:
        if isinstance(place, slice):
            return [self._made(one) for one in range(*place.indices(self._count))]
        if not 0 <= place < self._count:
            raise IndexError(place)
        return self._made(place)

    def __len__(self) -> int:
        return self._count


class StoredVersions(Sequence[Version]):
    """Versions that are read from their file when asked for."""

    def __init__(self, numbers: array[int], read: Callable[[int], Version]) -> None:
        """Say by what number each of them is kept, and how one is read."""
        self._numbers = numbers
        self._read = read

    @overload
    def __getitem__(self, place: int) -> Version: ...
    @overload
    def __getitem__(self, place: slice) -> list[Version]: ...
    def __getitem__(self, place: int | slice) -> Version | list[Version]:
        if isinstance(place, slice):
            return [self._read(number) for number in self._numbers[place]]
        return self._read(self._numbers[place])

    def __len__(self) -> int:
        return len(self._numbers)
