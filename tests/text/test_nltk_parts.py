"""The parts of nltk come without the rest, and leave the real package alone."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from compare.text.nltk_parts import nltk_part
punkt = nltk_part("nltk.tokenize.punkt")
snowball = nltk_part("nltk.stem.snowball")
assert not [name for name in sys.modules if name.partition(".")[0] in ("nltk", "numpy")]
assert punkt.PunktSentenceTokenizer().tokenize("It left. It came.") == ["It left.", "It came."]
mine = [snowball.SnowballStemmer(name).stem("relations") for name in ("english", "french", "german", "porter")]
import nltk
import nltk.stem.snowball
assert nltk.stem.snowball is not snowball
assert nltk.sent_tokenize is nltk.tokenize.sent_tokenize
assert mine == [nltk.SnowballStemmer(name).stem("relations") for name in ("english", "french", "german", "porter")]
assert nltk_part("nltk.tokenize.punkt") is punkt
"""
AFTERWARDS = """
import nltk
from compare.text.nltk_parts import nltk_part
assert nltk_part("nltk.tokenize.punkt") is nltk.tokenize.punkt
"""


def test_alone_and_before_the_real_one() -> None:
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)


def test_the_real_one_where_it_is_there_already() -> None:
    subprocess.run([sys.executable, "-c", AFTERWARDS], check=True)
