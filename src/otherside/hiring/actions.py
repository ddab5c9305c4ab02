"""What recruiters and hiring managers do: openings, rounds, candidates, applications."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import Max, ProtectedError

from otherside.accounts.actions import record_audit
from otherside.accounts.models import User
from otherside.hiring import limits
from otherside.hiring.access import (
    access_application,
    access_candidate,
    access_opening,
    access_opening_to_add,
    may_open,
    recognised,
    stamp_of_candidate,
    stamp_of_opening,
)
from otherside.hiring.models import Application, Candidate, Opening, Round
from otherside.hiring.recognition import normal_email, normal_phone
from otherside.hiring.stages import Closing, Stage, move
from otherside.kernel.errors import Conflict, Invalid, NotFound

SINCE_CHANGED = (
    "Somebody has changed this {} since you opened the form. Nothing of yours was saved. "
    "Open the page again to see what it is now."
)


class Recognised(Conflict):
    """Somebody with this address or number is known. A person says whether it is the same one."""

    code = "candidate-recognised"

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self.candidates = list(candidates)
        super().__init__(
            f"{len(self.candidates)} known with this e-mail address or telephone number. "
            "Say whether it is the same person."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRound:
    """A round as a form gives it."""

    name: str
    kind: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningForm:
    """An opening as a form gives it."""

    title: str
    team: str
    level: str
    hiring_manager_id: int
    recruiter_id: int
    facts: str
    allowed_tools: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateForm:
    """A candidate's name and contact as a form gives them; at least one of e-mail and phone."""

    name: str
    email: str = ""
    phone: str = ""
    time_zone: str = "UTC"


def create_opening(form: OpeningForm, rounds: Sequence[NewRound], user: User, *, at: datetime) -> Opening:
    """A new open opening with its rounds. Raises NotFound for whoever may open none, Invalid,
    LimitReached.
    """
    if not may_open(user):
        raise NotFound("Openings are made by recruiters and hiring managers.")
    limits.ROUNDS_MAX.check(len(rounds), "This opening")
    values = _opening_values(form)
    with transaction.atomic():
        row = Opening.objects.create(created_at=at, **values)
        for ordinal, new in enumerate(rounds, start=1):
            Round.objects.create(
                opening=row, ordinal=ordinal, name=new.name, kind=new.kind, minutes=new.minutes
            )
        record_audit(at, user, "opening.created", "opening", row.pk, {"rounds": len(rounds)})
    return row


def edit_opening(opening_id: int, form: OpeningForm, user: User, *, seen: str, at: datetime) -> Opening:
    """The opening with `form`'s values; `seen` is the stamp of what the form was filled from.

    Raises NotFound, Invalid, and Conflict where somebody has changed it since.
    """
    row = access_opening(opening_id, user, to_write=True)
    values = _opening_values(form)
    with transaction.atomic():
        row = Opening.objects.select_for_update().get(pk=row.pk)
        if stamp_of_opening(row) != seen:
            raise Conflict(SINCE_CHANGED.format("opening"))
        changed = sorted(name for name, value in values.items() if getattr(row, name) != value)
        Opening.objects.filter(pk=row.pk).update(**{name: values[name] for name in changed})
        record_audit(at, user, "opening.changed", "opening", row.pk, {"columns": changed})
    row.refresh_from_db()
    return row


def set_opening_open(opening_id: int, user: User, *, is_open: bool, at: datetime) -> None:
    """Closes the opening, or opens it again; its applications stay as they are. Raises NotFound and
    Conflict.
    """
    row = access_opening(opening_id, user, to_write=True)
    with transaction.atomic():
        if Opening.objects.filter(pk=row.pk, is_open=not is_open).update(is_open=is_open) == 0:
            raise Conflict(f"This opening is {'open' if is_open else 'closed'} already.")
        record_audit(at, user, "opening.opened" if is_open else "opening.closed", "opening", row.pk)


def add_opening_round(opening_id: int, new: NewRound, user: User, *, at: datetime) -> Round:
    """One more round at the end, for every candidate. Raises NotFound and LimitReached."""
    opening = access_opening(opening_id, user, to_write=True)
    with transaction.atomic():
        Opening.objects.select_for_update().get(pk=opening.pk)
        there = Round.objects.filter(opening=opening, application__isnull=True)
        limits.ROUNDS_MAX.check(there.count() + 1, "This opening")
        last = there.aggregate(last=Max("ordinal"))["last"] or 0
        row = Round.objects.create(
            opening=opening, ordinal=last + 1, name=new.name, kind=new.kind, minutes=new.minutes
        )
        record_audit(at, user, "round.added", "opening", opening.pk, {"round": row.pk, "kind": new.kind})
    return row


