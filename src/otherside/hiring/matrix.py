"""Who may what with openings, candidates and applications."""

from otherside.accounts.standing import Access, Row, Standing

OPENING = Row(
    "opening",
    "Opening with its rounds",
    {
        Standing.RECRUITER: Access.WRITES,
        Standing.HIRING_MANAGER: Access.WRITES,
        Standing.OTHER_RECRUITER: Access.READS,
        Standing.ADMINISTRATOR: Access.WRITES,
    },
    "An administrator gives it to somebody else when a recruiter leaves. "
    "The panel reads its facts on the interview's page.",
)
CANDIDATE = Row(
    "candidate",
    "Candidate: name and contact",
    {
        Standing.RECRUITER: Access.WRITES,
        Standing.HIRING_MANAGER: Access.READS,
        Standing.OTHER_RECRUITER: Access.READS,
    },
    "Every recruiter may look, or the same person could not be recognised when they apply elsewhere. "
    "The panel has the name in the interview, and needs neither address nor telephone.",
)
APPLICATION = Row(
    "application",
    "Application: stage, rounds, timeline",
    {
        Standing.PANEL: Access.READS,
        Standing.RECRUITER: Access.WRITES,
        Standing.HIRING_MANAGER: Access.WRITES,
    },
    "Other recruiters see on the candidate's page that there is one, and at which opening, "
    "but not what happened.",
)
ROWS = (OPENING, CANDIDATE, APPLICATION)
