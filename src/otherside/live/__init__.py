"""The hour itself: lobby, documents, segments, the card of what comes next, hints, marks.

Nouns: Hour, Step, Mark, Hint given. Log kinds: see entries.py. It decides who may read and write which track.
"""
