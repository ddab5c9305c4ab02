"""What is under test, by the words of a command."""

from limiter import RateLimiter, TokenBucket


def make(words, clock, servers):
    match words:
        case ["limiter", limit, window_ms]:
            return {"a": RateLimiter(int(limit), int(window_ms), clock)}
        case ["bucket", capacity, per_second]:
            return {"a": TokenBucket(int(capacity), int(per_second), clock)}
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
