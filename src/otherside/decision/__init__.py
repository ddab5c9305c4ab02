"""A written policy turns cards into a recommendation with reasons; people decide; a brief goes on.

Nouns: Policy, Recommendation, Decision, Vouch, Debrief. Never shows ratings to the next interviewer.
"""
