"""Finds interviews for a reader, or says that there is nothing. Asks the matrix, never a role by itself."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Manager, Q, QuerySet

from otherside.accounts.models import User
from otherside.accounts.standing import Standing
from otherside.hiring.access import opening_standings
from otherside.hiring.models import Application
from otherside.interview import limits, links
from otherside.interview.matrix import MATRIX
from otherside.interview.models import Interview, Member, PanelMember
from otherside.interview.state import State
from otherside.kernel.errors import Conflict, NotFound

RELATED = (
    "round",
    "application",
    "application__candidate",
    "application__opening",
    "application__opening__recruiter",
    "application__opening__hiring_manager",
)


class LinkEnded(Conflict):
    """The link was right, but its time is over or has not come."""

    code = "link-ended"


def _rows(of: Manager[Interview] = Interview.objects) -> QuerySet[Interview]:
    return of.select_related(*RELATED)


def standings(interview: Interview, user: User) -> tuple[frozenset[Standing], PanelMember | None]:
    """How `user` stands to `interview`, and the row of the panel where they are on it. One query."""
    if not user.is_active:
        return frozenset(), None
    held = opening_standings(interview.application.opening, user)
    seat = PanelMember.objects.filter(interview=interview, user=user).first()
    return (held | {Standing.PANEL} if seat is not None else held), seat


def access_for(noun: str, interview_id: int, user: User, *, to_write: bool = False) -> Interview:
    """The interview, where `user` may read (or change) `noun` of it: a row of the matrix.

    For "once the own card is in" it looks whether it is. Raises NotFound for whoever may not.
    """
    row = _rows().filter(pk=interview_id).first()
    if row is not None:
        held, seat = standings(row, user)
        wanted = MATRIX[noun]
        card_in = seat is not None and seat.card_in_at is not None
        if wanted.writes(held) if to_write else wanted.reads(held, card_in=card_in):
            return row
    raise NotFound(f"There is no interview {interview_id}, or it is not for you.")


def access_interview(interview_id: int, user: User, *, to_write: bool = False) -> Interview:
    """The interview, for its panel, its opening's recruiter and hiring manager. Raises NotFound."""
    return access_for("interview", interview_id, user, to_write=to_write)


def access_as_panel(interview_id: int, user: User) -> tuple[Interview, Member]:
    """The interview, or a rehearsal of it, and the number of `user`, who is on its panel. Raises NotFound."""
    row = _rows(Interview.everything).filter(pk=interview_id).first()
    if row is not None and user.is_active:
        seated = PanelMember.objects.filter(interview=row, user=user).exists()
        member = Member.objects.filter(interview=row, user=user).first() if seated else None
        if member is not None:
            return row, member
    raise NotFound(f"There is no interview {interview_id}, or you are not on its panel.")


def access_by_room_token(token: str, at: datetime) -> tuple[Interview, Member]:
    """The interview and the candidate's member number, by the link of the room.

    Raises NotFound for a token that never was or was ended; LinkEnded once the hour has ended or was
    cancelled, and long after a time at which nobody came. Hours begin late and are moved, so until then it
    holds.
    """
    row, member = _by_token(token, links.ROOM)
    if row.state == State.ENDED:
        raise LinkEnded(
            "This hour has ended, and with it this link. What comes next, and what was recorded, is in the "
            "mail that went to you as it ended; whoever invited you has the link to it as well."
        )
    if row.state == State.CANCELLED:
        raise LinkEnded("This interview was cancelled. Whoever invited you will write to you.")
    rests_from = timedelta(days=int(limits.ROOM_LINK_DAYS_MAX)) + (row.starts_at or at)
    if row.state == State.SCHEDULED and at > rests_from:
        raise LinkEnded(
            f"This interview was to be more than {limits.ROOM_LINK_DAYS_MAX.value} days ago. "
            "Ask whoever invited you for a new time; then this link works again."
        )
    return row, member


def access_by_after_token(token: str, at: datetime) -> tuple[Interview, Member]:
    """The interview and the candidate's member number, by the link of after the hour.

    Raises NotFound for a token that never was or was ended; LinkEnded before the hour has ended and a
    year later.
    """
    row, member = _by_token(token, links.AFTER)
    if row.state != State.ENDED or row.ended_at is None:
        raise LinkEnded("This page opens when the hour has ended. Come back then.")
    if at > row.ended_at + timedelta(days=int(limits.AFTER_LINK_DAYS_MAX)):
        raise LinkEnded(
            f"This link ended {limits.AFTER_LINK_DAYS_MAX.value} days after the hour. "
            "Write to whoever invited you."
        )
    return row, member


