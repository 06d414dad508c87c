"""How the page round the component looks: room for the text, nothing that is not needed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

# A picture of our own: Streamlit would fetch a named icon from a server.
ICON: Final = str(Path(__file__).resolve().parent / "component" / "icon.png")

STYLE: Final = """
<style>
  .stMainBlockContainer { padding: 1rem 1.5rem 2rem; max-width: none; }
  .stAppHeader { display: none; }
  .stMainBlockContainer h3 { padding: 0; }
  @media print { [data-testid="stHorizontalBlock"], .stButtonGroup { display: none; } }
</style>
"""