def edit_round(opening_id: int, round_id: int, new: NewRound, user: User, *, at: datetime) -> None:
    """Name, kind and minutes of a round; interviews planned already keep their minutes. Raises NotFound."""
    opening = access_opening(opening_id, user, to_write=True)
    with transaction.atomic():
        found = Round.objects.filter(pk=round_id, opening=opening, application__isnull=True)
        if found.update(name=new.name, kind=new.kind, minutes=new.minutes) == 0:
            raise NotFound(f"This opening has no round {round_id}.")
        record_audit(at, user, "round.changed", "opening", opening.pk, {"round": round_id, "kind": new.kind})


def move_round_up(opening_id: int, round_id: int, user: User, *, at: datetime) -> None:
    """Changes places with the round before. Raises NotFound, and Conflict for the first."""
    opening = access_opening(opening_id, user, to_write=True)
    with transaction.atomic():
        Opening.objects.select_for_update().get(pk=opening.pk)
        rows = list(Round.objects.filter(opening=opening, application__isnull=True).order_by("ordinal"))
        place = next((i for i, row in enumerate(rows) if row.pk == round_id), None)
        if place is None:
            raise NotFound(f"This opening has no round {round_id}.")
        if place == 0:
            raise Conflict("This round is the first already.")
        upper, lower = rows[place - 1], rows[place]
        # Ordinals are unique, so one of the two steps aside first.
        Round.objects.filter(pk=upper.pk).update(ordinal=rows[-1].ordinal + 1)
        Round.objects.filter(pk=lower.pk).update(ordinal=upper.ordinal)
        Round.objects.filter(pk=upper.pk).update(ordinal=lower.ordinal)
        record_audit(at, user, "round.moved", "opening", opening.pk, {"round": round_id})


def remove_round(opening_id: int, round_id: int, user: User, *, at: datetime) -> None:
    """Takes a round away that no interview was planned for. Raises NotFound and Conflict."""
    opening = access_opening(opening_id, user, to_write=True)
    row = Round.objects.filter(pk=round_id, opening=opening, application__isnull=True).first()
    if row is None:
        raise NotFound(f"This opening has no round {round_id}.")
    try:
        with transaction.atomic():
            row.delete()
            record_audit(at, user, "round.removed", "opening", opening.pk, {"round": round_id})
    except (ProtectedError, IntegrityError) as error:
        raise Conflict(
            f"Round {row.ordinal}, {row.name}, has interviews already; it stays. Rename it, or add another."
        ) from error


def add_round(application: Application, name: str, kind: str, minutes: int) -> Round:
    """One more round for an accessed application alone, after all others. Opens no transaction, records
    nothing.
    """
    limits.ROUNDS_MAX.check(
        Round.objects.filter(opening_id=application.opening_id, application__isnull=True).count()
        + Round.objects.filter(application=application).count()
        + 1,
        "This application",
    )
    last = Round.objects.filter(opening_id=application.opening_id).aggregate(last=Max("ordinal"))["last"] or 0
    return Round.objects.create(
        opening_id=application.opening_id,
        application=application,
        ordinal=last + 1,
        name=name,
        kind=kind,
        minutes=minutes,
    )


def add_applicant(
    opening_id: int,
    form: CandidateForm,
    user: User,
    *,
    at: datetime,
    same_as: int | None,
    somebody_else: bool,
) -> Application:
    """A candidate's new application at an opening, in the stage *new*.

    `same_as` is the known candidate it belongs to; with None a new candidate is made, but where the
    address or number is known that takes `somebody_else`, a person's word that it is not the same one.
    Raises NotFound, Invalid, Recognised, and Conflict where the opening is closed or they applied already.
    """
    opening = access_opening_to_add(opening_id, user)
    values = _candidate_values(form)
    with transaction.atomic():
        if not Opening.objects.select_for_update().get(pk=opening.pk).is_open:
            raise Conflict(f"{opening.title} is closed. Open it again before adding candidates.")
        if same_as is not None:
            candidate = access_candidate(same_as, user)
        else:
            known = recognised(str(values["email_normal"]), str(values["phone_normal"]))
            if known and not somebody_else:
                raise Recognised(known)
            candidate = Candidate.objects.create(created_at=at, **values)
        if Application.objects.filter(candidate=candidate, opening=opening).exists():
            raise Conflict(f"{candidate.name} has applied to {opening.title} already.")
        row = Application.objects.create(candidate=candidate, opening=opening, stage_since=at, created_at=at)
        detail = {"candidate": candidate.pk, "opening": opening.pk, "known": same_as is not None}
        record_audit(at, user, "application.added", "application", row.pk, detail)
    return row


