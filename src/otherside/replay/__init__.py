"""The log played again: tracks, chapters, search, the chain verified.

Nouns: Recording, Chapter. Reads only.
"""
