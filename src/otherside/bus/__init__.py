"""Jobs and wake-ups between processes: a local socket on one machine, PostgreSQL on many. One contract.

Nouns: Job, Queue, Wake. Must never know what a job is about.
"""
