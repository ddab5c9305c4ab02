"""What is under test, by the words of a command."""

from limiter import RateLimiter, SharedLimiter, TokenBucket
from store import Store

store = Store()


def make(words, clock, servers):
    match words:
        case ["limiter", limit, window_ms]:
            return {"a": RateLimiter(int(limit), int(window_ms), clock)}
        case ["bucket", capacity, per_second]:
            return {"a": TokenBucket(int(capacity), int(per_second), clock)}
        case ["shared", limit, window_ms]:
            return {name: SharedLimiter(int(limit), int(window_ms), clock, store) for name in "ab"}
        case ["meanwhile", name, key]:
            store.meanwhile = lambda: print(
                f"=> {clock.ms} {key} {'yes' if servers[name].allow(key) else 'no'} meanwhile"
            )
            return servers
        case _:
            raise SystemExit(f"unknown command: {' '.join(words)}")
