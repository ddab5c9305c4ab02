class Cycle(Exception):
    """No order works. Each of `services` needs the next one, and the last one needs the first."""

    def __init__(self, services: list[str]) -> None:
        super().__init__(" -> ".join(services))
        self.services = services
