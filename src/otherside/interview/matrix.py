"""The matrix of who may what, whole: rows of earlier apps, and those that hang on an interview.

Access functions of every app ask these rows; `docs/reference/access.md` is generated from them
(`python -m tests.support.access_page`), and the tests of refusals are enumerated from them.
"""

from collections.abc import Iterable

from otherside.accounts import matrix as accounts
from otherside.accounts.standing import Access, Row, Standing
from otherside.hiring import matrix as hiring

S, A = Standing, Access

RESUME = Row(
    "resume",
    "Résumé and what was read from it",
    {S.PANEL: A.READS, S.RECRUITER: A.WRITES, S.HIRING_MANAGER: A.READS},
    "The picture of the page shows photo and age; it is one click away on purpose.",
)
PROBES = Row(
    "probes",
    "Corrections of what was read, and probes",
    {S.PANEL: A.WRITES, S.RECRUITER: A.WRITES, S.HIRING_MANAGER: A.WRITES},
    "Whoever prepares may mend what a machine misread and write what to test; who did it stands beside it, "
    "and the document stays as it was handed in.",
)
INTERVIEW = Row(
    "interview",
    "Interview: time, panel, state",
    {S.PANEL: A.READS, S.RECRUITER: A.WRITES, S.HIRING_MANAGER: A.WRITES},
    "Who plans it may change time and panel; the panel takes part.",
)
LINKS = Row(
    "links",
    "The candidate's two links",
    {S.PANEL: A.READS, S.RECRUITER: A.WRITES, S.HIRING_MANAGER: A.READS, S.CANDIDATE: A.READS},
    "Whoever may have to help a candidate into the room may copy them; the recruiter can end them.",
)
PLAN = Row(
    "plan",
    "Plan of the hour",
    {S.PANEL: A.WRITES, S.HIRING_MANAGER: A.READS},
    "It names the questions; the fewer know them, the longer they serve.",
)
ROOM = Row(
    "room",
    "The room while the hour goes on",
    {S.PANEL: A.WRITES, S.CANDIDATE: A.WRITES},
    "The candidate sees the documents, runs, outline and hints shown; "
    "never notes, marks, hidden tests or advice.",
)
REPLAY = Row(
    "replay",
    "Replay of the hour",
    {S.PANEL: A.READS, S.HIRING_MANAGER: A.READS},
    "A recruiter reads no replay: they arrange, and do not judge. "
    "Others' marks open once the own card is in.",
)
OWN_CARD = Row(
    "own-card",
    "Own scorecard",
    {S.PANEL: A.WRITES},
    "Written by its author alone, and closed once handed in.",
)
CARDS = Row(
    "cards",
    "Others' scorecards, once handed in",
    {S.PANEL: A.AFTER_OWN_CARD, S.HIRING_MANAGER: A.READS},
    "Ratings anchor, so a colleague's opens after the own is in. Administrators see no cards.",
)
CASE = Row(
    "case",
    "Observed facts, and the case about them",
    {S.PANEL: A.AFTER_OWN_CARD, S.HIRING_MANAGER: A.WRITES, S.CANDIDATE: A.READS},
    "A suspicion anchors more than any rating, so it waits for the own card. The candidate sees the same "
    "list after the hour. Whoever reads it may open a case; the hiring manager closes it, and bans take two "
    "people.",
)
DEBRIEF = Row(
    "debrief",
    "Debrief and decision",
    {S.PANEL: A.AFTER_OWN_CARD, S.HIRING_MANAGER: A.WRITES},
    "The hiring manager notes a view before the recommendation shows, then decides.",
)
OUTCOME = Row(
    "outcome",
    "The outcome of a decision",
    {S.PANEL: A.AFTER_OWN_CARD, S.RECRUITER: A.READS, S.HIRING_MANAGER: A.WRITES},
    "A recruiter must know what to tell the candidate, and which round comes next; not who rated what.",
)
BANK = Row(
    "bank",
    "Bank of questions: titles, kinds, levels",
    {S.ANYBODY: A.READS},
    "Every role of the company; candidates see a statement only in the room, when it is shown.",
)
PROBLEM = Row(
    "problem",
    "A problem of the bank, whole",
    {S.PANEL: A.READS, S.HIRING_MANAGER: A.READS},
    "Whoever holds the role interviewer or hiring manager, of whichever interview: they prepare with it.",
)

ROWS: tuple[Row, ...] = (
    *accounts.ROWS, *hiring.ROWS, RESUME, PROBES, INTERVIEW, LINKS, PLAN, ROOM, REPLAY, OWN_CARD, CARDS, CASE,
    DEBRIEF, OUTCOME, BANK, PROBLEM,
)  # fmt: skip
MATRIX: dict[str, Row] = {row.noun: row for row in ROWS}


def may_read(noun: str, standings: Iterable[Standing], *, card_in: bool = False) -> bool:
    """Whether any of `standings` may read `noun`; `card_in` says whether the reader's own card is."""
    return MATRIX[noun].reads(standings, card_in=card_in)


def may_write(noun: str, standings: Iterable[Standing]) -> bool:
    return MATRIX[noun].writes(standings)


def table() -> str:
    """The matrix as a table in Markdown, one row a noun, one column a standing."""
    columns = list(Standing)
    lines = [
        "| | " + " | ".join(standing.value for standing in columns) + " |",
        "|---|" + "---|" * len(columns),
    ]
    for row in ROWS:
        cells = [row.may.get(standing, Access.NONE).value for standing in columns]
        lines.append(f"| **{row.title}** | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def reasons() -> str:
    """A list in Markdown of why each row is as it is."""
    return "".join(f"- **{row.title}**: {row.why}\n" for row in ROWS)
