from dataclasses import replace
from typing import Any

import pytest

from otherside.accounts.models import AuditEntry, User
from otherside.hiring import access, actions
from otherside.hiring.models import Application, Candidate, Opening, Round
from otherside.hiring.stages import Closing, Stage
from otherside.interview.models import Interview
from otherside.kernel.errors import Conflict, Invalid, LimitReached, NotFound
from tests.support import cast

DANA = actions.CandidateForm(name="Dana Okonjo", email="D.ana+jobs@gmail.com", phone="+44 113 496 0182")


@pytest.fixture
def job(priya: User, rosa: User) -> Opening:
    return cast.opening(hiring_manager=priya, recruiter=rosa)


def form(priya: User, rosa: User, **fields: Any) -> actions.OpeningForm:
    values = {"title": "Backend", "team": "Data", "level": "junior", "facts": "On call one week in six."}
    ids = {"hiring_manager_id": priya.pk, "recruiter_id": rosa.pk}
    return actions.OpeningForm(**{**values, **ids, **fields})


def new(name: str = "Coding", kind: str = "coding", minutes: int = 60) -> actions.NewRound:
    return actions.NewRound(name=name, kind=kind, minutes=minutes)


def add(job: Opening, user: User, who: str = DANA, **fields: Any) -> Application:
    values = {"same_as": None, "somebody_else": False, **fields}
    return actions.add_applicant(job.pk, who, user, at=cast.NOW, **values)


def test_an_opening_begins_with_its_rounds(priya: User, rosa: User) -> None:
    row = actions.create_opening(form(priya, rosa), [new("One"), new("Two")], rosa, at=cast.NOW)
    assert [(r.ordinal, r.name) for r in access.rounds_of(row)] == [(1, "One"), (2, "Two")]
    assert AuditEntry.objects.get().action == "opening.created"


def test_its_people_hold_the_roles(priya: User, rosa: User, alice: User) -> None:
    with pytest.raises(Invalid, match="hiring manager"):
        actions.create_opening(form(priya, rosa, hiring_manager_id=alice.pk), [], rosa, at=cast.NOW)


def test_rounds_are_added_moved_and_removed(job: Opening, rosa: User, alice: User) -> None:
    first = actions.add_opening_round(job.pk, new("One"), rosa, at=cast.NOW)
    actions.add_opening_round(job.pk, new("Two"), rosa, at=cast.NOW)
    third = actions.add_opening_round(job.pk, new("Three"), rosa, at=cast.NOW)
    actions.move_round_up(job.pk, third.pk, rosa, at=cast.NOW)
    assert [r.name for r in access.rounds_of(job)] == ["One", "Three", "Two"]
    with pytest.raises(Conflict, match="first already"):
        actions.move_round_up(job.pk, first.pk, rosa, at=cast.NOW)
    actions.remove_round(job.pk, first.pk, rosa, at=cast.NOW)
    assert [r.name for r in access.rounds_of(job)] == ["Three", "Two"]


def test_a_round_with_interviews_stays(hour: Interview, rosa: User) -> None:
    with pytest.raises(Conflict, match="has interviews already"):
        actions.remove_round(hour.application.opening_id, hour.round_id, rosa, at=cast.NOW)


def test_rounds_end_somewhere(job: Opening, rosa: User) -> None:
    for number in range(8):
        actions.add_opening_round(job.pk, new(str(number)), rosa, at=cast.NOW)
    with pytest.raises(LimitReached, match="9 rounds"):
        actions.add_opening_round(job.pk, new(), rosa, at=cast.NOW)


def test_a_round_for_one_application_comes_last_and_for_nobody_else(
    hour: Interview, priya: User, rosa: User
) -> None:
    other = cast.application(cast.candidate(name="Sofia"), hour.application.opening)
    row = actions.add_round(hour.application, "One more", "coding", 45)
    assert [r.pk for r in access.rounds_for(hour.application)] == [hour.round_id, row.pk]
    assert [r.pk for r in access.rounds_for(other)] == [hour.round_id]
    assert row.ordinal == 2
    assert actions.add_round(hour.application, "And one", "coding", 45).ordinal == 3


def test_dana_is_recognised_and_never_merged_by_itself(job: Opening, priya: User, rosa: User) -> None:
    add(job, rosa)
    again = actions.CandidateForm(name="D. Okonjo", email="dana@googlemail.com")
    other = cast.opening(hiring_manager=priya, recruiter=rosa, title="Data engineer")
    with pytest.raises(actions.Recognised) as refused:
        add(other, rosa, again)
    known = refused.value.candidates[0]
    assert known.name == "Dana Okonjo"
    assert Candidate.objects.count() == 1
    assert add(other, rosa, again, same_as=known.pk).candidate == known
    third = cast.opening(hiring_manager=priya, recruiter=rosa, title="Third")
    assert add(third, rosa, again, somebody_else=True).candidate != known


def test_the_number_alone_is_enough_to_recognise(job: Opening, rosa: User) -> None:
    add(job, rosa)
    with pytest.raises(actions.Recognised):
        add(job, rosa, actions.CandidateForm(name="Somebody", phone="0044 (0)113 4960182"))


def test_one_application_an_opening(job: Opening, rosa: User) -> None:
    row = add(job, rosa)
    with pytest.raises(Conflict, match="applied to Senior backend engineer already"):
        add(job, rosa, same_as=row.candidate_id)


