"""Carries frames between the members of an interview and keeps its log: frames, grants, hub, sockets.

Nouns: Frame, Ticket, Grant, Track, Room, Member number. Knows tracks, not roles; keeps bytes, not
live documents. It alone gives out sequence numbers for the interviews it owns.
"""
