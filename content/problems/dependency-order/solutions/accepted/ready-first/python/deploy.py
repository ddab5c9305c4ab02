from collections import defaultdict
from heapq import heapify, heappop, heappush

from cycle import Cycle

Services = dict[str, list[str]]


def deploy_order(services: Services) -> list[str]:
    """All services, each after everything it needs. Raises Cycle."""
    return [name for wave in waves(services, 0) for name in wave]


def waves(services: Services, width: int) -> list[list[str]]:
    """Waves of at most `width` services (0: any number), each needing only what went out before. Raises Cycle."""
    waits_for = {name: {need for need in needs if need in services} for name, needs in services.items()}
    users = needed_by(services)
    ready = [name for name, waits in waits_for.items() if not waits]
    heapify(ready)
    gone: list[list[str]] = []
    while ready:
        wave = [heappop(ready) for _ in range(min(width or len(ready), len(ready)))]
        for name in wave:
            del waits_for[name]
            for user in users[name]:
                waits_for[user].discard(name)
                if not waits_for[user]:
                    heappush(ready, user)
        gone.append(wave)
    if waits_for:
        raise Cycle(circle(waits_for))
    return gone


def affected(services: Services, changed: list[str]) -> list[str]:
    """What changed and all that needs it, in an order that works. Raises Cycle."""
    users = needed_by(services)
    reached: set[str] = set()
    todo = list(changed)
    while todo:
        name = todo.pop()
        if name not in reached:
            reached.add(name)
            todo += users[name]
    return deploy_order({name: needs for name, needs in services.items() if name in reached})


def needed_by(services: Services) -> defaultdict[str, set[str]]:
    users: defaultdict[str, set[str]] = defaultdict(set)
    for name, needs in services.items():
        for need in needs:
            users[need].add(name)
    return users


def circle(waits_for: dict[str, set[str]]) -> list[str]:
    """Each of these waits for another of them, so a walk along them must come back to itself."""
    place: dict[str, int] = {}
    name = next(iter(waits_for))
    while name not in place:
        place[name] = len(place)
        name = next(iter(waits_for[name]))
    return list(place)[place[name] :]
