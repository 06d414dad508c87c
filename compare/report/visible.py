"""Text of strangers made safe to show: what would steer a terminal or turn the line round is written out instead.

A text may hold escape sequences that recolour or rewrite the screen, and marks that reverse the order of the letters
("Trojan Source", Boucher & Anderson 2021, CVE-2021-42574). Every form that people read passes the words of the texts,
and their names, through ``visible``. JSON keeps the text, and escapes the same characters.
"""

from __future__ import annotations

import re
from typing import Final

_STEERING: Final = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, C0 (but tab and line feed) and C1
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional controls
    r"\u200b\u2028\u2029\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"  # nothing to see
    r"\ud800-\udfff"  # half a surrogate pair, which no output can encode
    r"\U000e0000-\U000e007f"  # tags, which hide whole messages
)
_STEERING_CHARACTER: Final = re.compile(f"[{_STEERING}]")
_WHITE_SPACE: Final = re.compile(r"\s+")


def visible(text: str) -> str:
    r"""Give the text with every steering character written out; tabs and line feeds stay.

    >>> visible("plain text")
    'plain text'
    >>> visible("\x1b[31mred")
    '␛[31mred'
    >>> visible("user\u202etxt.exe")
    'user‹U+202E›txt.exe'
    """
    return _STEERING_CHARACTER.sub(_name, text)


def one_line(text: str) -> str:
    r"""Give the text on one line: white space of any sort as one blank, steering characters written out.

    >>> one_line("a line\r\n\tand another")
    'a line and another'
    """
    # White space first: a carriage return inside a text is a line end, not a trick worth showing.
    return visible(_WHITE_SPACE.sub(" ", text))


def escaped(json_text: str) -> str:
    r"""Give JSON in which the steering characters stand as ``\uXXXX``: the same value, harmless on a screen.

    >>> escaped('"user\u202etxt"')
    '"user\\u202etxt"'
    """
    return _STEERING_CHARACTER.sub(_json_escape, json_text)


def referenced(xml: str) -> str:
    r"""Give XML in which the steering characters stand as references: the same value, harmless on a screen.

    >>> referenced("user\u202etxt")
    'user&#x202E;txt'
    """
    return _STEERING_CHARACTER.sub(lambda match: f"&#x{ord(match[0]):X};", xml)


def _name(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"‹U+{code:04X}›"


def _json_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code == 0x0D:
        return match[0]
    if code > 0xFFFF:
        high, low = divmod(code - 0x10000, 0x400)
        return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
    return f"\\u{code:04x}"
