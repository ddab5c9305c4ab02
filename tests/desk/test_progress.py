from hypothesis import given
from hypothesis import strategies as st

from otherside.desk.progress import Dot, Hour, RoundSeen, Waiting, progress
from otherside.hiring.stages import Stage
from otherside.interview.state import State
from tests.support.cast import NOW


def rounds(*hours: tuple[State, tuple[str, ...]] | None) -> list[RoundSeen]:
    return [
        RoundSeen(
            id=10 + n,
            ordinal=n,
            name=f"Round {n}",
            hour=None if each is None else Hour(id=n, state=each[0], starts_at=NOW, cards_missing=each[1]),
        )
        for n, each in enumerate(hours, start=1)
    ]


DONE = (State.ENDED, ())


def test_a_new_application_waits_for_the_recruiter_to_plan_the_first_round() -> None:
    found = progress(Stage.NEW, rounds(None, None))
    assert (found.next, found.waiting, found.round_to_plan) == ("first round", Waiting.RECRUITER, 11)
    assert found.words == "No round done yet"


def test_between_rounds_the_next_one_is_to_be_planned() -> None:
    found = progress(Stage.INTERVIEWING, rounds(DONE, None, None))
    assert (found.next, found.round_to_plan) == ("to schedule", 12)
    assert found.dots == (Dot.DONE, Dot.OPEN, Dot.OPEN)
    assert found.words == "1 of 3 rounds done"


def test_a_card_that_is_owed_comes_before_the_next_round() -> None:
    found = progress(Stage.INTERVIEWING, rounds((State.ENDED, ("Alice Lindqvist",)), None))
    assert (found.waiting, found.waiting_for, found.round_to_plan) == (Waiting.PANEL, "Alice's card", None)


def test_a_running_hour_waits_for_nobody() -> None:
    found = progress(Stage.INTERVIEWING, rounds(DONE, (State.GOING_ON, ("Bob M",)), None))
    assert (found.next, found.waiting, found.words) == ("round 2 now", Waiting.NOBODY, "In round 2 of 3")


def test_a_scheduled_hour_says_when() -> None:
    assert progress(Stage.INTERVIEWING, rounds((State.SCHEDULED, ()), None)).starts_at == NOW


def test_when_every_round_is_done_the_manager_decides() -> None:
    assert progress(Stage.INTERVIEWING, rounds(DONE, DONE)).waiting is Waiting.MANAGER


HOURS = st.none() | st.tuples(st.sampled_from(State), st.sampled_from([(), ("Alice L",)]))


@given(st.sampled_from(Stage), st.lists(HOURS, max_size=8))
def test_there_is_always_one_dot_a_round_and_never_two_things_to_do(stage: Stage, hours: list) -> None:
    found = progress(stage, rounds(*hours))
    assert len(found.dots) == len(hours)
    assert found.round_to_plan is None or found.waiting is Waiting.RECRUITER
    assert found.next or found.starts_at is not None
