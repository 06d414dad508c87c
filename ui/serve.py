"""The server of the viewer: Streamlit, and meanwhile the slow parts of the program made ready for the first visitor.

Between the start of the server and the first page lie the browser's start and a connection; word lists and models are
read in that time, not after it.
"""

from __future__ import annotations

import sys
import threading


def _make_ready() -> None:
    import compare

    # Every stage once: what is read at its first use (word frequencies, sentence splitter) is then read.
    texts = (
        "The ferry to Port Elsin left at noon. It carried 40 cars.",
        "The ferry to Port Elson left at noon. It carried 14 cars.",
    )
    compare.compare_texts(*texts)
    import ui.batch
    import ui.versions  # noqa: F401


def main() -> int:
    """Run ``streamlit`` with the arguments of this process."""
    from streamlit.web import cli

    threading.Thread(target=_make_ready, daemon=True).start()
    sys.argv[0] = "streamlit"
    code: int | None = cli.main(standalone_mode=False)
    return code or 0


if __name__ == "__main__":
    raise SystemExit(main())
