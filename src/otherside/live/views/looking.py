"""What the room asks for while it goes on, and changes nothing by asking."""

from collections.abc import Callable, Mapping
from datetime import datetime

import msgspec

from otherside.live import actions
from otherside.live.access import CandidateKey, Key, take_candidate_seat, take_panel_seat
from otherside.live.offer import to_json
from otherside.live.views.configs import candidate_config, panel_config

Looking = Callable[[Key, datetime], object]


def proposal(key: Key, at: datetime) -> object:
    return to_json(actions.proposal(key, at))


def panel_plan(key: Key, at: datetime) -> object:
    """The parts and problems as they are now: the plan may have changed since the page was loaded."""
    config = panel_config(take_panel_seat(key, at))
    return {
        "segments": msgspec.to_builtins(config.segments),
        "questions": msgspec.to_builtins(config.panel.questions),
    }


def candidate_plan(key: Key, at: datetime) -> object:
    seated = take_candidate_seat(key, at)
    assert isinstance(key, CandidateKey), "take_candidate_seat refuses others"
    return {"segments": msgspec.to_builtins(candidate_config(seated, key.token).segments)}


PANEL: Mapping[str, Looking] = {"proposal": proposal, "plan": panel_plan}
CANDIDATE: Mapping[str, Looking] = {"plan": candidate_plan}
