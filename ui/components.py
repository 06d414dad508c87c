"""The components of our own: plain HTML, CSS and JavaScript shipped in the package, a folder each."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER: Final = Path(__file__).resolve().parent / "component"


@cache
def component(name: str) -> Callable[..., Any]:
    """Give the component of a folder; its scripts are one module, joined in the order of their names."""
    folder = FOLDER / name
    scripts = sorted(folder.glob("*.js"))
    # Streamlit takes a text without a line break inside for the name of a file; these have many.
    return st.components.v2.component(
        f"truecopy_{name}",
        html=(folder / f"{name}.html").read_text(encoding="utf-8"),
        css=(folder / f"{name}.css").read_text(encoding="utf-8"),
        js="\n".join(script.read_text(encoding="utf-8") for script in scripts),
    )
