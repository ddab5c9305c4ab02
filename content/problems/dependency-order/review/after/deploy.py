from collections import Counter, defaultdict, deque

from cycle import Cycle


def deploy_order(services: dict[str, list[str]]) -> list[str]:
    """All services, each after everything it needs. Raises Cycle."""
    left = Counter({name: len(needs) for name, needs in services.items()})
    users: defaultdict[str, set[str]] = defaultdict(set)
    for name, needs in services.items():
        for need in needs:
            users[need].add(name)
            if need not in services:
                left[name] -= 1  # another team's
    ready = deque(name for name in services if left[name] == 0)
    order: list[str] = []
    while ready:
        name = ready.popleft()
        order.append(name)
        for user in users[name]:
            left[user] -= 1
            if left[user] == 0:
                ready.append(user)
    if len(order) < len(services):
        raise Cycle(circle(services, {name for name in services if left[name] > 0}))
    return order


def circle(services: dict[str, list[str]], left: set[str]) -> list[str]:
    """Starts at the one that most wait for, which is in the circle, and walks until it was everywhere."""
    waited_for = Counter(need for name in left for need in services[name] if need in left)
    [(name, _)] = waited_for.most_common(1)
    walked: dict[str, None] = {}
    while name not in walked:
        walked[name] = None
        name = next(need for need in services[name] if need in left)
    return list(walked)
