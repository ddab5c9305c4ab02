"""What every room of the house needs and nothing else: errors, clock, ids, limits, and how
files that people write for us are read.

Knows no app, no framework and no I/O. Nothing else grows here."""
