class LogStats:
    """What happened in each window of `window_ms` milliseconds."""

    def __init__(self, window_ms: int) -> None:
        self.window_ms = window_ms

    def add(self, line: str) -> None:
        """Takes a line of the log, such as "61200 /cart 35"."""

    def top(self, at_ms: int, n: int) -> list[tuple[str, int]]:
        """The `n` busiest pages of the window to which `at_ms` belongs, each with its number of requests."""
        return []

    def percentile(self, at_ms: int, page: str, p: int) -> int | None:
        """The time within which at least `p` percent of the answers came, or None if nothing was measured."""
        return None

    def skipped(self) -> int:
        """How many lines could not be read."""
        return 0
