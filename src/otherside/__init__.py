"""Otherside: the interviewer's side of a backend engineering interview."""
