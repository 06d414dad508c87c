"""The errors that truecopy raises on purpose, one tree.

    TruecopyError                  everything below; the command line turns it into one line and exit code 2
    ├── UnreadableText             a file is missing, binary, empty, damaged, too large, in another encoding
    ├── BadInput                   texts that were read but do not fit what was asked for
    ├── BadReport                  a report, baseline or dismissals file that does not hold what it should
    ├── MissingExtra               a feature needs a package that is not installed
    └── TookTooLong                the time that was given is over

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


class TookTooLong(TruecopyError):
    """Work that was not done in the time it was given."""
