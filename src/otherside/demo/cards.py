"""The three scorecards of the finished interview, and one that is begun."""

from datetime import datetime, timedelta

from otherside.accounts.models import User
from otherside.interview.models import Interview, PanelMember
from otherside.rubric.edge import load_rubric
from otherside.scorecard.card import clean
from otherside.scorecard.models import Scorecard

# signal: rating (None: not tested), words, moments
Judged = dict[str, tuple[int | None, str, str]]

BOB: Judged = {
    "problem-solving": (
        4,
        "First a fixed window; saw from one failing test why it cannot slide, and changed the data, not a constant.",
        "17:10 the deque replaces the counter",
    ),
    "code": (
        4,
        "Small functions, named for what they answer. `_recent` is used by both callers.",
        "21:00 one place that knows the window",
    ),
    "communication": (
        4,
        "Said what he was about to do before each change; went quiet only while reading the test.",
        "06:20 asks what counts",
    ),
    "learning": (4, "One hint, said aloud; progress forty seconds later.", "18:40 the hint"),
    "adapting": (
        3,
        "Two servers took him a while; then compare-and-set by himself.",
        "54:20 compare-and-set",
    ),
    "working-together": (
        4,
        "“You may be right that a counter is enough for most shops; here is the shop for which it is not.”",
        "33:30 disagrees with reasons",
    ),
    "attitude": (4, "Asked about on-call and how incidents are written up.", "62:40 his questions"),
    "depth": (4, "Knew what a deque costs a busy key, in bytes.", "24:50 memory of a busy key"),
}
MEI: Judged = {
    "problem-solving": (4, "Finds the boundary from a test, does not guess.", "23:15 the boundary"),
    "code": (3, "Clean, though `forget_idle` was written without a test for it.", "26:15 forget_idle"),
    "communication": (4, "Asks before assuming: refused calls, number of customers.", "12:20 asks"),
    "learning": (4, "Takes a hint as a question, not as an order.", ""),
    "adapting": (None, "", ""),
    "working-together": (
        5,
        "“Tell me when this is getting long, I like this part too much.” Took the disagreement as a design question.",
        "33:30 the disagreement",
    ),
    "attitude": (4, "Curious about the team's failures, not its perks.", "62:40 his questions"),
    "depth": (3, "Needed a nudge for the lost update.", "47:40 two servers"),
}
TOMASZ: Judged = {
    "problem-solving": (
        2,
        "Went for the fixed window although the statement says the window slides.",
        "14:30 the fixed window",
    ),
    "code": (3, "Readable; state in two maps at first.", "13:00 two maps"),
    "communication": (3, "Clear, but I had to ask for his reasons twice.", ""),
    "learning": (3, "Moved on after a hint.", "18:40 the hint"),
    "adapting": (2, "Long silence on two servers before an idea came.", "47:40 silence"),
    "working-together": (4, "“Fair point, let me try to break it.”", "33:40 answers me"),
    "attitude": (3, "Friendly and prepared.", ""),
    "depth": (2, "The retry under load was answered by name, not by number.", "54:20 retry"),
}
CARDS = (
    ("bob", BOB, "yes", "Solid at this level: finds his own mistakes and takes help well. I would work with him."),
    ("mei", MEI, "yes", "Good engineer, good company. Design for several machines needs another look."),
    ("tomasz", TOMASZ, "one-more-round", "I have not seen enough on systems of more than one machine. One round on that decides it for me."),
)  # fmt: skip


def hand_in(interview: Interview, people: dict[str, User]) -> None:
    """The cards as rows, handed in within the hour after the interview."""
    assert interview.ended_at is not None, "cards come after the hour"
    for order, (key, judged, recommendation, why) in enumerate(CARDS, start=1):
        at = interview.ended_at + timedelta(minutes=12 * order)
        _card(interview, people[key], judged, {"recommendation": recommendation, "why": why}, at)
        PanelMember.objects.filter(interview=interview, user=people[key]).update(card_in_at=at)


def _card(interview: Interview, author: User, judged: Judged, said: dict[str, str], at: datetime) -> None:
    Scorecard.objects.create(
        interview=interview,
        author=author,
        level=interview.application.opening.level,
        rubric_version=load_rubric().version,
        fields=card_fields(judged, said),
        version=1,
        created_at=at - timedelta(minutes=10),
        changed_at=at,
        submitted_at=at,
    )


def card_fields(judged: Judged, said: dict[str, str]) -> dict[str, str]:
    """The fields of a card, as its form has them."""
    fields = dict(said)
    for signal, (value, words, moments) in judged.items():
        fields[f"value-{signal}"] = "" if value is None else str(value)
        fields[f"words-{signal}"] = words
        fields[f"moments-{signal}"] = moments
    return clean(fields, load_rubric())
