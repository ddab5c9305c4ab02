from collections import defaultdict, deque


class RateLimiter:
    def __init__(self, limit, window_ms, clock):
        self.limit = limit
        self.window_ms = window_ms
        self.clock = clock
        self.times = defaultdict(deque)

    def allow(self, key):
        times = self._recent(key)
        times.append(self.clock.now_ms())
        return len(times) <= self.limit

    def retry_after_ms(self, key):
        times = self._recent(key)
        if len(times) < self.limit:
            return 0
        return times[-self.limit] + self.window_ms - self.clock.now_ms()

    def _recent(self, key):
        times = self.times[key]
        while times and times[0] <= self.clock.now_ms() - self.window_ms:
            times.popleft()
        return times
