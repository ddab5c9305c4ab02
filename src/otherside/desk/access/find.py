"""Everything the palette finds for a reader: only what they may open."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.urls import NoReverseMatch, reverse

from otherside.accounts.models import User
from otherside.desk import limits
from otherside.hiring.access import candidates_for, openings_for
from otherside.hiring.models import Application, Candidate
from otherside.interview.access import interviews_for
from otherside.interview.models import PanelMember
from otherside.kernel.errors import NotFound
from otherside.question.access import bank_for


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the palette."""

    words: str
    note: str
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    found: Sequence[Found]


PLACES = (
    ("Your day", "desk:day", ""),
    ("Openings", "hiring:openings", "hiring"),
    ("New opening", "hiring:opening-new", "hiring"),
    ("Candidates", "hiring:candidates", "hiring"),
    ("Bank of questions", "question:bank", ""),
    ("Levels and signals", "rubric:levels", ""),
    ("Your page: name, looks, password", "accounts:me", ""),
    ("People", "accounts:people", "admin"),
    ("Invite somebody", "accounts:invite", "admin"),
    ("Audit trail", "accounts:audit", "admin"),
    ("Sent mail", "delivery:mail", "admin"),
)


def find(query: str, user: User) -> list[Group]:
    """Groups with results, in the order of the page. An empty query gives the places alone."""
    words = query.strip()[: int(limits.QUERY_LENGTH_MAX)]
    groups = [Group("Places", list(_places(words, user)))]
    if len(words) >= 2:
        groups += [
            Group("Interviews", list(_interviews(words, user))),
            Group("Applications", list(_applications(words, user))),
            Group("Candidates", list(_candidates(words, user))),
            Group("Openings", list(_openings(words, user))),
            Group("Problems", list(_problems(words, user))[: int(limits.FOUND_MAX)]),
            Group("People", list(_people(words, user))),
        ]
    return [group for group in groups if group.found]


def _places(words: str, user: User) -> Iterator[Found]:
    held = {"": True, "admin": user.is_administrator}
    held["hiring"] = user.is_recruiter or user.is_hiring_manager or user.is_administrator
    for title, name, role in PLACES:
        if held[role] and words.lower() in title.lower():
            try:
                yield Found(title, "", reverse(name))
            except NoReverseMatch:
                continue  # an app of a later version: the place is not there yet


def _interviews(words: str, user: User) -> Iterator[Found]:
    rows = interviews_for(user).filter(application__candidate__name__icontains=words)
    for row in rows.order_by("-starts_at", "-id")[: int(limits.FOUND_MAX)]:
        when = row.starts_at.strftime("%d %b %Y") if row.starts_at is not None else "no time yet"
        yield Found(
            f"{row.application.candidate.name}, {row.round.name}",
            f"{when}, {row.state.replace('-', ' ')}",
            reverse("interview:detail", args=[row.pk]),
        )


def _applications(words: str, user: User) -> Iterator[Found]:
    seats = PanelMember.objects.filter(user=user, interview__is_rehearsal=False)
    mine = Q(pk__in=seats.values("interview__application_id"))
    if user.is_recruiter:
        mine |= Q(opening__recruiter=user)
    if user.is_hiring_manager:
        mine |= Q(opening__hiring_manager=user)
    named = Candidate.objects.filter(name__icontains=words).values("pk")
    rows = Application.objects.filter(mine, candidate__in=named).select_related("candidate", "opening")
    for row in rows.order_by("-created_at", "-id")[: int(limits.FOUND_MAX)]:
        # To a panel the stage may say what others made of the candidate; the page tells it to whom it may.
        arranges = user.pk in {row.opening.recruiter_id, row.opening.hiring_manager_id}
        yield Found(
            row.candidate.name,
            f"{row.opening.title}, {row.stage}" if arranges else row.opening.title,
            reverse("desk:application", args=[row.pk]),
        )


def _candidates(words: str, user: User) -> Iterator[Found]:
    for row in candidates_for(user, search=words)[: int(limits.FOUND_MAX)]:
        yield Found(row.name, row.email or row.phone, reverse("hiring:candidate", args=[row.pk]))


def _openings(words: str, user: User) -> Iterator[Found]:
    for row in openings_for(user, search=words, only_open=None)[: int(limits.FOUND_MAX)]:
        note = ", ".join(part for part in (row.team, "" if row.is_open else "closed") if part)
        yield Found(row.title, note, reverse("desk:opening", args=[row.pk]))


def _problems(words: str, user: User) -> Iterator[Found]:
    low = words.lower()
    try:
        shelf = bank_for(user)
    except NotFound:
        return
    for problem in shelf.bank.packages.values() if shelf.opens else ():
        if low in problem.title.lower() or low in problem.id:
            yield Found(problem.title, problem.kind, reverse("question:problem", args=[problem.id]))


def _people(words: str, user: User) -> Iterator[Found]:
    if not user.is_administrator:
        return
    rows = User.objects.filter(Q(name__icontains=words) | Q(email__icontains=words), is_active=True)
    for row in rows.order_by("name", "id")[: int(limits.FOUND_MAX)]:
        yield Found(row.name, row.email, reverse("accounts:person", args=[row.pk]))
