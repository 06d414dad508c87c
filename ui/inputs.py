"""Documents into the page: files named at the start, uploads, pasted text; else the demonstration."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import streamlit as st

import compare
from compare.errors import TruecopyError
from compare.settings import DEFAULTS
from compare.text.reading import read_text
from ui import address, batch, session
from ui.arguments import PACKED_ENDINGS, RESULT_ENDINGS, TEXT_ENDINGS, arguments
from ui.kept import once
from ui.plain import plain
from ui.words import INPUTS

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

HERE: Final = Path(__file__).resolve().parent
SEEDS: Final = next(
    (path for path in (HERE / "seeds", HERE.parent / "seeds") if path.is_dir()), HERE / "seeds"
)
"""In a wheel the demonstration lies in the package, in the repository beside it."""
DEMONSTRATION: Final = (
    "reference.txt",
    "roundtrip.txt",
    "excerpt.txt",
    "ocr.txt",
    "edited.txt",
    "related.txt",
)
LARGEST_BYTES: Final = 5_000_000
"""Size of the largest text that the page takes, in bytes: about 800,000 words. The command line takes more."""
LARGEST_PACKED_BYTES: Final = DEFAULTS.limits.most_bytes
"""Size of the largest DOCX or PDF, in bytes: most of it are pictures and fonts. Its text is held to the size above."""


def open_named_files() -> None:
    """Open, once a visit, the files named on the command line, or the demonstration where none is named."""
    if st.session_state.get("opened"):
        return
    st.session_state["opened"] = True
    named = arguments()
    for path in named.results:
        batch.open_path(path)
    if named.results and not named.texts and not batch.open_alone():
        st.session_state.setdefault("panel", address.value("panel") or "batch")
    paths = list(named.texts)
    if not paths and not named.results:
        paths = [path for name in DEMONSTRATION if (path := SEEDS / name).exists()]
        st.session_state["demonstration"] = bool(paths)
    for path in paths:
        with st.spinner(INPUTS["reading"].format(name=plain(path.name))):
            _open(path, path.name)


def _open(path: Path, name: str) -> None:
    """Open one file; one that cannot be read is told and leaves the rest alone."""
    try:
        status = path.stat() if path.exists() else None
        limit = LARGEST_PACKED_BYTES if path.suffix.lower() in PACKED_ENDINGS else LARGEST_BYTES
        if status and _is_too_large(name, status.st_size, limit):
            return
        read = partial(compare.read, path, name=name)
        key = ("text", str(path), name, status and (status.st_mtime_ns, status.st_size, status.st_ino))
        opened = once(key, read) if status else read()
        if not _is_too_large(name, len(opened.text), LARGEST_BYTES):
            session.add(opened)
    except TruecopyError as error:
        session.fail(name, str(error).removeprefix(f"{name} ").removeprefix(f"{name}: "))


def _is_too_large(name: str, size: int, limit: int) -> bool:
    """Whether a text is larger than the page takes; if so, that is told."""
    if size > limit:
        session.fail(name, INPUTS["too_large"].format(size=size / 1e6, limit=limit / 1e6))
    return size > limit


def show_failures() -> None:
    """Say in the page which files could not be read, and why."""
    failures: dict[str, str] = st.session_state.get("failures", {})
    for name, message in failures.items():
        st.error(f"**{plain(name)}** {plain(message)}", icon=":material/error:")
    if failures:
        st.button(INPUTS["understood"], on_click=failures.clear)


def add_versions() -> None:
    """The popover by which versions are added and removed."""
    st.file_uploader(
        INPUTS["upload"].format(limit=LARGEST_BYTES // 1_000_000),
        max_upload_size=LARGEST_PACKED_BYTES // 1_000_000,
        accept_multiple_files=True,
        key=f"uploads_{st.session_state.get('upload_round', 0)}",
        on_change=_take_uploads,
        help=INPUTS["upload_help"],
    )
    with st.form("paste", clear_on_submit=True, border=False):
        text = st.text_area(INPUTS["paste"], height=120)
        name = st.text_input(INPUTS["paste_name"])
        if st.form_submit_button(INPUTS["paste_add"]):
            _paste(text, name.strip())
    names = list(session.documents())
    if names:
        st.caption(INPUTS["opened"])
    for name in names:
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.text(name, width="stretch")
            st.button(
                INPUTS["remove"],
                key=f"remove {name}",
                on_click=session.remove,
                args=(name,),
                help=INPUTS["remove_help"].format(name=plain(name)),
            )


def _paste(text: str, name: str) -> None:
    if not text.strip():
        st.warning(INPUTS["paste_empty"])
        return
    number = 1 + sum(each.startswith("pasted") for each in session.documents())
    name = name or INPUTS["pasted"].format(number=number)
    if _is_too_large(name, len(text), LARGEST_BYTES):
        st.rerun()
    _drop_demonstration()
    is_first = len(session.documents()) < 2
    try:
        added = session.add(read_text(text, name=name))
        if not is_first:
            st.session_state["fresh"] = [added]
    except TruecopyError as error:
        session.fail(name, str(error))
    st.rerun()


def show_pasted() -> None:
    """Turn to a text that was pasted in the run before: widgets that are drawn cannot be changed in the same run."""
    fresh = st.session_state.pop("fresh", None)
    if fresh:
        _show_fresh(fresh)


def _take_uploads() -> None:
    """Take what was uploaded, then empty the uploader: what is open is listed below it, and removed there."""
    round_number: int = st.session_state.get("upload_round", 0)
    uploads: list[UploadedFile] = st.session_state.get(f"uploads_{round_number}") or []
    if not uploads:
        return
    st.session_state["upload_round"] = round_number + 1
    st.session_state["failures"] = {}
    before = set(session.documents())
    with tempfile.TemporaryDirectory() as folder:
        for upload in uploads:
            name = Path(upload.name).name
            # The reader tells some formats by the ending; the rest of the name is not needed, and may be anything.
            ending = Path(upload.name).suffix.lower()
            path = Path(folder) / f"upload{ending if ending in TEXT_ENDINGS | RESULT_ENDINGS else ''}"
            path.write_bytes(upload.getvalue())
            if path.suffix.lower() in RESULT_ENDINGS:
                batch.open_path(path, name)
                st.session_state["panel"] = "batch"
            else:
                if st.session_state.get("demonstration"):
                    before = set()
                _drop_demonstration()
                _open(path, name)
    fresh = [name for name in session.documents() if name not in before]
    if fresh:
        _show_fresh(fresh if before else [])


def _show_fresh(names: list[str]) -> None:
    """Turn to what was added: guess the reference anew unless it was chosen by hand, and judge the new version."""
    state = st.session_state
    if not state.get("by_hand"):
        state.pop("reference", None)
    state.pop("candidate", None)
    address.put(finding="", reference="", candidate="")
    if names:
        reference = state.get("reference") or session.guess().name
        state["candidate"] = next((name for name in names if name != reference), None)


def _drop_demonstration() -> None:
    """The demonstration gives way to the visitor's own files."""
    if st.session_state.get("demonstration"):
        st.session_state["demonstration"] = False
        st.session_state["by_hand"] = False
        for name in ("reference", "candidate"):
            st.session_state.pop(name, None)
        address.put(reference="", candidate="", finding="")
        session.documents().clear()
