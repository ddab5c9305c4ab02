"""Which pages are measured: every one that somebody opens in a day, for the reader it costs most."""

from otherside.accounts.models import User
from otherside.decision.models import Decision
from otherside.hiring.models import Application, Opening
from otherside.interview.links import room_path
from otherside.interview.models import Interview, PanelMember
from otherside.interview.state import State
from otherside.scorecard.models import Scorecard

Page = tuple[str, User | None, str]


def pages() -> list[Page]:
    """(name, who reads, address); the first is the bare baseline."""
    ended = Interview.objects.filter(state=State.ENDED.value).order_by("pk").first()
    assert ended is not None, "the large company has interviews"
    coming = Interview.objects.filter(state=State.SCHEDULED.value).order_by("pk").first()
    assert coming is not None, "and some that are to come"
    application = ended.application
    opening = Opening.objects.get(pk=application.opening_id)
    recruiter, manager = opening.recruiter, opening.hiring_manager
    lead = PanelMember.objects.get(interview=ended, is_lead=True).user
    next_lead = PanelMember.objects.get(interview=coming, is_lead=True).user
    due = (
        Interview.objects.filter(state=State.ENDED.value, pk__in=range(0, 60_000, 10)).order_by("pk").first()
    )
    assert due is not None, "some cards are still owed"
    owing = PanelMember.objects.get(interview=due, is_lead=True).user
    administrator = User.objects.filter(is_administrator=True).first()
    card = Scorecard.objects.filter(interview=ended, author=lead).first()
    found: list[Page] = [("bare: health", None, "/health/")]
    found += _recruiting(lead, recruiter, manager, opening, application)
    found += [
        ("application, recruiter", recruiter, f"/applications/{application.pk}/"),
        ("application, manager", manager, f"/applications/{application.pk}/"),
        ("application, panel", lead, f"/applications/{application.pk}/"),
        ("interview", lead, f"/interviews/{ended.pk}/"),
        ("plan", next_lead, f"/interviews/{coming.pk}/plan/"),
        ("preparation", next_lead, f"/interviews/{coming.pk}/prepare/"),
        ("room", next_lead, f"/interviews/{coming.pk}/room/"),
        ("candidate's lobby", None, room_path(coming)),
        ("replay", lead, f"/interviews/{ended.pk}/replay/"),
        ("recording", lead, f"/interviews/{ended.pk}/recording/"),
        ("scorecard", owing, f"/interviews/{due.pk}/scorecard/"),
        ("debrief", manager, f"/applications/{application.pk}/debrief/"),
        ("bank", lead, "/bank/"),
        ("problem", lead, "/bank/rate-limiter/"),
        ("levels", lead, "/rubric/"),
        ("policy", manager, "/policy/"),
        ("me", lead, "/me/"),
        ("people", administrator, "/people/"),
        ("audit trail", administrator, "/audit/"),
        ("mail", administrator, "/mail/"),
    ]
    if card is not None:
        found.append(("card", manager, f"/scorecards/{card.pk}/"))
    assert not Decision.objects.exists(), "the large company has decided nothing yet"
    return found


def _recruiting(
    lead: User, recruiter: User, manager: User, opening: Opening, application: Application
) -> list[Page]:
    return [
        ("day, interviewer", lead, "/"),
        ("day, recruiter", recruiter, "/"),
        ("day, manager", manager, "/"),
        ("openings", recruiter, "/openings/"),
        ("opening, pipeline", recruiter, f"/openings/{opening.pk}/"),
        ("opening, about", recruiter, f"/openings/{opening.pk}/about/"),
        ("candidates", recruiter, "/candidates/"),
        ("candidates, page 100", recruiter, "/candidates/?page=100"),
        ("candidates, search", recruiter, "/candidates/?q=Dana"),
        ("candidate", recruiter, f"/candidates/{application.candidate_id}/"),
        ("find", recruiter, "/find/?q=Brandt"),
        ("find, interviewer", lead, "/find/?q=engineer"),
    ]
