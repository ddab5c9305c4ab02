"""The words of the mails that go out as the hour ends."""

from collections.abc import Sequence


def subject(opening: str) -> str:
    return f"After your interview: {opening}"


def body(
    *, name: str, opening: str, link: str, recorded: Sequence[str], recruiter: str, recruiter_email: str
) -> str:
    """What was recorded, what comes next, and the link to both. The room's own link is over by then."""
    lines = "\n".join(f"- {line}" for line in recorded)
    return f"""Hello {name},

thank you for your time. The hour for {opening} has ended, and with it the link of the room.

What comes next: each interviewer writes down what they saw, on their own, before they talk to each
other. The hiring manager reads all of it and decides. {recruiter} then writes to you with the outcome,
or with times for another talk.

What was recorded:
{lines}

This page is yours alone and says it too, with figures and the seal of the record:

{link}

Questions: {recruiter}, {recruiter_email}
"""


def unanswered(*, name: str, opening: str, questions: Sequence[str], link: str) -> str:
    """To the recruiter: what the candidate asked and nobody in the hour could answer."""
    lines = "\n".join(f"- {question}" for question in questions)
    return f"""In the interview for {opening}, {name} asked what nobody in the room could answer:

{lines}

Please write to them; they were told that somebody would.

{link}
"""
