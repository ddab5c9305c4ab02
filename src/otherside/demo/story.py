"""The finished interview of the demo company: an hour on the rate limiter, as a good candidate might play it.

Written beat by beat so that the replay is worth watching: a first idea that is wrong, a hint, a fix, an
escalation. The code is the candidate's own, not the package's solution.
"""

from otherside.demo.beats import (
    CANDIDATE,
    PANEL,
    Beat,
    Fact,
    Hint,
    Mark,
    Pause,
    Replace,
    Resume,
    Reveal,
    Run,
    Segment,
    Write,
)

LIMITER = "limiter.py"
PAD = "main.py"

FIRST_INIT = """        self.clock = clock
        self.counts: dict[str, int] = {}
        self.started: dict[str, int] = {}
"""

FIRST_ALLOW = """        now = self.clock.now_ms()
        if now - self.started.get(key, -self.window_ms) >= self.window_ms:
            self.started[key] = now
            self.counts[key] = 0
        if self.counts[key] >= self.limit:
            return False
        self.counts[key] += 1
        return True
"""

SECOND_ALLOW = """        calls = self._recent(key)
        if len(calls) >= self.limit:
            return False
        calls.append(self.clock.now_ms())
        return True
"""

RETRY = """        calls = self._recent(key)
        if len(calls) < self.limit:
            return 0
        return calls[0] + self.window_ms - self.clock.now_ms()

    def _recent(self, key: str) -> deque[int]:
        \"\"\"The calls of `key` that are still inside the window.\"\"\"
        calls = self.calls.setdefault(key, deque())
        while calls and calls[0] < self.clock.now_ms() - self.window_ms:
            calls.popleft()
        return calls
"""

FORGET = """
    def forget_idle(self) -> int:
        \"\"\"Drops customers without a call in the window; returns how many.\"\"\"
        idle = [key for key in self.calls if not self._recent(key)]
        for key in idle:
            del self.calls[key]
        return len(idle)
"""

HOUR: tuple[Beat, ...] = (
    Beat(20, CANDIDATE, Write(PAD, 'print("hello from the pad")\n')),
    Beat(55, CANDIDATE, Run(stdin="")),
    Beat(80, PANEL, Mark("good", "Tried the pad before being asked")),
    Beat(300, PANEL, Segment()),
    Beat(306, PANEL, Reveal()),
    Beat(380, PANEL, Mark("question", "Asked whether refused calls count")),
    Beat(392, PANEL, Fact("refused")),
    Beat(430, CANDIDATE, Replace(LIMITER, "        self.clock = clock\n", FIRST_INIT)),
    Beat(500, CANDIDATE, Replace(LIMITER, "        return True\n", FIRST_ALLOW)),
    Beat(640, CANDIDATE, Run()),
    Beat(668, PANEL, Mark("concern", "Went for a fixed window although the statement says it slides")),
    Beat(760, PANEL, Hint(1, said=True)),
    Beat(
        800, CANDIDATE, Write(LIMITER, "from collections import deque\n\n", before="from clock import Clock")
    ),
    Beat(
        815,
        CANDIDATE,
        Replace(
            LIMITER,
            "        self.counts: dict[str, int] = {}\n        self.started: dict[str, int] = {}\n",
            "        self.calls: dict[str, deque[int]] = {}\n",
        ),
    ),
    Beat(840, CANDIDATE, Replace(LIMITER, FIRST_ALLOW, SECOND_ALLOW)),
    Beat(900, CANDIDATE, Replace(LIMITER, "        return 0\n", RETRY)),
    Beat(1010, CANDIDATE, Run()),
    Beat(1035, PANEL, Mark("good", "Saw the boundary from the failing test alone")),
    Beat(
        1060,
        CANDIDATE,
        Replace(
            LIMITER,
            "calls[0] < self.clock.now_ms() - self.window_ms",
            "calls[0] <= self.clock.now_ms() - self.window_ms",
        ),
    ),
    Beat(1090, CANDIDATE, Run()),
    Beat(
        1130,
        PANEL,
        Mark("answered", "Memory of a busy key: limit times eight bytes and the deque's overhead"),
    ),
    Beat(1180, PANEL, Fact("keys")),
    Beat(1215, CANDIDATE, Write(LIMITER, FORGET)),
    Beat(1330, CANDIDATE, Run()),
    Beat(1400, PANEL, Pause("The call's sound was lost")),
    Beat(1525, PANEL, Resume()),
    Beat(1620, PANEL, Segment()),
    Beat(1650, PANEL, Mark("good", "Disagreed with reasons when told that a counter would do")),
    Beat(1980, PANEL, Segment()),
    Beat(2100, PANEL, Mark("question", "Asked who owns the budget when there are two servers")),
    Beat(2500, PANEL, Mark("concern", "Needed a while to see the lost update between two servers")),
    Beat(
        2900, PANEL, Mark("answered", "Compare-and-set on a version, retried; knew what it costs under load")
    ),
    Beat(3310, PANEL, Segment()),
    Beat(3400, PANEL, Mark("good", "Asked about on-call, and how incidents are written up")),
)
