"""Finds a debrief for a reader. Who still owes a card sees that it is closed, and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from otherside.accounts.models import User
from otherside.accounts.standing import Standing
from otherside.decision.cards import Cards
from otherside.decision.debrief import Asked, CardIn, Line, lines, view_of
from otherside.decision.edge import load_policy
from otherside.decision.models import Comment, Decision, ManagerView, Vouch
from otherside.decision.policy import Policy
from otherside.decision.recommend import Recommendation, recommend
from otherside.hiring.models import Application, Opening
from otherside.interview.access import access_application, interviews_of, owing, seats_at
from otherside.interview.matrix import MATRIX
from otherside.interview.models import Interview, PanelMember
from otherside.kernel.errors import NotFound
from otherside.live.entries import HELP, HINT, OUTLINE
from otherside.live.history import fold
from otherside.plan.limits import BRIEF_ITEMS
from otherside.question.bank import Package
from otherside.relay import client as relay
from otherside.resume.access import probes_of
from otherside.rubric.edge import load_rubric
from otherside.rubric.levels import level_above, level_of
from otherside.scorecard.access import may_read_others, outstanding, packages_in, submitted_cards
from otherside.scorecard.card import read_card
from otherside.scorecard.measured import hints_by_signal, hints_in
from otherside.scorecard.models import Scorecard

LEVEL_KINDS = frozenset({"one-level-up", "one-level-down"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """What a reader may see. `is_open` False: they owe a card (`owed`), and all else is empty.

    `recommendation` is None until the hiring manager has noted a view for the coming decision.
    """

    application: Application
    is_open: bool
    may_decide: bool
    owed: tuple[Interview, ...] = ()
    policy: Policy = field(default_factory=load_policy)
    cards: tuple[CardIn, ...] = ()
    table: tuple[Line, ...] = ()
    missing: tuple[PanelMember, ...] = ()  # seats of ended interviews without a card
    interviews: tuple[Interview, ...] = ()
    vouches: tuple[Vouch, ...] = ()
    decisions: tuple[Decision, ...] = ()
    comments: tuple[Comment, ...] = ()
    views: tuple[ManagerView, ...] = ()  # those before each decision, the coming one among them
    view: ManagerView | None = None
    recommendation: Recommendation | None = None
    may_vouch: bool = False
    # one level up or down → open openings of that level; a kind that has none is not there
    neighbours: Mapping[str, tuple[Opening, ...]] = field(default_factory=dict)

    @property
    def decision(self) -> Decision | None:
        """The one that holds."""
        return self.decisions[-1] if self.decisions else None

    @property
    def seen(self) -> int:
        """The ordinal of the last decision that this reader has seen; 0 before the first."""
        return len(self.decisions)

    @property
    def all_in(self) -> bool:
        return bool(self.cards) and not self.missing

    @property
    def extra_rounds_left(self) -> int:
        return max(0, self.policy.extra_rounds_max - extra_rounds(self.decisions))


def access_debrief(application_id: int, user: User, *, to_decide: bool = False) -> Debrief:
    """The debrief of an application, for its hiring manager and for the panels of its interviews.

    Raises NotFound for others, recruiters and administrators among them, and with `to_decide` for whoever is
    not the hiring manager or owes a card.
    """
    application, held = access_application(application_id, user)
    row = MATRIX["debrief"]
    if not row.reads(held, card_in=True):
        raise NotFound(f"There is no application {application_id}, or its debrief is not for you.")
    may_decide = row.writes(held)
    is_open = may_read_others(application, user)
    if to_decide and not (may_decide and is_open):
        raise NotFound(f"There is no application {application_id}, or its decision is not yours.")
    if not is_open:
        return Debrief(
            application=application,
            is_open=False,
            may_decide=may_decide,
            owed=tuple(seat.interview for seat in owing(seats_at(application, user))),
        )
    return _open(application, user, may_decide=may_decide, on_panel=Standing.PANEL in held)


def _open(application: Application, user: User, *, may_decide: bool, on_panel: bool) -> Debrief:
    policy, rubric = load_policy(), load_rubric()
    interviews = interviews_of(application)
    behind = {interview.pk: _behind(interview) for interview in interviews}
    cards = tuple(_card_in(card, *behind[card.interview_id]) for card in submitted_cards(application))
    neighbours = neighbours_of(application)
    missing = tuple(outstanding(interviews))
    vouches = tuple(Vouch.objects.filter(application=application).select_related("author"))
    decisions = tuple(decisions_of(application))
    views = tuple(ManagerView.objects.filter(application=application).select_related("author"))
    view = next((row for row in views if row.before == len(decisions) + 1), None)
    found = None
    if view is not None:
        found = recommend(
            Cards(
                level=application.opening.level,
                cards=tuple(view_of(entry.card) for entry in cards),
                extra_rounds=extra_rounds(decisions),
                vouches=len(vouches),
                outstanding=len(missing),
            ),
            policy,
        )
        if found.kind in LEVEL_KINDS and found.kind not in neighbours:
            doubt = "No opening of that level is open, so it cannot be decided yet."
            found = replace(found, uncertainty=(doubt, *found.uncertainty))
    return Debrief(
        application=application,
        is_open=True,
        may_decide=may_decide,
        policy=policy,
        cards=cards,
        table=lines(cards, rubric, policy, policy.needs(application.opening.level)),
        missing=missing,
        interviews=tuple(interviews),
        vouches=vouches,
        decisions=decisions,
        comments=tuple(Comment.objects.filter(application=application).select_related("author")),
        views=views,
        view=view,
        recommendation=found,
        neighbours=neighbours,
        may_vouch=on_panel and all(vouch.author_id != user.pk for vouch in vouches),
    )


def extra_rounds(decisions: Sequence[Decision]) -> int:
    """How often one more round was decided."""
    return sum(row.kind == "one-more-round" for row in decisions)


def decisions_of(application: Application) -> list[Decision]:
    """Every decision on an accessed application; the last one holds."""
    return list(
        Decision.objects.filter(application=application).select_related("author", "round").order_by("ordinal")
    )


def neighbours_of(application: Application) -> dict[str, tuple[Opening, ...]]:
    """The openings one level up and down that are open, those of the same team first."""
    level = level_of(application.opening.level)
    above = level_above(level.id)
    wanted = {"one-level-up": above.id if above is not None else None, "one-level-down": level.lower}
    rows = Opening.objects.filter(is_open=True, level__in=[each for each in wanted.values() if each])
    team = application.opening.team
    near = sorted(rows.exclude(pk=application.opening_id), key=lambda row: (row.team != team, row.title))
    found = {kind: tuple(row for row in near if row.level == level_id) for kind, level_id in wanted.items()}
    return {kind: offered for kind, offered in found.items() if offered}


def _card_in(row: Scorecard, asked: tuple[Asked, ...], hints: Mapping[str, int]) -> CardIn:
    return CardIn(
        card_id=row.pk,
        interview_id=row.interview_id,
        author=row.author.name,
        round=f"Round {row.interview.round.ordinal}, {row.interview.round.name}",
        card=read_card(row.fields, load_rubric()),
        asked=asked,
        hints=hints,
    )


def _behind(interview: Interview) -> tuple[tuple[Asked, ...], dict[str, int]]:
    """What was asked in an hour and the help given, as the log has it; empty for one without a log."""
    if interview.opened_at is None:
        return (), {}
    hour = fold(relay.entries(interview.log_id, tracks=[OUTLINE, HINT, HELP]))
    known = {package.id: package for package in packages_in(hour)}
    asked = []
    for shown in hour.statements:
        if shown.revision != 0:
            continue
        revisions = hour.revisions_of(shown.question)
        package = known.get(shown.question)
        hints = hints_in([given for given in hour.help if given.question == shown.question])
        asked.append(
            Asked(
                title=shown.title,
                difficulty=_difficulty(package) if package is not None else "",
                harder=sum(revision > 0 for revision in revisions),
                eased=-1 in revisions,
                hints=hints,
            )
        )
    return tuple(asked), hints_by_signal(hour) if asked else {}


def _difficulty(package: Package) -> str:
    levels = ", ".join(level_of(level).title.lower() for level in getattr(package, "levels", ()))
    minutes = getattr(package, "minutes", None)
    return f"{levels}, {minutes} min" if levels and minutes else levels


def open_probes(found: Debrief) -> tuple[str, ...]:
    """Claims of the résumé that no interview has settled. What a settled one came to is not said."""
    settled: set[str] = set()
    for interview in found.interviews:
        if interview.opened_at is not None:
            states = fold(relay.entries(interview.log_id, tracks=["mark:*"])).probe_states()
            settled |= {probe for probe, state in states.items() if state in {"supported", "unsupported"}}
    probes = probes_of(found.application)
    return tuple(probe.claim for probe in probes if probe.key not in settled)[: int(BRIEF_ITEMS)]
