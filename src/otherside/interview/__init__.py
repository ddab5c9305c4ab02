"""The interview as a record: panel and whose card is in, state, the candidate's two links, who may what.

Nouns: Interview, PanelMember, Member. Log kinds: none; the hour itself belongs to live.
"""
