"""Folders as manifests: two whose files share names, one whose files are looked at alone, one of families."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from compare.batch.manifest import ListManifest
from compare.batch.rows import Row
from compare.errors import BadInput
from compare.families.files import DATA_ENDINGS
from compare.settings import DEFAULTS, Limits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from compare.model import Document


_PARTS: Final = ".parts"
_NO_TEXTS: Final = DATA_ENDINGS | {".parquet", ".duckdb"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderPairs:
    """Every file of one folder against the file of the same name, sub-folders included, in the other."""

    references: Path
    candidates: Path

    @property
    def name(self) -> str:
        """Both folders."""
        return f"{self.references} and {self.candidates}"

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folder of the references, and that of the candidates."""
        return self.references, self.candidates

    def rows(self) -> Iterator[Row]:
        """Give a row a name, sorted; a file without a partner is a row with an error.

        Raises:
            BadInput: one of them is no folder.
        """
        number = 0
        for name in names(self.references):
            number += 1
            partner = (self.candidates / name).is_file()
            error = None if partner else f"{self.candidates} has no file of this name"
            yield Row(number=number, id=name, reference=name, candidate=name, error=error)
        for name in names(self.candidates):
            if not (self.references / name).is_file():
                number += 1
                error = f"{self.references} has no file of this name"
                yield Row(number=number, id=name, reference=name, candidate=name, error=error)


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderAlone:
    """Every text of one folder by itself; files of data are left out, see `texts`."""

    folder: Path

    @property
    def name(self) -> str:
        """The folder."""
        return str(self.folder)

    @property
    def roots(self) -> tuple[Path, ...]:
        """The folder, for both sides."""
        return self.folder, self.folder

    def rows(self) -> Iterator[Row]:
        """Give a row a file, sorted."""
        for number, name in enumerate(texts(self.folder), 1):
            yield Row(number=number, id=name, candidate=name)


def names(folder: Path) -> Iterator[str]:
    """Give the names of all files under a folder, with the folders between, in order; hidden ones are left out.

    Only the names of the folders on the way down are in memory.

    Raises:
        BadInput: it is no folder.
    """
    if not folder.is_dir():
        raise BadInput(f"{folder} is not a folder; name one that holds the texts")
    yield from _walk(folder, "", frozenset())


def texts(folder: Path) -> Iterator[str]:
    """Give the names under a folder that are no data by their ending, and no results kept beside them.

    Labels and tables quote texts: judged as articles, they would head a family. What a run writes into the folder that
    it reads is nothing to judge, either.
    """
    for name in names(folder):
        path = PurePosixPath(name)
        is_part = any(part.endswith(_PARTS) for part in path.parts[:-1])
        if not is_part and path.suffix.lower() not in _NO_TEXTS:
            yield name


def _walk(folder: Path, before: str, above: frozenset[Path]) -> Iterator[str]:
    here = folder.resolve()
    if here in above:
        return
    for child in sorted(folder.iterdir(), key=lambda path: path.name):
        if child.name.startswith("."):
            continue
        if child.is_dir():
            yield from _walk(child, f"{before}{child.name}/", above | {here})
        elif child.is_file():
            yield f"{before}{child.name}"


def family_pairs(
    folder: Path,
    *,
    encoding: str | None,
    left_out: Callable[[str, str], None],
    limits: Limits = DEFAULTS.limits,
) -> tuple[ListManifest, int]:
    """Find the versions of one piece in a folder, and set each against the fullest one of its family.

    Args:
        folder: texts, in sub-folders too.
        encoding: of the texts; told from the bytes where it is ``None``.
        left_out: is called with the name of a file that is no text, and the reason.
        limits: of every file.

    Returns:
        The pairs, and how many documents have no other version.
    """
    from compare.errors import MissingExtra, TookTooLong, UnreadableText
    from compare.families import families
    from compare.text.reading import read

    def documents() -> Iterator[Document]:
        for name in texts(folder):
            if not (folder / name).resolve().is_relative_to(folder.resolve()):
                left_out(name, "a link that leads out of the folder; name what it leads to")
                continue
            try:
                yield read(folder / name, encoding=encoding, name=name, limits=limits)
            except (MissingExtra, TookTooLong, UnreadableText) as error:
                left_out(name, str(error))

    found = families(documents()).families
    pairs: list[tuple[str, str]] = []
    alone = 0
    for family in found:
        members: Sequence[str] = [member.path for member in family.members]
        alone += len(members) == 1
        pairs.extend((members[0], member) for member in members[1:])
    rows = tuple(
        Row(number=number, id=candidate, reference=reference, candidate=candidate)
        for number, (reference, candidate) in enumerate(pairs, 1)
    )
    return ListManifest(name=str(folder), roots=(folder, folder), listed=rows), alone
