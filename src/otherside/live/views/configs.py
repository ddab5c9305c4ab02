"""Gathers what the room's page is told, for a seat that is already taken. One builder a side."""

from collections.abc import Iterable

from django.urls import reverse

from otherside.hiring.allowed import allowed_lines
from otherside.interview.access import members_of, panel_of
from otherside.interview.models import Interview
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import NotFound
from otherside.live import config
from otherside.live.access import Seated, mask_of, parts_of, rehearsed_by
from otherside.live.actions.members import Admission
from otherside.live.entries import PAD
from otherside.live.grants import Side
from otherside.live.ground_rules import RECORDED
from otherside.plan.access import plan_of
from otherside.question.edge import load_bank
from otherside.question.problem import Problem
from otherside.resume.access import digest_of, probes_of
from otherside.run.access import languages_known
from otherside.run.edge import language_files

RELAY = "/relay"


def panel_config(seated: Seated, admission: Admission | None = None) -> config.PanelConfig:
    interview = seated.interview
    plan = plan_of(interview)
    segments = plan.segments if plan is not None else ()
    mask = mask_of(interview)
    return config.PanelConfig(
        you=_you(seated),
        interview=_facts(interview),
        relay=RELAY,
        api=reverse("live:room", args=[interview.pk]),
        members=_members(interview),
        languages=_languages(),
        segments=tuple(
            config.PanelSegment(
                id=mask(part.id),
                kind=part.kind,
                title=part.title,
                minutes=part.minutes,
                doc=part.doc,
                question=part.question,
                steps=tuple(config.Step(title=s.title, say=s.say) for s in part.steps),
            )
            for part in segments
        ),
        recorded=RECORDED,
        allowed=allowed_lines(interview.application.opening.allowed_tools),
        prefs=_prefs(interview),
        ticket=_ticket(admission),
        document=_document(admission),
        panel=config.PanelPart(
            questions=tuple(_question(problem) for problem in _problems(s.question for s in segments)),
            probes=_probes(interview),
            digest=digest_of(interview.application),
            facts=interview.application.opening.facts,
            card_url=_card_url(interview),
        ),
    )


def candidate_config(
    seated: Seated, token: str, admission: Admission | None = None
) -> config.CandidateConfig:
    """Built from public parts alone: neither the bank nor a segment's own words are looked at."""
    interview = seated.interview
    return config.CandidateConfig(
        you=_you(seated),
        interview=_facts(interview),
        relay=RELAY,
        api=f"{reverse('live:candidate', args=[token])}room/",
        members=_members(interview),
        languages=_languages(),
        segments=tuple(
            config.CandidateSegment(
                id=part.id, kind=part.kind, title=part.title, minutes=part.minutes, doc=part.doc
            )
            for part in parts_of(interview)
        ),
        recorded=RECORDED,
        allowed=allowed_lines(interview.application.opening.allowed_tools),
        prefs=_prefs(interview),
        ticket=_ticket(admission),
        document=_document(admission),
        observed=reverse("integrity:observed", args=[token, "paste"]).removesuffix("paste"),
    )


def _ticket(admission: Admission | None) -> str | None:
    return admission.ticket if admission is not None else None


def _document(admission: Admission | None) -> str:
    """The newest problem's document, which both sides look at first."""
    statements = admission.hour.statements if admission is not None else ()
    return statements[-1].doc if statements else PAD


def _you(seated: Seated) -> config.You:
    return config.You(member=seated.seat.number, name=seated.member.name, side=seated.seat.side)


def _facts(interview: Interview) -> config.InterviewFacts:
    opening = interview.application.opening
    return config.InterviewFacts(
        id=interview.pk,
        candidate=interview.application.candidate.name,
        title=f"{opening.title}, {opening.team}" if opening.team else opening.title,
        round=interview.round.name,
        starts_at=interview.starts_at.isoformat() if interview.starts_at is not None else None,
        minutes=interview.minutes,
        call_url=interview.call_url,
        call_phone=interview.call_phone,
        rehearsal=interview.is_rehearsal,
    )


def _card_url(interview: Interview) -> str:
    """A rehearsal has no card: it leads back to where one prepares."""
    if not interview.is_rehearsal:
        return reverse("scorecard:edit", args=[interview.pk])
    real = rehearsed_by(interview)
    return reverse("plan:prepare", args=[real.pk]) if real is not None else ""


def _prefs(interview: Interview) -> config.Prefs:
    adjusted = interview.adjusted
    return config.Prefs(
        hide_clock=adjusted.hide_clock,
        without_running=adjusted.without_running,
        stretch_percent=adjusted.stretch_percent,
        adjusted=adjusted.lines,
    )


def _members(interview: Interview) -> tuple[config.MemberName, ...]:
    on_panel = {row.user_id for row in panel_of(interview)}
    return tuple(
        config.MemberName(
            number=member.number, name=member.name, side=Side.CANDIDATE if member.is_candidate else Side.PANEL
        )
        for member in members_of(interview)
        if member.is_candidate or member.user_id in on_panel
    )


def _languages() -> tuple[config.LanguageChoice, ...]:
    """Every known language as the runners have it. Before the first runner came, none is called missing:
    a run waits for it, and says so.
    """
    offered = languages_known(utc_now())
    return tuple(
        config.LanguageChoice(
            id=known.id,
            name=known.name,
            version=offered[known.id].version if known.id in offered else "",
            runs=not offered or (known.id in offered and offered[known.id].runs),
            file_name=known.source,
        )
        for known in language_files().values()
    )


def _problems(ids: Iterable[str | None]) -> list[Problem]:
    """Each problem of the plan once, in order. One that has left the bank is left out: the hour goes on."""
    found: dict[str, Problem] = {}
    for problem_id in ids:
        if problem_id is None or problem_id in found:
            continue
        try:
            found[problem_id] = load_bank().problem(problem_id)
        except NotFound:
            continue
    return list(found.values())


def _question(problem: Problem) -> config.QuestionCard:
    return config.QuestionCard(
        id=problem.id,
        title=problem.title,
        markdown=problem.statement,
        minutes=problem.minutes,
        languages=problem.languages,
        hints=tuple(config.HintCard(step=h.step, title=h.title, text=h.text) for h in problem.hints),
        facts=tuple(config.FactCard(id=f.id, ask=f.ask, answer=f.answer, why=f.why) for f in problem.facts),
        escalations=tuple(
            config.EscalationCard(id=e.id, title=e.title, markdown=e.markdown) for e in problem.escalations
        ),
        easing=config.EasingCard(title=problem.easing.title, markdown=problem.easing.markdown),
        questions=tuple(
            config.ChallengeCard(level=level, ask=question.ask, listen_for=question.listen_for)
            for approach in problem.approaches
            for level, questions in approach.questions.items()
            for question in questions
        ),
        guide=problem.guide,
    )


def _probes(interview: Interview) -> tuple[config.ProbeCard, ...]:
    return tuple(
        config.ProbeCard(id=probe.key, claim=probe.claim, ask=probe.ask, passage=probe.passage)
        for probe in probes_of(interview.application)
    )
