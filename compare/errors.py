"""The errors that truecopy raises on purpose, one tree.

    TruecopyError                  everything below; the command line turns it into one line and exit code 2
    ├── UnreadableText             a file is missing, a folder, binary, empty, or in another encoding than given
    ├── UnreadableText             a file is missing, a folder, binary, empty, or not in the given encoding
    ├── BadReport                  a report, baseline or dismissals file that does not hold what it should
    └── MissingExtra               a feature needs a package that is not installed

A message is a sentence for the person who can act: what is wrong, where, what to do.
"""


class TruecopyError(Exception):
    """Base of all errors that truecopy raises on purpose."""


class UnreadableText(TruecopyError):
    """A file that cannot be turned into one text."""


class BadInput(TruecopyError):
    """Texts that were read but do not fit what was asked for."""


class BadReport(TruecopyError):
    """A report, baseline or dismissals file that does not hold what it should."""


class MissingExtra(TruecopyError):
    """A feature whose optional package is not installed."""
