"""The door for candidates' code: dials the worker, runs jobs in the sandbox, streams the output back.

Has no database credentials and imports no rows.
"""
