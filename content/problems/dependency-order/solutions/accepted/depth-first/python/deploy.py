from cycle import Cycle


def deploy_order(services: dict[str, list[str]]) -> list[str]:
    """All services, each after everything it needs. Raises Cycle."""
    order: list[str] = []
    done: set[str] = set()
    for start in services:
        path: dict[str, None] = {}  # what is being walked, in order
        todo = [(start, False)]
        while todo:
            name, needs_done = todo.pop()
            if needs_done:
                path.popitem()
                done.add(name)
                order.append(name)
            elif name in path:
                walked = list(path)
                raise Cycle(walked[walked.index(name) :])
            elif name not in done:
                path[name] = None
                todo.append((name, True))
                todo += [(need, False) for need in services[name] if need in services]
    return order
