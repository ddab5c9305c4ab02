"""Finds openings, candidates and applications for a reader, or says that there is nothing.

What hangs on a panel (an interviewer reads the application of the interview they hold) is found in
`interview.access`, because hiring does not know interviews.
"""

from collections.abc import Iterable, Mapping

from django.db.models import Count, Q, QuerySet

from otherside.accounts.models import User
from otherside.accounts.standing import Row, Standing
from otherside.hiring import limits, matrix
from otherside.hiring.models import Application, Candidate, Opening, Round
from otherside.hiring.seen import CANDIDATE, OPENING, stamp
from otherside.hiring.stages import Stage
from otherside.kernel.errors import NotFound


def opening_standings(opening: Opening, user: User) -> frozenset[Standing]:
    """How `user` stands to `opening`. Whoever has lost the role no longer stands in it."""
    held = set()
    if user.is_recruiter:
        held.add(Standing.RECRUITER if opening.recruiter_id == user.pk else Standing.OTHER_RECRUITER)
    if user.is_hiring_manager and opening.hiring_manager_id == user.pk:
        held.add(Standing.HIRING_MANAGER)
    if user.is_administrator:
        held.add(Standing.ADMINISTRATOR)
    return frozenset(held) if user.is_active else frozenset()


def allows(row: Row, standings: Iterable[Standing], *, to_write: bool) -> bool:
    return row.writes(standings) if to_write else row.reads(standings)


def may_open(user: User) -> bool:
    """Whether `user` may create openings at all."""
    return user.is_active and (user.is_recruiter or user.is_hiring_manager or user.is_administrator)


def openings_for(user: User, *, search: str = "", only_open: bool | None = True) -> QuerySet[Opening]:
    """The openings that `user` may read, newest first; `only_open` None gives closed ones as well."""
    rows = Opening.objects.select_related("hiring_manager", "recruiter")
    if not (user.is_recruiter or user.is_administrator):
        rows = rows.filter(hiring_manager=user) if user.is_hiring_manager else rows.none()
    if only_open is not None:
        rows = rows.filter(is_open=only_open)
    words = search.strip()[: int(limits.SEARCH_LENGTH_MAX)]
    return rows.filter(Q(title__icontains=words) | Q(team__icontains=words)) if words else rows


def access_opening(opening_id: int, user: User, *, to_write: bool = False) -> Opening:
    """The opening, with its two people. Raises NotFound for whoever may not."""
    row = Opening.objects.select_related("hiring_manager", "recruiter").filter(pk=opening_id).first()
    if row is None or not allows(matrix.OPENING, opening_standings(row, user), to_write=to_write):
        raise NotFound(f"There is no opening {opening_id}, or it is not for you.")
    return row


def access_opening_to_add(opening_id: int, user: User) -> Opening:
    """The opening, where `user` may add candidates to it. Raises NotFound."""
    row = access_opening(opening_id, user)
    if not matrix.APPLICATION.writes(opening_standings(row, user)):
        raise NotFound("Candidates are added by the opening's recruiter and hiring manager.")
    return row


def may_write_opening(opening: Opening, user: User) -> bool:
    """Whether an accessed opening may be changed by `user`."""
    return matrix.OPENING.writes(opening_standings(opening, user))


def may_write_candidate(candidate: Candidate, user: User) -> bool:
    """Whether an accessed candidate may be changed by `user`."""
    return matrix.CANDIDATE.writes(candidate_standings(candidate, user))


def reads_application(application: Application, user: User) -> bool:
    """Whether `user` may open the application, by what they are to its opening; no query."""
    return matrix.APPLICATION.reads(opening_standings(application.opening, user))


def rounds_of(opening: Opening) -> list[Round]:
    """The rounds that every candidate of `opening` gets, in order."""
    return list(Round.objects.filter(opening=opening, application__isnull=True).order_by("ordinal"))


def rounds_for(application: Application) -> list[Round]:
    """The opening's rounds, then those added for `application` alone."""
    rows = Round.objects.filter(
        Q(opening_id=application.opening_id, application__isnull=True) | Q(application=application)
    )
    return sorted(rows, key=lambda row: (row.application_id is not None, row.ordinal))


def stage_counts(openings: Iterable[Opening]) -> Mapping[int, Mapping[Stage, int]]:
    """Opening id → stage → how many applications are in it; one query for all of them."""
    wanted = [opening.pk for opening in openings]
    counts: dict[int, dict[Stage, int]] = {key: dict.fromkeys(Stage, 0) for key in wanted}
    found = (
        Application.objects.filter(opening_id__in=wanted)
        .order_by()
        .values_list("opening_id", "stage")
        .annotate(how_many=Count("pk"))
    )
    for opening_id, stage, how_many in found:
        counts[opening_id][Stage(stage)] = how_many
    return counts


