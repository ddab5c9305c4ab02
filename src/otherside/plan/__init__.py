"""The timed hour from level, round and brief; drift, advice, proposals.

Nouns: Plan, Segment, Brief, Drift, Observed. Owns the Brief and never looks down at who wrote it.
"""
