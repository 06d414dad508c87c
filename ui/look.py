"""How the page round the component looks: room for the text, nothing that is not needed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

# A picture of our own: Streamlit would fetch a named icon from a server.
ICON: Final = str(Path(__file__).resolve().parent / "component" / "icon.png")

STYLE: Final = """
<style>
  .stMainBlockContainer { padding: 0.8rem 1.25rem 1.5rem; max-width: none; }
  .stAppHeader { display: none; }
  .stMainBlockContainer > .stVerticalBlock { gap: 0.6rem; }
  h1, h2 { padding: 0 !important; letter-spacing: -0.01em; }
  h2 { margin: 0.8rem 0 0.3rem !important; }
  .stMarkdown div:has(> h2) { margin-bottom: 0 !important; }
  .tc-headline { display: flex; gap: 1.1rem; align-items: center; flex-wrap: wrap; }
  .tc-score { display: grid; grid-template-columns: auto auto; align-items: baseline; column-gap: 0.45rem;
    padding-right: 1.1rem;     border-right: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
  .tc-score span { grid-column: 1 / -1; font-size: 0.8rem; opacity: 0.85; }
  .tc-score b { font-size: 2.1rem; line-height: 1; font-variant-numeric: tabular-nums; }
  .tc-score small { font-size: 0.9rem; opacity: 0.85; white-space: nowrap; }
  .tc-said { flex: 1 1 22rem; min-width: 0; }
  .tc-said p { margin: 0; }
  .tc-sentence { font-size: 1.06rem; font-weight: 600; line-height: 1.35; }
  .tc-counts { display: flex; flex-wrap: wrap; gap: 0.15rem 0.9rem; font-size: 0.93rem;
    margin-top: 0.25rem !important; }
  .tc-count { white-space: nowrap; }
  .tc-covers { opacity: 0.85; }
  .tc-critical { color: light-dark(#9b1208, #ff9b8f); font-weight: 600; }
  .tc-major { color: light-dark(#9c3e00, #ffb077); font-weight: 600; }
  .tc-minor { color: light-dark(#6f5400, #e6cb6a); }
  .stApp [data-testid="stCaptionContainer"] { opacity: 1; color: light-dark(#5e5a54, #b3ada3); }
  .stApp [data-testid="stCaptionContainer"] :is(p, li) { opacity: 1; color: inherit; }
  /* What stands there stays readable while the page is computed again. */
  .stApp [data-stale="true"] { opacity: 1 !important; transition: none !important; }
  /* The server's limit is not the page's, which the label says: a larger text is refused in words. */
  [class*="st-key-uploads"] [data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
  @media (max-width: 640px) {
    .tc-score { border-right: 0; padding-right: 0; }
    .st-key-header .stSelectbox { width: 100% !important; flex: 1 1 100%; }
  }
  @media print {
    .st-key-header, .stButtonGroup, .stButton, .stDownloadButton, .stFileUploader { display: none !important; }
    .stApp, .stMain, .stAppViewContainer { overflow: visible !important; height: auto !important;
      position: static !important; }
  }
</style>
"""
