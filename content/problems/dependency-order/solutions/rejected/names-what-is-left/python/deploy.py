from cycle import Cycle


def deploy_order(services: dict[str, list[str]]) -> list[str]:
    """All services, each after everything it needs. Raises Cycle."""
    waits_for = {name: {need for need in needs if need in services} for name, needs in services.items()}
    users: dict[str, list[str]] = {}
    for name, waits in waits_for.items():
        for need in waits:
            users.setdefault(need, []).append(name)
    order = [name for name, waits in waits_for.items() if not waits]
    for name in order:  # grows while it is walked
        for user in users.get(name, []):
            waits_for[user].discard(name)
            if not waits_for[user]:
                order.append(user)
    if len(order) < len(services):
        raise Cycle([name for name, waits in waits_for.items() if waits])
    return order
