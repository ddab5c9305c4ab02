"""People who sign in, what they may do, and the audit trail.

Nouns: User, Role, Invitation, AuditEntry. Candidates have no account and never appear here.
"""
