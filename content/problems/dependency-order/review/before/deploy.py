from collections import defaultdict, deque

from cycle import Cycle


def deploy_order(services: dict[str, list[str]]) -> list[str]:
    """All services, each after everything it needs. Raises Cycle."""
    waits_for = {name: {need for need in needs if need in services} for name, needs in services.items()}
    users: defaultdict[str, set[str]] = defaultdict(set)
    for name, waits in waits_for.items():
        for need in waits:
            users[need].add(name)
    ready = deque(name for name, waits in waits_for.items() if not waits)
    order: list[str] = []
    while ready:
        name = ready.popleft()
        order.append(name)
        del waits_for[name]
        for user in users[name]:
            waits_for[user].discard(name)
            if not waits_for[user]:
                ready.append(user)
    if waits_for:
        raise Cycle(circle(waits_for))
    return order


def circle(waits_for: dict[str, set[str]]) -> list[str]:
    """Each of these waits for another of them, so a walk along them must come back to itself."""
    place: dict[str, int] = {}
    name = next(iter(waits_for))
    while name not in place:
        place[name] = len(place)
        name = next(iter(waits_for[name]))
    return list(place)[place[name] :]
