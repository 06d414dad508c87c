"""Text: from bytes to a Document, and from sentences to tokens.

    reading → layout (blocks, roles) → sentences → tokens → forms, lexicon

``reading`` is the only module that opens the user's files.
"""
