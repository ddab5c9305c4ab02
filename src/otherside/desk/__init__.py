"""Pages that compose the others: a person's day, a pipeline, an application, the palette, and planning an
interview with its letters.

Nouns: Day, Line, Step, Progress. Holds no rows and no rule of another app: it reads through their `access`
and writes through their `actions`.
"""
