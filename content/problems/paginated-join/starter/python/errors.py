class TooManyCalls(Exception):
    """The service refuses for now; ask again after `retry_after_ms`."""

    def __init__(self, retry_after_ms: int) -> None:
        super().__init__(f"ask again in {retry_after_ms} ms")
        self.retry_after_ms = retry_after_ms


class Unavailable(Exception):
    """The service did not answer."""