def applications_of(
    opening: Opening, stage: Stage | None = None, *, search: str = ""
) -> QuerySet[Application]:
    """The applications of an accessed opening, longest in their stage first."""
    rows = Application.objects.filter(opening=opening).select_related("candidate", "opening")
    if stage is not None:
        rows = rows.filter(stage=stage.value)
    words = search.strip()[: int(limits.SEARCH_LENGTH_MAX)]
    if words:
        rows = rows.filter(Q(candidate__name__icontains=words) | Q(candidate__email__icontains=words))
    return rows.order_by("stage_since", "id")


def access_application(application_id: int, user: User, *, to_write: bool = False) -> Application:
    """The application with its candidate and opening, for those who arrange or decide it.

    Panel members are let in by `interview.access.access_application`. Raises NotFound for whoever may not.
    """
    row = (
        Application.objects.select_related(
            "candidate", "opening", "opening__hiring_manager", "opening__recruiter"
        )
        .filter(pk=application_id)
        .first()
    )
    if row is None or not allows(matrix.APPLICATION, opening_standings(row.opening, user), to_write=to_write):
        raise NotFound(f"There is no application {application_id}, or it is not for you.")
    return row


def candidates_for(user: User, *, search: str = "") -> QuerySet[Candidate]:
    """The candidates that `user` may read: every one for recruiters, those of the own openings for
    managers.
    """
    rows = Candidate.objects.all()
    if not user.is_recruiter:
        if not user.is_hiring_manager:
            return rows.none()
        own = Application.objects.filter(opening__hiring_manager=user).values("candidate_id")
        rows = rows.filter(pk__in=own)
    words = search.strip()[: int(limits.SEARCH_LENGTH_MAX)]
    if not words:
        return rows
    digits = "".join(letter for letter in words if letter.isdigit())
    wanted = Q(name__icontains=words) | Q(email__icontains=words)
    if len(digits) >= 4:
        wanted |= Q(phone_normal__contains=digits.removeprefix("00").lstrip("0"))
    return rows.filter(wanted)


def candidate_standings(candidate: Candidate, user: User) -> frozenset[Standing]:
    """How `user` stands to `candidate`, through the openings they applied to."""
    held: set[Standing] = {Standing.OTHER_RECRUITER} if user.is_recruiter else set()
    openings = Opening.objects.filter(
        pk__in=Application.objects.filter(candidate=candidate).values("opening_id")
    ).filter(Q(recruiter=user) | Q(hiring_manager=user))
    for opening in openings:
        held |= opening_standings(opening, user) - {Standing.ADMINISTRATOR}
    return frozenset(held) if user.is_active else frozenset()


def access_candidate(candidate_id: int, user: User, *, to_write: bool = False) -> Candidate:
    """The candidate. Raises NotFound for whoever may not."""
    row = Candidate.objects.filter(pk=candidate_id).first()
    if row is None or not allows(matrix.CANDIDATE, candidate_standings(row, user), to_write=to_write):
        raise NotFound(f"There is no candidate {candidate_id}, or they are not for you to read.")
    return row


def stamp_of_opening(row: Opening) -> str:
    """What a form of this opening is filled from."""
    return stamp({name: getattr(row, name) for name in OPENING})


def stamp_of_candidate(row: Candidate) -> str:
    """What a form of this candidate is filled from."""
    return stamp({name: getattr(row, name) for name in CANDIDATE})


def recognised(email_normal: str, phone_normal: str, *, but: int | None = None) -> list[Candidate]:
    """Candidates with the same normalised address or number, latest first. For actions and their pages."""
    same = Q()
    if email_normal:
        same |= Q(email_normal=email_normal)
    if phone_normal:
        same |= Q(phone_normal=phone_normal)
    if not same:
        return []
    rows = Candidate.objects.filter(same)
    if but is not None:
        rows = rows.exclude(pk=but)
    return list(rows[: int(limits.RECOGNISED_MAX)])


def applications_by(candidates: Iterable[Candidate]) -> Mapping[int, list[Application]]:
    """Candidate id → their applications, latest first; one query for all of them."""
    found: dict[int, list[Application]] = {candidate.pk: [] for candidate in candidates}
    rows = Application.objects.filter(candidate_id__in=list(found)).select_related("opening")
    for row in rows.order_by("-created_at", "-id"):
        found[row.candidate_id].append(row)
    return found
