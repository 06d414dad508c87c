"""The viewer: a Streamlit page that draws what ``compare`` computed, and computes nothing itself.

app.py            the page: header, one panel at a time
inputs.py         documents: named at the start, uploaded, pasted, or the demonstration
session.py        what one visitor has open; reports are computed once a pair
words.py          every word of the interface, in one place
summary.py, texts.py, versions.py, …   a panel a file
component/        the side by side: plain JavaScript, shipped in the package
"""
