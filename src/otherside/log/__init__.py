"""An interview is a log: entries, the one sequencer's rules, hash chain, journal, chunks, read, erase.

Nouns: Entry, Journal, Chunk, Owner, Head, Receipt, Tombstone. Rows: its own tables, in a SQLite file
of their own or in PostgreSQL, without Django. Knows tracks and member numbers; must never know a
person, a role or what an entry's body means.
"""
