"""A line that went silent: the panel learns of it long before it is given up."""

import json

from otherside.log.read import read_entries
from tests.relay.world import LOG, Line, World


def presence_of(world: World) -> list[tuple[str, bytes]]:
    world.settle()
    return [(e.kind, e.body) for e in read_entries(world.store, world.index, LOG, tracks=["presence"])]


def test_a_line_that_went_silent_is_told_at_once_and_so_is_its_return(world: World) -> None:
    dana = Line(world, 3)
    Line(world, 1)
    for _ in range(12):
        world.hub.tick()
    world.settle()
    told = [json.loads(body)["member"] for kind, body in presence_of(world) if kind == "presence.quiet"]
    assert sorted(told) == [1, 3]
    dana.session.heard = True
    for _ in range(4):
        world.hub.tick()
    world.settle()
    assert presence_of(world)[-1] == ("presence.heard", b'{"member":3}')


def test_a_member_with_one_living_line_is_not_quiet(world: World) -> None:
    Line(world, 3)
    other = Line(world, 3)
    for _ in range(12):
        other.session.heard = True
        world.hub.tick()
    world.settle()
    assert [kind for kind, _ in presence_of(world)] == ["presence.joined"]
