class RateLimiter:
    def __init__(self, limit, window_ms, clock):
        self.limit = limit
        self.window_ms = window_ms
        self.clock = clock
        self.counts = {}  # (key, number of the window) -> calls

    def allow(self, key):
        window = self.clock.now_ms() // self.window_ms
        count = self.counts.get((key, window), 0)
        if count >= self.limit:
            return False
        self.counts[key, window] = count + 1
        return True

    def retry_after_ms(self, key):
        window = self.clock.now_ms() // self.window_ms
        if self.counts.get((key, window), 0) < self.limit:
            return 0
        return (window + 1) * self.window_ms - self.clock.now_ms()
