"""Fuzzing that is guided by what the program does with its input: ``python -m tests.fuzz --help``."""
