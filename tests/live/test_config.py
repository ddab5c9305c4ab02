"""What the page is told: the front end's shape, and nothing of the panel's on the candidate's side."""

import json
from dataclasses import fields, is_dataclass
from types import MappingProxyType

import msgspec
import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from otherside.interview import links
from otherside.kernel.script import script_json
from otherside.live import actions, config
from otherside.live.access import take_seat
from otherside.live.grants import Seat, Side, grants_for, may_read
from otherside.live.views import configs
from otherside.plan.segments import DISAGREE, PROBLEM, Plan, Segment, Step
from otherside.plan.timed import make
from otherside.question.bank import Bank
from otherside.question.edge import load_bank
from otherside.question.problem import Problem
from otherside.resume.models import Probe
from tests.support.live_table import QUESTION, Table

SECRET = "s3cr3t-of-the-panel"
KEEP = {"id", "language", "languages", "entry", "starter", "kind"}


def planted(value: object, name: str = "") -> object:
    """`value` with the secret in every text of it, however deep; keys and ids stay."""
    if isinstance(value, str):
        return value if name in KEEP else f"{SECRET} {value}"
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            f.name: planted(getattr(value, f.name), f.name) for f in fields(value) if f.name not in KEEP
        }
        return type(value)(**{**{f.name: getattr(value, f.name) for f in fields(value)}, **changed})
    if isinstance(value, tuple):
        return tuple(planted(inner, name) for inner in value)
    if isinstance(value, dict | MappingProxyType):
        return {key: planted(inner, name) for key, inner in value.items()}
    return value


@pytest.fixture
def planted_table(table: Table, monkeypatch: pytest.MonkeyPatch) -> Table:
    """Everything that only the panel may know carries the secret: plan, bank, the opening's facts."""
    problem = planted(load_bank().problem(QUESTION))
    assert isinstance(problem, Problem)
    plan = make("senior", "coding", 60)
    segments = [
        Segment(
            id=f"{SECRET}-{n}" if segment.kind in {PROBLEM, DISAGREE} else segment.id,
            kind=segment.kind, title=f"{SECRET} {segment.title}", minutes=segment.minutes, doc=segment.doc,
            question=QUESTION if segment.kind == PROBLEM else None,
            steps=(Step(SECRET, SECRET),), focus=SECRET,
        )
        for n, segment in enumerate(plan.segments)
    ]  # fmt: skip
    monkeypatch.setattr(configs, "load_bank", lambda: Bank({QUESTION: problem}, {}))
    told = Plan(minutes=60, segments=tuple(segments))
    monkeypatch.setattr(configs, "plan_of", lambda interview: told)
    monkeypatch.setattr("otherside.live.access.plan_of", lambda interview: told)
    opening = table.interview.application.opening
    type(opening).objects.filter(pk=opening.pk).update(facts=SECRET)
    Probe.objects.update(claim=SECRET, ask=SECRET, passage=SECRET)
    monkeypatch.setattr(configs, "digest_of", lambda application: SECRET)
    return table


def test_the_candidates_page_holds_nothing_of_the_panels(planted_table: Table, client: Client) -> None:
    table = planted_table.open()
    token = links.token(links.ROOM, table.interview)
    told = script_json(configs.candidate_config(take_seat(table.dana, table.at), token))
    assert SECRET not in told
    assert json.loads(told)["panel"] is None
    assert [s["question"] for s in json.loads(told)["segments"]] == [None] * len(json.loads(told)["segments"])
    lobby = client.get(f"/c/{token}/").content.decode()
    assert SECRET not in lobby
    assert QUESTION not in lobby + told
    assert "isagree" not in lobby + told
    client.post(f"/c/{token}/join/", {"name": "Dana"})
    room = client.get(f"/c/{token}/").content.decode()
    assert "room-config" in room
    assert SECRET not in room


def test_the_panels_page_holds_it_all(planted_table: Table) -> None:
    table = planted_table.open()
    told = json.loads(script_json(configs.panel_config(take_seat(table.alice, table.at))))
    question = told["panel"]["questions"][0]
    for name in ("title", "markdown", "guide"):
        assert SECRET in question[name]
    for name in ("hints", "facts", "escalations", "questions"):
        assert SECRET in json.dumps(question[name])
    assert SECRET in told["panel"]["facts"]
    assert SECRET in told["panel"]["digest"]
    assert SECRET in told["panel"]["probes"][0]["claim"]


