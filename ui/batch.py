"""The batch panel: many results in one table and two charts, and from each to its side by side and back."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

import compare
from compare.errors import TruecopyError
from compare.model import SEVERITIES
from ui import address, session
from ui.arguments import arguments
from ui.kept import once
from ui.plain import plain
from ui.results import ENDINGS, Result, results
from ui.words import BATCH, KINDS
from ui.words import SEVERITIES as SEVERITY_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

_SORTS: Final = ("worst", "best", "id", "system")


def opened() -> list[Result]:
    """Give the results that are open."""
    kept: list[Result] = st.session_state.setdefault("results", [])
    return kept


def is_open() -> bool:
    """Whether there are results to show."""
    return bool(st.session_state.get("results"))


def open_path(path: Path, name: str = "") -> None:
    """Open a file or folder of results; one that cannot be read is told in the page."""
    try:
        if name:  # an upload, which stands in a file only for a moment
            opened().extend(results(path, name=name, is_upload=True))
        else:
            status = path.stat()
            key = ("results", str(path), status.st_mtime_ns, status.st_size)
            opened().extend(once(key, lambda: results(path)))
    except TruecopyError as error:
        session.fail(name or path.name, str(error))


def open_alone() -> bool:
    """Turn to the side by side where the results are one report and no more; say whether that was so."""
    if len(opened()) != 1 or opened()[0].report is None:
        return False
    names = _texts(opened()[0])
    assert names is not None
    st.session_state.update(reference=names[0], candidate=names[1], by_hand=True)
    opened().clear()
    return True


def show() -> None:
    """Draw the panel."""
    st.file_uploader(
        BATCH["upload"],
        type=[ending.removeprefix(".") for ending in ENDINGS],
        accept_multiple_files=True,
        key=f"results {st.session_state.get('results_round', 0)}",
        on_change=_take_uploads,
        help=BATCH["upload_help"],
    )
    if not is_open():
        st.info(BATCH["none"])
        return
    chosen = _filtered(opened())
    failed = sum(bool(result.error) for result in opened())
    st.caption(BATCH["count"].format(shown=len(chosen), all=len(opened()), failed=failed))
    _table(chosen)
    columns = st.columns(2)
    scored = [result for result in chosen if result.fidelity is not None]
    if scored:
        from ui import plots  # brings pandas and Altair, which a page without a batch does not wait for

        with columns[0]:
            st.markdown(f"## {BATCH['spread']}")
            st.altair_chart(plots.spread(scored))
    systems = sorted({result.system for result in scored if result.system})
    if len(systems) >= 2:
        with columns[1]:
            _against(scored, systems)
    st.button(BATCH["close"], on_click=opened().clear)


def _filtered(every: Sequence[Result]) -> list[Result]:
    """Draw the filters; give the results that pass, in the order that was chosen."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        wanted = (
            st.text_input(BATCH["search"], key="batch search", width=240, persist_state="session")
            .strip()
            .casefold()
        )
        systems = sorted({result.system for result in every if result.system})
        only = (
            st.multiselect(BATCH["systems"], systems, key="batch systems", width=240, persist_state="session")
            if len(systems) > 1
            else []
        )
        kinds = sorted({kind for result in every for kind in result.kinds})
        found = (
            st.multiselect(
                BATCH["kinds"],
                kinds,
                format_func=lambda kind: KINDS.get(kind, kind),
                key="batch kinds",
                width=240,
                persist_state="session",
            )
            if kinds
            else []
        )
        low, high = st.slider(
            BATCH["range"], 0, 100, (0, 100), key="batch range", width=240, persist_state="session"
        )
        order = st.selectbox(
            BATCH["sort"],
            _SORTS,
            format_func=lambda name: BATCH["sorts"][name],
            key="batch sort",
            width=200,
            persist_state="session",
        )
    passed = [
        result
        for result in every
        if (not only or result.system in only)
        and (not found or any(kind in result.kinds for kind in found))
        and (
            not wanted
            or any(wanted in part.casefold() for part in (result.id, result.system, result.candidate))
        )
        and (low <= result.fidelity <= high if result.fidelity is not None else low == 0)
    ]
    keys = {
        "worst": lambda each: (each.fidelity is not None, each.fidelity or 0.0, each.id, each.system),
        "best": lambda each: (each.fidelity is None, -(each.fidelity or 0.0), each.id, each.system),
        "id": lambda each: (each.id, each.system),
        "system": lambda each: (each.system, each.id),
    }
    return sorted(passed, key=keys[order])


