"""Ratings 1 to 5 with *not tested* apart, evidence, the author's own recommendation.

Nouns: Scorecard, Rating, Evidence. Others' cards stay hidden until the reader's own is in.
"""
