"""Folds documents that are open here: on the spot where it is little, else in slices between which others
work.
"""

from collections.abc import Callable

from otherside.relay.room import Track


class Folder:
    """`later(0, act)` lets the event loop take a breath first."""

    def __init__(self, later: Callable[[float, Callable[[], None]], object]) -> None:
        self._later = later

    def greet(self, track: Track, vector: bytes, answer: Callable[[list[bytes]], None]) -> None:
        """Answers a step 1 from the folded state, once there is one."""
        document = track.document
        assert document is not None, "the session has looked"
        if document.folding is None and document.is_short:
            document.fold()
        if document.folding is None and not document.chunks and not document.tail:
            answer(document.greeting(vector))
            return
        document.joiners.append((vector, answer))
        self.shorten(track)

    def shorten(self, track: Track) -> None:
        """Folds in slices; whoever waits is answered at the end."""
        document = track.document
        assert document is not None, "the caller has looked"
        if document.folding is not None:
            return
        folding = document.begin_fold()

        def slice_() -> None:
            if folding.step():
                self._later(0, slice_)
                return
            document.end_fold()
            joiners, document.joiners = document.joiners, []
            for vector, answer in joiners:
                answer(document.greeting(vector))

        self._later(0, slice_)
