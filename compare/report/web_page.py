"""The shell of every HTML file that is written: nothing is loaded from anywhere, and nothing of a stranger can run.

The style and the few lines of script stand in the page, and the content security policy names them by their hashes, so
that nothing else could run even if a text held a script. Text of strangers is escaped, and what would steer the line
(bidirectional controls) is written out.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from html import escape
from importlib.resources import files

from compare.report.visible import one_line


def web_page(title: str, body: str, *, style: str, script: str = "") -> str:
    """Give a whole page.

    Args:
        title: what the window is called, as HTML.
        body: what the page shows, as HTML.
        style: name of a file of ``compare/report/data/``.
        script: the same; no script where left out.
    """
    rules = _resource(style)
    allowed = f"style-src '{_hash(rules)}'; "
    tail = ""
    if script:
        code = _resource(script)
        allowed += f"script-src '{_hash(code)}'; "
        tail = f"<script>{code}</script>\n"
    return (
        "<!doctype html>\n"
        '<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; {allowed}'
        "base-uri 'none'; form-action 'none'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title} · truecopy</title>\n<style>{rules}</style>\n</head>\n<body>\n"
        f"{body}\n{tail}</body>\n</html>\n"
    )


def inert(text: str) -> str:
    """Give text of strangers as HTML that shows it on one line and does nothing.

    >>> inert("<b>bold</b>")
    '&lt;b&gt;bold&lt;/b&gt;'
    """
    return escape(one_line(text))


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def _resource(name: str) -> str:
    return files("compare.report").joinpath("data", name).read_text(encoding="utf-8")
