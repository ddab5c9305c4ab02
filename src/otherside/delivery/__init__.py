"""What leaves the house: outbox, e-mail, calendar files, entries handed to the relay.

Nouns: OutboxItem, Message. An effect is a row of the transaction that wanted it; the worker sends it,
at least once, and says so when it cannot. Must never decide who gets to know what.
"""
