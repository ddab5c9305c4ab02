from cycle import Cycle


def deploy_order(services: dict[str, list[str]]) -> list[str]:
    """All services, each after everything it needs. Raises Cycle."""
    order: list[str] = []
    done: set[str] = set()
    path: list[str] = []

    def visit(name: str) -> None:
        if name in done or name not in services:
            return
        if name in path:
            raise Cycle(path[path.index(name) :])
        path.append(name)
        for need in services[name]:
            visit(need)
        path.pop()
        done.add(name)
        order.append(name)

    for name in services:
        visit(name)
    return order
