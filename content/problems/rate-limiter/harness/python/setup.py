"""What is under test, by the words of a command."""

from limiter import RateLimiter


def make(words, clock, servers):
    match words:
        case ["limiter", limit, window_ms]:
            return {"a": RateLimiter(int(limit), int(window_ms), clock)}
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