def edit_candidate(candidate_id: int, form: CandidateForm, user: User, *, seen: str, at: datetime) -> None:
    """Name and contact; `seen` is the stamp of what the form was filled from.

    Raises NotFound, Invalid, and Conflict where somebody has changed them since.
    """
    row = access_candidate(candidate_id, user, to_write=True)
    values = _candidate_values(form)
    with transaction.atomic():
        row = Candidate.objects.select_for_update().get(pk=row.pk)
        if stamp_of_candidate(row) != seen:
            raise Conflict(SINCE_CHANGED.format("candidate"))
        changed = sorted(name for name, value in values.items() if getattr(row, name) != value)
        Candidate.objects.filter(pk=row.pk).update(**{name: values[name] for name in changed})
        record_audit(at, user, "candidate.changed", "candidate", row.pk, {"columns": changed})


def move_application(
    application_id: int, to: Stage, user: User, *, seen: Stage, at: datetime, closing: Closing | None = None
) -> None:
    """Moves it from the stage that the reader saw. Raises NotFound, Invalid, Conflict."""
    row = access_application(application_id, user, to_write=True)
    with transaction.atomic():
        if row.stage != seen.value:
            raise Conflict(
                f"Somebody has moved this application from {seen.label.lower()} to {row.stage} "
                "since you looked."
            )
        advance_stage(row, to, user, at=at, closing=closing)


def advance_stage(
    application: Application, to: Stage, actor: User | None, *, at: datetime, closing: Closing | None = None
) -> None:
    """Moves an accessed application inside the caller's transaction. Raises Invalid and Conflict."""
    now = Stage(application.stage)
    then = move(now, to)
    if (then is Stage.CLOSED) != (closing is not None):
        raise Invalid("An application is closed with a reason, and only then.")
    values = {"stage": then.value, "stage_since": at, "closing": closing.value if closing else ""}
    if Application.objects.filter(pk=application.pk, stage=now.value).update(**values) == 0:
        raise Conflict("Somebody has moved this application since you looked. Reload the page.")
    application.stage, application.stage_since = then.value, at
    application.closing = closing.value if closing else ""
    record_audit(
        at, actor, "application.moved", "application", application.pk,
        {"from": now.value, "to": then.value, "closing": application.closing},
    )  # fmt: skip


def _opening_values(form: OpeningForm) -> Mapping[str, object]:
    """The columns of a form whose two people hold the roles. Raises Invalid and LimitReached."""
    if not form.title.strip():
        raise Invalid("An opening needs a title, as in Senior backend engineer.")
    limits.FACTS_LENGTH_MAX.check(len(form.facts), "What candidates may ask")
    limits.ALLOWED_LENGTH_MAX.check(len(form.allowed_tools), "What candidates may use")
    manager = User.objects.filter(pk=form.hiring_manager_id, is_active=True, is_hiring_manager=True).first()
    recruiter = User.objects.filter(pk=form.recruiter_id, is_active=True, is_recruiter=True).first()
    if manager is None or recruiter is None:
        raise Invalid("Choose somebody who is hiring manager, and somebody who is recruiter.")
    return {
        "title": form.title.strip(),
        "team": form.team.strip(),
        "level": form.level,
        "hiring_manager_id": manager.pk,
        "recruiter_id": recruiter.pk,
        "facts": form.facts.strip(),
        "allowed_tools": form.allowed_tools.strip(),
    }


def _candidate_values(form: CandidateForm) -> Mapping[str, object]:
    """The columns of a form, with what they are recognised by. Raises Invalid."""
    if not form.name.strip():
        raise Invalid("A candidate needs a name.")
    values = {
        "name": form.name.strip(),
        "email": form.email.strip(),
        "email_normal": normal_email(form.email),
        "phone": form.phone.strip(),
        "phone_normal": normal_phone(form.phone),
        "time_zone": form.time_zone,
    }
    if not values["email_normal"] and not values["phone_normal"]:
        raise Invalid("Give an e-mail address or a telephone number, so that the candidate can be told.")
    return values
