"""What every room of the house needs and nothing else: errors, clock, ids, limits.

Knows no app, no framework and no I/O. Nothing else grows here."""
