"""Nobody reads through the page what was not named at the start, fills it without measure, or sees another's texts."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.text.documents import docx_bytes, pdf_bytes
from tests.ui.conftest import COPY, ROOT, TRUE, serving
from ui import arguments, inputs
from ui.results import results
from ui.words import INPUTS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Server

VISITORS = 20


def paste(page: AppTest, text: str, name: str) -> None:
    page.text_area[0].input(text)
    page.text_input[0].input(name)
    next(button for button in page.button if button.label == INPUTS["paste_add"]).click().run()


async def run(socket: Any, back: Any) -> list[Any]:
    """Let the page run, once more where it asks for that, and give all that it sends."""
    from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

    await socket.send(back.SerializeToString())
    sent = []
    while True:
        message = ForwardMsg()
        message.ParseFromString(await socket.recv())
        sent.append(message)
        if message.WhichOneof("type") == "script_finished" and message.script_finished == 0:
            return sent


def widgets(sent: list[Any]) -> dict[str, str]:
    """Give the ids of the widgets of a page by their labels."""
    found = {}
    for message in sent:
        if message.WhichOneof("type") == "delta" and message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            drawn = getattr(element, element.WhichOneof("type"))
            if getattr(drawn, "label", ""):
                found[drawn.label] = drawn.id
    return found


async def visited(url: str, number: int) -> list[str]:
    """Open the page as a browser does, paste two texts, and give the visitors whose words it then shows."""
    from streamlit.proto.BackMsg_pb2 import BackMsg
    from websockets.asyncio.client import connect
    from websockets.typing import Origin, Subprotocol

    address = url.replace("http", "ws") + "/_stcore/stream"
    async with connect(
        address, origin=Origin(url), subprotocols=[Subprotocol("streamlit")], max_size=None
    ) as socket:
        opening = BackMsg()
        opening.rerun_script.query_string = ""
        sent = await run(socket, opening)
        for name, text in (("true", TRUE), ("copy", COPY)):
            # All call their texts the same; only the words tell whose they are.
            ids = widgets(sent)
            pasting = BackMsg()
            states = pasting.rerun_script.widget_states.widgets
            states.add(
                id=ids[INPUTS["paste"]], string_value=f"{text} Visitor {number} wrote this on a Monday."
            )
            states.add(id=ids[INPUTS["paste_name"]], string_value=name)
            states.add(id=ids[INPUTS["paste_add"]], trigger_value=True)
            sent = await run(socket, pasting)
        shown = b"".join(message.SerializeToString() for message in sent)
        return sorted(set(re.findall(r"Visitor (\d+)", shown.decode("utf-8", "replace"))))


def test_twenty_visitors_at_once_see_each_their_own_texts(demonstration: Server) -> None:
    async def together() -> list[list[str]]:
        return await asyncio.gather(*(visited(demonstration.url, number) for number in range(VISITORS)))

    # in a thread of its own: the one of the tests may hold the loop of a browser
    with ThreadPoolExecutor(1) as thread:
        seen = thread.submit(lambda: asyncio.run(together())).result()
    assert seen == [[str(number)] for number in range(VISITORS)]


def test_results_lead_to_no_file_elsewhere(tmp_path: Path) -> None:
    named, elsewhere = tmp_path / "named", tmp_path / "elsewhere"
    for folder in (named, elsewhere):
        folder.mkdir()
        (folder / "true.txt").write_text(TRUE, encoding="utf-8")
    (named / "link.txt").symlink_to(elsewhere / "true.txt")
    away = ("../elsewhere/true.txt", str(elsewhere / "true.txt"), "link.txt", "a\0b")
    rows = [{"id": name, "reference": "true.txt", "candidate": name, "fidelity": 1.0} for name in away]
    table = named / "rows.jsonl"
    table.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    for result in results(table):
        assert result.path("reference") == named / "true.txt"
        assert result.path("candidate") is None
    # The folder was named at the start as well: then what lies in it may be opened.
    assert results(table)[0].path("candidate", [elsewhere]) is not None
    for result in results(table, name="upload", is_upload=True):
        assert result.path("reference") is None
        assert result.path("candidate", [named]) is None


def test_folders_are_those_that_were_named(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "one.txt").write_text(TRUE, encoding="utf-8")
    (tmp_path / "secret.txt").write_text(COPY, encoding="utf-8")
    (tmp_path / "texts" / "two.txt").symlink_to(tmp_path / "secret.txt")
    given = arguments.parsed([str(tmp_path / "texts")])
    assert given.folders == (tmp_path / "texts",)
    assert given.texts == (tmp_path / "texts" / "one.txt",)
    # A link that is named itself is meant.
    assert arguments.parsed([str(tmp_path / "texts" / "two.txt")]).texts


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    def started(*files: Path) -> AppTest:
        given = arguments.parsed([str(file) for file in files])
        for module in ("ui.inputs", "ui.review", "ui.batch"):
            monkeypatch.setattr(f"{module}.arguments", lambda: given)
        opened = AppTest.from_file(str(ROOT / "ui" / "app.py"), default_timeout=60).run()
        assert not opened.exception
        return opened

    return started


def test_docx_and_pdf_are_opened(page: Any, tmp_path: Path) -> None:
    (tmp_path / "true.docx").write_bytes(docx_bytes(lambda document: document.add_paragraph(TRUE)))
    (tmp_path / "copy.pdf").write_bytes(pdf_bytes([[COPY]]))
    opened = page(tmp_path / "true.docx", tmp_path / "copy.pdf")
    assert list(opened.session_state["documents"]) == ["true.docx", "copy.pdf"]
    assert not opened.error


def test_without_the_extra_the_page_says_which(
    page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "true.docx").write_bytes(docx_bytes(lambda document: document.add_paragraph(TRUE)))
    monkeypatch.setitem(sys.modules, "docx", None)
    [error] = page(tmp_path / "true.docx").error
    assert "truecopy\\[docx\\]" in error.value


def test_what_is_pasted_or_unpacks_is_measured_too(
    page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inputs, "LARGEST_BYTES", 2000)
    (tmp_path / "long.docx").write_bytes(docx_bytes(lambda document: document.add_paragraph(TRUE * 20)))
    opened = page(tmp_path / "long.docx")
    assert "long" in opened.error[0].value
    paste(opened, TRUE * 20, "pasted")
    assert not opened.session_state["documents"]
    assert any("the page takes" in error.value for error in opened.error)


def test_nothing_is_written_outside_its_own_folder(tmp_path: Path) -> None:
    """The server with a home, a folder for temporary files and a working directory of its own."""
    import urllib.request

    home, temporary, work = (tmp_path / name for name in ("home", "temporary", "work"))
    for folder in (home, temporary, work):
        folder.mkdir()
    (work / "true.txt").write_text(TRUE, encoding="utf-8")
    (work / "copy.txt").write_text(COPY, encoding="utf-8")
    with serving(
        str(work / "true.txt"), str(work / "copy.txt"), HOME=str(home), TMPDIR=str(temporary)
    ) as server:
        with urllib.request.urlopen(server.url, timeout=10) as answer:
            assert answer.status == 200
        listening = subprocess.run(["ss", "-ltnH", f"sport = :{server.port}"], capture_output=True, text=True)
    written = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file())
    assert written == ["work/copy.txt", "work/true.txt"]
    if listening.returncode == 0 and listening.stdout:
        assert {line.split()[3] for line in listening.stdout.splitlines()} == {f"127.0.0.1:{server.port}"}
