"""A written policy turns cards into a recommendation with reasons; people decide; the next round gets a brief.

Nouns: Policy, Recommendation, Decision, Vouch, Debrief. Never shows ratings to the next interviewer.
"""
