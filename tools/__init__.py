"""What the repository needs beside the program: dependencies looked over, examples kept true, a release built.

Nothing here is part of the installed package. Each module runs by itself (``python -m tools.licences``) and is named in
the Makefile.
"""