def _by_token(token: str, purpose: str) -> tuple[Interview, Member]:
    log_id = links.log_id_of(token)
    row = _rows(Interview.everything).filter(log_id=log_id).first() if log_id is not None else None
    if row is not None and links.holds(token, purpose, row):
        member = Member.objects.filter(interview=row, is_candidate=True).first()
        if member is not None:
            return row, member
    raise NotFound("This link does not work. Check that it is whole, or ask whoever sent it for a new one.")


def panel_of(interview: Interview) -> list[PanelMember]:
    """The panel with its people, the lead first."""
    return list(
        PanelMember.objects.filter(interview=interview).select_related("user").order_by("-is_lead", "id")
    )


def panels_of(interviews: Iterable[Interview]) -> dict[int, list[PanelMember]]:
    """Interview id → its panel, the lead first; one query for all."""
    found: dict[int, list[PanelMember]] = {interview.pk: [] for interview in interviews}
    rows = PanelMember.objects.filter(interview_id__in=list(found)).select_related("user")
    for row in rows.order_by("-is_lead", "id"):
        found[row.interview_id].append(row)
    return found


def seats_at(application: Application, user: User) -> list[PanelMember]:
    """Where `user` sits in the application's hours that were not cancelled, by interview."""
    seats = PanelMember.objects.filter(
        interview__application=application, interview__is_rehearsal=False, user=user
    ).exclude(interview__state=State.CANCELLED.value)
    return list(seats.select_related("interview", "interview__round").order_by("interview_id"))


def owing(seats: Iterable[PanelMember]) -> list[PanelMember]:
    """Those of the seats whose card is not in: the one rule of who owes a card."""
    return [seat for seat in seats if seat.card_in_at is None]


def owes_card(application: Application, user: User) -> bool:
    """Whether `user` sits on a panel of this application and their card is not in. What they read of others'
    judgement before would anchor what they write, in whatever role they read it.
    """
    return bool(owing(seats_at(application, user)))


def applications_owed(user: User) -> QuerySet[PanelMember, int]:
    """The same as keys of applications, for lists that leave them out."""
    seats = PanelMember.objects.filter(user=user, card_in_at__isnull=True, interview__is_rehearsal=False)
    return seats.exclude(interview__state=State.CANCELLED.value).values_list(
        "interview__application_id", flat=True
    )


def members_of(interview: Interview) -> list[Member]:
    """Every member number that was given in this interview."""
    return list(Member.objects.filter(interview=interview))


def interviews_for(user: User) -> QuerySet[Interview]:
    """The interviews that `user` may read: on the panel, or recruiter or hiring manager of the opening."""
    if not user.is_active:
        return Interview.objects.none()
    # Each way in is an indexed list of keys; a join inside the OR would make the database read every hour.
    mine = Q(pk__in=PanelMember.objects.filter(user=user).values("interview_id"))
    if user.is_recruiter:
        arranged = Application.objects.filter(opening__recruiter=user)
        mine |= Q(application__in=arranged.values("pk"))
    if user.is_hiring_manager:
        decided = Application.objects.filter(opening__hiring_manager=user)
        mine |= Q(application__in=decided.values("pk"))
    return _rows().filter(mine)


def interviews_of(application: Application) -> list[Interview]:
    """Every interview of an accessed application, in the order of its rounds."""
    return list(_rows().filter(application=application).order_by("round__ordinal", "id"))


def access_application(application_id: int, user: User) -> tuple[Application, frozenset[Standing]]:
    """The application and how `user` stands to it: recruiter, hiring manager, or on a panel of it.

    Raises NotFound for whoever may not read it.
    """
    row = (
        Application.objects.select_related(
            "candidate", "opening", "opening__hiring_manager", "opening__recruiter"
        )
        .filter(pk=application_id)
        .first()
    )
    if row is not None and user.is_active:
        held = set(opening_standings(row.opening, user))
        seats = PanelMember.objects.filter(
            interview__application=row, interview__is_rehearsal=False, user=user
        )
        if seats.exists():
            held.add(Standing.PANEL)
        if MATRIX["application"].reads(held):
            return row, frozenset(held)
    raise NotFound(f"There is no application {application_id}, or it is not for you.")
