"""Character references of HTML left in a text: ``won&#39;t`` and ``caf&eacute;``, which a page shows as two words.

They stay where they are, for offsets are those of the file; they are cut and compared as what they stand for (HTML
Living Standard, "Named character references").
"""

from __future__ import annotations

import html
import re
from typing import Final

_ACCENTS: Final = "acute|grave|circ|uml|tilde|cedil|ring|slash|lig|caron"
_LETTER: Final = rf"[A-Za-z]{{1,2}}(?:{_ACCENTS})|eth|ETH|thorn|THORN"
_SIGN: Final = (
    r"amp|lt|gt|quot|apos|nbsp|shy|ensp|emsp|thinsp|[lr][sd]quo|sbquo|bdquo|[lr]aquo|[nm]dash|hellip|bull|middot|copy|reg|trade"
    r"|euro|pound|yen|cent|deg|sect|times|minus|plusmn|frac1[24]|frac34|iexcl|iquest|prime|Prime"
)
_CODE: Final = r"\#[0-9]{1,6}|\#[xX][0-9a-fA-F]{1,5}"

ENTITY: Final = rf"&(?:amp;){{0,3}}(?:{_SIGN}|{_LETTER}|{_CODE});"
"""One character reference, also where its own & was written as one."""
LETTER: Final = rf"&(?:amp;){{0,3}}(?:{_LETTER});"
"""One that stands for a letter."""
APOSTROPHE: Final = r"&(?:amp;){0,3}(?:apos|rsquo|\#0?39|\#8217|\#[xX]27|\#[xX]2019);"
"""One that stands for an apostrophe, which may be inside a word."""
_FOUND: Final = re.compile(ENTITY)
_WRITTEN_TWICE: Final = re.compile(r"&(?:amp;)+(?=[#\w])")
"""The & of "&amp;quot;", which was a character reference before its & became one."""


def has_entity(text: str) -> bool:
    """Say whether a text holds a character reference.

    >>> has_entity("won&#39;t"), has_entity("AT&T; R&D")
    (True, False)
    """
    return "&" in text and _FOUND.search(text) is not None


def decoded(text: str) -> str:
    """Give a text with its character references as what they stand for.

    >>> print(decoded("won&#39;t &amp;quot;caf&eacute;&amp;quot;"))
    won't "café"
    """
    return _FOUND.sub(lambda match: html.unescape(_WRITTEN_TWICE.sub("&", match[0])), text)
