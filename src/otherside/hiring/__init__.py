"""Openings, their rounds, candidates recognised again, applications.

Nouns: Opening, Round, Candidate, Application. Must never know what happened in an interview.
"""
