"""What every room of the house needs and nothing else: errors, clock, ids, limits, how files
that people write for us are read, and how values reach the script of a page.

Knows no app, no framework and no I/O. Nothing else grows here."""
