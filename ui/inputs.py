"""Documents into the page: files named at the start, uploads, pasted text; else the demonstration."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

import compare
from compare.errors import TruecopyError
from compare.text.documents import document
from ui import session
from ui.arguments import arguments
from ui.words import INPUTS

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

SEEDS: Final = Path(__file__).resolve().parent.parent / "seeds"
DEMONSTRATION: Final = (
    "reference.txt",
    "roundtrip.txt",
    "excerpt.txt",
    "ocr.txt",
    "edited.txt",
    "related.txt",
)


def open_named_files() -> None:
    """Open, once a visit, the files named on the command line, or the demonstration where none is named."""
    if st.session_state.get("opened"):
        return
    st.session_state["opened"] = True
    named = arguments().files
    paths = list(named) or [path for name in DEMONSTRATION if (path := SEEDS / name).exists()]
    st.session_state["demonstration"] = not named and bool(paths)
    for path in paths:
        with st.spinner(INPUTS["reading"].format(name=path.name)):
            _open(path, path.name)


def _open(path: Path, name: str) -> str | None:
    """Open one file; one that cannot be read is told and leaves the rest alone."""
    try:
        return session.add(compare.read(path, name=name))
    except TruecopyError as error:
        st.session_state.setdefault("failures", {})[name] = str(error).replace(str(path), name)
        return None


def show_failures() -> None:
    """Say in the page which files could not be read, and why."""
    for name, message in st.session_state.get("failures", {}).items():
        st.error(f"**{_plain(name)}** — {_plain(message)}", icon=":material/error:")


def _plain(text: str) -> str:
    """Text of a file's name, with nothing in it that Streamlit would take for Markdown."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]()<>#+-.!|$:~" else c for c in text)


def add_versions() -> None:
    """The popover by which versions are added and removed."""
    st.file_uploader(
        INPUTS["upload"],
        accept_multiple_files=True,
        key="uploads",
        on_change=_take_uploads,
    )
    with st.form("paste", clear_on_submit=True, border=False):
        text = st.text_area(INPUTS["paste"], height=120)
        name = st.text_input(INPUTS["paste_name"])
        if st.form_submit_button(INPUTS["paste_add"]) and text.strip():
            number = 1 + sum(each.startswith("pasted") for each in session.documents())
            _drop_demonstration()
            session.add(document(text, name=name.strip() or INPUTS["pasted"].format(number=number)))
            st.rerun()
    for name in list(session.documents()):
        columns = st.columns([6, 2], vertical_alignment="center")
        columns[0].text(name)
        columns[1].button(INPUTS["remove"], key=f"remove {name}", on_click=session.remove, args=(name,))


def _take_uploads() -> None:
    uploads: list[UploadedFile] = st.session_state.get("uploads") or []
    seen: set[str] = st.session_state.setdefault("taken", set())
    st.session_state["failures"] = {}
    fresh = [upload for upload in uploads if upload.file_id not in seen]
    if fresh:
        _drop_demonstration()
    with tempfile.TemporaryDirectory() as folder:
        for upload in fresh:
            seen.add(upload.file_id)
            # The reader tells formats by the ending; the rest of the name is not needed to read it.
            path = Path(folder) / f"upload{Path(upload.name).suffix}"
            path.write_bytes(upload.getvalue())
            _open(path, Path(upload.name).name)


def _drop_demonstration() -> None:
    """The demonstration gives way to the visitor's own files."""
    if st.session_state.get("demonstration"):
        st.session_state["demonstration"] = False
        session.documents().clear()
