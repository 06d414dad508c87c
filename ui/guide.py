"""The help panel: what the page is for, how to read it, and its keys."""

from __future__ import annotations

import streamlit as st

from ui.words import COMPONENT, GUIDE


def show() -> None:
    """Draw the panel."""
    st.markdown(GUIDE)
    keys: dict[str, str] = COMPONENT["keys"]
    st.markdown("\n".join(f"- `{key}` {meaning}" for key, meaning in keys.items()))
