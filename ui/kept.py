"""What was computed once and may be asked again, for all visitors: texts read, reports, rows, guesses.

The keys hold the hash of every text and its name, so nobody is given what was made of a text that they do not have.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Final, TypeVar

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

_MOST: Final = 64
"""How many values are kept; of a pair of articles each takes less than a megabyte."""

Value = TypeVar("Value")


class Kept:
    """Some values by key, those asked for longest ago forgotten first."""

    def __init__(self, most: int = _MOST) -> None:
        """Keep so many values at the most."""
        self._most = most
        self._values: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Any:
        """Give the value of a key, or ``None``."""
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
            return self._values.get(key)

    def put(self, key: Hashable, value: Any) -> None:
        """Keep a value."""
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)


@st.cache_resource(show_spinner=False)
def shared() -> Kept:
    """Give what is kept for all visitors of this server."""
    return Kept()


def once(key: Hashable, made: Callable[[], Value]) -> Value:
    """Give the value of a key, made where it is not kept."""
    value: Value | None = shared().get(key)
    if value is None:
        value = made()
        shared().put(key, value)
    return value
