"""A document becomes a profile: roles, timeline, years, technologies, each with the passage it came from.

Nouns: Document, Line, Profile, Passage, Framing, Probe. It proposes; it never scores and never decides.
"""
