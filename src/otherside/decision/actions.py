"""What people do at a debrief: note a view, vouch, discuss, decide."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import IntegrityError, transaction

from otherside.accounts.actions import record_audit
from otherside.accounts.models import User
from otherside.decision.access import LEVEL_KINDS, Debrief, access_debrief, decisions_of, open_probes
from otherside.decision.brief import compose
from otherside.decision.debrief import untested, weak_signals
from otherside.decision.limits import COMMENTS, DECISIONS, TEXT, TRAIT, TRAITS
from otherside.decision.models import Comment, Decision, ManagerView, Vouch
from otherside.hiring.access import rounds_for
from otherside.hiring.actions import add_round, advance_stage
from otherside.hiring.models import Application, Opening, Round
from otherside.hiring.rounds import round_kind
from otherside.hiring.stages import Closing, Stage
from otherside.kernel.errors import Conflict, Invalid, NotFound
from otherside.plan.access import plan_at
from otherside.plan.actions import accept_brief
from otherside.plan.limits import FOCUS
from otherside.scorecard.recommendation import recommended

EXPLAINED = 40  # characters; a no on what was never tested wants at least a sentence
ROUND_MINUTES = (30, 45, 60, 90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the form of a decision says. `seen` is the ordinal of the last decision that its author saw."""

    kind: str
    reason: str
    seen: int
    focus: tuple[str, ...] = ()
    note: str = ""  # for the next interviewer; never ratings
    round_kind: str = "coding"
    minutes: int = 60
    asks: dict[str, str] = field(default_factory=dict)
    opening: int | None = None  # of the other level
    agreed: str = ""  # in what words the candidate agrees to it
    untested: str = ""  # why a no although something that the level needs was never tested


def note_view(application_id: int, user: User, text: str, *, at: datetime) -> ManagerView:
    """Keeps what the hiring manager thinks before the policy speaks. Raises NotFound, Invalid, Conflict."""
    found = access_debrief(application_id, user, to_decide=True)
    words = _said(text, "Write a sentence: what do you think now, and what worries you?")
    if not found.cards:
        raise Conflict("No card is in yet. Note your view when there is something to read.")
    try:
        with transaction.atomic():
            row = ManagerView.objects.create(
                application=found.application, before=found.seen + 1, author=user, text=words, noted_at=at
            )
            record_audit(at, user, "decision.view-noted", "application", application_id)
    except IntegrityError as error:
        raise Conflict("Your view is noted already, and cannot be changed. Reload the page.") from error
    return row


def vouch(application_id: int, user: User, traits: Sequence[str], words: str, *, at: datetime) -> Vouch:
    """Somebody from a panel, whose card is in, stands up for the candidate. Raises NotFound, Invalid,
    Conflict.
    """
    found = access_debrief(application_id, user)
    if not found.is_open or not any(True for _ in found.interviews):
        raise NotFound(f"There is no application {application_id}, or you cannot vouch here.")
    if not found.may_vouch:
        raise Conflict("Only who met the candidate on a panel can vouch, and once.")
    named = [trait.strip() for trait in traits if trait.strip()]
    if not named:
        raise Invalid("Name at least one trait, as in: asks before acting.")
    TRAITS.check(len(named), "This vouch")
    for trait in named:
        TRAIT.check(len(trait), f"The trait {trait[:20]!r}")
    said = _said(words, "Write what you saw that makes you vouch.")
    try:
        with transaction.atomic():
            row = Vouch.objects.create(
                application=found.application, author=user, traits=named, words=said, vouched_at=at
            )
            record_audit(at, user, "decision.vouched", "application", application_id)
    except IntegrityError as error:
        raise Conflict("You have vouched already.") from error
    return row


def comment(application_id: int, user: User, text: str, *, at: datetime) -> Comment:
    """Adds to the discussion, once all cards are in. Raises NotFound, Invalid, Conflict."""
    found = access_debrief(application_id, user)
    if not found.is_open:
        raise NotFound(f"There is no application {application_id}, or its discussion is not for you.")
    if not found.all_in:
        raise Conflict("The discussion opens once all cards are in, so that it changes none of them.")
    words = _said(text, "Write what you want to say.")
    COMMENTS.check(len(found.comments) + 1, "The discussion")
    with transaction.atomic():
        row = Comment.objects.create(application=found.application, author=user, text=words, said_at=at)
        record_audit(at, user, "decision.commented", "application", application_id)
    return row


def decide(application_id: int, user: User, wish: Wish, *, at: datetime) -> Decision:
    """The hiring manager decides; a decision that stands already is superseded, and kept.

    In one transaction: the row, the application's stage, and for one more round or a senior check the round
    with its brief. Raises NotFound, Invalid, and Conflict where somebody decided meanwhile or no view was
    noted.
    """
    found = access_debrief(application_id, user, to_decide=True)
    reason = _checked(found, wish)
    other = _other_opening(found, wish)
    proposed = found.recommendation
    if proposed is None:
        raise Conflict("Note your own view first; then the policy speaks, and then you decide.")
    try:
        with transaction.atomic():
            application = Application.objects.select_for_update().get(pk=found.application.pk)
            last = decisions_of(application)
            if len(last) != wish.seen:
                raise _decided_meanwhile(last)
            row = Decision.objects.create(
                application=application, ordinal=wish.seen + 1, kind=wish.kind, reason=reason,
                focus=_focus(found, wish), round=_next_round(found, wish, user, at),
                opening=other, agreed=wish.agreed.strip() if other else "",
                untested=wish.untested.strip() if wish.kind == "no" else "",
                recommended=proposed.kind, rule=proposed.rule, policy=proposed.policy,
                policy_version=proposed.policy_version, author=user, decided_at=at,
            )  # fmt: skip
            _move(found.application, wish.kind, user, at)
            detail = {"ordinal": row.ordinal, "kind": wish.kind, "recommended": proposed.kind}
            record_audit(at, user, "decision.made", "application", application_id, detail)
    except IntegrityError as error:
        raise _decided_meanwhile(decisions_of(found.application)) from error
    return row


