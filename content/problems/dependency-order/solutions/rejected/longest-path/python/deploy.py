from collections import defaultdict

from cycle import Cycle


def deploy_order(services: dict[str, list[str]]) -> list[str]:
    """All services, each after everything it needs. Raises Cycle."""
    order: list[str] = []
    done: set[str] = set()
    for start in services:
        path: dict[str, None] = {}
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


def waves(services: dict[str, list[str]], width: int) -> list[list[str]]:
    level: dict[str, int] = {}
    by_level: defaultdict[int, list[str]] = defaultdict(list)
    for name in deploy_order(services):
        level[name] = max((level[need] + 1 for need in services[name] if need in services), default=0)
        by_level[level[name]].append(name)
    cut: list[list[str]] = []
    for _, names in sorted(by_level.items()):
        size = width or len(names)
        names.sort()
        cut += [names[start : start + size] for start in range(0, len(names), size)]
    return cut
