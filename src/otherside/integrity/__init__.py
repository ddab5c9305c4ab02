"""What was observed in an hour, how usual each is and what it does not prove; cases; bans, by two people.

Nouns: Observation, Case, Comment of the candidate, Ban, Appeal, Likeness. Rows: Case, CandidateComment, Ban,
Likeness. Log kinds: see entries.py, all on `observed`. It must never rate, refuse or merge anybody by itself.
"""