def _checked(found: Debrief, wish: Wish) -> str:
    """The reason, trimmed, where the wish can be carried out. Raises Invalid and Conflict."""
    recommended(wish.kind)
    if not found.cards:
        raise Conflict("No card is in yet; there is nothing to decide on.")
    reason = _said(wish.reason, "Write why, for whoever reads this in a year.")
    DECISIONS.check(found.seen + 1, "This application")
    open_still = ", ".join(signal.title.lower() for signal in untested(found.table))
    if wish.kind == "no" and open_still and not wish.untested.strip():
        raise Invalid(
            f"Never tested, and this level needs it: {open_still}. Explain why it is a no all the same, or "
            f"look once more."
        )
    TEXT.check(len(wish.untested), "The explanation")
    if wish.kind == "no" and len(reason) < EXPLAINED and not weak_signals(found.table, found.policy):
        raise Invalid(
            "No signal that this level needs was seen and weak. A no that rests on something never tested "
            f"needs an explanation of {EXPLAINED} characters or more; this one has {len(reason)}."
        )
    if wish.kind == "one-more-round":
        if found.extra_rounds_left == 0:
            raise Invalid(
                f"The policy allows {found.policy.extra_rounds_max} added round for an application, and it "
                f"was held. Decide on what there is."
            )
        if not wish.focus:
            raise Invalid("Choose what one more round should settle: one to three focus areas.")
    FOCUS.check(len(wish.focus), "The next round")
    return reason


def _other_opening(found: Debrief, wish: Wish) -> Opening | None:
    """The opening that one level up or down means; None for other decisions. Raises Invalid."""
    if wish.kind not in LEVEL_KINDS:
        return None
    offered = found.neighbours.get(wish.kind, ())
    if not offered:
        raise Invalid(
            f"{recommended(wish.kind).title} needs an opening of that level that is open, and there is none. "
            f"Open one first, or decide otherwise."
        )
    chosen = next((row for row in offered if row.pk == wish.opening), None)
    if chosen is None and wish.opening is None and len(offered) == 1:
        chosen = offered[0]
    if chosen is None:
        raise Invalid("Choose which opening of that level is meant.")
    _said(wish.agreed, "Write that the candidate agrees to the other level: when they said so, and how.")
    return chosen


def _focus(found: Debrief, wish: Wish) -> list[str]:
    """The signals that were chosen; of a no those that it rests on."""
    return list(weak_signals(found.table, found.policy) if wish.kind == "no" else wish.focus)


def _next_round(found: Debrief, wish: Wish, user: User, at: datetime) -> Round | None:
    """The round that follows, with its brief: an added one, or for a senior check the next that was not
    held.
    """
    if wish.kind not in {"one-more-round", "senior-check"}:
        return None
    focus = wish.focus or (found.policy.needs(found.application.opening.level).check_above)
    brief = compose(
        focus=focus[: int(FOCUS)],
        asks=wish.asks,
        tested={line.signal.id for line in found.table if line.tested},
        used_questions=_used(found),
        probes=open_probes(found),
        notes=wish.note,
    )
    held = {interview.round_id for interview in found.interviews}
    waiting = [row for row in rounds_for(found.application) if row.pk not in held]
    if wish.kind == "senior-check" and waiting:
        following = waiting[0]
    else:
        round_kind(wish.round_kind)
        if wish.minutes not in ROUND_MINUTES:
            offered = ", ".join(str(minutes) for minutes in ROUND_MINUTES)
            raise Invalid(f"A round lasts {offered} minutes; {wish.minutes} is none of these.")
        name = "One more round" if wish.kind == "one-more-round" else "Senior check"
        following = add_round(found.application, name, wish.round_kind, wish.minutes)
    accept_brief(found.application, following, brief, user, at=at)
    return following


def _used(found: Debrief) -> list[str]:
    plans = (plan_at(interview).plan for interview in found.interviews)
    return [question for plan in plans if plan is not None for question in plan.questions]


STAGES: dict[str, Stage] = {
    "yes": Stage.OFFER,
    "one-level-up": Stage.OFFER,
    "one-level-down": Stage.OFFER,
    "senior-check": Stage.INTERVIEWING,
    "one-more-round": Stage.INTERVIEWING,
    "undecided": Stage.DECIDING,
    "no": Stage.CLOSED,
}


def _move(application: Application, kind: str, user: User, at: datetime) -> None:
    """The application to the stage that follows from `kind`, over *deciding* where there is no straight
    way.
    """
    target = STAGES[kind]
    closing = Closing.DECLINED if target is Stage.CLOSED else None
    if application.stage == target:
        return
    if Stage.DECIDING not in {application.stage, target} and application.stage != Stage.NEW:
        advance_stage(application, Stage.DECIDING, user, at=at)
    advance_stage(application, target, user, at=at, closing=closing)


def _decided_meanwhile(last: list[Decision]) -> Conflict:
    if not last:  # the page spoke of a decision that is not there: it was not made by us
        return Conflict("Nothing has been decided yet. Reload the page and decide on it as it is now.")
    row = last[-1]
    return Conflict(
        f"{row.author.name} has decided since you opened this page: {recommended(row.kind).title}. Read "
        f"the reason; a new decision would supersede it, and must be made on the page as it is now."
    )


def _said(text: str, otherwise: str) -> str:
    words = text.strip()
    if not words:
        raise Invalid(otherwise)
    TEXT.check(len(words), "This text")
    return words
