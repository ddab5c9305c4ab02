"""Runs code: languages, limits, outcomes, tests, verdicts.

Nouns: Language, Job, Outcome, Test, Verdict. Log kinds: run.finished (track run), run.judged (track judge).
Must never know an interview's roles or a question's content beyond the tests handed in.
"""
