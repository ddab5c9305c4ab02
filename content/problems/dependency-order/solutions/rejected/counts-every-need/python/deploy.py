from cycle import Cycle


def deploy_order(services: dict[str, list[str]]) -> list[str]:
    """All services, each after everything it needs. Raises Cycle."""
    count = {name: len(needs) for name, needs in services.items()}
    users: dict[str, set[str]] = {}
    for name, needs in services.items():
        for need in needs:
            users.setdefault(need, set()).add(name)
    order = [name for name, waits in count.items() if waits == 0]
    for name in order:
        for user in users.get(name, ()):
            count[user] -= 1
            if count[user] == 0:
                order.append(user)
    if len(order) == len(services):
        return order
    left = set(services) - set(order)
    walked: list[str] = []
    place: dict[str, int] = {}
    name = min(left)
    while name is not None and name not in place:
        place[name] = len(walked)
        walked.append(name)
        name = next((need for need in services[name] if need in left), None)
    raise Cycle(walked[place[name] :] if name is not None else walked)
