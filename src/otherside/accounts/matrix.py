"""Who may what with people, the audit trail and one's own account."""

from otherside.accounts.standing import Access, Row, Standing

ME = Row(
    "me",
    "Own account, sign-in and sessions",
    {Standing.ANYBODY: Access.WRITES},
    "Everybody sees and ends the own sessions; nobody sees somebody else's password, key or recovery codes.",
)
PERSON = Row(
    "person",
    "People, roles and invitations",
    {Standing.ADMINISTRATOR: Access.WRITES},
    "Roles open everything else, so only administrators give and take them.",
)
AUDIT = Row(
    "audit",
    "Audit trail",
    {Standing.ADMINISTRATOR: Access.READS},
    "It speaks of ids and values, never of names, code or ratings; nobody changes it.",
)
ROWS = (ME, PERSON, AUDIT)