def _table(chosen: Sequence[Result]) -> None:
    rows = [
        {
            BATCH["id"]: result.id,
            BATCH["system"]: result.system,
            BATCH["fidelity"]: result.fidelity,
            BATCH["coverage"]: None if result.coverage is None else 100 * result.coverage,
            **{SEVERITY_WORDS[name]: result.counts.get(name, 0) for name in SEVERITIES},
            BATCH["relation"]: result.relation,
            BATCH["error"]: result.error,
        }
        for result in chosen
    ]
    st.caption(BATCH["how"])
    state: Any = st.dataframe(
        rows,
        hide_index=True,
        height=300,
        key=f"batch table {st.session_state.get('batch_round', 0)}",
        on_select="rerun",
        selection_mode="single-cell",
        column_config={
            BATCH["fidelity"]: st.column_config.ProgressColumn(min_value=0, max_value=100, format="%.1f"),
            BATCH["coverage"]: st.column_config.NumberColumn(format="%.0f %%"),
        },
    )
    cells = state["selection"]["cells"]
    if cells and cells[0][0] < len(chosen):
        _open(chosen[cells[0][0]])


def _against(scored: Sequence[Result], systems: Sequence[str]) -> None:
    st.markdown(f"## {BATCH['against']}")
    with st.container(horizontal=True):
        one = st.selectbox(BATCH["one"], systems, key="batch one", persist_state="session")
        rest = [name for name in systems if name != one]
        other = st.selectbox(BATCH["other"], rest, key="batch other", persist_state="session")
    from ui import plots

    chart = plots.against(scored, one, other)
    if chart is None:
        st.info(BATCH["nothing_shared"])
        return
    state: Any = st.altair_chart(
        chart,
        on_select="rerun",
        selection_mode=plots.CHOSEN,
        key=f"batch dots {st.session_state.get('batch_round', 0)}",
    )
    picked = state["selection"].get(plots.CHOSEN) or []
    if picked:
        _open(
            next(result for result in scored if result.id == picked[0]["id"] and result.system == other),
        )


def _open(result: Result) -> None:
    """Turn to the side by side of one result; say in the page why that cannot be done."""
    # A table or chart of its own for the way back: else the same cell is still chosen and leads here again.
    state = st.session_state
    state["batch_round"] = state.get("batch_round", 0) + 1
    names = _texts(result)
    if names is None:
        st.warning(BATCH["no_texts"].format(id=plain(result.id)))
        return
    state["go_to"] = names
    st.rerun()


def _texts(result: Result) -> tuple[str, str] | None:
    """Open the two texts of a result; give the names under which they are open."""
    folders = arguments().folders
    report = result.whole_report(folders)
    if report is not None:
        return session.open_report(report)
    paths = result.path("reference", folders), result.path("candidate", folders)
    if paths[0] is None or paths[1] is None:
        return None
    try:
        return session.add(compare.read(paths[0], name=result.reference)), session.add(
            compare.read(paths[1], name=result.candidate)
        )
    except TruecopyError as error:
        session.fail(result.id, str(error))
        return None


def arrive() -> None:
    """Turn the page to the pair that was chosen here, before anything of it is drawn."""
    state = st.session_state
    names = state.pop("go_to", None)
    if names is not None:
        state.update(reference=names[0], candidate=names[1], panel="texts", by_hand=True, from_batch=True)
        address.put(finding="")


def way_back() -> None:
    """Draw the button that leads back to the table, for those who came from it."""
    if st.session_state.get("from_batch") and is_open():
        st.button(BATCH["back"], icon=":material/arrow_back:", on_click=_go_back)


def _go_back() -> None:
    st.session_state.update(panel="batch", from_batch=False)


def _take_uploads() -> None:
    number: int = st.session_state.get("results_round", 0)
    st.session_state["results_round"] = number + 1
    with tempfile.TemporaryDirectory() as folder:
        for upload in st.session_state.get(f"results {number}") or []:
            ending = Path(upload.name).suffix.lower()
            path = Path(folder) / f"results{ending if ending in ENDINGS else ''}"
            path.write_bytes(upload.getvalue())
            open_path(path, Path(upload.name).name)
