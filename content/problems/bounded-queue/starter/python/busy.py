class Busy(Exception):
    """The job is refused; try again in `retry_ms`. Nothing raises this yet."""

    def __init__(self, retry_ms: int) -> None:
        super().__init__(retry_ms)
        self.retry_ms = retry_ms