def test_a_closed_opening_takes_nobody(job: Opening, rosa: User) -> None:
    actions.set_opening_open(job.pk, rosa, is_open=False, at=cast.NOW)
    with pytest.raises(Conflict, match="is closed"):
        add(job, rosa)
    with pytest.raises(Conflict, match="closed already"):
        actions.set_opening_open(job.pk, rosa, is_open=False, at=cast.NOW)


def test_somebody_must_be_reachable(job: Opening, rosa: User) -> None:
    with pytest.raises(Invalid, match="e-mail address or a telephone"):
        add(job, rosa, actions.CandidateForm(name="Dana"))


def test_moving_needs_the_stage_that_was_seen(job: Opening, rosa: User, priya: User) -> None:
    row = add(job, rosa)
    actions.move_application(row.pk, Stage.INTERVIEWING, rosa, seen=Stage.NEW, at=cast.NOW)
    with pytest.raises(Conflict, match="since you looked"):
        actions.move_application(
            row.pk, Stage.CLOSED, priya, seen=Stage.NEW, at=cast.NOW, closing=Closing.HIRED
        )
    line = AuditEntry.objects.filter(action="application.moved").get()
    assert line.detail == {"from": "new", "to": "interviewing", "closing": ""}


def test_closing_says_why_and_opening_again_forgets_it(job: Opening, rosa: User) -> None:
    row = add(job, rosa)
    with pytest.raises(Invalid, match="reason"):
        actions.move_application(row.pk, Stage.CLOSED, rosa, seen=Stage.NEW, at=cast.NOW)
    actions.move_application(
        row.pk, Stage.CLOSED, rosa, seen=Stage.NEW, at=cast.NOW, closing=Closing.WITHDREW
    )
    row.refresh_from_db()
    assert (row.stage, row.closing) == ("closed", "withdrew")
    actions.move_application(row.pk, Stage.NEW, rosa, seen=Stage.CLOSED, at=cast.NOW)
    row.refresh_from_db()
    assert row.closing == ""


def test_the_later_of_two_who_edit_an_opening_is_told(
    job: Opening, priya: User, rosa: User, client_for: cast.ClientFor
) -> None:
    """Rosa has the form open while Priya saves; what Rosa then sends would undo it."""
    rosas = client_for(rosa)
    shown = rosas.get(f"/openings/{job.pk}/about/").context["form"]
    values = {name: shown[name].value() for name in shown.fields}
    seen = access.stamp_of_opening(job)
    actions.edit_opening(job.pk, form(priya, rosa, title="Platform"), priya, seen=seen, at=cast.NOW)
    answer = rosas.post(f"/openings/{job.pk}/about/", {**values, "team": "Search"})
    assert answer.status_code == 409
    assert "has changed this opening since" in answer.content.decode()
    job.refresh_from_db()
    assert (job.title, job.team) == ("Platform", "Data")
    again = rosas.get(f"/openings/{job.pk}/about/").context["form"]
    values = {name: again[name].value() for name in again.fields}
    assert rosas.post(f"/openings/{job.pk}/about/", {**values, "team": "Search"}).status_code == 302
    job.refresh_from_db()
    assert (job.title, job.team) == ("Platform", "Search")


def test_the_later_of_two_who_edit_a_candidate_is_told(job: Opening, rosa: User) -> None:
    row = add(job, rosa).candidate
    seen = access.stamp_of_candidate(row)
    actions.edit_candidate(row.pk, replace(DANA, phone=""), rosa, seen=seen, at=cast.NOW)
    with pytest.raises(Conflict, match="changed this candidate"):
        actions.edit_candidate(row.pk, DANA, rosa, seen=seen, at=cast.NOW)
    row.refresh_from_db()
    assert row.phone == ""


@pytest.mark.parametrize("who", ["alice", "charlie", "ada"])
def test_strangers_change_nothing(who: str, request: pytest.FixtureRequest, hour: Interview) -> None:
    user = request.getfixturevalue(who)
    application = hour.application
    acts = [
        lambda: add(application.opening, user, actions.CandidateForm(name="X", email="x@example.org")),
        lambda: actions.edit_candidate(application.candidate_id, DANA, user, seen="", at=cast.NOW),
        lambda: actions.move_application(
            application.pk, Stage.DECIDING, user, seen=Stage.INTERVIEWING, at=cast.NOW
        ),
    ]
    if who != "ada":
        acts += [
            lambda: actions.add_opening_round(application.opening_id, new(), user, at=cast.NOW),
            lambda: actions.set_opening_open(application.opening_id, user, is_open=False, at=cast.NOW),
        ]
    for act in acts:
        with pytest.raises(NotFound):
            act()
    assert Round.objects.count() == 1


def test_another_recruiter_reads_the_candidate_but_not_the_application(hour: Interview) -> None:
    otto = cast.person("Otto", is_recruiter=True)
    assert access.access_candidate(hour.application.candidate_id, otto)
    assert access.access_opening(hour.application.opening_id, otto)
    for refused in (
        lambda: access.access_candidate(hour.application.candidate_id, otto, to_write=True),
        lambda: access.access_application(hour.application_id, otto),
        lambda: access.access_opening(hour.application.opening_id, otto, to_write=True),
    ):
        with pytest.raises(NotFound):
            refused()