def test_the_shape_is_the_front_ends(table: Table) -> None:
    table.open()
    told = json.loads(script_json(configs.panel_config(take_seat(table.alice, table.at))))
    assert set(told) == {
        "you", "interview", "relay", "api", "members", "languages", "segments", "recorded", "allowed", "prefs",
        "ticket", "document",
        "panel",
    }  # fmt: skip
    starts_at = table.interview.starts_at
    assert starts_at is not None
    assert told["you"] == {"member": 1, "name": "Alice Lindqvist", "side": "panel"}
    assert told["interview"]["startsAt"] == starts_at.isoformat()
    assert told["relay"] == "/relay"
    assert told["api"] == f"/interviews/{table.interview.pk}/room/"
    assert [m["side"] for m in told["members"]] == ["panel", "panel", "candidate"]
    assert set(told["languages"][0]) == {"id", "name", "version", "runs", "fileName"}
    assert told["panel"]["probes"] == [
        {
            "id": "p1",
            "claim": "Halved the latency",
            "ask": "How did you measure it?",
            "passage": "halved p99 latency",
        }
    ]
    assert set(told["panel"]) == {"questions", "probes", "digest", "facts", "cardUrl"}


def test_the_log_that_dana_reads_holds_nothing_of_the_panels(table: Table) -> None:
    table.reveal()
    once = table.once
    problem = load_bank().problem(QUESTION)
    actions.give_hint(
        table.alice, table.at, once=once(), question=QUESTION, step=None, said=True, text=SECRET
    )
    actions.give_hint(table.alice, table.at, once=once(), question=QUESTION, step=1, said=True)
    actions.give_fact(table.alice, table.at, once=once(), question=QUESTION, fact=problem.facts[0].id)
    actions.set_mark(table.alice, table.at, once=once(), kind="concern", text=SECRET, back_ms=0)
    actions.set_probe(table.bob, table.at, once=once(), probe="p1", state="asked", note=SECRET)
    actions.running_late(table.dana, table.at, once=once(), minutes=3, reason="")
    seen = entries_for(table, Seat(number=3, side=Side.CANDIDATE))
    told = b"\n".join(entry.body for entry in seen).decode(errors="replace")
    assert {entry.kind for entry in seen} == {
        "hour.opened", "hour.begun", "statement.shown", "y.update",
    }  # fmt: skip
    for secret in (SECRET, problem.hints[0].text, problem.facts[0].answer, problem.facts[0].why):
        assert secret not in told
    assert SECRET in b"".join(e.body for e in entries_for(table, Seat(number=1, side=Side.PANEL))).decode(
        errors="replace"
    )


def test_bob_reads_alices_marks_once_his_card_is_in(table: Table) -> None:
    table.begin()
    actions.set_mark(table.alice, table.at, once=table.once(), kind="concern", text=SECRET, back_ms=0)
    bob = Seat(number=2, side=Side.PANEL)
    assert not any(entry.kind == "mark.set" for entry in entries_for(table, bob))
    bob = Seat(number=2, side=Side.PANEL, card_in=True)
    assert any(entry.kind == "mark.set" for entry in entries_for(table, bob))


def entries_for(table: Table, seat: Seat) -> list:
    grants = grants_for(seat, ended=False)
    return [entry for entry in table.entries() if may_read(grants, entry.track)]


@given(text=st.text())
def test_no_text_can_leave_the_script_element(text: str) -> None:
    told = script_json(
        config.CandidateConfig(
            you=config.You(member=3, name=text + "</script><!--", side=Side.CANDIDATE),
            interview=config.InterviewFacts(
                id=1, candidate=text, title="</ScRiPt>", round="<!--", starts_at=None, minutes=60,
                call_url="", call_phone=text,
            ),
            relay="/relay", api="/c/x/room/", members=(), languages=(), segments=(), recorded=(), allowed=(),
            prefs=config.Prefs(),
        )
    )  # fmt: skip
    assert "<" not in told
    assert json.loads(told)["you"]["name"] == text + "</script><!--"


def test_a_candidates_room_cannot_be_made_for_the_panel() -> None:
    assert "panel" not in {f.name for f in msgspec.structs.fields(config.CandidateSegment)}
    with pytest.raises(ValueError, match="made for"):
        config.CandidateConfig(
            you=config.You(member=1, name="Alice", side=Side.PANEL), interview=None, relay="", api="",
            members=(), languages=(), segments=(), recorded=(), allowed=(), prefs=config.Prefs(),
        )  # fmt: skip
