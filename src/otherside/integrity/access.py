"""Finds facts, cases, bans and likenesses for a reader, or says that there is nothing."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import QuerySet

from otherside.accounts.models import User
from otherside.hiring.access import access_application
from otherside.hiring.models import Application, Candidate
from otherside.integrity import likeness
from otherside.integrity.ban import in_force, may_decide
from otherside.integrity.case import may_close_at
from otherside.integrity.entries import OBSERVED
from otherside.integrity.models import Ban, CandidateComment, Case, Likeness
from otherside.integrity.observed import Observation, Summary, observations, summary
from otherside.interview.access import (
    access_by_after_token,
    access_for,
    applications_owed,
    owes_card,
    panel_of,
    standings,
)
from otherside.interview.matrix import may_write
from otherside.interview.models import Interview, Member
from otherside.kernel.errors import NotFound
from otherside.live.access import HOUR_TRACKS
from otherside.live.history import fold
from otherside.relay import client as relay


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the log has on one hour, and what people made of it."""

    interview: Interview
    found: tuple[Observation, ...]
    summary: Summary
    begun_ms: int
    case: Case | None
    comments: Sequence[CandidateComment]
    ban: Ban | None

    @property
    def commented_at(self) -> datetime | None:
        """When the candidate last said something after the case was opened."""
        if self.case is None:
            return None
        later = [comment.said_at for comment in self.comments if comment.said_at >= self.case.opened_at]
        return max(later, default=None)

    @property
    def may_close_at(self) -> datetime | None:
        return may_close_at(self.case.as_state(self.commented_at)) if self.case is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsPage:
    """The facts for a person of the company, and which buttons are theirs."""

    facts: Facts
    may_write: bool
    may_open: bool
    may_close: bool


def access_facts(interview_id: int, user: User) -> FactsPage:
    """For the panel once their card is in, the hiring manager where they owe none. Raises NotFound."""
    interview = access_for("case", interview_id, user)
    if owes_card(interview.application, user):
        raise NotFound(f"There is no interview {interview_id}, or its facts wait for your own card.")
    held, _ = standings(interview, user)
    facts = facts_of(interview)
    may_write_case = may_write("case", held)
    return FactsPage(
        facts=facts,
        may_write=may_write_case,
        may_open=facts.case is None,
        may_close=may_write_case and facts.case is not None and facts.case.closed_at is None,
    )


def access_facts_to_close(interview_id: int, user: User) -> Facts:
    """The facts, for who may close the case and propose a ban: the hiring manager. Raises NotFound."""
    interview = access_for("case", interview_id, user, to_write=True)
    if owes_card(interview.application, user):
        raise NotFound(f"There is no interview {interview_id}, or its facts wait for your own card.")
    return facts_of(interview)


def access_own_facts(token: str, at: datetime) -> tuple[Facts, Member]:
    """The same list for the candidate, by the link of after the hour. Raises NotFound and LinkEnded."""
    interview, member = access_by_after_token(token, at)
    return facts_of(interview), member


def facts_of(interview: Interview) -> Facts:
    """The facts of an interview that is already authorised."""
    entries = relay.entries(interview.log_id, tracks=[*HOUR_TRACKS, OBSERVED])
    hour = fold(entries)
    found = observations(entries, hour)
    case = Case.objects.select_related("opened_by", "closed_by").filter(interview=interview).first()
    return Facts(
        interview=interview,
        found=found,
        summary=summary(found),
        begun_ms=hour.begun_ms or 0,
        case=case,
        comments=list(CandidateComment.objects.filter(interview=interview)),
        ban=_bans().filter(case=case).first() if case is not None else None,
    )


def involved_in(case: Case) -> frozenset[int]:
    """Everybody who had a part in a case: the panel, who opened it, who closed it."""
    people = {row.user_id for row in panel_of(case.interview)} | {case.opened_by_id}
    return frozenset(people if case.closed_by_id is None else people | {case.closed_by_id})


@dataclass(frozen=True, slots=True, kw_only=True)
class BanLine:
    """A ban as its list shows it to one reader."""

    ban: Ban
    stands: bool
    may_confirm: bool
    may_withdraw: bool
    may_decide: bool


def bans_for(user: User, at: datetime) -> list[BanLine]:
    """All of them for administrators, who confirm and decide appeals; for a hiring manager those of their
    openings; but none of a candidate for whom the reader owes a card. Raises NotFound for everybody else.
    """
    if not user.is_active or not (user.is_administrator or user.is_hiring_manager):
        raise NotFound("Bans are for hiring managers and administrators.")
    rows = _bans().exclude(case__interview__application__in=applications_owed(user))
    if not user.is_administrator:
        rows = rows.filter(case__interview__application__opening__hiring_manager=user)
    return [_line(ban, user, at) for ban in rows[:200]]


def access_ban(ban_id: int, user: User) -> Ban:
    """One ban, for those who see it in the list. Raises NotFound."""
    ban = _bans().filter(pk=ban_id).first()
    if ban is not None and user.is_active and not owes_card(ban.case.interview.application, user):
        manager = ban.case.interview.application.opening.hiring_manager_id
        if user.is_administrator or (user.is_hiring_manager and manager == user.pk):
            return ban
    raise NotFound(f"There is no ban {ban_id}, or it is not for you.")


def _line(ban: Ban, user: User, at: datetime) -> BanLine:
    state = ban.as_state(involved_in(ban.case))
    proposed = ban.stage == "proposed"
    return BanLine(
        ban=ban,
        stands=in_force(state, at.date()),
        may_confirm=proposed and user.is_administrator and user.pk != ban.proposed_by_id,
        may_withdraw=proposed and (user.is_administrator or user.pk == ban.proposed_by_id),
        may_decide=state.appeal_waits and user.is_administrator and may_decide(state, user.pk),
    )


def likenesses_of(application: Application) -> list[Likeness]:
    """Those of an accessed application, for its recruiter and hiring manager."""
    rows = Likeness.objects.filter(application=application).select_related("ban", "said_by")
    return list(rows)


def access_likeness(likeness_id: int, user: User) -> Likeness:
    """For who may write the application. Raises NotFound."""
    row = Likeness.objects.select_related("application", "ban").filter(pk=likeness_id).first()
    if row is None:
        raise NotFound(f"There is no likeness {likeness_id}, or it is not for you.")
    access_application(row.application_id, user, to_write=True)
    if owes_card(row.application, user):
        raise NotFound(f"There is no likeness {likeness_id}, or it waits for your own card.")
    return row


@dataclass(frozen=True, slots=True, kw_only=True)
class Hashes:
    """What a ban keeps of a person."""

    email: str
    phone: str
    name: tuple[str, ...]


def hashes_of(candidate: Candidate) -> Hashes:
    """What a ban keeps of a person: keyed hashes of address, number and the parts of the name."""
    key = hashlib.sha256(b"otherside.integrity:" + settings.SECRET_KEY.encode()).digest()
    return Hashes(
        email=likeness.keyed(key, "email", candidate.email_normal),
        phone=likeness.keyed(key, "phone", candidate.phone_normal),
        name=likeness.keyed_parts(key, candidate.name),
    )


def _bans() -> QuerySet[Ban]:
    return Ban.objects.select_related(
        "case__interview__application__opening",
        "case__interview__application__candidate",
        "case__opened_by",
        "proposed_by",
        "confirmed_by",
        "appeal_decided_by",
    )
