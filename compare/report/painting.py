"""How marked words are drawn in a terminal: in colour by colour and line, without colour by brackets.

The colours are told apart by people who do not see red against green: amber for what is dropped, blue for what is
added. Without colour the marks are those of wdiff, ``[-dropped-]`` and ``{+added+}``.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Final

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from compare.report.excerpts import Excerpt
    from compare.report.rows import Mark

SEVERITY_STYLES: Final = {
    "critical": "bold red",
    "major": "bold yellow",
    "minor": "bold cyan",
    "neutral": "dim",
}
PLACE: Final = "^"
"""Stands where something belongs that is missing. The caret proper, ‸, is as wide as a letter in few terminals."""

_STYLES: Final[dict[str, str]] = {
    "dropped": "strike yellow",
    "added": "underline bright_blue",
    "moved": "italic magenta",
    "loop": "bold red",
    "style": "dim underline",
    "found": "bold yellow",
}
_BRACKETS: Final[dict[str, tuple[str, str]]] = {
    "dropped": ("[-", "-]"),
    "added": ("{+", "+}"),
    "moved": ("{~", "~}"),
    "loop": ("{@", "@}"),
    "style": ("‹", "›"),
    "found": ("⟦", "⟧"),
}


def painted(text: str, mark: Mark, *, colour: bool) -> Text:
    """Draw a stretch of words.

    Args:
        text: the words, ready to show.
        mark: what became of them; ``changed`` is drawn as dropped or added by the caller, who knows the side.
        colour: whether the terminal shows colours.
    """
    if mark == "plain":
        return Text(text)
    if colour:
        return Text(text, style=_STYLES.get(mark, ""))
    # White space stays outside the brackets, or a line could break between a bracket and its word.
    core = text.strip()
    opening, closing = _BRACKETS.get(mark, ("", ""))
    if not core:
        return Text(text)
    before, after = text[: text.index(core)], text[text.index(core) + len(core) :]
    return Text(f"{before}{opening}{core}{closing}{after}")


def painted_excerpt(shown: Excerpt, severity: str, *, colour: bool) -> Text:
    """Draw a finding in its sentence, the words it points at marked; a place between words is a caret."""
    line = Text(shown.before)
    if shown.is_marked and not shown.marked:
        line.append(PLACE, SEVERITY_STYLES[severity] if colour else "")
    elif shown.is_marked:
        line.append(
            shown.marked if colour else f"⟦{shown.marked}⟧",
            f"{SEVERITY_STYLES[severity]} underline" if colour else "",
        )
    line.append(shown.after)
    return line


def drawn(parts: Iterable[RenderableType], *, width: int, colour: bool) -> str:
    """Draw some parts, one under the other, as lines that have no blanks at their ends."""
    buffer = StringIO()
    console = Console(
        file=buffer,
        width=width,
        color_system="256" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for part in parts:
        console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in buffer.getvalue().splitlines())
