"""``python -m compare``: the command line, where the ``truecopy`` script is not on the path."""

from compare.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
