"""Output as it is kept: all of it up to a cap, of what came after only the end."""

TAIL_BYTES_MAX = 4096


class Kept:
    """Two streams with one cap. Memory is bounded by the cap and two tails, whatever is written."""

    def __init__(self, cap_bytes: int) -> None:
        self._left = cap_bytes
        self._heads = {"stdout": bytearray(), "stderr": bytearray()}
        self._tails = {"stdout": b"", "stderr": b""}
        self._lost = {"stdout": 0, "stderr": 0}

    @property
    def full(self) -> bool:
        return self._left <= 0

    def add(self, stream: str, chunk: bytes) -> bytes:
        """Keep `chunk`; what of it was within the cap."""
        within = chunk[: max(0, self._left)]
        self._left -= len(chunk)
        self._heads[stream] += within
        beyond = chunk[len(within) :]
        if beyond:
            tail = self._tails[stream] + beyond
            self._lost[stream] += max(0, len(tail) - TAIL_BYTES_MAX)
            self._tails[stream] = tail[-TAIL_BYTES_MAX:]
        return within

    def text(self, stream: str) -> bytes:
        """Head and tail, with a line between them that says how much is missing."""
        head, tail, lost = bytes(self._heads[stream]), self._tails[stream], self._lost[stream]
        if lost:
            return head + f"\n[... {lost} bytes left out ...]\n".encode() + tail
        return head + tail
