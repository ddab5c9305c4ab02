"""Starts processes that may not harm the host: one Environment protocol, engines behind it.

Nouns: Environment, Limits, Command, Outcome, Promise. Must never know a language, a question or an
interview, and never turns its own failure into a verdict about a candidate.
"""
