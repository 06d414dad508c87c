"""The two parts of nltk that are used here, the Punkt splitter and the Snowball stemmers, without the rest of it.

``import nltk.tokenize.punkt`` runs the package's own ``__init__`` first, and that imports all of nltk, with numpy (and
scipy, where there is one): 0.24 s of processor time, as much as the whole work on two articles; alone it takes 0.06 s.
So the part is imported while bare packages stand in for those above it. They are gone again afterwards, and whoever
imports nltk in the same process gets the real one.
"""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGES: Final = ("nltk", "nltk.tokenize", "nltk.stem", "nltk.corpus")
_UNUSED: Final = (
    "nltk.internals",
    "nltk.pathsec",
    "nltk.picklesec",
    "nltk.probability",
    "nltk.tabdata",
    "nltk.termsec",
    "nltk.tokenize.util",
)
"""What the parts import for reading, writing and training models, which is never done here: an HTTP client and more."""
_LOCK: Final = Lock()


@cache
def nltk_part(name: str) -> ModuleType:
    """Import one module of nltk.

    Args:
        name: ``nltk.tokenize.punkt`` or ``nltk.stem.snowball``.

    >>> nltk_part("nltk.stem.snowball").SnowballStemmer("english").stem("lamps")
    'lamp'
    """
    with _LOCK:
        if "nltk" not in sys.modules:
            try:
                with _bare_packages():
                    return import_module(name)
            except (ImportError, AttributeError, TypeError):
                pass  # a version of nltk whose parts need each other: then all of it
        return import_module(name)


class _StandIn(ModuleType):
    """Has every name, and nothing under it: what is called after all fails at once, and all of nltk is imported."""

    def __getattr__(self, name: str) -> None:
        if name.startswith("__"):
            raise AttributeError(name)


@contextmanager
def _bare_packages() -> Iterator[None]:
    """Let packages of nltk that have run no code of their own stand in for the real ones."""
    try:
        for name in _PACKAGES:
            spec = find_spec(name)
            if spec is None:
                raise ImportError(f"nltk has no {name}")
            sys.modules[name] = module_from_spec(spec)
        for name in filter(find_spec, _UNUSED):
            sys.modules[name] = _StandIn(name)
        # The stemmers name the stop words, which are data to download; they use them only when told to.
        sys.modules["nltk.corpus"].stopwords = None  # type: ignore[attr-defined]
        yield
    finally:
        # A list first: another thread may import while this one looks, and a dictionary that grows cannot be walked.
        for name in [name for name in list(sys.modules) if name.partition(".")[0] == "nltk"]:
            del sys.modules[name]
