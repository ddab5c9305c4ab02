"""What to do in each segment and a sentence to say for it, by level. Plain enough to be said aloud."""

from otherside.plan.segments import (
    BREAK,
    CANDIDATE_ASKS,
    DISAGREE,
    FOCUS,
    PROBLEM,
    PROJECT,
    SECOND_HALF,
    WELCOME,
    Step,
)

JUNIOR = "junior"
SENIOR = "senior"


def steps_for(kind: str, level: str, *, focus: str | None = None, ask: str = "") -> tuple[Step, ...]:
    """The steps of a segment of this kind. A focus segment begins with what the earlier rounds left open."""
    if kind == FOCUS:
        opening = (Step("What is open", ask),) if ask else ()
        return (*opening, *FOCUS_STEPS[focus or "problem-solving"])
    if kind == PROBLEM:
        return PROBLEM_STEPS[level]
    return STEPS[kind]


STEPS: dict[str, tuple[Step, ...]] = {
    WELCOME: (
        Step(
            "Say who you are",
            "Thanks for taking the time. I will say in two sentences who I am and what I work on; then you.",
        ),
        Step(
            "Say how the hour goes",
            "We solve something together, as we would at work. Ask me anything; the last five minutes "
            "are for your questions.",
        ),
        Step(
            "Try the room",
            "Please type your name into the pad and run hello once, so that we both know it works.",
        ),
    ),
    SECOND_HALF: (
        Step(
            "Close the first half",
            "Let us leave it here. What would you do next, with another day for it?",
        ),
        Step(
            "Say what comes",
            "For the second half I have something that builds on how you went about the first.",
        ),
        Step("Listen for the change", "What of the solution still holds now, and what does not?"),
        Step("Leave room", "Take a moment; I will stay quiet until you ask."),
    ),
    PROJECT: (
        Step("Your part", "Take a project that you know well. What was it for, and which part was yours?"),
        Step("The hardest decision", "Which decision in it was the hardest, and what was the other way?"),
        Step("What failed", "What failed, and how did you notice?"),
        Step("What you would redo", "What would you build differently today, and what does that cost?"),
    ),
    DISAGREE: (
        Step(
            "Disagree once",
            "I would have done this part the other way round. What speaks against that?",
        ),
        Step("Give a reason", "My reason is the next person who has to change it. Does that weigh here?"),
        Step("Let it end well", "Good. Which of the two shall we keep, and why?"),
    ),
    BREAK: (
        Step("Take the break", "Let us take five minutes, away from the screen. Nothing is asked of you."),
    ),
    CANDIDATE_ASKS: (
        Step("Hand over", "These five minutes are yours. What would you like to know?"),
        Step("What happens next", "You hear from us in the days that were promised, whatever the answer is."),
    ),
}

_EXPLAIN_FIRST = Step(
    "Plan first", "Before you type: how would you go about it, in plain words and on a small example?"
)
_TIDY = Step("Tidy up", "It works. If a colleague had to read this tomorrow, what would you change now?")

PROBLEM_STEPS: dict[str, tuple[Step, ...]] = {
    JUNIOR: (
        Step("Read it together", "Please read it and tell me in your own words what is asked."),
        _EXPLAIN_FIRST,
        Step("Encourage once", "You are on a way that works. What would the smallest next step be?"),
        _TIDY,
    ),
    "mid-senior": (
        Step("Read it together", "Please read it. What would you want to know before you start?"),
        _EXPLAIN_FIRST,
        Step("Ask for the case", "Which input would break this?"),
        _TIDY,
    ),
    SENIOR: (
        Step("Say little", "The text leaves things open on purpose. What would you want to know first?"),
        Step("Weigh", "Which two ways do you see, and what decides between them?"),
        Step("Challenge the choice", "Suppose the load is a hundred times that. What gives way first?"),
        _TIDY,
    ),
}

FOCUS_STEPS: dict[str, tuple[Step, ...]] = {
    "problem-solving": (
        Step("Start small", "Here is a task with a gap in it. What is the first thing you would find out?"),
        Step("Watch the way", "Say what you try and why, also where it fails."),
    ),
    "code": (
        Step("Write it out", "Please write this as you would hand it to a colleague for review."),
        Step("Review it", "Now read it as that colleague. What would you ask for?"),
    ),
    "communication": (
        Step("Explain to a newcomer", "Explain to somebody who starts on Monday how this part works."),
        Step("Explain to a manager", "Now in two sentences, for somebody who has to decide on money."),
    ),
    "learning": (
        Step("Give something new", "Here is a rule you may not know. Read it, and use it on this example."),
        Step("Use it again", "Where else does the same rule help?"),
    ),
    "adapting": (
        Step("Change the task", "The need has changed: it must now hold for two servers. What still stands?"),
        Step("Change it once more", "And if the second one may lag by a minute?"),
    ),
    "working-together": (
        Step(
            "Hand over a change", "A colleague proposes this change. What do you answer, in your own words?"
        ),
        Step("Disagree", "I see it the other way. How do we settle it before lunch?"),
        Step("Ask for a time", "When did a colleague change your mind? What had they said?"),
    ),
    "attitude": (
        Step(
            "A mistake", "Tell me of a mistake of yours that others had to live with. What did you do next?"
        ),
        Step("A dull week", "What do you do with a task that is dull and has to be right?"),
    ),
    "design": (
        Step(
            "Start from need", "We need to sell tickets for one concert, all at once. What do you ask first?"
        ),
        Step("Draw one request", "Follow one request from the button to the disk. Where is the state?"),
        Step("Break it", "This part is down for ten minutes. What does the user see?"),
    ),
    "depth": (
        Step("Go down a level", "You use this every day. What happens underneath when you call it?"),
        Step("And again", "How would you measure that? What number would surprise you?"),
        Step("Find the limit", "Where does your knowledge stop here? How would you go on?"),
    ),
}
