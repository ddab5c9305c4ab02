"""Pages that compose the others: a person's day, an application. Reads only.

Nouns: Day, Waiting. Holds no rows.
"""
